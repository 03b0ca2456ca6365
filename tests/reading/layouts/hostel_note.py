"""A hostel worker's quick mail without any form: initials, slashes, and everybody in a few untidy sentences."""

from tests.reading.documents import mail
from tests.reading.truth import home, person, phone, referral

SOURCE = "hostel-note.eml"
TEXT = """Hi MARAC team

Can I refer one of our residents in for the next meeting pls, she scored 17 on the dash.

Victim - Stacey Louise Cobb (known as Stace) 11/03/1999, currently with us at Beacon House, 2 Lantern Lane, Westmoor
ZZ1 2LL - please do NOT disclose this address to anyone outside marac.
Perp - Kyle Mottram dob 27/08/1996, NFA but usually at his nan's, 77 Furze Close, Westmoor, ZZ1 7FC. Ex partner.
Kids - none.

Stace's no. is 07700 900661, ok to call, don't leave voicemails.
Kyle's no. is 07700 900662.

Last Thursday he found her at the bus station & dragged her by the hair to his mate's car, driver stopped when he saw
police. He says he will 'do her and the dog'.

She's happy for us to refer.

Ta
Sam
Sam Okoro, Night Support Worker, Harbour Trust Hostels, 01632 960663
"""


def document() -> bytes:
    return mail(TEXT)


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Trust Hostels",
        "name": "Sam Okoro",
        "role": "Night Support Worker",
        "phones": ["01632960663"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Stacey Louise Cobb",
            "1999-03-11",
            home("Beacon House, 2 Lantern Lane, Westmoor", "ZZ1 2LL", secret=True),
            phones=[phone("07700900661", call=True, message=False)],
            aliases=["Stace"],
        )
    ],
    perpetrators=[
        person(
            "Kyle Mottram",
            "1996-08-27",
            home("77 Furze Close, Westmoor", "ZZ1 7FC"),
            phones=[phone("07700900662")],
            relationship_to_victim="Ex partner",
            no_fixed_abode=True,
        )
    ],
    checklist={"score_stated": 17},
    must_include=["dragged her by the hair"],
    accept={
        "checklist.score_stated": [None],
        "consent.consent_given": [True],
        "consent.victim_aware": [True],
        "perpetrators[0].no_fixed_abode": [None],
        "victims[0].phones[0].safe_to_call": [None],
    },
)
