"""A university's report: a reporting student and a reported student, and a friend who may be rung."""

from tests.reading.documents import form
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "university.docx"


def document() -> bytes:
    return form(
        [
            ["Student Wellbeing: MARAC referral"],
            ["Adviser completing this form", "Marguerite Ashby"],
            ["Team", "Student Wellbeing, University of Wexcombe"],
            ["Adviser's telephone", "01632 960366"],
            ["Date completed", "14/10/2026"],
        ],
        [
            ["Reporting student (victim)"],
            ["Name", "Chloe Wan"],
            ["Date of birth", "30/09/2005"],
            ["Term-time address", "Room 14, Larch Hall, Wexcombe, ZZ58 4LH"],
            ["Home address", "3 Mill Green, Ottermere, ZZ32 3MG"],
            ["Mobile", "07700 900367"],
            ["OK to ring?", "Yes"],
            ["OK to text?", "No, he has her messages on his laptop"],
        ],
        [
            ["Reported student (perpetrator)"],
            ["Name", "Lucas Arden"],
            ["Date of birth", "11/05/2004"],
            ["Term-time address", "Room 2, Larch Hall, Wexcombe, ZZ58 4LH"],
            ["How they know each other", "Ex-boyfriend"],
        ],
        [
            ["Friend supporting the reporting student"],
            ["Name", "Imani Okafor"],
            ["Mobile", "07700 900368"],
        ],
        [
            ["The referral"],
            ["Has the reporting student been told of this referral?", "Yes"],
            ["Has the reporting student consented?", "Yes"],
            ["What happened", "Lucas climbed in at her window on 9 October and cut her hair while she slept."],
        ],
        title="Referral for the Wexcombe MARAC",
    )


TRUTH = referral(
    SOURCE,
    case_area="Wexcombe",
    referral_date="2026-10-14",
    referrer={
        "agency": "Student Wellbeing, University of Wexcombe",
        "name": "Marguerite Ashby",
        "phones": ["01632960366"],
    },
    victims=[
        person(
            "Chloe Wan",
            "2005-09-30",
            home("Room 14, Larch Hall, Wexcombe", "ZZ58 4LH"),
            home("3 Mill Green, Ottermere", "ZZ32 3MG", "home"),
            phones=[phone("07700900367", call=True, text=False)],
        )
    ],
    perpetrators=[
        person(
            "Lucas Arden",
            "2004-05-11",
            home("Room 2, Larch Hall, Wexcombe", "ZZ58 4LH"),
            relationship_to_victim="Ex-boyfriend",
        )
    ],
    others=[other("Imani Okafor", "friend", phones=[phone("07700900368")])],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["cut her hair while she slept"],
    accept={"others": [[]], "referrer.role": ["Adviser"]},
)
