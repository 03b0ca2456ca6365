"""A drug and alcohol service's Word form: headings that name the part ("About our client", "About the person causing
harm"), beneath each a table with labels that are questions."""

from docx import Document

from tests.reading.documents import saved, table
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "recovery-service.docx"
PARTS = {
    "Who is sending this": [
        ["Your service", "Bridgewell Recovery"],
        ["You", "Kit Lomax, recovery worker"],
        ["How can we reach you?", "01632 960551 or kit.lomax@bridgewell.example.org"],
        ["Today's date", "11/06/2026"],
        ["Which MARAC?", "Bridgewell"],
    ],
    "About our client": [
        ["What is their name?", "Shona Birkett"],
        ["When were they born?", "28/02/1988"],
        ["Where do they live?", "19 Sluice Road, Bridgewell, ZZ52 6SR. Do not disclose, he does not know it"],
        ["What number can we use?", "07700 900551"],
        ["Is it safe to leave a voicemail?", "No"],
    ],
    "About the person causing harm": [
        ["What is their name?", "Neil 'Spud' Garrity"],
        ["When were they born?", "07/07/1985"],
        ["Where do they live?", "Flat 2, 81 Mere Street, Bridgewell, ZZ52 9MS"],
        ["What are they to our client?", "Boyfriend (on and off)"],
    ],
    "Any children": [
        ["Name and date of birth", "Callum Birkett 04/04/2011"],
        ["Where are they living?", "With maternal grandmother"],
    ],
    "Worries": [
        [
            "What has happened?",
            "Neil took her methadone and broke two of her fingers. He says he will overdose her in her sleep.",
        ],
        ["Does our client know about this form?", "Yes"],
        ["Is our client happy for it to be sent?", "Yes"],
    ],
}


def document() -> bytes:
    made = Document()
    made.add_heading("Bridgewell Recovery - MARAC form", 1)
    for title, rows in PARTS.items():
        made.add_heading(title, 2)
        table(made, rows)
    return saved(made)


TRUTH = referral(
    SOURCE,
    case_area="Bridgewell",
    referral_date="2026-06-11",
    referrer={
        "agency": "Bridgewell Recovery",
        "name": "Kit Lomax",
        "role": "recovery worker",
        "phones": ["01632960551"],
        "email": "kit.lomax@bridgewell.example.org",
    },
    victims=[
        person(
            "Shona Birkett",
            "1988-02-28",
            home("19 Sluice Road, Bridgewell", "ZZ52 6SR", secret=True),
            phones=[phone("07700900551", message=False)],
        )
    ],
    perpetrators=[
        person(
            "Neil Garrity",
            "1985-07-07",
            home("Flat 2, 81 Mere Street, Bridgewell", "ZZ52 9MS"),
            aliases=["Spud"],
            relationship_to_victim="Boyfriend",
        )
    ],
    children=[child("Callum Birkett", "2011-04-04", lives_with="other")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["broke two of her fingers"],
    accept={
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].relationship_to_victim": ["Boyfriend (on and off)"],
        "children[0].lives_with": [None, "With maternal grandmother", "maternal grandmother", "grandparents"],
    },
)
