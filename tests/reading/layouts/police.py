"""A police-style vulnerability report: numbered subjects in a grid with their role in the case, codes, an account."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "police-vulnerability.docx"


ROWS_1 = [
    ["Incident no.", "BR-221 of 14/07/2025", "Crime ref", "42/19873/25"],
    ["Officer", "PC 4471 Ines Dunmore", "Station", "Bramcote Response Team B"],
    ["Date/time of report", "14 July 2025 22:40", "Officer tel", "01632 960101"],
]
ROWS_2 = [
    ["No", "Role", "Surname", "Forename(s)", "DOB", "Sex", "Address", "Tel"],
    [
        "1",
        "Victim",
        "OKONJO",
        "Blessing Ruth",
        "22/02/1996",
        "F",
        "41 Alder Court, Bramcote ZZ9 2BD",
        "07700 900 620",
    ],
    [
        "2",
        "Suspect",
        "FARRAR",
        "Dean",
        "07/12/1991",
        "M",
        "NFA. Last known: 6 Pit Lane, Bramcote ZZ9 5TT",
        "07700 900 644",
    ],
    ["3", "Child", "FARRAR", "Levi", "30/10/2022", "M", "As victim", ""],
    ["4", "Witness", "PEEL", "Joan", "", "F", "43 Alder Court, Bramcote ZZ9 2BD", "01632 960 155"],
]
ROWS_3 = [
    ["Relationship of suspect to victim", "Ex partner"],
    ["DASH risk grade / score", "HIGH / 17"],
    ["Does victim consent to info being shared?", "No"],
    ["Reason if no consent", "Fears he will find out; shared to prevent serious harm"],
    [
        "Contact instructions",
        "Suspect has her phone log-in. Do not text. Ring only between 0930 and 1430 on 07700 900 620.",
    ],
]


def document() -> bytes:
    made = Document()
    made.add_paragraph("PUBLIC PROTECTION NOTICE - DOMESTIC ABUSE")
    table(
        made,
        ROWS_1,
    )
    made.add_paragraph("")
    table(
        made,
        ROWS_2,
    )
    made.add_paragraph("")
    table(
        made,
        ROWS_3,
    )
    made.add_paragraph("Circumstances")
    made.add_paragraph(
        "VICTIM states that SUSPECT attended at 2200 hours and put his forearm across her throat. Levi was asleep "
        "upstairs. Suspect left on foot before police arrival."
    )
    return saved(made)


TRUTH = referral(
    SOURCE,
    referral_date="2025-07-14",
    referrer={"name": "Ines Dunmore", "agency": "Bramcote Response Team B", "phones": ["01632960101"]},
    victims=[
        person(
            "Blessing Ruth Okonjo",
            "1996-02-22",
            home("41 Alder Court, Bramcote", "ZZ9 2BD"),
            phones=[phone("07700900620", call=True, text=False)],
            gender="female",
        )
    ],
    perpetrators=[
        person(
            "Dean Farrar",
            "1991-12-07",
            home("6 Pit Lane, Bramcote", "ZZ9 5TT", "last_known"),
            phones=[phone("07700900644")],
            gender="male",
            no_fixed_abode=True,
            relationship_to_victim="Ex partner",
        )
    ],
    children=[
        child(
            "Levi Farrar",
            "2022-10-30",
            gender="male",
            lives_with="victim",
            address=home("41 Alder Court, Bramcote", "ZZ9 2BD"),
        )
    ],
    others=[other("Joan Peel", role="witness", phones=[phone("01632960155")])],
    checklist={"score_stated": 17},
    consent={"consent_given": False, "reason": "Fears he will find out; shared to prevent serious harm"},
    crime_refs=["42/19873/25"],
    must_include=["put his forearm across her throat", "asleep upstairs"],
    accept={
        "referrer.role": ["PC 4471", "PC"],
        "referrer.name": ["PC 4471 Ines Dunmore"],
        "crime_refs": [["42/19873/25", "BR-221 of 14/07/2025"], ["42/19873/25", "BR-221"]],
        "referrer.agency": ["Police", None],
        "children[0].relationship_to_victim": ["Child"],
        "victims[0].phones[0].safe_to_leave_message": [False],
    },
)
