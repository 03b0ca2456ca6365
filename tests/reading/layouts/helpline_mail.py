"""A helpline's plain mail: PV and AP each told in one run of commas, then short lines; nothing is attached."""

from tests.reading.documents import mail
from tests.reading.truth import home, person, phone, referral

SOURCE = "helpline-mail.eml"
BODY = """MARAC referral - Stour Valley - from Rainbow Line (LGBT+ domestic abuse helpline)

PV: Joel Anderton, he/him, dob 22/03/1990, 4 Osier Path, Stourwick, ZZ29 4OP
PV tel: 07700 900371 - ok to call weekday lunchtimes, ok to text, no voicemail
AP: Rafe Lindqvist, he/him, dob 10/10/1986, address 4 Osier Path, Stourwick, ZZ29 4OP
AP tel: 07700 900372
AP is PV's husband
Kids: none
Ethnicity of PV: White British
RIC: 12
Criteria: professional judgement
PV told and consents: yes

Summary: AP controls PV's HIV medication and has threatened to tell his family his status. Last week he held a pillow
over his face until he passed out.

Marisol Quintero
Helpline advocate
Rainbow Line
01632 960373
"""


def document() -> bytes:
    made = mail(BODY)
    made = made.replace(
        b"Sam Okoro <s.okoro@harbourtrust.example.org>", b"Marisol Quintero <marisol@rainbowline.example.org>"
    )
    return made.replace(b"Tue, 03 Jun 2025 10:00:00 +0100", b"Thu, 03 Dec 2026 18:44:00 +0000")


OSIER = home("4 Osier Path, Stourwick", "ZZ29 4OP")
TRUTH = referral(
    SOURCE,
    case_area="Stour Valley",
    referral_date="2026-12-03",
    referrer={
        "agency": "Rainbow Line",
        "name": "Marisol Quintero",
        "role": "Helpline advocate",
        "phones": ["01632960373"],
        "email": "marisol@rainbowline.example.org",
    },
    victims=[
        person(
            "Joel Anderton",
            "1990-03-22",
            OSIER,
            phones=[phone("07700900371", call=True, text=True, message=False)],
            diversity={"ethnicity": "White British"},
        )
    ],
    perpetrators=[
        person("Rafe Lindqvist", "1986-10-10", OSIER, phones=[phone("07700900372")], relationship_to_victim="husband")
    ],
    criteria={"professional_judgement": True},
    checklist={"score_stated": 12},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["controls PV's HIV medication"],
    accept={
        "victims[0].gender": ["male"],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].diversity.bme": [False],
        "victims[0].diversity.lgbt": [True],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].relationship_to_victim": [None],
        "consent.victim_aware": [None],
    },
)
