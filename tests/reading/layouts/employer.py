"""An employer's HR form in plain lines with dashes and dots for blanks, the employee as the one at risk."""

from tests.reading.documents import lines
from tests.reading.truth import home, person, phone, referral

SOURCE = "employer.docx"


def document() -> bytes:
    return lines(
        "Bexmoor Foods - Human Resources",
        "DOMESTIC ABUSE: REFERRAL TO BEXMOOR MARAC",
        "Form filled in by ....... Yusuf Demir",
        "Post ....... HR Business Partner",
        "Telephone ....... 01632 960701",
        "Date ....... 18/05/2026",
        "EMPLOYEE WHO IS AT RISK",
        "Name ....... Ivana Petrova",
        "Date of birth ....... 13/01/1996",
        "Address ....... 31 Cannery Street, Bexmoor, ZZ61 3CS",
        "Mobile ....... 07700 900702",
        "Safe to ring ....... No",
        "Other languages ....... Bulgarian",
        "PERSON WHO IS HARMING THEM",
        "Name ....... Georgi Petrov",
        "Date of birth ....... not known",
        "Address ....... same as employee",
        "Relationship ....... Husband",
        "Also works here ....... No",
        "CONSENT",
        "Employee told of this referral ....... Yes",
        "Employee agrees to this referral ....... Yes",
        "WHAT WE KNOW",
        "Georgi collects her wages at the gate, and on Thursday he pulled her out of the canteen by her hair.",
    )


CANNERY = home("31 Cannery Street, Bexmoor", "ZZ61 3CS")
TRUTH = referral(
    SOURCE,
    case_area="Bexmoor",
    referral_date="2026-05-18",
    referrer={
        "agency": "Bexmoor Foods",
        "name": "Yusuf Demir",
        "role": "HR Business Partner",
        "phones": ["01632960701"],
    },
    victims=[
        person(
            "Ivana Petrova",
            "1996-01-13",
            CANNERY,
            phones=[phone("07700900702", call=False)],
            diversity={"language": "Bulgarian"},
        )
    ],
    perpetrators=[person("Georgi Petrov", None, CANNERY, relationship_to_victim="Husband")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["pulled her out of the canteen"],
    accept={"referrer.agency": [None], "victims[0].diversity.language": [None]},
)
