"""A housing portal's HTML mail: the two people as columns of one table with a question at the left of each row."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "two-columns-portal.eml"
ROWS = (
    ("", "Tenant experiencing abuse", "Person alleged to be abusive"),
    ("Full name", "Gwenllian Hopkins", "Rhodri Vaughan"),
    ("Date of birth", "03/03/1990", "24/06/1987"),
    ("Where they live", "8 Drift Court, Westmoor, ZZ1 8DC", "No fixed address"),
    ("Phone", "07700 900341", "07700 900342"),
    ("Safe to phone?", "Yes, evenings", "-"),
    ("Relationship", "-", "Ex-partner"),
)
TABLE = "".join(f"<tr><th>{a}</th><td>{b}</td><td>{c}</td></tr>" for a, b, c in ROWS)
HTML = (
    "<html><body><h1>MARAC referral: Westmoor</h1>"
    "<p>Housing officer: Sam Okoro, Harbour Trust Homes, 01632 960343</p>"
    f"<table border=1>{TABLE}</table>"
    "<h2>Household children</h2><ul><li>Nia Hopkins (DOB 14/02/2018)</li><li>Owain Hopkins (DOB 01/12/2020)</li></ul>"
    "<h2>Summary</h2><p>Rhodri slept in the bin store to watch her door. On 31 May he put her through it.</p>"
    "<h2>Agreement</h2><p>Tenant is aware: Yes<br>Tenant consents: Yes</p></body></html>"
)


def document() -> bytes:
    return mail("", html=HTML)


TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Trust Homes",
        "name": "Sam Okoro",
        "role": "Housing officer",
        "phones": ["01632960343"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Gwenllian Hopkins",
            "1990-03-03",
            home("8 Drift Court, Westmoor", "ZZ1 8DC"),
            phones=[phone("07700900341", call=True)],
        )
    ],
    perpetrators=[
        person(
            "Rhodri Vaughan",
            "1987-06-24",
            phones=[phone("07700900342")],
            relationship_to_victim="Ex-partner",
            no_fixed_abode=True,
        )
    ],
    children=[child("Nia Hopkins", "2018-02-14"), child("Owain Hopkins", "2020-12-01")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["slept in the bin store"],
    accept={
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "perpetrators[0].no_fixed_abode": [None],
        "victims[0].phones[0].safe_to_call": [None],
    },
)
