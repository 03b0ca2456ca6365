"""An army welfare officer's numbered paragraphs: a label in bold, a tab, and the answer; rank before every name."""

from tests.reading.markup import p, r, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "army-welfare.docx"


def _line(number: str, label: str, answer: str) -> str:
    return p(r(f"{number}\t"), r(f"{label}\t", "b"), r(answer))


PARTS = (
    p(r("ARMY WELFARE SERVICE - DOMESTIC ABUSE REFERRAL TO HOLTBRIDGE MARAC", "b")),
    p(r("1. Referring welfare officer", "b")),
    _line("1.1", "Name", "Mrs Sheila Garrick"),
    _line("1.2", "Appointment", "Unit Welfare Officer"),
    _line("1.3", "Unit", "Holtbridge Garrison Welfare Office"),
    _line("1.4", "Tel", "01632 960410"),
    _line("1.5", "Date", "11 Feb 2026"),
    p(r("2. Spouse or partner who is the victim", "b")),
    _line("2.1", "Name", "Anjali Deepa RAI"),
    _line("2.2", "DOB", "30 Sep 1994"),
    _line("2.3", "Service families accommodation", "7 Gurkha Lines, Holtbridge Camp, ZZ52 7GL"),
    _line("2.4", "Tel", "07700 900411"),
    _line("2.5", "Safe to ring", "Yes, weekday mornings"),
    _line("2.6", "First language", "Nepali"),
    p(r("3. Serving person alleged to be the perpetrator", "b")),
    _line("3.1", "Rank and name", "Cpl Suresh RAI"),
    _line("3.2", "DOB", "12 Jan 1991"),
    _line("3.3", "Relationship to victim", "Husband"),
    _line("3.4", "Present address", "Block 14, Single Living Accommodation, Holtbridge Camp, ZZ52 9SL"),
    p(r("4. Dependants", "b")),
    _line("4.1", "Son", "Aarav RAI, born 3 May 2021, with his mother"),
    p(r("5. Circumstances", "b")),
    p("Cpl Rai held a kitchen knife to her neck on 8 February and has posted her passport to his uncle."),
    p(r("6. Consent", "b")),
    _line("6.1", "Victim has been told of this referral", "Yes"),
    _line("6.2", "Victim consents", "Yes"),
)


def document() -> bytes:
    return word(*PARTS)


LINES = home("7 Gurkha Lines, Holtbridge Camp", "ZZ52 7GL")
TRUTH = referral(
    SOURCE,
    case_area="Holtbridge",
    referral_date="2026-02-11",
    referrer={
        "agency": "Holtbridge Garrison Welfare Office",
        "name": "Sheila Garrick",
        "role": "Unit Welfare Officer",
        "phones": ["01632960410"],
    },
    victims=[
        person(
            "Anjali Deepa Rai",
            "1994-09-30",
            LINES,
            phones=[phone("07700900411", call=True)],
            diversity={"language": "Nepali"},
        )
    ],
    perpetrators=[
        person(
            "Suresh Rai",
            "1991-01-12",
            home("Block 14, Single Living Accommodation, Holtbridge Camp", "ZZ52 9SL"),
            relationship_to_victim="Husband",
        )
    ],
    children=[child("Aarav Rai", "2021-05-03", lives_with="victim")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["kitchen knife"],
    accept={
        "children[0].relationship_to_victim": ["Son"],
        "children[0].gender": ["male"],
        "children[0].address": [LINES],
        "children[0].lives_with": ["his mother", "mother"],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].occupation": ["Serving person", "Cpl"],
        "referrer.agency": ["Army Welfare Service"],
    },
)
