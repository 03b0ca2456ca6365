"""A perinatal team's letter as a flat PDF: a block of facts at the top right, then paragraphs, a hidden new home."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "perinatal-letter.pdf"
RIGHT = (
    "Perinatal Mental Health Team",
    "Larch Unit, Oldbridge Hospital",
    "Oldbridge ZZ56 1LU",
    "Tel: 01632 960311",
    "12 November 2026",
)
PARAGRAPHS = (
    ("MARAC, Oldbridge and Fell", True),
    ("Re: Hannah Vesey, DOB 8 January 1995, NHS 400 000 0034", True),
    ("Dear colleagues", False),
    ("I am referring Hannah, whom I have seen weekly since the birth of her "
     "daughter Wren Vesey (born 3 July 2026).", False),
    ("Her husband, Callum Vesey (DOB 19.09.1991), of 7 Chandler Row, "
     "Oldbridge, ZZ56 7CR, has strangled her twice", False),
    ("since the birth. On the last occasion she lost consciousness. He says "
     "that nobody would believe a madwoman.", False),
    ("On Friday Hannah and Wren moved to her cousin's: 2 Peel Cottages, "
     "Fellgate, ZZ56 9PC. Callum has not been told", False),
    ("where she is and it is vital that this stays so.", False),
    ("She may be rung on 07700 900312 at any time; Callum bought her old "
     "phone, 07700 900313, and still has it.", False),
    ("Hannah has read this letter and agrees to the referral to MARAC.", False),
    ("She is referred on professional judgement and because she has had 15 ticks on the DASH.", False),
    ("Yours sincerely", False),
    ("Dr Meera Lal", False),
    ("Consultant Perinatal Psychiatrist", False),
)  # fmt: skip


def document() -> bytes:
    drawing = [words(380, 800 - 14 * n, line, 9) for n, line in enumerate(RIGHT)]
    drawing += [words(50, 690 - 26 * n, line, 10, bold=bold) for n, (line, bold) in enumerate(PARAGRAPHS)]
    return pdf(page(*drawing))


TRUTH = referral(
    SOURCE,
    case_area="Oldbridge and Fell",
    referral_date="2026-11-12",
    referrer={
        "agency": "Perinatal Mental Health Team",
        "name": "Dr Meera Lal",
        "role": "Consultant Perinatal Psychiatrist",
        "phones": ["01632960311"],
    },
    victims=[
        person(
            "Hannah Vesey",
            "1995-01-08",
            home("2 Peel Cottages, Fellgate", "ZZ56 9PC", secret=True),
            phones=[phone("07700900312", call=True), phone("07700900313", call=False)],
            nhs_number="4000000034",
        )
    ],
    perpetrators=[
        person(
            "Callum Vesey",
            "1991-09-19",
            home("7 Chandler Row, Oldbridge", "ZZ56 7CR"),
            relationship_to_victim="husband",
        )
    ],
    children=[child("Wren Vesey", "2026-07-03", relationship_to_victim="daughter")],
    criteria={"professional_judgement": True},
    checklist={"score_stated": 15},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["has strangled her twice"],
    accept={
        "case_area": ["Oldbridge", "Oldbridge and Fell"],
        "criteria.visible_high_risk": [True],
        "referrer.name": ["Meera Lal"],
        "referrer.agency": ["Larch Unit, Oldbridge Hospital", "Oldbridge Hospital"],
        "victims[0].gender": ["female"],
        "victims[0].phones": [[phone("07700900312")]],
        "victims[0].phones[1].safe_to_text": [False],
        "victims[0].phones[1].safe_to_leave_message": [False],
        "victims[0].phones[1].safe_to_call": [None],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].phones": [["07700900313"]],
        "children[0].relationship_to_victim": [None],
        "children[0].gender": ["female"],
        "children[0].lives_with": ["victim"],
        "children[0].address": [home("2 Peel Cottages, Fellgate", "ZZ56 9PC", secret=True)],
        "consent.victim_aware": [None],
    },
)
