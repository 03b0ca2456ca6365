"""A fostering agency's mail: everybody is named only in sentences, the one who harms before his relation."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "foster-mail.eml"
BODY = """Hello,

I would like to refer Marcia Delaney, born 12 June 1984, who fosters for us in Wexborough. She lives at 15 Chantry Rise,
Wexborough, ZZ28 5CR, and her number is 07700 900541. It is safe to call her on that number but please do not text.

She is at risk from Vincent Delaney, her estranged husband, born 3 March 1980. He moved out in January and is staying
at 66 Canal Street, Wexborough, ZZ28 8CS.

She has one child of her own, Joel Delaney (born 19 October 2015), who is at Chantry Primary School.

On Sunday Vincent came to the house, pushed Marcia down the stairs and told her he would burn it with everybody inside.
She knows that I am writing to you and has agreed to it.

Kind regards,
Fola Adeyinka
Supervising social worker
Three Rivers Fostering
01632 960541
"""


def document() -> bytes:
    made = mail(BODY)
    made = made.replace(
        b"Sam Okoro <s.okoro@harbourtrust.example.org>", b"Fola Adeyinka <fola@threerivers.example.org>"
    )
    made = made.replace(b"marac@westmoor.example.org", b"marac@wexborough.example.org")
    return made.replace(b"Tue, 03 Jun 2025 10:00:00 +0100", b"Mon, 02 Feb 2026 09:12:00 +0000")


RISE = home("15 Chantry Rise, Wexborough", "ZZ28 5CR")
TRUTH = referral(
    SOURCE,
    case_area="Wexborough",
    referral_date="2026-02-02",
    referrer={
        "agency": "Three Rivers Fostering",
        "name": "Fola Adeyinka",
        "role": "Supervising social worker",
        "phones": ["01632960541"],
        "email": "fola@threerivers.example.org",
    },
    victims=[person("Marcia Delaney", "1984-06-12", RISE, phones=[phone("07700900541", call=True, text=False)])],
    perpetrators=[
        person(
            "Vincent Delaney",
            "1980-03-03",
            home("66 Canal Street, Wexborough", "ZZ28 8CS"),
            relationship_to_victim="estranged husband",
        )
    ],
    children=[child("Joel Delaney", "2015-10-19", school="Chantry Primary School")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["pushed Marcia down the stairs"],
    accept={
        "case_area": [None],
        "victims[0].gender": ["female"],
        "victims[0].occupation": ["foster carer"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].addresses[0].type": ["temporary"],
        "children[0].lives_with": ["victim"],
        "children[0].address": [RISE],
        "children[0].relationship_to_victim": ["child", "son"],
    },
)
