"""A probation notice: it begins with the one who harms, and speaks of the victim as a partner at risk."""

from tests.reading.markup import check, head, p, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "probation-notice.docx"


PARTS = (
    head("Probation Service: notification to Thornmouth MARAC"),
    tbl(
        tr(tc("Person on probation (perpetrator of domestic abuse)", span=4)),
        tr("Family name", "SALTER", "Given names", "Dean Robert"),
        tr("Date of birth", "08.11.1985", "Release date", "19 March 2026"),
        tr("Release address", tc("Pinewood Approved Premises, 4 Chapel Bank, Thornmouth, ZZ51 4CB", span=3)),
        tr("Licence conditions", tc("Not to contact Ms Wyatt, exclusion zone around Thornmouth harbour", span=3)),
    ),
    p(""),
    tbl(
        tr(tc("Partner or ex-partner believed to be at risk", span=4)),
        tr("Family name", "WYATT", "Given names", "Leanne"),
        tr("Date of birth", "22.02.1990", "Relationship", "Former partner"),
        tr("Address", tc("Withheld from offender: 16 Net Loft Yard, Thornmouth, ZZ51 6NL", span=3)),
        tr("Telephone", "07700 900231", "Safe to telephone", tc(check(True), " Yes ", check(False), " No")),
        tr("Knows of this notification", "Yes", "Agrees to it", "Yes"),
    ),
    p(""),
    tbl(
        tr(tc("Children with whom the person on probation may have contact", span=3)),
        tr("Name", "Date of birth", "Lives with"),
        tr("Kasey Salter", "14.06.2016", "Ms Wyatt"),
    ),
    p(""),
    tbl(
        tr("Notification completed by", "Imelda Farrow, Senior Probation Officer"),
        tr("Probation delivery unit", "Thornmouth and Coast PDU"),
        tr("Telephone", "01632 960232"),
        tr("E-mail", "imelda.farrow@probation.example.org"),
        tr("Date", "02.03.2026"),
    ),
    head("Reasons for concern"),
    p("In custody Mr Salter has told two cellmates that he will burn the net loft down with her in it."),
)


def document() -> bytes:
    return word(*PARTS)


YARD = home("16 Net Loft Yard, Thornmouth", "ZZ51 6NL", secret=True)
TRUTH = referral(
    SOURCE,
    case_area="Thornmouth",
    referral_date="2026-03-02",
    referrer={
        "agency": "Thornmouth and Coast PDU",
        "name": "Imelda Farrow",
        "role": "Senior Probation Officer",
        "phones": ["01632960232"],
        "email": "imelda.farrow@probation.example.org",
    },
    victims=[person("Leanne Wyatt", "1990-02-22", YARD, phones=[phone("07700900231", call=True)])],
    perpetrators=[
        person(
            "Dean Robert Salter",
            "1985-11-08",
            home("Pinewood Approved Premises, 4 Chapel Bank, Thornmouth", "ZZ51 4CB", "release"),
        )
    ],
    children=[child("Kasey Salter", "2016-06-14", lives_with="victim")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["burn the net loft"],
    accept={
        "perpetrators[0].relationship_to_victim": ["Former partner"],
        "victims[0].relationship_to_victim": ["Former partner"],
        "children[0].lives_with": ["Ms Wyatt"],
        "children[0].address": [YARD],
        "referrer.agency": ["Probation Service"],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
    },
)
