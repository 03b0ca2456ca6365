"""A school's safeguarding log printed to Word: bold leads run into the text, and the parents as linked adults."""

from tests.reading.markup import head, p, r, tbl, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "school-log.docx"

PARTS = (
    head("Safeguarding record: referral to MARAC (Pendleworth)"),
    p(r("Record made by ", "b"), "Gwen Attwood, Deputy Designated Safeguarding Lead, Millrace Junior School"),
    p(r("Made on ", "b"), "Wednesday 6 May 2026 at 15:40"),
    p(r("Contact ", "b"), "01632 960555, g.attwood@millrace.example.org"),
    head("Pupils linked to this record"),
    tbl(
        tr("Pupil", "Year", "Born", "Home"),
        tr("Kian OYELARAN", "5", "19/01/2016", "with mother"),
        tr("Temi OYELARAN", "3", "02/09/2017", "with mother"),
    ),
    head("Adults linked to this record"),
    tbl(
        tr("Adult", "Link", "Born", "Address", "Phone"),
        tr(
            "Ronke OYELARAN",
            "Mother, victim",
            "28/03/1986",
            "5 Tenter Croft, Pendleworth, ZZ53 5TC",
            "07700 900556 (safe to call 9 to 3)",
        ),
        tr(
            "Femi OYELARAN",
            "Father, alleged perpetrator",
            "11/07/1982",
            "44 Fulling Lane, Pendleworth, ZZ53 4FL",
            "07700 900557",
        ),
    ),
    head("What was disclosed"),
    p("Temi told her teacher that daddy had put mummy's head in the bath and held it there until she stopped kicking."),
    head("Has the parent been told, and do they agree?"),
    p("Mum was told and agrees."),
)


def document() -> bytes:
    return word(*PARTS)


CROFT = home("5 Tenter Croft, Pendleworth", "ZZ53 5TC")
TRUTH = referral(
    SOURCE,
    case_area="Pendleworth",
    referral_date="2026-05-06",
    referrer={
        "agency": "Millrace Junior School",
        "name": "Gwen Attwood",
        "role": "Deputy Designated Safeguarding Lead",
        "phones": ["01632960555"],
        "email": "g.attwood@millrace.example.org",
    },
    victims=[person("Ronke Oyelaran", "1986-03-28", CROFT, phones=[phone("07700900556", call=True)])],
    perpetrators=[
        person(
            "Femi Oyelaran",
            "1982-07-11",
            home("44 Fulling Lane, Pendleworth", "ZZ53 4FL"),
            phones=[phone("07700900557")],
        )
    ],
    children=[
        child("Kian Oyelaran", "2016-01-19", lives_with="victim"),
        child("Temi Oyelaran", "2017-09-02", lives_with="victim"),
    ],
    must_include=["mummy's head in the bath"],
    accept={
        "children[0].lives_with": ["mother"],
        "children[1].lives_with": ["mother"],
        "children[0].address": [CROFT],
        "children[1].address": [CROFT],
        "children[0].school": ["Millrace Junior School"],
        "children[1].school": ["Millrace Junior School"],
        "perpetrators[0].relationship_to_victim": ["Father", "Father of the children"],
        "consent.victim_aware": [True],
        "consent.consent_given": [True],
        "perpetrators[0].gender": ["male"],
        "victims[0].gender": ["female"],
    },
)
