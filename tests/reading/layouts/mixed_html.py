"""A men's advice line's web mail: label and answer on lines of one paragraph, with a helper and a wife who harms."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "advice-line.eml"
HTML = """<html><body><h2>MARAC referral received - Westmoor</h2>
<p><strong>Caller (victim)</strong><br>First name: Gareth<br>Last name: Lloyd-Price<br>DOB: 07-03-1979<br>
Lives at: 9 Ropery Lane, Westmoor, ZZ1 9RL<br>Phone: 07700 900515<br>Safe to phone? No - wife reads call log<br>
Safe to text? No<br>Alternative contact: his brother Rhys Lloyd-Price
07700 900516 - safe to call</p>
<p><strong>Person they are reporting (perpetrator)</strong><br>First name: Nadine<br>Last name: Lloyd-Price<br>
DOB: 19-10-1981<br>
Lives at: same as victim<br>Relationship: Wife</p>
<p><strong>Children living there</strong><br>Megan Lloyd-Price, 14<br>Osian Lloyd-Price, 11</p>
<p><strong>Call handler</strong><br>Name: Sam Okoro<br>Service: Men's Listening Line<br>Phone: 01632 960517</p>
<p><strong>Informed of referral?</strong> Yes<br><strong>Consented?</strong> Yes</p>
<p><strong>Notes of call</strong><br>Nadine pushed him down the cellar steps and has told the
children that he is mad. He sleeps in the van.</p>
</body></html>"""


def document() -> bytes:
    return mail("", html=HTML)


ROPERY = home("9 Ropery Lane, Westmoor", "ZZ1 9RL")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Men's Listening Line",
        "name": "Sam Okoro",
        "phones": ["01632960517"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Gareth Lloyd-Price",
            "1979-03-07",
            ROPERY,
            phones=[
                phone("07700900515", call=False, text=False),
                phone("07700900516", call=True, whose="brother Rhys Lloyd-Price"),
            ],
        )
    ],
    perpetrators=[person("Nadine Lloyd-Price", "1981-10-19", ROPERY, relationship_to_victim="Wife")],
    children=[child("Megan Lloyd-Price", age_stated=14), child("Osian Lloyd-Price", age_stated=11)],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["pushed him down the cellar steps"],
    accept={
        "others": [["Rhys Lloyd-Price"]],
        "children[0].address": [ROPERY],
        "children[1].address": [ROPERY],
        "children[0].lives_with": ["victim", "parents"],
        "children[1].lives_with": ["victim", "parents"],
        "victims[0].phones[1].safe_to_call": [None],
    },
)
