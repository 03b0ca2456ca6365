"""An older people's charity's form of label lines in bold, with 'the person whose behaviour worries us'."""

from tests.reading.markup import head, p, r, word
from tests.reading.truth import home, other, person, phone, referral

SOURCE = "older-people.docx"
LINES = (
    ("Name of worker", "Patricia Holroyd"),
    ("Role", "Information and Advice Worker"),
    ("Charity", "Silverdene Age Concern"),
    ("Work mobile", "07700 900351"),
    ("Form completed on", "11 November 2025"),
)
HER = (
    ("Full name", "Edith Rose Calloway (née Marsh)"),
    ("Date of birth", "5 May 1940"),
    ("Home address", "1 Bowling Green Cottages, Silverdene, ZZ54 1BG"),
    ("Home phone", "01632 960352"),
    ("Is the home phone safe?", "No, her grandson picks it up"),
    ("Any disability", "Yes, partially sighted"),
    ("Next of kin", "Joan Marsh (sister), 01632 960353"),
)
HIM = (
    ("Full name", "Tyrone Calloway"),
    ("Date of birth", "26 December 2001"),
    ("Home address", "Lives with her"),
    ("Relationship to the older person", "Grandson"),
)
REST = (
    ("Does the older person know about the referral?", "Yes"),
    ("Has the older person agreed to it?", "Yes"),
)


def box(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    return [p(r(f"{label}: ", "b"), value) for label, value in pairs]


def document() -> bytes:
    return word(
        head("Referral to Silverdene MARAC"),
        *box(LINES),
        head("The older person who is being harmed"),
        *box(HER),
        head("The person causing the harm"),
        *box(HIM),
        head("The referral"),
        *box(REST),
        p(
            r("Why we are worried: ", "b"),
            "Tyrone has her bank card, and on Sunday he locked her in the coal shed until dark.",
        ),
    )


BOWLING = home("1 Bowling Green Cottages, Silverdene", "ZZ54 1BG")
TRUTH = referral(
    SOURCE,
    case_area="Silverdene",
    referral_date="2025-11-11",
    referrer={
        "agency": "Silverdene Age Concern",
        "name": "Patricia Holroyd",
        "role": "Information and Advice Worker",
        "phones": ["07700900351"],
    },
    victims=[
        person(
            "Edith Rose Calloway",
            "1940-05-05",
            BOWLING,
            phones=[phone("01632960352", call=False)],
            aliases=["Marsh"],
            diversity={"disabled": True, "disability_detail": "partially sighted"},
        )
    ],
    perpetrators=[person("Tyrone Calloway", "2001-12-26", BOWLING, relationship_to_victim="Grandson")],
    others=[other("Joan Marsh", "sister", "next of kin", phones=[phone("01632960353")])],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["locked her in the coal shed"],
    accept={"others": [[]]},
)
