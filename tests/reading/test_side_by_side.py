"""Two of one part in one answer or side by side, their children among them, and where each of them lives."""

import pytest

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Relationship to victim", "Husband"]]


def content(*tables):
    return read(documents.form(*tables), "form.docx").content


def test_two_in_one_answer_are_told_apart_with_their_births_and_what_is_said_of_both_is_of_each():
    named = "Karen LOWE 03/02/77 and her son Scott BELL, 24, dob n/k"
    rows = [["Perpetrators"], ["Name(s) and date(s) of birth", named], ["Address", "Both as above"]]
    got = content(VICTIM, [*rows, ["Phone", "Scott 07700 900722"]])["perpetrators"]

    assert [(one["forenames"], one["dob"], one["age_stated"]) for one in got] == [
        ("Karen", "1977-02-03", None), ("Scott", None, 24),
    ]  # fmt: skip
    assert [[home["postcode"] for home in one["addresses"]] for one in got] == [["ZZ1 9XX"], ["ZZ1 9XX"]]
    assert [[phone["number"] for phone in one["phones"]] for one in got] == [[], ["07700900722"]]


def test_children_in_the_column_of_one_who_harms_are_children():
    got = content([
        ["", "Person at risk", "Person causing harm"],
        ["Family name", "HOLLIS", "LOWE"],
        ["Given names", "Ada", "Ben"],
        ["Date of birth", "30 Jan 1996", "18.08.94"],
        ["Children / caring", "None", "Daughter Poppy, 4, lives with Ben's mum in Eastcombe"],
        ["Occupation", "Cook", "Driver"],
    ])  # fmt: skip

    assert [one["forenames"] for one in got["children"]] == ["Poppy"]
    assert [(one["forenames"], one["occupation"]) for one in got["perpetrators"]] == [("Ben", "Driver")]


def test_the_same_home_and_another_are_both_theirs():
    told = "Same. Also 6 Fore Street, Westmoor ZZ1 7QA (her mum's)"
    got = content(VICTIM, [[*HARMS[0]], *HARMS[1:], ["Address", told]])["perpetrators"][0]

    assert [home["postcode"] for home in got["addresses"]] == ["ZZ1 9XX", "ZZ1 7QA"]
    assert got["addresses"][1]["text"] == "6 Fore Street, Westmoor"


@pytest.mark.parametrize(
    "told",
    [
        "As the address she fled from",
        "NFA on paper since he was evicted in February. In practice sleeps at the client’s address most nights.",
    ],
)
def test_the_home_that_she_fled_or_where_he_sleeps_in_practice_is_his(told):
    hers = ["Address fled from", "77 Tannery Row, Westmoor, ZZ1 4KE"] if "fled" in told else VICTIM[2]
    got = content([*VICTIM[:2], hers], [*HARMS, ["Address", told]])["perpetrators"][0]

    assert [home["postcode"] for home in got["addresses"]] == [hers[1][-7:]]


def test_a_client_whose_home_he_does_not_sleep_at_is_alone_there():
    told = "Not known. He was sleeping at the client’s address until March."

    assert content(VICTIM, [*HARMS, ["Address", told]])["perpetrators"][0]["addresses"] == []


def test_two_side_by_side_each_with_labels_over_the_answers_are_told_apart():
    rows = [
        ["1. Name\nJulie LOWE", "2. Name\nKev MOON"],
        ["Date of birth or age\n5/9/72", "Date of birth or age\nnot known"],
        ["Address\nas victim", "Address\nNFA. Sleeps in his van"], ["Telephone\n07700 900566", "Telephone"],
    ]  # fmt: skip
    got = content(VICTIM, [["About the person or people causing the harm"], *rows])["perpetrators"]

    assert [(one["forenames"], one["dob"]) for one in got] == [("Julie", "1972-09-05"), ("Kev", None)]
    assert [[home["postcode"] for home in one["addresses"] if home["postcode"]] for one in got] == [["ZZ1 9XX"], []]
    assert [[phone["number"] for phone in one["phones"]] for one in got] == [["07700900566"], []]


def test_a_row_of_labels_for_each_child_tells_the_unborn_apart_from_the_next():
    rows = [["Name", name, "DOB", born, "Notes", ""] for name, born in
            (("Theo LOWE", "2nd March 2025"), ("Unborn", "EDD 20/05/2026"), ("Mia HOLT", "3/4/2022"))]  # fmt: skip
    got = content(VICTIM, HARMS, [["Children, and unborn"], *rows])["children"]

    assert [(one["forenames"], one["unborn"], one["dob"]) for one in got] == [
        ("Theo", False, "2025-03-02"), (None, True, None), ("Mia", False, "2022-04-03"),
    ]  # fmt: skip


def test_a_mother_who_is_named_and_is_none_of_ours_is_not_the_victim():
    rows = [["Children"], ["Name", "DOB", "Notes"], ["Mia Holt", "3/4/2022", "Ben's. With her mum Kelsey Holt"]]
    child = content([*VICTIM, ["Gender", "Female"]], HARMS, rows)["children"][0]

    assert (child["lives_with"], child["address"]) == ("her mum Kelsey Holt", None)


def test_the_same_in_two_languages_with_more_behind_it():
    told = "Yr un fath / same – the bungalow joins on to the house"
    got = content(VICTIM, [*HARMS, ["Address", told]])["perpetrators"][0]

    assert [home["postcode"] for home in got["addresses"]] == ["ZZ1 9XX"]


def test_a_prison_with_its_address_is_where_a_prisoner_is():
    rows = [*HARMS, ["Location", "HMP Longmoor, Fen Road, Westmoor, ZZ4 0HM – B wing"]]

    assert "ZZ4 0HM" in [home["postcode"] for home in content(VICTIM, rows)["perpetrators"][0]["addresses"]]


@pytest.mark.parametrize("keeper", ["her mum in Corrowby", "her own mother"])
def test_a_mother_who_lives_in_another_town_or_is_the_childs_own_is_not_the_victim(keeper):
    rows = [["Children"], ["Name", "DOB", "Notes"], ["Mia Holt", "3/4/2022", f"Ben's. Lives with {keeper}"]]
    child = content([*VICTIM, ["Gender", "Female"]], HARMS, rows)["children"][0]

    assert (child["lives_with"] == "victim", child["address"]) == (False, None)


def test_a_mother_who_lives_in_the_victims_own_town_may_be_the_victim():
    rows = [["Children"], ["Name", "DOB", "Notes"], ["Mia Holt", "3/4/2022", "Lives with her mum in Westmoor"]]
    child = content([*VICTIM, ["Gender", "Female"]], HARMS, rows)["children"][0]

    assert child["lives_with"] == "victim"
