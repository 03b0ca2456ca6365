"""A youth service's Word form: the young person, the other young person, parents who are neither, and professionals."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "young-relationship.docx"
PARTS = (
    ("Young person experiencing abuse", [
        ["Full name", "Tilly Marchbank", "Likes to be called", "Til"],
        ["Date of birth", "05/11/2009", "Age", "16"],
        ["Lives at", "27 Lime Grove, Abbotsley, ZZ58 7LG", "Lives with", "Mum and stepdad"],
        ["Own mobile", "07700 900911", "OK to text?", "Yes"],
        ["OK to ring?", "No – he checks", "School / college", "Abbotsley Sixth Form"],
    ]),
    ("Young person who is harming", [
        ["Full name", "Reece Holloway", "Date of birth", "22/01/2008"],
        ["Lives at", "Placement, 4 The Laurels, Abbotsley, ZZ58 4TL", "Relationship", "Boyfriend, on and off"],
    ]),
    ("Parents and carers of the young person experiencing abuse", [
        ["Name", "Relationship", "Telephone", "Aware of the referral?"],
        ["Joanne Marchbank", "Mother", "07700 900912", "Yes"],
        ["Phil Tate", "Stepfather", "", "No"],
    ]),
    ("Professionals involved", [
        ["Name", "Agency", "Telephone"],
        ["Lucinda Frost", "Abbotsley Youth Service", "01632 960910"],
        ["Dominic Vale", "Abbotsley Children's Services", "01632 960913"],
    ]),
    ("Referral", [
        ["Referred by", "Lucinda Frost, Youth Worker, Abbotsley Youth Service", "On", "18/05/2026"],
        ["Young person's DASH score", "15", "Criteria", "Visible high risk"],
        ["Does Tilly know about the referral?", "Yes", "Has Tilly agreed?", "Yes"],
    ]),
)  # fmt: skip


def document() -> bytes:
    made = Document()
    made.add_heading("Abbotsley young people's MARAC", 1)
    for title, rows in PARTS:
        made.add_heading(title, 2)
        table(made, rows)
    made.add_heading("What is going on", 2)
    made.add_paragraph("Reece shares pictures of her unless she meets him, and held a lighter to her hair on the bus.")
    return saved(made)


TRUTH = referral(
    SOURCE,
    case_area="Abbotsley",
    referral_date="2026-05-18",
    referrer={"agency": "Abbotsley Youth Service", "name": "Lucinda Frost", "role": "Youth Worker",
              "phones": ["01632960910"]},
    victims=[
        person("Tilly Marchbank", "2009-11-05", home("27 Lime Grove, Abbotsley", "ZZ58 7LG"),
               phones=[phone("07700900911", call=False, text=True)], aliases=["Til"], age_stated=16)
    ],
    perpetrators=[
        person("Reece Holloway", "2008-01-22", home("Placement, 4 The Laurels, Abbotsley", "ZZ58 4TL"),
               relationship_to_victim="Boyfriend, on and off")
    ],
    others=[
        other("Joanne Marchbank", "Mother", "parent", [phone("07700900912")]),
        other("Phil Tate", "Stepfather", "parent"),
        other("Dominic Vale", None, "professional", [phone("01632960913")]),
    ],
    criteria={"visible_high_risk": True},
    checklist={"score_stated": 15},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["held a lighter to her hair"],
    accept={
        "case_area": ["Abbotsley young people's"], "victims[0].gender": ["female"], "victims[0].aliases": [[]],
        "victims[0].occupation": ["Abbotsley Sixth Form"], "referrer.phones": [[]],
            "checklist.variant": ["young_person"],
        "others": [["Joanne Marchbank", "Phil Tate"], ["Joanne Marchbank", "Phil Tate", "Lucinda Frost",
            "Dominic Vale"]],
        "criteria.professional_judgement": [False], "criteria.potential_escalation": [False],
            "criteria.repeat": [False],
    },
)  # fmt: skip
