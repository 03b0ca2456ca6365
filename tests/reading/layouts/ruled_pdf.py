"""A probation office's PDF: ruled tables with labels above their answers in the same cell, crosses in small boxes."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import home, person, phone, referral

SOURCE = "probation.pdf"


def _cell(x: float, y: float, width: float, label: str, *answer: str) -> list[str]:
    lines = [words(x + 4, y + 22 - 11 * number, line, 9) for number, line in enumerate(answer)]
    return [box(x, y, width, 46), words(x + 4, y + 35, label, 8, bold=True), *lines]


def document() -> bytes:
    return pdf(
        page(
            words(50, 800, "OAKSEY DIVISION MARAC: PROBATION REFERRAL", 13, bold=True),
            *_cell(50, 740, 165, "Date of referral", "30/06/2026"),
            *_cell(215, 740, 165, "Probation practitioner", "Marguerite Stott"),
            *_cell(380, 740, 165, "Telephone", "01632 960820"),
            words(50, 715, "VICTIM DETAILS", 11, bold=True),
            *_cell(50, 660, 165, "Surname", "ABARA"),
            *_cell(215, 660, 165, "Forename(s)", "Chidi Joseph"),
            *_cell(380, 660, 165, "Date of birth", "09/01/1994"),
            *_cell(50, 614, 330, "Address", "16 Saltings, Oaksey, ZZ10 6SA"),
            *_cell(380, 614, 165, "Gender", "Male"),
            *_cell(50, 568, 165, "Telephone", "07700 900588"),
            *_cell(215, 568, 165, "Safe to call?", "[X] Yes   [ ] No"),
            *_cell(380, 568, 165, "Safe to leave a message?", "[ ] Yes   [X] No"),
            words(50, 540, "PERPETRATOR DETAILS", 11, bold=True),
            *_cell(50, 485, 165, "Surname", "HOLT"),
            *_cell(215, 485, 165, "Forename(s)", "Marcus"),
            *_cell(380, 485, 165, "Date of birth", "23/03/1989"),
            *_cell(50, 439, 330, "Address", "Approved premises: Lindens House,", "2 Park Road, Oaksey, ZZ10 2PR"),
            *_cell(380, 439, 165, "Relationship to victim", "Ex-partner"),
            words(50, 410, "REASON FOR REFERRAL", 11, bold=True),
            words(
                50,
                390,
                "[X] Visible high risk      [ ] Professional judgement      [ ] Potential escalation      [X] Repeat",
                9,
            ),
            *_cell(50, 330, 165, "Checklist score", "15"),
            *_cell(215, 330, 330, "Date last heard at MARAC", "12/11/2025"),
            words(50, 305, "BACKGROUND", 11, bold=True),
            words(
                50,
                288,
                "Marcus was released on 26 June. He has sent Chidi photographs of his front door on three nights.",
            ),
        )
    )


TRUTH = referral(
    SOURCE,
    case_area="Oaksey Division",
    referral_date="2026-06-30",
    referrer={"name": "Marguerite Stott", "role": "Probation practitioner", "phones": ["01632960820"]},
    victims=[
        person(
            "Chidi Joseph Abara",
            "1994-01-09",
            home("16 Saltings, Oaksey", "ZZ10 6SA"),
            phones=[phone("07700900588", call=True, message=False)],
            gender="male",
        )
    ],
    perpetrators=[
        person(
            "Marcus Holt",
            "1989-03-23",
            home("Approved premises: Lindens House, 2 Park Road, Oaksey", "ZZ10 2PR", "release"),
            relationship_to_victim="Ex-partner",
        )
    ],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": False,
        "repeat": True,
    },
    checklist={"score_stated": 15},
    previous={"this_marac": True, "last_date": "2025-11-12"},
    must_include=["photographs of his front door"],
    accept={
        "case_area": ["Oaksey"],
        "referrer.role": [None],
        "referrer.agency": ["Probation"],
        "perpetrators[0].addresses": [home("Approved premises", "ZZ10 2PR")],
    },
)
