"""A city's older Word form of grey fields in one long table: two who harm one below the other."""

from tests.reading.markup import listed, p, r, tbl, tc, ticked, tr, typed, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "legacy-grid.docx"


def _band(words: str) -> str:
    return tr(tc(p(r(words, "b")), span=4))


def _whom(name: str, dob: str, address: str, relation: int) -> list[str]:
    return [
        tr("Name:", tc(typed(name)), "DOB:", tc(typed(dob))),
        tr("Address:", tc(typed(address)), "Relationship to victim:",
           tc(listed(relation, "Please choose", "Partner", "Ex-partner", "Parent", "Sibling", "Son/daughter"))),
    ]  # fmt: skip


def document() -> bytes:
    return word(
        p(r("CITY OF SELMINSTER MARAC", "b")),
        tbl(
            _band("REFERRING AGENCY"),
            tr("Agency:", tc(typed("Selminster Carers' Service")), "Worker:", tc(typed("Everard Tunde"))),
            tr("Tel:", tc(typed("01632 960901")), "Email:", tc(typed("e.tunde@selmcarers.example.org"))),
            tr("Date:", tc(typed("01/07/2026")), "", ""),
            _band("VICTIM"),
            tr("Name:", tc(typed("Harriet Swann")), "DOB:", tc(typed("30/04/1953"))),
            tr("Address:", tc(typed("2 Almoners Court, Selminster ZZ57 2AC")), "Phone:", tc(typed("01632 960902"))),
            tr("Safe to call?", tc(ticked(True), " Yes ", ticked(False), " No"), "Safe to leave message?",
               tc(ticked(False), " Yes ", ticked(True), " No")),
            tr("Gender:", tc(listed(2, "Please choose", "Male", "Female")), "Disabled:",
               tc(ticked(True), " Yes ", ticked(False), " No")),
            _band("PERPETRATOR 1"),
            *_whom("Julian Swann", "17/11/1979", "2 Almoners Court, Selminster ZZ57 2AC", 5),
            _band("PERPETRATOR 2 (if applicable)"),
            *_whom("Petra Swann", "05/06/1982", "13 Bishops Lane, Selminster ZZ57 3BL", 5),
            _band("CHILDREN"),
            tr("Name", "DOB", "Lives with", "School"),
            tr(tc(typed("Felix Swann")), tc(typed("09/10/2013")), tc(typed("Julian Swann")),
                tc(typed("Selminster Juniors"))),
            tr(tc(typed("")), tc(typed("")), tc(typed("")), tc(typed(""))),
            _band("REASON FOR REFERRAL"),
            tr(tc(ticked(False), " Visible High Risk", span=2), tc(ticked(True), " Professional Judgement", span=2)),
            tr(tc(ticked(True), " Potential Escalation", span=2), tc(ticked(False), " Repeat", span=2)),
            tr("Risk score:", tc(typed("8")), "Victim aware?", tc(ticked(False), " Yes ", ticked(True), " No")),
            tr("Reason not aware:", tc(typed("Cannot be seen alone; son sits in on calls"), span=3)),
            tr("Consent given?", tc(ticked(False), " Yes ", ticked(True), " No", span=3)),
            _band("BACKGROUND"),
            tr(tc(typed("Julian has locked the stairlift at the top and Petra signs her pension away each "
                "week."), span=4)),
        ),
    )  # fmt: skip


COURT = home("2 Almoners Court, Selminster", "ZZ57 2AC")
TRUTH = referral(
    SOURCE,
    case_area="City of Selminster",
    referral_date="2026-07-01",
    referrer={"agency": "Selminster Carers' Service", "name": "Everard Tunde", "phones": ["01632960901"],
              "email": "e.tunde@selmcarers.example.org"},
    victims=[
        person("Harriet Swann", "1953-04-30", COURT, phones=[phone("01632960902", call=True, message=False)],
               gender="female", diversity={"disabled": True})
    ],
    perpetrators=[
        person("Julian Swann", "1979-11-17", COURT, relationship_to_victim="Son/daughter"),
        person("Petra Swann", "1982-06-05", home("13 Bishops Lane, Selminster", "ZZ57 3BL"),
               relationship_to_victim="Son/daughter"),
    ],
    children=[child("Felix Swann", "2013-10-09", lives_with="Julian Swann", school="Selminster Juniors")],
    criteria={"visible_high_risk": False, "professional_judgement": True, "potential_escalation": True,
              "repeat": False},
    checklist={"score_stated": 8},
    consent={"victim_aware": False, "consent_given": False, "reason": "Cannot be seen alone; son sits in on calls"},
    must_include=["locked the stairlift at the top"],
    accept={
        "case_area": ["Selminster"], "previous.this_marac": [False], "children[0].lives_with": ["perpetrator"],
        "perpetrators[0].relationship_to_victim": ["son"], "perpetrators[1].relationship_to_victim": ["daughter"],
    },
)  # fmt: skip
