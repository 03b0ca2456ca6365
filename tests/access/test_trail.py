"""Whatever a page shows of a case is in the trail; and what cannot be written there is not shown."""

import re
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from marac.access.roles import Role
from marac.audit.models import AuditCase, AuditEvent
from tests import make
from tests.access import rule
from tests.access.pages import Page, words_of
from tests.access.test_matrix import PAGES, address, may_open, records
from tests.access.world import ROLES, World

pytestmark = pytest.mark.django_db
SHOWS = ("read", "export")
# What a case holds, apart from its reference.
CONTENT = ("Tallow", "Heron", "note", "afterfour", "MillLane", "Referrer", "concern", "decision", "task", "finding")
CONTENT += ("risk", "wishes", "line", "undecided")
# Nothing of a case but that it is on a list: of these the house keeps no entry for each row (decision 15).
LISTS = {
    "actions:all",
    "actions:agree",
    "office:today",
    "office:cases",
    "referrals:all",
}


def client_of(world: World, role: Role) -> Client:
    client = Client(raise_request_exception=False)
    make.enter(client, world.users[role])
    return client


def shown_records(world: World, role: Role) -> list[tuple[Page, str, Any]]:
    """Every page that this role may open, with every record that it may see there."""
    return [
        (page, kind, row)
        for page in PAGES
        if may_open(page, role)
        for kind, row in records(world, page) or [("", None)]
        if row is None or rule.seen(role, page.fetches, kind)
    ]


def content_in(world: World, text: str) -> set[str]:
    """The kinds of case whose content, more than the reference, stands in the text."""
    return {
        kind for kind, words in world.words.items() if any(word in text for word in words if word.startswith(CONTENT))
    }


def named_by(event: AuditEvent) -> set[int]:
    return {event.case_id, *AuditCase.objects.filter(event=event.number).values_list("case_id", flat=True)} - {None}


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_a_page_that_shows_what_a_case_holds_leaves_one_entry_that_says_who_what_and_which_case(world, role):
    client, wrong = client_of(world, role), []
    for page, kind, row in shown_records(world, role):
        with transaction.atomic():
            before = AuditEvent.objects.count()
            answer = client.get(address(page, world, row.pk if row is not None else 1))
            events = list(AuditEvent.objects.filter(number__gt=before))
            looks = [event for event in events if event.kind in SHOWS]
            shown = content_in(world, words_of(answer)) if answer.status_code == 200 else set()
            wanted = {world.cases[each].pk for each in shown if each in world.cases}
            named = {case for event in looks for case in named_by(event)}
            transaction.set_rollback(True)
        if shown and page.name not in LISTS:
            who = {(event.user_id, event.user_name, event.role, bool(event.at)) for event in looks}
            expected = {(world.users[role].pk, world.users[role].name, role.value, True)}
            if len(looks) != 1 or who != expected or not wanted <= named:
                wrong.append(f"{page.name}, {kind}: {len(looks)} entries, shows {sorted(shown)}")

    assert wrong == []


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REPRESENTATIVE], ids=str)
def test_what_cannot_be_written_in_the_trail_is_not_shown(world, role):
    """The database itself refuses the entry here: nothing of ours is put in its place."""
    client, told = client_of(world, role), []
    with transaction.atomic():
        refuse_inserts()
        for page, kind, row in shown_records(world, role):
            if page.name in LISTS or not page.fetches:
                continue
            answer = client.get(address(page, world, row.pk))
            shown = content_in(world, words_of(answer))
            if shown or (answer.status_code == 200 and page.fetches in rule.OF_A_CASE):
                told.append(f"{page.name}, {kind}: {answer.status_code}, shows {sorted(shown)}")
        transaction.set_rollback(True)

    assert told == []


def refuse_inserts() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "CREATE TRIGGER no_entry BEFORE INSERT ON marac_auditevent BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            )
        else:
            cursor.execute(
                "CREATE FUNCTION no_entry() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'disk full' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            cursor.execute(
                "CREATE TRIGGER no_entry BEFORE INSERT ON marac_auditevent FOR EACH ROW EXECUTE FUNCTION no_entry()"
            )


def test_a_refusal_is_in_the_trail_with_who_what_and_which_case_and_the_page_does_not_tell(world):
    client, barred = client_of(world, Role.REPRESENTATIVE), world.cases["barred"]
    page = next(page for page in PAGES if page.name == "office:case")

    answer = client.get(address(page, world, barred.pk))

    event = AuditEvent.objects.last()
    assert answer.status_code == 404
    assert (event.kind, event.name, event.case_id) == ("refusal", "page", barred.pk)
    assert (event.user_id, event.details["page"], event.details["key"]) == (
        world.users[Role.REPRESENTATIVE].pk,
        "office:case",
        barred.pk,
    )
    assert not re.search("noted|trail|recorded", words_of(answer))
