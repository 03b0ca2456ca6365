"""A housing provider's form: people in a grid with a column for who each is, then questions about the tenant."""

from tests.reading.documents import form
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "housing-grid.docx"
PARTS = (
    [
        ["Officer", "Raj Malhotra", "Team", "Stonebeck Homes Tenancy Team"],
        ["Phone", "01632 960544", "Date of referral", "07/09/2026"],
    ],
    [
        ["Name", "Who are they?", "Date of birth", "Address", "Phone"],
        ["Gemma Louise Tait", "Victim", "13/12/1993", "20 Sorrel Way, Stonebeck ZZ72 0SW", "07700 900545"],
        ["Lee Ashton", "Perpetrator", "08/08/1990", "20 Sorrel Way, Stonebeck ZZ72 0SW", "07700 900546"],
        ["Poppy Tait", "Child", "01/02/2019", "20 Sorrel Way, Stonebeck ZZ72 0SW", ""],
        ["Maria Tait", "Victim's mother", "", "2 Clover Bank, Stonebeck ZZ72 2CB", "01632 960547"],
    ],
    [
        ["Relationship of perpetrator to victim", "Partner"],
        ["Is the victim's phone safe to call?", "No"],
        ["Is it safe to call the victim's mother?", "Yes"],
        ["Has the victim consented to the referral?", "Yes"],
        [
            "What has led to this referral?",
            "Lee has kicked through two doors, and on Friday he held Gemma out over the banister.",
        ],
    ],
)


def document() -> bytes:
    return form(*PARTS, title="Stonebeck MARAC referral")


SORREL = home("20 Sorrel Way, Stonebeck", "ZZ72 0SW")
TRUTH = referral(
    SOURCE,
    case_area="Stonebeck",
    referral_date="2026-09-07",
    referrer={"agency": "Stonebeck Homes Tenancy Team", "name": "Raj Malhotra", "phones": ["01632960544"]},
    victims=[person("Gemma Louise Tait", "1993-12-13", SORREL, phones=[phone("07700900545", call=False)])],
    perpetrators=[
        person("Lee Ashton", "1990-08-08", SORREL, phones=[phone("07700900546")], relationship_to_victim="Partner")
    ],
    children=[child("Poppy Tait", "2019-02-01", address=SORREL)],
    others=[
        {"name": "Maria Tait", "relationship": "mother", "role": "named", "phones": [phone("01632960547", call=True)],
         "address": None, "note": None}
    ],
    consent={"consent_given": True},
    must_include=["out over the banister"],
    accept={"others": [[]], "children[0].lives_with": ["victim"]},
)  # fmt: skip
