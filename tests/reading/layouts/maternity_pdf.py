"""A maternity unit's fillable PDF: printed labels left of each field, one for each half of a name, a due date."""

from tests.reading.layouts.pdfs import check_field, page, pdf, text_field, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "maternity-fillable.pdf"

ROWS = (
    (770, "Booking midwife", "Fionnuala Keane"),
    (748, "Unit", "Ravenmoor Maternity Unit"),
    (726, "Unit telephone", "01632 960191"),
    (704, "Today's date", "09/02/2026"),
    (660, "Woman's forename", "Precious"),
    (638, "Woman's surname", "Ndlovu"),
    (616, "Woman's date of birth", "27/06/1998"),
    (594, "NHS number", "943 476 5919"),
    (572, "Expected date of delivery", "30/05/2026"),
    (550, "Woman's address", "Room 3, 18 Drovers Way, Ravenmoor, ZZ65 8DW"),
    (528, "Woman's mobile", "07700 900192"),
    (484, "Partner's forename", "Blessing"),
    (462, "Partner's surname", "Moyo"),
    (440, "Partner's date of birth", "12/12/1994"),
    (418, "Partner's address", "As woman's"),
    (352, "Disclosure made", "He kicked her bump after the scan and said that it would be a boy or nothing."),
)


def document() -> bytes:
    printed = [words(50, 805, "Ravenmoor MARAC - referral from maternity", 13, bold=True)]
    printed += [words(50, y, label, 9) for y, label, _ in ROWS]
    printed += [
        words(50, 682, "THE WOMAN (VICTIM)", 10, bold=True),
        words(50, 506, "THE PARTNER (ALLEGED PERPETRATOR)", 10, bold=True),
        words(50, 396, "Mobile is safe to call", 9),
        words(50, 374, "Woman consents to referral", 9),
    ]
    fields = [text_field(220, y - 3, f"tx{n}", value) for n, (y, _, value) in enumerate(ROWS)]
    fields += [
        check_field(220, 394, "cb1", None, full=False),
        check_field(220, 372, "cb2", None, full=True),
    ]
    return pdf(page(*printed), fields={0: fields})


DROVERS = home("Room 3, 18 Drovers Way, Ravenmoor", "ZZ65 8DW")
TRUTH = referral(
    SOURCE,
    case_area="Ravenmoor",
    referral_date="2026-02-09",
    referrer={
        "agency": "Ravenmoor Maternity Unit",
        "name": "Fionnuala Keane",
        "role": "Booking midwife",
        "phones": ["01632960191"],
    },
    victims=[
        person(
            "Precious Ndlovu",
            "1998-06-27",
            DROVERS,
            phones=[phone("07700900192")],
            nhs_number="9434765919",
        )
    ],
    perpetrators=[person("Blessing Moyo", "1994-12-12", DROVERS)],
    children=[child("", unborn=True, edd="2026-05-30")],
    consent={"consent_given": True},
    must_include=["kicked her bump"],
    accept={
        "victims[0].diversity.pregnant": [True],
        "perpetrators[0].relationship_to_victim": ["Partner"],
        "victims[0].phones[0].safe_to_call": [False],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "referrer.role": [None, "midwife"],
    },
)
TRUTH["children"][0].update(surname=None, forenames=None)
