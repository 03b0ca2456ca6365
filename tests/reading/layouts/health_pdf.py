"""A hospital safeguarding team's flat PDF: label above answer in three columns, Yes and No beside drawn boxes."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "health-three.pdf"
ROWS = (
    ("#Patient",),
    ("Full name", "Christabel Nwosu", "Date of birth", "02/03/1996", "Hospital number", "H441207"),
    ("Home address", "3 Lockside, Eastwick ZZ52 3LS", "Telephone", "07700 900661", "Safe to telephone?", "No"),
    ("Ethnic group", "Black African", "GP practice", "Lockside Surgery", "Pregnant?", "No"),
    ("#Person alleged to have caused harm",),
    ("Full name", "Chidi Obiora", "Date of birth", "27/09/1993", "Relationship to patient", "Boyfriend"),
    ("Home address", "Not known", "Telephone", "Not known", "Occupation", "Courier"),
    ("#Children",),
    ("Full name", "Amara Nwosu", "Date of birth", "15/11/2022", "Lives with", "Patient"),
    ("#Referral",),
    ("Reason for referral", "Professional judgement", "DASH score", "11", "Repeat referral?", "No"),
    ("Patient aware of referral?", "Yes", "Patient consents?", "Yes", "Date of referral", "06/10/2026"),
    ("Referred by", "Sister Moira Tennant", "Department", "Emergency Department", "Extension", "01632 960661"),
)


def document() -> bytes:
    drawn = [words(40, 800, "Eastwick General Hospital NHS Trust", 12, bold=True),
             words(40, 782, "Referral to Eastwick MARAC", 11, bold=True)]  # fmt: skip
    y = 750.0
    for row in ROWS:
        if len(row) == 1:
            drawn.append(words(40, y, row[0][1:], 11, bold=True))
            y -= 22
            continue
        for n in range(3):
            drawn += [
                box(40 + 172 * n, y - 20, 172, 32),
                words(43 + 172 * n, y + 3, row[2 * n], 7, bold=True),
                words(43 + 172 * n, y - 12, row[2 * n + 1], 9),
            ]
        y -= 40
    drawn.append(words(40, y, "What happened", 11, bold=True))
    drawn.append(words(40, y - 16, "Seen with a broken cheekbone. She said that Chidi locked her phone in his van.", 9))
    return pdf(page(*drawn))


TRUTH = referral(
    SOURCE,
    case_area="Eastwick",
    referral_date="2026-10-06",
    referrer={"agency": "Eastwick General Hospital NHS Trust", "name": "Moira Tennant", "role": "Sister",
              "phones": ["01632960661"]},
    victims=[
        person("Christabel Nwosu", "1996-03-02", home("3 Lockside, Eastwick", "ZZ52 3LS"),
               phones=[phone("07700900661", call=False)], gp="Lockside Surgery",
               diversity={"ethnicity": "Black African", "pregnant": False})
    ],
    perpetrators=[
        person("Chidi Obiora", "1993-09-27", relationship_to_victim="Boyfriend", occupation="Courier")
    ],
    children=[child("Amara Nwosu", "2022-11-15", lives_with="victim")],
    criteria={"professional_judgement": True, "repeat": False},
    checklist={"score_stated": 11},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["Seen with a broken cheekbone"],
    accept={
        "referrer.agency": ["Emergency Department", "Eastwick General Hospital"], "referrer.role": [None],
        "referrer.name": ["Sister Moira Tennant"], "victims[0].diversity.bme": [True],
        "victims[0].gender": ["female"], "criteria.visible_high_risk": [False],
        "criteria.potential_escalation": [False], "previous.this_marac": [False],
        "children[0].address": [home("3 Lockside, Eastwick", "ZZ52 3LS")], "children[0].lives_with": ["Patient"],
    },
)  # fmt: skip
