"""An emergency department's proforma: two tables side by side in one, ticks before words, contact by a relative."""

from tests.reading.markup import head, p, r, tbl, tc, tr, wingding, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "emergency-proforma.docx"
YES, NO = wingding("FE"), wingding("A8")


def _people() -> list[str]:
    return [
        p(r("St Aldhelm's Hospital – Emergency Department", "b")),
        p(r("Domestic abuse proforma and MARAC referral (Coldharbour MARAC)", "b")),
        tbl(
            tr(tc(p(r("Patient details", "b")), span=2), tc(p(r("Attendance", "b")), span=2)),
            tr("Name", "Mrs Zofia WITKOWSKA", "Date seen", "02/09/2026"),
            tr("Date of birth", "11 Nov 1986", "Seen by", "Dr Hal Ormerod, ED registrar"),
            tr("NHS number", "485 777 3456", "Department ext.", "01632 960741"),
            tr("Address", "Flat 3, 90 Sexton Street, Coldharbour, ZZ44 9SS",
               "E-mail", "hal.ormerod@aldhelms.example.org"),
            tr("Registered GP", "Sexton Street Surgery", "Accompanied by", "Her neighbour"),
            tr("First language", "Polish", "Interpreter used", tc(YES, " Yes ", NO, " No")),
        ),
        p(""),
        tbl(
            tr(tc(p(r("Contacting the patient", "b")), span=2)),
            tr("Patient's own mobile", "07700 900742"),
            tr("Can we ring this safely?", tc(NO, " Yes  ", YES, " No – partner holds the phone")),
            tr("Alternative safe number", "07700 900743 (sister, Magda Nowak), ring any time"),
        ),
        p(""),
        tbl(
            tr(tc(p(r("Alleged assailant", "b")), span=2)),
            tr("Name", "Marek WITKOWSKI"),
            tr("Date of birth / approximate age", "Aged 41"),
            tr("Address", "As patient"),
            tr("Relationship to patient", "Husband"),
        ),
        p(""),
        tbl(
            tr(tc(p(r("Dependants under 18", "b")), span=3)),
            tr("Name", "DOB", "Where now?"),
            tr("Antoni Witkowski", "30/01/2016", "With patient's sister"),
            tr("Hanna Witkowska", "17/06/2018", "With patient's sister"),
        ),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        *_people(),
        head("Clinical findings and account"),
        p("Bruising to the left orbit and a bite to the forearm. Marek shut her hand in the oven door on 1 September."),
        head("Outcome"),
        p(YES, " Patient aware of MARAC referral"),
        p(YES, " Patient consents to MARAC referral"),
        p(NO, " Shared without consent"),
        p("DASH score: 14"),
        p("Criteria met:  ", YES, " 14 or more ticks   ", NO, " Professional judgement   ", NO, " Escalation   ", NO,
          " Repeat"),
    )  # fmt: skip


SEXTON = home("Flat 3, 90 Sexton Street, Coldharbour", "ZZ44 9SS")
TRUTH = referral(
    SOURCE,
    case_area="Coldharbour",
    referral_date="2026-09-02",
    referrer={
        "agency": "St Aldhelm's Hospital – Emergency Department", "name": "Hal Ormerod", "role": "ED registrar",
        "phones": ["01632960741"], "email": "hal.ormerod@aldhelms.example.org",
    },
    victims=[
        person(
            "Zofia Witkowska", "1986-11-11", SEXTON,
            phones=[phone("07700900742", call=False),
                    phone("07700900743", call=True, whose="sister, Magda Nowak")],
            nhs_number="4857773456", gp="Sexton Street Surgery",
            diversity={"language": "Polish", "interpreter": True},
        )
    ],
    perpetrators=[
        person("Marek Witkowski", None, SEXTON, age_stated=41, relationship_to_victim="Husband")
    ],
    children=[
        child("Antoni Witkowski", "2016-01-30", lives_with="patient's sister"),
        child("Hanna Witkowska", "2018-06-17", lives_with="patient's sister"),
    ],
    others=[other("Magda Nowak", "sister", "safe contact", [phone("07700900743", call=True)])],
    criteria={"visible_high_risk": True, "professional_judgement": False, "potential_escalation": False,
              "repeat": False},
    checklist={"score_stated": 14},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["shut her hand in the oven door"],
    accept={
        "referral_date": [None],
        "others": [[], ["Magda Nowak", "neighbour"], ["neighbour"]],
        "victims[0].gender": ["female"],
        "previous.this_marac": [False],
        "referrer.name": ["Dr Hal Ormerod"],
        "referrer.role": [None, "registrar"],
        "referrer.agency": ["St Aldhelm's Hospital"],
        "children[0].lives_with": [None, "sister"],
        "children[1].lives_with": [None, "sister"],
        "victims[0].phones[1].safe_to_call": [None],
    },
)  # fmt: skip
