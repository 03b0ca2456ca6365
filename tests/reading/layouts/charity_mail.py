"""A mail from Outlook: answers in capitals under the questions of a template, and the reply of the police beneath."""

from datetime import UTC, datetime

from tests.reading.saved_mail import msg
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "template.msg"
BODY = """Hi there, for the Quayford MARAC please.

Referrer:
KIRSTEN ABELL, FAMILY SUPPORT WORKER, QUAYFORD FAMILY HUB

Victim's full name:
LEANNE PRIDDY

Victim's date of birth:
12/12/1993

Victim's address:
5 CAPSTAN CLOSE, QUAYFORD, ZZ20 5CC

Is this address confidential?
YES

Victim's phone number:
07700 900377

Is it safe to phone?
NO - HE HAS IT

Perpetrator's full name:
GARY MUNNS

Perpetrator's date of birth:
NOT KNOWN

Perpetrator's address:
88 RIGGING STREET, QUAYFORD, ZZ20 8RS

Relationship to victim:
EX PARTNER

Children's names and dates of birth:
TYLER PRIDDY 05/10/2014
KAYDEN PRIDDY 17/02/2019

Has the victim consented?
YES

What are you worried about?
HE FOLLOWED HER TO THE REFUGE IN MAY AND SLASHED HER TYRES.

Thanks
Kirsten Abell
Quayford Family Hub

From: Quayford Police <marac@quayford.example.org>
Sent: 2 June 2026 10:00
To: Kirsten Abell
Subject: RE: template

Please use the template. Do not ring 07700 900377.
"""


def document() -> bytes:
    return msg(
        body=BODY,
        subject="MARAC referral",
        sender="Kirsten Abell",
        address="k.abell@quayfordhub.example.org",
        to="marac@quayford.example.org",
        sent=datetime(2026, 6, 3, 9, 0, tzinfo=UTC),
    )


CAPSTAN = home("5 Capstan Close, Quayford", "ZZ20 5CC", secret=True)
TRUTH = referral(
    SOURCE,
    case_area="Quayford",
    referral_date="2026-06-03",
    referrer={
        "agency": "Quayford Family Hub",
        "name": "Kirsten Abell",
        "role": "Family Support Worker",
        "email": "k.abell@quayfordhub.example.org",
    },
    victims=[person("Leanne Priddy", "1993-12-12", CAPSTAN, phones=[phone("07700900377", call=False)])],
    perpetrators=[
        person("Gary Munns", None, home("88 Rigging Street, Quayford", "ZZ20 8RS"), relationship_to_victim="Ex partner")
    ],
    children=[child("Tyler Priddy", "2014-10-05"), child("Kayden Priddy", "2019-02-17")],
    consent={"consent_given": True},
    must_include=["slashed her tyres"],
    accept={"victims[0].phones[0].safe_to_leave_message": [False]},
)
