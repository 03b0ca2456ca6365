"""A sexual violence service's form: bold questions in paragraphs, answers beneath, several about contact."""

from tests.reading.markup import check, head, p, r, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "survivor-service.docx"
ASKED = (
    ("Your name and job", "Mina Farrow, Advocate"),
    ("Your organisation", "Kestrel Survivors Service"),
    ("Best number for you", "01632 960612"),
    ("When are you making this referral?", "27 January 2026"),
    ("Survivor's name", "Alex Morrow"),
    ("Pronouns", "They/them"),
    ("Survivor's date of birth", "16 August 1999"),
    (
        "Where is the survivor living at the moment?",
        "Kestrel House, Sedgeley ZZ48 1KH. Please keep this address confidential.",
    ),
    ("What is the survivor's phone number?", "07700 900613"),
    ("Is it OK to ring them on it?", "Yes, mornings"),
    ("Is it OK to leave a voicemail?", "No"),
    ("May we write to them at home?", "No"),
    ("Who is causing them harm?", "Jordan Blythe"),
    ("When was that person born?", "1997, month not known"),
    ("Where does that person live?", "62 Glebe Road, Sedgeley ZZ48 6GR"),
    ("What is that person to the survivor?", "Ex-girlfriend"),
    ("Do they have children?", "No"),
    ("Do they know you are referring them?", "Yes"),
    ("Have they agreed?", "Yes"),
)


def document() -> bytes:
    asked = [piece for question, answer in ASKED for piece in (p(r(question, "b")), p(answer))]
    return word(
        head("Referral to Sedgeley MARAC"),
        *asked,
        p(r("Reason for referral (tick)", "b")),
        p(check(False), " Visible high risk"),
        p(check(True), " Professional judgement"),
        p(check(True), " Escalation"),
        p(check(False), " Repeat"),
        p(r("Tell us what has happened", "b")),
        p("Jordan has shared images of Alex with Alex's employer and waits at the tram stop each night."),
    )


TRUTH = referral(
    SOURCE,
    case_area="Sedgeley",
    referral_date="2026-01-27",
    referrer={
        "agency": "Kestrel Survivors Service",
        "name": "Mina Farrow",
        "role": "Advocate",
        "phones": ["01632960612"],
    },
    victims=[
        person(
            "Alex Morrow",
            "1999-08-16",
            home("Kestrel House, Sedgeley", "ZZ48 1KH", secret=True),
            phones=[phone("07700900613", call=True, message=False)],
        )
    ],
    perpetrators=[
        person(
            "Jordan Blythe",
            None,
            home("62 Glebe Road, Sedgeley", "ZZ48 6GR"),
            relationship_to_victim="Ex-girlfriend",
        )
    ],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": True,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": True},
    must_include=["waits at the tram stop"],
    accept={"previous.this_marac": [False]},
)
