"""A youth justice team's form: numbered boxes, each with its question above the answer in one cell."""

from tests.reading.markup import head, p, r, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "youth-justice.docx"


def cell(question: str, answer: str) -> str:
    return tc(p(r(question)), p(r(answer, "b")))


def document() -> bytes:
    return word(
        head("Cresswater Youth Justice Service"),
        p("Referral to the Cresswater MARAC"),
        tbl(
            tr(cell("1.1 Practitioner", "Nadine Forde"), cell("1.2 Team", "Cresswater Youth Justice Service")),
            tr(cell("1.3 Telephone", "01632 960390"), cell("1.4 Date", "26/11/2025")),
        ),
        head("2 Young person being harmed"),
        tbl(
            tr(cell("2.1 Full name", "Keeley Marsden"), cell("2.2 Date of birth", "02/02/2008")),
            tr(cell("2.3 Address", "77 Flint Road, Cresswater, ZZ67 7FR"), cell("2.4 Mobile", "07700 900391")),
            tr(cell("2.5 Is it safe to call?", "Yes after 4pm"), cell("2.6 Education", "Cresswater College")),
        ),
        head("3 Young person or adult causing harm"),
        tbl(
            tr(cell("3.1 Full name", "Tyler Boon"), cell("3.2 Date of birth", "19/05/2006")),
            tr(cell("3.3 Address", "5 Slate Court, Cresswater, ZZ67 5SC"), cell("3.4 Relationship", "Boyfriend")),
        ),
        head("4 Grounds"),
        tbl(
            tr(cell("4.1 Which grounds are met?", "Professional judgement, Potential escalation")),
            tr(cell("4.2 Does the young person being harmed know about the referral?", "Yes")),
            tr(
                cell(
                    "4.3 Describe the risk",
                    "Tyler keeps Keeley in his flat from Friday to Monday and has her bank app.",
                )
            ),
        ),
    )


TRUTH = referral(
    SOURCE,
    case_area="Cresswater",
    referral_date="2025-11-26",
    referrer={
        "agency": "Cresswater Youth Justice Service",
        "name": "Nadine Forde",
        "phones": ["01632960390"],
    },
    victims=[
        person(
            "Keeley Marsden",
            "2008-02-02",
            home("77 Flint Road, Cresswater", "ZZ67 7FR"),
            phones=[phone("07700900391", call=True)],
        )
    ],
    perpetrators=[
        person(
            "Tyler Boon",
            "2006-05-19",
            home("5 Slate Court, Cresswater", "ZZ67 5SC"),
            relationship_to_victim="Boyfriend",
        )
    ],
    criteria={"professional_judgement": True, "potential_escalation": True},
    consent={"victim_aware": True},
    must_include=["from Friday to Monday"],
    accept={
        "criteria.visible_high_risk": [False],
        "criteria.repeat": [False],
        "previous.this_marac": [False],
    },
)
