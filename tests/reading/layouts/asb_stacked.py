"""A housing association's nuisance team: each label stands in a cell above its answer, the complaint's two sides in
headed tables, the household listed one person a row with what each is to the tenant."""

from tests.reading.documents import form
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "asb-stacked.docx"


def document() -> bytes:
    return form(
        [
            ["Officer", "Team", "Direct dial", "Opened"],
            ["Wes Cardew", "Larkfield Homes nuisance team", "01632 960531", "21/04/2026"],
        ],
        [
            ["Reporting tenant"],
            ["Name", "Born", "Best number"],
            ["Iris Fenwick", "08/03/1979", "07700 900531 (ok to call and text)"],
            ["Address"],
            ["7 Larkfield Court, Stowmarsh, ZZ19 7LC"],
        ],
        [
            ["Person complained about"],
            ["Name", "Born", "Connection to tenant"],
            ["Leon Tranter", "19/12/1983", "ex-partner"],
            ["Address"],
            ["No fixed abode, stays with mother at 112 Brick Lane, Stowmarsh, ZZ19 2BL"],
        ],
        [
            ["Household", "Born", "What they are to the tenant"],
            ["Mabel Fenwick", "01/07/2012", "daughter"],
            ["Rex Fenwick-Tranter", "25/05/2018", "son (Leon is his dad)"],
            ["Dot Fenwick", "13/09/1951", "mother"],
        ],
        [
            ["Summary for the MARAC at Stowmarsh"],
            ["Leon kicked the door in on 18 April and poured petrol through the letter box. This is the third report "
             "since January."],
            ["Has the tenant consented?"],
            ["Yes, in writing 21/04/2026"],
        ],
        title="Nuisance and harassment: escalation",
    )  # fmt: skip


COURT = home("7 Larkfield Court, Stowmarsh", "ZZ19 7LC")
TRUTH = referral(
    SOURCE,
    case_area="Stowmarsh",
    referral_date="2026-04-21",
    referrer={
        "agency": "Larkfield Homes",
        "name": "Wes Cardew",
        "role": "Officer",
        "phones": ["01632960531"],
    },
    victims=[person("Iris Fenwick", "1979-03-08", COURT, phones=[phone("07700900531", call=True, text=True)])],
    perpetrators=[
        person(
            "Leon Tranter",
            "1983-12-19",
            home("112 Brick Lane, Stowmarsh", "ZZ19 2BL"),
            relationship_to_victim="ex-partner",
            no_fixed_abode=True,
        )
    ],
    children=[
        child("Mabel Fenwick", "2012-07-01", relationship_to_victim="daughter"),
        child("Rex Fenwick-Tranter", "2018-05-25", relationship_to_victim="son"),
    ],
    others=[other("Dot Fenwick", "mother")],
    consent={"consent_given": True},
    must_include=["poured petrol through the letter box"],
    accept={
        "case_area": [None],
        "referrer.agency": ["Larkfield Homes nuisance team"],
        "referrer.role": [None],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].addresses[0].type": ["temporary"],
        "perpetrators[0].addresses[0].text": ["stays with mother at 112 Brick Lane, Stowmarsh"],
        "children[0].gender": ["female"],
        "children[1].gender": ["male"],
        "children[0].lives_with": ["victim"],
        "children[1].lives_with": ["victim"],
        "children[0].address": [COURT],
        "children[1].address": [COURT],
        "children[1].relationship_to_victim": ["son (Leon is his dad)"],
        "children[1].relationship_to_perpetrator": ["son"],
        "consent.victim_aware": [True],
    },
)
