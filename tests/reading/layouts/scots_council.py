"""A Scottish council's Word form: accused and client, CHI numbers, children and young people, an IDAA."""

from tests.reading.markup import p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "scots-council.docx"


def _stack(label: str, value: str, span: int = 1) -> str:
    return tc(p(r(label, "b")), p(value), span=span)


def document() -> bytes:
    return word(
        p(r("Strathmore Council – MARAC referral (Scotland)", "b")),
        tbl(
            tr(tc(p(r("Referrer", "b")), span=3)),
            tr(_stack("Name", "Iona MacRitchie"), _stack("Designation", "IDAA"), _stack("Organisation",
                "Strathmore Women's Aid")),
            tr(_stack("Telephone", "01632 960881"), _stack("Email", "iona@strathmorewa.example.org"),
                _stack("Date", "21/09/2026")),
            tr(tc(p(r("Client / adult at risk", "b")), span=3)),
            tr(_stack("Name", "Kirsteen Lamont"), _stack("DoB", "14/05/1988"), _stack("CHI", "1405880000")),
            tr(_stack("Address", "Flat 1/2, 30 Tay Terrace, Invermore, ZZ55 3TT", 2), _stack("Sex", "Female")),
            tr(_stack("Mobile", "07700 900882"), _stack("Safe to phone?", "Yes – after 6 on Mondays only"),
               _stack("Safe to text?", "No")),
            tr(_stack("Also known as", "Kirsty Beaton"), _stack("Ethnic group", "White Scottish"),
                _stack("First language", "English")),
            tr(tc(p(r("Accused / perpetrator", "b")), span=3)),
            tr(_stack("Name", "Fraser Beaton"), _stack("DoB", "30/01/1985"), _stack("Relationship to client",
                "Ex-husband")),
            tr(_stack("Address", "HMP Lowmoss Hill, remand until 12/10/2026", 2),
                _stack("Bail / special conditions", "Not to approach client")),
            tr(tc(p(r("Children and young people", "b")), span=3)),
            tr(_stack("Name", "Eilidh Beaton"), _stack("DoB", "08/08/2014"), _stack("School", "Invermore PS")),
            tr(_stack("Name", "Rory Beaton"), _stack("DoB", "17/02/2017"), _stack("School", "Invermore PS")),
            tr(tc(p(r("Criteria", "b")), span=3)),
            tr(_stack("Visible high risk", "Yes"), _stack("Professional judgement", "No"), _stack("Escalation", "No")),
            tr(_stack("RIC score", "20"), _stack("Repeat", "Yes"), _stack("Date of last MARAC", "04/02/2026")),
            tr(_stack("Client aware of referral", "Yes"), _stack("Client consents", "Yes"),
                _stack("Police incident no.", "PS-20260918-2210")),
            tr(_stack("Reason for concern", "Fraser wrote to her from remand on a friend's paper: he knows "
                "which close she moved to.", 3)),
            tr(_stack("Who else is a risk to the client?", "His friend Gregor Munro, who delivered the letter", 3)),
        ),
    )  # fmt: skip


TRUTH = referral(
    SOURCE,
    case_area="Strathmore",
    referral_date="2026-09-21",
    referrer={"agency": "Strathmore Women's Aid", "name": "Iona MacRitchie", "role": "IDAA",
              "phones": ["01632960881"], "email": "iona@strathmorewa.example.org"},
    victims=[
        person("Kirsteen Lamont", "1988-05-14", home("Flat 1/2, 30 Tay Terrace, Invermore", "ZZ55 3TT"),
               phones=[phone("07700900882", call=True, text=False)], aliases=["Kirsty Beaton"], gender="female",
               diversity={"ethnicity": "White Scottish", "language": "English"}, nhs_number="1405880000")
    ],
    perpetrators=[
        person("Fraser Beaton", "1985-01-30", home("HMP Lowmoss Hill", None, "prison"),
               relationship_to_victim="Ex-husband")
    ],
    children=[
        child("Eilidh Beaton", "2014-08-08", school="Invermore PS"),
        child("Rory Beaton", "2017-02-17", school="Invermore PS"),
    ],
    others=[other("Gregor Munro", "friend of perpetrator", "possible threat")],
    criteria={"visible_high_risk": True, "professional_judgement": False, "potential_escalation": False,
              "repeat": True},
    checklist={"score_stated": 20},
    consent={"victim_aware": True, "consent_given": True},
    previous={"this_marac": True, "last_date": "2026-02-04"},
    crime_refs=["PS-20260918-2210"],
    must_include=["wrote to her from remand"],
    accept={
        "case_area": ["Strathmore Council"], "victims[0].nhs_number": [None],
        "perpetrators[0].addresses": [home("HMP Lowmoss Hill, remand until 12/10/2026")],
        "views.afraid_of": ["His friend Gregor Munro, who delivered the letter"], "others": [[]],
            "victims[0].diversity.bme": [False],
    },
)  # fmt: skip
