"""A combined authority's fillable PDF: labels printed above their fields, pairs side by side."""

from tests.reading.layouts.pdfs import check_field, page, pdf, text_field, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "fillable-above.pdf"
ROWS = (
    (780, ("Your name", "Dilys Farr"), ("Your organisation", "Humberhead Drug and Alcohol Service")),
    (740, ("Your phone number", "01632 960121"), ("Date of referral", "27/10/2026")),
    (690, ("Victim's full name", "Janine Roper"), ("Victim's date of birth", "03/06/1992")),
    (
        650,
        ("Victim's address and postcode", "14 Staithe, Humberhead ZZ67 4ST"),
        ("Victim's phone number", "07700 900122"),
    ),
    (590, ("Perpetrator's full name", "Scott Lyle Roper"), ("Perpetrator's date of birth", "18/12/1990")),
    (
        550,
        ("Perpetrator's address and postcode", "HMP Holme Moss"),
        ("Perpetrator's relationship to victim", "Ex-partner"),
    ),
    (490, ("Child's name", "Amelia Roper"), ("Child's date of birth", "30/04/2019")),
    (450, ("Child's name", "Jayden Roper"), ("Child's date of birth", "09/09/2021")),
)


def document() -> bytes:
    drawn, fields, n = [words(40, 815, "Humberhead MARAC referral", 14, bold=True)], [], 0
    for y, *pairs in ROWS:
        for x, (label, value) in zip((40, 310), pairs, strict=True):
            n += 1
            drawn.append(words(x, y, label, 9, bold=True))
            fields.append(text_field(x, y - 20, f"Text Field {n}", value))
    drawn += [
        words(40, 620, "Is it safe to call the victim?", 9, bold=True),
        words(205, 620, "Yes"),
        words(265, 620, "No"),
    ]
    fields += [
        check_field(185, 617, "Check Box 1", None, full=True),
        check_field(245, 617, "Check Box 2", None, full=False),
    ]
    drawn.append(words(40, 405, "Reason for referral (tick all that apply)", 9, bold=True))
    for k, (reason, full) in enumerate(
        (
            ("Visible high risk", True),
            ("Professional judgement", True),
            ("Potential escalation", False),
            ("MARAC repeat", False),
        )
    ):
        drawn.append(words(60, 387 - 18 * k, reason, 9))
        fields.append(check_field(42, 384 - 18 * k, f"Check Box {3 + k}", None, full=full))
    drawn.append(words(40, 300, "What has happened?", 9, bold=True))
    fields.append(
        text_field(
            40,
            280,
            "Text Field 90",
            "Scott sends messages through other prisoners' families: he will be out by Christmas.",
        )
    )
    return pdf(page(*drawn), fields={0: fields})


TRUTH = referral(
    SOURCE,
    case_area="Humberhead",
    referral_date="2026-10-27",
    referrer={"agency": "Humberhead Drug and Alcohol Service", "name": "Dilys Farr", "phones": ["01632960121"]},
    victims=[
        person("Janine Roper", "1992-06-03", home("14 Staithe, Humberhead", "ZZ67 4ST"),
               phones=[phone("07700900122", call=True)])
    ],
    perpetrators=[
        person("Scott Lyle Roper", "1990-12-18", home("HMP Holme Moss", None, "prison"),
            relationship_to_victim="Ex-partner")
    ],
    children=[child("Amelia Roper", "2019-04-30"), child("Jayden Roper", "2021-09-09")],
    criteria={"visible_high_risk": True, "professional_judgement": True, "potential_escalation": False,
        "repeat": False},
    must_include=["sends messages through other prisoners"],
    accept={"previous.this_marac": [False]},
)  # fmt: skip
