"""A hospital trust's Word form: each cell holds its label and under it the answer, three cells to a row."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "trust-stacked.docx"
PATIENT = [
            ["Patient (victim)"],
            ["Surname\nWoodruff", "First name\nCaspian", "Preferred name\nCas"],
            ["Date of birth\n22/02/2001", "NHS no.\n943 476 5919", "Pronouns / gender\nHe/him, male"],
            ["Usual address\n14 Smack Alley, Tidewater\nZZ61 4SA", "Registered GP\nDr Osei, Quay Surgery",
             "Next of kin\nHis sister, Willow Woodruff, 07700 900563"],
            ["Mobile\n07700 900561", "OK to phone? \nNo, partner sees his phone", "OK to write?\nNo"],
            ["Ethnic group\nMixed White and Black Caribbean", "Sexual orientation\nGay",
             "Care or access needs\nDyslexia, please telephone"],
        ]  # fmt: skip
RESPONSIBLE = [
    ["Person alleged to be responsible"],
    ["Surname\nKowalczyk", "First name\nMarek", "Date of birth / age\n33 years"],
    [
        "Usual address\nSame as patient",
        "Mobile\n07700 900562",
        "Relationship to patient\nBoyfriend, cohabiting",
    ],
]
DEPENDANTS = [
            ["Dependants"],
            ["Name\nTeddy Kowalczyk", "Date of birth\n05/05/2017", "Where does the child live?\nAlternate weekends at "
             "14 Smack Alley, otherwise with his mother"],
        ]  # fmt: skip
ASSESSMENT = [
            ["Assessment"],
            ["Risk checklist completed?\nYes", "Number of yes answers\n14", "Date completed\n08/07/2026"],
            ["Criteria met\nHigh risk [x]  Professional judgement [ ]  Escalation [ ]  Repeat [ ]",
             "Patient aware of referral\nYes", "Patient agrees to referral\nNo - frightened of losing the tenancy"],
            ["Account\nMarek burnt Cas with a cigarette lighter on both arms on 6 July. He has said he will cut the "
             "brakes of Willow's car."],
        ]  # fmt: skip
REFERRER = [
            ["Referrer"],
            ["Name\nSr Bernadette Quill", "Job title\nEmergency Department Sister",
             "Contact\n01632 960560\nb.quill@tidewaterhospitals.example.org"],
            ["Signed\nB Quill", "Date\n09/07/2026", "Ward / department\nEmergency Department"],
        ]  # fmt: skip


def document() -> bytes:
    made = Document()
    made.add_paragraph("Tidewater University Hospitals NHS Foundation Trust")
    made.add_heading("Tidewater MARAC referral", 1)
    table(made, PATIENT)
    made.add_paragraph("")
    table(made, RESPONSIBLE)
    made.add_paragraph("")
    table(made, DEPENDANTS)
    made.add_paragraph("")
    table(made, ASSESSMENT)
    made.add_paragraph("")
    table(made, REFERRER)
    return saved(made)


SMACK = home("14 Smack Alley, Tidewater", "ZZ61 4SA")
TRUTH = referral(
    SOURCE,
    case_area="Tidewater",
    referral_date="2026-07-09",
    referrer={
        "agency": "Tidewater University Hospitals NHS Foundation Trust",
        "name": "Bernadette Quill",
        "role": "Emergency Department Sister",
        "phones": ["01632960560"],
        "email": "b.quill@tidewaterhospitals.example.org",
    },
    victims=[
        person(
            "Caspian Woodruff",
            "2001-02-22",
            SMACK,
            phones=[phone("07700900561", call=False)],
            aliases=["Cas"],
            gender="male",
            nhs_number="9434765919",
            gp="Dr Osei, Quay Surgery",
            diversity={
                "ethnicity": "Mixed White and Black Caribbean",
                "lgbt": True,
                "disability_detail": "Dyslexia",
                "disabled": True,
            },
        )
    ],
    perpetrators=[
        person(
            "Marek Kowalczyk",
            None,
            SMACK,
            phones=[phone("07700900562")],
            age_stated=33,
            relationship_to_victim="Boyfriend, cohabiting",
        )
    ],
    children=[child("Teddy Kowalczyk", "2017-05-05", lives_with="his mother")],
    others=[other("Willow Woodruff", "sister", "next of kin", [phone("07700900563")])],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": False,
        "repeat": False,
    },
    checklist={"score_stated": 14},
    consent={"victim_aware": True, "consent_given": False, "reason": "frightened of losing the tenancy"},
    must_include=["burnt Cas with a cigarette lighter"],
    accept={
        "referral_date": ["2026-07-08"],
        "referrer.name": ["Sr Bernadette Quill"],
        "referrer.role": ["Sister"],
        "referrer.agency": ["Tidewater University Hospitals", "Emergency Department"],
        "victims[0].diversity.disabled": [None],
        "victims[0].diversity.disability_detail": [None],
        "victims[0].diversity.bme": [True],
        "perpetrators[0].gender": ["male"],
        "children[0].lives_with": [None, "Alternate weekends at 14 Smack Alley, otherwise with his mother"],
        "children[0].address": [SMACK],
        "children[0].gender": ["male"],
        "previous.this_marac": [False],
        "consent.reason": [None],
    },
)
