"""What a council's web form sends: one table of questions and answers in HTML, people numbered in the labels."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "web-form.eml"
ANSWERS = (
    ("Reference", "WF-000318"),
    ("Submitted", "19/05/2026 14:02"),
    ("Referrer full name", "Tomasz Grabek"),
    ("Referrer organisation", "Gullmouth Drug and Alcohol Service"),
    ("Referrer email", "t.grabek@gullmouth.example.org"),
    ("Referrer telephone", "01632 960744"),
    ("Victim first name", "Imelda"),
    ("Victim last name", "Frost"),
    ("Victim date of birth", "1990-06-15"),
    ("Victim address", "Flat 4, 12 Strand, Gullmouth"),
    ("Victim postcode", "ZZ16 4ST"),
    ("Victim telephone", "07700 900155"),
    ("Is it safe to call the victim?", "No"),
    ("Is it safe to leave a message?", "No"),
    ("Safe contact details", "Contact through her sister Bridget Frost, 07700 900156, safe any time"),
    ("Perpetrator 1 first name", "Alfie"),
    ("Perpetrator 1 last name", "Marrow"),
    ("Perpetrator 1 date of birth", "1988-02-29"),
    ("Perpetrator 1 address", "HMP Gullmouth"),
    ("Perpetrator 1 relationship to victim", "Partner"),
    ("Perpetrator 2 first name", "Jade"),
    ("Perpetrator 2 last name", "Marrow"),
    ("Perpetrator 2 date of birth", ""),
    ("Perpetrator 2 address", "9 Net Street, Gullmouth ZZ16 9NS"),
    ("Perpetrator 2 relationship to victim", "Partner's sister"),
    ("Child 1 name", "Rory Frost"),
    ("Child 1 date of birth", "2012-09-01"),
    ("Child 2 name", "Nell Frost"),
    ("Child 2 date of birth", "2016-03-08"),
    ("Reason for referral", "Visible high risk, Potential escalation"),
    ("Dash score", "19"),
    ("Victim aware of referral?", "Yes"),
    ("Victim consents?", "Yes"),
    ("Please describe the concerns", "Alfie has Jade watch the flat. She posted a dead bird through the door."),
)


def document() -> bytes:
    rows = "".join(f"<tr><td><b>{label}</b></td><td>{answer}</td></tr>" for label, answer in ANSWERS)
    return mail(
        "", html=f"<html><body><p>New MARAC referral for Gullmouth MARAC</p><table>{rows}</table></body></html>"
    )


TRUTH = referral(
    SOURCE,
    case_area="Gullmouth",
    referral_date="2026-05-19",
    referrer={
        "agency": "Gullmouth Drug and Alcohol Service",
        "name": "Tomasz Grabek",
        "phones": ["01632960744"],
        "email": "t.grabek@gullmouth.example.org",
    },
    victims=[
        person(
            "Imelda Frost",
            "1990-06-15",
            home("Flat 4, 12 Strand, Gullmouth", "ZZ16 4ST"),
            phones=[
                phone("07700900155", call=False, message=False),
                phone("07700900156", call=True, whose="sister Bridget Frost"),
            ],
        )
    ],
    perpetrators=[
        person("Alfie Marrow", "1988-02-29", home("HMP Gullmouth", None, "prison"), relationship_to_victim="Partner"),
        person(
            "Jade Marrow", None, home("9 Net Street, Gullmouth", "ZZ16 9NS"), relationship_to_victim="Partner's sister"
        ),
    ],
    children=[child("Rory Frost", "2012-09-01"), child("Nell Frost", "2016-03-08")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
        "repeat": False,
    },
    checklist={"score_stated": 19},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["dead bird through the door"],
    accept={
        "referral_date": ["2025-06-03"],
        "others": [["Bridget Frost"]],
        "criteria.professional_judgement": [None],
        "criteria.repeat": [None],
        "previous.this_marac": [False],
    },
)
