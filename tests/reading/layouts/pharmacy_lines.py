"""A pharmacist's Word note: headings in capitals, then lines of a label and its answer with a dash and no colon."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "pharmacy-lines.docx"


def document() -> bytes:
    return lines(
        "Ask for ANI - follow up sheet for MARAC",
        "Pharmacy – Millbeck Pharmacy, 2 High Row, Aldmere",
        "Pharmacist – Nerys Pugh",
        "Consultation room phone – 01632 960511",
        "Date – 9 March 2026",
        "MARAC area – Aldmere",
        "THE CUSTOMER WHO ASKED",
        "Name – Bethan Ruddock",
        "DOB – 17/05/1991",
        "Lives at – 31 Weavers Yard, Aldmere, ZZ61 4WY",
        "Mobile – 07700 900511",
        "Safe to ring – Yes, mornings only",
        "Safe to text – No",
        "THE PERSON SHE IS FRIGHTENED OF",
        "Name – Craig Ruddock",
        "DOB – 02/10/1987",
        "Who is he to her – Husband",
        "Lives at – same address",
        "CHILDREN AT HOME",
        "Evie Ruddock – 12/08/2017",
        "Tom Ruddock – 30/01/2020",
        "WHAT SHE SAID",
        "He counts her tablets and locks the front door when he leaves. Last night he held a pillow over her face.",
        "DOES SHE AGREE TO THIS REFERRAL",
        "Yes",
    )


YARD = home("31 Weavers Yard, Aldmere", "ZZ61 4WY")
TRUTH = referral(
    SOURCE,
    case_area="Aldmere",
    referral_date="2026-03-09",
    referrer={
        "agency": "Millbeck Pharmacy",
        "name": "Nerys Pugh",
        "role": "Pharmacist",
        "phones": ["01632960511"],
    },
    victims=[person("Bethan Ruddock", "1991-05-17", YARD, phones=[phone("07700900511", call=True, text=False)])],
    perpetrators=[person("Craig Ruddock", "1987-10-02", YARD, relationship_to_victim="Husband")],
    children=[child("Evie Ruddock", "2017-08-12", address=YARD), child("Tom Ruddock", "2020-01-30", address=YARD)],
    consent={"consent_given": True},
    must_include=["held a pillow over her face"],
    accept={
        "referrer.agency": ["Millbeck Pharmacy, 2 High Row, Aldmere"],
        "referrer.role": [None],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "children[0].address": [None],
        "children[1].address": [None],
        "children[0].lives_with": ["victim", "parents"],
        "children[1].lives_with": ["victim", "parents"],
        "consent.victim_aware": [True],
    },
)
