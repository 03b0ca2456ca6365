"""A surgery's system print: the patient in a banner line, contacts in a table that says who is who to her."""

from tests.reading.markup import head, p, r, tbl, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "gp-print.docx"

PARTS = (
    p(r("Referral to Longmere MARAC from Quarry Bank Surgery", "b")),
    p("Printed 19-May-2026 by Dr Ifeoma Nwosu (GP partner)   Tel 01632 960331"),
    p(
        r("Patient: ", "b"),
        "Ms Kirsty Jane Albright   ",
        r("DOB: ", "b"),
        "21-Nov-1993   ",
        r("NHS No: ", "b"),
        "943 476 5919",
    ),
    p(r("Address: ", "b"), "Basement flat, 70 Quarry Bank, Longmere, ZZ73 7QB"),
    p(r("Mobile: ", "b"), "07700 900332   ", r("Contact preference: ", "b"), "call only, no texts, no letters"),
    head("Relationships and contacts"),
    tbl(
        tr("Name", "Relationship to patient", "DOB", "Address", "Note"),
        tr("Dale Pickering", "Ex-partner", "02-Feb-1990", "13 Spindle Way, Longmere, ZZ73 3SW", "Alleged perpetrator"),
        tr("Freya Albright", "Daughter", "30-Jul-2019", "As patient", "Registered here"),
        tr("Joan Albright", "Mother", "05-May-1965", "Not known", "Next of kin"),
    ),
    head("Consultation"),
    p("Seen with a bruised neck. Dale climbed the wall on Saturday and held her against the boiler by the throat."),
    p("Patient aware of referral: yes. Patient consents: yes."),
)


def document() -> bytes:
    return word(*PARTS)


QUARRY = home("Basement flat, 70 Quarry Bank, Longmere", "ZZ73 7QB")
TRUTH = referral(
    SOURCE,
    case_area="Longmere",
    referral_date="2026-05-19",
    referrer={
        "agency": "Quarry Bank Surgery",
        "name": "Ifeoma Nwosu",
        "role": "GP partner",
        "phones": ["01632960331"],
    },
    victims=[
        person(
            "Kirsty Jane Albright",
            "1993-11-21",
            QUARRY,
            phones=[phone("07700900332", call=True, text=False)],
            nhs_number="9434765919",
        )
    ],
    perpetrators=[
        person(
            "Dale Pickering",
            "1990-02-02",
            home("13 Spindle Way, Longmere", "ZZ73 3SW"),
            relationship_to_victim="Ex-partner",
        )
    ],
    children=[child("Freya Albright", "2019-07-30", relationship_to_victim="Daughter", address=QUARRY)],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["against the boiler by the throat"],
    accept={
        "others": [["Joan Albright"]],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].phones[0].safe_to_text": [None],
        "children[0].lives_with": ["victim"],
        "children[0].gender": ["female"],
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "victims[0].gender": ["female"],
        "victims[0].gp": ["Quarry Bank Surgery"],
    },
)
