"""A borough's online form printed to PDF: bold question, answer beneath, over three pages with a foot on each."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "portal-print.pdf"
PAGES = (
    (
        ("#", "Section 1 of 6: Your details"),
        ("?", "Full name of person making referral", "Ekaterina Lawal"),
        ("?", "Which organisation do you work for?", "Redfen Adult Social Care"),
        ("?", "Job role", "Social Worker"),
        ("?", "Work email address", "ekaterina.lawal@redfen.example.org"),
        ("?", "Work telephone number", "01632 960801"),
        ("?", "Date of referral", "03/11/2026"),
        ("#", "Section 2 of 6: Victim / survivor details"),
        ("?", "First name", "Winifred"),
        ("?", "Last name", "Askew"),
        ("?", "Date of birth", "28/08/1949"),
        ("?", "Gender", "Female"),
        ("?", "Ethnicity", "White - English"),
    ),
    (
        ("?", "Home address", "The Lodge, Priory Lane, Redfen, ZZ48 5PL"),
        ("?", "Is it safe to write to this address?", "No"),
        ("?", "Preferred telephone number", "01632 960802"),
        ("?", "Is it safe to contact the victim on this number?", "No"),
        ("?", "Alternative safe contact", "Carer: Bridget Noon 07700 900803"),
        ("?", "Does the victim have a disability?", "Yes"),
        ("?", "Please describe", "Parkinson's disease"),
        ("#", "Section 3 of 6: Perpetrator details"),
        ("?", "First name", "Clive"),
        ("?", "Last name", "Askew"),
        ("?", "Date of birth", "Not known, about 50"),
        ("?", "Home address", "Same as victim"),
        ("?", "Relationship to victim", "Son"),
        ("#", "Section 4 of 6: Children"),
        ("?", "Are there any children?", "No"),
    ),
    (
        ("#", "Section 5 of 6: Reason for referral"),
        ("?", "Which criteria does the referral meet?", "Potential escalation, Professional judgement"),
        ("?", "DASH score", "9"),
        ("?", "Number of police call-outs in the last 12 months", "5"),
        ("?", "Describe the most recent incident", "Clive tipped her from her chair when she asked for her bank card."),
        ("?", "Does the perpetrator know about this referral?", "No"),
        ("#", "Section 6 of 6: Consent"),
        ("?", "Has the victim been informed about the referral?", "Yes"),
        ("?", "Did the victim give consent?", "No"),
        (
            "?",
            "If no, what is the reason for sharing without consent?",
            "She is afraid of losing his care; serious harm is likely",
        ),
    ),
)


def _page(number: int, rows: tuple) -> str:
    drawn, y = [words(40, 815, "Redfen MARAC referral e-form - Ref RED-2026-0913", 8)], 780
    for kind, *texts in rows:
        if kind == "#":
            drawn.append(words(40, y, texts[0], 14, bold=True))
            y -= 26
            continue
        drawn.append(words(40, y, texts[0], 10, bold=True))
        drawn.append(words(40, y - 14, texts[1], 10))
        y -= 36
    return page(*drawn, words(40, 25, f"Submitted 03/11/2026 14:22    Page {number} of 3", 8))


def document() -> bytes:
    return pdf(*(_page(n, rows) for n, rows in enumerate(PAGES, 1)))


PRIORY = home("The Lodge, Priory Lane, Redfen", "ZZ48 5PL")
TRUTH = referral(
    SOURCE,
    case_area="Redfen",
    referral_date="2026-11-03",
    referrer={
        "agency": "Redfen Adult Social Care", "name": "Ekaterina Lawal", "role": "Social Worker",
        "phones": ["01632960801"], "email": "ekaterina.lawal@redfen.example.org",
    },
    victims=[
        person("Winifred Askew", "1949-08-28", PRIORY,
               phones=[phone("01632960802", call=False), phone("07700900803", call=True, whose="carer, Bridget Noon")],
               gender="female",
               diversity={"ethnicity": "White - English", "disabled": True,
                          "disability_detail": "Parkinson's disease"})
    ],
    perpetrators=[person("Clive Askew", None, PRIORY, age_stated=50, relationship_to_victim="Son")],
    others=[other("Bridget Noon", "carer", "safe contact", [phone("07700900803", call=True)])],
    criteria={"potential_escalation": True, "professional_judgement": True},
    checklist={"score_stated": 9},
    consent={"victim_aware": True, "consent_given": False,
             "reason": "She is afraid of losing his care; serious harm is likely"},
    must_include=["tipped her from her chair"],
    accept={
        "victims[0].diversity.bme": [False],
        "victims[0].phones[1].safe_to_call": [None],
        "perpetrators[0].age_stated": [None],
        "criteria.visible_high_risk": [False],
        "criteria.repeat": [False],
        "others": [[]],
    },
)  # fmt: skip
