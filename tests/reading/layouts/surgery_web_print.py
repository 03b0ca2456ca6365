"""A surgery's web form printed to PDF: address and page in the margins, question numbers, answers after a bullet."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "surgery-web-print.pdf"
FIRST = (
    "Form started by", "Dr Sunniva Blakey (GP partner)",
    "Practice", "Hollins Lane Medical Centre",
    "Practice bypass number", "01632 960171",
    "Which MARAC covers the patient's home?", "Great Penning",
    "Patient full name", "Rosalind Tighe",
    "Patient date of birth", "1 May 1958",
    "NHS number", "4000000026",
    "Registered address", "The Old Chapel, Smithy Brow, Great Penning, ZZ61 1SB",
    "How should MARAC professionals reach the patient?",
    "Only through the surgery. She has no phone of her own since he broke it. She comes for bloods every Tuesday 10am.",
    "Does the patient have care and support needs?", "Yes - rheumatoid arthritis, walks with a frame",
)  # fmt: skip
SECOND = (
    "Name of alleged abuser", "Clive Tighe",
    "Alleged abuser's date of birth", "19 February 1956",
    "Is the alleged abuser registered here too?", "Yes",
    "Alleged abuser's address", "Same as patient's",
    "What are they to each other?", "Husband",
    "Alleged abuser's phone", "07700 900172",
    "Any children under 18 in the home?", "Grandson, Alfie Tighe, 16/09/2011",
    "Patient told of referral?", "( ) Yes  (o) No",
    "If not told, explain", "He sits in on every consultation and reads her letters",
    "Grounds (choose all)", "[x] Professional judgement  [ ] Visible high risk  [ ] Escalation  [ ] Repeat",
    "Tell us what worries you",
    "Third fracture in eighteen months. Bruises to both upper arms. She whispered to the nurse that",
)  # fmt: skip


def drawn(said, number: int) -> str:
    made = [
        words(30, 815, "29/05/2026, 17:48", 7),
        words(250, 815, "Safeguarding eForm v3.2 | Hollins Lane Medical Centre", 7),
        words(30, 20, "https://forms.hollinslane.example.org/sg/3f21", 7),
        words(540, 20, f"{number}/2", 7),
    ]
    y = 785
    for at in range(0, len(said), 2):
        made.append(words(40, y, f"Q{at // 2 + (number - 1) * 10 + 1}", 8))
        made.append(words(64, y, said[at], 9, bold=True))
        left = said[at + 1]
        while left:
            y -= 14
            cut = len(left) if len(left) < 92 else left.rindex(" ", 0, 92)
            made.append(words(72, y, left[:cut], 9))
            left = left[cut:].strip()
        y -= 26
    if number == 2:
        made.append(words(72, y + 12, "he had pushed her from the loft ladder.", 9))
    return page(*made)


def document() -> bytes:
    return pdf(drawn(FIRST, 1), drawn(SECOND, 2))


CHAPEL = home("The Old Chapel, Smithy Brow, Great Penning", "ZZ61 1SB")
TRUTH = referral(
    SOURCE,
    case_area="Great Penning",
    referral_date="2026-05-29",
    referrer={
        "agency": "Hollins Lane Medical Centre",
        "name": "Dr Sunniva Blakey",
        "role": "GP partner",
        "phones": ["01632960171"],
    },
    victims=[
        person(
            "Rosalind Tighe",
            "1958-05-01",
            CHAPEL,
            nhs_number="4000000026",
            diversity={"disabled": True, "disability_detail": "rheumatoid arthritis, walks with a frame"},
        )
    ],
    perpetrators=[
        person("Clive Tighe", "1956-02-19", CHAPEL, phones=[phone("07700900172")], relationship_to_victim="Husband")
    ],
    children=[child("Alfie Tighe", "2011-09-16", relationship_to_victim="grandson")],
    criteria={
        "professional_judgement": True,
        "visible_high_risk": False,
        "potential_escalation": False,
        "repeat": False,
    },
    consent={"victim_aware": False, "reason": "He sits in on every consultation and reads her letters"},
    must_include=["Third fracture in eighteen months"],
    accept={
        "referral_date": [None],
        "referrer.name": ["Sunniva Blakey"],
        "referrer.role": ["GP"],
        "victims[0].gender": ["female"],
        "victims[0].gp": ["Hollins Lane Medical Centre"],
        "victims[0].diversity.disabled": [None],
        "victims[0].phones": [[]],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].gp": ["Hollins Lane Medical Centre"],
        "children[0].gender": ["male"],
        "children[0].relationship_to_victim": [None],
        "children[0].lives_with": ["victim", "parents"],
        "children[0].address": [CHAPEL],
        "previous.this_marac": [False],
        "consent.consent_given": [False],
    },
)
