"""An advice bureau's HTML mail: headings in colour, facts in bullets, 'our client' and 'the other person'."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "advice-bureau.eml"
HTML = """<html><body>
<h3 style="color:navy">Request to Brackwell MARAC from Brackwell Advice Bureau</h3>
<p>Caseworker: <b>Idwal Prosser-Jones</b><br>Direct: 01632 960321<br>Date of request: 05/10/2026</p>
<h3 style="color:navy">Our client</h3>
<ul><li>Mrs Yetunde Bakare (also uses Yetty)</li><li>Born 14 December 1969</li>
<li>At present in a hotel paid for by the council, room 212, The Bridge Hotel, Brackwell ZZ65 2BH. Nobody but the
council and us has been given this and it has to remain that way.</li>
<li>Before that: 61 Furnace Road, Brackwell ZZ65 6FR</li>
<li>Mobile 07700 900322. She will only pick up if we text first, so text and then call.</li>
<li>First language Yoruba. No interpreter needed.</li></ul>
<h3 style="color:navy">The person who is abusing our client</h3>
<ul><li>Mr Olu Bakare, her husband</li><li>Born 2 February 1965</li><li>61 Furnace Road, Brackwell ZZ65 6FR</li>
<li>Mobile 07700 900323</li></ul>
<h3 style="color:navy">Children</h3>
<ul><li>Simi Bakare, born 30/03/2010, with our client</li><li>Dami Bakare, born 30/03/2010, with her father</li></ul>
<h3 style="color:navy">Someone our client trusts</h3>
<ul><li>Pastor Grace Obi, 01632 960324, fine to ring at any time</li></ul>
<h3 style="color:navy">Why</h3>
<p>Mr Bakare has emptied the accounts and kept her passport in his locked van. On 28 September he put his hands
round her throat in front of Dami and told her that she would go home in a box.</p>
<p>Risk checklist score: 18. Our client knows and has consented.</p>
</body></html>"""


def document() -> bytes:
    made = mail("", html=HTML)
    made = made.replace(b"Sam Okoro <s.okoro@harbourtrust.example.org>", b"Idwal Prosser-Jones <idwal@bab.example.org>")
    return made.replace(b"Tue, 03 Jun 2025 10:00:00 +0100", b"Mon, 05 Oct 2026 15:20:00 +0100")


FURNACE = home("61 Furnace Road, Brackwell", "ZZ65 6FR")
TRUTH = referral(
    SOURCE,
    case_area="Brackwell",
    referral_date="2026-10-05",
    referrer={
        "agency": "Brackwell Advice Bureau",
        "name": "Idwal Prosser-Jones",
        "role": "Caseworker",
        "phones": ["01632960321"],
        "email": "idwal@bab.example.org",
    },
    victims=[
        person(
            "Yetunde Bakare",
            "1969-12-14",
            home("room 212, The Bridge Hotel, Brackwell", "ZZ65 2BH", "temporary", secret=True),
            {**FURNACE, "type": "previous"},
            phones=[phone("07700900322", call=True, text=True)],
            aliases=["Yetty"],
            diversity={"language": "Yoruba", "interpreter": False},
        )
    ],
    perpetrators=[
        person("Olu Bakare", "1965-02-02", FURNACE, phones=[phone("07700900323")], relationship_to_victim="husband")
    ],
    children=[
        child("Simi Bakare", "2010-03-30", lives_with="victim"),
        child("Dami Bakare", "2010-03-30", lives_with="her father"),
    ],
    others=[other("Grace Obi", "Pastor", "safe contact", [phone("01632960324", call=True)])],
    checklist={"score_stated": 18},
    consent={"victim_aware": True, "consent_given": True},
    views={"safe_to_talk_to": "Pastor Grace Obi"},
    must_include=["emptied the accounts"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].phones[0].safe_to_call": [None],
        "perpetrators[0].gender": ["male"],
        "children[0].address": [home("room 212, The Bridge Hotel, Brackwell", "ZZ65 2BH", "temporary", secret=True)],
        "children[1].lives_with": ["perpetrator", "father"],
        "children[1].address": [FURNACE],
        "criteria.visible_high_risk": [True],
        "views.safe_to_talk_to": [None],
        "others": [["Pastor Grace Obi"], []],
    },
)
