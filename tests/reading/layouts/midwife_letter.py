"""A midwife's letter: the two people under plain headings, values without labels, the rest in sentences."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "midwife-letter.docx"


def document() -> bytes:
    return lines(
        "Marchwood Maternity Services",
        "Antenatal Clinic, Marchwood General Hospital",
        "12th August 2026",
        "To: Marchwood MARAC",
        "Dear all,",
        "I am referring Aisha Rahman (date of birth 25/05/1998), of 6 Lilac Avenue, Marchwood, ZZ56 6LA.",
        "She is 31 weeks pregnant and her baby is due on 14 October 2026.",
        "The perpetrator is her husband, Kamal Rahman (date of birth 04/04/1993). He lives at the same address.",
        "Her other child, Samir Rahman (born 09/09/2022), lives with them.",
        "At clinic Aisha said that Kamal kicked her in the back and told her the baby would not be born.",
        "Her mobile is 07700 900831. She asks that nobody rings it, because he goes through the calls.",
        "She knows that I am writing to you and agrees.",
        "Kind regards",
        "Bridie Connell",
        "Community Midwife",
        "01632 960830",
    )


LILAC = home("6 Lilac Avenue, Marchwood", "ZZ56 6LA")
TRUTH = referral(
    SOURCE,
    case_area="Marchwood",
    referral_date="2026-08-12",
    referrer={
        "agency": "Marchwood Maternity Services",
        "name": "Bridie Connell",
        "role": "Community Midwife",
        "phones": ["01632960830"],
    },
    victims=[person("Aisha Rahman", "1998-05-25", LILAC, phones=[phone("07700900831", call=False)])],
    perpetrators=[person("Kamal Rahman", "1993-04-04", LILAC, relationship_to_victim="husband")],
    children=[
        child("Samir Rahman", "2022-09-09"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2026-10-14"},
    ],
    must_include=["kicked her in the back"],
    accept={
        "referrer.agency": ["Marchwood General Hospital", "Antenatal Clinic, Marchwood General Hospital"],
        "victims[0].phones[0].safe_to_call": [None],
        "consent.victim_aware": [True],
        "consent.consent_given": [True],
        "children[0].lives_with": ["parents", "them", "victim"],
        "children[0].address": [LILAC],
        "victims[0].diversity.pregnant": [True],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].addresses": [LILAC],
    },
)
