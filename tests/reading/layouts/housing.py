"""A housing association's form: two people side by side, answers ringed by drawn ovals, a text box, nested tables."""

from tests.reading.markup import deleted, inserted, oval, p, r, tbl, tc, text_box, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "housing-association.docx"


def document() -> bytes:
    household = tbl(
        tr("Name", "Age / DOB", "Relationship to tenant"),
        tr("Poppy Lowther", "11.11.2016", "daughter"),
        tr("Baby, due 14 Feb 2026", "", ""),
    )
    return word(
        p(r("Wharfside Homes: domestic abuse, referral to the Wharfside MARAC", "b")),
        p(
            text_box(
                p("Completed by: Owen Tranter, Neighbourhood Officer"), p("Tel: 01632 960888"), p("Date: 21/11/25")
            )
        ),
        tbl(
            tr(tc("ABOUT THE VICTIM", span=2), tc("ABOUT THE PERPETRATOR", span=2)),
            tr("Name", "Charlene LOWTHER (née Biggs)", "Name", "Robbie LOWTHER"),
            tr("D.O.B.", "30 Apr 92", "D.O.B.", "approx 35"),
            tr("Address", "9 Tow Path, Wharfside\nZZ6 6TP", "Address", "as opposite"),
            tr("Telephone", tc("07700 900", deleted("201"), inserted("207")), "Telephone", "07700 900219"),
            tr("Safe to call?", tc(p(r("Yes / No"), oval(24, 18))), "Relationship", "Husband"),
            tr("Tenancy", "Joint", "Gender", tc(r("M", "b"), " / F")),
        ),
        p("Who else lives in the home?"),
        tbl(tr(tc(p("Household"), household))),
        tbl(
            tr("Has the victim agreed to this referral?", tc(r("Y"), " / ", r("N", "strike"))),
            tr("Is this a repeat?", tc(r("Y", "strike"), " / N")),
            tr(
                "Why are you referring?",
                "She fears he will burn the house down. He poured petrol on the step on Tuesday.",
            ),
        ),
    )


TRUTH = referral(
    SOURCE,
    case_area="Wharfside",
    referral_date="2025-11-21",
    referrer={
        "agency": "Wharfside Homes",
        "name": "Owen Tranter",
        "role": "Neighbourhood Officer",
        "phones": ["01632960888"],
    },
    victims=[
        person(
            "Charlene Lowther",
            "1992-04-30",
            home("9 Tow Path, Wharfside", "ZZ6 6TP"),
            phones=[phone("07700900207", call=False)],
            aliases=["Biggs"],
            housing="Joint",
        )
    ],
    perpetrators=[
        person(
            "Robbie Lowther",
            None,
            home("9 Tow Path, Wharfside", "ZZ6 6TP"),
            phones=[phone("07700900219")],
            age_stated=35,
            gender="male",
            relationship_to_victim="Husband",
        )
    ],
    children=[
        child("Poppy Lowther", "2016-11-11", relationship_to_victim="daughter"),
        {**child(" "), "surname": None, "forenames": None, "unborn": True, "edd": "2026-02-14"},
    ],
    criteria={"repeat": False},
    consent={"consent_given": True},
    must_include=["poured petrol on the step"],
    accept={
        "previous.this_marac": [False],
        "referrer.agency": [None],
        "children[0].gender": ["female"],
        "children[0].lives_with": ["victim"],
        "victims[0].phones[0].safe_to_call": [None],
        "victims[0].diversity.pregnant": [True],
    },
)
