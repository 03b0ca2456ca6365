"""An emergency department's notification: a flat PDF, labels in one column and answers in another, no rules."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "ed-notification.pdf"
ROWS = (
    ("NORTH HARBOUR NHS TRUST", None),
    ("Emergency Department: MARAC notification", None),
    ("To", "Harbourside MARAC"),
    ("Attendance date", "02/02/2026"),
    ("Completed by", "Staff Nurse Femi Adebayo"),
    ("Extension / direct dial", "01632 960641"),
    ("PATIENT DETAILS", None),
    ("Patient name", "SORENSEN, Ingrid"),
    ("Hospital no.", "H445120"),
    ("NHS no.", "943 476 5919"),
    ("D.O.B.", "17/10/1989"),
    ("Address", "6 Beacon Flats, Harbourside, ZZ33 6BF"),
    ("Tel (mobile)", "07700 900644"),
    ("OK to phone patient?", "N - assailant has handset"),
    ("Registered GP", "Beacon Practice"),
    ("Next of kin", "Solveig Sorensen (mother) 01632 960642"),
    ("ALLEGED ASSAILANT", None),
    ("Name", "MCGRATH, Lee"),
    ("D.O.B.", "c. 1985"),
    ("Address", "As patient"),
    ("Relationship to patient", "Boyfriend"),
    ("CHILDREN AT ADDRESS", None),
    ("Name / DOB", "Freya Sorensen 08/07/2018"),
    ("RISK AND CONSENT", None),
    ("DASH score", "15"),
    ("Patient aware of notification?", "Y"),
    ("Patient consents?", "N"),
    ("Presenting injuries / history", "Fractured cheekbone. Says she was struck with a torch."),
)


def document() -> bytes:
    drawing = []
    for number, (label, answer) in enumerate(ROWS):
        y = 800 - 22 * number
        drawing.append(words(50, y, label, bold=answer is None))
        if answer:
            drawing.append(words(230, y, answer))
    return pdf(page(*drawing))


BEACON = home("6 Beacon Flats, Harbourside", "ZZ33 6BF")
TRUTH = referral(
    SOURCE,
    case_area="Harbourside",
    referral_date=None,
    referrer={
        "agency": "North Harbour NHS Trust",
        "name": "Femi Adebayo",
        "role": "Staff Nurse",
        "phones": ["01632960641"],
    },
    victims=[
        person(
            "Ingrid Sorensen",
            "1989-10-17",
            BEACON,
            phones=[phone("07700900644", call=False)],
            nhs_number="9434765919",
            gp="Beacon Practice",
        )
    ],
    perpetrators=[person("Lee McGrath", None, BEACON, relationship_to_victim="Boyfriend")],
    children=[child("Freya Sorensen", "2018-07-08")],
    others=[
        {
            "name": "Solveig Sorensen",
            "relationship": "mother",
            "role": "next of kin",
            "phones": [phone("01632960642")],
            "address": None,
            "note": None,
        }
    ],
    checklist={"score_stated": 15},
    consent={"victim_aware": True, "consent_given": False},
    must_include=["struck with a torch"],
    accept={
        "referral_date": ["2026-02-02"],
        "referrer.agency": ["North Harbour NHS Trust, Emergency Department", "Emergency Department"],
        "referrer.name": ["Staff Nurse Femi Adebayo"],
        "referrer.role": [None],
        "others": [[]],
        "children[0].address": [BEACON],
        "children[0].lives_with": ["victim"],
        "victims[0].phones[0].safe_to_text": [False],
        "victims[0].phones[0].safe_to_leave_message": [False],
    },
)
