"""A refuge's form: rows of labels with rows of answers beneath them, three children in a grid, Y or N in a column."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "refuge.docx"


ROWS_1 = [
    ["Name of worker", "Agency", "Phone", "Date"],
    ["Lindiwe Maseko", "Skerry Refuge", "01632 960190", "11/08/2025"],
]
ROWS_2 = [
    ["Forenames", "Surname", "Date of birth", "Previous surname"],
    ["Aurelie", "Njoku", "25/12/1995", "Laurent"],
    ["Mobile number", "Safe number?", "Ethnicity", "Pregnant?"],
    ["07700 900404", "Y", "Black African", "N"],
]
ROWS_3 = [
    ["Forenames", "Surname", "Date of birth", "Relationship to survivor"],
    ["Emeka", "Njoku", "03/02/1990", "Husband"],
]
ROWS_4 = [
    ["First name", "Surname", "DOB / due date", "In refuge with mother? (Y/N)"],
    ["Ada", "Njoku", "17/07/2019", "Y"],
    ["Chi", "Njoku", "17/07/2019", "Y"],
    ["Obi", "Njoku", "08/10/2023", "N - with paternal grandmother"],
]
ROWS_5 = [
    ["Question", "Y/N"],
    ["Has the survivor agreed to this referral?", "Y"],
    ["Is it a repeat?", "N"],
    ["Has she been heard at another MARAC?", "Y - Tolbay, March 2024"],
]


def document() -> bytes:
    made = Document()
    made.add_heading("Skerry Refuge - MARAC referral (Skerrymouth)")
    table(
        made,
        ROWS_1,
    )
    made.add_heading("Survivor", 2)
    table(
        made,
        ROWS_2,
    )
    made.add_paragraph("Current address: Skerry Refuge, PO Box only. Confidential")
    made.add_paragraph("Previous address: 10 Net Loft, Skerrymouth, ZZ13 1NL")
    made.add_heading("Abuser", 2)
    table(
        made,
        ROWS_3,
    )
    made.add_paragraph("Current address: 10 Net Loft, Skerrymouth, ZZ13 1NL")
    made.add_heading("Children", 2)
    table(
        made,
        ROWS_4,
    )
    made.add_heading("Risk", 2)
    table(
        made,
        ROWS_5,
    )
    made.add_paragraph(
        "Summary of concerns: Emeka has been seen twice at the school gate and has followed the refuge car."
    )
    return saved(made)


SECRET = home("Skerry Refuge, PO Box only", None, secret=True)
TRUTH = referral(
    SOURCE,
    case_area="Skerrymouth",
    referral_date="2025-08-11",
    referrer={"agency": "Skerry Refuge", "name": "Lindiwe Maseko", "phones": ["01632960190"]},
    victims=[
        person(
            "Aurelie Njoku",
            "1995-12-25",
            SECRET,
            home("10 Net Loft, Skerrymouth", "ZZ13 1NL", "previous"),
            phones=[phone("07700900404", call=True)],
            aliases=["Laurent"],
            diversity={"ethnicity": "Black African", "bme": True, "pregnant": False},
        )
    ],
    perpetrators=[
        person(
            "Emeka Njoku",
            "1990-02-03",
            home("10 Net Loft, Skerrymouth", "ZZ13 1NL"),
            relationship_to_victim="Husband",
        )
    ],
    children=[
        child("Ada Njoku", "2019-07-17", lives_with="victim"),
        child("Chi Njoku", "2019-07-17", lives_with="victim"),
        child("Obi Njoku", "2023-10-08", lives_with="paternal grandmother"),
    ],
    criteria={"repeat": False},
    consent={"consent_given": True},
    previous={"other_marac": True, "other_marac_detail": "Tolbay, March 2024"},
    must_include=["followed the refuge car"],
    accept={
        "case_area": [None],
        "previous.this_marac": [False],
        "children[0].lives_with": [None],
        "children[1].lives_with": [None],
        "children[2].lives_with": [None],
        "children[0].address": [SECRET],
        "children[1].address": [SECRET],
    },
)
