"""A Northern Ireland form: injured party and alleged perpetrators, Health and Care number, police reference."""

from tests.reading.markup import check, head, p, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "northern-ireland.docx"


def document() -> bytes:
    return word(
        head("MARAC referral form - Lagganmore"),
        head("1. Referring agency"),
        tbl(
            tr("Agency", "Lagganmore Women's Centre"),
            tr("Worker's name", "Grainne O'Hare"),
            tr("Contact telephone number", "01632 960274"),
            tr("Referral date", "22-09-2026"),
        ),
        head("2. Victim (injured party)"),
        tbl(
            tr("Name", "Sinead McAteer", "Maiden name", "Quigg"),
            tr("DOB", "17-12-1986", "H&C No", "943 476 5919"),
            tr("Address", "8 Bog Road, Lagganmore, ZZ57 8BR", "Phone", "07700 900275"),
            tr("Safe to contact by phone?", tc(check(True), " Yes  ", check(False), " No"), "Best time", "Before noon"),
            tr(
                "Can a message be left?", tc(check(False), " Yes  ", check(True), " No"), "GP", "Bog Road Health Centre"
            ),
        ),
        head("3. Alleged perpetrator(s)"),
        tbl(
            tr("Name", "Declan McAteer", "DOB", "30-01-1984"),
            tr("Address", "8 Bog Road, Lagganmore, ZZ57 8BR", "Relationship to victim", "Husband"),
            tr("Name", "Brendan McAteer", "DOB", "02-06-1957"),
            tr("Address", "10 Bog Road, Lagganmore, ZZ57 1BR", "Relationship to victim", "Father-in-law"),
        ),
        head("4. Reasons for referral"),
        p(check(True), " Visible high risk"),
        p(check(False), " Professional judgement"),
        p(check(True), " Potential escalation"),
        p(check(False), " Repeat"),
        p("Police reference: CC2026092001234"),
        p("Is the victim aware of the referral? ", check(True), " Yes  ", check(False), " No"),
        head("5. Background"),
        p("Both men came to her work on Saturday. Declan struck her with a spanner while Brendan held the door."),
    )


BOG = home("8 Bog Road, Lagganmore", "ZZ57 8BR")
TRUTH = referral(
    SOURCE,
    case_area="Lagganmore",
    referral_date="2026-09-22",
    referrer={"agency": "Lagganmore Women's Centre", "name": "Grainne O'Hare", "phones": ["01632960274"]},
    victims=[
        person(
            "Sinead McAteer",
            "1986-12-17",
            BOG,
            phones=[phone("07700900275", call=True, message=False)],
            aliases=["Quigg"],
            nhs_number="9434765919",
            gp="Bog Road Health Centre",
        )
    ],
    perpetrators=[
        person("Declan McAteer", "1984-01-30", BOG, relationship_to_victim="Husband"),
        person(
            "Brendan McAteer",
            "1957-06-02",
            home("10 Bog Road, Lagganmore", "ZZ57 1BR"),
            relationship_to_victim="Father-in-law",
        ),
    ],
    criteria={
        "visible_high_risk": True,
        "professional_judgement": False,
        "potential_escalation": True,
        "repeat": False,
    },
    consent={"victim_aware": True},
    crime_refs=["CC2026092001234"],
    must_include=["struck her with a spanner"],
    accept={"previous.this_marac": [False]},
)
