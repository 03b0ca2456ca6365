"""A Scottish IDAA's form: boxes of label lines inside single cells, side by side, a CHI number, a bold choice."""

from tests.reading.markup import head, p, r, tbl, tc, tr, word
from tests.reading.truth import child, home, other, person, phone, referral

SOURCE = "idaa.docx"


def _questions() -> str:
    return tbl(
        tr(
            "Children (name, age, where they stay)",
            "Finlay Darroch, 9, with survivor\nIsla Darroch, 6, with survivor",
        ),
        tr("Is the survivor aware of this referral?", tc(r("Yes", "b"), " / No")),
        tr("Consent given?", tc("Yes / ", r("No", "b"))),
        tr("Not safe to talk to", "Iain Darroch"),
        tr("Why now?", "Cal has written that Morag will not see the new school year."),
    )


def document() -> bytes:
    return word(
        head("Strathlorne MARAC referral"),
        tbl(
            tr(
                tc(
                    p("Referring IDAA: Eilidh Galbraith"),
                    p("Service: Strathlorne Women's Aid"),
                    p("Phone: 01632 960913"),
                    p("Date: 15.08.2026"),
                )
            )
        ),
        p(""),
        tbl(
            tr(
                tc(
                    p(r("Survivor", "b")),
                    p("Name: Morag Ann MacAskill"),
                    p("Date of birth: 9 May 1983"),
                    p("CHI number: 943 476 5919"),
                    p("Address: 3 Shore Road, Lornebay ZZ19 3SR"),
                    p("Mobile: 07700 900268 (safe after 10am, do not leave messages)"),
                ),
                tc(
                    p(r("Perpetrator", "b")),
                    p("Name: Callum 'Cal' Darroch"),
                    p("Date of birth: 20 Jan 1981"),
                    p("Address: no fixed abode, was staying with his brother Iain Darroch"),
                    p("Mobile: 07700 900269"),
                    p("Relationship to survivor: Ex-partner"),
                ),
            ),
        ),
        p(""),
        _questions(),
    )


SHORE = home("3 Shore Road, Lornebay", "ZZ19 3SR")
TRUTH = referral(
    SOURCE,
    case_area="Strathlorne",
    referral_date="2026-08-15",
    referrer={"agency": "Strathlorne Women's Aid", "name": "Eilidh Galbraith", "phones": ["01632960913"]},
    victims=[
        person(
            "Morag Ann MacAskill",
            "1983-05-09",
            SHORE,
            phones=[phone("07700900268", call=True, message=False)],
            nhs_number="9434765919",
        )
    ],
    perpetrators=[
        person(
            "Callum Darroch",
            "1981-01-20",
            phones=[phone("07700900269")],
            aliases=["Cal"],
            no_fixed_abode=True,
            relationship_to_victim="Ex-partner",
        )
    ],
    children=[
        child("Finlay Darroch", age_stated=9, lives_with="survivor"),
        child("Isla Darroch", age_stated=6, lives_with="survivor"),
    ],
    others=[other("Iain Darroch", "brother", "not safe to talk to")],
    consent={"victim_aware": True, "consent_given": False},
    views={"not_safe_to_talk_to": "Iain Darroch"},
    must_include=["will not see the new school year"],
    accept={
        "referrer.role": ["IDAA"],
        "children[0].lives_with": ["victim", None],
        "children[1].lives_with": ["victim", None],
        "children[0].address": [SHORE],
        "children[1].address": [SHORE],
        "perpetrators[0].addresses": [
            home("with his brother Iain Darroch"),
            home("staying with his brother Iain Darroch"),
        ],
    },
)
