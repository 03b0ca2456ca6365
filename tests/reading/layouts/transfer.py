"""A transfer from one MARAC to another: two areas, two addresses of the victim, label lines under plain headings."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "transfer.docx"


def document() -> bytes:
    return lines(
        "MARAC to MARAC transfer",
        "Transferring MARAC: Dunhelm",
        "Receiving MARAC area: Eskmouth",
        "Coordinator making the transfer: Violet Amadi",
        "Coordinator's telephone: 01632 960133",
        "Date of transfer request: 11/04/2026",
        "Victim",
        "Name: Precious Dlamini",
        "Other names: Precious Nkosi",
        "DOB: 29/02/1992",
        "Address in new area (confidential): 12 Lantern Street, Eskmouth, ZZ50 2LS",
        "Address in old area: 70 Foundry Road, Dunhelm, ZZ51 7FR",
        "Mobile: 07700 900134",
        "Mobile safe to call: Yes",
        "Perpetrator",
        "Name: Themba Nkosi",
        "DOB: 14/06/1988",
        "Address: 70 Foundry Road, Dunhelm, ZZ51 7FR",
        "Relationship: Husband",
        "Children moving with the victim",
        "Lindani Nkosi, 03/10/2015",
        "Ayanda Nkosi, 08/01/2019",
        "Previous MARAC",
        "Heard at Dunhelm MARAC on 05/02/2026, reference DUN-26-014",
        "Consent to transfer: Yes",
        "Summary of risk",
        "Themba has asked her sister for the new address four times and has bought a train ticket to Eskmouth.",
    )


TRUTH = referral(
    SOURCE,
    case_area="Eskmouth",
    referral_date="2026-04-11",
    referrer={"name": "Violet Amadi", "phones": ["01632960133"]},
    victims=[
        person(
            "Precious Dlamini",
            "1992-02-29",
            home("12 Lantern Street, Eskmouth", "ZZ50 2LS", secret=True),
            home("70 Foundry Road, Dunhelm", "ZZ51 7FR", "previous"),
            phones=[phone("07700900134", call=True)],
            aliases=["Precious Nkosi"],
        )
    ],
    perpetrators=[
        person(
            "Themba Nkosi",
            "1988-06-14",
            home("70 Foundry Road, Dunhelm", "ZZ51 7FR"),
            relationship_to_victim="Husband",
        )
    ],
    children=[child("Lindani Nkosi", "2015-10-03"), child("Ayanda Nkosi", "2019-01-08")],
    consent={"consent_given": True},
    must_include=["bought a train ticket to Eskmouth"],
    accept={
        "referrer.agency": ["Dunhelm", "Dunhelm MARAC"],
        "referrer.role": ["Coordinator"],
        "previous.other_marac": [True],
        "previous.this_marac": [True],
        "previous.last_date": ["2026-02-05"],
        "previous.last_ref": ["DUN-26-014"],
        "previous.other_marac_detail": ["Heard at Dunhelm MARAC on 05/02/2026, reference DUN-26-014"],
        "children[0].lives_with": ["victim"],
        "children[1].lives_with": ["victim"],
        "consent.consent_given": [None],
    },
)
