"""A church safeguarding lead's mail: everything in sentences, the family named in passing, a warning at the end."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "church.eml"
TEXT = """Dear MARAC coordinator,

I should like to refer a member of our congregation, Abigail Osei, who was born on 6 June 1986 and lives at 17 Vestry
Close, Westmoor, ZZ1 7VC. She is married to Samuel Osei, born 1 January 1980, who lives at the same address, and she
tells me that he has beaten her with a belt every Sunday evening since Lent. They have two children, Naomi, who is 9,
and Joel, who is 5. Both have seen it.

Abigail has a telephone of which he does not know. The number is 07700 900321 and she is happy to be called on it in
the mornings. Please never use the family's landline, 01632 960322, because Samuel's mother answers it.

She has given me permission to write to you.

With every blessing,

Sam Okoro
Parish Safeguarding Lead
St Brannoc's Church
01632 960323
"""


def document() -> bytes:
    return mail(TEXT)


VESTRY = home("17 Vestry Close, Westmoor", "ZZ1 7VC")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "St Brannoc's Church",
        "name": "Sam Okoro",
        "role": "Parish Safeguarding Lead",
        "phones": ["01632960323"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Abigail Osei",
            "1986-06-06",
            VESTRY,
            phones=[phone("07700900321", call=True), phone("01632960322", call=False)],
        )
    ],
    perpetrators=[person("Samuel Osei", "1980-01-01", VESTRY)],
    children=[
        {**child("Naomi", age_stated=9), "surname": None, "forenames": "Naomi"},
        {**child("Joel", age_stated=5), "surname": None, "forenames": "Joel"},
    ],
    must_include=["beaten her with a belt"],
    accept={
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].phones[1].safe_to_leave_message": [False],
        "consent.consent_given": [True],
        "consent.victim_aware": [True],
        "perpetrators[0].relationship_to_victim": ["husband", "married"],
        "children[0].surname": ["Osei"],
        "children[1].surname": ["Osei"],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
    },
)
