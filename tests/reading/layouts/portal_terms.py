"""An online portal's mail: names of database columns as terms of a list, each with what was typed."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "portal.eml"
ANSWERS = (
    ("Submission ID", "WM-2025-00871"),
    ("Submitted", "03/06/2025 09:41"),
    ("Submitter name", "Sam Okoro"),
    ("Submitter organisation", "Harbour Trust"),
    ("Submitter role", "Outreach worker"),
    ("Submitter phone", "01632 960631"),
    ("Victim first name", "Bogdana"),
    ("Victim last name", "Ionescu"),
    ("Victim date of birth", "1989-12-02"),
    ("Victim gender", "Female"),
    ("Victim address line 1", "Flat 3"),
    ("Victim address line 2", "90 Cooperage Street"),
    ("Victim town", "Westmoor"),
    ("Victim postcode", "ZZ1 9CS"),
    ("Victim mobile", "07700 900632"),
    ("Victim mobile safe?", "No"),
    ("Victim preferred language", "Romanian"),
    ("Perpetrator first name", "Marius"),
    ("Perpetrator last name", "Ionescu"),
    ("Perpetrator date of birth", "1984-04-23"),
    ("Perpetrator relationship", "Husband"),
    ("Perpetrator address line 1", "As victim"),
    ("Perpetrator mobile", "07700 900633"),
    ("Number of children", "1"),
    ("Child 1 first name", "Luca"),
    ("Child 1 last name", "Ionescu"),
    ("Child 1 date of birth", "2018-08-08"),
    ("Child 1 school", "Cooperage Lane Primary"),
    ("Is the victim aware?", "No"),
    ("Has the victim consented?", "No"),
    ("Reason not informed", "He monitors her phone and sits in on every appointment"),
    ("Details", "Bogdana was locked in the cellar for two nights in May and came to the church barefoot."),
)
ROWS = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in ANSWERS)


def document() -> bytes:
    return mail("", html=f"<html><body><p>New submission: Westmoor MARAC referral</p><dl>{ROWS}</dl></body></html>")


FLAT = home("Flat 3, 90 Cooperage Street, Westmoor", "ZZ1 9CS")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-06-03",
    referrer={
        "agency": "Harbour Trust",
        "name": "Sam Okoro",
        "role": "Outreach worker",
        "phones": ["01632960631"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Bogdana Ionescu",
            "1989-12-02",
            FLAT,
            phones=[phone("07700900632", call=False)],
            gender="female",
            diversity={"language": "Romanian"},
        )
    ],
    perpetrators=[
        person("Marius Ionescu", "1984-04-23", FLAT, phones=[phone("07700900633")], relationship_to_victim="Husband")
    ],
    children=[child("Luca Ionescu", "2018-08-08", school="Cooperage Lane Primary")],
    consent={
        "victim_aware": False,
        "consent_given": False,
        "reason": "He monitors her phone and sits in on every appointment",
    },
    must_include=["locked in the cellar"],
    accept={"victims[0].phones[0].safe_to_text": [False], "victims[0].phones[0].safe_to_leave_message": [False]},
)
