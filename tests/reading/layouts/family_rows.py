"""A family hub's form: a row for Mum, for Dad and for each child; who harms whom is told by a line beneath."""

from tests.reading.markup import head, p, tbl, tr, word
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "family-hub.docx"

PARTS = (
    head("Early Help family record, used as MARAC referral (Wexcombe)"),
    tbl(
        tr("Practitioner", "Dafydd Prosser", "Hub", "Wexcombe North Family Hub"),
        tr("Phone", "01632 960281", "Today's date", "30/01/2026"),
    ),
    p(""),
    tbl(
        tr("", "Name", "D.O.B.", "Address", "Phone"),
        tr("Mum", "Holly Jade Venn", "12/06/1995", "22 Ridgeway, Wexcombe, ZZ57 2RW", "07700 900282"),
        tr("Dad", "Aaron Venn", "03/03/1992", "Flat 1, 9 Bell Street, Wexcombe, ZZ57 9BS", "07700 900283"),
        tr("Child", "Arlo Venn", "25/10/2017", "22 Ridgeway, Wexcombe, ZZ57 2RW", ""),
        tr("Child", "Wren Venn", "14/02/2020", "22 Ridgeway, Wexcombe, ZZ57 2RW", ""),
    ),
    p(""),
    tbl(
        tr("Who is the victim of domestic abuse?", "Mum"),
        tr("Who is the person using abuse?", "Dad"),
        tr("Is Mum's number safe to call?", "Yes"),
        tr("Is Mum aware of the MARAC referral?", "Yes"),
        tr("Does Mum consent?", "Yes"),
        tr(
            "Why are you worried now?",
            "Aaron let himself in with a copied key and was sitting on the end of Arlo's bed at four in the morning.",
        ),
    ),
)


def document() -> bytes:
    return word(*PARTS)


RIDGEWAY = home("22 Ridgeway, Wexcombe", "ZZ57 2RW")
TRUTH = referral(
    SOURCE,
    case_area="Wexcombe",
    referral_date="2026-01-30",
    referrer={
        "agency": "Wexcombe North Family Hub",
        "name": "Dafydd Prosser",
        "role": "Practitioner",
        "phones": ["01632960281"],
    },
    victims=[person("Holly Jade Venn", "1995-06-12", RIDGEWAY, phones=[phone("07700900282", call=True)])],
    perpetrators=[
        person(
            "Aaron Venn",
            "1992-03-03",
            home("Flat 1, 9 Bell Street, Wexcombe", "ZZ57 9BS"),
            phones=[phone("07700900283")],
        )
    ],
    children=[
        child("Arlo Venn", "2017-10-25", address=RIDGEWAY),
        child("Wren Venn", "2020-02-14", address=RIDGEWAY),
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["copied key"],
    accept={
        "children[0].lives_with": ["victim"],
        "children[1].lives_with": ["victim"],
        "victims[0].phones[0].safe_to_call": [None],
        "consent.victim_aware": [None],
        "consent.consent_given": [None],
        "referrer.role": [None],
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].relationship_to_victim": ["Dad", "Father"],
        "referrer.agency": ["Early Help"],
    },
)
