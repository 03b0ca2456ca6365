"""A traveller liaison officer's mail as Outlook saves it: a template of lines with dots, answered in the gaps."""

from datetime import UTC, datetime

from tests.reading.saved_mail import msg
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "traveller-liaison.msg"
BODY = """Good morning

Referral for Fenmarch MARAC, done on the council template because the form will not open on my tablet.

Subject of referral ........ Mary-Kate Doran, also known as Kitty
Subject's date of birth .... 29.6.1997
Subject's pitch / home ..... Pitch 7, Long Drove site, Fenmarch, ZZ39 7LD
Subject's phone ............ 07700 900231 (shared with whole family - NOT to be used)
Safe way to reach subject .. through Sister Assumpta Walsh at the school, 01632 960232, she will fetch her to the phone

Who is the risk from ....... 1) John Doran, husband   2) Bridget Doran, mother in law
Dates of birth ............. 1) 4.10.1993   2) not known
Pitch / home ............... 1) same as subject   2) Pitch 8, Long Drove site, Fenmarch, ZZ39 7LD

Children ................... Margaret 6, Johnny 4, all Doran. Subject is expecting again, due 15 January 2027
Ethnicity .................. Irish Traveller (subject and both the others)
Can she read ............... No. Nothing in writing please

Subject told? .............. Yes
Subject agrees? ............ Yes
Ever at MARAC? ............. Yes, Fenmarch, April 2025
Reason ..................... Repeat; professional judgement

What happened .............. On Sunday her husband beat her with a tow rope in front of the trailer. His mother held the
children so that they would watch.

Regards
Fergal Tansley
Gypsy and Traveller Liaison Officer, Fenmarch Borough Council
Town Hall, Fenmarch, ZZ39 1TH
01632 960233
"""


def document() -> bytes:
    return msg(
        sent=datetime(2026, 9, 1, 8, 5, tzinfo=UTC),
        subject="MARAC - Long Drove",
        body=BODY,
        sender="Fergal Tansley",
        address="fergal.tansley@fenmarch.example.org",
        to="marac@fenmarch.example.org",
    )


PITCH = home("Pitch 7, Long Drove site, Fenmarch", "ZZ39 7LD")
TRUTH = referral(
    SOURCE,
    case_area="Fenmarch",
    referral_date="2026-09-01",
    referrer={
        "agency": "Fenmarch Borough Council",
        "name": "Fergal Tansley",
        "role": "Gypsy and Traveller Liaison Officer",
        "phones": ["01632960233"],
        "email": "fergal.tansley@fenmarch.example.org",
    },
    victims=[
        person(
            "Mary-Kate Doran",
            "1997-06-29",
            PITCH,
            phones=[
                phone("07700900231", call=False),
                phone("01632960232", call=True, whose="Sister Assumpta Walsh"),
            ],
            aliases=["Kitty"],
            diversity={"ethnicity": "Irish Traveller", "pregnant": True},
        )
    ],
    perpetrators=[
        person(
            "John Doran",
            "1993-10-04",
            PITCH,
            relationship_to_victim="husband",
            diversity={"ethnicity": "Irish Traveller"},
        ),
        person(
            "Bridget Doran",
            None,
            home("Pitch 8, Long Drove site, Fenmarch", "ZZ39 7LD"),
            relationship_to_victim="mother in law",
            diversity={"ethnicity": "Irish Traveller"},
        ),
    ],
    children=[
        child("Margaret Doran", age_stated=6),
        child("Johnny Doran", age_stated=4),
        {**child("", None, unborn=True, edd="2027-01-15"), "forenames": None, "surname": None},
    ],
    criteria={"repeat": True, "professional_judgement": True},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True},
    must_include=["beat her with a tow rope"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].diversity.bme": [True],
        "victims[0].phones[0].safe_to_text": [False],
        "victims[0].phones[0].safe_to_leave_message": [False],
        "perpetrators[0].gender": ["male"],
        "perpetrators[1].gender": ["female"],
        "perpetrators[0].diversity.ethnicity": [None],
        "perpetrators[1].diversity.ethnicity": [None],
        "perpetrators[0].diversity.bme": [True],
        "perpetrators[1].diversity.bme": [True],
        "previous.last_date": ["2025-04", "April 2025"],
        "criteria.visible_high_risk": [False],
        "criteria.potential_escalation": [False],
        "children[0].address": [PITCH],
        "children[1].address": [PITCH],
        "others": [["Sister Assumpta Walsh"], ["Assumpta Walsh"]],
    },
)
