"""A police sergeant's e-mail with capitals for headings and answers after dashes; no form is attached."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "sergeant-mail.eml"
BODY = """Good morning,

Referral for the Thornbeck MARAC please, 22/10/2026.

VICTIM
Name - Yasmin ALTAF
Born - 19/12/1986
Lives at - 52 Quarry Rise, Thornbeck, ZZ33 2QR
Mobile - 07700 900551
Safe contact - Mobile is safe between 0930 and 1430 only. No voicemails.
Language - Urdu, interpreter needed

SUSPECT
Name - Kamran ALTAF
Born - 04/06/1981
Lives at - same as victim
Relationship - husband

CHILDREN
Hamza ALTAF - 11/02/2014
Zara ALTAF - 25/08/2017

GROUNDS
Visible high risk - yes, DASH 18
Repeat - no

Crime ref - TB/44120/26

CONSENT
Victim told of referral - yes
Victim consents - yes

OTHER PERSON
Her sister, Nadia Rafiq, 07700 900552, can be spoken to.

SUMMARY
Kamran took the bolts out of the bathroom door and told Zara that her mother would be sent away.

PS 2214 Owen Thirlby
Thornbeck Police, Safeguarding Unit
01632 960551
owen.thirlby@thornbeckpolice.example.org
"""


def document() -> bytes:
    made = mail(BODY).replace(b"Sam Okoro <s.okoro@harbourtrust", b"Owen Thirlby <owen.thirlby@thornbeckpolice")
    return made.replace(b"Tue, 03 Jun 2025", b"Thu, 22 Oct 2026")


QUARRY = home("52 Quarry Rise, Thornbeck", "ZZ33 2QR")
TRUTH = referral(
    SOURCE,
    case_area="Thornbeck",
    referral_date="2026-10-22",
    referrer={"agency": "Thornbeck Police, Safeguarding Unit", "name": "Owen Thirlby", "role": "PS",
              "phones": ["01632960551"], "email": "owen.thirlby@thornbeckpolice.example.org"},
    victims=[
        person("Yasmin Altaf", "1986-12-19", QUARRY, phones=[phone("07700900551", call=True, message=False)],
               diversity={"language": "Urdu", "interpreter": True})
    ],
    perpetrators=[person("Kamran Altaf", "1981-06-04", QUARRY, relationship_to_victim="husband")],
    children=[child("Hamza Altaf", "2014-02-11"), child("Zara Altaf", "2017-08-25")],
    others=[other("Nadia Rafiq", "sister", "safe contact", [phone("07700900552")])],
    criteria={"visible_high_risk": True, "repeat": False},
    checklist={"score_stated": 18},
    consent={"victim_aware": True, "consent_given": True},
    crime_refs=["TB/44120/26"],
    must_include=["took the bolts out of the bathroom door"],
    accept={
        "referrer.agency": ["Thornbeck Police"], "referrer.name": ["PS 2214 Owen Thirlby"],
        "referrer.role": ["PS 2214", "Police sergeant", None], "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"], "victims[0].phones[0].safe_to_call": [None],
        "views.safe_to_talk_to": ["Her sister, Nadia Rafiq, 07700 900552, can be spoken to."],
        "previous.this_marac": [False],
    },
)  # fmt: skip
