"""A multi-agency hub's Word form: the two people side by side under merged headings, ticks as characters."""

from tests.reading.markup import head, p, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "hub-side.docx"


def document() -> bytes:
    return word(
        head("Fenmouth Safeguarding Hub – MARAC referral (OFFICIAL SENSITIVE when complete)"),
        tbl(
            tr("Agency making referral", "Fenmouth Housing Options", "Officer", "Delphine Acheson"),
            tr("Date", "14/09/2026", "Contact no.", "01632 960431"),
            tr("Email address", tc("d.acheson@fenmouth.example.org", span=3)),
        ),
        p(""),
        tbl(
            tr(tc("Details of person at risk", span=2), tc("Details of alleged abuser", span=2)),
            tr("Name", "Rosalind Kerrigan", "Name", "Dominic Kerrigan-Shaw"),
            tr("D.O.B.", "08/05/1992", "D.O.B.", "23.11.1988"),
            tr("Address", "Room 6, Alder House (refuge) ZZ21 6AH", "Address", "9 Cooper Lane, Fenmouth ZZ21 9CL"),
            tr("Tel.", "07700 900431 ✗ not safe to ring – he has the phone", "Tel.", "07700 900432"),
            tr("Ethnicity", "White Irish", "Relationship to person at risk", "Ex-husband"),
        ),
        p(""),
        tbl(
            tr("Children's names", "DOB", "School", "Who has care"),
            tr("Fergus Kerrigan", "17/07/2015", "St Brannoc's Primary", "Mother"),
            tr("Maeve Kerrigan", "30/01/2019", "St Brannoc's Primary", "Mother"),
        ),
        p(""),
        tbl(
            tr("Threshold met (tick)", "✓ Professional judgement", "✗ Visible high risk", "✗ Escalation"),
            tr("Has the person at risk been told of this referral?", tc("✓ Yes", span=3)),
            tr("Do they agree to it?", tc("✗ No – frightened of reprisals", span=3)),
        ),
        head("Circumstances"),
        p("Dominic waited in the stairwell of the housing office with a bottle of bleach and asked for her by name."),
    )


TRUTH = referral(
    SOURCE,
    case_area="Fenmouth",
    referral_date="2026-09-14",
    referrer={"agency": "Fenmouth Housing Options", "name": "Delphine Acheson", "phones": ["01632960431"],
              "email": "d.acheson@fenmouth.example.org"},
    victims=[
        person("Rosalind Kerrigan", "1992-05-08", home("Room 6, Alder House", "ZZ21 6AH", "temporary", secret=True),
               phones=[phone("07700900431", call=False)], diversity={"ethnicity": "White Irish"})
    ],
    perpetrators=[
        person("Dominic Kerrigan-Shaw", "1988-11-23", home("9 Cooper Lane, Fenmouth", "ZZ21 9CL"),
               phones=[phone("07700900432")], relationship_to_victim="Ex-husband")
    ],
    children=[
        child("Fergus Kerrigan", "2015-07-17", school="St Brannoc's Primary", lives_with="victim"),
        child("Maeve Kerrigan", "2019-01-30", school="St Brannoc's Primary", lives_with="victim"),
    ],
    criteria={"professional_judgement": True, "visible_high_risk": False, "potential_escalation": False},
    consent={"victim_aware": True, "consent_given": False, "reason": "frightened of reprisals"},
    must_include=["waited in the stairwell of the housing office"],
    accept={
        "victims[0].addresses": [home("Room 6, Alder House (refuge)", "ZZ21 6AH", secret=True)],
        "victims[0].phones[0].safe_to_leave_message": [False], "victims[0].phones[0].safe_to_text": [False],
        "victims[0].diversity.bme": [True, False], "criteria.repeat": [False], "consent.reason": [None],
        "children[0].lives_with": ["Mother"], "children[1].lives_with": ["Mother"],
        "children[0].address": [home("Room 6, Alder House", "ZZ21 6AH")],
        "children[1].address": [home("Room 6, Alder House", "ZZ21 6AH")],
    },
)  # fmt: skip
