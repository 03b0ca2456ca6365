"""People whom the form has by their whole name and a mail or a letter by a short form of it."""

import pytest

from marac.reading import read
from tests.reading import documents


def sent(text: str, *, harms: str = "Daniel LOWE"):
    form = documents.form(
        [["Victim"], ["Name", "Elizabeth HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]],
        [["Perpetrator"], ["Name", harms], ["Relationship to victim", "Husband"], ["Telephone", "07700 900123"]],
        [["Children"], ["Name", "DOB"], ["Charlotte Lowe", "11/08/2019"], ["Kit Lowe", "01/02/2021"]],
    )
    return read(documents.mail(text, ("form.docx", form)), "referral.eml").content


@pytest.mark.parametrize("called", ["Dan", "Danny", "Daniel"])
def test_a_home_of_his_is_his_by_whatever_form_of_his_name(called):
    told = sent(f"Since I filled this in, {called} has moved to 33 Coppice Hill, Westmoor, ZZ1 9DK.")

    assert [home["postcode"] for home in told["perpetrators"][0]["addresses"]] == ["ZZ1 9DK"]
    assert [home["postcode"] for home in told["victims"][0]["addresses"]] == ["ZZ1 9XX"]


def test_a_child_whom_the_mail_names_shortly_is_no_second_child():
    children = sent("She has a daughter Lottie, 6, who was upstairs.")["children"]

    assert [one["forenames"] for one in children] == ["Charlotte", "Kit"]


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("Lottie's date of birth should be 03/04/2018.", "2018-04-03"),
        ("Lottie was born in 2018, not 2019.", "2018-08-11"),
    ],
)
def test_a_birth_is_put_right_of_whom_the_mail_names_shortly(said, born):
    assert [one["dob"] for one in sent(said)["children"]] == [born, "2021-02-01"]


@pytest.mark.parametrize(
    ("said", "harms"),
    [
        ("Dan Field (housing) has moved to 33 Coppice Hill, Westmoor, ZZ1 9DK.", "Daniel LOWE"),  # another Dan
        ("Will has moved to 33 Coppice Hill, Westmoor, ZZ1 9DK.", "William LOWE"),  # a word as well as a name
        ("Hannah has moved to 33 Coppice Hill, Westmoor, ZZ1 9DK.", "Ann LOWE"),  # too far from it
    ],
)
def test_a_name_that_may_be_anothers_is_not_his(said, harms):
    told = sent(f"Thank you for taking this. {said}", harms=harms)

    assert told["perpetrators"][0]["addresses"] == []


def test_a_short_form_that_two_may_have_is_nobodys():
    told = sent("Charlie has moved to 33 Coppice Hill, Westmoor, ZZ1 9DK.", harms="Charles LOWE")

    assert told["perpetrators"][0]["addresses"] == []
