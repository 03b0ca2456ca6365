"""A youth service's form: legacy fields inside running lines, a list of choices, merged cells, a 17-year-old."""

from tests.reading.markup import head, listed, p, tbl, tc, ticked, tr, typed, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "youth-service.docx"
MF = ("", "Female", "Male", "Non-binary")


def document() -> bytes:
    return word(
        head("Stanwick & Ley MARAC"),
        p("Referral form (version 9)"),
        head("1. You"),
        p("Your name ", typed("Dominic Okafor"), "  Your post ", typed("Youth Worker")),
        p("Your agency ", typed("Stanwick Youth Service"), "  Your telephone ", typed("01632 960346")),
        p("Date ", typed("02-12-2025")),
        head("2. The young person being harmed"),
        p("Surname ", typed("PRITCHARD-VALE"), "  First name ", typed("Erin"), "  Known as ", typed("Ez")),
        p("Date of birth ", typed("24-01-2008"), "  Sex ", listed(1, *MF)),
        p("Home address ", typed("3 Chapel Yard, Ley, ZZ7 2CY")),
        p("Mobile ", typed("07700 900277"), "  Is it safe to use? ", ticked(True), " Yes ", ticked(False), " No"),
        p("Can we leave a message? ", ticked(False), " Yes ", ticked(True), " No"),
        p("School or college ", typed("Ley Sixth Form")),
        head("3. The person who harms them"),
        p("Surname ", typed("NDIAYE"), "  First name ", typed("Cole"), "  Sex ", listed(2, *MF)),
        p("Date of birth ", typed("05-05-2005")),
        p("Home address ", typed("HMP Stanwick, due out 20-12-2025 to 77 Brook Row, Stanwick, ZZ7 8BR")),
        p("Relationship ", listed(3, "Please choose", "Partner", "Family", "Ex-boyfriend")),
        head("4. Grounds"),
        tbl(
            tr(tc(ticked(False)), "High risk on the checklist"),
            tr(tc(ticked(True)), "Professional concern"),
            tr(tc(ticked(False)), "Getting worse (escalation)"),
            tr(
                tc(ticked(True)),
                "Repeat case",
            ),
        ),
        p("If repeat, date last heard ", typed("11-06-2025"), "  Case number ", typed("SL-25-088")),
        p("Number of ticks on the checklist ", typed("11 of 24")),
        head("5. Consent"),
        p("Told about this referral? ", listed(2, "Please choose", "Yes", "No")),
        p("If not, why? ", typed("She is staying with his sister this week")),
        head("6. What is going on"),
        p(typed("Cole rings from prison forty times a day and has told her what will happen when he is out.")),
    )


TRUTH = referral(
    SOURCE,
    case_area="Stanwick & Ley",
    referral_date="2025-12-02",
    referrer={
        "agency": "Stanwick Youth Service",
        "name": "Dominic Okafor",
        "role": "Youth Worker",
        "phones": ["01632960346"],
    },
    victims=[
        person(
            "Erin Pritchard-Vale",
            "2008-01-24",
            home("3 Chapel Yard, Ley", "ZZ7 2CY"),
            phones=[phone("07700900277", call=True, message=False)],
            aliases=["Ez"],
            gender="female",
        )
    ],
    perpetrators=[
        person(
            "Cole Ndiaye",
            "2005-05-05",
            home("77 Brook Row, Stanwick", "ZZ7 8BR", "release"),
            gender="male",
            relationship_to_victim="Ex-boyfriend",
        )
    ],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": True,
    },
    checklist={"score_stated": 11},
    consent={"victim_aware": False, "reason": "She is staying with his sister this week"},
    previous={"this_marac": True, "last_date": "2025-06-11", "last_ref": "SL-25-088"},
    must_include=["rings from prison forty times a day"],
    accept={
        "case_area": ["Stanwick and Ley"],
        "perpetrators[0].addresses": [home("HMP Stanwick")],
    },
)
