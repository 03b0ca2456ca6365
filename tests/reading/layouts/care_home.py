"""A care home's form of three columns, the last for remarks; two people who harm, and the home's own secret address."""

from tests.reading.markup import check, head, p, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "care-home.docx"

PARTS = (
    head("Adult safeguarding: escalation to MARAC, Kingsferry"),
    tbl(
        tr("Item", "Entry", "Remarks"),
        tr("Resident", "Mr Arthur Wilfred Pym", "Prefers Wilf"),
        tr("Resident's date of birth", "25/12/1941", ""),
        tr("Resident's address before admission", "8 Capstan Street, Kingsferry, ZZ59 8CS", "Family still live there"),
        tr(
            "Resident's address now",
            "Sandpiper Lodge, 40 Dune Road, ZZ59 4DR",
            "Family have not been told where he is and must not be",
        ),
        tr("Resident's telephone", "01632 960721", "Lodge office. Safe to call, ask for the nurse in charge"),
        tr("First alleged perpetrator", "Wayne Pym", "Son"),
        tr("Date of birth", "06/10/1966", ""),
        tr("Address", "8 Capstan Street, Kingsferry, ZZ59 8CS", ""),
        tr("Second alleged perpetrator", "Chantelle Pym", "Granddaughter"),
        tr("Date of birth", "17/03/1995", ""),
        tr("Address", "8 Capstan Street, Kingsferry, ZZ59 8CS", ""),
        tr("Children under 18", "None known", ""),
        tr(
            "Resident's consent",
            tc(check(True), " given  ", check(False), " refused  ", check(False), " lacks capacity"),
            "",
        ),
        tr("Referring manager", "Oluchi Eze", "Registered Manager, Sandpiper Lodge"),
        tr("Manager's telephone", "01632 960722", ""),
        tr("Date of referral", "15/05/2026", ""),
    ),
    head("Account"),
    p(
        "Wayne and Chantelle kept Mr Pym in the box room without his hearing aids and cashed his pension. "
        "Wayne has rung every home in the county asking for him."
    ),
)


def document() -> bytes:
    return word(*PARTS)


LODGE = home("Sandpiper Lodge, 40 Dune Road", "ZZ59 4DR", secret=True)
CAPSTAN = home("8 Capstan Street, Kingsferry", "ZZ59 8CS")
TRUTH = referral(
    SOURCE,
    case_area="Kingsferry",
    referral_date="2026-05-15",
    referrer={
        "agency": "Sandpiper Lodge",
        "name": "Oluchi Eze",
        "role": "Registered Manager",
        "phones": ["01632960722"],
    },
    victims=[
        person(
            "Arthur Wilfred Pym",
            "1941-12-25",
            LODGE,
            home("8 Capstan Street, Kingsferry", "ZZ59 8CS", "previous"),
            phones=[phone("01632960721", call=True)],
        )
    ],
    perpetrators=[
        person("Wayne Pym", "1966-10-06", CAPSTAN, relationship_to_victim="Son"),
        person("Chantelle Pym", "1995-03-17", CAPSTAN, relationship_to_victim="Granddaughter"),
    ],
    consent={"consent_given": True},
    must_include=["without his hearing aids"],
    accept={
        "victims[0].aliases": [["Wilf"]],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].phones[0].whose": ["Lodge office", "other"],
        "consent.consent_given": [None],
    },
)
