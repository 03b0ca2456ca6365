"""An asylum accommodation provider's form: in each cell a label and its answer beneath it, and no headings."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "asylum-housing.docx"


def _cell(label: str, *answer: str, span: int = 1) -> str:
    return tc(p(r(label, "b")), *(p(words) for words in answer), span=span)


PARTS = (
    p(r("Safeguarding notification to Ferrybridge West MARAC", "b")),
    tbl(
        tr(_cell("Provider", "Haven Accommodation Services"), _cell("Reported by", "Yolanda Pires, Welfare Officer")),
        tr(_cell("Date of report", "09/06/2026"), _cell("Welfare officer's phone", "01632 960901")),
        tr(_cell("Service user's name", "Selam Tesfay Haile"), _cell("Service user's date of birth", "01/01/1996")),
        tr(
            _cell(
                "Service user's present accommodation",
                "Women's dispersal house, 61 Orchard Gate, ZZ58 6OG",
                "Location undisclosed to partner",
            ),
            _cell("Service user's phone", "07700 900902", "Only answer to withheld numbers is no. Ok to call."),
        ),
        tr(_cell("Language", "Tigrinya, interpreter needed"), _cell("Nationality", "Eritrean")),
        tr(_cell("Name of alleged abuser", "Dawit Mengistu"), _cell("Alleged abuser's date of birth", "15/05/1990")),
        tr(
            _cell("Alleged abuser's accommodation", "Room 8, Station Hotel, Ferrybridge, ZZ58 8SH"),
            _cell("Relationship between them", "Husband by religious marriage"),
        ),
        tr(_cell("Dependants with service user", "Ruta Dawit, 12/11/2022", span=2)),
        tr(
            _cell(
                "Concern",
                "Dawit waited outside the old hotel with a tyre lever and struck the taxi that took her and Ruta away.",
                span=2,
            )
        ),
        tr(_cell("Service user aware and consenting", "Yes", span=2)),
    ),
)


def document() -> bytes:
    return word(*PARTS)


HOUSE = home("Women's dispersal house, 61 Orchard Gate", "ZZ58 6OG", secret=True)
TRUTH = referral(
    SOURCE,
    case_area="Ferrybridge West",
    referral_date="2026-06-09",
    referrer={
        "agency": "Haven Accommodation Services",
        "name": "Yolanda Pires",
        "role": "Welfare Officer",
        "phones": ["01632960901"],
    },
    victims=[
        person(
            "Selam Tesfay Haile",
            "1996-01-01",
            HOUSE,
            phones=[phone("07700900902", call=True)],
            diversity={"language": "Tigrinya", "interpreter": True, "nationality": "Eritrean"},
        )
    ],
    perpetrators=[
        person(
            "Dawit Mengistu",
            "1990-05-15",
            home("Room 8, Station Hotel, Ferrybridge", "ZZ58 8SH"),
            relationship_to_victim="Husband by religious marriage",
        )
    ],
    children=[child("Ruta Dawit", "2022-11-12")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["tyre lever"],
    accept={
        "victims[0].phones[0].safe_to_call": [None],
        "children[0].lives_with": ["victim"],
        "children[0].address": [HOUSE],
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "perpetrators[0].relationship_to_victim": ["Husband"],
    },
)
