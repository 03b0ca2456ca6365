"""A force's extract as Word saves it from rich text: fixed columns made by spaces, a code before each person."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "records-extract.docx"


def document() -> bytes:
    return lines(
        "RESTRICTED WHEN COMPLETE",
        "Dunmere Constabulary                     Vulnerability Desk",
        "Extract for MARAC (Dunmere South)        Run on 14/10/2026 09:12",
        "OIC:  PC 4471 Aled Prosser               Ext: 01632 960 011     aled.prosser@dunmere-police.example.org",
        "Occurrence:  DM/26/0048213               Grade: HIGH",
        "",
        "ROLE      NAME                           BORN            SEX    ETH",
        "VIC1      HARGREAVE, Leonie Anne         12/02/1991      F      W1",
        "     Lives:    Flat 9, Tollgate House, Dunmere, ZZ14 9TH",
        "     Tel:      07700 900111  (he has the PIN of this handset, on no account ring or text)",
        "     Tel:      01632 960112  sister's landline, OK to ring at any hour",
        "SUS1      RAFFERTY, Conal                30/09/1987      M      W2",
        "     Lives:    Wharf Hostel, Bank Side, Dunmere, ZZ14 1WH",
        "     Tel:      07700 900113",
        "     Link:     ex-boyfriend of VIC1",
        "CHI1      HARGREAVE, Teddy               01/06/2019      M",
        "     Lives:    with VIC1",
        "CHI2      HARGREAVE, Dolly               17/11/2021      F",
        "     Lives:    with VIC1",
        "WIT1      ABARA, Chidi                   neighbour, heard the shouting",
        "",
        "CIRCUMSTANCES",
        "At 02:10 hrs SUS1 forced the kitchen window of the flat and held a bread knife against the door of the "
        "bathroom in which VIC1 and the children had locked themselves. He left before police came. He is on bail "
        "not to contact her. VIC1 has been told that this goes to MARAC and agrees to it.",
        "",
        "RISK:  DASH 17 of 24.   Referred on: number of ticks",
    )


FLAT = home("Flat 9, Tollgate House, Dunmere", "ZZ14 9TH")
TRUTH = referral(
    SOURCE,
    case_area="Dunmere South",
    referral_date="2026-10-14",
    referrer={
        "agency": "Dunmere Constabulary",
        "name": "Aled Prosser",
        "role": "PC",
        "phones": ["01632960011"],
        "email": "aled.prosser@dunmere-police.example.org",
    },
    victims=[
        person(
            "Leonie Anne Hargreave",
            "1991-02-12",
            FLAT,
            phones=[
                phone("07700900111", call=False, text=False),
                phone("01632960112", call=True, whose="sister"),
            ],
            gender="female",
            diversity={"ethnicity": "W1"},
        )
    ],
    perpetrators=[
        person(
            "Conal Rafferty",
            "1987-09-30",
            home("Wharf Hostel, Bank Side, Dunmere", "ZZ14 1WH"),
            phones=[phone("07700900113")],
            gender="male",
            relationship_to_victim="ex-boyfriend",
            diversity={"ethnicity": "W2"},
        )
    ],
    children=[
        child("Teddy Hargreave", "2019-06-01", gender="male", lives_with="victim"),
        child("Dolly Hargreave", "2021-11-17", gender="female", lives_with="victim"),
    ],
    others=[other("Chidi Abara", "neighbour")],
    crime_refs=["DM/26/0048213"],
    criteria={"visible_high_risk": True},
    checklist={"score_stated": 17},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["held a bread knife against the door"],
    accept={
        "victims[0].phones[0].safe_to_leave_message": [False],
        "referrer.role": ["OIC", "OIC PC 4471", None],
        "referrer.agency": ["Dunmere Constabulary Vulnerability Desk"],
        "victims[0].diversity.ethnicity": [None, "White British"],
        "perpetrators[0].diversity.ethnicity": [None, "White Irish"],
        "children[0].address": [FLAT],
        "children[1].address": [FLAT],
        "criteria.visible_high_risk": [None],
        "others": [[]],
    },
)
