"""A mental health trust's form: one column for each person, their facts in rows, answers by bold letters."""

from tests.reading.markup import head, p, r, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "mental-health.docx"


def document() -> bytes:
    return word(
        head("Brackenfell NHS Foundation Trust: MARAC referral (Brackenfell)"),
        tbl(
            tr("Clinician", "Dr Sunniva Rask"),
            tr("Team", "Brackenfell Crisis Team"),
            tr("Contact number", "01632 960666"),
            tr("Date form completed", "7th July 2026"),
        ),
        p(""),
        tbl(
            tr("", "Victim", "Perpetrator 1", "Perpetrator 2"),
            tr("Surname", "ACHTERBERG", "ACHTERBERG", "VOSS"),
            tr("First name", "Mila", "Rolf", "Konrad"),
            tr("Date of birth", "18/10/2001", "11/11/1972", "N/K"),
            tr("Address", "33 Thistle Way, Brackenfell ZZ17 3TW", "As victim", "Unknown"),
            tr("Telephone", "07700 900840", "07700 900841", ""),
            tr("Relationship to victim", "-", "Father", "Father's friend"),
        ),
        p(""),
        tbl(
            tr("Safe to call the victim?", tc("Y / ", r("N", "b"))),
            tr("Safe to text the victim?", tc(r("Y", "b"), " / N")),
            tr("Victim aware of this referral?", tc(r("Y", "u"), " / N")),
            tr("Has the victim consented?", tc(r("Y", "u"), " / N")),
            tr("Who is the victim afraid of?", "Her father and Konrad Voss"),
            tr(
                "Clinical summary and concerns",
                "Mila told staff that her father and Konrad Voss held her in a cellar for two days.",
            ),
        ),
    )


THISTLE = home("33 Thistle Way, Brackenfell", "ZZ17 3TW")
TRUTH = referral(
    SOURCE,
    case_area="Brackenfell",
    referral_date="2026-07-07",
    referrer={"agency": "Brackenfell Crisis Team", "name": "Sunniva Rask", "phones": ["01632960666"]},
    victims=[person("Mila Achterberg", "2001-10-18", THISTLE, phones=[phone("07700900840", call=False, text=True)])],
    perpetrators=[
        person(
            "Rolf Achterberg", "1972-11-11", THISTLE, phones=[phone("07700900841")], relationship_to_victim="Father"
        ),
        person("Konrad Voss", None, relationship_to_victim="Father's friend"),
    ],
    consent={"victim_aware": True, "consent_given": True},
    views={"afraid_of": "Her father and Konrad Voss"},
    must_include=["held her in a cellar for two days"],
    accept={"referrer.name": ["Dr Sunniva Rask"], "referrer.role": ["Clinician"]},
)
