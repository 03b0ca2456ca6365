"""A mail from an advice charity: HTML with headings and bullets, 'client' and 'other party'."""

from tests.reading.documents import mail
from tests.reading.truth import home, person, phone, referral

SOURCE = "advice-mail.eml"
HTML = """<html><body>
<p>Good afternoon,</p>
<p>Please list this for <b>Saltney MARAC</b>.</p>
<h3>Referrer</h3>
<ul><li>Name: Hamid Qureshi</li><li>Organisation: Saltney Advice Centre</li><li>Role: Debt Adviser</li>
<li>Phone: 01632 960262</li></ul>
<h3>Client</h3>
<ul><li><b>Name</b> &ndash; Doreen Tapp (previously Hollis)</li><li><b>Date of birth</b> &ndash; 01/11/1958</li>
<li><b>Address</b> &ndash; 33 Weavers Lane, Saltney, ZZ40 3WL</li>
<li><b>Landline</b> &ndash; 01632 960263 (not safe, he listens on the extension)</li>
<li><b>Mobile</b> &ndash; 07700 900264 (safe to call and text)</li></ul>
<h3>Other party</h3>
<ul><li><b>Name</b> &ndash; Kenneth Tapp</li><li><b>Date of birth</b> &ndash; 17/07/1955</li>
<li><b>Address</b> &ndash; same as client</li><li><b>Relationship to client</b> &ndash; husband</li></ul>
<h3>Children</h3>
<p>None under 18. Their adult son Lewis Tapp lives in Spain.</p>
<h3>Consent</h3>
<ul><li>Is the client aware? &ndash; Yes</li><li>Does the client consent? &ndash; Yes</li></ul>
<h3>What is happening</h3>
<p>Kenneth keeps her pension card and has told her that she will not leave the house alive.</p>
<p>Kind regards,<br>Hamid Qureshi<br>Debt Adviser<br>Saltney Advice Centre</p>
</body></html>"""


def document() -> bytes:
    return mail("", html=HTML)


WEAVERS = home("33 Weavers Lane, Saltney", "ZZ40 3WL")
TRUTH = referral(
    SOURCE,
    case_area="Saltney",
    referral_date="2025-06-03",
    referrer={
        "agency": "Saltney Advice Centre",
        "name": "Hamid Qureshi",
        "role": "Debt Adviser",
        "phones": ["01632960262"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Doreen Tapp",
            "1958-11-01",
            WEAVERS,
            phones=[phone("01632960263", call=False), phone("07700900264", call=True, text=True)],
            aliases=["Hollis"],
        )
    ],
    perpetrators=[person("Kenneth Tapp", "1955-07-17", WEAVERS, relationship_to_victim="husband")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["keeps her pension card"],
    accept={
        "others": [["Lewis Tapp"]],
        "referrer.email": [None],
        "victims[0].aliases": [["Doreen Hollis"]],
    },
)
