"""A school nurse answers a coordinator's questions between the lines of her mail, which stand quoted with '>'."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "interleaved-mail.eml"
BODY = """Hi Petra, answers in between.

> Who is the victim? Full name, date of birth, address please.
Lowri Cadwallader, 12/12/1992, 1 Harbour Steps, Penmorfa, ZZ37 1HS

> Is there a safe number for her?
07700 900391 is safe, she keeps it on her.

> Who is the perpetrator? Full name, date of birth, address.
Gethin Cadwallader, 5/6/1989, same address as Lowri

> What is he to her?
Husband

> Which children are in the home?
Efa Cadwallader, 1/9/2016, Ysgol Penmorfa
Tomos Cadwallader, 17/4/2019, Ysgol Penmorfa

> Does she know that you are referring her to the Penmorfa MARAC, and has she agreed?
Yes, both.

> What has happened?
Efa drew her dad holding a hammer over mum in bed and then told me it was real. Lowri says that he does this most
nights.

Sioned Prydderch
School Nurse, Mawddach Health Board
01632 960392
"""


def document() -> bytes:
    made = mail(BODY)
    made = made.replace(
        b"Sam Okoro <s.okoro@harbourtrust.example.org>", b"Sioned Prydderch <sioned.prydderch@mawddach.example.org>"
    )
    return made.replace(b"Tue, 03 Jun 2025 10:00:00 +0100", b"Wed, 20 Jan 2027 13:05:00 +0000")


STEPS = home("1 Harbour Steps, Penmorfa", "ZZ37 1HS")
TRUTH = referral(
    SOURCE,
    case_area="Penmorfa",
    referral_date="2027-01-20",
    referrer={
        "agency": "Mawddach Health Board",
        "name": "Sioned Prydderch",
        "role": "School Nurse",
        "phones": ["01632960392"],
        "email": "sioned.prydderch@mawddach.example.org",
    },
    victims=[person("Lowri Cadwallader", "1992-12-12", STEPS, phones=[phone("07700900391", call=True)])],
    perpetrators=[person("Gethin Cadwallader", "1989-06-05", STEPS, relationship_to_victim="Husband")],
    children=[
        child("Efa Cadwallader", "2016-09-01", school="Ysgol Penmorfa"),
        child("Tomos Cadwallader", "2019-04-17", school="Ysgol Penmorfa"),
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["drew her dad holding a hammer over mum"],
    accept={
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        **{f"children[{n}].lives_with": ["victim", "parents"] for n in range(2)},
        **{f"children[{n}].address": [STEPS] for n in range(2)},
    },
)
