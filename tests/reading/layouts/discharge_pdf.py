"""A discharge team's flat PDF: numbered boxes down the page, the label and the answer on one line in each."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import home, person, phone, referral

SOURCE = "discharge.pdf"

ROWS = (
    "1  Patient: Wilfred Amos TEAGUE",
    "2  Born: 30 March 1939",
    "3  Discharge address: Larkrise Nursing Home, 2 Hythe Road, Pendrift, ZZ72 2HR (family must not be told)",
    "4  Home before admission: 51 Staithe Street, Pendrift, ZZ72 1SS",
    "5  Patient's phone: none of his own",
    "6  Person alleged to have harmed patient: Lorraine TEAGUE (daughter-in-law)",
    "7  Born: 12 August 1970",
    "8  Lives: 51 Staithe Street, Pendrift, ZZ72 1SS",
    "9  Phone: 07700 900311",
    "10 Reported by: Kofi Danso, Discharge Coordinator, Pendrift Community Hospital",
    "11 Reporter's phone: 01632 960312",
    "12 Reported on: 8 April 2026",
    "13 Does patient agree to MARAC? Yes",
)


def document() -> bytes:
    drawn = [words(50, 800, "Pendrift Community Hospital: discharge concern for Pendrift MARAC", 13, bold=True)]
    for n, row in enumerate(ROWS):
        drawn += [box(50, 760 - 24 * n, 495, 22), words(56, 767 - 24 * n, row, 9)]
    drawn += [
        words(50, 430, "Concern", 11, bold=True),
        words(
            50,
            414,
            "Mr Teague was brought in dehydrated with marks of a cord at both wrists. He begged the ward not to",
            9,
        ),
        words(50, 401, "ring home. Lorraine told the sister that he would be tied in the car if he was difficult.", 9),
    ]
    return pdf(page(*drawn))


TRUTH = referral(
    SOURCE,
    case_area="Pendrift",
    referral_date="2026-04-08",
    referrer={
        "agency": "Pendrift Community Hospital",
        "name": "Kofi Danso",
        "role": "Discharge Coordinator",
        "phones": ["01632960312"],
    },
    victims=[
        person(
            "Wilfred Amos Teague",
            "1939-03-30",
            home("Larkrise Nursing Home, 2 Hythe Road, Pendrift", "ZZ72 2HR", secret=True),
            home("51 Staithe Street, Pendrift", "ZZ72 1SS", "previous"),
        )
    ],
    perpetrators=[
        person(
            "Lorraine Teague",
            "1970-08-12",
            home("51 Staithe Street, Pendrift", "ZZ72 1SS"),
            phones=[phone("07700900311")],
            relationship_to_victim="daughter-in-law",
        )
    ],
    consent={"consent_given": True},
    must_include=["marks of a cord"],
    accept={"perpetrators[0].relationship_to_victim": [None], "victims[0].gender": ["male"]},
)
