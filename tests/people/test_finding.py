"""People found by what somebody typed, with doubts in it: in which order, why, and by nothing that one is not told."""

import pytest

from marac.access.roles import Role
from marac.people.finding import as_typed, people_found, why_not_searched
from marac.people.operations import enter_people
from tests import make

pytestmark = pytest.mark.django_db

HER = {
    "surname": "Delaney",
    "forenames": "Sharon Anne",
    "aliases": ["Sharon Tolliver"],
    "dob": "1991-04-03",
    "gender": "female",
    "addresses": [{"text": "14 Lantern Row, Tynemoor", "postcode": "ZZ3 7TB"}],
    "phones": [{"number": "07700900214"}],
}
SEALED = {"addresses": [{"text": "5 Refuge Road, Alnfold", "postcode": "ZZ1 1AA", "confidential": True}]}


@pytest.fixture
def enter(area):
    def enter(*victims, case=None):
        case = case or make.case(marac=area)
        parties = enter_people(viewer=make.system(), case=case, content={"victims": list(victims)})
        return [party.person for party in parties]

    return enter


def names(found):
    return [each.person.name for each in found]


@pytest.mark.parametrize(
    "words",
    [
        "Shaz 34ish Tynemoor",
        "tynemoor shaz",
        "Sharon Dellaney",
        "Sharron Tolivar",
        "delaney sharon 4/3/1991",
        "Sharon Delaney 3/4/1992",
        "Anne Delan",
        "lantern row",
        "14 lantern row",
        "zz3 Sharon",
        "born in the nineties Shaz",
        "Sharon 1991",
        "07700 900214",
        "Mrs Delaney aged about 34",
    ],
)
def test_somebody_is_found_by_what_is_half_known_of_her(enter, coordinator, words):
    enter(
        HER,
        {"surname": "Roper", "forenames": "Sharon", "dob": "1950-10-14"},
        {"surname": "Delaney", "forenames": "Kit"},
    )

    assert names(people_found(coordinator, words))[:1] == ["Sharon Anne Delaney"]


@pytest.mark.parametrize("words", ["Shaz 60ish", "Sharon 1980", "Sharon Roper", "Sharon Alnfold", "34ish Kit Roper"])
def test_who_does_not_answer_is_not_found(enter, coordinator, words):
    enter(HER)

    assert people_found(coordinator, words) == []


def test_each_who_is_found_says_why_in_a_few_words(enter, coordinator):
    enter(HER)

    (found,) = people_found(coordinator, "Shaz Tollivar 34ish Tynemoor")

    assert [str(why) for why in found.why] == [
        "Shaz and Sharon can be one name",
        "Tolliver sounds like Tollivar",
        "address: Tynemoor",
        "the age or birth date fits",
    ]


def test_where_one_thing_does_not_fit_it_is_said_how_it_differs(enter, coordinator):
    enter(HER)

    (found,) = people_found(coordinator, "Sharon Delaney 4/3/1991")

    assert [str(why) for why in found.why] == [
        "name: Sharon",
        "name: Delaney",
        "same birth date with day and month changed round",
        "may be somebody else of the household or family",
    ]


def test_whose_name_begins_as_it_was_typed_comes_before_whose_sounds_so(enter, coordinator):
    enter({"surname": "Tollever", "forenames": "Kit"}, {"surname": "Tolliver-Ash", "forenames": "Kit"})

    assert names(people_found(coordinator, "Tolliver"))[0] == "Kit Tolliver-Ash"


@pytest.mark.parametrize("words", ["Refuge Road", "Alnfold", "Refuge", "ZZ1 1AA", "zz1", "Delaney Alnfold"])
def test_a_confidential_address_finds_nobody(enter, coordinator, words):
    enter(HER | SEALED)

    assert people_found(coordinator, words) == []


def test_a_number_finds_nobody_for_those_who_are_not_told_it(enter, area):
    police = make.agency(marac=area)
    enter(HER, case=make.case(marac=area, seen_by=(police,)))
    viewer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police)

    assert [len(people_found(viewer, words)) for words in ("Delaney", "07700900214", "Delaney 07700900214")] == [
        1,
        0,
        0,
    ]


@pytest.mark.parametrize("words", ["", "x", "😀", "🙂🙂", "?!", "-"])
def test_what_says_nothing_is_answered_and_nobody_is_found(coordinator, words):
    assert people_found(coordinator, words) == []
    assert (why_not_searched(coordinator, words) is None) is (words == "")


@pytest.mark.parametrize(
    "words", ["x" * 10_000, "hannah " * 1_000, "31 February", "9" * 300, "the third of April", "1/1/1"]
)
def test_whatever_is_typed_is_answered(enter, coordinator, words):
    enter(HER)

    assert isinstance(people_found(coordinator, as_typed(words)), list)
    assert len(as_typed(words)) <= 200


@pytest.mark.parametrize("people", [1, 6])
def test_a_search_asks_the_same_number_of_questions_however_many_are_found(
    enter, coordinator, people, django_assert_num_queries
):
    enter(*(HER | {"forenames": f"Sharon {letter}"} for letter in "abcdef"[:people]))

    with django_assert_num_queries(9):
        assert len(people_found(coordinator, "Sharon Delaney Tynemoor")) == people
