"""An eye hospital's Word form of two pages: the patient in a table in the page header, boxes as Wingdings."""

from docx import Document
from docx.oxml import parse_xml

from tests.reading.documents import saved, table
from tests.reading.markup import SPACES, p, r, tbl, tc, tr, wingding
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "eye-casualty.docx"
FULL, EMPTY = wingding("FE"), wingding("A8")
STAFF = [
    ["Completed by (print)", "Staff Nurse Yusra Haddad", "Signed", "Y Haddad"],
    ["Department", "Eye Casualty, St Lucy's", "Bleep", "2241"],
    ["Desk telephone", "01632 960131", "Date / time seen", "03/09/2026 22:40"],
]
STICKER = (
    "Patient: Farida NOORI", "NHS: 400 000 0018", "D.O.B. 21-Mar-1986",
    "Hosp no: K338120", "6 Lantern Row, Eastholme ZZ21 6LR", "Sex: Female",
)  # fmt: skip


def boxes(yes: bool) -> str:
    return f"{FULL if yes else EMPTY}{r(' Yes   ')}{EMPTY if yes else FULL}{r(' No')}"


FIRST = tbl(
    tr("What the patient likes to be called", "Fari"),
    tr("Own mobile", "07700 900132"),
    tr(tc("Can we ring that number?"), tc(boxes(yes=True))),
    tr(tc("Can we leave a voicemail?"), tc(boxes(yes=False))),
    tr(tc("Can we text?"), tc(boxes(yes=False))),
    tr("If not the mobile, how?", "n/a"),
    tr(tc("Interpreter required"), tc(boxes(yes=True), r("  Language: Dari"))),
    tr("Staying anywhere else tonight?", "At her aunt's, 31 Gorse Walk, Eastholme ZZ21 3GW - the family do not "
       "know about the aunt. NOT TO BE WRITTEN ON DISCHARGE PAPERS OR TOLD TO ANYONE"),
)  # fmt: skip
SECOND = tbl(
    tr("Name given", "Jawad Noori (husband)"),
    tr("Approx. age or date of birth", "about 45"),
    tr("Where does that person live?", "Same as patient"),
    tr(tc("Is that person in the building now?"), tc(boxes(yes=False))),
)
REST = tbl(
    tr("Under-18s at home", "Bilal Noori, 9\nZohra Noori, 6\nBaby Idris Noori, born 30/04/2026"),
    tr(tc("Patient knows about this form"), tc(boxes(yes=True))),
    tr(tc("Patient is happy for it to go"), tc(boxes(yes=True))),
    tr("Tick why", tc(EMPTY, r(" 14 or more on checklist   "), FULL, r(" clinical / professional judgement   "),
       EMPTY, r(" third attendance in a year   "), EMPTY, r(" been to MARAC in last 12 months"))),
)  # fmt: skip


def document() -> bytes:
    made = Document()
    held = made.sections[0].header.add_table(rows=2, cols=3, width=made.sections[0].page_width)
    for cell, words in zip([cell for row in held.rows for cell in row.cells], STICKER, strict=True):
        cell.text = words
    made.add_heading("St Lucy's Eye Hospital: domestic abuse, onward referral (MARAC, Eastholme)", 1)
    table(made, STAFF)
    made.add_paragraph("PART ONE - YOUR PATIENT")
    body = made.element.body
    inside = (FIRST, p(r("PART TWO - WHO IS HURTING THEM")), SECOND,
              p(r("PART THREE - EVERYBODY ELSE, AND CONSENT")), REST)  # fmt: skip
    for element in parse_xml(f"<w:body {SPACES}>{''.join(inside)}</w:body>"):
        body.insert(len(body) - 1, element)
    made.add_paragraph("What happened, in the patient's words where you can:")
    made.add_paragraph(
        "He pushed a hot pan into her face. She has burns to the lids and cornea of the left eye. He came to the desk "
        "and asked which bay she was in."
    )
    return saved(made)


LANTERN = home("6 Lantern Row, Eastholme", "ZZ21 6LR")
TRUTH = referral(
    SOURCE,
    case_area="Eastholme",
    referral_date="2026-09-03",
    referrer={
        "agency": "St Lucy's Eye Hospital",
        "name": "Yusra Haddad",
        "role": "Staff Nurse",
        "phones": ["01632960131"],
    },
    victims=[
        person(
            "Farida Noori",
            "1986-03-21",
            LANTERN,
            home("31 Gorse Walk, Eastholme", "ZZ21 3GW", "temporary", secret=True),
            phones=[phone("07700900132", call=True, message=False, text=False)],
            aliases=["Fari"],
            gender="female",
            nhs_number="4000000018",
            diversity={"interpreter": True, "language": "Dari"},
        )
    ],
    perpetrators=[person("Jawad Noori", None, LANTERN, age_stated=45, relationship_to_victim="husband")],
    children=[
        child("Bilal Noori", age_stated=9),
        child("Zohra Noori", age_stated=6),
        child("Idris Noori", "2026-04-30"),
    ],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": True},
    must_include=["pushed a hot pan into her face"],
    accept={
        "referrer.agency": ["Eye Casualty, St Lucy's"],
        "referral_date": [None],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].age_stated": [None],
        "criteria.potential_escalation": [None],
        "previous.this_marac": [False],
        **{f"children[{n}].lives_with": ["victim"] for n in range(3)},
        **{f"children[{n}].address": [LANTERN] for n in range(3)},
    },
)
