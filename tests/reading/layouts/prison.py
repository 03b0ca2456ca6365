"""A prison's form: the one to be released and the intended victim, three addresses, two of them after release."""

from tests.reading.markup import head, p, tbl, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "prison.docx"


def document() -> bytes:
    return word(
        head("HMP Gorsemoor Public Protection Unit"),
        p("Request for a MARAC referral: Linford MARAC"),
        tbl(
            tr("Requesting officer", "Custodial Manager Joel Paine"),
            tr("Unit", "HMP Gorsemoor Public Protection Unit"),
            tr("Direct line", "01632 960888"),
            tr("Date of request", "05.01.2026"),
        ),
        head("Prisoner (perpetrator)"),
        tbl(
            tr("Surname", "DRAYCOTT", "Forenames", "Kevin Mark"),
            tr("Date of birth", "30.11.1983", "Prison number", "A1234BC"),
            tr("Address before custody", "18 Tannery Row, Linford, ZZ60 8TR", "Release date", "02.02.2026"),
            tr(
                "Address on release",
                "Linford House Approved Premises, ZZ60 1LH",
                "Relationship to intended victim",
                "Ex-husband",
            ),
        ),
        head("Intended victim"),
        tbl(
            tr("Surname", "DRAYCOTT", "Forenames", "Melanie Jane"),
            tr("Date of birth", "14.04.1985", "Telephone", "07700 900889"),
            tr("Address", "55 Currier Street, Linford, ZZ60 5CS", "Does he know it?", "Yes"),
            tr("Is this number safe to ring?", "Not known", "Is she aware of this referral?", "No"),
        ),
        head("Evidence"),
        p("In calls from the wing he said that she has taken everything and will be sorted on the first weekend."),
    )


TRUTH = referral(
    SOURCE,
    case_area="Linford",
    referral_date="2026-01-05",
    referrer={
        "agency": "HMP Gorsemoor Public Protection Unit",
        "name": "Joel Paine",
        "role": "Custodial Manager",
        "phones": ["01632960888"],
    },
    victims=[
        person(
            "Melanie Jane Draycott",
            "1985-04-14",
            home("55 Currier Street, Linford", "ZZ60 5CS"),
            phones=[phone("07700900889")],
        )
    ],
    perpetrators=[
        person(
            "Kevin Mark Draycott",
            "1983-11-30",
            home("Linford House Approved Premises", "ZZ60 1LH", "release"),
            home("18 Tannery Row, Linford", "ZZ60 8TR", "previous"),
            relationship_to_victim="Ex-husband",
        )
    ],
    consent={"victim_aware": False},
    must_include=["sorted on the first weekend"],
    accept={
        "referrer.name": ["Custodial Manager Joel Paine"],
        "referrer.role": [None],
        "perpetrators[0].nhs_number": [None],
    },
)
