"""What the mail around a form says since: numbers, births, children, homes and answers that it puts right."""

import pytest

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Relationship to victim", "Husband"]]


def sent(text: str):
    form = documents.form(
        [*VICTIM, ["Telephone", "07700 900123"], ["Safe to call?", "Yes"], ["Safe to text?", "Yes"]],
        [*HARMS, ["Address", "As victim"]],
        [["Children"], ["Name", "DOB"], ["Kit Lowe", "11/08/2019"]],
    )
    return read(documents.mail(text, ("form.docx", form)), "referral.eml").content


@pytest.mark.parametrize(
    "said",
    ["Ben has it, so nobody is to use 07700 900123 any more.", "Please take 07700 900123 off everything."],
)
def test_a_number_that_nobody_is_to_use_is_safe_in_no_way(said):
    (phone,) = sent(said)["victims"][0]["phones"]

    assert {phone["safe_to_call"], phone["safe_to_text"], phone["safe_to_leave_message"]} == {False}


def test_a_year_that_the_mail_puts_right_is_the_year_of_the_birth():
    assert sent("My mistake - Kit was born in 2020, not 2019.")["children"][0]["dob"] == "2020-08-11"


def test_a_child_whom_the_mail_names_with_an_age_is_added_once():
    children = sent("Ben has another little one, Macsen, 2, with a girl called Siân. He sees his son Kit, 6, too.")[
        "children"
    ]

    assert [(one["forenames"], one["age_stated"]) for one in children] == [("Kit", None), ("Macsen", 2)]


def test_a_baby_whom_the_mail_expects_is_added():
    assert [
        one["unborn"] for one in sent("She did a test on Saturday, she is about 7 weeks pregnant.")["children"]
    ] == [False, True]


def test_whoever_is_barred_from_her_street_no_longer_lives_there():
    homes = sent("Ben has been bailed to 33 Coppice Hill, Westmoor, ZZ1 9DK, not to come into Fern Court.")[
        "perpetrators"
    ][0]["addresses"]

    assert [home["postcode"] for home in homes] == ["ZZ1 9DK"]


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("I got Kit's date of birth wrong. His school has 19/07/2018.", "2018-07-19"),
        ("They gave me the kids' dates of birth: Kit is 3 Feb 2015.", "2015-02-03"),
        ("I got Zoe's date of birth wrong, it is 19/07/2018.", "2019-08-11"),
    ],
)
def test_a_birth_that_the_mail_puts_right_is_the_one_of_whom_it_names(said, born):
    assert sent(said)["children"][0]["dob"] == born


def test_where_a_child_is_now_is_theirs_and_not_the_home_of_who_harms():
    said = (
        "Kit would not go because of his exams. He is with his gran, Mrs Rudo Moyo, at 17 Tanyard, Westmoor, ZZ1 4HH."
    )
    got = sent(said)

    assert got["children"][0]["address"]["postcode"] == "ZZ1 4HH"
    assert [home["postcode"] for home in got["perpetrators"][0]["addresses"]] == ["ZZ1 9XX"]


def test_the_eldest_whom_the_form_leaves_out_is_added_with_the_home_the_mail_tells():
    said = (
        "I left out her eldest, Ellis Tranter, DOB 2/2/2010. He isn't Ben's. He lives with his dad, Rob Fallon, "
        "at 15 Cobden Street, Westmoor, ZZ1 7JN."
    )
    got = sent(said)

    assert [(one["forenames"], one["dob"]) for one in got["children"]][1:] == [("Ellis", "2010-02-02")]
    assert [home["postcode"] for home in got["perpetrators"][0]["addresses"]] == ["ZZ1 9XX"]


def test_where_probation_puts_him_is_his_home():
    said = "His mum has said no, so probation are putting him in Aspen House, 120 Station Road, Westmoor, ZZ1 4AB."

    assert "ZZ1 4AB" in [home["postcode"] for home in sent(said)["perpetrators"][0]["addresses"]]


def test_what_she_says_since_stands_against_the_form():
    form = documents.form(VICTIM, HARMS, [["Does the victim know?", "No"], ["Checklist score", "13"]])
    said = "Ada knows about the referral and she agrees to it. We went through the checklist again and it's 15 now."
    got = read(documents.mail(said, ("form.docx", form)), "referral.eml").content

    assert (got["consent"]["victim_aware"], got["checklist"]["score_stated"]) == (True, 15)
