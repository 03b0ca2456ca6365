"""A borough's flat PDF: ruled tables of labels, of questions with a letter under Yes or No, and of children."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "borough.pdf"
TOP = (
    ("Referring agency and worker", "Ashgrove Housing Options: Delroy Pinnock, Duty Officer"),
    ("Worker's telephone", "01632 960540"),
    ("Date of referral", "23 January 2026"),
    ("Victim's name and date of birth", "Precious Adeyinka (19/09/1989)"),
    ("Victim's address", "Room 12, Elm Lodge hostel, Ashgrove ZZ21 1EL"),
    ("Victim's telephone", "07700 900466"),
    ("Perpetrator's name and date of birth", "Femi Adeyinka (07/03/1985)"),
    ("Perpetrator's address", "70 Larch Avenue, Ashgrove ZZ21 7LA"),
    ("Perpetrator's relationship to the victim", "Husband, separated"),
)
ASKED = (
    ("Is it safe to telephone the victim?", True),
    ("Is it safe to leave a message?", False),
    ("Is the victim aware of the referral?", True),
    ("Has the victim consented?", True),
    ("Is this a repeat?", False),
)
CHILDREN = (("Tobi Adeyinka", "30/06/2018", "Larch Primary"), ("Sade Adeyinka", "02/11/2021", "Not at school"))


def _row(y: float, *cells: tuple[float, float, str]) -> list[str]:
    drawn = []
    for x, width, text in cells:
        drawn += [box(x, y, width, 22), words(x + 4, y + 7, text, 9)]
    return drawn


def document() -> bytes:
    drawing = [words(40, 805, "Ashgrove MARAC referral", 14, bold=True)]
    y = 775.0
    for label, value in TOP:
        drawing += _row(y, (40, 190, label), (230, 325, value))
        y -= 22
    y -= 20
    drawing += _row(y, (40, 300, "Question"), (340, 60, "Yes"), (400, 60, "No"))
    for question, answer in ASKED:
        y -= 22
        drawing += _row(y, (40, 300, question), (340, 60, "X" if answer else ""), (400, 60, "" if answer else "X"))
    y -= 45
    drawing.append(words(40, y + 5, "Children", 11, bold=True))
    y -= 22
    drawing += _row(y, (40, 180, "Child's name"), (220, 120, "Date of birth"), (340, 215, "School"))
    for row in CHILDREN:
        y -= 22
        drawing += _row(y, (40, 180, row[0]), (220, 120, row[1]), (340, 215, row[2]))
    drawing.append(
        words(40, y - 30, "Reasons for concern: Femi waited outside the hostel on three nights with a petrol can.")
    )
    return pdf(page(*drawing))


TRUTH = referral(
    SOURCE,
    case_area="Ashgrove",
    referral_date="2026-01-23",
    referrer={
        "agency": "Ashgrove Housing Options",
        "name": "Delroy Pinnock",
        "role": "Duty Officer",
        "phones": ["01632960540"],
    },
    victims=[
        person(
            "Precious Adeyinka",
            "1989-09-19",
            home("Room 12, Elm Lodge hostel, Ashgrove", "ZZ21 1EL"),
            phones=[phone("07700900466", call=True, message=False)],
        )
    ],
    perpetrators=[
        person(
            "Femi Adeyinka",
            "1985-03-07",
            home("70 Larch Avenue, Ashgrove", "ZZ21 7LA"),
            relationship_to_victim="Husband",
        )
    ],
    children=[
        child("Tobi Adeyinka", "2018-06-30", school="Larch Primary"),
        child("Sade Adeyinka", "2021-11-02"),
    ],
    criteria={"repeat": False},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["petrol can"],
    accept={
        "perpetrators[0].relationship_to_victim": ["Husband, separated"],
        "children[1].school": ["Not at school"],
        "previous.this_marac": [False],
    },
)
