"""A fillable PDF whose fields carry their question as the tip, and nothing is printed beside them."""

from tests.reading.layouts.pdfs import check_field, page, pdf, text_field, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "tips-fillable.pdf"
FIELDS = (
    ("Full name of person making the referral", "Bethan Rowlands"),
    ("Organisation of person making the referral", "Penmoel Housing Association"),
    ("Telephone of person making the referral", "01632 960776"),
    ("Date of referral", "21/01/2026"),
    ("Victim: full name", "Joanna Strickland"),
    ("Victim: date of birth", "02/05/1988"),
    ("Victim: address", "17 Tegid Way, Penmoel, ZZ46 7TW"),
    ("Victim: telephone", "07700 900777"),
    ("Alleged perpetrator: full name", "Stuart Noakes"),
    ("Alleged perpetrator: date of birth", "11/12/1986"),
    ("Alleged perpetrator: address", "HMP Penmoel"),
    ("Alleged perpetrator: relationship to victim", "Ex-partner"),
    ("Child 1: full name", "Ellis Strickland"),
    ("Child 1: date of birth", "06/06/2018"),
    ("Description of concerns", "Stuart is due out in March and has written that he will be straight round."),
)
TICKS = (
    ("Safe to telephone the victim", True),
    ("Visible high risk", True),
    ("Professional judgement", False),
    ("Potential escalation", False),
    ("MARAC repeat", False),
    ("Victim is aware of the referral", True),
)


def document() -> bytes:
    fields = [text_field(60, 740 - 24 * n, f"T{n}", value, tip) for n, (tip, value) in enumerate(FIELDS)]
    fields += [check_field(60, 360 - 20 * n, f"C{n}", tip, full=full) for n, (tip, full) in enumerate(TICKS)]
    return pdf(page(words(60, 790, "Penmoel MARAC", 14, bold=True)), fields={0: fields})


TRUTH = referral(
    SOURCE,
    case_area="Penmoel",
    referral_date="2026-01-21",
    referrer={"agency": "Penmoel Housing Association", "name": "Bethan Rowlands", "phones": ["01632960776"]},
    victims=[
        person(
            "Joanna Strickland",
            "1988-05-02",
            home("17 Tegid Way, Penmoel", "ZZ46 7TW"),
            phones=[phone("07700900777", call=True)],
        )
    ],
    perpetrators=[
        person("Stuart Noakes", "1986-12-11", home("HMP Penmoel", None, "prison"), relationship_to_victim="Ex-partner")
    ],
    children=[child("Ellis Strickland", "2018-06-06")],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": False,
        "repeat": False,
    },
    consent={"victim_aware": True},
    must_include=["straight round"],
    accept={"previous.this_marac": [False], "victims[0].phones[0].safe_to_call": [None]},
)
