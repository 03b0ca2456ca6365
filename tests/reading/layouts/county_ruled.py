"""A county's flat PDF in ruled boxes: sections in grey bars with letters, four cells to a row, ticks as an X."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "county-bars.pdf"
ROWS = (
    ("A. REFERRER",),
    ("Name", "Gail Osborne", "Organisation", "Wychbury Homeless Service"),
    ("Phone", "01632 960430", "Referral date", "19/03/2026"),
    ("B. VICTIM",),
    ("Name", "Donna Kessell", "Date of birth", "08/02/1981"),
    ("Address", "No fixed abode", "Phone", "07700 900431"),
    ("Safe to phone?", "Yes, any time", "Ethnicity", "White British"),
    ("C. PERPETRATOR",),
    ("Name", "Ricky Fell", "Date of birth", "approx 45"),
    ("Address", "The Anchor, Quay Road, ZZ65 1QR", "Relationship", "Partner"),
    ("D. CHILDREN",),
    ("Name", "Jodie Kessell", "Date of birth", "14/04/2012"),
    ("Lives with", "Maternal aunt", "School", "Wychbury High"),
    ("E. GROUNDS (mark with X)",),
    ("Visible high risk", "", "Professional judgement", "X"),
    ("Escalation", "X", "Repeat", ""),
    ("F. CONSENT",),
    ("Victim aware?", "Yes", "Consent given?", "Yes"),
    ("G. CONCERNS",),
    ("Ricky breaks her tent poles and has pushed her into the dock. He says that nobody will look for her.",),
)


def document() -> bytes:
    drawing, y = [words(40, 805, "Wychbury MARAC referral", 13, bold=True)], 775
    for row in ROWS:
        wide = (520,) if len(row) == 1 else (95, 180, 105, 140)
        x = 35
        for number, (text, width) in enumerate(zip(row, wide, strict=True)):
            drawing.append(box(x, y - 6, width, 20))
            drawing.append(words(x + 4, y, text, 9, bold=len(row) == 1 and number == 0 and text[1] == "."))
            x += width
        y -= 20
    return pdf(page(*drawing))


TRUTH = referral(
    SOURCE,
    case_area="Wychbury",
    referral_date="2026-03-19",
    referrer={"agency": "Wychbury Homeless Service", "name": "Gail Osborne", "phones": ["01632960430"]},
    victims=[
        person(
            "Donna Kessell",
            "1981-02-08",
            phones=[phone("07700900431", call=True)],
            no_fixed_abode=True,
            diversity={"ethnicity": "White British"},
        )
    ],
    perpetrators=[
        person(
            "Ricky Fell",
            None,
            home("The Anchor, Quay Road", "ZZ65 1QR"),
            age_stated=45,
            relationship_to_victim="Partner",
        )
    ],
    children=[child("Jodie Kessell", "2012-04-14", lives_with="Maternal aunt", school="Wychbury High")],
    criteria={"professional_judgement": True, "potential_escalation": True},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["pushed her into the dock"],
    accept={
        "criteria.visible_high_risk": [False],
        "criteria.repeat": [False],
        "previous.this_marac": [False],
        "victims[0].diversity.bme": [False],
    },
)
