"""A sixth-form counsellor's Word note: short bold questions, the student at risk from an uncle and his wife."""

from tests.reading.markup import p, r, word
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "school-counsellor.docx"


def document() -> bytes:
    return word(
        p(r("Ashcombe Sixth Form - counselling and wellbeing", "b")),
        p("For: Ashcombe and Leigh MARAC. Written: 14/09/2026 by Nuala Devitt, counsellor, 01632 960401"),
        p(r("Student at risk: ", "b"), "Parveen Aziz, born 2 May 2008 (18)"),
        p(r("Home: ", "b"), "17 Tanner's Hill, Ashcombe, ZZ51 7TH"),
        p(r("Phone: ", "b"), "07700 900402 (own; her aunt checks it at night, so day time only and never a text)"),
        p(r("Who is she at risk from? ", "b"), "Her uncle Tariq Aziz, dob 11/11/1975, same address"),
        p(r("Also: ", "b"), "his wife Shabana Aziz, dob not known, same address"),
        p(r("Who may be spoken to: ", "b"), "her teacher Mr Colm Reddy. Nobody in the family."),
        p(r("What she told me: ", "b"), "They have taken her passport and booked a flight on 1 October. Tariq hit her "
          "with a belt when she asked to see the ticket."),
        p(r("Does she know I am writing? ", "b"), "Yes and she wants me to."),
    )  # fmt: skip


HILL = home("17 Tanner's Hill, Ashcombe", "ZZ51 7TH")
TRUTH = referral(
    SOURCE,
    case_area="Ashcombe and Leigh",
    referral_date="2026-09-14",
    referrer={
        "agency": "Ashcombe Sixth Form",
        "name": "Nuala Devitt",
        "role": "counsellor",
        "phones": ["01632960401"],
    },
    victims=[
        person(
            "Parveen Aziz",
            "2008-05-02",
            HILL,
            phones=[phone("07700900402", call=True, text=False)],
            age_stated=18,
        )
    ],
    perpetrators=[
        person("Tariq Aziz", "1975-11-11", HILL, relationship_to_victim="uncle"),
        person("Shabana Aziz", None, HILL, relationship_to_victim="uncle's wife"),
    ],
    others=[other("Colm Reddy", "teacher", "safe contact")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["hit her with a belt"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].age_stated": [None],
        "victims[0].phones[0].safe_to_call": [None],
        "perpetrators[0].gender": ["male"],
        "perpetrators[1].gender": ["female"],
        "perpetrators[1].relationship_to_victim": ["wife", "aunt", None],
        "consent.consent_given": [None],
        "views.safe_to_talk_to": ["her teacher Mr Colm Reddy"],
        "views.not_safe_to_talk_to": ["Nobody in the family"],
        "others": [["Mr Colm Reddy"], []],
    },
)
