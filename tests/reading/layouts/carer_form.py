"""A carers' centre's form of content controls: the cared-for adult is the victim, the carer the perpetrator."""

from tests.reading.markup import check, dropdown, head, p, picked_date, tbl, tc, tr, word
from tests.reading.markup import control as c
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "carers-centre.docx"


def document() -> bytes:
    return word(
        head("Applewick Carers' Centre"),
        p("MARAC referral for Applewick"),
        tbl(
            tr("Staff member", tc(c("Ivor Bright")), "Role", tc(c("Carer Support Adviser"))),
            tr("Phone", tc(c("01632 960580")), "Date of referral", tc(picked_date("2026-04-02", "02/04/2026"))),
        ),
        head("Adult being harmed"),
        tbl(
            tr("Name", tc(c("Harold Lionel Byrne")), "Date of birth", tc(picked_date("1944-12-24", "24/12/1944"))),
            tr("Address", tc(c("12 Orchard Row, Applewick ZZ66 2OR")), "Landline", tc(c("01632 960581"))),
            tr("Safe to use?", tc(dropdown("No", "Yes", "Not known")), "Disability", tc(c("Yes, dementia"))),
        ),
        head("Carer causing harm"),
        tbl(
            tr("Name", tc(c("Maureen Byrne")), "Date of birth", tc(picked_date("1950-07-13", "13/07/1950"))),
            tr("Address", tc(c("Same as adult")), "Relationship to adult", tc(c("Wife"))),
        ),
        head("Safe contact"),
        tbl(
            tr("Name", tc(c("Iris Byrne")), "Relationship to adult", tc(c("Sister"))),
            tr("Phone", tc(c("01632 960582")), "Safe to call?", tc(dropdown("Yes", "No"))),
        ),
        p("Adult aware of the referral? ", check(False), " Yes  ", check(True), " No"),
        p("Adult consents? ", check(False), " Yes  ", check(True), " No"),
        p("Why not? ", c("He cannot keep hold of what is said to him.")),
        head("What has been seen"),
        p("Maureen ties Harold to the chair, and two of his fingers were broken on 27 March."),
    )


ORCHARD = home("12 Orchard Row, Applewick", "ZZ66 2OR")
TRUTH = referral(
    SOURCE,
    case_area="Applewick",
    referral_date="2026-04-02",
    referrer={
        "agency": "Applewick Carers' Centre",
        "name": "Ivor Bright",
        "role": "Carer Support Adviser",
        "phones": ["01632960580"],
    },
    victims=[
        person(
            "Harold Lionel Byrne",
            "1944-12-24",
            ORCHARD,
            phones=[phone("01632960581", call=False)],
            diversity={"disabled": True, "disability_detail": "dementia"},
        )
    ],
    perpetrators=[person("Maureen Byrne", "1950-07-13", ORCHARD, relationship_to_victim="Wife")],
    others=[other("Iris Byrne", "Sister", "safe contact", phones=[phone("01632960582", call=True)])],
    consent={
        "victim_aware": False,
        "consent_given": False,
        "reason": "He cannot keep hold of what is said to him.",
    },
    must_include=["ties Harold to the chair"],
    accept={"others": [[]], "consent.reason": [None]},
)
