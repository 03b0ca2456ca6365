"""A nursery's mail in whole sentences, without a form: who they are, the children."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "nursery.eml"
TEXT = """Dear all,

I would like to refer one of our parents to the Westmoor MARAC. Her name is Juliette Osborne and her date of birth is
30/09/1993. She and the children moved last week to 9 Pippin Walk, Westmoor, ZZ1 9PW. Please do not share this address
with anyone, he does not know it.

Her ex-partner is Craig Fenton (dob 12/01/1990). He is still at 41 Station Parade, Westmoor, ZZ1 4SP.

The children are Poppy Fenton, born 03/04/2022, who attends our nursery, and Jude Osborne, born 17/11/2016.

You can ring Juliette on 07700 900951 while she is at work, 9 to 3. Please don't leave voicemails.

On Monday Craig followed our minibus and filmed Poppy through the window. He has told Juliette that he will take the
children abroad.

Juliette knows about this referral and has given her consent.

Kind regards

Sam Okoro
Nursery Manager
Harbour Trust Nursery
01632 960221
"""


def document() -> bytes:
    return mail(TEXT)


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={"agency": "Harbour Trust Nursery", "name": "Sam Okoro", "role": "Nursery Manager",
              "phones": ["01632960221"], "email": "s.okoro@harbourtrust.example.org"},
    victims=[
        person("Juliette Osborne", "1993-09-30", home("9 Pippin Walk, Westmoor", "ZZ1 9PW", secret=True),
               phones=[phone("07700900951", call=True, message=False)])
    ],
    perpetrators=[
        person("Craig Fenton", "1990-01-12", home("41 Station Parade, Westmoor", "ZZ1 4SP"),
               relationship_to_victim="ex-partner")
    ],
    children=[child("Poppy Fenton", "2022-04-03"), child("Jude Osborne", "2016-11-17")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["followed our minibus and filmed Poppy"],
    accept={
        "victims[0].gender": ["female"], "perpetrators[0].gender": ["male"],
        "children[0].school": ["our nursery", "Harbour Trust Nursery"],
        "children[0].lives_with": ["victim"], "children[1].lives_with": ["victim"],
        "victims[0].phones[0].safe_to_call": [None],
    },
)  # fmt: skip
