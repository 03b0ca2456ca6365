"""A partnership's Word form: headings over two-column tables, one table for each child and each perpetrator."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "partnership-pages.docx"
YOU = [
    ["Completed by", "Fergus MacAlister"],
    ["Designation", "Family Support Worker"],
    ["Organisation", "Thornwick Early Help Hub"],
    ["Telephone no(s)", "01632 960570 / 07700 900570"],
    ["E-mail", "fergus.m@thornwick.example.org"],
    ["Submitted on", "Thursday 12th March 2026"],
]
AT_RISK = [
    ["Full name, including any previous names", "Bethany Grace Lovelace (formerly Hurst)"],
    ["Date of birth (or approximate age)", "30/09/1994"],
    [
        "Current address",
        "Room 4, Gull Lodge, Harbour Row, Thornwick ZZ71 4GL. Temporary; PLEASE KEEP CONFIDENTIAL",
    ],
    ["Home address if different to above", "12 Teasel Way, Thornwick ZZ71 2TW"],
    [
        "Contact numbers. Please highlight which are safe",
        "07700 900571 - safe\n01632 960571 - NOT safe, do not use",
    ],
    ["Ethnicity / nationality", "White British"],
    ["Does the individual consider themselves disabled? Details", "Yes - type 1 diabetes"],
    ["Does the individual identify as LGBT+?", "No"],
    ["Housing provider or landlord", "Thornwick Homes"],
]
CAUSING_HARM = [
    ["Full name, including any aliases", "Nathan Hurst, also known as Nate"],
    ["Date of birth (or approximate age)", "07/12/1990"],
    ["Current address", "12 Teasel Way, Thornwick ZZ71 2TW"],
    ["Relationship to the individual at risk", "Estranged husband"],
    ["Occupation", "Scaffolder"],
]
SECOND = [
    ["Full name, including any aliases", "Gary Hurst"],
    ["Date of birth (or approximate age)", "In his sixties"],
    ["Current address", "40 Wharf Street, Thornwick ZZ71 4WS"],
    ["Relationship to the individual at risk", "Father-in-law"],
]
THRESHOLD = [
    ["Total ticks on the risk identification checklist", "17"],
    ["Which criterion does this referral meet?", "Visible high risk and repeat"],
    ["If a repeat, when was the case last discussed?", "24th April 2025"],
    ["Has the individual been informed?", "Yes"],
    ["Do they give consent?", "Yes, verbally on 11 March"],
    ["Police crime number(s) if known", "TH-55120-26"],
]


def document() -> bytes:
    made = Document()
    made.add_heading("Thornwick Domestic Abuse Partnership", 0)
    made.add_heading("MARAC Referral Form", 1)
    made.add_paragraph("Forms with missing information will be returned.")
    made.add_heading("Part A: You", 2)
    table(made, YOU)
    made.add_heading("Part B: The individual at risk of harm", 2)
    table(made, AT_RISK)
    made.add_heading("Part C: The individual(s) alleged to be causing harm", 2)
    table(made, CAUSING_HARM)
    made.add_paragraph("Second individual, where relevant")
    table(made, SECOND)
    made.add_heading("Part D: Children and young people", 2)
    for name, born, lives, school in (
        ("Alfie Hurst", "16/04/2014", "With Bethany", "Thornwick Primary"),
        ("Maisie Hurst", "28/08/2016", "With Nathan", "Thornwick Primary"),
    ):
        table(
            made,
            [
                ["Name of child", name],
                ["Date of birth", born],
                ["Who does the child live with?", lives],
                ["School or early years setting", school],
            ],
        )
        made.add_paragraph("")
    made.add_heading("Part E: Threshold", 2)
    table(made, THRESHOLD)
    made.add_heading("Part F: Reason for referral", 2)
    made.add_paragraph(
        "Nathan smashed the windows at Gull Lodge looking for her. His father follows her from the school gate."
    )
    return saved(made)


TEASEL = home("12 Teasel Way, Thornwick", "ZZ71 2TW")
TRUTH = referral(
    SOURCE,
    case_area="Thornwick",
    referral_date="2026-03-12",
    referrer={
        "agency": "Thornwick Early Help Hub",
        "name": "Fergus MacAlister",
        "role": "Family Support Worker",
        "phones": ["01632960570", "07700900570"],
        "email": "fergus.m@thornwick.example.org",
    },
    victims=[
        person(
            "Bethany Grace Lovelace",
            "1994-09-30",
            home("Room 4, Gull Lodge, Harbour Row, Thornwick", "ZZ71 4GL", "temporary", secret=True),
            home("12 Teasel Way, Thornwick", "ZZ71 2TW", "home"),
            phones=[phone("07700900571", call=True), phone("01632960571", call=False)],
            aliases=["Hurst"],
            housing="Thornwick Homes",
            diversity={
                "ethnicity": "White British",
                "disabled": True,
                "disability_detail": "type 1 diabetes",
                "lgbt": False,
            },
        )
    ],
    perpetrators=[
        person(
            "Nathan Hurst",
            "1990-12-07",
            TEASEL,
            aliases=["Nate"],
            occupation="Scaffolder",
            relationship_to_victim="Estranged husband",
        ),
        person(
            "Gary Hurst",
            None,
            home("40 Wharf Street, Thornwick", "ZZ71 4WS"),
            relationship_to_victim="Father-in-law",
        ),
    ],
    children=[
        child("Alfie Hurst", "2014-04-16", lives_with="victim", school="Thornwick Primary"),
        child("Maisie Hurst", "2016-08-28", lives_with="perpetrator", school="Thornwick Primary"),
    ],
    criteria={"visible_high_risk": True, "repeat": True},
    checklist={"score_stated": 17},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True, "last_date": "2025-04-24"},
    crime_refs=["TH-55120-26"],
    must_include=["smashed the windows"],
    accept={
        "victims[0].aliases": [["Bethany Grace Hurst"], ["Bethany Hurst"]],
        "victims[0].diversity.bme": [False],
        "victims[0].phones[1].safe_to_text": [False],
        "victims[0].phones[1].safe_to_leave_message": [False],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[1].gender": ["male"],
        "children[0].address": [home("Room 4, Gull Lodge, Harbour Row, Thornwick", "ZZ71 4GL")],
        "children[0].lives_with": ["Bethany"],
        "children[1].lives_with": ["Nathan"],
        "criteria.professional_judgement": [False],
        "criteria.potential_escalation": [False],
    },
)
