"""A county's form with a column for each person and their part in a row of its own."""

from tests.reading.markup import head, p, tbl, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "people-in-columns.docx"


def document() -> bytes:
    return word(
        head("Harrowdale MARAC - referral"),
        p(
            "Completed by Simone Achebe, Independent Domestic Violence Adviser, Harrowdale Domestic Abuse "
            "Service, 01632 960881"
        ),
        p("Date: 8 June 2026"),
        p(""),
        tbl(
            tr("", "Person 1", "Person 2", "Person 3"),
            tr("Role", "Victim", "Perpetrator", "Child"),
            tr("Name", "Rachel Ofori", "Dominic Vane", "Noah Vane"),
            tr("Date of birth", "19/11/1995", "27/01/1991", "13/02/2023"),
            tr(
                "Address",
                "Flat 21, Beacon Tower, Harrowdale ZZ47 2BT",
                "c/o 4 Park View, Harrowdale ZZ47 4PV",
                "With Person 1",
            ),
            tr("Mobile", "07700 900882", "07700 900883", "n/a"),
            tr("Relationship to Person 1", "-", "Ex-fiancé", "Son"),
            tr("Gender", "F", "M", "M"),
        ),
        p(""),
        tbl(
            tr("Can we ring Person 1 on the number given?", "Yes, but not on Fridays"),
            tr("Can we send Person 1 a text?", "No"),
            tr("Person 1 knows that this has been sent", "Yes"),
            tr("Person 1's consent", "Given"),
            tr("Reason for bringing to MARAC", "High risk on the checklist"),
        ),
        head("What has been happening"),
        p("Dominic has tracked her car and put a knife to her neck on 30 May in front of Noah."),
    )


BEACON = home("Flat 21, Beacon Tower, Harrowdale", "ZZ47 2BT")
TRUTH = referral(
    SOURCE,
    case_area="Harrowdale",
    referral_date="2026-06-08",
    referrer={
        "agency": "Harrowdale Domestic Abuse Service",
        "name": "Simone Achebe",
        "role": "Independent Domestic Violence Adviser",
        "phones": ["01632960881"],
    },
    victims=[
        person(
            "Rachel Ofori", "1995-11-19", BEACON, phones=[phone("07700900882", call=True, text=False)], gender="female"
        )
    ],
    perpetrators=[
        person(
            "Dominic Vane",
            "1991-01-27",
            home("c/o 4 Park View, Harrowdale", "ZZ47 4PV", "contact"),
            phones=[phone("07700900883")],
            gender="male",
            relationship_to_victim="Ex-fiancé",
        )
    ],
    children=[
        child(
            "Noah Vane",
            "2023-02-13",
            gender="male",
            relationship_to_victim="Son",
            lives_with="victim",
            address=BEACON,
        )
    ],
    criteria={"visible_high_risk": True},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["put a knife to her neck"],
    accept={
        "victims[0].phones[0].safe_to_call": [None],
        "children[0].lives_with": ["Person 1"],
        "children[0].address": [None],
        "criteria.professional_judgement": [False],
        "criteria.potential_escalation": [False],
        "criteria.repeat": [False],
    },
)
