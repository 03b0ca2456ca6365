"""A fostering team's form of numbered people: a row in each box says what part that person has in the case."""

from tests.reading.markup import head, p, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "numbered-people.docx"


def _person(title: str, *rows: tuple[str, str]) -> str:
    return tbl(tr(tc(title, span=2)), *(tr(*row) for row in rows))


PARTS = (
    head("Kinship and fostering: notification of domestic abuse to Tarnley MARAC"),
    tbl(
        tr("Supervising social worker", "Bilal Anwar"),
        tr("Team", "Tarnley Kinship Team"),
        tr("Contact", "01632 960181"),
        tr("Date of notification", "28/04/2026"),
    ),
    p(""),
    _person(
        "Person 1",
        ("Name", "Gillian Frost"),
        ("D.O.B.", "15/07/1974"),
        ("Part in this notification", "Kinship carer. Victim of abuse"),
        ("Address", "14 Heron Rise, Tarnley, ZZ64 4HR"),
        ("Contact number", "07700 900182"),
        ("Is it safe to use this number?", "Yes"),
    ),
    p(""),
    _person(
        "Person 2",
        ("Name", "Callum Frost"),
        ("D.O.B.", "01/03/2001"),
        ("Part in this notification", "Son of person 1. Alleged perpetrator"),
        ("Address", "Sofa surfing, last known at 40 Beck Side, Tarnley, ZZ64 0BS"),
        ("Contact number", "Not known"),
    ),
    p(""),
    _person(
        "Person 3",
        ("Name", "Jayden Frost"),
        ("D.O.B.", "19/09/2018"),
        ("Part in this notification", "Child placed with person 1"),
        ("School", "Beck Side Primary"),
    ),
    head("Reason for notification"),
    p("Callum comes for money at night. On 25 April he held a bread knife to the dog and then to Gillian."),
    p("Person 1 is aware of the notification: Yes"),
    p("Person 1 agrees: No, she is afraid that Jayden will be moved"),
)


def document() -> bytes:
    return word(*PARTS)


HERON = home("14 Heron Rise, Tarnley", "ZZ64 4HR")
TRUTH = referral(
    SOURCE,
    case_area="Tarnley",
    referral_date="2026-04-28",
    referrer={
        "agency": "Tarnley Kinship Team",
        "name": "Bilal Anwar",
        "role": "Supervising social worker",
        "phones": ["01632960181"],
    },
    victims=[person("Gillian Frost", "1974-07-15", HERON, phones=[phone("07700900182", call=True)])],
    perpetrators=[person("Callum Frost", "2001-03-01", home("40 Beck Side, Tarnley", "ZZ64 0BS", "last_known"))],
    children=[child("Jayden Frost", "2018-09-19", school="Beck Side Primary")],
    consent={
        "victim_aware": True,
        "consent_given": False,
        "reason": "she is afraid that Jayden will be moved",
    },
    must_include=["bread knife"],
    accept={
        "perpetrators[0].relationship_to_victim": ["Son", "Son of person 1"],
        "children[0].lives_with": ["victim", "person 1"],
        "children[0].address": [HERON],
        "consent.victim_aware": [None],
        "consent.reason": [None],
        "perpetrators[0].no_fixed_abode": [True],
        "victims[0].occupation": ["Kinship carer"],
    },
)
