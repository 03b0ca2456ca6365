"""An adult care team's form: the person's role in a first column merged downwards, label and value beside it."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "adult-care.docx"


def _person(title: str, *pairs: tuple[str, str]) -> list[str]:
    rows = []
    for number, (label, value) in enumerate(pairs):
        first = tc(p(r(title, "b")), down="restart") if not number else tc(down="continue")
        rows.append(tr(first, label, value))
    return rows


def document() -> bytes:
    return word(
        p(r("Hexley Adult Care: MARAC referral", "b")),
        tbl(
            *_person(
                "Referrer",
                ("Name", "Callum Wraith"),
                ("Job title", "Social Worker"),
                ("Team", "Hexley Adult Care"),
                ("Tel.", "01632 960477"),
                ("Date", "28.04.26"),
            ),
            *_person(
                "Adult at risk",
                ("Name", "Winifred Oakes"),
                ("DoB", "6/6/1941"),
                ("Address", "The Bungalow, Ferry Lane, Hexley\nZZ12 5FL"),
                ("Phone", "01632 960478"),
                ("Can we phone?", "Only via daughter, Ruth Oakes, 07700 900566, which is safe to call"),
                ("Disability", "Yes - Parkinson's, uses a frame"),
                ("NHS no.", "943 476 5919"),
                ("GP", "Ferry Lane Surgery"),
            ),
            *_person(
                "Alleged source of harm",
                ("Name", "Trevor Oakes"),
                ("DoB", "unknown (late fifties)"),
                ("Address", "As above"),
                ("Relation to adult at risk", "Son"),
            ),
            *_person(
                "Referral",
                ("Ground", "Professional judgement"),
                ("Aware of referral", "Yes"),
                ("Consents", "Unsure, keeps changing her mind"),
                ("Concerns", "Trevor locks away her tablets and has her sign cheques at night."),
            ),
        ),
    )


TRUTH = referral(
    SOURCE,
    case_area="Hexley",
    referral_date="2026-04-28",
    referrer={
        "agency": "Hexley Adult Care",
        "name": "Callum Wraith",
        "role": "Social Worker",
        "phones": ["01632960477"],
    },
    victims=[
        person(
            "Winifred Oakes",
            "1941-06-06",
            home("The Bungalow, Ferry Lane, Hexley", "ZZ12 5FL"),
            phones=[phone("01632960478"), phone("07700900566", call=True, whose="daughter, Ruth Oakes")],
            nhs_number="9434765919",
            gp="Ferry Lane Surgery",
            diversity={"disabled": True, "disability_detail": "Parkinson's, uses a frame"},
        )
    ],
    perpetrators=[
        person(
            "Trevor Oakes",
            None,
            home("The Bungalow, Ferry Lane, Hexley", "ZZ12 5FL"),
            relationship_to_victim="Son",
        )
    ],
    criteria={"professional_judgement": True},
    consent={"victim_aware": True},
    must_include=["locks away her tablets"],
    accept={
        "others": [["Ruth Oakes"]],
        "victims[0].phones[0].safe_to_call": [False],
        "case_area": [None],
        "consent.reason": ["keeps changing her mind"],
        "perpetrators[0].age_stated": [None],
    },
)
