"""An outreach worker's plain mail in the order of the form: headings in capitals, a label and colon on each line."""

from email.message import EmailMessage

from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "outreach-mail.eml"
BODY = """\
Good morning,

Please accept this as a referral to Kelsale MARAC. I do not have Word on this tablet.

REFERRER
Name: Bronwen Tate
Job title: Outreach and resettlement worker
Agency: Kelsale Refuge and Outreach
Tel: 01632 960610
Date of referral: 03/11/2026

VICTIM
Name: Gwendoline (Gwen) Ashdown
DOB: 25/05/1968
Address: 2 Quarry Cottages, Kelsale
Postcode: ZZ11 2QC
Tel: 01632 960611
Safe to call: No - husband answers
Alternative safe number: 07700 900612 (daughter Heather, who will pass on messages)
Ethnicity: White British
Disability: Rheumatoid arthritis
Housing: Tied cottage

PERPETRATOR 1
Name: Roland Ashdown
DOB: 13/01/1964
Address: as victim
Relationship: husband
Access to weapons: shotgun licence

PERPETRATOR 2
Name: Toby Ashdown
DOB: 08/08/1992
Address: Caravan at Quarry Farm, Kelsale ZZ11 7QF
Relationship: son

CHILDREN IN THE HOME
Name: Finn Ashdown
DOB: 12/12/2013
Relationship to victim: grandson
Relationship to perpetrator: son of Toby
School: Kelsale Middle

CRITERIA
Visible high risk: no (11 ticks)
Professional judgement: yes
Potential escalation: no
Repeat: yes, heard 14/01/2026

CONSENT
Victim aware: no
Consent: no
Reason: he reads all her post and sits in on appointments

WHY I AM WORRIED
Roland has threatened to shoot the dogs and then himself. Toby hit Gwen with a gate bar on Hallowe'en.

Many thanks
Bronwen
--
Bronwen Tate | Kelsale Refuge and Outreach | 01632 960610
The information in this e-mail is confidential and may be privileged.
"""


def document() -> bytes:
    message = EmailMessage()
    message["From"] = "Bronwen Tate <bronwen.tate@kelsalerefuge.example.org>"
    message["To"] = "MARAC inbox <marac@kelsale.example.org>"
    message["Subject"] = "Referral"
    message["Date"] = "Tue, 03 Nov 2026 09:05:00 +0000"
    message.set_content(BODY)
    return message.as_bytes()


QUARRY = home("2 Quarry Cottages, Kelsale", "ZZ11 2QC")
TRUTH = referral(
    SOURCE,
    case_area="Kelsale",
    referral_date="2026-11-03",
    referrer={
        "agency": "Kelsale Refuge and Outreach",
        "name": "Bronwen Tate",
        "role": "Outreach and resettlement worker",
        "phones": ["01632960610"],
        "email": "bronwen.tate@kelsalerefuge.example.org",
    },
    victims=[
        person(
            "Gwendoline Ashdown",
            "1968-05-25",
            QUARRY,
            phones=[
                phone("01632960611", call=False),
                phone("07700900612", call=True, whose="daughter Heather"),
            ],
            aliases=["Gwen"],
            housing="Tied cottage",
            diversity={
                "ethnicity": "White British",
                "disabled": True,
                "disability_detail": "Rheumatoid arthritis",
            },
        )
    ],
    perpetrators=[
        person("Roland Ashdown", "1964-01-13", QUARRY, relationship_to_victim="husband"),
        person(
            "Toby Ashdown",
            "1992-08-08",
            home("Caravan at Quarry Farm, Kelsale", "ZZ11 7QF"),
            relationship_to_victim="son",
        ),
    ],
    children=[
        child(
            "Finn Ashdown",
            "2013-12-12",
            relationship_to_victim="grandson",
            relationship_to_perpetrator="son of Toby",
            school="Kelsale Middle",
        )
    ],
    others=[other("Heather", "daughter", "safe contact")],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": True,
    },
    checklist={"score_stated": 11},
    consent={
        "victim_aware": False,
        "consent_given": False,
        "reason": "he reads all her post and sits in on appointments",
    },
    previous={"this_marac": True, "last_date": "2026-01-14"},
    must_include=["threatened to shoot the dogs"],
    accept={
        "victims[0].diversity.bme": [False],
        "victims[0].phones[1].safe_to_leave_message": [True],
        "victims[0].phones[1].safe_to_call": [None],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[1].gender": ["male"],
        "children[0].gender": ["male"],
        "children[0].relationship_to_perpetrator": ["son", "grandson"],
        "children[0].address": [QUARRY],
        "children[0].lives_with": ["victim", "parents"],
    },
)
