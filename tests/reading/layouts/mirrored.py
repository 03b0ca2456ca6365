"""A district's form with the perpetrator on the left and the victim on the right of one table."""

from tests.reading.markup import check, head, p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "mirrored.docx"


PARTS = (
    p(r("Brindle Valley Multi Agency Risk Assessment Conference", "b")),
    tbl(
        tr("Referred by", "Joyce Ekwueme, Health Visitor", "Referring organisation", "Brindle Community Health"),
        tr("Contact no.", "01632 960711", "Referral made on", "9 Dec 2025"),
    ),
    p(""),
    tbl(
        tr(tc(r("Details of alleged perpetrator", "b"), span=2), tc(r("Details of victim", "b"), span=2)),
        tr("Surname", "Hallam", "Surname", "Quaye"),
        tr("First names", "Neville Guy", "First names", "Abena"),
        tr("Also known as", "Nev", "Also known as", "Abi"),
        tr("DOB", "25/12/1982", "DOB", "04/06/1990"),
        tr("Address", "The Lodge, Mill Road, Brindle ZZ34 2ML", "Address", "11 Cloth Street, Brindle ZZ34 9CS"),
        tr("Tel", "07700 900721", "Tel", "07700 900722"),
        tr("Gender", "Male", "Gender", "Female"),
        tr("Ethnic origin", "White British", "Ethnic origin", "Black African"),
        tr("Occupation", "HGV driver", "Occupation", "Care assistant"),
        tr(
            "Relationship",
            "Husband (separated)",
            tc(p("Safe to telephone? ", check(True), " Yes ", check(False), " No"), span=2),
        ),
    ),
    p(""),
    head("Dependent children"),
    tbl(
        tr("Full name", "Age", "M/F", "Living with"),
        tr("Kofi Hallam", "7", "M", "Mother"),
        tr("Esi Hallam", "4", "F", "Mother"),
    ),
    head("Criteria for referral (tick)"),
    tbl(
        tr("Visible high risk", tc(check(False))),
        tr("Professional judgement", tc(check(True))),
        tr("Escalation (three events in a year)", tc(check(False))),
        tr("Repeat referral", tc(check(True))),
    ),
    head("Reason for concern"),
    p("Neville has been sleeping in his lorry outside and follows her to her shifts."),
)


def document() -> bytes:
    return word(*PARTS)


TRUTH = referral(
    SOURCE,
    case_area="Brindle Valley",
    referral_date="2025-12-09",
    referrer={
        "agency": "Brindle Community Health",
        "name": "Joyce Ekwueme",
        "role": "Health Visitor",
        "phones": ["01632960711"],
    },
    victims=[
        person(
            "Abena Quaye",
            "1990-06-04",
            home("11 Cloth Street, Brindle", "ZZ34 9CS"),
            phones=[phone("07700900722", call=True)],
            aliases=["Abi"],
            gender="female",
            occupation="Care assistant",
            diversity={"ethnicity": "Black African", "bme": True},
        )
    ],
    perpetrators=[
        person(
            "Neville Guy Hallam",
            "1982-12-25",
            home("The Lodge, Mill Road, Brindle", "ZZ34 2ML"),
            phones=[phone("07700900721")],
            aliases=["Nev"],
            gender="male",
            occupation="HGV driver",
            relationship_to_victim="Husband (separated)",
            diversity={"ethnicity": "White British"},
        )
    ],
    children=[
        child("Kofi Hallam", age_stated=7, gender="male", lives_with="Mother"),
        child("Esi Hallam", age_stated=4, gender="female", lives_with="Mother"),
    ],
    criteria={
        "visible_high_risk": False,
        "professional_judgement": True,
        "potential_escalation": False,
        "repeat": True,
    },
    must_include=["sleeping in his lorry"],
    accept={
        "children[0].lives_with": ["victim"],
        "children[1].lives_with": ["victim"],
        "children[0].address": [home("11 Cloth Street, Brindle", "ZZ34 9CS")],
        "children[1].address": [home("11 Cloth Street, Brindle", "ZZ34 9CS")],
        "previous.this_marac": [True],
        "victims[0].diversity.bme": [None],
        "perpetrators[0].diversity.bme": [False],
    },
)
