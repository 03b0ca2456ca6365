"""A neighbourhood officer's plain mail in abbreviations: vic, susp, ch, each on one line."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "abbreviated.eml"
BODY = """Hi all

One for Westmoor MARAC please, high risk DA, DASH 17.

VIC - Kelly Anne FROGGATT 12/04/1994, 6 Tithe Barn Close, Westmoor ZZ1 6TB, 07700 900661 (safe to call any time)
SUSP - Ryan Lee PASCOE 03/10/1990, 31 Furnace Row, Westmoor ZZ1 3FR, 07700 900662
CH - Tia FROGGATT 09/06/2016
CH - Jayden PASCOE 21/12/2020

Vic and susp split in Jan. He has turned up at her nan's and at Tia's school, and on 28 May he put
a brick through the car window with Jayden in the back. Crime ref 42/55120/25.

Vic is aware and has consented.

Sam Okoro
PC 2219, Westmoor Neighbourhood Team
01632 960660
"""


def document() -> bytes:
    return mail(BODY)


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Westmoor Neighbourhood Team",
        "name": "Sam Okoro",
        "role": "PC 2219",
        "phones": ["01632960660"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Kelly Anne Froggatt",
            "1994-04-12",
            home("6 Tithe Barn Close, Westmoor", "ZZ1 6TB"),
            phones=[phone("07700900661", call=True)],
        )
    ],
    perpetrators=[
        person(
            "Ryan Lee Pascoe",
            "1990-10-03",
            home("31 Furnace Row, Westmoor", "ZZ1 3FR"),
            phones=[phone("07700900662")],
        )
    ],
    children=[child("Tia Froggatt", "2016-06-09"), child("Jayden Pascoe", "2020-12-21")],
    checklist={"score_stated": 17},
    consent={"victim_aware": True, "consent_given": True},
    crime_refs=["42/55120/25"],
    must_include=["a brick through the car window"],
    accept={
        "checklist.score_stated": [None],
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "criteria.visible_high_risk": [True],
        "referrer.role": ["PC", None],
        "referrer.agency": [None],
        "referrer.phones": [[]],
    },
)
