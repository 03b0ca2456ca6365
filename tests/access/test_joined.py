"""By a join nobody comes to see more: every role, every kind of case, with one human being in all of them."""

from dataclasses import replace
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from marac.access.roles import ALLOWED, Permission, Role
from marac.access.viewer import Viewer
from marac.access.wall import as_seen_by
from marac.accounts.middleware import viewer_of
from marac.audit.operation import operation, record
from marac.identity.operations import set_together
from marac.joins.operations import PeopleJoined
from marac.people.finding import people_found
from marac.people.models import Address, Person, Phone, held_people
from tests import make
from tests.access import rule
from tests.access.test_matrix import told_too_much
from tests.access.world import ROLES, World

pytestmark = pytest.mark.django_db
NOT_OF_A_CASE = {"Joined", "ToCompare", "Sealed", "LinkRun"}
MODELS = [
    model
    for model in apps.get_app_config("marac").get_models()
    if model.__name__ not in NOT_OF_A_CASE and hasattr(model._default_manager.all(), "visible_to")
]


@operation(needs=Permission.DO_DUE_WORK)
def join_all(*, viewer: Viewer, people: list[int]) -> None:
    set_together([people])
    record(PeopleJoined(pair_id=0, person_ids=people, masked=[]))


def people_of(world: World, role: str) -> dict[str, Person]:
    """By the kind of case, who is in it in this role; of the area, for no join leads out of it."""
    found = {}
    for kind, case in world.cases.items():
        if kind != "elsewhere":
            found[kind] = Person.objects.get(parties__case=case, parties__role=role)
    return found


def seen(viewer: Viewer) -> dict[str, set[Any]]:
    return {each.__name__: set(each.objects.visible_to(viewer).values_list("pk", flat=True)) for each in MODELS}


@pytest.fixture
def joined(world: World) -> dict[str, dict[str, Person]]:
    found = {role: people_of(world, role) for role in ("victim", "perpetrator")}
    for people in found.values():
        join_all(viewer=make.system(), people=[each.pk for each in people.values()])
    return found


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_no_row_of_any_table_is_seen_by_a_join_that_was_not_seen_before(world, role):
    viewer = viewer_of(world.users[role], timezone.localdate())
    before = seen(viewer)

    for part in ("victim", "perpetrator"):
        join_all(viewer=make.system(), people=[each.pk for each in people_of(world, part).values()])
    held_people.cache_clear()

    with as_seen_by(viewer):
        after = seen(viewer)
    assert {name: after[name] - before[name] for name in after} == {name: set() for name in after}
    gone = {name for name in after if before[name] - after[name]}
    assert gone <= set(rule.TELLS) | {"Message", "Call", "Finding", "Request", "Action", "Reply", "Dispute"}


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_a_page_of_a_joined_person_has_no_word_of_a_case_that_is_shut(world, joined, role):
    client = Client()
    make.enter(client, world.users[role])
    opens = Permission.SEE_PEOPLE in ALLOWED[role]

    for people in joined.values():
        for kind, person in people.items():
            answer = client.get(f"/people/{person.pk}/", follow=True)
            assert (answer.status_code == 200) == (opens and kind in rule.cases(role)), kind
            assert told_too_much(world, role, "joins:person", answer.content.decode()) == []


@pytest.mark.parametrize("role", [each for each in ROLES if Permission.SEE_PEOPLE in ALLOWED[each]], ids=str)
def test_nobody_is_found_by_a_name_that_only_a_shut_record_has(world, joined, role):
    viewer = replace(viewer_of(world.users[role], timezone.localdate()), at=timezone.now())

    found = {kind: len(people_found(viewer, each.surname)) for kind, each in joined["victim"].items()}

    assert {kind for kind, number in found.items() if number} == rule.cases(role) - {"elsewhere"}
    assert set(found.values()) <= {0, 1}


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.IDVA], ids=str)
def test_whoever_acts_for_the_other_is_told_of_no_record_of_the_one(world, joined, role):
    viewer = viewer_of(world.users[role], timezone.localdate())
    hers = list(joined["victim"].values())

    assert Address.objects.visible_to(viewer).filter(person__in=hers).count() == 0
    assert Phone.objects.visible_to(viewer).filter(person__in=hers).count() == 0
