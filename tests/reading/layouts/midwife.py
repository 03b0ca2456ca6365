"""A midwife's form under the four headings of a handover, with an unborn child and texts only."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "midwife.docx"
CLIENT = [
    ["Client", "Roisin Tully", "NHS No", "943 476 5919"],
    ["D.O.B", "23.07.1997", "EDD", "19.01.2026"],
    ["Address", "2 Lock Cottages, Tarnwick, ZZ14 2LC", "GP", "Tarnwick Health Centre"],
    ["Contact", "07700 900692: texts only, husband checks her call log", "Language", "English"],
]
HIM = [
    ["Husband / perpetrator", "Declan Tully", "D.O.B", "04.10.1993"],
    ["Address", "Same as client", "Occupation", "Roofer"],
]


def document() -> bytes:
    made = Document()
    made.add_heading("Maternity safeguarding - referral to Tarnwick MARAC")
    made.add_paragraph(
        "Midwife: Catrin Mallow    Base: Tarnwick Maternity Unit    Bleep/tel: 01632 960355    Date: 12 November 2025"
    )
    table(made, CLIENT)
    made.add_paragraph("")
    table(made, HIM)
    made.add_heading("Situation", 2)
    made.add_paragraph("Roisin disclosed at her 30 week appointment that Declan kicked her in the stomach on Sunday.")
    made.add_heading("Background", 2)
    made.add_paragraph(
        "First disclosure was in August. She has one other child, Shay Tully, aged 3, who lives with them."
    )
    made.add_heading("Assessment", 2)
    made.add_paragraph("DASH completed, score 16 (visible high risk).")
    made.add_heading("Recommendation", 2)
    made.add_paragraph("Client is aware of referral: Yes. Client consents: Yes.")
    return saved(made)


LOCK = home("2 Lock Cottages, Tarnwick", "ZZ14 2LC")
TRUTH = referral(
    SOURCE,
    case_area="Tarnwick",
    referral_date="2025-11-12",
    referrer={
        "agency": "Tarnwick Maternity Unit",
        "name": "Catrin Mallow",
        "role": "Midwife",
        "phones": ["01632960355"],
    },
    victims=[
        person(
            "Roisin Tully",
            "1997-07-23",
            LOCK,
            phones=[phone("07700900692", call=False, text=True)],
            nhs_number="9434765919",
            gp="Tarnwick Health Centre",
            diversity={"language": "English"},
        )
    ],
    perpetrators=[person("Declan Tully", "1993-10-04", LOCK, occupation="Roofer", relationship_to_victim="Husband")],
    children=[
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2026-01-19"},
        child("Shay Tully", age_stated=3),
    ],
    checklist={"score_stated": 16},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["kicked her in the stomach"],
    accept={
        "referrer.role": [None],
        "referrer.agency": [None],
        "checklist.score_stated": [None],
        "criteria.visible_high_risk": [True],
        "children[1].lives_with": ["victim", "parents", "them"],
        "children[1].address": [LOCK],
        "victims[0].diversity.pregnant": [True],
        "victims[0].phones[0].safe_to_leave_message": [False],
        "victims[0].gender": ["female"],
    },
)
