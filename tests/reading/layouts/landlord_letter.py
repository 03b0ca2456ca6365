"""A landlord's letter: who is who, where they live and what is safe stand in its sentences only."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "landlord-letter.docx"


def document() -> bytes:
    return lines(
        "Castlegate Homes",
        "Tenancy Support, 1 Castlegate, Ottermere, ZZ32 1CG",
        "14 January 2026",
        "MARAC Coordinator, Ottermere",
        "Dear colleague,",
        "Referral to Ottermere MARAC: Mrs Carol Anne Pettifer",
        "I am writing about our tenant, Mrs Carol Anne Pettifer (born 3 March 1977), who lives at 14 Elder Walk, "
        "Ottermere, ZZ32 4EW with her two children, Jamie Pettifer (date of birth 12/05/2012) and Skye Pettifer "
        "(date of birth 30/11/2015).",
        "The perpetrator is her former husband, Darren Fisk (date of birth 9.9.1974), who is believed to be living "
        "at 3 Quarry Terrace, Ottermere, ZZ32 8QT.",
        "Mrs Pettifer can be reached on 07700 900518. It is safe to call her on this number between 9am and 3pm, but "
        "please do not text her because her messages show on a shared tablet.",
        "On 10 January he kicked in her front door and threatened to set the house alight. We have fitted a new lock.",
        "She is aware of this referral and has given her consent.",
        "Yours faithfully",
        "Marcus Thwaite",
        "Tenancy Support Officer",
        "Tel: 01632 960523",
        "m.thwaite@castlegate.example.org",
    )


TRUTH = referral(
    SOURCE,
    case_area="Ottermere",
    referral_date="2026-01-14",
    referrer={
        "agency": "Castlegate Homes",
        "name": "Marcus Thwaite",
        "role": "Tenancy Support Officer",
        "phones": ["01632960523"],
        "email": "m.thwaite@castlegate.example.org",
    },
    victims=[
        person(
            "Carol Anne Pettifer",
            "1977-03-03",
            home("14 Elder Walk, Ottermere", "ZZ32 4EW"),
            phones=[phone("07700900518", call=True, text=False)],
        )
    ],
    perpetrators=[
        person(
            "Darren Fisk",
            "1974-09-09",
            home("3 Quarry Terrace, Ottermere", "ZZ32 8QT"),
            relationship_to_victim="former husband",
        )
    ],
    children=[
        child("Jamie Pettifer", "2012-05-12", lives_with="victim"),
        child("Skye Pettifer", "2015-11-30", lives_with="victim"),
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["kicked in her front door"],
    accept={
        "children[0].lives_with": [None],
        "children[1].lives_with": [None],
        "children[0].address": [home("14 Elder Walk, Ottermere", "ZZ32 4EW")],
        "children[1].address": [home("14 Elder Walk, Ottermere", "ZZ32 4EW")],
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "victims[0].housing": ["Castlegate Homes"],
    },
)
