"""A college's note: bold headings over bullets in which the fact is named after a dash or not named at all."""

from tests.reading.markup import head, p, r, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "college.docx"

PARTS = (
    head("Ferndale College safeguarding - MARAC referral (Ferndale)"),
    p("Sent by Maureen Achebe, Head of Student Services, on 14 October 2026. Phone 01632 960361."),
    p(r("The student we are referring", "b")),
    p("• Ellie-Mae Cross (18)"),
    p("• dob – 04/08/2008"),
    p("• lives in – Halls, Room 214, Ferndale College, ZZ75 1FC"),
    p("• mobile – 07700 900362. OK to text and ring during lessons, as her boyfriend is not there"),
    p(r("The boyfriend she is frightened of", "b")),
    p("• Tyrell Banks (22)"),
    p("• dob – 10/01/2004"),
    p("• address – 5 Cutlers Yard, Ferndale, ZZ75 5CY"),
    p(r("What she told us", "b")),
    p("Tyrell films her asleep and has put a lock on the outside of his bedroom. She was in it for two days."),
    p(r("Her wishes", "b")),
    p("Ellie-Mae knows that we are referring her and wants help. Her parents must not be told."),
)


def document() -> bytes:
    return word(*PARTS)


TRUTH = referral(
    SOURCE,
    case_area="Ferndale",
    referral_date="2026-10-14",
    referrer={
        "agency": "Ferndale College",
        "name": "Maureen Achebe",
        "role": "Head of Student Services",
        "phones": ["01632960361"],
    },
    victims=[
        person(
            "Ellie-Mae Cross",
            "2008-08-04",
            home("Halls, Room 214, Ferndale College", "ZZ75 1FC"),
            phones=[phone("07700900362", call=True, text=True)],
            age_stated=18,
        )
    ],
    perpetrators=[
        person(
            "Tyrell Banks",
            "2004-01-10",
            home("5 Cutlers Yard, Ferndale", "ZZ75 5CY"),
            age_stated=22,
            relationship_to_victim="boyfriend",
        )
    ],
    must_include=["films her asleep"],
    accept={
        "consent.victim_aware": [True],
        "consent.consent_given": [True],
        "perpetrators[0].relationship_to_victim": [None],
        "perpetrators[0].age_stated": [None],
        "victims[0].age_stated": [None],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].phones[0].safe_to_text": [None],
        "victims[0].addresses[0]": [home("Halls, Room 214, Ferndale College", "ZZ75 1FC")],
    },
)
