"""A substance-misuse worker's mail: headings in stars, dashed lines, children in one line, warnings at the end."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "bullets.eml"
TEXT = """Hi team,

Please accept this as a MARAC referral for Westmoor. Happy to put it on the form if you need it.

*Client (victim)*
- Name: Demi Louise Hargreave (used to be Demi Stott)
- DOB: 13.05.1997
- Address: 29b Foundry Road, Westmoor, ZZ1 9FR
- Mobile: 07700 900771 - text first, don't ring, he goes through her phone
- Ethnicity: White British
- GP: Foundry Road Medical Practice

*Perpetrator*
- Name: Kyle Anthony Rudd aka "Ruddy"
- DOB: 27.01.1993
- Address: HMP Fellgate, due out 14 August 2025. Release address 3 Spindle Street, Westmoor, ZZ1 3SP
- Relationship: ex-partner, father of the youngest

*Children*
- Lexi Stott, 8, and Alfie Rudd, 2 - both live with Demi
- She is also 20 weeks pregnant, due 19/10/2025

*Risk*
- DASH done with her on 27 July, scored 18
- Referring on visible high risk

*Consent*
- She knows about the referral and has agreed to it

*What's happened*
Kyle has been ringing from a smuggled phone and told her he will set the flat alight when he gets out. His cousin Dane
has been sitting outside in a white van.

Her mum Paula Stott is the best way to reach her: 07700 900772, safe to call any time. Please do not speak to
her sister Kirsty, who passes things on to Kyle.

Thanks

Sam Okoro
Recovery Worker
Harbour Trust
01632 960221
"""


def document() -> bytes:
    return mail(TEXT)


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Trust", "name": "Sam Okoro", "role": "Recovery Worker", "phones": ["01632960221"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Demi Louise Hargreave", "1997-05-13", home("29b Foundry Road, Westmoor", "ZZ1 9FR"),
            phones=[phone("07700900771", call=False, text=True),
                    phone("07700900772", call=True, whose="mum, Paula Stott")],
            aliases=["Demi Stott"], gp="Foundry Road Medical Practice",
            diversity={"ethnicity": "White British", "pregnant": True},
        )
    ],
    perpetrators=[
        person("Kyle Anthony Rudd", "1993-01-27", home("HMP Fellgate", None, "prison"),
               home("3 Spindle Street, Westmoor", "ZZ1 3SP", "release"), aliases=["Ruddy"],
               relationship_to_victim="ex-partner")
    ],
    children=[
        child("Lexi Stott", age_stated=8, lives_with="victim"),
        child("Alfie Rudd", age_stated=2, lives_with="victim"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2025-10-19"},
    ],
    others=[
        other("Paula Stott", "mum", "safe contact", [phone("07700900772", call=True)]),
        other("Dane", "cousin of perpetrator", "possible threat"),
        other("Kirsty", "sister", "not safe"),
    ],
    criteria={"visible_high_risk": True},
    checklist={"score_stated": 18},
    consent={"victim_aware": True, "consent_given": True},
    views={"safe_to_talk_to": "Her mum Paula Stott", "not_safe_to_talk_to": "her sister Kirsty, who passes things on"},
    must_include=["ringing from a smuggled phone"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].diversity.pregnant": [None],
        "victims[0].diversity.bme": [False],
        "perpetrators[0].gender": ["male"],
        "views.safe_to_talk_to": [None],
        "views.not_safe_to_talk_to": [None],
        "children[1].relationship_to_perpetrator": ["child", "son"],
        "others": [["Paula Stott"], [], ["Paula Stott", "Kirsty"], ["Paula Stott", "Dane"], ["Dane", "Kirsty"],
                   ["Dane"], ["Kirsty"]],
        "victims[0].phones[0].safe_to_text": [None],
        "victims[0].phones[0].safe_to_leave_message": [False],
    },
)  # fmt: skip
