"""A children's services form: everybody of the family in one grid, their part in it by a letter with a key above."""

from tests.reading.markup import check, head, p, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "family-grid.docx"


PARTS = (
    head("Children's Social Care: MARAC referral (Ashdale)"),
    tbl(
        tr("Social worker", "Roisin Devane", "Team", "Ashdale Assessment Team"),
        tr("Telephone", "01632 960551", "Date of referral", "12.05.2026"),
    ),
    p(""),
    p("Family composition. Role: V = victim, P = perpetrator, C = child"),
    tbl(
        tr("Surname", "First name", "DOB", "Role", "Address", "Telephone", "Ethnicity"),
        tr(
            "Nowicka",
            "Ewa",
            "14/02/1992",
            "V",
            "15 Spindle Court, Ashdale, ZZ45 5SC",
            "07700 900552",
            "White Polish",
        ),
        tr(
            "Lisowski",
            "Adam",
            "23/09/1987",
            "P",
            "9 Loom Street, Ashdale, ZZ45 9LS",
            "07700 900553",
            "White Polish",
        ),
        tr("Lisowska", "Zofia", "01/07/2019", "C", "15 Spindle Court, Ashdale, ZZ45 5SC", "", "White Polish"),
        tr("Lisowski", "Jan", "18/03/2022", "C", "15 Spindle Court, Ashdale, ZZ45 5SC", "", "White Polish"),
    ),
    p(""),
    tbl(
        tr("Relationship between victim and perpetrator", "Separated, formerly partners"),
        tr("Victim's number safe to ring?", tc(check(True), " Yes  ", check(False), " No")),
        tr("Does the perpetrator know the victim's address?", "Yes"),
        tr("Is the perpetrator aware of this referral?", "No"),
        tr("Has the victim consented to the referral?", "Yes"),
        tr("Is the victim aware of the referral?", "Yes"),
        tr("Child protection plan?", "No"),
    ),
    head("Analysis of risk"),
    p("Adam has smashed the windows twice since contact was stopped, and told Zofia that mummy will be in the ground."),
)


def document() -> bytes:
    return word(*PARTS)


SPINDLE = home("15 Spindle Court, Ashdale", "ZZ45 5SC")
TRUTH = referral(
    SOURCE,
    case_area="Ashdale",
    referral_date="2026-05-12",
    referrer={
        "agency": "Ashdale Assessment Team",
        "name": "Roisin Devane",
        "role": "Social worker",
        "phones": ["01632960551"],
    },
    victims=[
        person(
            "Ewa Nowicka",
            "1992-02-14",
            SPINDLE,
            phones=[phone("07700900552", call=True)],
            diversity={"ethnicity": "White Polish"},
        )
    ],
    perpetrators=[
        person(
            "Adam Lisowski",
            "1987-09-23",
            home("9 Loom Street, Ashdale", "ZZ45 9LS"),
            phones=[phone("07700900553")],
            diversity={"ethnicity": "White Polish"},
        )
    ],
    children=[
        child("Zofia Lisowska", "2019-07-01", address=SPINDLE),
        child("Jan Lisowski", "2022-03-18", address=SPINDLE),
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["mummy will be in the ground"],
    accept={
        "children[0].lives_with": ["victim"],
        "children[1].lives_with": ["victim"],
        "perpetrators[0].relationship_to_victim": ["Separated, formerly partners", "Separated"],
        "referrer.agency": ["Children's Social Care"],
    },
)
