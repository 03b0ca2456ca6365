"""A community health trust's Word form: a grid with one row for each person and their part in the first column."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "visitor-grid.docx"
REFERRER = [
    ["Referred by:", "Oonagh Pettifer", "Profession:", "Specialist Health Visitor"],
    ["Base:", "Lydgate Children's Centre", "Tel:", "01632 960620"],
    ["Date:", "22.05.26", "Email:", "oonagh.pettifer@lydgatehealth.example.org"],
]
FAMILY = [
            ["Role", "Name", "DoB", "Address", "Telephone", "Ethnicity"],
            ["Victim", "Priscilla Danso", "04/11/1995", "7 Tannery Court, Lydgate ZZ12 7TC",
             "07700 900621 – do not ring, text only", "Black African"],
            ["Alleged perpetrator", "Emmanuel Danso", "15/02/1990", "19 Hide Street, Lydgate ZZ12 1HS",
             "07700 900622", "Black African"],
            ["Child", "Josiah Danso", "10/06/2023", "7 Tannery Court", "", "Black African"],
            ["Child", "Abigail Danso", "29/09/2020", "7 Tannery Court", "", "Black African"],
        ]  # fmt: skip
QUESTIONS = [
    ["Relationship between victim and alleged perpetrator", "Separated spouses"],
    ["Is anyone in the family pregnant?", "Yes - Priscilla, expected date of delivery 02/10/2026"],
    ["Does anyone need an interpreter?", "No"],
    ["Name of school / nursery", "Abigail - Lydgate Infant School; Josiah - not in nursery"],
    ["GP", "Marsh Road Surgery"],
    ["Reason for MARAC referral", "Professional judgement ☑   High risk (14+) ☐   Escalation ☑   Repeat ☐"],
    ["RIC score", "13"],
    ["Is the client aware that this referral is being made?", "☑ Yes   ☐ No"],
    ["Consent obtained?", "☐ Yes   ☑ No"],
    ["If no consent, why share?", "Risk of serious harm to the children and the unborn"],
]


def document() -> bytes:
    made = Document()
    made.add_paragraph("Lydgate Community Health – 0 to 19 service")
    made.add_heading("Referral for discussion at Lydgate and Marsh MARAC", 1)
    table(made, REFERRER)
    made.add_paragraph("Family details")
    table(made, FAMILY)
    made.add_paragraph("")
    table(made, QUESTIONS)
    made.add_paragraph("Description of concerns")
    made.add_paragraph(
        "Emmanuel has been let in to the block by a neighbour and put glue in the lock. Josiah was hit by the door. "
        "Priscilla asked that her husband is not told that she spoke to me."
    )
    return saved(made)


TANNERY = home("7 Tannery Court, Lydgate", "ZZ12 7TC")
TRUTH = referral(
    SOURCE,
    case_area="Lydgate and Marsh",
    referral_date="2026-05-22",
    referrer={
        "agency": "Lydgate Community Health",
        "name": "Oonagh Pettifer",
        "role": "Specialist Health Visitor",
        "phones": ["01632960620"],
        "email": "oonagh.pettifer@lydgatehealth.example.org",
    },
    victims=[
        person(
            "Priscilla Danso",
            "1995-11-04",
            TANNERY,
            phones=[phone("07700900621", call=False, text=True)],
            gp="Marsh Road Surgery",
            diversity={"ethnicity": "Black African", "pregnant": True, "interpreter": False},
        )
    ],
    perpetrators=[
        person(
            "Emmanuel Danso",
            "1990-02-15",
            home("19 Hide Street, Lydgate", "ZZ12 1HS"),
            phones=[phone("07700900622")],
            relationship_to_victim="Separated spouse",
            diversity={"ethnicity": "Black African"},
        )
    ],
    children=[
        child("Josiah Danso", "2023-06-10", address=home("7 Tannery Court", None)),
        child("Abigail Danso", "2020-09-29", address=home("7 Tannery Court", None), school="Lydgate Infant School"),
        {**child("", None, unborn=True, edd="2026-10-02"), "forenames": None, "surname": None},
    ],
    criteria={
        "professional_judgement": True,
        "visible_high_risk": False,
        "potential_escalation": True,
        "repeat": False,
    },
    checklist={"score_stated": 13},
    consent={
        "victim_aware": True,
        "consent_given": False,
        "reason": "Risk of serious harm to the children and the unborn",
    },
    must_include=["put glue in the lock"],
    accept={
        "referrer.agency": ["Lydgate Community Health 0 to 19 service", "Lydgate Children's Centre"],
        "victims[0].gp": [None],
        "victims[0].diversity.interpreter": [None],
        "victims[0].diversity.bme": [True],
        "victims[0].gender": ["female"],
        "perpetrators[0].diversity.bme": [True],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].relationship_to_victim": ["Separated spouses", "husband", "ex-husband"],
        "children[0].address": [TANNERY],
        "children[1].address": [TANNERY],
        "children[0].lives_with": ["victim"],
        "children[1].lives_with": ["victim"],
        "children[1].school": [None],
        "children[0].school": ["not in nursery"],
    },
)
