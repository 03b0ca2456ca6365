"""A hospital adviser's mail: under each heading plain values, one a line, without any label but for the phone."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "hospital-list.eml"
BODY = """Good morning,

Referral for Westmoor MARAC please. Dash score 18.

VICTIM
Natalie Ann Pryor
DOB 08/08/1992
Flat 6, 90 Brewery Road, Westmoor ZZ1 9BR
07700 900441 - not safe to call, text only

PERPETRATOR
Shane Doyle
DOB 17/01/1990
14 Malt Lane, Westmoor ZZ1 4ML
Ex-partner

CHILDREN
Kian Pryor 02/02/2017
Orla Pryor 11/11/2020

BACKGROUND
Natalie was brought in on Friday with a broken jaw. Shane had waited in the stairwell.

Natalie is aware of this referral and has consented to it.

Kind regards
Sam Okoro
Hospital IDVA
Harbour Trust
01632 960440
"""


def document() -> bytes:
    return mail(BODY)


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Trust",
        "name": "Sam Okoro",
        "role": "Hospital IDVA",
        "phones": ["01632960440"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Natalie Ann Pryor",
            "1992-08-08",
            home("Flat 6, 90 Brewery Road, Westmoor", "ZZ1 9BR"),
            phones=[phone("07700900441", call=False, text=True)],
        )
    ],
    perpetrators=[
        person(
            "Shane Doyle", "1990-01-17", home("14 Malt Lane, Westmoor", "ZZ1 4ML"), relationship_to_victim="Ex-partner"
        )
    ],
    children=[child("Kian Pryor", "2017-02-02"), child("Orla Pryor", "2020-11-11")],
    checklist={"score_stated": 18},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["broken jaw"],
    accept={
        "checklist.score_stated": [None],
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "victims[0].phones[0].safe_to_text": [None],
    },
)
