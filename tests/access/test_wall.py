"""The second wall, on PostgreSQL: raw SQL for every role and every kind of case; what the product shows still comes."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from config.checks import wall_holds
from config.databases import database
from marac.access.roles import Permission, Role
from marac.access.wall import as_seen_by, lifted
from marac.accounts.middleware import viewer_of
from marac.attendance.models import Observer
from marac.cases.policies import NAMING_A_CASE, POLICIES
from tests.access import rule
from tests.access.world import ROLES

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="the second wall is PostgreSQL's"),
]
MODELS = {model._meta.model_name: model for model in apps.get_app_config("marac").get_models()}
# What an agency still owes, its own referral, and what is reviewed are theirs although the case is shut.
STAND_ALONE = {"action", "flag", "referral", "emergencyseat", "namedreader", "case"}
NONE_OF_HELD = {"barred", "namedreader"}
SHUT_TO_ALL = {"restricted", "barred", "named_and_barred", "elsewhere"}


def numbers(table: str) -> set[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM marac_{table}")
        return {row[0] for row in cursor.fetchall()}


def every_number() -> dict[str, set[Any]]:
    return {table: numbers(table) for table in POLICIES}


def test_a_connection_that_was_told_nothing_sees_nothing(world):
    with lifted():
        empty = {table for table, found in every_number().items() if not found}

    with as_seen_by(viewer_of(world.users[Role.COORDINATOR], timezone.localdate())), as_seen_by(None):
        found = every_number()

    assert empty == {"othername"}, "A table of the wall is empty in the world, so nothing is tried of it."
    assert {table: rows for table, rows in found.items() if rows} == {}


def test_unless_it_is_told_otherwise_a_connection_is_told_nothing(tmp_path):
    made = database("postgresql://marac@/marac?options=-c%20statement_timeout%3D9", tmp_path, b"")

    quick = "-c jit=off -c max_parallel_workers_per_gather=0"
    assert made["OPTIONS"]["options"] == f"-c statement_timeout=9 {quick} -c marac.sees=nothing"


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_raw_sql_gives_a_person_nothing_of_a_case_that_is_shut_to_them(world, role):
    shut = {world.cases[kind].pk for kind in world.cases if kind not in rule.cases(role)}
    never = {world.cases[kind].pk for kind in SHUT_TO_ALL}

    with as_seen_by(viewer_of(world.users[role], timezone.localdate())), connection.cursor() as cursor:
        for table in [table for table in POLICIES if "case_id" in columns(table)]:
            cursor.execute(f"SELECT case_id FROM marac_{table}")
            found = {row[0] for row in cursor.fetchall()}
            assert (table, found & (never if table in STAND_ALONE else shut)) == (table, set())
        assert numbers("case") & never == set()


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_raw_sql_gives_nobody_what_was_cut_for_another_agency_nor_who_asks_to_observe(world, role):
    viewer = viewer_of(world.users[role], timezone.localdate())
    runs = viewer.may(Permission.RUN_MEETINGS)

    with as_seen_by(viewer), connection.cursor() as cursor:
        cursor.execute("SELECT agency_id FROM marac_listsent UNION SELECT agency_id FROM marac_pack")
        agencies = {row[0] for row in cursor.fetchall()}
        observers = numbers("observer")
    with lifted():
        here = set(Observer.objects.filter(meeting__marac=world.marac).values_list("pk", flat=True))

    assert here
    assert observers == (here if runs else set())
    assert runs or agencies <= {viewer.agency_id}
    assert bool(agencies) == viewer.may(Permission.SEE_MEETINGS)


def columns(table: str) -> set[str]:
    return {field.attname for field in MODELS[table]._meta.concrete_fields}


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_the_wall_takes_nothing_from_what_the_product_shows_a_role(world, role):
    viewer = viewer_of(world.users[role], timezone.localdate())
    models = [MODELS[table] for table in POLICIES if hasattr(MODELS[table].objects.all(), "visible_to")]

    def shown() -> dict[str, set[Any]]:
        return {each.__name__: set(each.objects.visible_to(viewer).values_list("pk", flat=True)) for each in models}

    with lifted():
        without = shown()
    with as_seen_by(viewer):
        assert shown() == without


def carried(case_id: int) -> dict[str, set[Any]]:
    found = {}
    with connection.cursor() as cursor:
        for table in NAMING_A_CASE:
            cursor.execute(f"SELECT case_marac_id, case_restricted FROM marac_{table} WHERE case_id = %s", [case_id])
            found[table] = set(cursor.fetchall())
    return {table: rows for table, rows in found.items() if rows}


def test_what_hangs_from_a_case_is_restricted_with_it_and_cannot_say_otherwise(world):
    case = world.cases["held"]
    with lifted(), connection.cursor() as cursor:
        before = carried(case.pk)
        cursor.execute("UPDATE marac_case SET restricted = true WHERE id = %s", [case.pk])
        after = carried(case.pk)
        for table in after:
            with pytest.raises(IntegrityError), transaction.atomic():
                cursor.execute(f"UPDATE marac_{table} SET case_restricted = false WHERE case_id = %s", [case.pk])

    assert set(NAMING_A_CASE) - set(before) == NONE_OF_HELD
    assert before == {table: {(world.marac.pk, False)} for table in before}
    assert after == {table: {(world.marac.pk, True)} for table in before}


def test_what_was_lifted_stands_again_also_after_a_refusal(world):
    viewer = viewer_of(world.users[Role.REPRESENTATIVE], timezone.localdate())

    with as_seen_by(viewer):
        before = every_number()
        with pytest.raises(LookupError), lifted():
            raise LookupError
        assert every_number() == before


def told() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('marac.sees')")
        return cursor.fetchone()[0]


def test_what_one_thread_is_told_is_not_said_to_another():
    """Each works for another person at the same time, through a connection of its own."""

    def elsewhere() -> list[str]:
        said = [told()]
        with lifted():
            said.append(told())
        said.append(told())
        connection.close()
        return said

    with as_seen_by(None), ThreadPoolExecutor() as others:
        assert (others.submit(elsewhere).result(), told()) == (["everything"] * 3, "nothing")


def test_the_check_of_a_deployment_says_when_the_account_passes_the_wall():
    """`owner` is the superuser of the server that script/test starts."""
    above = connection.copy()
    above.settings_dict = above.settings_dict | {"USER": "owner"}

    try:
        found = [[each.id for each in wall_holds(asked)] for asked in (connection, above)]
    finally:
        above.close()

    assert found == [[], ["marac.W004"]]
