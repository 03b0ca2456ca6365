"""A women's centre's form for abuse by a family: legacy fields in a table, three who harm, 'service user'."""

from tests.reading.markup import head, listed, p, tbl, tc, ticked, tr, typed, word
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "womens-centre.docx"
YES = ("Please choose", "Yes", "No", "Not known")


def harmer(number: int, name: str, born: str, lives: str, is_her: str) -> str:
    return tbl(
        tr(tc(p(f"Person causing harm {number}"), span=4)),
        tr("Name", tc(typed(name)), "DOB", tc(typed(born))),
        tr("Address", tc(typed(lives)), "Relationship to service user", tc(typed(is_her))),
    )


PARTS = (
    head("Amara Women's Centre - MARAC referral, Eastbrook"),
    tbl(
        tr("Advocate", tc(typed("Zainab Sheikh")), "Project", tc(typed("Amara Women's Centre"))),
        tr("Phone", tc(typed("01632 960485")), "Date of referral", tc(typed("19-02-2026"))),
    ),
    p(""),
    tbl(
        tr(tc(p("Service user"), span=4)),
        tr("Name", tc(typed("Hafsa Mirza")), "DOB", tc(typed("07-07-2003"))),
        tr(
            "Current address",
            tc(typed("Amara House, Eastbrook ZZ42 1AH")),
            "Is this address confidential?",
            tc(listed(1, *YES)),
        ),
        tr(
            "Previous address",
            tc(typed("70 Mafeking Street, Eastbrook ZZ42 7MS")),
            "Ethnicity",
            tc(typed("Pakistani")),
        ),
        tr("Phone number", tc(typed("07700 900486")), "Safe to call?", tc(listed(1, *YES))),
        tr("Immigration status", tc(typed("British")), "Safe to leave a message?", tc(listed(2, *YES))),
    ),
    p(""),
    harmer(1, "Tariq Mirza", "01-01-1970", "70 Mafeking Street, Eastbrook ZZ42 7MS", "Father"),
    p(""),
    harmer(2, "Bilal Mirza", "11-09-1999", "As above", "Brother"),
    p(""),
    harmer(3, "Naseem Akhtar", "", "Unknown", "Aunt"),
    p(""),
    tbl(
        tr(
            "Grounds",
            tc(
                ticked(False),
                " Visible high risk  ",
                ticked(True),
                " Professional judgement  ",
                ticked(False),
                " Escalation  ",
                ticked(False),
                " Repeat",
            ),
        ),
        tr("Service user knows of referral", tc(listed(1, *YES))),
        tr("Service user consents", tc(listed(1, *YES))),
        tr("Who must not be told?", tc(typed("Her uncle Councillor Yusuf Mirza"))),
        tr("Details", tc(typed("A marriage has been fixed for April. Bilal said he would bury her."))),
    ),
)


def document() -> bytes:
    return word(*PARTS)


TRUTH = referral(
    SOURCE,
    case_area="Eastbrook",
    referral_date="2026-02-19",
    referrer={"agency": "Amara Women's Centre", "name": "Zainab Sheikh", "phones": ["01632960485"]},
    victims=[
        person(
            "Hafsa Mirza",
            "2003-07-07",
            home("Amara House, Eastbrook", "ZZ42 1AH", secret=True),
            home("70 Mafeking Street, Eastbrook", "ZZ42 7MS", "previous"),
            phones=[phone("07700900486", call=True, message=False)],
            diversity={"ethnicity": "Pakistani", "bme": True, "nationality": "British"},
        )
    ],
    perpetrators=[
        person(
            "Tariq Mirza",
            "1970-01-01",
            home("70 Mafeking Street, Eastbrook", "ZZ42 7MS"),
            relationship_to_victim="Father",
        ),
        person(
            "Bilal Mirza",
            "1999-09-11",
            home("70 Mafeking Street, Eastbrook", "ZZ42 7MS"),
            relationship_to_victim="Brother",
        ),
        person("Naseem Akhtar", None, relationship_to_victim="Aunt"),
    ],
    others=[other("Yusuf Mirza", "uncle", "must not be told")],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": True},
    views={"not_safe_to_talk_to": "Her uncle Councillor Yusuf Mirza"},
    must_include=["marriage has been fixed for April", "bury her"],
    accept={
        "referrer.role": ["Advocate"],
        "others": [[], ["Councillor Yusuf Mirza"]],
        "views.not_safe_to_talk_to": [None],
        "victims[0].diversity.bme": [None],
        "victims[0].diversity.nationality": [None],
        "previous.this_marac": [False],
    },
)
