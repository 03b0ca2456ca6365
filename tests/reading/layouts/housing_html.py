"""A housing officer's web form sent on by a colleague: each label and answer in one HTML line, headings in bold."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "housing-html.eml"
PARTS = (
    ("Referrer", ("Name", "Sam Okoro"), ("Job", "Tenancy Support Officer"), ("Organisation", "Harbour Trust"),
     ("Direct line", "01632 960222"), ("Referral date", "3 June 2025")),
    ("Person experiencing domestic abuse", ("Name", "Blessing Udoh"), ("Known as", "Bibi"), ("Date of birth",
        "24 Nov 1990"),
     ("Current address", "12b Capstan House, Westmoor, ZZ1 2CH"), ("Is this address safe to share?",
         "No - she moved here in secret"),
     ("Mobile", "07700 900142"), ("Safe to call or text?", "Call yes, text no"), ("Ethnicity", "Black British"),
     ("Currently pregnant?", "Yes, due 14 September 2025")),
    ("Person causing harm", ("Name", "Emeka Udoh"), ("Date of birth", "2 Feb 1986"),
     ("Current address", "77 Binnacle Street, Westmoor, ZZ1 7BS"), ("Relationship", "Husband")),
    ("Children", ("Child", "Grace Udoh, 5 May 2019, Westmoor Infants")),
    ("Risk", ("Score", "17"), ("Grounds", "Visible high risk, repeat"), ("Last heard at MARAC", "11 Dec 2024")),
    ("Consent", ("Aware of referral", "Yes"), ("Consents to referral", "Yes"),
     ("Who can be spoken to safely?", "Her pastor, Rev Samuel Eze, 07700 900143")),
    ("Account", ("Background", "Emeka put a tracker under the pram. He has told her church that she has a demon.")),
)  # fmt: skip


def document() -> bytes:
    lines = []
    for title, *rows in PARTS:
        lines.append(f"<p><b>{title}</b></p>")
        lines += [f"<p>{label}: {value}</p>" for label, value in rows]
    return mail("", html=f"<html><body><p>Hi, new referral for Westmoor MARAC below.</p>{''.join(lines)}</body></html>")


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={"agency": "Harbour Trust", "name": "Sam Okoro", "role": "Tenancy Support Officer",
        "phones": ["01632960222"],
              "email": "s.okoro@harbourtrust.example.org"},
    victims=[
        person("Blessing Udoh", "1990-11-24", home("12b Capstan House, Westmoor", "ZZ1 2CH", secret=True),
               phones=[phone("07700900142", call=True, text=False)], aliases=["Bibi"],
               diversity={"ethnicity": "Black British", "pregnant": True})
    ],
    perpetrators=[
        person("Emeka Udoh", "1986-02-02", home("77 Binnacle Street, Westmoor", "ZZ1 7BS"),
            relationship_to_victim="Husband")
    ],
    children=[
        child("Grace Udoh", "2019-05-05", school="Westmoor Infants"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2025-09-14"},
    ],
    others=[other("Rev Samuel Eze", "pastor", "safe contact", [phone("07700900143")])],
    criteria={"visible_high_risk": True, "repeat": True},
    checklist={"score_stated": 17},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True, "last_date": "2024-12-11"},
    views={"safe_to_talk_to": "Her pastor, Rev Samuel Eze, 07700 900143"},
    must_include=["put a tracker under the pram"],
    accept={
        "victims[0].diversity.bme": [True], "victims[0].gender": ["female"], "others": [["Samuel Eze"], []],
        "victims[0].phones[0].safe_to_call": [None], "criteria.professional_judgement": [False],
        "criteria.potential_escalation": [False],
    },
)  # fmt: skip
