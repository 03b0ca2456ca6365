"""A probation region's Word form: numbered questions, two who harm side by side under merged heads, circled letters."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "numbered-probation.docx"


def _yes_no(answer: str) -> str:
    return tc(p(r("Y", *(("b", "u") if answer == "Y" else ())), " / ", r("N", *(("b", "u") if answer == "N" else ()))))


def _people() -> list[str]:
    return [
        p(r("Probation Service – Dunmoor Region", "b")),
        p(r("Form M1: Referral to MARAC", "b")),
        tbl(
            tr(tc(p(r("1. Source of referral", "b")), span=4)),
            tr("1.1 Practitioner", "Lysander Obi", "1.2 Grade", "Probation Officer"),
            tr("1.3 Office", "Dunmoor PDU", "1.4 Direct line", "01632 960821"),
            tr("1.5 Date referred", "30.04.26", "1.6 MARAC", "Dunmoor East"),
        ),
        p(""),
        tbl(
            tr(tc(p(r("2. Person to be safeguarded", "b")), span=4)),
            tr("2.1 Name", "Ruby-Mae SLATER", "2.2 D.o.B.", "02.03.05"),
            tr("2.3 Other names", "Ruby Fox", "2.4 Sex", "F"),
            tr("2.5 Address", tc("Confidential. Refuge, c/o PO Box 51, Dunmoor ZZ50 1PO", span=3)),
            tr(
                "2.6 Telephone",
                "None. Contact through IDVA Sol Finch 07700 900822",
                "2.7 Is contact through the above safe?",
                "Yes",
            ),
        ),
        p(""),
        tbl(
            tr(tc(p(r("3. Persons posing the risk", "b")), span=3)),
            tr(tc(""), tc(p(r("First person", "b"))), tc(p(r("Second person", "b")))),
            tr("3.1 Name", "Connor SLATER", "Leigh SLATER"),
            tr("3.2 D.o.B.", "19.09.01", "08.12.79"),
            tr("3.3 Address", "Bail hostel, 40 Cross Road, Dunmoor ZZ50 4CR", "12 Beck Lane, Dunmoor ZZ50 2BL"),
            tr("3.4 Relationship to person to be safeguarded", "Husband", "Father-in-law"),
            tr("3.5 CRN", "X100200", "n/a"),
        ),
        p(""),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        *_people(),
        tbl(
            tr(tc(p(r("4. Children", "b")), span=4)),
            tr("4.1 Name", "4.2 D.o.B.", "4.3 Relationship to 2", "4.4 Relationship to 3"),
            tr("Bobby SLATER", "06.06.24", "Son", "Son / grandson"),
        ),
        p(""),
        tbl(
            tr(tc(p(r("5. Threshold", "b")), span=2)),
            tr("5.1 High risk on actuarial tool (14 or more)", _yes_no("N")),
            tr("5.2 Professional judgement", _yes_no("Y")),
            tr("5.3 Escalating pattern", _yes_no("Y")),
            tr("5.4 Repeat", _yes_no("Y")),
            tr("5.5 If repeat, date last heard", "11.12.25"),
            tr("5.6 Is the person to be safeguarded aware?", _yes_no("N")),
            tr("5.7 If not, reason", "Not safe to tell her before she is moved"),
            tr("5.8 Consent given", _yes_no("N")),
        ),
        p(r("6. Grounds for concern", "b")),
        p("Connor asked a prison visitor to find out which refuge she is in. Leigh offered money for the address."),
    )


TRUTH = referral(
    SOURCE,
    case_area="Dunmoor East",
    referral_date="2026-04-30",
    referrer={"agency": "Probation Service – Dunmoor Region", "name": "Lysander Obi", "role": "Probation Officer",
              "phones": ["01632960821"]},
    victims=[
        person("Ruby-Mae Slater", "2005-03-02", home("Refuge, c/o PO Box 51, Dunmoor", "ZZ50 1PO", secret=True),
               phones=[phone("07700900822", call=True, whose="IDVA Sol Finch")], aliases=["Ruby Fox"],
               gender="female")
    ],
    perpetrators=[
        person("Connor Slater", "2001-09-19", home("Bail hostel, 40 Cross Road, Dunmoor", "ZZ50 4CR", "bail"),
               relationship_to_victim="Husband"),
        person("Leigh Slater", "1979-12-08", home("12 Beck Lane, Dunmoor", "ZZ50 2BL"),
               relationship_to_victim="Father-in-law"),
    ],
    children=[child("Bobby Slater", "2024-06-06", relationship_to_victim="Son",
                    relationship_to_perpetrator="Son / grandson")],
    criteria={"visible_high_risk": False, "professional_judgement": True, "potential_escalation": True,
              "repeat": True},
    consent={"victim_aware": False, "consent_given": False, "reason": "Not safe to tell her before she is moved"},
    previous={"this_marac": True, "last_date": "2025-12-11"},
    must_include=["asked a prison visitor to find out which refuge"],
    accept={
        "referrer.agency": ["Dunmoor PDU", "Probation Service"],
        "victims[0].phones[0].safe_to_call": [None],
        "others": [["Sol Finch"]],
        "children[0].gender": ["male"],
        "children[0].relationship_to_perpetrator": ["Son", "grandson"],
    },
)  # fmt: skip
