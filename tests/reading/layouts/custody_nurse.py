"""A custody healthcare team's Word form: the detained person fills the first page, the one who was hurt the second."""

from tests.reading.documents import form
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "custody-nurse.docx"


def document() -> bytes:
    return form(
        [
            ["Custody suite", "Harrowgate Lane", "Custody record", "HL/2026/7713"],
            ["HCP on duty", "Lorna Petrie (custody nurse)", "Office line", "01632 960301"],
            ["Time and date written", "04:35, 17 April 2026", "For MARAC at", "Netherby"],
        ],
        [
            ["DETAINED PERSON"],
            ["Surname", "Quill", "Forenames", "Bradley John"],
            ["Born", "29/11/1994", "Address on arrest", "18 Tinker Street, Netherby, ZZ45 8TS"],
            ["Arrested for", "s.47 assault and criminal damage", "Release plan", "bail to his dad, 5 Locke Rd, "
             "Netherby, ZZ45 5LR"],
            ["Is the detained person fit to be seen?", "Yes"],
        ],
        [
            ["PERSON HARMED BY DETAINEE"],
            ["Surname", "Osgood", "Forenames", "Tamsin"],
            ["Born", "06/06/1996", "Address", "18 Tinker Street, Netherby, ZZ45 8TS"],
            ["Telephone", "07700 900302", "May we use it?", "Yes, once he is bailed his calls are barred"],
            ["What is the detainee to this person?", "Fiancé"],
            ["Pregnant?", "Yes, 22 weeks. EDD 21/08/2026"],
        ],
        [
            ["CHILDREN SEEN OR SPOKEN OF"],
            ["Harley Quill-Osgood", "4 yrs", "at nursery (Tinker St Nursery)"],
        ],
        [
            ["Why this is being sent", "He told me that when he gets out he will 'do it properly' and that she "
             "should have picked a bigger coffin."],
            ["Ground", "Professional judgement"],
            ["Does she know?", "No, I have not met her"],
        ],
        title="Custody healthcare - concern about another person",
    )  # fmt: skip


TINKER = home("18 Tinker Street, Netherby", "ZZ45 8TS")
TRUTH = referral(
    SOURCE,
    case_area="Netherby",
    referral_date="2026-04-17",
    referrer={
        "agency": "Custody healthcare",
        "name": "Lorna Petrie",
        "role": "custody nurse",
        "phones": ["01632960301"],
    },
    victims=[
        person(
            "Tamsin Osgood",
            "1996-06-06",
            TINKER,
            phones=[phone("07700900302", call=True)],
            diversity={"pregnant": True},
        )
    ],
    perpetrators=[
        person(
            "Bradley John Quill",
            "1994-11-29",
            TINKER,
            home("5 Locke Rd, Netherby", "ZZ45 5LR", "bail"),
            relationship_to_victim="Fiancé",
        )
    ],
    children=[
        child("Harley Quill-Osgood", age_stated=4, school="Tinker St Nursery"),
        {**child("", None, unborn=True, edd="2026-08-21"), "forenames": None, "surname": None},
    ],
    criteria={"professional_judgement": True},
    consent={"victim_aware": False},
    must_include=["should have picked a bigger coffin"],
    accept={
        "referrer.agency": [None, "Harrowgate Lane", "Harrowgate Lane custody suite"],
        "victims[0].gender": ["female"],
        "victims[0].phones[0].safe_to_call": [None],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].relationship_to_victim": ["fiance"],
        "consent.reason": ["I have not met her"],
        "crime_refs": [["HL/2026/7713"]],
        "children[0].lives_with": ["victim", "parents"],
        "children[0].address": [TINKER],
    },
)
