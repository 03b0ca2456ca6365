"""A home care provider's Word form: a label, its answer and a remark in each row."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "care-provider.docx"
ROWS = [
    ["PERSON RECEIVING CARE (VICTIM)"],
    ["Name", "Mr Desmond Achebe", "Prefers Des"],
    ["Date of birth", "14/02/1944", ""],
    ["Address", "6 Kestrel Court, Penwick, ZZ60 6KC", "Key safe on door"],
    ["Telephone", "01632 960931", "Daughter answers - do not call"],
    ["Safe contact", "Care worker Marta on shift, 07700 900932", "Mornings before 11"],
    ["Ethnicity", "Black African", ""],
    ["Health / disability", "Vascular dementia", "Has capacity for this decision"],
    ["PERSON ALLEGED TO BE CAUSING HARM"],
    ["Name", "Ngozi Achebe", ""],
    ["Date of birth", "30/06/1975", ""],
    ["Address", "Same as person receiving care", ""],
    ["Relationship to person receiving care", "Daughter", ""],
    ["REFERRER"],
    ["Name and role", "Philippa Hurst, Registered Manager", ""],
    ["Provider", "Penwick Home Care", ""],
    ["Telephone", "01632 960930", ""],
    ["Email", "p.hurst@penwickcare.example.org", ""],
    ["Date", "19/10/2026", ""],
    ["REFERRAL"],
    ["MARAC", "Penwick and Vale", ""],
    ["Is the person aware of this referral?", "Yes", ""],
    ["Has the person consented?", "Yes", "Verbally, on 18 October"],
    ["Criteria", "Professional judgement", ""],
    ["Checklist score", "7", ""],
    [
        "What has happened",
        "Ngozi locks the fridge and withheld his tablets for four days. Carers found him on the floor.",
        "",
    ],
]


def document() -> bytes:
    made = Document()
    made.add_heading("Penwick Home Care – domestic abuse referral")
    table(made, ROWS)
    return saved(made)


COURT = home("6 Kestrel Court, Penwick", "ZZ60 6KC")
TRUTH = referral(
    SOURCE,
    case_area="Penwick and Vale",
    referral_date="2026-10-19",
    referrer={"agency": "Penwick Home Care", "name": "Philippa Hurst", "role": "Registered Manager",
              "phones": ["01632960930"], "email": "p.hurst@penwickcare.example.org"},
    victims=[
        person("Desmond Achebe", "1944-02-14", COURT,
               phones=[phone("01632960931", call=False), phone("07700900932", call=True, whose="care worker Marta")],
               diversity={"ethnicity": "Black African", "disabled": True, "disability_detail": "Vascular dementia"})
    ],
    perpetrators=[person("Ngozi Achebe", "1975-06-30", COURT, relationship_to_victim="Daughter")],
    others=[other("Marta", "care worker", "safe contact", [phone("07700900932", call=True)])],
    criteria={"professional_judgement": True},
    checklist={"score_stated": 7},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["locks the fridge"],
    accept={
        "victims[0].gender": ["male"], "victims[0].diversity.bme": [True], "victims[0].aliases": [["Des"]],
        "victims[0].phones[1].safe_to_call": [None], "victims[0].phones[0].safe_to_leave_message": [False],
        "others": [[]], "criteria.visible_high_risk": [False], "criteria.potential_escalation": [False],
        "criteria.repeat": [False],
    },
)  # fmt: skip
