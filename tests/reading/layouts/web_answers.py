"""What an online form sends: plain text, question and answer on lines of their own, sections in equals signs."""

from tests.reading.documents import mail
from tests.reading.truth import home, person, phone, referral

SOURCE = "online-form.eml"
BODY = """Online referral ref OL-5521

=== About you ===
What is your name?
Sam Okoro
What is your job title?
Housing Options Officer
Which organisation do you work for?
Westmoor Borough Council
What is your telephone number?
01632 960912

=== About the person at risk ===
First name
Marion
Last name
Tweddle
Date of birth
1969-02-03
Current address
Women's refuge, address withheld
Previous address
5 Signal Cottages, Westmoor, ZZ1 5SG
Contact number
07700 900913
Is this a safe number to call?
Yes
Is it safe to leave a voicemail?
No

=== About the person causing harm ===
First name
Douglas
Last name
Tweddle
Date of birth
1965-12-19
Current address
5 Signal Cottages, Westmoor, ZZ1 5SG
Relationship to the person at risk
Husband

=== Children ===
Are there any children?
No

=== Consent ===
Is the person at risk aware of this referral?
Yes
Do they consent?
Yes

=== Details ===
Why are you making this referral?
Douglas hired somebody to find her car. He has a shotgun certificate.
"""


def document() -> bytes:
    return mail(BODY)


SIGNAL = home("5 Signal Cottages, Westmoor", "ZZ1 5SG")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Westmoor Borough Council",
        "name": "Sam Okoro",
        "role": "Housing Options Officer",
        "phones": ["01632960912"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Marion Tweddle",
            "1969-02-03",
            home("Women's refuge", None, "temporary", secret=True),
            home("5 Signal Cottages, Westmoor", "ZZ1 5SG", "previous"),
            phones=[phone("07700900913", call=True, message=False)],
        )
    ],
    perpetrators=[person("Douglas Tweddle", "1965-12-19", SIGNAL, relationship_to_victim="Husband")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["hired somebody to find her car"],
    accept={"victims[0].addresses": [home("Women's refuge, address withheld")]},
)
