"""A refuge outreach team's Word form for a mother and her grown daughter, both harmed by one man, in label lines."""

from docx import Document

from tests.reading.documents import saved
from tests.reading.truth import home, person, phone, referral

SOURCE = "mother-daughter.docx"
LINES = """#Outreach referral to Saltby MARAC
Referring agency: Saltby Outreach
Referrer: Benedict Ash, Outreach Worker
Telephone: 01632 960111
Date of referral: 4 August 2026
#Victim 1
Full name: Maureen Pike
Date of birth: 7 April 1958
Address: 31 Fen Road, Saltby, ZZ66 1FR
Telephone: 01632 960112
Safe to call: No
#Victim 2
Full name: Stacey Pike
Date of birth: 12 October 1989
Address: Flat C, 6 Dock Street, Saltby, ZZ66 6DS
Telephone: 07700 900113
Safe to call: Yes
Relationship to Victim 1: Daughter
#Perpetrator
Full name: Roy Pike
Also known as: Spike
Date of birth: 19 January 1955
Address: 31 Fen Road, Saltby, ZZ66 1FR
Relationship to Victim 1: Husband
Relationship to Victim 2: Father
#Children
None
#Referral
Reason for referral: Professional judgement
Are both victims aware of the referral? Yes
Have both victims consented? Yes
#What has happened
Roy held a carving knife to Maureen at Sunday lunch and Stacey took it from him. He has burned Stacey's clothes."""


def document() -> bytes:
    made = Document()
    for line in LINES.split("\n"):
        if line.startswith("#"):
            made.add_heading(line[1:], 2)
        else:
            made.add_paragraph(line)
    return saved(made)


FEN = home("31 Fen Road, Saltby", "ZZ66 1FR")
TRUTH = referral(
    SOURCE,
    case_area="Saltby",
    referral_date="2026-08-04",
    referrer={"agency": "Saltby Outreach", "name": "Benedict Ash", "role": "Outreach Worker",
        "phones": ["01632960111"]},
    victims=[
        person("Maureen Pike", "1958-04-07", FEN, phones=[phone("01632960112", call=False)]),
        person("Stacey Pike", "1989-10-12", home("Flat C, 6 Dock Street, Saltby", "ZZ66 6DS"),
               phones=[phone("07700900113", call=True)]),
    ],
    perpetrators=[
        person("Roy Pike", "1955-01-19", FEN, aliases=["Spike"], relationship_to_victim="Husband")
    ],
    criteria={"professional_judgement": True},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["held a carving knife to Maureen"],
    accept={
        "criteria.visible_high_risk": [False], "criteria.potential_escalation": [False], "criteria.repeat": [False],
        "perpetrators[0].relationship_to_victim": ["Father"], "consent.victim_aware": [None],
        "consent.consent_given": [None],
    },
)  # fmt: skip
