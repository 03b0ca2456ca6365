"""A fire service's form: question, answer and comment in three columns, with headings that span the table."""

from tests.reading.documents import form
from tests.reading.truth import home, person, phone, referral

SOURCE = "fire-service.docx"


def document() -> bytes:
    return form(
        [
            ["Question", "Answer", "Comments / source"],
            ["REFERRER"],
            ["Name", "Watch Manager Piers Lund", ""],
            ["Agency", "Dunmarsh Fire and Rescue", ""],
            ["Telephone", "01632 960277", "Office hours"],
            ["Date of referral", "4/4/2026", ""],
            ["VICTIM"],
            ["Full name", "Gwenllian PROSSER", "Confirmed by neighbour"],
            ["Date of birth", "31/12/1969", ""],
            ["Address", "Ty Gwyn, Back Lane, Dunmarsh ZZ15 3BL", ""],
            ["Telephone number", "01632 960281", "Landline"],
            ["Is it safe to call?", "Don't know", ""],
            ["Disability", "Yes - deaf in one ear", ""],
            ["PERPETRATOR"],
            ["Full name", "Huw PROSSER", "Son, not husband"],
            ["Date of birth", "02/02/1999", ""],
            ["Address", "Caravan at rear of Ty Gwyn, Back Lane, Dunmarsh ZZ15 3BL", ""],
            ["Relationship to victim", "Son", ""],
            ["CHILDREN"],
            ["Any children in the household?", "No", ""],
            ["RISK"],
            ["Which criteria?", "Professional judgement", "Three deliberate fires since January"],
            ["Is the victim aware of the referral?", "No", "Huw was present throughout"],
            ["Has consent been given?", "No", ""],
            ["What has happened?", "Huw set light to the curtains while she slept. It is the third fire.", ""],
        ],
        title="Dunmarsh MARAC",
    )


TRUTH = referral(
    SOURCE,
    case_area="Dunmarsh",
    referral_date="2026-04-04",
    referrer={
        "agency": "Dunmarsh Fire and Rescue",
        "name": "Piers Lund",
        "phones": ["01632960277"],
    },
    victims=[
        person(
            "Gwenllian Prosser",
            "1969-12-31",
            home("Ty Gwyn, Back Lane, Dunmarsh", "ZZ15 3BL"),
            phones=[phone("01632960281")],
            diversity={"disabled": True, "disability_detail": "deaf in one ear"},
        )
    ],
    perpetrators=[
        person(
            "Huw Prosser",
            "1999-02-02",
            home("Caravan at rear of Ty Gwyn, Back Lane, Dunmarsh", "ZZ15 3BL"),
            relationship_to_victim="Son",
        )
    ],
    criteria={"professional_judgement": True},
    consent={"victim_aware": False, "consent_given": False},
    must_include=["set light to the curtains"],
    accept={
        "referrer.name": ["Watch Manager Piers Lund"],
        "referrer.role": ["Watch Manager"],
        "consent.reason": ["Huw was present throughout"],
    },
)
