"""A police domestic abuse form: aggrieved and suspect in one wide table, facts in four columns, boxes of yes and no."""

from tests.reading.markup import check, p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "police-grid.docx"


def yes_no(yes: bool) -> str:
    return tc(check(yes), " Y  ", check(not yes), " N")


def document() -> bytes:
    return word(
        p(r("Northmarsh Constabulary - Domestic Abuse Unit", "b")),
        p(r("Referral to MARAC (Northmarsh)", "b")),
        tbl(
            tr("OIC", "DC 771 Leah Fairbrother", "Collar no.", "771"),
            tr("OIC tel.", "01632 960654", "Date submitted", "27/02/2026"),
            tr("Crime no.", "NM/004521/26", "Domestic incident no.", "212 of 25/02/2026"),
        ),
        p(""),
        tbl(
            tr(tc(r("AGGRIEVED", "b"), span=4)),
            tr("Surname", "Ellery", "Forename(s)", "Toby James"),
            tr("DOB", "19/06/1991", "Gender", "Male"),
            tr("Address", tc("Flat 3, The Maltings, Northmarsh, ZZ62 3TM", span=3)),
            tr("Mobile", "07700 900655", "Safe to ring?", yes_no(True)),
            tr(tc(r("SUSPECT", "b"), span=4)),
            tr("Surname", "Varga", "Forename(s)", "Adam"),
            tr("DOB", "07/07/1988", "Gender", "Male"),
            tr("Address", tc("17 Granary Lane, Northmarsh, ZZ62 7GL (bail address)", span=3)),
            tr("Mobile", "07700 900656", "Relationship to aggrieved", "Ex-civil partner"),
            tr(tc(r("CHILDREN LINKED", "b"), span=4)),
            tr("Name", "Rosie Varga", "DOB", "21/10/2016"),
            tr(tc(r("OFFICER'S ASSESSMENT", "b"), span=4)),
            tr("DASH score", "16", "DASH grade", "High"),
            tr("Aggrieved aware of referral?", yes_no(True), "Aggrieved consents?", yes_no(False)),
        ),
        p(r("Summary of incident", "b")),
        p("Suspect broke bail by going to the flat at 0300 hours and poured bleach through the letter box."),
    )


TRUTH = referral(
    SOURCE,
    case_area="Northmarsh",
    referral_date="2026-02-27",
    referrer={
        "agency": "Northmarsh Constabulary",
        "name": "Leah Fairbrother",
        "role": "DC",
        "phones": ["01632960654"],
    },
    victims=[
        person(
            "Toby James Ellery",
            "1991-06-19",
            home("Flat 3, The Maltings, Northmarsh", "ZZ62 3TM"),
            phones=[phone("07700900655", call=True)],
            gender="male",
        )
    ],
    perpetrators=[
        person(
            "Adam Varga",
            "1988-07-07",
            home("17 Granary Lane, Northmarsh", "ZZ62 7GL", "bail"),
            phones=[phone("07700900656")],
            gender="male",
            relationship_to_victim="Ex-civil partner",
        )
    ],
    children=[child("Rosie Varga", "2016-10-21")],
    checklist={"score_stated": 16},
    consent={"victim_aware": True, "consent_given": False},
    crime_refs=["NM/004521/26"],
    must_include=["poured bleach through the letter box"],
    accept={
        "crime_refs": [["NM/004521/26", "212 of 25/02/2026"]],
        "referrer.agency": ["Northmarsh Constabulary - Domestic Abuse Unit", "Domestic Abuse Unit"],
        "referrer.name": ["DC 771 Leah Fairbrother"],
        "referrer.role": [None, "OIC"],
        "criteria.visible_high_risk": [True],
    },
)
