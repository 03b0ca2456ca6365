"""A mental health trust's form: two nested tables side by side in one frame, one for each person."""

from tests.reading.markup import check, head, p, r, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "nested-frame.docx"


def facts(title: str, *pairs: tuple[str, str]) -> str:
    return tc(p(r(title, "b")), tbl(*(tr(label, value) for label, value in pairs)))


def document() -> bytes:
    return word(
        head("Saltmarsh Partnership NHS Trust"),
        p("Referral into the Saltmarsh MARAC"),
        p("Care coordinator: Nuala Brody    Team: Saltmarsh Early Intervention Team    Tel: 01632 960114"),
        p("Date of referral: 03/06/2026"),
        tbl(
            tr(
                facts(
                    "Service user",
                    ("Name", "Oliver Finch-Hatton"),
                    ("D.O.B.", "21/08/2000"),
                    ("Address", "27 Oyster Row, Saltmarsh, ZZ53 7OR"),
                    ("Mobile", "07700 900115"),
                    ("NHS no.", "943 476 5919"),
                ),
                facts(
                    "Person alleged to be causing harm",
                    ("Name", "Curtis Boateng"),
                    ("D.O.B.", "02/10/1996"),
                    ("Address", "As service user"),
                    ("Mobile", "07700 900116"),
                    ("Relationship", "Partner"),
                ),
            )
        ),
        p("Is it safe to ring the service user? ", check(False), " Yes ", check(True), " No"),
        p("Is it safe to text the service user? ", check(False), " Yes ", check(True), " No"),
        p("Service user consents to referral: Yes"),
        head("Risk formulation"),
        p(
            "Curtis has twice taken Oliver's medication away and held him out of a window. Oliver will talk to "
            "his sister only."
        ),
    )


OYSTER = home("27 Oyster Row, Saltmarsh", "ZZ53 7OR")
TRUTH = referral(
    SOURCE,
    case_area="Saltmarsh",
    referral_date="2026-06-03",
    referrer={
        "agency": "Saltmarsh Early Intervention Team",
        "name": "Nuala Brody",
        "role": "Care coordinator",
        "phones": ["01632960114"],
    },
    victims=[
        person(
            "Oliver Finch-Hatton",
            "2000-08-21",
            OYSTER,
            phones=[phone("07700900115", call=False, text=False)],
            nhs_number="9434765919",
        )
    ],
    perpetrators=[
        person(
            "Curtis Boateng",
            "1996-10-02",
            OYSTER,
            phones=[phone("07700900116")],
            relationship_to_victim="Partner",
        )
    ],
    consent={"consent_given": True},
    must_include=["held him out of a window"],
    accept={"referrer.role": [None], "referrer.agency": ["Saltmarsh Partnership NHS Trust"], "others": [["sister"]]},
)
