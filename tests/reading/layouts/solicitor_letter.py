"""A solicitor's letter for a client who fled: her secret address, her husband, the children in a sentence."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, referral

SOURCE = "solicitor-letter.docx"


def document() -> bytes:
    return lines(
        "Marsh and Lowe Solicitors",
        "14 High Street, Aldermoor, ZZ64 1HS",
        "22 October 2026",
        "Aldermoor MARAC",
        "Dear Co-ordinator,",
        "Our client: Nadia Karim, born 3 January 1994",
        "We act for Nadia Karim and ask that her case be heard. She has fled with her children, Yusuf Karim "
        "(born 5 May "
        "2016) and Leila Karim (born 19 July 2020).",
        "She is staying at Fern House, Aldermoor, ZZ64 8FH. That address is confidential and must not be given "
        "to anybody.",
        "The perpetrator is her husband, Omar Karim (born 11 November 1988), of 60 Dyer Street, Aldermoor, ZZ64 6DS.",
        "He told her on 9 October that she would be found in the canal.",
        "Please contact her only through this office on 01632 960118.",
        "Yours faithfully",
        "Eleanor Lowe",
        "Partner",
    )


TRUTH = referral(
    SOURCE,
    case_area="Aldermoor",
    referral_date="2026-10-22",
    referrer={
        "agency": "Marsh and Lowe Solicitors",
        "name": "Eleanor Lowe",
        "role": "Partner",
        "phones": ["01632960118"],
    },
    victims=[person("Nadia Karim", "1994-01-03", home("Fern House, Aldermoor", "ZZ64 8FH", secret=True))],
    perpetrators=[
        person(
            "Omar Karim",
            "1988-11-11",
            home("60 Dyer Street, Aldermoor", "ZZ64 6DS"),
            relationship_to_victim="husband",
        )
    ],
    children=[child("Yusuf Karim", "2016-05-05"), child("Leila Karim", "2020-07-19")],
    must_include=["found in the canal"],
    accept={
        "referrer.phones": [[]],
        "referrer.agency": [None],
        "victims[0].gender": ["female"],
        "children[0].lives_with": ["victim"],
        "children[1].lives_with": ["victim"],
        "children[0].address": [home("Fern House, Aldermoor", "ZZ64 8FH")],
        "children[1].address": [home("Fern House, Aldermoor", "ZZ64 8FH")],
    },
)
