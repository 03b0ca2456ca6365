"""A trade union's form: two columns, every label a full question, the member's rep answering for her."""

from tests.reading.markup import check, head, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "union.docx"

PARTS = (
    head("Workplace domestic abuse referral to Harrowmere MARAC"),
    tbl(
        tr("What is the name of the representative filling this in?", "Denise Okonkwo"),
        tr("Which branch and union?", "Harrowmere Health Branch, Allied Workers Union"),
        tr("On what number can the representative be reached?", "01632 960301"),
        tr("On what day was this filled in?", "11/05/2026"),
        tr("What is the member's full name?", "Tamsin Rowe"),
        tr("What is the member's date of birth?", "09/10/1988"),
        tr("Where does the member live?", "Top floor, 22 Lister Street, Harrowmere, ZZ71 2LS"),
        tr("What is the member's mobile?", "07700 900302"),
        tr("Is it safe to ring the member on that?", tc(check(False), " Yes ", check(True), " No")),
        tr("Who is abusing the member?", "Gavin Rowe"),
        tr("What is that person's date of birth?", "17/01/1984"),
        tr("Where does that person live?", "With the member"),
        tr("What is that person to the member?", "Husband"),
        tr("Does the member have children? Who?", "Edie Rowe, 10, and Stan Rowe, 7"),
        tr("Has the member been told of this referral?", tc(check(True), " Yes ", check(False), " No")),
        tr("Did the member agree to it?", tc(check(True), " Yes ", check(False), " No")),
        tr(
            "In your own words, what is going on?",
            "Gavin waits in the staff car park every shift. Last Friday he took the battery out of her car and said "
            "she would walk home behind him or not at all.",
        ),
    ),
)


def document() -> bytes:
    return word(*PARTS)


LISTER = home("Top floor, 22 Lister Street, Harrowmere", "ZZ71 2LS")
TRUTH = referral(
    SOURCE,
    case_area="Harrowmere",
    referral_date="2026-05-11",
    referrer={
        "agency": "Harrowmere Health Branch, Allied Workers Union",
        "name": "Denise Okonkwo",
        "phones": ["01632960301"],
    },
    victims=[person("Tamsin Rowe", "1988-10-09", LISTER, phones=[phone("07700900302", call=False)])],
    perpetrators=[person("Gavin Rowe", "1984-01-17", LISTER, relationship_to_victim="Husband")],
    children=[child("Edie Rowe", age_stated=10), child("Stan Rowe", age_stated=7)],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["took the battery out of her car"],
    accept={"referrer.role": ["representative", "Representative"]},
)
