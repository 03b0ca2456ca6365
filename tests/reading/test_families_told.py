"""Whose the children are and who else harms her, where the sentences of a letter say it."""

import pytest

from marac.reading import read
from tests.reading import documents

HEARD = "Please can you list Mrs Ada Hollis, born 3 May 1990, of 4 Mill Lane, Westmoor, ZZ1 4NE."
HARMS = "The perpetrator is her husband Karl Hollis, born 4 June 1988."


def told(*sentences: str):
    return read(documents.lines("Dear colleague", HEARD, HARMS, *sentences), "letter.docx").content


@pytest.mark.parametrize(
    "sentence",
    [
        "He also has a daughter by an earlier relationship, Ruby Moss, who is 11 and lives with her mother, Eve Moss.",
        "Karl has a daughter by his first marriage, Ruby Moss, who is 11 and lives with her mother, Eve Moss.",
    ],
)
def test_a_child_of_his_alone_is_not_hers_and_does_not_live_at_her_home(sentence):
    children = told(f"She has a son living with her, Tyler Hollis, born 30 May 2022. {sentence}")["children"]

    ruby = next(each for each in children if each["forenames"] == "Ruby")
    assert (ruby["relationship_to_perpetrator"], ruby["relationship_to_victim"]) == ("daughter", None)
    assert (ruby["lives_with"], ruby["address"]) == ("her mother, Eve Moss", None)


KIN = "Her mother-in-law, Mrs Joan Hollis, is in the house too."


def test_the_only_relative_harms_too_where_the_letter_says_that_both_do():
    harming = told(KIN, "I regard both of them as perpetrators.")["perpetrators"]

    assert [(each["forenames"], each["relationship_to_victim"]) for each in harming][1:] == [("Joan", "mother-in-law")]


@pytest.mark.parametrize(
    "sentences", [[KIN], [KIN, "Her sister, Eve Moss, knows.", "I regard both of them as perpetrators."]]
)
def test_nobody_is_made_one_who_harms_where_it_may_be_another(sentences):
    assert len(told(*sentences)["perpetrators"]) == 1


@pytest.mark.parametrize(
    ("sentence", "alias"),
    [
        ("Ada likes to be called Addie.", ["Addie"]),
        ("Everyone here calls her Addie.", []),
        ("Ada is known to friends as Addie.", ["Addie"]),
        ("Ada is known as Mrs Moss.", []),
        ("Ada asks that we call her Monday or Tuesday.", []),
    ],
)
def test_what_she_is_called(sentence, alias):
    assert told(sentence)["victims"][0]["aliases"] == alias


def test_the_patient_of_whom_a_doctor_writes_is_she_though_another_woman_is_named():
    content = told(
        "I am writing to refer my patient, who came here in 2021. I saw her on 8 April. Her first language is Punjabi.",
        KIN,
        "I regard both of them as perpetrators.",
    )

    assert content["victims"][0]["diversity"]["language"] == "Punjabi"
