"""A form corrected with tracked changes and comments, two women referred by one form, numbers crossed out by hand."""

from tests.reading.markup import check, deleted, head, inserted, p, r, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "tracked.docx"


def document() -> bytes:
    return word(
        head("Fellgate MARAC - Referral"),
        tbl(
            tr("Referred by", "Anselm Tudor"),
            tr("Organisation", tc(deleted("Fellgate Mind"), inserted("Fellgate Recovery College"))),
            tr("Tel", "01632 960671"),
            tr("Referral date", tc(deleted("1/3/2026"), inserted("8/3/2026"))),
        ),
        head("Details of victim"),
        tbl(
            tr("Name", tc("Bernadette ", deleted("Cole"), inserted("Cole-Hartley"))),
            tr("DOB", tc(deleted("12/5/1977"), inserted("21/5/1977"))),
            tr("Address", tc(deleted("2 Old Row, Fellgate ZZ22 2OR"), inserted("14 New Row, Fellgate ZZ22 4NR"))),
            tr("Phone", tc(r("07700 900121", "strike"), " 07700 900122")),
            tr("Safe to call?", tc(check(True), " Yes ", check(False), " No")),
        ),
        head("Details of perpetrator"),
        tbl(
            tr("Name", "Denzil Hartley"),
            tr("DOB", "2/8/1970"),
            tr("Address", tc(deleted("as above"), inserted("2 Old Row, Fellgate ZZ22 2OR"))),
            tr("Relationship", "Separated husband"),
        ),
        head("Consent"),
        tbl(
            tr("Has consent been given?", tc(r("Yes", "highlight"), " / No")),
            tr("Is victim aware?", tc("Yes / ", r("No", "strike"))),
        ),
        head("Background"),
        p(
            "Denzil found the new house through the school run app. ",
            deleted("He is calm."),
            inserted("He kicked the gate in."),
        ),
    )


TRUTH = referral(
    SOURCE,
    case_area="Fellgate",
    referral_date="2026-03-08",
    referrer={"agency": "Fellgate Recovery College", "name": "Anselm Tudor", "phones": ["01632960671"]},
    victims=[
        person(
            "Bernadette Cole-Hartley",
            "1977-05-21",
            home("14 New Row, Fellgate", "ZZ22 4NR"),
            phones=[phone("07700900122", call=True)],
        )
    ],
    perpetrators=[
        person(
            "Denzil Hartley",
            "1970-08-02",
            home("2 Old Row, Fellgate", "ZZ22 2OR"),
            relationship_to_victim="Separated husband",
        )
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["kicked the gate in"],
    accept={"victims[0].phones[0].safe_to_call": [None]},
)
