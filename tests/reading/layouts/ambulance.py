"""An ambulance trust's notification as a flat PDF: small labels above their answers in columns, no lines drawn."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "ambulance.pdf"
BANDS = (
    ("Crew details", (("Clinician", "Idris Pugh"), ("Grade", "Paramedic"), ("Call-back number", "01632 960307"))),
    (
        "",
        (
            ("Date form completed", "04/01/2026"),
            ("Incident number", "AMB-88120"),
            ("Station", "Lowmoor Ambulance Station"),
        ),
    ),
    ("Patient (victim)", (("Forename", "Gwyneth"), ("Surname", "Tranmere"), ("Date of birth", "30/03/1951"))),
    ("", (("Address", "The Cottage, Sheep Lane, Lowmoor, ZZ43 6SL"), ("Telephone", "01632 960308"))),
    ("", (("Is it safe to telephone?", "No"), ("GP surgery", "Lowmoor Surgery"))),
    (
        "Person believed to be causing harm",
        (("Forename", "Keith"), ("Surname", "Tranmere"), ("Date of birth", "Not known")),
    ),
    ("", (("Relationship to patient", "Husband"), ("Address", "Same as patient"))),
    ("Others on scene", (("Name", "Delyth Parry"), ("Connection", "Neighbour"), ("Telephone", "01632 960309"))),
    ("Consent", (("Patient aware of referral?", "Yes"), ("Patient agrees to referral?", "Yes"))),
)


def document() -> bytes:
    drawing = [words(40, 805, "Welland Ambulance Service NHS Trust", 13, bold=True)]
    drawing.append(words(40, 788, "Domestic abuse referral to Lowmoor MARAC", 11, bold=True))
    y = 765
    for title, cells in BANDS:
        if title:
            drawing.append(words(40, y, title, 11, bold=True))
            y -= 16
        for number, (label, answer) in enumerate(cells):
            x = 40 + number * (510 / len(cells))
            drawing.append(words(x, y, label, 7))
            drawing.append(words(x, y - 12, answer, 10))
        y -= 38
    drawing.append(words(40, y, "Narrative", 11, bold=True))
    drawing.append(
        words(
            40,
            y - 16,
            "Bruises to both wrists of different ages. She said that he ties the door shut when he goes out.",
        )
    )
    return pdf(page(*drawing))


COTTAGE = home("The Cottage, Sheep Lane, Lowmoor", "ZZ43 6SL")
TRUTH = referral(
    SOURCE,
    case_area="Lowmoor",
    referral_date="2026-01-04",
    referrer={
        "agency": "Welland Ambulance Service NHS Trust",
        "name": "Idris Pugh",
        "role": "Paramedic",
        "phones": ["01632960307"],
    },
    victims=[
        person(
            "Gwyneth Tranmere",
            "1951-03-30",
            COTTAGE,
            phones=[phone("01632960308", call=False)],
            gp="Lowmoor Surgery",
        )
    ],
    perpetrators=[person("Keith Tranmere", None, COTTAGE, relationship_to_victim="Husband")],
    others=[other("Delyth Parry", "Neighbour", phones=[phone("01632960309")])],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["ties the door shut"],
    accept={
        "referrer.agency": ["Lowmoor Ambulance Station"],
        "crime_refs": [["AMB-88120"]],
        "others": [[]],
    },
)
