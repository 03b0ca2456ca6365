"""A charity's fillable PDF in two columns whose fields say what they are in their tips; grounds as boxes."""

from tests.reading.layouts.pdfs import check_field, page, pdf, text_field, words
from tests.reading.truth import home, person, phone, referral

SOURCE = "charity-fillable.pdf"
LEFT, RIGHT = 40, 310
PEOPLE = (
    ("Name", "Solveig Amundsen", "Pawel Zuraw"),
    ("DOB", "14/04/1980", "19/12/1978"),
    ("Address", "1 Heron Quay, Sallowby ZZ18 1HQ", "1 Heron Quay, Sallowby ZZ18 1HQ"),
    ("Phone", "07700 900511", "07700 900512"),
)
GROUNDS = (
    ("Visible high risk", True),
    ("Professional judgement", False),
    ("Potential escalation", False),
    ("Repeat", False),
)


def document() -> bytes:
    drawing = [words(LEFT, 800, "Sallowby MARAC referral form", 14, bold=True)]
    drawing += [
        words(LEFT, 770, "Referrer"),
        words(RIGHT, 770, "Agency"),
        words(LEFT, 745, "Date"),
        words(RIGHT, 745, "Phone"),
    ]
    fields = [
        text_field(LEFT + 60, 767, "ref_name", "Ines Calloway", "Referrer name"),
        text_field(RIGHT + 60, 767, "ref_agency", "Lantern Trust", "Referring agency"),
        text_field(LEFT + 60, 742, "ref_date", "01/09/2026", "Date of referral"),
        text_field(RIGHT + 60, 742, "ref_tel", "01632 960399", "Referrer telephone"),
    ]
    drawing += [
        words(LEFT, 700, "Victim details", 12, bold=True),
        words(RIGHT, 700, "Perpetrator details", 12, bold=True),
    ]
    for number, (label, hers, his) in enumerate(PEOPLE):
        y = 675 - 25 * number
        drawing += [words(LEFT, y, label), words(RIGHT, y, label)]
        fields += [
            text_field(LEFT + 60, y - 3, f"v{number}", hers, f"Victim {label}"),
            text_field(RIGHT + 60, y - 3, f"p{number}", his, f"Perpetrator {label}"),
        ]
    drawing += [words(LEFT, 560, "Safe to call victim?"), words(180, 560, "Yes"), words(240, 560, "No")]
    fields += [check_field(160, 558, "s1", None, full=False), check_field(220, 558, "s2", None, full=True)]
    for number, (label, full) in enumerate(GROUNDS):
        drawing.append(words(LEFT + 20, 520 - 18 * number, label))
        fields.append(check_field(LEFT, 518 - 18 * number, f"g{number}", label, full=full))
    drawing.append(words(LEFT, 430, "Summary of concerns", bold=True))
    fields.append(
        text_field(LEFT, 400, "sum", "Pawel has put a tracker on her car and reads her post.", "Summary of concerns")
    )
    return pdf(page(*drawing), fields={0: fields})


QUAY = home("1 Heron Quay, Sallowby", "ZZ18 1HQ")
TRUTH = referral(
    SOURCE,
    case_area="Sallowby",
    referral_date="2026-09-01",
    referrer={"agency": "Lantern Trust", "name": "Ines Calloway", "phones": ["01632960399"]},
    victims=[person("Solveig Amundsen", "1980-04-14", QUAY, phones=[phone("07700900511", call=False)])],
    perpetrators=[person("Pawel Zuraw", "1978-12-19", QUAY, phones=[phone("07700900512")])],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": False,
        "repeat": False,
    },
    must_include=["tracker on her car"],
    accept={"previous.this_marac": [False]},
)
