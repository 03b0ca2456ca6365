"""A print from a police system: a line of codes for each nominal, and everything about them in rows beneath it."""

from tests.reading.markup import head, p, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "force-print.docx"

PARTS = (
    head("PUBLIC PROTECTION NOTICE - MARAC REFERRAL - FELLBRIDGE"),
    tbl(
        tr("OIC", "DC 4417 Harriet Lyle", "Unit", "Fellbridge PVP Unit"),
        tr("OIC contact", "01632 960211", "PPN created", "13/03/2026 04:20"),
        tr("Occurrence no.", "FB/2026/0031877", "Grading", "High"),
    ),
    p(""),
    tbl(
        tr(tc("NOMINAL 1 of 3 | VICTIM", span=6)),
        tr("Surname", "DENBY", "Forename(s)", "Lauren Kate", "Sex", "Female"),
        tr("DOB", "05/11/1996", "Ethnicity", "White British", "Tel", "07700 900212"),
        tr("Home", tc("31 Scar Top, Fellbridge, ZZ67 1ST", span=5)),
        tr("Warning markers", tc("None", span=5)),
    ),
    p(""),
    tbl(
        tr(tc("NOMINAL 2 of 3 | SUSPECT", span=6)),
        tr("Surname", "HIRST", "Forename(s)", "Liam", "Sex", "Male"),
        tr("DOB", "18/08/1994", "Ethnicity", "White British", "Tel", "07700 900213"),
        tr(
            "Home",
            tc("Remanded HMP Fellside until 02/04/2026; release address 31 Mill Fold, Fellbridge, ZZ67 3MF", span=5),
        ),
        tr("Warning markers", tc("Weapons, violent", span=5)),
    ),
    p(""),
    tbl(
        tr(tc("NOMINAL 3 of 3 | CHILD PRESENT", span=6)),
        tr("Surname", "HIRST", "Forename(s)", "Alfie", "Sex", "Male"),
        tr("DOB", "27/05/2021", "School", "Scar Top Nursery", "Lives with", "Nominal 1"),
    ),
    p(""),
    tbl(
        tr("Safe contact", "Victim states phone may be rung at any time"),
        tr("Consent to share", "Yes"),
        tr("Victim aware of MARAC referral", "Yes"),
        tr("Risk assessment", "DASH completed, 19 of 24"),
        tr(
            "Summary",
            "HIRST forced the rear window, took DENBY by the hair and set light to her coat while she had it on.",
        ),
    ),
)


def document() -> bytes:
    return word(*PARTS)


SCAR = home("31 Scar Top, Fellbridge", "ZZ67 1ST")
TRUTH = referral(
    SOURCE,
    case_area="Fellbridge",
    referral_date="2026-03-13",
    referrer={
        "agency": "Fellbridge PVP Unit",
        "name": "Harriet Lyle",
        "role": "DC 4417",
        "phones": ["01632960211"],
    },
    victims=[
        person(
            "Lauren Kate Denby",
            "1996-11-05",
            SCAR,
            phones=[phone("07700900212", call=True)],
            gender="female",
            diversity={"ethnicity": "White British"},
        )
    ],
    perpetrators=[
        person(
            "Liam Hirst",
            "1994-08-18",
            home("31 Mill Fold, Fellbridge", "ZZ67 3MF", "release"),
            phones=[phone("07700900213")],
            gender="male",
            diversity={"ethnicity": "White British"},
        )
    ],
    children=[child("Alfie Hirst", "2021-05-27", gender="male", school="Scar Top Nursery", lives_with="victim")],
    checklist={"score_stated": 19},
    consent={"victim_aware": True},
    crime_refs=["FB/2026/0031877"],
    must_include=["set light to her coat"],
    accept={
        "children[0].address": [SCAR],
        "children[0].lives_with": ["Nominal 1"],
        "checklist.score_stated": [None],
        "consent.consent_given": [True],
        "victims[0].phones[0].safe_to_call": [None],
        "referrer.role": ["DC", None],
        "victims[0].diversity.bme": [False],
        "perpetrators[0].diversity.bme": [False],
        "perpetrators[0].addresses": [home("HMP Fellside", None, "prison")],
    },
)
