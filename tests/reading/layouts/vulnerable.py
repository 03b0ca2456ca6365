"""A Scottish police concern report, a flat PDF of ruled boxes: complainer and accused, labels above answers."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "concern-report.pdf"
BOXES = (
    ("Concern report: domestic", (("Incident number", "PS-20260211-0412"), ("Date of incident", "11/02/2026"))),
    (
        "Reporting officer",
        (("Rank and name", "PC Struan Geddes"), ("Station", "Portcraig"), ("Telephone", "01632 960177")),
    ),
    (
        "Complainer",
        (("Surname", "MUIRHEAD"), ("Forename(s)", "Ailsa Jane"), ("Date of birth", "30/05/1993")),
    ),
    ("", (("Address", "Flat 1/2, 9 Harbour Wynd, Portcraig, ZZ39 9HW"), ("Contact telephone", "07700 900171"))),
    ("", (("Safe contact?", "Yes, before 1700 hours"), ("Voicemail safe?", "No"))),
    (
        "Accused",
        (("Surname", "BISSETT"), ("Forename(s)", "Craig"), ("Date of birth", "14/01/1987")),
    ),
    ("", (("Address", "44 Shore Street, Portcraig, ZZ39 4SS"), ("Relationship to complainer", "Ex-partner"))),
    ("Children", (("Name", "Rory Bissett"), ("Date of birth", "02/08/2019"), ("Lives with", "Complainer"))),
    ("Consent to share", (("Complainer informed?", "Yes"), ("Complainer agrees?", "Yes"), ("DAQ score", "18"))),
    ("Circumstances", (("Account", "The accused forced the door and struck the complainer with a pan."),)),
)


def document() -> bytes:
    drawing, y = [], 790
    for title, cells in BOXES:
        if title:
            drawing.append(words(40, y, title, 11, bold=True))
            y -= 8
        width = 510 / len(cells)
        for number, (label, answer) in enumerate(cells):
            x = 40 + number * width
            drawing.append(box(x, y - 34, width, 34))
            drawing.append(words(x + 4, y - 11, label, 7))
            drawing.append(words(x + 4, y - 27, answer, 10))
        y -= 56
    return pdf(page(*drawing))


TRUTH = referral(
    SOURCE,
    referral_date=None,
    referrer={"agency": "Portcraig", "name": "Struan Geddes", "role": "PC", "phones": ["01632960177"]},
    victims=[
        person(
            "Ailsa Jane Muirhead",
            "1993-05-30",
            home("Flat 1/2, 9 Harbour Wynd, Portcraig", "ZZ39 9HW"),
            phones=[phone("07700900171", call=True, message=False)],
        )
    ],
    perpetrators=[
        person(
            "Craig Bissett",
            "1987-01-14",
            home("44 Shore Street, Portcraig", "ZZ39 4SS"),
            relationship_to_victim="Ex-partner",
        )
    ],
    children=[child("Rory Bissett", "2019-08-02", lives_with="Complainer")],
    checklist={"score_stated": 18},
    consent={"victim_aware": True, "consent_given": True},
    crime_refs=["PS-20260211-0412"],
    must_include=["struck the complainer with a pan"],
    accept={
        "referral_date": ["2026-02-11"],
        "referrer.agency": ["Police", None],
        "referrer.role": [None],
        "children[0].lives_with": ["victim"],
        "children[0].address": [home("Flat 1/2, 9 Harbour Wynd, Portcraig", "ZZ39 9HW")],
    },
)
