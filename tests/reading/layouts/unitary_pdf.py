"""A unitary council's PDF: victim and perpetrator as two columns of one ruled table, then boxes to cross."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "unitary-council.pdf"
PEOPLE = (
    ("", "Victim / survivor", "Alleged perpetrator"),
    ("Last name", "Achterberg", "Achterberg"),
    ("First name", "Ingrid", "Lukas"),
    ("Also known as", "Inge", "-"),
    ("Date of birth", "14 August 1988", "2 March 1985"),
    ("Gender", "Female", "Male"),
    ("Address and postcode", "Withheld (see below)", "66 Station Parade, Ashmere ZZ41 6SP"),
    ("Phone number", "07700 900541", "07700 900542"),
    ("Safe to call / leave a message?", "Call: Y   Message: N", "Do not contact"),
    ("Ethnicity", "White Other (Dutch)", "White Other (Dutch)"),
    ("Disability", "Epilepsy", "None known"),
    ("Employment", "Works at Ashmere Library", "Unemployed"),
    ("Relationship to each other", "Married, separated since May", ""),
)
CHILDREN = (
    ("Children: name", "Date of birth", "Living with", "School or nursery"),
    ("Pieter Achterberg", "19/11/2015", "Victim", "Ashmere Juniors"),
    ("Saskia Achterberg", "02/06/2019", "Victim", "Ashmere Infants"),
)


def _ruled(rows, widths, y: int) -> tuple[list[str], int]:
    drawn = []
    for row in rows:
        x = 40
        for text, width in zip(row, widths, strict=True):
            drawn += [box(x, y - 6, width, 18), words(x + 4, y, text, 9, bold=x == 40 or row is rows[0])]
            x += width
        y -= 18
    return drawn, y


def document() -> bytes:
    drawn = [
        words(40, 810, "Ashmere Council", 11),
        words(40, 792, "Multi-agency risk assessment conference: referral", 14, bold=True),
        words(40, 770, "Referrer: Keziah Broome", 10),
        words(300, 770, "Job title: Health IDVA", 10),
        words(40, 755, "Organisation: Ashmere General Hospital", 10),
        words(300, 755, "Date: 21/06/2026", 10),
        words(40, 740, "Tel: 01632 960540", 10),
        words(300, 740, "Email: k.broome@ashmerehospital.example.org", 10),
    ]
    people, y = _ruled(PEOPLE, (150, 180, 185), 715)
    drawn += people
    drawn.append(
        words(
            40, y - 8, "CONFIDENTIAL ADDRESS - not to be shared with any other party: 3 Lark Rise, Ashmere ZZ41 3LR", 9
        )
    )
    children, y = _ruled(CHILDREN, (150, 90, 90, 185), y - 32)
    drawn += children
    for line in (
        "Reason(s) for referral",
        "[X] Professional judgement    [  ] Visible high risk    [X] Escalation    [  ] Repeat",
        "Score on risk checklist: 12 / 24",
        "Has the victim been told about this referral?   [X] Yes   [  ] No",
        "Has the victim given consent?   [X] Yes   [  ] No",
        "Previously discussed at this or another MARAC?   [  ] Yes   [X] No",
        "What is happening now",
        "Ingrid came to the emergency department after a seizure. Lukas had hidden her tablets for nine days. He told",
        "the children's school that she is unfit and he tried to collect them on Monday.",
    ):
        bold = line in ("Reason(s) for referral", "What is happening now")
        drawn.append(words(40, y - 14, line, 11 if bold else 9, bold=bold))
        y -= 17
    return pdf(page(*drawn))


TRUTH = referral(
    SOURCE,
    case_area="Ashmere",
    referral_date="2026-06-21",
    referrer={
        "agency": "Ashmere General Hospital",
        "name": "Keziah Broome",
        "role": "Health IDVA",
        "phones": ["01632960540"],
        "email": "k.broome@ashmerehospital.example.org",
    },
    victims=[
        person(
            "Ingrid Achterberg",
            "1988-08-14",
            home("3 Lark Rise, Ashmere", "ZZ41 3LR", secret=True),
            phones=[phone("07700900541", call=True, message=False)],
            aliases=["Inge"],
            gender="female",
            occupation="Works at Ashmere Library",
            diversity={"ethnicity": "White Other (Dutch)", "disabled": True, "disability_detail": "Epilepsy"},
        )
    ],
    perpetrators=[
        person(
            "Lukas Achterberg",
            "1985-03-02",
            home("66 Station Parade, Ashmere", "ZZ41 6SP"),
            phones=[phone("07700900542")],
            gender="male",
            occupation="Unemployed",
            relationship_to_victim="Married, separated since May",
            diversity={"ethnicity": "White Other (Dutch)"},
        )
    ],
    children=[
        child("Pieter Achterberg", "2015-11-19", lives_with="victim", school="Ashmere Juniors"),
        child("Saskia Achterberg", "2019-06-02", lives_with="victim", school="Ashmere Infants"),
    ],
    criteria={
        "professional_judgement": True,
        "visible_high_risk": False,
        "potential_escalation": True,
        "repeat": False,
    },
    checklist={"score_stated": 12},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": False, "other_marac": False},
    must_include=["hidden her tablets for nine days", "tried to collect them on Monday"],
    accept={
        "case_area": ["Ashmere Council"],
        "victims[0].diversity.nationality": ["Dutch"],
        "perpetrators[0].diversity.nationality": ["Dutch"],
        "victims[0].diversity.bme": [False],
        "perpetrators[0].diversity.bme": [False],
        "perpetrators[0].diversity.disabled": [False],
        "perpetrators[0].phones[0].safe_to_call": [False],
        "perpetrators[0].phones[0].safe_to_leave_message": [False],
        "perpetrators[0].phones[0].safe_to_text": [False],
        "perpetrators[0].relationship_to_victim": [None, "separated", "Spouse"],
        "children[0].address": [home("3 Lark Rise, Ashmere", "ZZ41 3LR")],
        "children[1].address": [home("3 Lark Rise, Ashmere", "ZZ41 3LR")],
        "previous.this_marac": [None],
        "previous.other_marac": [None],
    },
)
