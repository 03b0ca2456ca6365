"""A law centre's mail: three numbered paragraphs of facts, the client's new home in the last, a form is not used."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "lawyer-mail.eml"
BODY = """Dear MARAC co-ordinator (Pennard),

We act for Ms Oriel Hathaway (d.o.b. 04.02.1986) and ask that she is heard at the Pennard MARAC.

1. The respondent is her former husband, Mr Dominic Hathaway (d.o.b. 21.08.1982), of 90 Cross Keys Lane, Pennard, ZZ83 \
9CK.
2. There are two children, Saskia Hathaway (b. 06.06.2013) and Piers Hathaway (b. 18.03.2016), who live with our client.
3. Our client may be telephoned on 07700 900432 between 10 and 3. Please do not leave any message on it. The respondent
telephones from 07700 900433.
4. Our client's present address is 12 Brook End, Lower Pennard, ZZ83 2BE. It is confidential under the order of 3 May \
and must not appear in any paper.

On 11 June the respondent drove at our client outside the court. A non-molestation order was made that day. Our client
agrees to this referral.

Yours faithfully
Ysolde Marchbanks
Solicitor
Pennard Law Centre
01632 960434
"""


def document() -> bytes:
    made = mail(BODY)
    made = made.replace(
        b"Sam Okoro <s.okoro@harbourtrust.example.org>", b"Ysolde Marchbanks <ysolde@pennardlaw.example.org>"
    )
    made = made.replace(b"marac@westmoor.example.org", b"marac@pennard.example.org")
    return made.replace(b"Tue, 03 Jun 2025 10:00:00 +0100", b"Fri, 12 Jun 2026 10:10:00 +0100")


BROOK = home("12 Brook End, Lower Pennard", "ZZ83 2BE", secret=True)
TRUTH = referral(
    SOURCE,
    case_area="Pennard",
    referral_date="2026-06-12",
    referrer={
        "agency": "Pennard Law Centre",
        "name": "Ysolde Marchbanks",
        "role": "Solicitor",
        "phones": ["01632960434"],
        "email": "ysolde@pennardlaw.example.org",
    },
    victims=[person("Oriel Hathaway", "1986-02-04", BROOK, phones=[phone("07700900432", call=True, message=False)])],
    perpetrators=[
        person(
            "Dominic Hathaway",
            "1982-08-21",
            home("90 Cross Keys Lane, Pennard", "ZZ83 9CK"),
            phones=[phone("07700900433")],
            relationship_to_victim="former husband",
        )
    ],
    children=[
        child("Saskia Hathaway", "2013-06-06", lives_with="victim"),
        child("Piers Hathaway", "2016-03-18", lives_with="victim"),
    ],
    consent={"consent_given": True},
    must_include=["drove at our client outside the court"],
    accept={
        "victims[0].gender": ["female"],
        "victims[0].phones[0].safe_to_call": [None],
        "perpetrators[0].gender": ["male"],
        "children[0].address": [BROOK],
        "children[1].address": [BROOK],
        "consent.victim_aware": [True],
    },
)
