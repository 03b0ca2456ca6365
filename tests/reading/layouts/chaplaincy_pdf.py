"""A port chaplaincy's flat PDF of dotted leaders: seafarer's wife at risk, several short blocks with capitals."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "chaplaincy.pdf"
LINES = (
    ("STELLA HAVEN PORT CHAPLAINCY", None),
    ("NOTE TO MARAC: Eastquay", None),
    ("Chaplain", "Rev. Tobias Achterberg"),
    ("Chaplaincy phone", "01632 960421"),
    ("Day of note", "28.10.2026"),
    ("THE LADY WE FEAR FOR", None),
    ("Her name", "Lusia Tavake"),
    ("Born", "7 September 1993"),
    ("Stays at", "Mission rooms, 3 Customs Row, Eastquay, ZZ76 3CR (private: he thinks she flew home)"),
    ("Ring her on", "07700 900422, any day before noon"),
    ("Tongue", "Tongan"),
    ("Needs an interpreter", "Yes"),
    ("THE MAN SHE FEARS", None),
    ("His name", "Semisi Tavake"),
    ("Born", "19 January 1989"),
    ("Stays at", "MV Petrel Star, Berth 4, Eastquay Docks, ZZ76 4ED"),
    ("He is her", "husband"),
    ("THEIR LITTLE ONE", None),
    ("Name", "Mele Tavake"),
    ("Born", "14 February 2023"),
    ("Is with", "her mother"),
    ("WHAT WE KNOW", None),
    ("Account", "He held her over the rail of the gangway by her belt and laughed."),
    ("She agrees to this note", "Yes"),
)


def document() -> bytes:
    drawing = []
    for number, (label, value) in enumerate(LINES):
        y = 800 - 30 * number
        if value is None:
            drawing.append(words(50, y, label, 11, bold=True))
        else:
            drawing.append(words(50, y, f"{label} {'.' * (36 - len(label))} {value}", 9))
    return pdf(page(*drawing))


ROW = home("Mission rooms, 3 Customs Row, Eastquay", "ZZ76 3CR", secret=True)
TRUTH = referral(
    SOURCE,
    case_area="Eastquay",
    referral_date="2026-10-28",
    referrer={
        "agency": "Stella Haven Port Chaplaincy",
        "name": "Rev. Tobias Achterberg",
        "role": "Chaplain",
        "phones": ["01632960421"],
    },
    victims=[
        person(
            "Lusia Tavake",
            "1993-09-07",
            ROW,
            phones=[phone("07700900422", call=True)],
            diversity={"language": "Tongan", "interpreter": True},
        )
    ],
    perpetrators=[
        person(
            "Semisi Tavake",
            "1989-01-19",
            home("MV Petrel Star, Berth 4, Eastquay Docks", "ZZ76 4ED"),
            relationship_to_victim="husband",
        )
    ],
    children=[child("Mele Tavake", "2023-02-14", lives_with="victim")],
    consent={"consent_given": True},
    must_include=["held her over the rail"],
    accept={
        "referrer.name": ["Tobias Achterberg"],
        "victims[0].gender": ["female"],
        "victims[0].phones[0].safe_to_call": [None],
        "perpetrators[0].gender": ["male"],
        "children[0].lives_with": ["her mother"],
        "children[0].address": [ROW],
        "consent.victim_aware": [True],
    },
)
