"""Which number a box, a letter or a question about safety means, in the ways in which forms print them."""

import pytest

from marac.answers import choices
from marac.reading import read
from marac.telephones.safety import said_of_number
from marac.written.text import Text
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"]]
WAYS = ("safe_to_call", "safe_to_text", "safe_to_leave_message")


def phones(*rows):
    got = read(documents.form([*VICTIM, *map(list, rows)], HARMS), "form.docx").content
    return {phone["number"]: tuple(phone[way] for way in WAYS) for phone in got["victims"][0]["phones"]}


@pytest.mark.parametrize(
    ("words", "boxes"),
    [
        ("Mobile: 07700 900123  ☐ ok to call  ☒ ok to text", [("ok to call", False), ("ok to text", True)]),
        ("07700 900123\t☒ call ☐ text", [("call", True), ("text", False)]),
        ("Safe to call: Yes ☒ No ☐ (after 6pm)", [("Safe to call: Yes", True), ("No", False)]),
        ("Tel: 07700 900123 Safe ☒ Not safe ☐", [("Tel: 07700 900123 Safe", True), ("Not safe", False)]),
    ],
)
def test_a_box_stands_before_its_words_where_a_number_stands_before_it(words, boxes):
    assert choices.boxes(Text(words)) == boxes


def test_a_way_whose_box_is_left_empty_beside_another_that_is_ticked_is_not_allowed():
    line = "07700 900123\t☒ ok to call  ☒ ok to text  ☐ ok to leave voicemail"

    assert phones(["Mobile (new)", line]) == {"07700900123": (True, True, False)}


def test_boxes_that_are_all_empty_say_nothing():
    line = "07700 900123\t☐ ok to call  ☐ ok to text  ☐ ok to leave voicemail"

    assert phones(["Mobile", line]) == {"07700900123": (None, None, None)}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("call Y, text N, voicemail N", {"safe_to_call": True, "safe_to_text": False, "safe_to_leave_message": False}),
        ("Text N. Voicemail N", {"safe_to_text": False, "safe_to_leave_message": False}),
        ("call Y / N, text Y / N", {}),
        ("call y, text n", {}),
    ],
)
def test_letters_behind_each_way_are_answers(words, said):
    assert said_of_number(words, pointed=True) == said


def test_rules_that_begin_with_a_kind_of_number_are_of_that_number():
    got = phones(
        ["Telephone", "07700 900123 mobile\n01632 960123 work (depot)"],
        ["Contact rules", "Mobile: call Y, text N, voicemail N\nWork: call Y, message Y"],
    )

    assert got == {"07700900123": (True, False, False), "01632960123": (True, None, True)}


def test_a_question_means_the_only_number_that_stands_before_it():
    got = phones(
        ["Telephone", "07700 900123"],
        ["Safe to call?", "Yes"],
        ["Safe to text?", "No"],
        ["Other number", "01632 960123, do not use"],
    )

    assert got["07700900123"] == (True, False, None)
    assert got["01632960123"][0] is False


def test_a_yes_after_two_numbers_means_neither_surely():
    got = phones(["Mobile", "07700 900123"], ["Landline", "01632 960123"], ["Safe to call?", "Yes"])

    assert {ways[0] for ways in got.values()} == {None}


def test_a_number_under_a_label_that_forbids_it_is_not_safe():
    got = phones(["Safe number", "07700 900123, calls and texts fine"], ["NOT safe", "07700 900124 (he has it)"])

    assert got["07700900123"][:2] == (True, True)
    assert got["07700900124"][0] is False


def test_what_is_asked_in_his_column_is_not_said_of_her():
    rows = [
        ["OUR CLIENT", "THE PERSON ABUSING HER"],
        ["Surname: HOLLIS", "Surname: LOWE"],
        ["First name: Ada", "First name: Ben"],
        ["Does she know of the referral? Yes", "Does this person know of the referral? No"],
        ["Safe to ring? No", "Phone: 07700 900124"],
    ]
    got = read(documents.form(rows), "form.docx").content

    assert got["consent"]["victim_aware"] is True
    assert got["perpetrators"][0]["phones"][0]["number"] == "07700900124"


def test_his_number_in_her_box_is_never_hers():
    rows = [
        ["Victim"],
        ["Her name", "Ada HOLLIS"],
        ["Her number", "07700 900123"],
        ["His name", "Ben LOWE"],
        ["His number", "07700 900124"],
    ]
    got = read(documents.form(rows), "form.docx").content

    assert [phone["number"] for phone in got["victims"][0]["phones"]] == ["07700900123"]
    assert [phone["number"] for person in got["perpetrators"] for phone in person["phones"]] == ["07700900124"]


@pytest.mark.parametrize("said", ["his mobile, she has none", "his old work number", "the only number held for him"])
def test_a_number_said_to_be_his_is_not_given_to_her(said):
    assert phones(["Phone", f"07700 900124 ({said})"]) == {}


def test_a_number_in_its_label_belongs_to_the_answer_and_none_of_these_forbids_all():
    said = "Safe to  ☐ ring   ☐ leave message   ☐ text     ☒ None of these: husband has the handset"

    assert phones(["Own mobile 07700 900123", said]) == {"07700900123": (False, False, False)}
