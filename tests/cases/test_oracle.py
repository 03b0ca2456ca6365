"""Whatever world Hypothesis makes, each person finds by every way exactly the cases that the papers open to them."""

import re
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings

from marac.access.wall import as_seen_by
from marac.accounts.middleware import viewer_of
from marac.audit.models import AuditEvent
from marac.cases.models import Case
from marac.minutes.models import Discussion
from marac.people.models import Address, Phone
from marac.referrals.models import Referral
from marac.reports.queries import cases_exported
from tests import make
from tests.access.pages import words_of
from tests.cases.generated import SURNAME, Built, build, disputed, plans

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
GENERATED = {"suppress_health_check": list(HealthCheck)}
NOT_THERE = 987654321


@settings(max_examples=40, phases=[Phase.explicit, Phase.generate], **GENERATED)
@given(plan=plans(TODAY))
def test_the_one_rule_opens_what_the_papers_open(plan):
    with transaction.atomic():
        made = build(viewer=make.system(TODAY), plan=plan, at=timezone.now())
        found = {name: seen_by_the_rule(made, name) for name in plan.people}
        transaction.set_rollback(True)

    assert found == {name: plan.open_to(name) for name in plan.people}


@settings(max_examples=20, phases=[Phase.explicit, Phase.generate], **GENERATED)
@given(plan=disputed(TODAY))
def test_where_roles_are_disputed_nobody_who_acts_for_one_is_told_of_the_other(plan):
    """By the one rule of each kind of record, on PostgreSQL behind the second wall as on a page."""
    with transaction.atomic():
        made = build(viewer=make.system(TODAY), plan=plan, at=timezone.now())
        found = {name: told_by_the_rule(made, name) for name in plan.people}
        transaction.set_rollback(True)

    for name, someone in plan.people.items():
        reached, told = plan.reached_by(name), plan.told_to(name)
        contact = someone.role in {"idva", "coordinator"}
        assert found[name] == {
            "addresses": reached,
            "phones": reached if contact else set(),
            "said": told,
            "referrals": told if contact else set(),
        }


def told_by_the_rule(made: Built, name: str) -> dict[str, set[str]]:
    now = timezone.now()
    viewer = viewer_of(made.users[name], TODAY, at=now)
    keys = {person.pk: key for key, person in made.victims.items()}
    with as_seen_by(viewer):
        homes = Address.objects.visible_to(viewer).values_list("person", flat=True)
        phones = Phone.objects.visible_to(viewer).values_list("person", flat=True)
        return {
            "addresses": {keys[pk] for pk in homes},
            "phones": {keys[pk] for pk in phones},
            "said": set(Discussion.objects.visible_to(viewer).values_list("case__reference", flat=True)),
            "referrals": set(Referral.objects.visible_to(viewer).values_list("case__reference", flat=True)),
        }


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the second wall is PostgreSQL's")
@settings(max_examples=40, phases=[Phase.explicit, Phase.generate], **GENERATED)
@given(plan=plans(TODAY))
def test_the_database_itself_shows_no_more_and_no_less_whatever_is_asked_of_it(plan):
    """In SQL without a condition: the rule of the product is not in it."""
    with transaction.atomic():
        made = build(viewer=make.system(TODAY), plan=plan, at=timezone.now())
        found = {name: seen_in_sql(made, name) for name in plan.people}
        transaction.set_rollback(True)

    for name in plan.people:
        open_to, told_of = plan.open_to(name), plan.reviewed_by(name)
        assert found[name] == dict.fromkeys(IN_SQL, open_to) | {"cases": open_to | told_of}


IN_SQL = {
    "cases": "SELECT reference FROM marac_case",
    "people": "SELECT 'REF' || right(forenames, 1) FROM marac_person",
    "parties": "SELECT 'REF' || right(forenames, 1) FROM marac_party JOIN marac_person p ON p.id = person_id",
    "listed": "SELECT DISTINCT reference FROM marac_agendaitem JOIN marac_case c ON c.id = case_id",
    "referred": "SELECT DISTINCT reference FROM marac_referral JOIN marac_case c ON c.id = case_id",
}


def seen_in_sql(made: Built, name: str) -> dict[str, set[str]]:
    with as_seen_by(viewer_of(made.users[name], TODAY, at=timezone.now())), connection.cursor() as cursor:
        found = {}
        for what, sql in IN_SQL.items():
            cursor.execute(sql)
            found[what] = {row[0] for row in cursor.fetchall()}
    return found


def seen_by_the_rule(made: Built, name: str) -> set[str]:
    viewer = viewer_of(made.users[name], TODAY, at=timezone.now())
    return set(Case.objects.visible_to(viewer).values_list("reference", flat=True)) if viewer else set()


@settings(max_examples=6, phases=[Phase.generate], **GENERATED)
@given(plan=plans(TODAY))
def test_every_way_into_a_case_opens_what_the_papers_open(plan):
    """The list and how many it says there are, each page, the search and how many it found, the meeting's list, that
    list as a file, and an export."""
    with transaction.atomic():
        made = build(viewer=make.system(TODAY), plan=plan, at=timezone.now())
        found = {name: ways_of(made, name) for name in plan.people}
        transaction.set_rollback(True)

    for name in plan.people:
        assert found[name] == as_the_papers_say(plan, name)


def ways_of(made: Built, name: str) -> dict[str, Any]:
    client = Client()
    make.sign(made.users[name])
    make.enter(client, made.users[name])
    client.post(reverse("people:search"), {"words": SURNAME})
    searched = client.get(reverse("people:search"))
    last = AuditEvent.objects.filter(kind="search").last()
    boards = [client.get(reverse("meetings:board", args=[each.pk])) for each in made.meetings.values()]
    lists = [client.get(reverse("caselists:one", args=[each.pk])) for each in made.meetings.values()]
    files = [client.get(reverse("caselists:word", args=[each.pk])) for each in made.meetings.values()]
    answers = {case.reference: client.get(reverse("office:case", args=[case.pk])) for case in made.cases.values()}
    shut = {reference: answer for reference, answer in answers.items() if answer.status_code != 200}
    missing = client.get(reverse("office:case", args=[NOT_THERE]))
    viewer = viewer_of(made.users[name], TODAY, at=timezone.now())
    return {
        "list": references(client.get(reverse("office:cases"))),
        "pages": {reference for reference, answer in answers.items() if answer.status_code == 200},
        "shut otherwise": {reference for reference, answer in shut.items() if told(answer) != told(missing)},
        "search": references(searched),
        "found": last.details["found"] if last and last.user_id == made.users[name].pk else 0,
        "board": references(*boards),
        "case list": references(*lists),
        "file": references(*files),
        "export": exported(viewer, made),
    }


def as_the_papers_say(plan: Any, name: str) -> dict[str, Any]:
    cases = plan.open_to(name)
    ways = ("list", "pages", "search", "board", "case list", "file", "export")
    return dict.fromkeys(ways, cases) | {"shut otherwise": set(), "found": len(cases)}


def exported(viewer: Any, made: Built) -> set[str]:
    maracs = [marac for marac in made.areas.values() if viewer and marac.pk in viewer.marac_ids]
    return {row.item.case.reference for row in cases_exported(viewer, maracs).rows} if viewer else set()


def references(*answers: Any) -> set[str]:
    return set(re.findall(r"REF[a-e]", " ".join(words_of(answer) for answer in answers)))


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", words_of(answer))
