"""A refuge's letter on headed paper as a flat PDF: a heading line for each person, the rest in sentences."""

from tests.reading.layouts.pdfs import page, pdf, words
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "headed-letter.pdf"
LINES = (
    "Rosewell Refuge, PO Box 12, Rosewell ZZ59 1PB. Tel 01632 960920",
    "",
    "25 March 2026",
    "",
    "MARAC Coordinator, Rosewell",
    "",
    "Dear Coordinator",
    "",
    "Re: Nasreen AKHTAR, born 16 August 1987",
    "",
    "I am writing to refer Nasreen to the next MARAC. She has been staying in our refuge since 20 March.",
    "Our address must not be shared with anyone outside the meeting.",
    "",
    "She can be rung safely on 07700 900921 between 1pm and 3pm. Please do not text her.",
    "",
    "Perpetrator: Imtiaz AKHTAR, born 2 January 1981, husband, of 19 Kiln Street, Darley, ZZ59 9KS.",
    "",
    "Children: Zara Akhtar, born 8 July 2015, and Bilal Akhtar, born 30 November 2018. Both are with Nasreen.",
    "",
    "Imtiaz has offered a reward in two shops for news of her. His brothers have driven past the school every day.",
    "",
    "Nasreen knows that I am referring her and has given her consent. The checklist score is 21, so I refer",
    "her as visible high risk.",
    "",
    "Yours sincerely",
    "",
    "Gwendolyn Marsh",
    "Refuge Manager",
)


def document() -> bytes:
    return pdf(page(*(words(60, 790 - 18 * n, line, 10) for n, line in enumerate(LINES) if line)))


TRUTH = referral(
    SOURCE,
    case_area="Rosewell",
    referral_date="2026-03-25",
    referrer={"agency": "Rosewell Refuge", "name": "Gwendolyn Marsh", "role": "Refuge Manager",
              "phones": ["01632960920"]},
    victims=[
        person("Nasreen Akhtar", "1987-08-16", home("Rosewell Refuge, PO Box 12, Rosewell", "ZZ59 1PB", secret=True),
               phones=[phone("07700900921", call=True, text=False)])
    ],
    perpetrators=[
        person("Imtiaz Akhtar", "1981-01-02", home("19 Kiln Street, Darley", "ZZ59 9KS"),
               relationship_to_victim="husband")
    ],
    children=[
        child("Zara Akhtar", "2015-07-08", lives_with="victim"),
        child("Bilal Akhtar", "2018-11-30", lives_with="victim"),
    ],
    criteria={"visible_high_risk": True},
    checklist={"score_stated": 21},
    consent={"victim_aware": True, "consent_given": True},
    must_include=["offered a reward in two shops"],
    accept={
        "case_area": [None], "victims[0].gender": ["female"],
        "children[0].lives_with": [None], "children[1].lives_with": [None],
    },
)  # fmt: skip
