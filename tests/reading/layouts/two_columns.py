"""A town council's form: a first column of questions, then a column for the person at risk and one for who poses it."""

from tests.reading.documents import form
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "two-columns.docx"


def document() -> bytes:
    return form(
        [
            ["Referring officer", "Winston Clarke"],
            ["Department", "Pinmoor Council Community Safety"],
            ["Officer's phone", "01632 960221"],
            ["Date", "1st July 2026"],
        ],
        [
            ["", "Person at risk", "Person posing risk"],
            ["Full name", "Lorna Teague", "Wayne Teague"],
            ["Date of birth", "10/10/1983", "07/02/1980"],
            ["Address", "44 Hawthorn Way, Pinmoor, ZZ55 4HW", "Tent at Pinmoor Common, NFA"],
            ["Phone", "07700 900222", "Unknown"],
            ["Safe to call?", "Yes - after 4pm", "N/A"],
            ["Occupation", "School cook", "Unemployed"],
            ["Ethnicity", "White British", "White British"],
            ["Relationship to the other", "Estranged wife", "Estranged husband"],
        ],
        [
            ["Children", "Date of birth", "Lives with"],
            ["Bethany Teague", "16/03/2011", "Person at risk"],
            ["Corey Teague", "29/08/2014", "Person at risk"],
        ],
        [
            ["Visible high risk", "No"],
            ["Professional judgement", "Yes"],
            ["Escalation", "Yes"],
            ["Repeat", "No"],
            ["Person at risk informed of referral", "Yes"],
            ["Person at risk consents", "Yes"],
            [
                "Summary",
                "Wayne has slept in her shed and put paint stripper on her car. The police have been called six times.",
            ],
        ],
        title="Pinmoor MARAC referral form",
    )


HAWTHORN = home("44 Hawthorn Way, Pinmoor", "ZZ55 4HW")
TRUTH = referral(
    SOURCE,
    case_area="Pinmoor",
    referral_date="2026-07-01",
    referrer={"agency": "Pinmoor Council Community Safety", "name": "Winston Clarke", "phones": ["01632960221"]},
    victims=[
        person(
            "Lorna Teague",
            "1983-10-10",
            HAWTHORN,
            phones=[phone("07700900222", call=True)],
            occupation="School cook",
            diversity={"ethnicity": "White British"},
        )
    ],
    perpetrators=[
        person(
            "Wayne Teague",
            "1980-02-07",
            no_fixed_abode=True,
            relationship_to_victim="Estranged husband",
            diversity={"ethnicity": "White British"},
        )
    ],
    children=[
        child("Bethany Teague", "2011-03-16", lives_with="victim", address=HAWTHORN),
        child("Corey Teague", "2014-08-29", lives_with="victim", address=HAWTHORN),
    ],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": True,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": True},
    must_include=["paint stripper on her car"],
    accept={
        "children[0].lives_with": ["Person at risk"],
        "children[1].lives_with": ["Person at risk"],
        "children[0].address": [None],
        "children[1].address": [None],
        "perpetrators[0].occupation": ["Unemployed"],
        "perpetrators[0].addresses": [home("Tent at Pinmoor Common")],
        "previous.this_marac": [False],
        "perpetrators[0].diversity.bme": [False],
        "victims[0].diversity.bme": [False],
    },
)
