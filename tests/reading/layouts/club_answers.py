"""A sports club's form: each question a heading, and the answer a sentence or two beneath it."""

from tests.reading.markup import head, p, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "club-answers.docx"

PARTS = (
    head("MARAC referral form for voluntary clubs, Eastmarch"),
    head("Tell us who you are and how to reach you"),
    p("Trevor Lund, Club Welfare Officer at Eastmarch Swimming Club. My number is 01632 960201."),
    head("When are you sending this?"),
    p("Sunday 19 April 2026"),
    head("Whom are you worried about?"),
    p("Natalia Brzeska, date of birth 23 January 1987. She lives at 60 Baths Road, Eastmarch, ZZ66 0BR."),
    head("How can she be contacted safely?"),
    p("Her mobile is 07700 900202. She says that it is safe to call while the children swim, Mondays 5 to 6."),
    head("Who is the person you think is harming her?"),
    p("Her ex-husband, Pawel Brzeski, date of birth 2 October 1984. He lives at 8 Turbine Row, Eastmarch, ZZ66 8TR."),
    head("Are any children involved?"),
    p("Two: Maja Brzeska, aged 11, and Oskar Brzeski, aged 8."),
    head("What has happened?"),
    p("Pawel stood on the balcony during training and followed her car home. Maja says that he has a key cut."),
    head("Does she know that you are telling us, and is she content?"),
    p("Yes, she knows and is content."),
)


def document() -> bytes:
    return word(*PARTS)


TRUTH = referral(
    SOURCE,
    case_area="Eastmarch",
    referral_date="2026-04-19",
    referrer={
        "agency": "Eastmarch Swimming Club",
        "name": "Trevor Lund",
        "role": "Club Welfare Officer",
        "phones": ["01632960201"],
    },
    victims=[
        person(
            "Natalia Brzeska",
            "1987-01-23",
            home("60 Baths Road, Eastmarch", "ZZ66 0BR"),
            phones=[phone("07700900202", call=True)],
        )
    ],
    perpetrators=[
        person(
            "Pawel Brzeski",
            "1984-10-02",
            home("8 Turbine Row, Eastmarch", "ZZ66 8TR"),
            relationship_to_victim="ex-husband",
        )
    ],
    children=[child("Maja Brzeska", age_stated=11), child("Oskar Brzeski", age_stated=8)],
    consent={"victim_aware": True},
    must_include=["stood on the balcony"],
    accept={
        "consent.victim_aware": [None],
        "consent.consent_given": [True],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
    },
)
