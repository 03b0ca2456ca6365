"""What a coordinator reads beside a number: each remark once, as it was written, and nothing that is no longer true."""

import pytest

from marac.telephones import phones
from marac.telephones.phones import Phone
from marac.telephones.safety import given_up, said_of_number
from marac.written.blocks import Place
from marac.written.text import Text

FORM, MAIL = Place("form", "body", "t1", "Telephone"), Place("mail", "body", "p1", "mail body")


def notes(held):
    return [words for words, _ in held.notes]


@pytest.mark.parametrize(
    ("box", "first"),
    [
        ("07700 900111 / work 01632 960222", []),
        ("07700 900111 and home: 01632 960222", []),
        ("07700 900111 after 5pm / work 01632 960222", ["after 5pm"]),
        ("07700 900111 (not at work)", ["(not at work)"]),
    ],
)
def test_the_name_of_the_next_number_is_no_remark_about_this_one(box, first):
    assert notes(phones.phones_of(Text(box), FORM)[0]) == first


def test_a_remark_stands_once_in_the_words_in_which_it_was_written():
    held = phones.phones_of(Text("Mob 07700 900111\nHome 01632 960222"), FORM)
    said = "NO to both. Mobile can be rung 10 to 12 only. Never ring the home number."

    phones.answer_for_all(held, "safe_to_leave_message", Text(said), FORM)

    assert [notes(each) for each in held] == [[said], [said]]


def test_what_the_mail_contradicts_is_no_remark_any_more():
    [held] = phones.phones_of(Text("07700 900111 (safe)"), FORM)
    assert (held.said["safe_to_call"].value, notes(held)) == (True, ["(safe)"])

    phones.judge_later_word([held], "He has her phone. Do NOT use 07700 900111, he answers it.", MAIL)

    assert (held.said["safe_to_call"].value, notes(held)) == (
        False, ["He has her phone.", "Do NOT use 07700 900111, he answers it."],
    )  # fmt: skip
    assert held.as_tree()["note"].place == MAIL


@pytest.mark.parametrize(
    ("said", "safe"), [("She is safe to call on Tuesdays.", False), ("07700 900111 is safe.", True)]
)
def test_a_later_yes_turns_over_a_no_only_where_it_names_the_number(said, safe):
    [held] = phones.phones_of(Text("07700 900111 do not ring, he answers"), FORM)

    phones.judge_later_word([held], said, MAIL)

    assert held.said["safe_to_call"].value is safe


def test_what_the_mail_adds_stands_beside_what_the_form_says():
    [held] = phones.phones_of(Text("07700 900111 safe after 5pm"), FORM)

    phones.judge_later_word([held], "Please do not leave messages on 07700 900111.", MAIL)

    assert len(held.notes) == 2
    assert held.as_tree()["note"].place == FORM


@pytest.mark.parametrize(
    "order", [("after 5pm only", "Ring after 5pm only, please"), ("Ring after 5pm only, please", "after 5pm only")]
)
def test_of_two_remarks_that_say_the_same_the_longer_stays(order):
    held = Phone("07700900111", FORM)
    for words in order:
        held.note(words, FORM)

    assert notes(held) == ["Ring after 5pm only, please"]


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("Ada's mobile is no use now, Karen took it off her on Tuesday.", True),
        ("Karen has his phone now.", True),
        ("Her phone's with Declan.", True),
        ("Her mobile is with him", True),
        ("Voice calls are no use to him.", False),
        ("He has her phone in the evenings.", False),
        ("Suspect has her phone log-in.", False),
        ("She has her phone with her.", False),
        ("Karl has his phone on him.", False),
    ],
)
def test_a_number_is_given_up_where_somebody_else_has_it_for_good(said, gone):
    assert given_up(said) is gone


@pytest.mark.parametrize(
    "box",
    [
        "New: 07700 900450\nOld: 07700 900451",
        "07700 900450 (new). 07700 900451 is the OLD phone",
        "07700 900451 is her old number. New 07700 900450",
    ],
)
def test_of_two_numbers_what_is_said_of_the_new_one_or_the_old_is_said_of_that_one_alone(box):
    held = phones.phones_of(Text(box), FORM)

    phones.judge(held, "New number: ring or text, it is safe to call. Do not use the old one.", FORM)

    safe = {phone.number: phone.said["safe_to_call"].value for phone in held}
    assert safe == {"07700900450": True, "07700900451": False}


def test_what_is_said_of_new_and_old_at_once_or_of_two_new_ones_is_said_of_no_one_alone():
    held = phones.phones_of(Text("07700 900450 (new), 07700 900451 (new)"), FORM)

    phones.judge(held, "The new one is safe to call.", FORM)
    phones.judge(held, "The old one or the new one is safe to call.", FORM)

    assert [phone.said.get("safe_to_call") for phone in held] == [None, None]


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("Ring yes, 9.15 to 2.30.", True),
        ("Ring: yes, after 4pm. Text: no", True),
        ("Call: yes, weekdays, but not if he is at home", None),
        ("Ring yes, 9 to 12 but he may be in", None),
        ("Ring: no, 9 to 12 he is in", False),
    ],
)
def test_a_yes_with_hours_is_a_yes_and_with_a_doubt_it_is_none(words, safe):
    assert said_of_number(words, pointed=True).get("safe_to_call") is safe
