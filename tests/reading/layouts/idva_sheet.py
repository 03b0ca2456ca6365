"""An IDVA charity's sheet pasted from Excel into Word: letters over the columns, PV and AP in one long row, two APs."""

from docx import Document
from docx.enum.section import WD_ORIENT

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "idva-sheet.docx"
SHEET = [
    ["", "A", "B", "C", "D", "E", "F", "G", "H"],
    ["1", "PV", "PV DOB", "PV address", "PV safe contact", "AP", "AP DOB", "AP address", "AP rel. to PV"],
    ["2", "Ines Carvalho", "08.08.1999", "refuge - not to be shared outside IDVA team (11 Mallow Street, Tidewell "
     "ZZ41 1MS)", "07700 900151 voicemail and texts fine, ring after 3", "Duarte Carvalho", "02.05.1970",
     "27 Quarry Hill, Tidewell ZZ41 7QH", "father"],
    ["3", "", "", "", "", "Nelson Carvalho", "19.12.1996", "as row above", "brother"],
]  # fmt: skip
REST = [
    ["", "A", "B", "C", "D", "E", "F"],
    ["5", "Ref by", "Tel", "Ref date", "HR / PJ / ESC / RPT", "RIC", "PV aware / consents"],
    ["6", "Marguerite Oduya, IDVA", "01632 960152", "02.11.2026", "HR, ESC", "19", "Y / Y"],
    ["8", "CYP", "DOB", "Lives", "School", "", ""],
    ["9", "Lia Carvalho (PV's half sister)", "14.01.2013", "27 Quarry Hill, with AP", "Tidewell Academy", "", ""],
]
NOTES = (
    "Notes: PV told by her father that she would be flown to her uncle and married before Christmas. Nelson follows "
    "her from college. PV found a tracker in the lining of her coat."
)


def document() -> bytes:
    made = Document()
    made.sections[0].orientation = WD_ORIENT.LANDSCAPE
    made.add_paragraph("Safe Harbour IDVA Service - MARAC in-tray (Tidewell)")
    table(made, SHEET)
    made.add_paragraph("")
    table(made, REST)
    made.add_paragraph(NOTES)
    return saved(made)


QUARRY = home("27 Quarry Hill, Tidewell", "ZZ41 7QH")
TRUTH = referral(
    SOURCE,
    case_area="Tidewell",
    referral_date="2026-11-02",
    referrer={
        "agency": "Safe Harbour IDVA Service",
        "name": "Marguerite Oduya",
        "role": "IDVA",
        "phones": ["01632960152"],
    },
    victims=[
        person(
            "Ines Carvalho",
            "1999-08-08",
            home("11 Mallow Street, Tidewell", "ZZ41 1MS", secret=True),
            phones=[phone("07700900151", call=True, message=True, text=True)],
        )
    ],
    perpetrators=[
        person("Duarte Carvalho", "1970-05-02", QUARRY, relationship_to_victim="father"),
        person("Nelson Carvalho", "1996-12-19", QUARRY, relationship_to_victim="brother"),
    ],
    children=[
        child(
            "Lia Carvalho",
            "2013-01-14",
            relationship_to_victim="half sister",
            lives_with="perpetrator",
            address=home("27 Quarry Hill", None),
            school="Tidewell Academy",
        )
    ],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
        "repeat": False,
    },
    checklist={"score_stated": 19},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["found a tracker in the lining"],
    accept={
        "children[0].address": [QUARRY],
        "children[0].lives_with": [None],
        "victims[0].housing": ["refuge"],
        "criteria.professional_judgement": [None],
        "criteria.repeat": [None],
    },
)
