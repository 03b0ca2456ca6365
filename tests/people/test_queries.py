"""Who is known already and who a search finds: only people of cases that the viewer may see."""

import pytest

from marac.access.roles import Role
from marac.intake.people import Described
from marac.kernel.dates import UncertainDate
from marac.people.finding import people_found
from marac.people.models import Person
from marac.people.operations import enter_people
from marac.people.queries import birth_in_words, known_people
from tests import make

pytestmark = pytest.mark.django_db


def _enter(area, *, case=None, **values):
    content = {"victims": [{"surname": "Tolliver", "forenames": "Hannah Jane"} | values]}
    case = case or make.case(marac=area)
    return enter_people(viewer=make.system(), case=case, content=content)[0]


def _names(rows):
    return [each.person.name for each in rows]


@pytest.mark.parametrize(
    "words",
    [
        "Hannah Tolliver",
        "tolliver, HANNAH",
        "Tolivar",
        "Toll",
        "Jane",
        "3/4/1991",
        "3 April 1991 hannah",
        "April 1991",
        "1991 Tolliver",
        "zz3 7tb",
        "ZZ37TB Tolliver",
        "07700 900 214",
        "+447700900214",
        "Delaney",
    ],
)
def test_a_person_is_found_by_names_in_any_order_birth_postcode_and_phone(area, coordinator, words):
    _enter(
        area,
        dob="1991-04-03",
        aliases=["Hannah Delaney"],
        addresses=[{"text": "14 Lantern Row", "postcode": "ZZ3 7TB"}],
        phones=[{"number": "07700900214"}],
    )
    _enter(area, surname="Roper", forenames="Kayleigh", dob="1997-10-14")

    assert _names(people_found(coordinator, words)) == ["Hannah Jane Tolliver"]


@pytest.mark.parametrize("words", ["", "  ", ",", "Hannah Roper", "4/4/1991", "ZZ9 9ZZ", "31/02/1991", "%", "name:"])
def test_nobody_is_found_without_words_or_by_words_that_do_not_all_fit(area, coordinator, words):
    _enter(area, dob="1991-04-03")

    assert _names(people_found(coordinator, words)) == []


def test_a_nickname_finds_the_name(area, coordinator):
    _enter(area, surname="Tolliver", forenames="Elizabeth")

    assert _names(people_found(coordinator, "Liz Tolliver")) == ["Elizabeth Tolliver"]


def test_a_birth_known_in_part_is_found_by_a_date_that_can_be_true(area, coordinator):
    _enter(area, dob_raw="1991")

    assert len(people_found(coordinator, "3/4/1991")) == 1
    assert len(people_found(coordinator, "3/4/1992")) == 0


def test_a_confidential_address_is_not_found_by_its_postcode(area, coordinator):
    _enter(area, addresses=[{"text": "5 Refuge Road", "postcode": "ZZ1 1AA", "confidential": True}])

    assert len(people_found(coordinator, "ZZ1 1AA")) == 0


def test_a_person_of_an_unseen_case_is_neither_found_nor_known(area):
    housing, police = make.agency(marac=area), make.agency(marac=area)
    party = _enter(area, case=make.case(marac=area, seen_by=(police,)))
    seated, outside = (make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=agency) for agency in (police, housing))
    hannah = Described("Tolliver", "Hannah")

    assert [each.person.pk for each in people_found(seated, "Tolliver")] == [party.person_id]
    assert [each.person.pk for each in known_people(seated, hannah)] == [party.person_id]
    assert people_found(outside, "Tolliver") == known_people(outside, hannah) == []


def test_only_cases_that_the_viewer_may_see_stand_beside_a_person(area):
    police = make.agency(marac=area)
    seen, unseen = make.case(marac=area, seen_by=(police,)), make.case(marac=area)
    person = _enter(area, case=seen).person
    content = {"victims": [{"surname": "Tolliver"}]}
    enter_people(viewer=make.system(), case=unseen, content=content, known={"victims[0]": person.pk})
    viewer = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police)

    found = people_found(viewer, "Tolliver")[0].person
    known = known_people(viewer, Described("Tolliver", "Hannah"))[0]

    assert [party.case for party in found.parties.all()] == known.cases == [seen]


def test_known_people_come_with_their_reasons_and_the_likeliest_first(area, coordinator):
    phone = [{"number": "07700900214"}]
    second = _enter(area).person
    first = _enter(area, dob_raw="1991", phones=phone).person
    _enter(area, forenames="Isla", phones=phone)
    born = UncertainDate.exactly
    described = Described("Tolliver", "Hannah", phones=("07700900214",), **_span(born(first.born_from)))

    found = known_people(coordinator, described)

    assert [each.person for each in found] == [first, second]
    assert {each.words for each in found[0].weighed.reasons if each.bits > 0} == {
        "same phone",
        "same surname",
        "same forename",
        "birth dates can both be true",
    }


def _span(when):
    return {"born_from": when.earliest, "born_until": when.latest}


def test_somebody_of_whom_nothing_is_said_is_not_known(area, coordinator):
    _enter(area)

    assert known_people(coordinator, Described()) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_known_people_takes_the_same_number_of_questions_however_many_there_are(
    area, coordinator, rows, django_assert_num_queries
):
    for _each in range(rows):
        _enter(area)

    with django_assert_num_queries(7):
        assert len(known_people(coordinator, Described("Tolliver", "Hannah"))) == rows


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"dob": "1991-04-03"}, "3 April 1991"),
        ({"dob_raw": "1991"}, "1991"),
        ({"age_stated": 60}, "about 1965 to 1966"),
        ({}, ""),
    ],
)
def test_a_birth_is_said_with_its_uncertainty(area, values, words):
    person = Person.objects.get(pk=_enter(area, **values).person_id)

    assert birth_in_words(person) == words
