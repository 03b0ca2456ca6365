"""A helpline's contact record: who called for whom at the top, and a call that the daughter made for her mother."""

from tests.reading.markup import head, p, tbl, tc, tr, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "contact-record.docx"

PARTS = (
    head("Helpline contact record - onward referral: Saltburn Vale MARAC"),
    tbl(
        tr("Call taken by", "Morwenna Tregear", "Line", "Southern Domestic Abuse Helpline"),
        tr("Date / time", "22/02/2026 21:14", "Call back number for helpline", "01632 960131"),
        tr("Caller", "Jessica Amory", "Caller is", "Daughter of the woman experiencing abuse"),
        tr("Caller's number", "07700 900132", "Caller OK to be rung?", "Yes"),
    ),
    p(""),
    tbl(
        tr(tc("Woman experiencing abuse", span=4)),
        tr("Known as", "Maggie", "Full name", "Margaret Ann Amory"),
        tr("Age / DOB", "19/05/1962", "Area", "Saltburn Vale"),
        tr("Where she is now", tc("11 Kelp Terrace, Saltburn Vale, ZZ61 1KT", span=3)),
        tr("Her number", "07700 900133", "Safe to use?", "NO - he has it"),
    ),
    p(""),
    tbl(
        tr(tc("Who is doing this", span=4)),
        tr("Full name", "Terence Amory", "Age / DOB", "02/02/1959"),
        tr("Lives", "Same house", "Who is he/she to her", "Husband"),
    ),
    p(""),
    tbl(
        tr(tc("Notes of the call", span=2)),
        tr(
            "21:14",
            "Terence has bought a shotgun from a man at the allotments and keeps it behind the bath panel. He told her "
            "she would be found in the estuary.",
        ),
    ),
    p("Does Maggie know that this is being referred? Yes"),
    p("Does Maggie agree? Yes"),
)


def document() -> bytes:
    return word(*PARTS)


KELP = home("11 Kelp Terrace, Saltburn Vale", "ZZ61 1KT")
TRUTH = referral(
    SOURCE,
    case_area="Saltburn Vale",
    referral_date="2026-02-22",
    referrer={
        "agency": "Southern Domestic Abuse Helpline",
        "name": "Morwenna Tregear",
        "phones": ["01632960131"],
    },
    victims=[
        person("Margaret Ann Amory", "1962-05-19", KELP, phones=[phone("07700900133", call=False)], aliases=["Maggie"])
    ],
    perpetrators=[person("Terence Amory", "1959-02-02", KELP, relationship_to_victim="Husband")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["behind the bath panel"],
    accept={
        "others": [["Jessica Amory"]],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
    },
)
