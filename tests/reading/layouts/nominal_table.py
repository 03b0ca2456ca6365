"""A transport police's report in Word: nominals in a table with their role in the third column, a log beneath."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "nominal-table.docx"
HEAD = [
    ["Report no", "RLP-26-118842", "Reporting officer", "PC 0912 Tegan Marlow"],
    ["Station", "Harbour Central", "Contact", "01632 960361 / tegan.marlow@rlp.example.org"],
    ["Submitted", "25/07/2026 23:58", "To", "MARAC coordinator, Harbour and Coast"],
]
NOMINALS = [
    ["No", "Nominal", "Role", "Born", "Address", "Telephone and warnings"],
    ["1", "DUFFIELD Roisin Mary", "Injured person", "03/12/1999", "Flat 22 Signal House, Harbourton ZZ18 2SH",
     "07700 900362 - seized by suspect, NOT with her"],
    ["2", "KOSTOV Dimitar", "Suspect", "15/08/1996", "Flat 22 Signal House, Harbourton ZZ18 2SH", "07700 900363"],
    ["3", "DUFFIELD Anya", "Child of 1 and 2", "20/02/2024", "As 1", ""],
    ["4", "DUFFIELD Carmel", "Mother of 1, safe contact", "11/03/1972", "8 Ferry Lane, Harbourton ZZ18 8FL",
     "01632 960364 - ring Carmel to reach Roisin"],
    ["5", "SANGHA Jaspal", "Witness (guard)", "", "", ""],
]  # fmt: skip
GRADING = [
    ["DASH", "High (19)", "Consent to MARAC", "Not asked - too distressed"],
    ["Aware of referral", "N", "Repeat", "Y - heard 14/01/2026"],
]


def document() -> bytes:
    made = Document()
    made.add_heading("Regional Line Police - domestic incident on the network", 1)
    table(made, HEAD)
    made.add_paragraph("NOMINALS")
    table(made, NOMINALS)
    made.add_paragraph("GRADING")
    table(made, GRADING)
    made.add_paragraph("ACCOUNT")
    made.add_paragraph(
        "Suspect dragged IP along the platform by her hair while she held the baby and pushed her towards the edge as "
        "a train came in. He said on arrest that he would finish it."
    )
    return saved(made)


SIGNAL = home("Flat 22 Signal House, Harbourton", "ZZ18 2SH")
TRUTH = referral(
    SOURCE,
    case_area="Harbour and Coast",
    referral_date="2026-07-25",
    referrer={
        "agency": "Regional Line Police",
        "name": "Tegan Marlow",
        "role": "PC",
        "phones": ["01632960361"],
        "email": "tegan.marlow@rlp.example.org",
    },
    victims=[
        person(
            "Roisin Mary Duffield",
            "1999-12-03",
            SIGNAL,
            phones=[phone("07700900362", call=False)],
        )
    ],
    perpetrators=[person("Dimitar Kostov", "1996-08-15", SIGNAL, phones=[phone("07700900363")])],
    children=[child("Anya Duffield", "2024-02-20", address=SIGNAL)],
    others=[
        other("Carmel Duffield", "mother", "safe contact", [phone("01632960364", call=True)]),
        other("Jaspal Sangha", None, "named"),
    ],
    crime_refs=["RLP-26-118842"],
    criteria={"repeat": True},
    checklist={"score_stated": 19},
    consent={"victim_aware": False},
    previous={"this_marac": True, "last_date": "2026-01-14"},
    must_include=["dragged IP along the platform by her hair"],
    accept={
        "referrer.agency": ["Harbour Central"],
        "referrer.role": [None],
        "criteria.visible_high_risk": [True],
        "victims[0].gender": ["female"],
        "victims[0].phones[0].safe_to_text": [False],
        "victims[0].phones[0].safe_to_leave_message": [False],
        "perpetrators[0].gender": ["male"],
        "crime_refs": [[]],
        "children[0].lives_with": ["victim"],
        "previous.last_date": [None],
        "consent.consent_given": [False],
        "others": [["Carmel Duffield"]],
    },
)
