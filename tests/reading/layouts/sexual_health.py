"""A sexual health clinic's Word sheet: one table, facts down the side, the patient and the partner as its columns."""

from tests.reading.documents import form
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "sexual-health.docx"


def document() -> bytes:
    return form(
        [
            ["Clinic", "Tidewell Sexual Health", "Completed by", "Dr Anand Pillai, clinic doctor"],
            ["Extension", "01632 960521", "Date", "14.05.2026"],
            ["MARAC", "Tidewell", "", ""],
        ],
        [
            ["", "Our patient", "Partner or ex-partner of concern"],
            ["Full name", "Zofia Malik", "Darren Peter Askew"],
            ["Date of birth", "23.11.2000", "05.04.1995"],
            ["Home", "Room 6, 40 Quay Parade, Tidewell, ZZ77 1QP", "3 Rope Walk, Tidewell, ZZ77 3RW"],
            ["Phone", "07700 900521", "07700 900522"],
            ["OK to phone?", "No - he answers it", ""],
            ["How they know each other", "", "Ex-boyfriend, father of her daughter"],
            ["Work", "Hotel cleaner", "Scaffolder"],
        ],
        [
            ["Children", "Date of birth", "Who has care"],
            ["Lena Askew", "16.09.2022", "Zofia"],
        ],
        [
            ["Clinician's concern"],
            ["He waits outside the clinic at each visit. She has bruising of different ages to both arms and he has "
             "told her that he will take Lena abroad."],
        ],
        [["Patient told of this referral", "Yes", "Patient agreed", "No"]],
        title="Tidewell clinic: concern shared with MARAC",
    )  # fmt: skip


QUAY = home("Room 6, 40 Quay Parade, Tidewell", "ZZ77 1QP")
TRUTH = referral(
    SOURCE,
    case_area="Tidewell",
    referral_date="2026-05-14",
    referrer={
        "agency": "Tidewell Sexual Health",
        "name": "Anand Pillai",
        "role": "clinic doctor",
        "phones": ["01632960521"],
    },
    victims=[
        person("Zofia Malik", "2000-11-23", QUAY, phones=[phone("07700900521", call=False)], occupation="Hotel cleaner")
    ],
    perpetrators=[
        person(
            "Darren Peter Askew",
            "1995-04-05",
            home("3 Rope Walk, Tidewell", "ZZ77 3RW"),
            phones=[phone("07700900522")],
            relationship_to_victim="Ex-boyfriend",
            occupation="Scaffolder",
        )
    ],
    children=[child("Lena Askew", "2022-09-16", lives_with="victim")],
    consent={"victim_aware": True, "consent_given": False},
    must_include=["bruising of different ages to both arms"],
    accept={
        "referrer.name": ["Dr Anand Pillai"],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].relationship_to_victim": ["Ex-boyfriend, father of her daughter"],
        "children[0].gender": ["female"],
        "children[0].address": [QUAY],
    },
)
