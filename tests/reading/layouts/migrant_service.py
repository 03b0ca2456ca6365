"""A migrant support charity's Word form: numbered questions in full, dates in words, two who harm in one box."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "migrant-service.docx"
SECTIONS = (
    (
        "A. Your organisation",
        [
            ["A1. Name of organisation", "Lantern Migrant Support"],
            ["A2. Name of person completing this form", "Xiomara Velez"],
            ["A3. Position", "Casework Lead"],
            ["A4. Contact number and email", "01632 960971, xiomara@lantern.example.org"],
            ["A5. Date form completed", "14th of July 2026"],
        ],
    ),
    (
        "B. The person who needs protection",
        [
            ["B1. Family name", "HOSSAIN"],
            ["B2. Given names", "Farzana"],
            ["B3. Date of birth", "5th of March 1996"],
            ["B4. Nationality and first language", "Bangladeshi, Sylheti"],
            ["B5. Does she need an interpreter?", "Yes, female only"],
            [
                "B6. Where is she living at the moment?",
                "Safe house – address withheld, write c/o Lantern, PO Box 9, Quayford ZZ63 1PO",
            ],
            [
                "B7. How can she be contacted?",
                "By WhatsApp message only on 07700 900972. Do not call, her brother-in-law listens",
            ],
            ["B8. Immigration position", "Spouse visa, expires in October"],
            ["B9. Is she pregnant?", "Yes, about 5 months"],
        ],
    ),
    (
        "C. The people who have harmed her",
        [
            ["C1. First person: name", "Kamal Hossain"],
            ["C1. First person: date of birth", "1 January 1988"],
            ["C1. First person: relationship to her", "Husband"],
            ["C1. First person: address", "57 Tollgate Road, Quayford ZZ63 5TR"],
            ["C2. Second person: name", "Jamal Hossain"],
            ["C2. Second person: date of birth", "not known"],
            ["C2. Second person: relationship to her", "Brother-in-law"],
            ["C2. Second person: address", "Same as first person"],
        ],
    ),
    (
        "D. Her children",
        [
            ["D1. Name and date of birth of each child", "Ayaan Hossain, 9 June 2023"],
            ["D2. Who are they living with?", "With their father"],
        ],
    ),
    (
        "E. The risk",
        [
            ["E1. Risk indicator checklist total", "18"],
            ["E2. Grounds for this referral", "Visible high risk"],
            ["E3. Does she know you are making this referral?", "Yes"],
            ["E4. Does she agree to it?", "Yes"],
            [
                "E5. What has been happening?",
                "Kamal and Jamal took her papers and burned her hand on the iron. Ayaan was kept at the house "
                "when she fled.",
            ],
        ],
    ),
)


def document() -> bytes:
    made = Document()
    made.add_heading("Referral to Quayford MARAC", 1)
    for title, rows in SECTIONS:
        made.add_heading(title, 2)
        table(made, rows)
    return saved(made)


TOLLGATE = home("57 Tollgate Road, Quayford", "ZZ63 5TR")
TRUTH = referral(
    SOURCE,
    case_area="Quayford",
    referral_date="2026-07-14",
    referrer={"agency": "Lantern Migrant Support", "name": "Xiomara Velez", "role": "Casework Lead",
              "phones": ["01632960971"], "email": "xiomara@lantern.example.org"},
    victims=[
        person("Farzana Hossain", "1996-03-05", home("c/o Lantern, PO Box 9, Quayford", "ZZ63 1PO", secret=True),
               phones=[phone("07700900972", call=False, text=True)],
               diversity={"nationality": "Bangladeshi", "language": "Sylheti", "interpreter": True, "pregnant": True})
    ],
    perpetrators=[
        person("Kamal Hossain", "1988-01-01", TOLLGATE, relationship_to_victim="Husband"),
        person("Jamal Hossain", None, TOLLGATE, relationship_to_victim="Brother-in-law"),
    ],
    children=[
        child("Ayaan Hossain", "2023-06-09", lives_with="father"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True},
    ],
    criteria={"visible_high_risk": True},
    checklist={"score_stated": 18},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["burned her hand on the iron"],
    accept={
        "victims[0].gender": ["female"], "victims[0].phones[0].safe_to_text": [None],
        "victims[0].phones[0].safe_to_leave_message": [None, False], "children[0].lives_with": [None, "perpetrator"],
        "victims[0].diversity.nationality": [None, "Bangladeshi, Sylheti"],
        "criteria.professional_judgement": [False], "criteria.potential_escalation": [False],
            "criteria.repeat": [False],
        "children[0].address": [TOLLGATE],
    },
)  # fmt: skip
