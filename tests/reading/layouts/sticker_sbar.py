"""A hospital's SBAR: the patient's label pasted into a cell, and the partner told of under Background."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "sbar.docx"

PARTS = (
    p(r("Stourbeck Infirmary - SBAR to Stourbeck MARAC", "b")),
    tbl(
        tr(
            tc(
                p("DEVEREUX, Simone"),
                p("DOB 14-Mar-1989  F"),
                p("NHS 943 476 5919"),
                p("5 Barge Walk, Stourbeck, ZZ69 5BW"),
                p("Tel 07700 900241"),
            ),
            tc(
                p("Completed by: Ngozi Eze"),
                p("Designation: Ward Sister, Ward 7"),
                p("Bleep / ext: 01632 960242"),
                p("Date: 26-Feb-2026"),
            ),
        ),
    ),
    p(r("Situation", "b")),
    p("Patient admitted with a fractured eye socket. She says that her partner did it and that he is waiting outside."),
    p(r("Background", "b")),
    p("Partner: Andre Lisle, DOB 09-Jul-1985, lives at same address. One child: Noemi Lisle, 4 years, now with nan."),
    p(r("Assessment", "b")),
    p("DASH 20. He has strangled her twice this month."),
    p(r("Recommendation", "b")),
    p("For MARAC. Patient aware: yes. Patient consents: yes. Do NOT phone the home. Mobile safe to call: no."),
)


def document() -> bytes:
    return word(*PARTS)


BARGE = home("5 Barge Walk, Stourbeck", "ZZ69 5BW")
TRUTH = referral(
    SOURCE,
    case_area="Stourbeck",
    referral_date="2026-02-26",
    referrer={
        "agency": "Stourbeck Infirmary",
        "name": "Ngozi Eze",
        "role": "Ward Sister",
        "phones": ["01632960242"],
    },
    victims=[
        person(
            "Simone Devereux",
            "1989-03-14",
            BARGE,
            phones=[phone("07700900241", call=False)],
            gender="female",
            nhs_number="9434765919",
        )
    ],
    perpetrators=[person("Andre Lisle", "1985-07-09", BARGE, relationship_to_victim="Partner")],
    children=[child("Noemi Lisle", age_stated=4)],
    checklist={"score_stated": 20},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["strangled her twice"],
    accept={
        "children[0].lives_with": ["nan"],
        "checklist.score_stated": [None],
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].gender": [None],
        "perpetrators[0].gender": ["male"],
        "referrer.role": ["Ward Sister, Ward 7"],
        "referrer.agency": ["Ward 7"],
    },
)
