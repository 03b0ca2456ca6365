"""A charity's web referral as a designed HTML mail: sections in plain speech, labels and answers each in a div."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "card.eml"


def _card(title: str, *rows: tuple[str, str]) -> str:
    inside = "".join(
        f'<div class="row"><div style="color:#666">{label}</div><div style="font-size:16px">{value}</div></div>'
        for label, value in rows
    )
    return f'<div class="card"><h3>{title}</h3>{inside}</div>'


HTML = (
    "<html><body><h2>New referral for Westmoor MARAC</h2>"
    + _card(
        "About you",
        ("Your name", "Sam Okoro"),
        ("Where you work", "Harbour Trust"),
        ("Your role", "Family worker"),
        ("Your number", "01632 960171"),
    )
    + _card(
        "Who needs help",
        ("Name", "Caitlin Reyes"),
        ("Birthday", "16/02/2000"),
        ("Home", "Flat 4, 6 Mariner Street, Westmoor, ZZ1 6MS"),
        ("Best number", "07700 900172"),
        ("Can we leave a voicemail?", "No"),
        ("Can we text?", "Yes"),
        ("Can we ring?", "Yes"),
    )
    + _card(
        "Who is hurting them",
        ("Name", "Ethan Ball"),
        ("Birthday", "07/09/1997"),
        ("Home", "HMP Northgate"),
        ("How do they know each other?", "Ex-boyfriend"),
    )
    + _card("Little ones", ("Name", "Hallie Ball"), ("Birthday", "02/12/2022"), ("Who do they live with?", "Caitlin"))
    + _card(
        "Anything else",
        ("What's going on", "Ethan rings from inside on a hidden phone and reads out what she is wearing."),
        ("Do they know about this referral?", "Yes"),
        ("Are they OK with it?", "Yes"),
    )
    + "</body></html>"
)


def document() -> bytes:
    return mail("", html=HTML)


FLAT = home("Flat 4, 6 Mariner Street, Westmoor", "ZZ1 6MS")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Trust",
        "name": "Sam Okoro",
        "role": "Family worker",
        "phones": ["01632960171"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person("Caitlin Reyes", "2000-02-16", FLAT, phones=[phone("07700900172", call=True, text=True, message=False)])
    ],
    perpetrators=[
        person("Ethan Ball", "1997-09-07", home("HMP Northgate", None, "prison"), relationship_to_victim="Ex-boyfriend")
    ],
    children=[child("Hallie Ball", "2022-12-02", lives_with="victim")],
    consent={"victim_aware": True},
    must_include=["hidden phone"],
    accept={
        "consent.consent_given": [True],
        "consent.victim_aware": [None],
        "children[0].lives_with": ["Caitlin"],
        "children[0].address": [FLAT],
    },
)
