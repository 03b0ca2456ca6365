"""A fillable PDF of a county: printed labels beside unhelpfully named fields, and a few fields with tips."""

from tests.reading.layouts.pdfs import check_field, choice_field, page, pdf, text_field, words
from tests.reading.truth import home, person, phone, referral

SOURCE = "county-fillable.pdf"
ROWS = (
    (760, "Keldershire MARAC referral", None),
    (735, "Referring agency", "Kelder Mind"),
    (715, "Your name", "Fergus Mallory"),
    (695, "Your telephone", "01632 960909"),
    (675, "Date of referral", "17/03/2026"),
    (650, "VICTIM", None),
    (630, "Full name", "Beatrix ANSAH"),
    (610, "Date of birth", "08/10/1983"),
    (590, "Address", "Old Forge, Hask Lane, Kelder, ZZ11 4OF"),
    (570, "Telephone", "07700 900730"),
    (530, "PERPETRATOR", None),
    (510, "Full name", "Lorcan DEVLIN"),
    (490, "Date of birth", "15/02/1980"),
    (470, "Address", "22 Kiln Way, Kelder, ZZ11 9KW"),
    (450, "Relationship to victim", "Ex-partner"),
)


def document() -> bytes:
    drawing = [words(50, y, label, bold=value is None) for y, label, value in ROWS]
    drawing += [words(50, 550, "Safe to call this number?"), words(262, 550, "Yes"), words(322, 550, "No")]
    drawing += [
        words(50, 420, "Reasons for referral"),
        words(70, 400, "Visible high risk"),
        words(70, 380, "Professional judgement"),
    ]
    drawing += [words(70, 360, "Potential escalation"), words(70, 340, "MARAC repeat"), words(50, 310, "Background")]
    fields = [text_field(240, y - 3, f"Text{n}", value) for n, (y, _, value) in enumerate(ROWS) if value]
    fields += [check_field(245, 547, "cb1", None, full=True), check_field(305, 547, "cb2", None, full=False)]
    fields += [
        check_field(50, 397, "cb3", None, full=False),
        check_field(50, 377, "cb4", None, full=True),
        check_field(50, 357, "cb5", None, full=True),
        check_field(50, 337, "cb6", None, full=False),
    ]
    fields.append(
        text_field(50, 280, "Text99", "He waits outside her office each evening and has twice cut her brake cable.")
    )
    fields.append(choice_field(240, 650, "Gender of victim", "Female", "Male"))
    return pdf(page(*drawing), fields={0: fields})


TRUTH = referral(
    SOURCE,
    case_area="Keldershire",
    referral_date="2026-03-17",
    referrer={"agency": "Kelder Mind", "name": "Fergus Mallory", "phones": ["01632960909"]},
    victims=[
        person(
            "Beatrix Ansah",
            "1983-10-08",
            home("Old Forge, Hask Lane, Kelder", "ZZ11 4OF"),
            phones=[phone("07700900730", call=True)],
            gender="female",
        )
    ],
    perpetrators=[
        person(
            "Lorcan Devlin",
            "1980-02-15",
            home("22 Kiln Way, Kelder", "ZZ11 9KW"),
            relationship_to_victim="Ex-partner",
        )
    ],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": True,
        "repeat": False,
    },
    must_include=["cut her brake cable"],
    accept={"previous.this_marac": [False]},
)
