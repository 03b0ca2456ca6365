"""A refuge's transfer sheet with legacy fields: the resident, where she came from, and whom she fled; two men."""

from tests.reading.markup import head, listed, p, tbl, tc, ticked, tr, typed, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "refuge-transfer.docx"


def document() -> bytes:
    return word(
        head("Larkspur Refuge - transfer to Wyre Forest West MARAC"),
        tbl(
            tr("Sheet completed by", tc(typed("Geraldine Ofori")), "Her role", tc(typed("Refuge manager"))),
            tr("Office number", tc(typed("01632 960381")), "On", tc(typed("01/03/2027"))),
        ),
        head("Resident"),
        tbl(
            tr("Name", tc(typed("Samira Benali")), "Birth date", tc(typed("18/06/2001"))),
            tr("Refuge room address (never to leave this office or MARAC chair)",
               tc(typed("Larkspur House, 70 Orchard Rise, Wyreham, ZZ47 7OR"), span=3)),
            tr("Came from", tc(typed("112 Castle Parade, Dunsby, ZZ48 1CP"), span=3)),
            tr("Reach her through", tc(typed("the office number above, never her own"), span=3)),
            tr("Own number", tc(typed("07700 900382")), "Language", tc(listed(2, "English", "French", "Arabic"))),
            tr("Interpreter", tc(listed(1, "No", "Yes")), "Faith", tc(listed(0, "Muslim", "Christian", "None"))),
        ),
        head("Fled from"),
        tbl(
            tr("Name", tc(typed("Youssef Benali")), "Birth date", tc(typed("30/01/1995"))),
            tr("Lives", tc(typed("112 Castle Parade, Dunsby, ZZ48 1CP")), "He is her",
               tc(listed(1, "partner", "husband", "brother"))),
            tr("Name", tc(typed("Karim Benali")), "Birth date", tc(typed("07/07/1990"))),
            tr("Lives", tc(typed("6 Minaret Close, Dunsby, ZZ48 6MC")), "He is her",
               tc(listed(3, "partner", "husband", "brother", "brother-in-law"))),
        ),
        head("Child with her"),
        tbl(tr("Name", tc(typed("Lina Benali")), "Birth date", tc(typed("25/12/2022")))),
        head("Reasons"),
        p(ticked(True), " Visible high risk   ", ticked(False), " Professional judgement   ", ticked(True),
          " Escalation   ", ticked(False), " Repeat"),
        p("She knows of the transfer ", ticked(True), " and agrees to it ", ticked(True)),
        head("Account"),
        p(typed("Both brothers drive round the town each evening with her photograph. Karim has been to the mosque, "
                "the school and the food bank asking for her.")),
    )  # fmt: skip


LARKSPUR = home("Larkspur House, 70 Orchard Rise, Wyreham", "ZZ47 7OR", secret=True)
TRUTH = referral(
    SOURCE,
    case_area="Wyre Forest West",
    referral_date="2027-03-01",
    referrer={
        "agency": "Larkspur Refuge",
        "name": "Geraldine Ofori",
        "role": "Refuge manager",
        "phones": ["01632960381"],
    },
    victims=[
        person(
            "Samira Benali",
            "2001-06-18",
            LARKSPUR,
            home("112 Castle Parade, Dunsby", "ZZ48 1CP", "previous"),
            phones=[phone("07700900382", call=False)],
            diversity={"language": "Arabic", "interpreter": True, "religion": "Muslim"},
        )
    ],
    perpetrators=[
        person(
            "Youssef Benali",
            "1995-01-30",
            home("112 Castle Parade, Dunsby", "ZZ48 1CP"),
            relationship_to_victim="husband",
        ),
        person(
            "Karim Benali",
            "1990-07-07",
            home("6 Minaret Close, Dunsby", "ZZ48 6MC"),
            relationship_to_victim="brother-in-law",
        ),
    ],
    children=[child("Lina Benali", "2022-12-25")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
        "repeat": False,
    },
    consent={"victim_aware": True, "consent_given": True},
    must_include=["drive round the town each evening"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].phones[0].safe_to_leave_message": [False],
        "victims[0].phones[0].safe_to_text": [False],
        "perpetrators[0].gender": ["male"],
        "perpetrators[1].gender": ["male"],
        "children[0].lives_with": ["victim"],
        "children[0].address": [LARKSPUR],
        "previous.this_marac": [False],
    },
)
