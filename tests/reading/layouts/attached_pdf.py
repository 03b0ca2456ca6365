"""A mail with a flat PDF: it tells of a move to an address that nobody may know, and of a number no longer safe."""

from tests.reading.documents import mail
from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "moved-to-sister.eml"

ROWS = (
    (760, "Area", "Westmoor"),
    (742, "Completed on", "30 May 2025"),
    (724, "Completed by", "Sam Okoro, Harbour Trust, Drop-in Worker"),
    (706, "Telephone", "01632 960641"),
    (670, "Full name", "Natasha Quill"),
    (652, "Date of birth", "21/01/1998"),
    (634, "Address", "10 Slipway Close, Westmoor, ZZ1 1SC"),
    (616, "Telephone", "07700 900642 - safe to call"),
    (580, "Full name", "Jordan Lee Hobbs"),
    (562, "Date of birth", "02/02/1995"),
    (544, "Address", "10 Slipway Close, Westmoor, ZZ1 1SC"),
    (526, "Relationship", "Boyfriend"),
    (490, "Name and age", "Ivy Hobbs, 2"),
)
TITLES = ((690, "Client"), (600, "Abuser"), (508, "Children"), (470, "Summary of risk"))


def _form() -> bytes:
    drawn = [words(50, 800, "Westmoor MARAC referral", 14, bold=True)]
    drawn += [words(50, y, title, 11, bold=True) for y, title in TITLES]
    drawn += [piece for y, label, value in ROWS for piece in (words(50, y, label), words(190, y, value))]
    drawn += [
        words(50, 452, "Jordan kicked her in the stomach on the stairs and counted out loud while he did it. He has"),
        words(50, 438, "asked her mother twice where she sleeps."),
    ]
    return pdf(page(*drawn))


TEXT = """Dear all,

Form attached. Two things have changed since I filled it in on Friday:

1. Natasha and Ivy left on Sunday. They are now at 3 Tollgate Cottages, Overmoor, ZZ60 3TC. This address must not be
given to anybody, and must not go in the minutes.
2. Jordan has her old phone. Please do not use 07700 900642. Her new number is 07700 900643, which is safe to call.

She knows about the referral and has agreed.

Kind regards
Sam Okoro
Drop-in Worker
Harbour Trust
"""


def document() -> bytes:
    return mail(TEXT, ("westmoor-referral.pdf", _form()))


TOLLGATE = home("3 Tollgate Cottages, Overmoor", "ZZ60 3TC", secret=True)
SLIPWAY = home("10 Slipway Close, Westmoor", "ZZ1 1SC")
TRUTH = referral(
    SOURCE,
    case_area="Westmoor",
    referral_date="2025-05-30",
    referrer={
        "agency": "Harbour Trust",
        "name": "Sam Okoro",
        "role": "Drop-in Worker",
        "phones": ["01632960641"],
        "email": "s.okoro@harbourtrust.example.org",
    },
    victims=[
        person(
            "Natasha Quill",
            "1998-01-21",
            TOLLGATE,
            home("10 Slipway Close, Westmoor", "ZZ1 1SC", "previous"),
            phones=[phone("07700900642", call=False), phone("07700900643", call=True)],
        )
    ],
    perpetrators=[person("Jordan Lee Hobbs", "1995-02-02", SLIPWAY, relationship_to_victim="Boyfriend")],
    children=[child("Ivy Hobbs", age_stated=2)],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["counted out loud"],
    accept={
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "victims[0].phones[0].safe_to_leave_message": [False],
        "children[0].address": [TOLLGATE, SLIPWAY],
        "children[0].lives_with": ["victim"],
        "victims[0].addresses[0]": [TOLLGATE],
    },
)
