"""A fire service's flat PDF: the person at risk in the left panel, the one who harms in the right, line by line."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "side-panels.pdf"

LEFT = (
    ("Name", "Kelechi Obi"),
    ("Born", "08/08/1991"),
    ("Lives at", "3 Ember Court, Ashwick"),
    ("Postcode", "ZZ62 3EC"),
    ("Mobile", "07700 900141"),
    ("OK to phone", "Yes"),
)
RIGHT = (
    ("Name", "Marvin Stokes"),
    ("Born", "21/12/1988"),
    ("Lives at", "9 Cinder Path, Ashwick"),
    ("Postcode", "ZZ62 9CP"),
    ("Mobile", "07700 900142"),
    ("Is to them", "Ex-partner"),
)


def _panel(x: float, title: str, rows: tuple[tuple[str, str], ...]) -> str:
    lines = [box(x, 560, 245, 150), words(x + 6, 692, title, 11, bold=True)]
    lines += [
        piece
        for n, (label, value) in enumerate(rows)
        for piece in (words(x + 6, 672 - 18 * n, label), words(x + 80, 672 - 18 * n, value))
    ]
    return page(*lines)


DRAWN = page(
    words(50, 800, "Ashwick Fire and Rescue: fire-setting threat, referral to Ashwick MARAC", 13, bold=True),
    words(50, 776, "Referring officer"),
    words(170, 776, "Watch Manager Colin Peake"),
    words(50, 758, "Team"),
    words(170, 758, "Ashwick Home Fire Safety"),
    words(50, 740, "Phone"),
    words(170, 740, "01632 960143"),
    words(330, 740, "Date"),
    words(380, 740, "17/01/2026"),
    _panel(50, "Person at risk", LEFT),
    _panel(300, "Person making the threat", RIGHT),
    words(50, 536, "Children at the address", 11, bold=True),
    words(50, 518, "Zuri Obi (6)"),
    words(50, 492, "Why we are referring", 11, bold=True),
    words(50, 474, "A milk bottle of petrol with a rag in it was left on the mat on 14 January. The letter box was"),
    words(50, 460, "sealed the next day and Mr Stokes posted a picture of it with the word soon."),
    words(50, 434, "She has agreed to the referral:"),
    words(230, 434, "Yes"),
)


def document() -> bytes:
    return pdf(DRAWN)


EMBER = home("3 Ember Court, Ashwick", "ZZ62 3EC")
TRUTH = referral(
    SOURCE,
    case_area="Ashwick",
    referral_date="2026-01-17",
    referrer={
        "agency": "Ashwick Home Fire Safety",
        "name": "Colin Peake",
        "role": "Watch Manager",
        "phones": ["01632960143"],
    },
    victims=[person("Kelechi Obi", "1991-08-08", EMBER, phones=[phone("07700900141", call=True)])],
    perpetrators=[
        person(
            "Marvin Stokes",
            "1988-12-21",
            home("9 Cinder Path, Ashwick", "ZZ62 9CP"),
            phones=[phone("07700900142")],
            relationship_to_victim="Ex-partner",
        )
    ],
    children=[child("Zuri Obi", age_stated=6)],
    consent={"consent_given": True},
    must_include=["milk bottle of petrol"],
    accept={
        "children[0].address": [EMBER],
        "children[0].lives_with": ["victim"],
        "referrer.name": ["Watch Manager Colin Peake"],
        "referrer.role": [None],
        "referrer.agency": ["Ashwick Fire and Rescue"],
    },
)
