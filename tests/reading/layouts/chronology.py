"""A social worker's report: the family in two paragraphs of prose, and what happened as a table of dates."""

from tests.reading.markup import head, p, tbl, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "chronology.docx"

PARTS = (
    head("Report to MARAC: Wolding"),
    p("Author: Siân Morgan-Hughes, Senior Social Worker, Wolding Children and Families"),
    p("Tel: 01632 960231. Report date: 21 May 2026."),
    head("The family"),
    p(
        "Rhiannon Tully (born 8 August 1994) lives at 4 Sheepwash, Wolding, ZZ68 4SW with her children Bryn Tully "
        "(born 12 September 2017) and Cerys Tully (born 1 April 2020). She has been subjected to abuse by her former "
        "partner, Gareth Mace (born 25 February 1990), of 12 Weighbridge Lane, Wolding, ZZ68 2WL."
    ),
    p("Rhiannon can be rung safely on 07700 900232 on weekdays between 9.30 and 2.30."),
    head("Chronology"),
    tbl(
        tr("Date", "Event", "Source"),
        tr("14/02/2026", "Gareth put his fist through the caravan window", "Police log"),
        tr("30/03/2026", "Gareth took the car keys and left the family at a services", "Rhiannon"),
        tr("12/05/2026", "Gareth held Rhiannon's face over the camping stove", "Bryn, to his teacher"),
    ),
    head("Views"),
    p("Rhiannon knows of this report and agrees that it be shared."),
)


def document() -> bytes:
    return word(*PARTS)


SHEEPWASH = home("4 Sheepwash, Wolding", "ZZ68 4SW")
TRUTH = referral(
    SOURCE,
    case_area="Wolding",
    referral_date="2026-05-21",
    referrer={
        "agency": "Wolding Children and Families",
        "name": "Siân Morgan-Hughes",
        "role": "Senior Social Worker",
        "phones": ["01632960231"],
    },
    victims=[person("Rhiannon Tully", "1994-08-08", SHEEPWASH, phones=[phone("07700900232", call=True)])],
    perpetrators=[
        person(
            "Gareth Mace",
            "1990-02-25",
            home("12 Weighbridge Lane, Wolding", "ZZ68 2WL"),
            relationship_to_victim="former partner",
        )
    ],
    children=[child("Bryn Tully", "2017-09-12"), child("Cerys Tully", "2020-04-01")],
    must_include=["over the camping stove"],
    accept={
        "children[0].lives_with": ["victim"],
        "children[1].lives_with": ["victim"],
        "children[0].address": [SHEEPWASH],
        "children[1].address": [SHEEPWASH],
        "consent.victim_aware": [True],
        "consent.consent_given": [True],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
    },
)
