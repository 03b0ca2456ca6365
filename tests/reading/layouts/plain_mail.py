"""A plain mail with a list of facts by dashes, two people who cause harm, and a signature."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "plain.eml"
BODY = """Hello

New referral for Westmoor MARAC please, professional judgement.

VICTIM
- Name: Odette Marchetti
- DOB: 21.08.1992
- Address: 52 Tide Street, Westmoor, ZZ1 5TS (confidential - perpetrators believe she has left the area)
- Phone: 07700 900750. Safe to call after 6pm, do not leave voicemails
- Ethnicity: White Italian

PERPETRATOR 1
- Name: Nico Marchetti
- DOB: 30.01.1990
- Address: 7 Rope Walk, Westmoor, ZZ1 7RW
- Relationship: brother

PERPETRATOR 2
- Name: Paolo Marchetti
- DOB: not known
- Address: not known, believed to be in Leeds
- Relationship: cousin

CHILDREN
- Luca Marchetti, 6 years, lives with the victim

She knows about the referral: yes
She consents: yes

CONCERNS
Nico told a neighbour that he would bring her home in a bag. Paolo drives past the nursery.

Kind regards
Sam Okoro
IDVA
Harbour Trust
01632 960 880
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
        "role": "IDVA",
        "phones": ["01632960880"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Odette Marchetti",
            "1992-08-21",
            home("52 Tide Street, Westmoor", "ZZ1 5TS", secret=True),
            phones=[phone("07700900750", call=True, message=False)],
            diversity={"ethnicity": "White Italian"},
        )
    ],
    perpetrators=[
        person(
            "Nico Marchetti", "1990-01-30", home("7 Rope Walk, Westmoor", "ZZ1 7RW"), relationship_to_victim="brother"
        ),
        person("Paolo Marchetti", None, relationship_to_victim="cousin"),
    ],
    children=[child("Luca Marchetti", age_stated=6, lives_with="victim", address=home("52 Tide Street", "ZZ1 5TS"))],
    criteria={"professional_judgement": True},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["bring her home in a bag", "drives past the nursery"],
    accept={
        "criteria.professional_judgement": [None],
        "children[0].address": [None],
        "consent.victim_aware": [None],
        "perpetrators[1].addresses": [home("Leeds"), home("believed to be in Leeds")],
    },
)
