"""A unitary council's Word form: who it is about merged down the left side, label and answer beside it in two pairs."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "merged-side.docx"


def _rows(title: str, *rows: tuple[str, ...]) -> list[str]:
    """Rows whose first cell is merged downwards and says whose they are."""
    made = []
    for number, row in enumerate(rows):
        side = tc(p(r(title if not number else "", "b")), down="continue" if number else "restart")
        cells = [row[0], tc(row[1], span=3)] if len(row) == 2 else list(row)
        made.append(tr(side, *cells))
    return made


def document() -> bytes:
    return word(
        p(r("Calderbrook Council – MARAC referral form", "b")),
        tbl(
            *_rows("Referrer", ("Name", "Ottilie Marsh", "Post", "Family Intervention Worker"),
                   ("Service", "Calderbrook Early Help", "Phone", "01632 960991"),
                   ("Email", "ottilie.marsh@calderbrook.example.org", "Date", "16/06/2026")),
            *_rows("Victim", ("Name", "Rukhsana Mir", "DOB", "09/02/1987"),
                   ("Address", "18 Sandbed Lane, Calderbrook ZZ65 8SL"),
                   ("Phone", "07700 900992", "Safe to call", "Yes, but not Fridays"),
                   ("Ethnicity", "Pakistani", "Disability", "Hearing impaired"),
                   ("Pregnant", "No", "Interpreter", "No")),
            *_rows("Perpetrator", ("Name", "Adeel Mir", "DOB", "27/05/1983"),
                   ("Address", "Staying with cousin at 3 Vale View, Calderbrook ZZ65 3VV"),
                   ("Phone", "07700 900993", "Relationship to victim", "Husband")),
            *_rows("Child 1", ("Name", "Zayn Mir", "DOB", "11/01/2014"), ("School", "Sandbed Primary",
                "Lives with", "Victim")),
            *_rows("Child 2", ("Name", "Inaya Mir", "DOB", "25/07/2020"), ("School", "Sandbed Nursery",
                "Lives with", "Victim")),
            *_rows("Risk", ("DASH score", "15", "High risk?", "Yes"), ("Professional judgement?", "No",
                "Repeat?", "No"),
                   ("Victim aware?", "Yes", "Victim consents?", "Yes"),
                   ("Who is the victim afraid of?", "Adeel and his cousin Naveed")),
        ),
        p(r("Details of concern", "b")),
        p("Adeel drove at the school railings with Zayn in the car. He has a shotgun licence."),
    )  # fmt: skip


TRUTH = referral(
    SOURCE,
    case_area="Calderbrook",
    referral_date="2026-06-16",
    referrer={"agency": "Calderbrook Early Help", "name": "Ottilie Marsh", "role": "Family Intervention Worker",
              "phones": ["01632960991"], "email": "ottilie.marsh@calderbrook.example.org"},
    victims=[
        person("Rukhsana Mir", "1987-02-09", home("18 Sandbed Lane, Calderbrook", "ZZ65 8SL"),
               phones=[phone("07700900992", call=True)],
               diversity={"ethnicity": "Pakistani", "disabled": True, "disability_detail": "Hearing impaired",
                          "pregnant": False, "interpreter": False})
    ],
    perpetrators=[
        person("Adeel Mir", "1983-05-27", home("3 Vale View, Calderbrook", "ZZ65 3VV", "temporary"),
               phones=[phone("07700900993")], relationship_to_victim="Husband")
    ],
    children=[
        child("Zayn Mir", "2014-01-11", school="Sandbed Primary", lives_with="victim"),
        child("Inaya Mir", "2020-07-25", school="Sandbed Nursery", lives_with="victim"),
    ],
    others=[other("Naveed", "cousin of perpetrator", "possible threat")],
    criteria={"visible_high_risk": True, "professional_judgement": False, "repeat": False},
    checklist={"score_stated": 15},
    consent={"victim_aware": True, "consent_given": True},
    views={"afraid_of": "Adeel and his cousin Naveed"},
    must_include=["drove at the school railings"],
    accept={
        "victims[0].diversity.bme": [True], "victims[0].phones[0].safe_to_call": [None],
        "previous.this_marac": [False],
        "children[0].address": [home("18 Sandbed Lane, Calderbrook", "ZZ65 8SL")],
        "children[1].address": [home("18 Sandbed Lane, Calderbrook", "ZZ65 8SL")],
    },
)  # fmt: skip
