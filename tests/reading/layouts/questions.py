"""A children's charity's form of questions with numbers, sub-questions and answers after an A."""

from tests.reading.documents import lines
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "numbered-questions.docx"


def document() -> bytes:
    return lines(
        "Little Oaks Family Charity",
        "MARAC referral questionnaire (for Wickmere)",
        "Q1. Who is making this referral?",
        "A. Bronagh Lally, Family Practitioner",
        "Q1a. What is your direct telephone number?",
        "A. 01632 960119",
        "Q1b. What date is it being made?",
        "A. 6th May 2026",
        "Q2. What is the full name of the parent who is being harmed?",
        "A. Stephen Paul Ashdown",
        "Q2a. What is his or her date of birth?",
        "A. 21/07/1984",
        "Q2b. Where does he or she live?",
        "A. 27 Tanner Row, Wickmere, ZZ36 7TR",
        "Q2c. What number can he or she be rung on, and is that safe?",
        "A. 07700 900127. Not safe, his wife checks it.",
        "Q3. What is the full name of the person who is causing the harm?",
        "A. Michelle Ashdown",
        "Q3a. What is his or her date of birth?",
        "A. 15/03/1986",
        "Q3b. Where does he or she live?",
        "A. Same address",
        "Q3c. What is their relationship to the parent being harmed?",
        "A. Wife",
        "Q4. Which children live in the home? Give dates of birth.",
        "A. Poppy Ashdown, 10/10/2013",
        "   Alfie Ashdown, 04/04/2016",
        "Q5. Does the parent being harmed know that you are making this referral?",
        "A. Yes",
        "Q6. Did they give consent?",
        "A. Yes",
        "Q7. What is worrying you?",
        "A. Michelle has broken his glasses four times and locks him out at night.",
    )


TANNER = home("27 Tanner Row, Wickmere", "ZZ36 7TR")
TRUTH = referral(
    SOURCE,
    case_area="Wickmere",
    referral_date="2026-05-06",
    referrer={
        "agency": "Little Oaks Family Charity",
        "name": "Bronagh Lally",
        "role": "Family Practitioner",
        "phones": ["01632960119"],
    },
    victims=[person("Stephen Paul Ashdown", "1984-07-21", TANNER, phones=[phone("07700900127", call=False)])],
    perpetrators=[person("Michelle Ashdown", "1986-03-15", TANNER, relationship_to_victim="Wife")],
    children=[child("Poppy Ashdown", "2013-10-10"), child("Alfie Ashdown", "2016-04-04")],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["broken his glasses four times"],
    accept={
        "children[0].lives_with": ["victim", "parents"],
        "children[1].lives_with": ["victim", "parents"],
        "children[0].address": [TANNER],
        "children[1].address": [TANNER],
        "referrer.agency": [None],
    },
)
