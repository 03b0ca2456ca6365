"""A flat PDF without ruled tables: two people side by side in columns, answers crossed out by a line, two pages."""

from tests.reading.layouts.pdfs import cross_out, page, pdf, ring, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "columns.pdf"
LEFT, RIGHT = 50, 310


def _pairs(x: float, y: float, *pairs: tuple[str, str]) -> list[str]:
    drawn = []
    for number, (label, value) in enumerate(pairs):
        drawn += [words(x, y - 18 * number, label, bold=True), words(x + 75, y - 18 * number, value)]
    return drawn


def document() -> bytes:
    first = [
        words(50, 800, "LOWMERE MARAC", 14, bold=True),
        *_pairs(LEFT, 770, ("Agency:", "Lowmere Probation"), ("Completed by:", "Idris Vaughan"),
                ("Date:", "9 May 2025")),
        *_pairs(RIGHT, 770, ("Tel:", "01632 960222"), ("Email:", "i.vaughan@lowmere.example.org")),
        words(LEFT, 700, "Victim", 12, bold=True),
        words(RIGHT, 700, "Perpetrator", 12, bold=True),
        *_pairs(LEFT, 680, ("Name:", "Agnes Toller"), ("DOB:", "01/07/1958"), ("Address:", "14 Elm Bank, Lowmere"),
                ("Postcode:", "ZZ8 1EB"), ("Phone:", "01632 960230")),
        *_pairs(RIGHT, 680, ("Name:", "Stephen Toller"), ("DOB:", "28/09/1984"), 
                ("Address:", "Bail: 3 Fen Lane, Lowmere"),
                ("Postcode:", "ZZ8 3FL"), ("Relationship:", "Son")),
        words(LEFT, 560, "Is it safe to call the victim on this number?    Yes    No"),
        ring(243, 555, 25, 16),
        words(LEFT, 540, "Has the victim given consent?    Yes    No"),
        cross_out(193, 542, 19),
        words(LEFT, 520, "Police crime reference: LM/7781/25"),
    ]  # fmt: skip
    second = [
        words(50, 800, "LOWMERE MARAC", 14, bold=True),
        words(LEFT, 770, "Children", 12, bold=True),
        words(LEFT, 750, "Name", bold=True), words(200, 750, "DOB", bold=True),
        words(300, 750, "Lives with", bold=True),
        words(LEFT, 732, "Maisie Toller"), words(200, 732, "13/01/2013"), words(300, 732, "Her mother, Kim Reed"),
        words(LEFT, 700, "Background and concerns", 12, bold=True),
        words(LEFT, 682, "Stephen returned to the house on 4 May despite bail and locked his mother in the"),
        words(LEFT, 668, "pantry for six hours. She takes warfarin and could not reach it."),
    ]  # fmt: skip
    return pdf(page(*first), page(*second))


TRUTH = referral(
    SOURCE,
    case_area="Lowmere",
    referral_date="2025-05-09",
    referrer={
        "agency": "Lowmere Probation",
        "name": "Idris Vaughan",
        "phones": ["01632960222"],
        "email": "i.vaughan@lowmere.example.org",
    },
    victims=[
        person(
            "Agnes Toller",
            "1958-07-01",
            home("14 Elm Bank, Lowmere", "ZZ8 1EB"),
            phones=[phone("01632960230", call=True)],
        )
    ],
    perpetrators=[
        person(
            "Stephen Toller",
            "1984-09-28",
            home("3 Fen Lane, Lowmere", "ZZ8 3FL", "bail"),
            relationship_to_victim="Son",
        )
    ],
    children=[child("Maisie Toller", "2013-01-13", lives_with="Her mother, Kim Reed")],
    consent={"consent_given": False},
    crime_refs=["LM/7781/25"],
    must_include=["locked his mother in the", "takes warfarin"],
    accept={"others": [["Kim Reed"]], "consent.consent_given": [None]},
)
