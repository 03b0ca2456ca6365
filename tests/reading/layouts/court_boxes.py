"""A court advocate's flat PDF: small labels at the top left of ruled boxes, the answer in larger print beneath."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "court-boxes.pdf"


def _box(x: float, y: float, width: float, label: str, value: str) -> str:
    return page(box(x, y, width, 34), words(x + 3, y + 24, label, 7), words(x + 6, y + 7, value, 11))


DRAWN = page(
    words(50, 800, "Specialist Domestic Abuse Court - referral to Castlemere MARAC", 14, bold=True),
    words(50, 778, "Complainant", 11, bold=True),
    _box(50, 736, 200, "Full name", "Siobhan Marie Devlin"),
    _box(250, 736, 120, "Date of birth", "07/07/1992"),
    _box(370, 736, 170, "Telephone", "07700 900441"),
    _box(50, 702, 320, "Address", "2 Assize Row, Castlemere, ZZ54 2AR"),
    _box(370, 702, 170, "Can we ring this number?", "Yes"),
    words(50, 684, "Defendant", 11, bold=True),
    _box(50, 642, 200, "Full name", "Patrick Joseph Gallen"),
    _box(250, 642, 120, "Date of birth", "29/11/1988"),
    _box(370, 642, 170, "Relationship to complainant", "Ex-partner"),
    _box(50, 608, 490, "Bail address", "Unit 6, Hulks Wharf, Castlemere, ZZ54 6HW"),
    words(50, 590, "Children", 11, bold=True),
    _box(50, 548, 200, "Name", "Cormac Gallen"),
    _box(250, 548, 120, "Date of birth", "15/04/2022"),
    _box(370, 548, 170, "Lives with", "Complainant"),
    words(50, 530, "Referrer", 11, bold=True),
    _box(50, 488, 200, "Name", "Aoife Brannigan"),
    _box(250, 488, 120, "Post", "Court advocate"),
    _box(370, 488, 170, "Agency", "Castlemere Court IDVA"),
    _box(50, 454, 200, "Telephone", "01632 960442"),
    _box(250, 454, 120, "Date", "18/02/2026"),
    _box(370, 454, 170, "Complainant consents?", "Yes"),
    words(50, 436, "Why this case is high risk", 11, bold=True),
    words(
        50, 420, "In the court corridor Mr Gallen drew a finger across his throat and mouthed the date of the trial."
    ),
    words(50, 406, "Bail was varied on 16 February and the tag was found cut off in the canal the same night."),
)


def document() -> bytes:
    return pdf(DRAWN)


ROW = home("2 Assize Row, Castlemere", "ZZ54 2AR")
TRUTH = referral(
    SOURCE,
    case_area="Castlemere",
    referral_date="2026-02-18",
    referrer={
        "agency": "Castlemere Court IDVA",
        "name": "Aoife Brannigan",
        "role": "Court advocate",
        "phones": ["01632960442"],
    },
    victims=[person("Siobhan Marie Devlin", "1992-07-07", ROW, phones=[phone("07700900441", call=True)])],
    perpetrators=[
        person(
            "Patrick Joseph Gallen",
            "1988-11-29",
            home("Unit 6, Hulks Wharf, Castlemere", "ZZ54 6HW", "bail"),
            relationship_to_victim="Ex-partner",
        )
    ],
    children=[child("Cormac Gallen", "2022-04-15", lives_with="victim")],
    consent={"consent_given": True},
    must_include=["finger across his throat"],
    accept={
        "children[0].address": [ROW],
        "children[0].lives_with": ["Complainant"],
    },
)
