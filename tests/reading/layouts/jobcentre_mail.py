"""A job centre's mail: capital headings with dashes beneath, and "label .... answer" lines in plain text."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "jobcentre.eml"
TEXT = """MARAC NOTIFICATION - WESTMOOR
=============================

CLAIMANT (the person we are worried about)
------------------------------------------
Surname ............ PAREKH
First name ......... Hetal
D.O.B. ............. 09.09.1993
Address ............ 52 Loom Street, Westmoor, ZZ1 5LS
Tel ................ 07700 900161
Safe to ring? ...... Not when he is home, after 2pm only
Language ........... Gujarati

OTHER PARTY TO THE JOINT CLAIM (alleged to be abusive)
------------------------------------------------------
Surname ............ PAREKH
First name ......... Jignesh
D.O.B. ............. 14.10.1987
Address ............ as claimant
Tel ................ 07700 900162
Relationship ....... husband

CHILDREN ON THE CLAIM
---------------------
Diya PAREKH ........ 30.01.2019
Veer PAREKH ........ 11.11.2021

WHAT WAS SAID
-------------
Hetal whispered that he takes the payment on the day it comes and that he locked her out in the snow in
February with the baby inside.

Claimant told of notification .. yes
Claimant agrees ................ yes

Sam Okoro
Work Coach
Westmoor Jobcentre
01632 960163
"""


def document() -> bytes:
    return mail(TEXT)


LOOM = home("52 Loom Street, Westmoor", "ZZ1 5LS")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Westmoor Jobcentre",
        "name": "Sam Okoro",
        "role": "Work Coach",
        "phones": ["01632960163"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Hetal Parekh",
            "1993-09-09",
            LOOM,
            phones=[phone("07700900161", call=True)],
            diversity={"language": "Gujarati"},
        )
    ],
    perpetrators=[
        person("Jignesh Parekh", "1987-10-14", LOOM, phones=[phone("07700900162")], relationship_to_victim="husband")
    ],
    children=[child("Diya Parekh", "2019-01-30"), child("Veer Parekh", "2021-11-11")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["locked her out in the snow"],
    accept={"victims[0].phones[0].safe_to_call": [None, False]},
)
