"""No table that points at a person is forgotten, and taking a join back leaves every row as it was."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from marac.corrections.operations import add_address, add_party, add_phone
from marac.identity.models import Joined, ToCompare
from marac.joins import operations
from marac.joins.facts import COMPARED, FOLLOWS, facts_of, pointing_at_person
from marac.joins.models import Pair, Sealed
from marac.joins.rules import groups_of
from marac.kernel.masked import unmasked
from marac.people.models import Person, SearchKey
from tests import make
from tests.joins.conftest import MARRIED, WHY, Area

OF_THE_JOIN = {Joined, ToCompare, Pair}


def test_of_everything_that_points_at_a_person_it_is_said_how_it_follows_a_join():
    found = {name for name, _field in pointing_at_person()}

    assert found == set(COMPARED) | set(FOLLOWS), (
        "Say in marac/joins/facts.py of each key to a person whether it is a fact by which people are compared, or how "
        "it follows a join: what is forgotten there is seen on one record and not on the other."
    )
    assert set(COMPARED).isdisjoint(FOLLOWS)


def test_every_field_of_a_fact_that_is_compared_is_there():
    fields = {name: {each.name for each in field.model._meta.concrete_fields} for name, field in pointing_at_person()}

    assert {name: set(told) - fields[name] for name, told in COMPARED.items()} == {name: set() for name in COMPARED}


@pytest.mark.django_db
def test_a_new_fact_of_any_kind_is_something_learned(area):
    (one,) = area.enters(MARRIED)
    seen = set()

    def look() -> int:
        seen.add(tuple(sorted(facts_of([one.pk])[one.pk])))
        return len(seen)

    assert look() == 1
    add_phone(viewer=area.office, person=one, number="07700 900567")
    assert look() == 2
    add_address(viewer=area.office, person=one, text="9 New Street", postcode="ZZ3 3CC")
    assert look() == 3


def everything() -> dict[str, list[Any]]:
    """Every row of every table that points at a person, and the people, but the join's own."""
    return {model.__name__: rows(model) for model in {field.model for _name, field in pointing_at_person()} | {Person}}


def rows(model: Any) -> list[Any]:
    """Keys of a search are made anew, and have other numbers."""
    if model in OF_THE_JOIN:
        return []
    if model is SearchKey:
        return sorted(SearchKey.objects.values_list("person", "value"))
    found = model._default_manager.order_by("pk").values()
    return [{name: unmasked(value) for name, value in row.items()} for row in found]


# What each record of a run says: whether its address is confidential, and whether its number is safe.
RECORDS = st.lists(st.tuples(st.booleans(), st.sampled_from([True, False, None])), min_size=2, max_size=4)


class JoinAndPart(TestCase):
    @settings(max_examples=15)
    @given(said=RECORDS, data=st.data())
    def test_joined_and_parted_in_any_order_every_row_is_as_it_was(self, said, data):
        area = _area()
        people = [area.enters(_record(number, *each))[0] for number, each in enumerate(said)]
        before = everything()
        pairs = []
        for joined in range(1, len(people)):
            with_whom = people[data.draw(st.integers(0, joined - 1))]
            pair = _pair(area, *sorted((with_whom, people[joined]), key=lambda each: each.pk))
            pairs.append(operations.decide(viewer=area.office, pair=pair, verdict="same", reason=WHY))

        assert len({each.head_id for each in Joined.objects.all()}) == 1
        for pair in data.draw(st.permutations(pairs)):
            operations.part(viewer=area.office, pair=pair, reason="They are not the same after all")

        assert everything() == before
        assert (Joined.objects.count(), Sealed.objects.count()) == (0, 0)

    @settings(max_examples=10)
    @given(said=RECORDS, to=st.integers(0, 1))
    def test_what_came_since_is_all_that_is_new(self, said, to):
        area = _area()
        people = [area.enters(_record(number, *each))[0] for number, each in enumerate(said[:2])]
        pair = operations.decide(viewer=area.office, pair=_pair(area, *people), verdict="same", reason=WHY)
        homes = [each.addresses.count() for each in people]

        add_address(viewer=area.office, person=people[to], text="9 New Street", postcode="ZZ3 3CC")
        add_party(viewer=area.office, case=make.case(marac=area.marac), person=people[to], role="victim")
        operations.part(viewer=area.office, pair=pair, reason="They are not the same after all")

        homes[to] += 1
        assert [each.addresses.count() for each in people] == homes
        assert [each.parties.count() for each in people] == [1 + (number == to) for number in (0, 1)]


def _area() -> Area:
    marac = make.marac()
    homes, police = make.agency(marac=marac), make.agency(marac=marac)
    user = make.user()
    return Area(marac, homes, police, user, make.viewer(maracs=[marac], agency=police, user=user))


def _record(number: int, confidential: bool, safe: bool | None) -> dict[str, Any]:
    return {
        "surname": f"Tallow{'s' * number}",
        "forenames": "Wren",
        "phones": [{"number": "07700900214", "safe_to_call": safe}],
        "addresses": [{"text": "5 Mill Lane", "postcode": "ZZ1 1AA", "confidential": confidential}],
    }


def _pair(area: Area, first: Person, second: Person) -> Pair:
    operations.compare(viewer=make.system(), marac=area.marac, people=[first.pk, second.pk])
    heads = sorted({first.pk, second.pk})
    found = Pair.objects.filter(first=heads[0], second=heads[1]).first()
    return found or _asked(area, first, second)


def _asked(area: Area, first: Person, second: Person) -> Pair:
    """Of one who is joined already the oldest record is asked about."""
    head = Joined.objects.get(person=first).head
    one, other = sorted((head.pk, second.pk))
    return Pair.objects.get(first=one, second=other)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6))
def test_groups_are_those_who_hang_together(edges):
    people = set(range(6))

    groups = groups_of(edges, people)

    assert sorted(pk for group in groups for pk in group) == sorted(people)
    for one, other in edges:
        assert any({one, other} <= group for group in groups)
