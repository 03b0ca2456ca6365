"""A fillable PDF of a victims' service: named fields without tips, sections printed, yes and no as two boxes each."""

from tests.reading.layouts.pdfs import check_field, page, pdf, text_field, words
from tests.reading.truth import home, person, phone, referral

SOURCE = "two-boxes-fillable.pdf"

ROWS = (
    (772, "Caseworker", "cw_name", "Leon Abara"),
    (750, "Service", "cw_service", "Vale Victim Support"),
    (728, "Caseworker phone", "cw_phone", "01632 960351"),
    (706, "Referral date", "ref_date", "02/04/2026"),
    (656, "Name", "v_name", "Ottilie Frayne"),
    (634, "Date of birth", "v_dob", "28/02/1979"),
    (612, "Address", "v_addr", "Hidden Cottage, Mill Hollow, Valeford, ZZ74 1MH"),
    (590, "Phone", "v_phone", "07700 900352"),
    (500, "Name", "p_name", "Alistair Frayne"),
    (478, "Date of birth", "p_dob", "19/09/1975"),
    (456, "Address", "p_addr", "The Manor, Valeford, ZZ74 9TM"),
    (434, "Relationship", "p_rel", "Estranged husband"),
    (
        340,
        "Summary",
        "summary",
        "Alistair has hired two men to find her and sent a wreath to her solicitor with her name on it.",
    ),
)
CHOICES = (
    (568, "Address to be kept confidential", True),
    (546, "Safe to call", False),
    (390, "Knows of referral", True),
    (368, "Consents", True),
)


def document() -> bytes:
    printed = [words(50, 805, "Valeford MARAC referral", 14, bold=True)]
    printed += [words(50, 684, "Victim", 12, bold=True), words(50, 522, "Perpetrator", 12, bold=True)]
    printed += [words(50, 412, "Consent", 12, bold=True)]
    printed += [words(50, y, label, 9) for y, label, _, _ in ROWS]
    fields = [text_field(200, y - 3, name, value) for y, _, name, value in ROWS]
    for n, (y, label, yes) in enumerate(CHOICES):
        printed += [words(50, y, label, 9), words(240, y, "Yes", 9), words(300, y, "No", 9)]
        fields += [
            check_field(222, y - 2, f"q{n}_yes", None, full=yes),
            check_field(282, y - 2, f"q{n}_no", None, full=not yes),
        ]
    return pdf(page(*printed), fields={0: fields})


TRUTH = referral(
    SOURCE,
    case_area="Valeford",
    referral_date="2026-04-02",
    referrer={
        "agency": "Vale Victim Support",
        "name": "Leon Abara",
        "role": "Caseworker",
        "phones": ["01632960351"],
    },
    victims=[
        person(
            "Ottilie Frayne",
            "1979-02-28",
            home("Hidden Cottage, Mill Hollow, Valeford", "ZZ74 1MH", secret=True),
            phones=[phone("07700900352", call=False)],
        )
    ],
    perpetrators=[
        person(
            "Alistair Frayne",
            "1975-09-19",
            home("The Manor, Valeford", "ZZ74 9TM"),
            relationship_to_victim="Estranged husband",
        )
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["hired two men"],
    accept={"referrer.role": [None], "victims[0].phones[0].safe_to_leave_message": [False]},
)
