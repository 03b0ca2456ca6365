"""An adult safeguarding concern: rows of labels over rows of answers; a responsible person, a carer and a landlord."""

from tests.reading.documents import form
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "adult-concern.docx"


def document() -> bytes:
    return form(
        [
            ["Section 1 - Person raising the concern"],
            ["Name", "Job title", "Organisation", "Telephone"],
            ["Hugh Partridge", "Care Manager", "Brightwater Home Care", "01632 960991"],
        ],
        [
            ["Section 2 - Adult at risk"],
            ["Title", "First name", "Surname", "Date of birth"],
            ["Mr", "Leonard", "Askew", "01/09/1938"],
            ["Address", "Telephone", "NHS number", "Preferred language"],
            ["5 Almshouse Row, Brightwater, ZZ49 5AR", "01632 960992", "943 476 5919", "English"],
        ],
        [
            ["Section 3 - Person alleged to be responsible"],
            ["First name", "Surname", "Date of birth", "Relationship to adult"],
            ["Carl", "Askew", "17/04/1969", "Nephew"],
            ["Address", "Occupation", "Also a carer?", "Aware of concern?"],
            ["22 Weir Street, Brightwater, ZZ49 2WS", "None", "Yes", "No"],
        ],
        [
            ["Section 4 - Main contact for the adult"],
            ["Name", "Relationship", "Telephone", "Safe to contact?"],
            ["Enid Pell", "Friend", "01632 960993", "Yes"],
        ],
        [
            ["Section 5 - The concern"],
            ["Date concern raised", "16/03/2026"],
            ["Has the adult agreed to this referral to the Brightwater MARAC?", "Yes"],
            ["Describe the concern", "Carl empties Leonard's account each month and shook him until he fell."],
        ],
        title="Safeguarding adult concern for MARAC",
    )


TRUTH = referral(
    SOURCE,
    case_area="Brightwater",
    referral_date="2026-03-16",
    referrer={
        "agency": "Brightwater Home Care",
        "name": "Hugh Partridge",
        "role": "Care Manager",
        "phones": ["01632960991"],
    },
    victims=[
        person(
            "Leonard Askew",
            "1938-09-01",
            home("5 Almshouse Row, Brightwater", "ZZ49 5AR"),
            phones=[phone("01632960992")],
            nhs_number="9434765919",
            diversity={"language": "English"},
        )
    ],
    perpetrators=[
        person(
            "Carl Askew",
            "1969-04-17",
            home("22 Weir Street, Brightwater", "ZZ49 2WS"),
            relationship_to_victim="Nephew",
        )
    ],
    others=[other("Enid Pell", "Friend", "safe contact", phones=[phone("01632960993", call=True)])],
    consent={"consent_given": True},
    must_include=["shook him until he fell"],
    accept={
        "case_area": [None],
        "others": [[]],
        "victims[0].gender": ["male"],
        "referral_date": [None],
        "perpetrators[0].occupation": ["None"],
    },
)
