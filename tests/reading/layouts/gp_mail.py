"""A GP's mail that tells the case in prose, with no labels but a line about the patient."""

from tests.reading.documents import mail
from tests.reading.truth import home, person, phone, referral

SOURCE = "gp-mail.eml"
BODY = """Dear colleagues

I wish to refer my patient to Westmoor MARAC.

Patient: Philippa Dunnock, dob 26/11/1964, of 20 Marsh Lane, Westmoor ZZ1 2ML. Tel 07700 900870.
Perpetrator: her husband, Clive Dunnock, dob 13/05/1960, same address.

On Tuesday she told me that Clive has been putting something in her tea. She is not safe to be rung on that number,
as Clive keeps the phone. Please ring the surgery instead and we will pass it on.

She is aware of this referral and consents.

Yours sincerely

Dr Sam Okoro
GP partner
Marsh Lane Surgery
01632 960 855
"""


def document() -> bytes:
    return mail(BODY)


MARSH = home("20 Marsh Lane, Westmoor", "ZZ1 2ML")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Marsh Lane Surgery",
        "name": "Sam Okoro",
        "role": "GP partner",
        "phones": ["01632960855"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[person("Philippa Dunnock", "1964-11-26", MARSH, phones=[phone("07700900870", call=False)])],
    perpetrators=[person("Clive Dunnock", "1960-05-13", MARSH, relationship_to_victim="husband")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["putting something in her tea"],
    accept={
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "victims[0].phones[0].safe_to_leave_message": [False],
        "perpetrators[0].relationship_to_victim": ["her husband"],
    },
)
