"""A charity's form with two victims of several perpetrators, Wingdings boxes, several people in one cell."""

from tests.reading.markup import p, r, tbl, tc, tr, wingding, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "two-victims.docx"
FULL, EMPTY = "FE", "A8"


def _the_rest() -> list[str]:
    return [
        p(""),
        tbl(
            tr(tc("ALLEGED PERPETRATORS", span=2)),
            tr(
                "Names, dates of birth, how related",
                "Imran Qureshi, 09/09/1968, husband of victim 1\nBilal Qureshi, 20/12/1998, son of victim 1",
            ),
            tr("Address of perpetrators", "112 Mill Street, Rowanlea ZZ3 3MS (both)"),
        ),
        p(""),
        tbl(
            tr("Children under 18", "Zayn Qureshi (12/06/2011) lives with father at 112 Mill Street"),
            tr(
                "Grounds",
                tc(
                    p(wingding(FULL), " Visible high risk"),
                    p(wingding(EMPTY), " Professional judgement"),
                    p(wingding(FULL), " Potential escalation"),
                    p(wingding(EMPTY), " Repeat"),
                ),
            ),
            tr("Do the victims know of this referral?", tc(wingding(FULL), " Yes   ", wingding(EMPTY), " No")),
            tr("Do the victims consent?", tc(wingding(FULL), " Yes   ", wingding(EMPTY), " No")),
            tr("Who are the victims afraid of?", "Imran, Bilal and an uncle, Tariq Mahmood"),
            tr(
                "Account", "On New Year's Eve Imran told both that Hafsa would marry in March or be sent away in a box."
            ),
        ),
    ]


def document() -> bytes:
    return word(
        p(r("Rowanlea Women's Centre", "b")),
        p("Referral to Rowanlea MARAC made on the 5th of January 2026"),
        tbl(
            tr("Worker making the referral", "Bronagh Keane, Senior Outreach Worker"),
            tr("How we reach you", "01632 960502 / b.keane@rowanlea.example.org"),
        ),
        tbl(
            tr(tc("VICTIM 1", span=2)),
            tr("Name and date of birth", "Shabnam Qureshi, 14/08/1971"),
            tr("Where living now", "Refuge, address withheld (do not disclose)"),
            tr("Phone", "07700 900811 (safe to call and text, no voicemails)"),
            tr("Ethnic group", "Asian British Pakistani"),
            tr(tc("VICTIM 2", span=2)),
            tr("Name and date of birth", "Hafsa Qureshi, 01/03/2004"),
            tr("Where living now", "As victim 1"),
            tr("Phone", "07700 900812 - not safe, brothers have access to it"),
            tr("Ethnic group", "Asian British Pakistani"),
        ),
        *_the_rest(),
    )


MILL_STREET = home("112 Mill Street, Rowanlea", "ZZ3 3MS")
TRUTH = referral(
    SOURCE,
    case_area="Rowanlea",
    referral_date="2026-01-05",
    referrer={
        "agency": "Rowanlea Women's Centre",
        "name": "Bronagh Keane",
        "role": "Senior Outreach Worker",
        "phones": ["01632960502"],
        "email": "b.keane@rowanlea.example.org",
    },
    victims=[
        person(
            "Shabnam Qureshi",
            "1971-08-14",
            home("Refuge, address withheld", secret=True),
            phones=[phone("07700900811", call=True, text=True, message=False)],
            diversity={"ethnicity": "Asian British Pakistani", "bme": True},
        ),
        person(
            "Hafsa Qureshi",
            "2004-03-01",
            home("Refuge, address withheld", secret=True),
            phones=[phone("07700900812", call=False)],
            diversity={"ethnicity": "Asian British Pakistani", "bme": True},
        ),
    ],
    perpetrators=[
        person("Imran Qureshi", "1968-09-09", MILL_STREET, relationship_to_victim="husband"),
        person("Bilal Qureshi", "1998-12-20", MILL_STREET, relationship_to_victim="son"),
    ],
    children=[child("Zayn Qureshi", "2011-06-12", lives_with="father", address=home("112 Mill Street"))],
    others=[other("Tariq Mahmood", "uncle", "possible threat")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": True},
    views={"afraid_of": "Imran, Bilal and an uncle, Tariq Mahmood"},
    must_include=["marry in March or be sent away in a box"],
    accept={
        "referrer.agency": [None],
        "previous.this_marac": [False],
        "children[0].lives_with": ["perpetrator"],
        "children[0].address": [None, MILL_STREET],
        "perpetrators[0].relationship_to_victim": ["husband of victim 1"],
        "perpetrators[1].relationship_to_victim": ["son of victim 1"],
        "victims[1].phones[0].safe_to_leave_message": [False],
        "victims[1].phones[0].safe_to_text": [False],
    },
)
