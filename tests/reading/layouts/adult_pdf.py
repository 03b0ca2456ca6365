"""A council's adult team: a flat PDF of two pages, label and answer on one line with wide gaps."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import home, person, phone, referral

SOURCE = "adult-team.pdf"
FIRST = (
    ("Thornley Council Adult Safeguarding", None),
    ("Referral to Thornley MARAC", None),
    ("Social worker", "Beatrice Nunn"),
    ("Telephone", "01632 960922"),
    ("Date of referral", "24/08/2026"),
    ("ADULT AT RISK", None),
    ("Surname", "Fairweather"),
    ("First names", "Cyril Albert"),
    ("Date of birth", "19/02/1936"),
    ("Address", "3 Bakehouse Yard, Thornley, ZZ69 3BY"),
    ("Telephone number", "01632 960923"),
    ("Safe to telephone", "No - son answers"),
    ("Communication needs", "Hard of hearing"),
)
SECOND = (
    ("PERSON ALLEGED TO HAVE CAUSED HARM", None),
    ("Surname", "Fairweather"),
    ("First names", "Neil"),
    ("Date of birth", "03/10/1964"),
    ("Address", "3 Bakehouse Yard, Thornley, ZZ69 3BY"),
    ("Relationship to adult at risk", "Son"),
    ("Mobile", "07700 900924"),
    ("REFERRAL", None),
    ("Professional judgement", "Yes"),
    ("Adult at risk aware of referral", "Yes"),
    ("Adult at risk consents to referral", "No"),
    ("Details of concern", "Neil keeps the heating off and has pushed Cyril down the back step."),
)


def drawn(rows) -> str:
    drawing = []
    for number, (label, answer) in enumerate(rows):
        y = 790 - 26 * number
        drawing.append(words(50, y, label, bold=answer is None))
        if answer:
            drawing.append(words(240, y, answer))
    return page(*drawing)


def document() -> bytes:
    return pdf(drawn(FIRST), drawn(SECOND))


YARD = home("3 Bakehouse Yard, Thornley", "ZZ69 3BY")
TRUTH = referral(
    SOURCE,
    case_area="Thornley",
    referral_date="2026-08-24",
    referrer={
        "agency": "Thornley Council Adult Safeguarding",
        "name": "Beatrice Nunn",
        "role": "Social worker",
        "phones": ["01632960922"],
    },
    victims=[person("Cyril Albert Fairweather", "1936-02-19", YARD, phones=[phone("01632960923", call=False)])],
    perpetrators=[
        person("Neil Fairweather", "1964-10-03", YARD, phones=[phone("07700900924")], relationship_to_victim="Son")
    ],
    criteria={"professional_judgement": True},
    consent={"victim_aware": True, "consent_given": False},
    must_include=["pushed Cyril down the back step"],
)
