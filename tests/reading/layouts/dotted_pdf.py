"""A constabulary's flat PDF with dotted lines to write on, two labels a line."""

from tests.reading.layouts.pdfs import box, cross_out, page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "dotted-lines.pdf"


def _line(y: float, *pairs: tuple[float, str, float, str]) -> list[str]:
    drawn = []
    for x, label, start, value in pairs:
        drawn += [words(x, y, label, 9, bold=True), words(start, y + 1, value, 10), cross_out(start, y - 2, 150)]
    return drawn


def _tick(x: float, y: float, label: str, *, full: bool) -> list[str]:
    return [box(x, y, 9, 9), words(x + 14, y + 1, label, 9), *([words(x + 1.5, y + 1, "X", 9)] if full else [])]


def document() -> bytes:
    drawn = [words(150, 805, "Tarnshire Constabulary: MARAC Referral", 14, bold=True)]
    drawn += _line(775, (40, "Officer:", 110, "PC Niamh Aldous"), (310, "Collar no:", 380, "2290"))
    drawn += _line(755, (40, "Station:", 110, "Tarnbridge"), (310, "Tel:", 380, "01632 960851"))
    drawn += _line(735, (40, "Date:", 110, "12/06/2026"), (310, "Crime no:", 380, "TC/26/30417"))
    drawn.append(words(40, 710, "Victim", 12, bold=True))
    drawn += _line(690, (40, "Surname:", 110, "Kaminski"), (310, "Forenames:", 380, "Ewelina"))
    drawn += _line(670, (40, "D.O.B:", 110, "05/12/1983"), (310, "Gender:", 380, "Female"))
    drawn += _line(650, (40, "Address:", 110, "73 Moss Lane, Tarnbridge, ZZ53 7ML"))
    drawn += _line(630, (40, "Mobile:", 110, "07700 900852"), (310, "Safe to call:", 380, "Yes, mornings"))
    drawn.append(words(40, 605, "Offender", 12, bold=True))
    drawn += _line(585, (40, "Surname:", 110, "Kaminski"), (310, "Forenames:", 380, "Piotr"))
    drawn += _line(565, (40, "D.O.B:", 110, "21/10/1980"), (310, "Relationship:", 380, "Husband"))
    drawn += _line(545, (40, "Address:", 110, "Room 4, 11 Gas Street, Tarnbridge, ZZ53 1GS"))
    drawn += _line(525, (40, "Mobile:", 110, "07700 900853"), (310, "Bail conditions:", 390, "Not to contact"))
    drawn.append(words(40, 500, "Children", 12, bold=True))
    drawn += _line(480, (40, "Name:", 110, "Julia Kaminska"), (310, "D.O.B:", 380, "17/01/2012"))
    drawn += _line(460, (40, "Name:", 110, "Oskar Kaminski"), (310, "D.O.B:", 380, "02/09/2017"))
    drawn.append(words(40, 435, "Criteria", 12, bold=True))
    drawn += _tick(40, 415, "High risk", full=True) + _tick(150, 415, "Professional judgement", full=False)
    drawn += _tick(300, 415, "Escalation", full=True) + _tick(400, 415, "Repeat", full=False)
    drawn += _line(395, (40, "DASH score:", 110, "19"))
    drawn.append(words(40, 370, "Consent", 12, bold=True))
    drawn += [words(40, 350, "Victim aware of referral", 9)]
    drawn += _tick(200, 349, "Yes", full=True) + _tick(250, 349, "No", full=False)
    drawn += [words(40, 332, "Victim consents to referral", 9)]
    drawn += _tick(200, 331, "Yes", full=False) + _tick(250, 331, "No", full=True)
    drawn.append(words(40, 305, "Circumstances", 12, bold=True))
    drawn.append(
        words(40, 287, "Offender drove at victim as she crossed Moss Lane with Oskar and mounted the kerb.", 10)
    )
    return pdf(page(*drawn))


TRUTH = referral(
    SOURCE,
    case_area="Tarnshire",
    referral_date="2026-06-12",
    referrer={"agency": "Tarnshire Constabulary", "name": "Niamh Aldous", "role": "PC", "phones": ["01632960851"]},
    victims=[
        person("Ewelina Kaminski", "1983-12-05", home("73 Moss Lane, Tarnbridge", "ZZ53 7ML"),
               phones=[phone("07700900852", call=True)], gender="female")
    ],
    perpetrators=[
        person("Piotr Kaminski", "1980-10-21", home("Room 4, 11 Gas Street, Tarnbridge", "ZZ53 1GS"),
               phones=[phone("07700900853")], relationship_to_victim="Husband")
    ],
    children=[child("Julia Kaminska", "2012-01-17"), child("Oskar Kaminski", "2017-09-02")],
    criteria={"visible_high_risk": True, "professional_judgement": False, "potential_escalation": True,
              "repeat": False},
    checklist={"score_stated": 19},
    consent={"victim_aware": True, "consent_given": False},
    crime_refs=["TC/26/30417"],
    must_include=["drove at victim as she crossed Moss Lane"],
    accept={
        "case_area": [None, "Tarnshire Constabulary"], "referrer.name": ["PC Niamh Aldous"], "referrer.role": [None],
        "referrer.agency": ["Tarnbridge", "Tarnshire Constabulary, Tarnbridge"], "previous.this_marac": [False],
    },
)  # fmt: skip
