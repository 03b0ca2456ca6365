"""A deaf people's charity: the newest of three mails changes what its form says, the oldest is of another case."""

from tests.reading.documents import form, mail
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "deaf-thread.eml"
SHEET = form(
    [
        ["Signpost Deaf Support - request to MARAC"],
        ["Worker", "Imelda Farrow"],
        ["Worker's minicom / text", "07700 900160"],
        ["MARAC", "Cold Ashton"],
        ["Filled in on", "Mon 6 July 2026"],
    ],
    [
        ["About the deaf person"],
        ["Their name", "Kirsty Lomas"],
        ["Birthday", "27/5/1994"],
        ["Living at", "3 Bellfounder Yard, Cold Ashton, ZZ52 3BY"],
        ["Text relay number", "07700 900161 (text only, she cannot hear a call)"],
        ["Uses", "BSL"],
        ["Needs BSL interpreter", "Yes"],
    ],
    [
        ["About the person who frightens them"],
        ["Their name", "Ross Tweddle"],
        ["Birthday", "3/3/1991"],
        ["Living at", "same house"],
        ["Who are they to the deaf person?", "partner"],
    ],
    [
        ["Children: name / birthday / school"],
        ["Mia Tweddle", "18/10/2020", "Bellfounder Infants"],
    ],
    title="Signpost",
)
BODY = """Dear Jill

Form attached as you asked. Three things have moved on since Imelda filled it in:

- Kirsty left on Thursday. She and Mia are at 40 Furrier Lane, Cold Ashton, ZZ52 8FL. Ross must not find out, so \
please keep that off anything he or his solicitor could see.
- He has taken her phone. Do not use 07700 900161 any more. Use her support worker Imelda on 07700 900160 to get a \
message to her.
- He is Ross TWEDDELL with an E and two Ls (the form is spelt wrong), and his date of birth is 13/3/1991 not the 3rd.

Kirsty knows and has signed to say yes.

Best wishes
Gareth Mbeki
Team Leader, Signpost Deaf Support
01632 960162

From: MARAC Cold Ashton <marac@coldashton.example.org>
Sent: 08 July 2026 11:02
To: Gareth Mbeki
Subject: RE: new one for you

Gareth, please use your form. Was the other one (Mrs Olive Pratt, 07700 900163, 9 Cope Street) ever closed?
Jill

> From: Gareth Mbeki
> Sent: 07 July 2026 16:40
> Subject: new one for you
> Jill, can I ring one through? We also still have Mrs Pratt, whose son Alan Pratt lives at 9 Cope Street.
"""


def document() -> bytes:
    made = mail(BODY, ("Signpost MARAC request.docx", SHEET))
    made = made.replace(b"Sam Okoro <s.okoro@harbourtrust.example.org>", b"Gareth Mbeki <gareth@signpost.example.org>")
    return made.replace(b"Tue, 03 Jun 2025 10:00:00 +0100", b"Fri, 10 Jul 2026 09:15:00 +0100")


TRUTH = referral(
    SOURCE,
    case_area="Cold Ashton",
    referral_date="2026-07-10",
    referrer={
        "agency": "Signpost Deaf Support",
        "name": "Gareth Mbeki",
        "role": "Team Leader",
        "phones": ["01632960162"],
        "email": "gareth@signpost.example.org",
    },
    victims=[
        person(
            "Kirsty Lomas",
            "1994-05-27",
            home("40 Furrier Lane, Cold Ashton", "ZZ52 8FL", secret=True),
            home("3 Bellfounder Yard, Cold Ashton", "ZZ52 3BY", "previous"),
            phones=[phone("07700900161", call=False, text=False), phone("07700900160", whose="support worker")],
            diversity={"language": "BSL", "interpreter": True},
        )
    ],
    perpetrators=[
        person(
            "Ross Tweddell",
            "1991-03-13",
            home("3 Bellfounder Yard, Cold Ashton", "ZZ52 3BY"),
            relationship_to_victim="partner",
        )
    ],
    children=[child("Mia Tweddle", "2020-10-18", school="Bellfounder Infants")],
    others=[other("Imelda Farrow", "support worker", "professional", [phone("07700900160", call=True)])],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["He has taken her phone"],
    accept={
        "victims[0].phones[0].safe_to_leave_message": [False],
        "referral_date": ["2026-07-06"],
        "referrer.name": ["Imelda Farrow"],
        "referrer.role": [None, "Worker", "support worker"],
        "referrer.phones": [["07700900160"], ["07700900160", "01632960162"]],
        "victims[0].phones[1].safe_to_call": [True],
        "victims[0].diversity.disabled": [True],
        "victims[0].diversity.disability_detail": ["deaf", "she cannot hear a call"],
        "perpetrators[0].surname": ["Tweddle"],
        "perpetrators[0].aliases": [["Tweddle"], ["Ross Tweddle"]],
        "perpetrators[0].relationship_to_victim": ["ex-partner"],
        "children[0].lives_with": ["victim"],
        "children[0].address": [home("40 Furrier Lane, Cold Ashton", "ZZ52 8FL", secret=True)],
        "others": [[]],
    },
)
