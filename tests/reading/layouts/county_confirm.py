"""A county's newer Word form: sentences to confirm with a box before each."""

from tests.reading.markup import check, head, p, tbl, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "county-confirm.docx"


def _people() -> list[str]:
    return [
        head("Hollinshire MARAC – referral and risk information"),
        tbl(
            tr("Referrer's name", "Referrer's agency", "Referrer's contact details", "Date of referral"),
            tr("Bronwen Idle", "Hollinshire Fire and Rescue", "01632 960981 bronwen.idle@hollfire.example.org",
                "02/03/2026"),
        ),
        head("Adult victim"),
        tbl(
            tr("First name", "Surname", "DOB", "Gender"),
            tr("Simone", "Attwater", "16/08/1979", "Female"),
        ),
        tbl(
            tr("Current address", "Telephone", "Is it safe to call?", "Best time to call"),
            tr("Lower Barn, Hollin Edge, ZZ64 2LB", "07700 900982", "Yes", "After 7pm"),
        ),
        head("Adult perpetrator"),
        tbl(
            tr("First name", "Surname", "DOB", "Relationship to victim"),
            tr("Rex", "Attwater", "28/11/1976", "Husband"),
        ),
        tbl(tr("Current address", "Telephone"), tr("Lower Barn, Hollin Edge, ZZ64 2LB", "07700 900983")),
        head("Children normally resident with either adult"),
        tbl(
            tr("First name", "Surname", "DOB", "School"),
            tr("Tabitha", "Attwater", "05/05/2010", "Hollin Academy"),
        ),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        *_people(),
        head("Please confirm"),
        p(check(True), " The victim knows that this referral is being made"),
        p(check(False), " The victim has consented to this referral"),
        p(check(True), " The referral is made without consent because of the risk of serious harm"),
        head("Basis of referral"),
        p(check(True), " Visible high risk (14 or more)"),
        p(check(False), " Professional judgement"),
        p(check(True), " Repeat: a further incident within 12 months"),
        tbl(tr("Total number of yes responses", "16"), tr("Date of last MARAC", "03/09/2025")),
        head("What happened"),
        p("Crews were called to a fire in the porch. Rex told the watch manager that next time he would do it "
            "at night."),
    )  # fmt: skip


BARN = home("Lower Barn, Hollin Edge", "ZZ64 2LB")
TRUTH = referral(
    SOURCE,
    case_area="Hollinshire",
    referral_date="2026-03-02",
    referrer={"agency": "Hollinshire Fire and Rescue", "name": "Bronwen Idle", "phones": ["01632960981"],
              "email": "bronwen.idle@hollfire.example.org"},
    victims=[
        person("Simone Attwater", "1979-08-16", BARN, phones=[phone("07700900982", call=True)], gender="female")
    ],
    perpetrators=[
        person("Rex Attwater", "1976-11-28", BARN, phones=[phone("07700900983")], relationship_to_victim="Husband")
    ],
    children=[child("Tabitha Attwater", "2010-05-05", school="Hollin Academy")],
    criteria={"visible_high_risk": True, "professional_judgement": False, "repeat": True},
    checklist={"score_stated": 16},
    consent={"victim_aware": True, "consent_given": False},
    previous={"this_marac": True, "last_date": "2025-09-03"},
    must_include=["called to a fire in the porch"],
    accept={
        "consent.consent_given": [None],
        "consent.reason": ["because of the risk of serious harm",
                           "The referral is made without consent because of the risk of serious harm"],
    },
)  # fmt: skip
