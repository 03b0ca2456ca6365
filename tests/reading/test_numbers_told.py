"""Whose a number is that stands in the sentences of a letter: hers, his, somebody's through whom she is reached."""

import pytest

from marac.reading import read
from tests.reading import documents

HEARD = "Please can you list Mrs Ada Hollis, born 3 May 1990, for the next Norbrook MARAC."
HARMS = "The perpetrator is her husband Karl Hollis, born 4 June 1988."


@pytest.fixture(params=["mail", "letter"])
def told(request):
    """What a sentence leaves with her and with him, in a mail and in a letter."""

    def written(sentence: str):
        passages = [HEARD, HARMS, sentence]
        made = (
            read(documents.mail("\n\n".join(passages)), "mail.eml")
            if request.param == "mail"
            else read(documents.lines("Dear colleague", *passages), "letter.docx")
        )
        hers, his = made.content["victims"][0]["phones"], made.content["perpetrators"][0]["phones"]
        return [(each["number"][-3:], each["whose"]) for each in hers], [each["number"][-3:] for each in his]

    return written


@pytest.mark.parametrize(
    "sentence",
    [
        "The number we have for Mr Hollis is 07700 900123.",
        "The only number that I have for him is 07700 900123.",
        "We hold 07700 900123 for Karl.",
        "Mr Hollis’s mobile is 07700 900123.",
        "Karl is a roofer. His mobile is 07700 900123.",
        "Karl is a roofer. He can be reached on 07700 900123.",
        "He has to live at Dovecote House, 2 Chantry Row, Ellerby, ZZ58 6AF, and his number there is 07700 900123.",
    ],
)
def test_a_number_that_is_said_to_be_his_is_his(told, sentence):
    assert told(f"He hit her. {sentence}") == ([], ["123"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Her brother Tom Moss knows. His number is 07700 900123 and it is safe to call.",
        "His mother can be reached on 07700 900123.",
        "My direct number is 07700 900123.",
        "The number for the duty desk is 07700 900123.",
        "Please ring me on 07700 900123.",
    ],
)
def test_a_number_of_somebody_else_is_neither_hers_nor_his(told, sentence):
    assert told(sentence) == ([], [])


def test_a_sentence_with_a_number_of_each_is_read_in_two(told):
    said = "Her mobile is 07700 900123, safe to call, and Karl's mobile is 07700 900124."

    assert told(said) == ([("123", "own")], ["124"])


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Her friend Mrs Eve Moss, on 07700 900123, has agreed to take messages for her.", "friend Eve Moss"),
        ("Her mum, Eve Moss, can be rung at any time on 07700 900123 and will pass it on.", "mum Eve Moss"),
        ("Her mum will ring her on her mobile, 07700 900123.", "own"),
    ],
)
def test_a_number_through_which_she_is_reached_says_whose_it_is(told, sentence, whose):
    assert told(sentence) == ([("123", whose)], [])


def test_the_landline_that_he_answers_is_kept_as_one_not_to_be_rung(told):
    hers, his = told("Please do not telephone the landline at Mill Lane (01632 960292), which Karl answers.")

    assert (hers, his) == ([("292", "own")], [])


def test_a_phone_of_hers_that_he_has_taken_stays_hers_and_is_not_safe():
    form = documents.form(
        [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"], ["Phone", "07700 900639 (safe)"]],
        [["Perpetrator"], ["Name", "Karl LOWE"], ["Gender", "Male"]],
    )
    said = "Karl was there last night and has taken her mobile, so please do NOT use 07700 900639, he answers it."
    told = read(documents.mail(f"Form attached for Ada HOLLIS.\n\n{said}", ("form.docx", form)), "mail.eml").content

    phone = told["victims"][0]["phones"][0]
    assert (phone["number"], phone["safe_to_call"]) == ("07700900639", False)
    assert told["perpetrators"][0]["phones"] == []
