"""A county council's Word form after the national one: one table of two columns, Y / N with one struck out."""

from tests.reading.markup import head, p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "council-standard.docx"


def y_n(yes: bool) -> str:
    return tc(p(r("Yes", *(() if yes else ("strike",))), r(" / "), r("No", *(("strike",) if yes else ()))))


def people() -> str:
    return tbl(
            tr(tc(r("Referrer's details", "b"), span=4)),
            tr("Referring agency*", tc("Wendlesham Recovery Partnership", span=3)),
            tr("Contact name(s)*", "Piotr Nadolny", "Position", "Recovery Coordinator"),
            tr("Telephone / Email", tc("01632 960520 / piotr.nadolny@wrp.example.org", span=3)),
            tr("Date*", tc("11/01/2026", span=3)),
            tr(tc(r("Victim's details", "b"), span=4)),
            tr("Victim name*", "Jacqueline OLDROYD (Jackie)", "Victim DOB*", "02/10/1979"),
            tr("Address*", tc("The Lodge, Home Farm, Wendlesham, ZZ23 8HF", span=3)),
            tr("Telephone number", "07700 900521", "Is this number safe to call?", y_n(False)),
            tr(tc("Please insert any relevant contact information, e.g. times to call", span=2),
               tc("He checks her handset. Ring the Recovery office on 01632 960522, open to her on Tuesdays.", span=2)),
            tr("Diversity data (if known)", tc("B&ME ☐   Disabled ☒   LGBT ☐   Gender: Female", span=3)),
            tr(tc(r("Perpetrator's details", "b"), span=4)),
            tr("Perpetrator(s) name*", "Clive OLDROYD", "Perpetrator(s) DOB*", "26/06/1974"),
            tr("Perpetrator(s) address*", tc("As victim", span=3)),
            tr("Relationship to victim", tc("Husband", span=3)),
            tr(tc(r("Children (please add extra rows if necessary)", "b"), span=4)),
        )  # fmt: skip


def document() -> bytes:
    return word(
        head("Wendlesham County MARAC referral form"),
        p("Please complete as fully as you can. Mandatory fields are marked with a star."),
        people(),
        tbl(
            tr("Name", "DOB", "Relationship to victim", "Relationship to perpetrator", "Address", "School (if known)"),
            tr("Hal Oldroyd", "13/03/2010", "Son", "Son", "As above", "Wendlesham High"),
            tr("Freya Marsden", "30/07/2008", "Daughter", "Step-daughter", "With her father", "Not known"),
        ),
        tbl(
            tr(tc(r("Reason for referral / additional information", "b"), span=2)),
            tr("Professional judgement", y_n(True)),
            tr("Visible high risk (14 ticks or more on the risk checklist)", y_n(False)),
            tr("Potential escalation (3 or more incidents reported to the police in the past 12 months)", y_n(False)),
            tr("MARAC repeat (further incident identified within twelve months of the last referral)", y_n(True)),
            tr("If yes, please provide the date listed / case number (if known)", "06/08/2025, case WC/0412"),
            tr("Is the victim aware of the MARAC referral?", y_n(True)),
            tr("If no, why not?", ""),
            tr("Has the victim consented to the referral?", y_n(True)),
            tr("Who is the victim afraid of? (to include all potential threats, not just the primary perpetrator)",
               "Clive and her brother in law, Wayne Oldroyd"),
            tr("Who does the victim believe it is safe to talk to?", "Her sponsor, Annette"),
            tr("Who does the victim believe it is not safe to talk to?", "Anyone at the farm"),
            tr("Has the victim been referred to any other MARAC previously?", y_n(False)),
            tr("If yes, where and when?", ""),
            tr(tc("Background and reasons: Clive has locked her in the feed store overnight and tells the village that "
                  "she is drinking again. She scored 11 on the checklist but minimises.", span=2)),
        ),
    )  # fmt: skip


LODGE = home("The Lodge, Home Farm, Wendlesham", "ZZ23 8HF")
TRUTH = referral(
    SOURCE,
    case_area="Wendlesham County",
    referral_date="2026-01-11",
    referrer={
        "agency": "Wendlesham Recovery Partnership",
        "name": "Piotr Nadolny",
        "role": "Recovery Coordinator",
        "phones": ["01632960520"],
        "email": "piotr.nadolny@wrp.example.org",
    },
    victims=[
        person(
            "Jacqueline Oldroyd",
            "1979-10-02",
            LODGE,
            phones=[
                phone("07700900521", call=False),
                phone("01632960522", call=True, whose="Recovery office"),
            ],
            aliases=["Jackie"],
            gender="female",
            diversity={"bme": False, "disabled": True, "lgbt": False},
        )
    ],
    perpetrators=[person("Clive Oldroyd", "1974-06-26", LODGE, relationship_to_victim="Husband")],
    children=[
        child(
            "Hal Oldroyd", "2010-03-13", relationship_to_victim="Son", relationship_to_perpetrator="Son",
            address=LODGE, school="Wendlesham High",
        ),
        child(
            "Freya Marsden", "2008-07-30", relationship_to_victim="Daughter",
            relationship_to_perpetrator="Step-daughter", lives_with="her father",
        ),
    ],
    others=[
        other("Wayne Oldroyd", "brother in law", "possible threat"),
        other("Annette", "sponsor", "safe contact"),
    ],
    criteria={
        "professional_judgement": True,
        "visible_high_risk": False,
        "potential_escalation": False,
        "repeat": True,
    },
    checklist={"score_stated": 11},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True, "last_date": "2025-08-06", "last_ref": "WC/0412", "other_marac": False},
    views={
        "afraid_of": "Clive and her brother in law, Wayne Oldroyd",
        "safe_to_talk_to": "Her sponsor, Annette",
        "not_safe_to_talk_to": "Anyone at the farm",
    },
    must_include=["locked her in the feed store overnight"],
    accept={
        "case_area": ["Wendlesham"],
        "victims[0].diversity.bme": [None],
        "victims[0].diversity.lgbt": [None],
        "victims[0].phones[1].safe_to_call": [None],
        "perpetrators[0].gender": ["male"],
        "children[0].gender": ["male"],
        "children[1].gender": ["female"],
        "children[0].lives_with": ["victim", "parents"],
        "children[1].lives_with": [None],
        "children[1].address": [{"text": "With her father"}],
        "checklist.score_stated": [None],
        "previous.this_marac": [None],
    },
)  # fmt: skip
