"""A probation office's form: labels and answers set out with tabs, two pairs to a line, no tables."""

from tests.reading.markup import p, r, word
from tests.reading.truth import home, person, phone, referral

SOURCE = "probation-tabs.docx"


def line(*pieces: str) -> str:
    return f"<w:p>{'<w:r><w:tab/></w:r>'.join(r(piece) for piece in pieces)}</w:p>"


def document() -> bytes:
    return word(
        p(r("Probation Service: referral to Holmbridge MARAC", "b")),
        line("Officer:", "Deepak Lalvani", "Grade:", "Probation Officer"),
        line("Office:", "Holmbridge Probation Delivery Unit", "Tel:", "01632 960233"),
        line("Date:", "30/04/2026"),
        p(r("Person on probation (perpetrator)", "b")),
        line("Name:", "Jordan Tate Wilkes", "D.O.B:", "13/02/1995"),
        line("Address:", "Ferry House Approved Premises, Holmbridge, ZZ37 1FH", "Phone:", "07700 900241"),
        line("Order or licence:", "Licence until 01/03/2027", "MAPPA:", "Level 2"),
        p(r("Victim", "b")),
        line("Name:", "Shannon Leigh Dyer", "D.O.B:", "28/09/1997"),
        line("Address:", "19 Maltings Close, Holmbridge, ZZ37 5MC", "Phone:", "07700 900242"),
        line("Safe to ring?", "Don't know", "Relationship to PoP:", "Ex-partner"),
        p(r("Referral", "b")),
        line("Victim aware?", "No", "Victim consents?", "Not asked"),
        line("Criteria met:", "Potential escalation"),
        p(r("Concerns", "b")),
        p(
            "He was recalled in January for going to her work. Released on 28 April, he says he will finish "
            "what he began."
        ),
    )


TRUTH = referral(
    SOURCE,
    case_area="Holmbridge",
    referral_date="2026-04-30",
    referrer={
        "agency": "Holmbridge Probation Delivery Unit",
        "name": "Deepak Lalvani",
        "role": "Probation Officer",
        "phones": ["01632960233"],
    },
    victims=[
        person(
            "Shannon Leigh Dyer",
            "1997-09-28",
            home("19 Maltings Close, Holmbridge", "ZZ37 5MC"),
            phones=[phone("07700900242")],
        )
    ],
    perpetrators=[
        person(
            "Jordan Tate Wilkes",
            "1995-02-13",
            home("Ferry House Approved Premises, Holmbridge", "ZZ37 1FH"),
            phones=[phone("07700900241")],
            relationship_to_victim="Ex-partner",
        )
    ],
    criteria={"potential_escalation": True},
    consent={"victim_aware": False},
    must_include=["finish what he began"],
    accept={
        "referrer.agency": ["Probation Service"],
        "criteria.visible_high_risk": [False],
        "criteria.professional_judgement": [False],
        "criteria.repeat": [False],
        "perpetrators[0].relationship_to_victim": [None],
    },
)
