"""A council's domestic abuse team's flat PDF: shaded bars, two label columns in ruled rows, an X beside the choice."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "council-cross.pdf"
BARS = {
    0: "Section A  Referring officer",
    3: "Section B  Individual experiencing abuse",
    8: "Section C  Individual perpetrating abuse",
    12: "Section D  Children and young people",
    15: "Section E  About this referral",
}
ROWS = {
    1: ("Name", "Anselm Okonjo", "Team", "Housing Options, Saltmarsh Borough Council"),
    2: ("Phone", "01632 960341", "Date", "11/02/2027"),
    4: ("Name", "Cerys Pugh", "DOB", "31/10/1988"),
    5: ("Address", "Flat 3, 9 Dock Street, Saltmarsh ZZ84 9DS", "Address known to perpetrator?", "Yes"),
    6: ("Mobile", "07700 900342", "Safe to call / text?", "Call X  Text _"),
    7: ("Sexuality", "Lesbian", "Disability", "None"),
    9: ("Name", "Joanna Tripp", "DOB", "12/07/1985"),
    10: ("Address", "Flat 3, 9 Dock Street, Saltmarsh ZZ84 9DS", "Mobile", "07700 900343"),
    11: ("Relationship", "Partner", "Occupation", "Bus driver"),
    13: ("Name", "Macsen Pugh", "DOB / age", "19/01/2018"),
    14: ("Lives with", "Both", "School", "Dock Road Infants"),
    16: ("MARAC", "Saltmarsh", "Heard before?", "No"),
    17: ("DASH score", "14", "Ground", "Visible high risk"),
    18: ("Informed?", "Yes", "Consents?", "Yes"),
}
STORY = ("Joanna holds Cerys against the wall by the jaw and films it. Macsen hides the knives under his bed.",)


def document() -> bytes:
    drawing = []
    for number in range(19):
        y = 790 - 32 * number
        if number in BARS:
            drawing += [box(40, y - 8, 515, 24), words(46, y, BARS[number], 10, bold=True)]
            continue
        for n, (x, width) in enumerate(((40, 80), (120, 215), (335, 95), (430, 125))):
            drawing.append(box(x, y - 8, width, 24))
            said = ROWS[number][n]
            if len(said) > 26 and width < 130:
                cut = said.rindex(" ", 0, 26)
                drawing += [words(x + 3, y + 6, said[:cut], 7), words(x + 3, y - 4, said[cut + 1 :], 7)]
            else:
                drawing.append(words(x + 3, y, said, 8, bold=n % 2 == 0))
    drawing += [words(40, 160, "Summary of concerns", 10, bold=True)]
    drawing += [words(40, 142, line, 9) for line in STORY]
    return pdf(page(*drawing))


DOCK = home("Flat 3, 9 Dock Street, Saltmarsh", "ZZ84 9DS")
TRUTH = referral(
    SOURCE,
    case_area="Saltmarsh",
    referral_date="2027-02-11",
    referrer={
        "agency": "Housing Options, Saltmarsh Borough Council",
        "name": "Anselm Okonjo",
        "phones": ["01632960341"],
    },
    victims=[
        person(
            "Cerys Pugh",
            "1988-10-31",
            DOCK,
            phones=[phone("07700900342", call=True)],
            diversity={"lgbt": True, "disabled": False},
        )
    ],
    perpetrators=[
        person(
            "Joanna Tripp",
            "1985-07-12",
            DOCK,
            phones=[phone("07700900343")],
            relationship_to_victim="Partner",
            occupation="Bus driver",
        )
    ],
    children=[child("Macsen Pugh", "2018-01-19", lives_with="parents", school="Dock Road Infants")],
    criteria={"visible_high_risk": True},
    checklist={"score_stated": 14},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": False},
    must_include=["hides the knives under his bed"],
    accept={
        "referrer.role": ["Referring officer"],
        "victims[0].gender": ["female"],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].phones[0].safe_to_text": [False],
        "victims[0].diversity.disabled": [None],
        "perpetrators[0].gender": ["female"],
        "children[0].lives_with": ["Both"],
        "children[0].address": [DOCK],
        "criteria.repeat": [False],
    },
)
