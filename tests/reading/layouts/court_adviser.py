"""A court adviser's flat PDF: one ruled table of four columns under shaded bars, ticks beside the grounds."""

from tests.reading.layouts.pdfs import box, page, pdf, words
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "court-adviser.pdf"
ROWS = (
    ("COURT IDVA REFERRAL TO WESTERDALE MARAC",),
    ("Name of IDVA", "Cordelia Banks", "Service", "Westerdale Court IDVA Service"),
    ("Telephone", "01632 960941", "Date", "11/12/2025"),
    ("DETAILS OF CLIENT",),
    ("Name", "Yvonne Tandy", "Date of birth", "21/04/1981"),
    ("Address", "Flat 7, Mill Wharf, Westerdale ZZ61 7MW", "Mobile", "07700 900942"),
    ("Safe to leave a voicemail?", "Yes", "Safe to ring?", "Yes"),
    ("Ethnicity", "White Irish", "GP", "Wharf Surgery"),
    ("DETAILS OF DEFENDANT",),
    ("Name", "Gerard Tandy", "Date of birth", "03/03/1979"),
    ("Address", "Bailed to 88 Cinder Lane, Westerdale ZZ61 8CL", "Relationship to client", "Estranged husband"),
    ("Next hearing", "06/01/2026, Westerdale Magistrates", "Charges", "Assault, criminal damage"),
    ("CHILDREN",),
    ("Name", "Date of birth", "Living with", "School"),
    ("Callum Tandy", "15/05/2013", "Client", "Westerdale High"),
    ("Erin Tandy", "29/08/2016", "Client", "Mill Primary"),
    ("REASON FOR REFERRAL",),
    ("Visible high risk", "X", "Number of ticks", "17"),
    ("Professional judgement", "", "Repeat within 12 months", "X"),
    ("Client aware", "Yes", "Client consents", "Yes"),
    ("Who is client afraid of?", "Gerard and his nephew Lee Tandy", "Crime number", "WD/25/77120"),
)


def document() -> bytes:
    drawn, y = [], 790.0
    for row in ROWS:
        widths = (520,) if len(row) == 1 else (110, 160, 110, 140)
        x = 38.0
        for n, (width, cell) in enumerate(zip(widths, row, strict=True)):
            drawn += [box(x, y, width, 22), words(x + 3, y + 7, cell, 8, bold=n % 2 == 0)]
            x += width
        y -= 22
    drawn.append(words(38, y - 4, "SUMMARY", 10, bold=True))
    drawn.append(
        words(
            38,
            y - 20,
            "Gerard rang the court to ask which door she would leave by. He has cut the brakes of her bicycle.",
            9,
        )
    )
    return pdf(page(*drawn))


TRUTH = referral(
    SOURCE,
    case_area="Westerdale",
    referral_date="2025-12-11",
    referrer={"agency": "Westerdale Court IDVA Service", "name": "Cordelia Banks", "phones": ["01632960941"]},
    victims=[
        person("Yvonne Tandy", "1981-04-21", home("Flat 7, Mill Wharf, Westerdale", "ZZ61 7MW"),
               phones=[phone("07700900942", call=True, message=True)], gp="Wharf Surgery",
               diversity={"ethnicity": "White Irish"})
    ],
    perpetrators=[
        person("Gerard Tandy", "1979-03-03", home("88 Cinder Lane, Westerdale", "ZZ61 8CL", "bail"),
               relationship_to_victim="Estranged husband")
    ],
    children=[
        child("Callum Tandy", "2013-05-15", lives_with="victim", school="Westerdale High"),
        child("Erin Tandy", "2016-08-29", lives_with="victim", school="Mill Primary"),
    ],
    others=[other("Lee Tandy", "nephew of perpetrator", "possible threat")],
    criteria={"visible_high_risk": True, "professional_judgement": False, "repeat": True},
    checklist={"score_stated": 17},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True},
    views={"afraid_of": "Gerard and his nephew Lee Tandy"},
    crime_refs=["WD/25/77120"],
    must_include=["rang the court to ask which door"],
    accept={
        "referrer.role": ["IDVA"], "victims[0].diversity.bme": [True, False],
        "children[0].lives_with": ["Client"], "children[1].lives_with": ["Client"],
        "children[0].address": [home("Flat 7, Mill Wharf, Westerdale", "ZZ61 7MW")],
        "children[1].address": [home("Flat 7, Mill Wharf, Westerdale", "ZZ61 7MW")],
    },
)  # fmt: skip
