"""What the sentences of a letter say of whom she fears and trusts, of the grounds, the conference and the police."""

import pytest

from marac.reading import read
from tests.reading import documents

HEARD = "Please can you list Mrs Ada Hollis, born 3 May 1990."
HARMS = "The perpetrator is her husband Karl Hollis, born 4 June 1988."


def told(*sentences: str):
    return read(documents.lines("Dear colleague", HEARD, HARMS, *sentences), "letter.docx").content


@pytest.mark.parametrize(
    ("sentence", "key", "said"),
    [
        ("She is frightened of Karl and also of his brother Tom Moss, who looks for her.", "afraid_of",
         "Karl and also of his brother Tom Moss"),
        ("Ada tells me that she is very afraid of her father-in-law.", "afraid_of", "her father-in-law"),
        ("It is safe to talk to her cousin Eve Moss on 07700 900123.", "safe_to_talk_to", "her cousin Eve Moss"),
        ("The person whom she does trust is her neighbour, Mrs Eve Moss.", "safe_to_talk_to",
         "her neighbour, Mrs Eve Moss"),
        ("She feels able to talk to the midwife.", "safe_to_talk_to", "the midwife"),
        ("Please do not speak to Karl's sister Joan Moss, who has been passing things on.", "not_safe_to_talk_to",
         "Karl's sister Joan Moss"),
        ("Nobody should speak to his mother.", "not_safe_to_talk_to", "his mother"),
        ("It is not safe to talk to the school office, where his aunt works.", "not_safe_to_talk_to",
         "the school office"),
    ],
)  # fmt: skip
def test_whom_she_fears_and_trusts(sentence, key, said):
    assert told(sentence)["views"] | {key: said} == told(sentence)["views"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Her daughter Ivy is frightened of Karl.",
        "Her daughter Ivy was there. She is frightened of Karl.",
        "She is not frightened of Karl.",
        "She was frightened of Karl.",
        "She is frightened of losing the children.",
        "She is frightened of him.",
        "Ada's mother trusts Karl.",
        "Please do not speak to Ada when he is at home.",
        "It is safe to speak to Ada at work.",
        "He told her never to speak to her mother.",
        "Is she afraid of Karl?",
    ],
)
def test_what_is_denied_past_or_of_another_is_no_view_of_hers(sentence):
    assert set(told(sentence)["views"].values()) == {None}


@pytest.mark.parametrize(
    ("sentence", "ground"),
    [
        ("In my professional judgement she is at high risk.", "professional_judgement"),
        ("I have no doubt, as a matter of professional judgement, that this is so.", "professional_judgement"),
        ("I could not do a Dash, so this is on professional judgement.", "professional_judgement"),
        ("We are here because it is escalating.", "potential_escalation"),
        ("The Dash came to 16, so she is over your threshold of 14.", "visible_high_risk"),
    ],
)
def test_the_grounds_that_a_writer_gives(sentence, ground):
    assert told(sentence)["criteria"][ground] is True


@pytest.mark.parametrize(
    "sentence",
    [
        "This is not on professional judgement.",
        "Agencies may use professional judgement.",
        "The Dash came to 12, below the threshold of 14.",
        "We will write if it is on professional judgement.",
    ],
)
def test_what_a_sentence_denies_or_only_explains_is_no_ground(sentence):
    assert set(told(sentence)["criteria"].values()) == {None}


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("I would be grateful if this patient could be discussed at the next Norbrook MARAC. " + "More is below. " * 9,
         "Norbrook"),
        ("She was heard at Norbrook MARAC in 2021, and there has been nothing since. " + "More is below. " * 9, None),
    ],
)  # fmt: skip
def test_the_conference_that_is_asked_to_hear_it(sentence, area):
    assert told(sentence)["case_area"] == area


@pytest.mark.parametrize(
    ("sentence", "references"),
    [
        ("The police reference for the burn is NB-61127/26.", ["NB-61127/26"]),
        ("She rang 101 on 19/11/2025 and was given the reference 31-88214-25.", ["31-88214-25"]),
        ("The breach has been reported to police under 58/0341/26.", ["58/0341/26"]),
        ("The police log is 388 of 13/09/2025.", ["388 of 13/09/2025"]),
        ("The police were told under no name on 12/03/2026.", []),
        ("Our file reference is 66/3312/25 and the police know it.", []),
        ("The tenancy number is 0066/3312.", []),
    ],
)
def test_the_numbers_under_which_the_police_keep_it(sentence, references):
    assert told(sentence)["crime_refs"] == references


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Our file says that she was heard at your meeting on 19 March 2025.", (True, "2025-03-19")),
        ("The case came to your MARAC once before, on 12 February 2025.", (True, "2025-02-12")),
        ("As far as I can tell she has never been heard at a MARAC before.", (False, None)),
        ("I can come to your meeting on 12 March 2026.", (None, None)),
    ],
)
def test_hearings_before(sentence, expected):
    before = told(sentence)["previous"]

    assert (before["this_marac"], before["last_date"]) == expected


@pytest.mark.parametrize(
    ("sentence", "agrees"),
    [
        ("Mrs Hollis knows that I am writing to you and has given her consent.", True),
        ("I explained the MARAC to her and she agreed that I should write to you.", True),
        ("She knows that I am writing and is in agreement.", True),
        ("I have explained it to her and she has agreed to it, although she does not want Karl to go to prison.", True),
        ("I have explained it to her and she has agreed to it, though she is worried that he will be told.", True),
        ("Mr Hollis knows that I am writing to you and has given his consent.", None),
        ("Mrs Joan Hollis, her mother-in-law, also hurts her. Mrs Joan Hollis knows and has given consent.", None),
        ("She is not in agreement.", None),
    ],
)
def test_she_agrees(sentence, agrees):
    assert told(sentence)["consent"]["consent_given"] in ((agrees,) if agrees else (None, False))
