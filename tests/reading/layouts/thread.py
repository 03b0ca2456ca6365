"""A mail in HTML, written as label lines, on top of a quoted thread about somebody else."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "thread.eml"
HTML = """<html><head><style>p {color: red}</style></head><body>
<p>Hi,</p><p>Please add this one to the Westmoor list. I have no form to hand.</p>
<p><b>Victim:</b> Tamsin Rudge, born 04/04/1999<br><b>Address:</b> 8 Gorse Road, Westmoor ZZ1 8GR<br>
<b>Tel:</b> 07700 900901 <i>(safe to text only, he answers it)</i></p>
<p><b>Perpetrator:</b> Lee Pascoe, 27 yrs<br><b>Address:</b> 31 Harbour Street, Westmoor ZZ1 3HS<br>
<b>Relationship to victim:</b> ex-boyfriend</p>
<table><tr><th>Child</th><th>DOB</th><th>School</th></tr>
<tr><td>Jago Rudge</td><td>02/02/2021</td><td>Gorse Nursery</td></tr></table>
<p><b>Consent given:</b> yes</p>
<p><b>What happened:</b> On Saturday Lee climbed on to the balcony and threatened her with a chisel.</p>
<p>Many thanks</p><p>Sam Okoro<br>IDVA<br>Harbour Trust<br>01632 960 880</p>
<div><p>-----Original Message-----<br>From: Westmoor MARAC &lt;marac@westmoor.example.org&gt;<br>
Sent: 28 May 2025 09:11<br>To: Sam Okoro<br>Subject: RE: last month</p>
<p>Hi Sam, about the other one:</p><p>Victim: Carol Jessop, DOB 01/01/1970<br>Tel: 07700 900999 is safe to call<br>
Perpetrator: Ian Jessop<br>Consent given: no</p></div></body></html>"""


def document() -> bytes:
    return mail("", html=HTML)


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Trust",
        "name": "Sam Okoro",
        "role": "IDVA",
        "phones": ["01632960880"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Tamsin Rudge",
            "1999-04-04",
            home("8 Gorse Road, Westmoor", "ZZ1 8GR"),
            phones=[phone("07700900901", call=False, text=True)],
        )
    ],
    perpetrators=[
        person(
            "Lee Pascoe",
            None,
            home("31 Harbour Street, Westmoor", "ZZ1 3HS"),
            age_stated=27,
            relationship_to_victim="ex-boyfriend",
        )
    ],
    children=[child("Jago Rudge", "2021-02-02", school="Gorse Nursery")],
    consent={"consent_given": True},
    must_include=["threatened her with a chisel"],
    accept={"victims[0].phones[0].safe_to_leave_message": [False]},
)
