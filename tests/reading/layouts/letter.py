"""A hospital's letter: no form at all, a few label lines at the head and then prose."""

from docx import Document

from tests.reading.documents import saved
from tests.reading.truth import home, person, phone, referral

SOURCE = "health-letter.docx"
LINES = (
    "Fenmoor General Hospital",
    "Emergency Department",
    "Direct line: 01632 960733",
    "3rd October 2025",
    "Dear MARAC co-ordinator",
    "Re: Ms Halina Wójcik, DOB 19/06/1979",
    "NHS number: 943 476 5919",
    "Address: 5 Weir Cottages, Fenmoor, ZZ2 3WC",
    "GP: Dr Lomax, Fenmoor Surgery",
    "Partner (alleged to be causing harm): Mr Gareth Spooner, DOB 02/01/1974, same address",
    "I would like the above patient to be discussed at your next meeting on the ground of professional judgement.",
    "She came to us last night with a broken wrist and finger-shaped bruises on both arms. She told the "
    "nurse that Gareth "
    "twisted her arm because supper was late, and that he weighs her every Sunday.",
    "She knows that I am writing and has agreed. Please do not ring her at home because Gareth listens "
    "to the calls. It is "
    "safe to ring her work, 01632 960745, on weekday mornings.",
    "Yours sincerely",
    "Dr Temi Adeyemi-Clarke",
    "Consultant in Emergency Medicine",
)


def document() -> bytes:
    made = Document()
    for line in LINES:
        made.add_paragraph(line)
    return saved(made)


TRUTH = referral(
    SOURCE,
    referral_date="2025-10-03",
    referrer={
        "agency": "Fenmoor General Hospital",
        "name": "Temi Adeyemi-Clarke",
        "role": "Consultant in Emergency Medicine",
        "phones": ["01632960733"],
    },
    victims=[
        person(
            "Halina Wójcik",
            "1979-06-19",
            home("5 Weir Cottages, Fenmoor", "ZZ2 3WC"),
            phones=[phone("01632960745", call=True, whose="work")],
            nhs_number="9434765919",
            gp="Dr Lomax, Fenmoor Surgery",
        )
    ],
    perpetrators=[
        person(
            "Gareth Spooner",
            "1974-01-02",
            home("5 Weir Cottages, Fenmoor", "ZZ2 3WC"),
            relationship_to_victim="Partner",
        )
    ],
    criteria={"professional_judgement": True},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["broken wrist", "weighs her every Sunday"],
    accept={
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "criteria.professional_judgement": [None],
        "referrer.agency": ["Fenmoor General Hospital, Emergency Department", "Emergency Department"],
        "referrer.name": ["Dr Temi Adeyemi-Clarke"],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
    },
)
