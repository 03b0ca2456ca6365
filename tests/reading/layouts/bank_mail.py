"""A bank's team for vulnerable customers writes a mail with dashes before each fact and people in between."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "bank.eml"
TEXT = """Good afternoon,

We would like the following customer to be discussed at Westmoor MARAC, please.

Customer at risk
- Miss Paula Jane Treadwell
- Born 17/10/1983
- 28 Samphire Road, Westmoor, ZZ1 8SR
- Mobile 07700 900621. Please don't ring, he answers it. She has said an email to her work is safe.

Who we believe is abusing her
- Her partner, Craig Anthony Nutt
- Born 05/06/1980
- Same address

Children we know of
- Ella Nutt, aged 9
- Riley Nutt, aged 6

What we have seen
Mr Nutt has emptied the joint account, took out two loans in her name and stood over her in branch while she
signed. When the cashier asked to see her alone he slammed the cashier's hand in the drawer.

Paula knows that we are sending this and agrees.

Best wishes

Sam Okoro
Vulnerable Customer Specialist
Harbour Trust Bank
01632 960622
"""


def document() -> bytes:
    return mail(TEXT)


SAMPHIRE = home("28 Samphire Road, Westmoor", "ZZ1 8SR")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Trust Bank",
        "name": "Sam Okoro",
        "role": "Vulnerable Customer Specialist",
        "phones": ["01632960622"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[person("Paula Jane Treadwell", "1983-10-17", SAMPHIRE, phones=[phone("07700900621", call=False)])],
    perpetrators=[person("Craig Anthony Nutt", "1980-06-05", SAMPHIRE, relationship_to_victim="partner")],
    children=[child("Ella Nutt", age_stated=9), child("Riley Nutt", age_stated=6)],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["emptied the joint account"],
    accept={
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "victims[0].phones[0].safe_to_leave_message": [False],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
    },
)
