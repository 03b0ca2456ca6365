"""A city's flat PDF: the victim's ruled panel left, the perpetrator's right, small labels in each box's corner."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "city-panels.pdf"
LEFT, RIGHT = 40.0, 302.0
PANELS = (
    ("Name (incl. aliases)", "Grace MUTASA", "Tendai MUTASA (Tino)"),
    ("Date of birth", "16/06/1984", "05/05/1979"),
    ("Address", "Flat 18 Albion Wharf, Port Isbell ZZ47 8AW", "21 Gannet Road, Port Isbell ZZ47 1GR"),
    ("Telephone", "07700 900791", "07700 900792"),
    ("Gender / ethnicity", "Female / Black African", "Male / Black African"),
    ("Relationship to other party", "Wife (separated)", "Husband (separated)"),
)
ASKED = (
    ("Safe to telephone victim?", "YES, before 3pm"),
    ("Safe to leave voicemail?", "NO"),
    ("Victim aware of referral?", "YES"),
    ("Victim consents to referral?", "YES"),
    ("Heard at this MARAC in last 12 months?", "NO"),
)
KIDS = (("Tariro Mutasa", "02/02/2010", "F", "Mother"), ("Kudzai Mutasa", "19/11/2012", "M", "Mother"))


def _cell(x: float, y: float, width: float, label: str, value: str) -> list[str]:
    return [box(x, y, width, 30), words(x + 3, y + 21, label, 7, bold=True), words(x + 3, y + 7, value, 10)]


def document() -> bytes:
    drawn = [words(40, 810, "PORT ISBELL MARAC - REFERRAL", 14, bold=True)]
    drawn += _cell(40, 770, 174, "Referring agency", "Port Isbell Probation")
    drawn += _cell(214, 770, 174, "Referrer", "Ruaridh Fenn")
    drawn += _cell(388, 770, 167, "Date of referral", "24/02/2026")
    drawn += _cell(40, 740, 261, "Telephone", "01632 960790")
    drawn += _cell(301, 740, 254, "E-mail", "ruaridh.fenn@pip.example.org")
    drawn += [words(LEFT, 715, "VICTIM", 11, bold=True), words(RIGHT, 715, "PERPETRATOR", 11, bold=True)]
    y = 680.0
    for label, his, other in PANELS:
        drawn += _cell(LEFT, y, 253, label, his) + _cell(RIGHT, y, 253, label, other)
        y -= 30
    y -= 10
    for question, answer in ASKED:
        drawn += [box(LEFT, y, 300, 20), words(LEFT + 3, y + 6, question, 9), box(LEFT + 300, y, 215, 20)]
        drawn.append(words(LEFT + 303, y + 6, answer, 9))
        y -= 20
    drawn.append(words(LEFT, y - 5, "CHILDREN", 11, bold=True))
    y -= 32
    for n, cells in enumerate((("Name", "DOB", "M/F", "Residing with"), *KIDS)):
        x = LEFT
        for width, cell in zip((190, 100, 60, 165), cells, strict=True):
            drawn += [box(x, y, width, 18), words(x + 3, y + 5, cell, 9, bold=n == 0)]
            x += width
        y -= 18
    drawn.append(words(LEFT, y - 12, "REASON FOR REFERRAL", 11, bold=True))
    drawn.append(
        words(LEFT, y - 28, "[X] High risk (14+ on DASH): 16     [ ] Professional judgement     [ ] Escalation", 9)
    )
    drawn.append(words(LEFT, y - 50, "DETAILS OF INCIDENT", 11, bold=True))
    drawn.append(
        words(
            LEFT, y - 65, "Tendai followed her off the bus with a claw hammer in his sleeve. A passenger stepped in.", 9
        )
    )
    return pdf(page(*drawn))


TRUTH = referral(
    SOURCE,
    case_area="Port Isbell",
    referral_date="2026-02-24",
    referrer={
        "agency": "Port Isbell Probation", "name": "Ruaridh Fenn", "phones": ["01632960790"],
        "email": "ruaridh.fenn@pip.example.org",
    },
    victims=[
        person("Grace Mutasa", "1984-06-16", home("Flat 18 Albion Wharf, Port Isbell", "ZZ47 8AW"),
               phones=[phone("07700900791", call=True, message=False)], gender="female",
               diversity={"ethnicity": "Black African"})
    ],
    perpetrators=[
        person("Tendai Mutasa", "1979-05-05", home("21 Gannet Road, Port Isbell", "ZZ47 1GR"),
               phones=[phone("07700900792")], aliases=["Tino"], gender="male",
               relationship_to_victim="Husband (separated)", diversity={"ethnicity": "Black African"})
    ],
    children=[
        child("Tariro Mutasa", "2010-02-02", gender="female", lives_with="victim"),
        child("Kudzai Mutasa", "2012-11-19", gender="male", lives_with="victim"),
    ],
    criteria={"visible_high_risk": True, "professional_judgement": False, "potential_escalation": False},
    checklist={"score_stated": 16},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": False},
    must_include=["followed her off the bus with a claw hammer"],
    accept={
        "victims[0].diversity.bme": [True],
        "perpetrators[0].diversity.bme": [True],
        "children[0].lives_with": ["Mother"],
        "children[1].lives_with": ["Mother"],
        "criteria.repeat": [False],
        "children[0].address": [home("Flat 18 Albion Wharf, Port Isbell", "ZZ47 8AW")],
        "children[1].address": [home("Flat 18 Albion Wharf, Port Isbell", "ZZ47 8AW")],
    },
)  # fmt: skip
