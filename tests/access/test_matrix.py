"""Every role at every address, for every kind of case: what may not be seen is as if it did not exist."""

import difflib
import re
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from marac.access.roles import ALLOWED, Permission, Role
from marac.audit.models import AuditEvent
from marac.cases.door import REASONS
from tests import make
from tests.access import rule
from tests.access.forgetting import forget
from tests.access.pages import OWN, Page, every_page, words_of
from tests.access.world import ROLES, UNSEATED, World

pytestmark = pytest.mark.django_db
PAGES = every_page()
NOT_THERE = 987654321
SHOWN = {200, 302, 409}  # 409: there, and nothing can be made of it yet
# 410: a form of a link for one referral that is not open here; 422: what a page sends by itself, and is refused.
ANSWERED = {200, 302, 405, 409, 410, 422}
# Sealed parts, which no page shows before they are revealed; and what another agency keeps to itself.
NOBODY_READS = re.compile(
    r"Refuge[0-9]Secret|ZZ9 ?9ZZ|07700 ?90 ?0 ?0[01][0-9]|afterfour\w+|Informant\w+Secret|withheldOther\w+"
)
# Those who may reveal one do so there, and it is in the trail. A number is put right on a page that reveals it.
REVEALS = {
    *("people:reveal-address", "people:reveal-phone", "research:reveal-informant", "referrals:reveal"),
    *("corrections:phone", "corrections:take-off-phone"),
}
# To save what was typed shows the referral that it was typed on, and that is in the trail.
REVEALS_WHEN_SENT = {"referrals:review"}
# Marks that an agency still has to take off, and actions that it still owes, are named by the reference of their case.
OWED = {
    "office:today",
    "flags:mine",
    "flags:confirm",
    "flags:removed",
    "actions:all",
    "actions:one",
    "undertakings:answer",
}
# Who reviews what was opened in an emergency is told the reference of the case, and the reason.
REVIEWED = {"emergency:reviews", "emergency:review", "emergency:reviewer"}
# Figures count every case, or they would be wrong; they name none, and keep small numbers back.
COUNTS_EVERY_CASE = {"reports:figures", "reports:figures-file"}
# The trail shows what was opened just now, and that it was itself.
CHANGES_WITH_EACH_ASKING = {"records:trail"}


def client_of(world: World, role: Role) -> Client:
    """Who has said why they open each restricted case, so that none of its pages sends them to its door."""
    client = Client()
    make.enter(client, world.users[role])
    session = client.session
    session[REASONS] = {str(case.pk): "Works on it" for case in world.cases.values()}
    session.save()
    return client


def may_open(page: Page, role: Role) -> bool:
    return page.opens_to in ("ANYONE", "SIGNED_IN") or Permission[page.opens_to] in ALLOWED[role]


def address(page: Page, world: World, key: Any) -> str:
    others = {name: world.records[model, "here"][0].pk for name, model in page.others.items()}
    if "meeting" in page.arguments:
        others["meeting"] = world.records["Meeting", "here"][0].pk
    return reverse(page.name, kwargs=page.at(key) | others)


def records(world: World, page: Page) -> list[tuple[str, Any]]:
    """Every record that the page can be asked for, with the kind of case that it hangs from."""
    wanted = "Referral" if page.fetches == OWN else page.fetches
    return [(kind, row) for (model, kind), rows in world.records.items() if model == wanted for row in rows]


def asked_of(world: World, page: Page, role: Role) -> list[tuple[str, Any]]:
    """Every record; of a page that is closed to the role only the first, which hangs from a case that it may see."""
    found = records(world, page)
    return found if may_open(page, role) else found[:1]


# What differs from one asking to the next by chance alone: the token of a form, the question to a passkey.
BY_CHANCE = re.compile(r'(?:name="csrfmiddlewaretoken" value|data-asked)="[^"]+"|last used on [^<]+|DTSTAMP:\w+')


def told(answer: Any) -> tuple[int, str]:
    """Status and text."""
    return answer.status_code, re.sub(BY_CHANCE, "", words_of(answer))


def still_owed(role: Role, kind: str) -> bool:
    """Whether the role's agency is told of a case, by its reference, because it still has something to do there."""
    return rule.seen(role, "Flag", kind) or rule.seen(role, "Action", kind)


def knows_of(role: Role, kind: str) -> bool:
    """The case is not open to the role, and yet they are told that there is one."""
    return still_owed(role, kind) or rule.seen(role, "EmergencySeat", kind)


def told_too_much(world: World, role: Role, page: str, text: str, reveal: set[str] = REVEALS) -> list[str]:
    """The words in a text that the role may not read: of cases that it may not see, and of how to reach a victim."""
    reveals = page in reveal and Permission.REVEAL in ALLOWED[role]
    found = [] if reveals else re.findall(NOBODY_READS, text)
    for kind, words in world.words.items():
        told = ("REF", "taskOwn") if page in OWED and still_owed(role, kind) else ()
        told += ("REF", "emergency") if page in REVIEWED and rule.seen(role, "EmergencySeat", kind) else ()
        found += [word for word in hidden(role, kind, words, told) if word in text]
    return found


def hidden(role: Role, kind: str, words: list[str], told: tuple[str, ...]) -> list[str]:
    undecided = kind.startswith(("sent", "draft"))
    if not rule.seen(role, "Referral" if undecided else "Case", kind):
        return [word for word in words if not word.startswith(told)]
    if rule.kept(role, kind):
        return [word for word in words if word.startswith(rule.TELLING_WORDS)]
    if undecided or role in rule.CONTACT:
        return []
    return [word for word in words if word.startswith(rule.CONTACT_WORDS)]


def test_every_address_is_understood(world):
    """A page for a kind of record that the world lacks is not tested: add the record to tests/access/world.py."""
    lost = [page.name for page in PAGES if "pk" in page.arguments and not records(world, page)]

    assert lost == []


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_a_page_opens_for_what_the_role_may_see_and_is_missing_for_the_rest(world, role):
    client, wrong = client_of(world, role), []
    for page in PAGES:
        for kind, row in asked_of(world, page, role) or [("", None)]:
            key = row.pk if row is not None else NOT_THERE
            answer = client.get(address(page, world, key))
            seen = may_open(page, role) and (row is None or rule.seen(role, page.fetches, kind))
            if answer.status_code != 405 and (answer.status_code in SHOWN) is not seen:
                wrong.append(f"{page.name}, {kind}: {answer.status_code}")
            leaked = told_too_much(world, role, page.name, words_of(answer))
            wrong += [f"{page.name}, {kind}: shows {word}" for word in leaked]

    assert wrong == []


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_what_may_not_be_seen_is_answered_as_what_does_not_exist(world, role):
    """To the letter, whether it is asked for or sent to; only that it was refused is noted."""
    client, wrong = client_of(world, role), []
    for page in PAGES:
        if not page.fetches:
            continue
        for send in (client.get, client.post):
            missing = told(send(address(page, world, NOT_THERE)))
            for kind, row in asked_of(world, page, role):
                if may_open(page, role) and rule.seen(role, page.fetches, kind):
                    continue
                before = AuditEvent.objects.count()
                answer = told(send(address(page, world, row.pk)))
                kinds = list(AuditEvent.objects.filter(number__gt=before).values_list("kind", flat=True))
                if answer != missing or kinds != ["refusal"] * len(kinds) or len(kinds) > 1:
                    wrong.append(f"{send.__name__} {page.name}, {kind}: {answer[0]} for {missing[0]}")

    assert wrong == []


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_what_is_sent_reaches_what_the_role_sees_and_never_tells_of_more(world, role):
    """Each POST is taken back again. An empty form is refused, or the button is pressed; neither is missing."""
    client, wrong = client_of(world, role), []
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    for page in PAGES:
        if not may_open(page, role) or page.name in {"signin:sign-in", "signin:sign-out"}:
            continue
        for kind, row in records(world, page) or [("", None)]:
            if row is not None and not rule.seen(role, page.fetches, kind):
                continue
            with transaction.atomic():
                answer = client.post(address(page, world, row.pk if row is not None else NOT_THERE))
                transaction.set_rollback(True)
            client.cookies[settings.SESSION_COOKIE_NAME] = session
            if answer.status_code not in ANSWERED:
                wrong.append(f"{page.name}, {kind}: {answer.status_code}")
            leaked = told_too_much(world, role, page.name, words_of(answer), REVEALS | REVEALS_WHEN_SENT)
            wrong += [f"{page.name}, {kind}: shows {word}" for word in leaked]

    assert wrong == []


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_lists_show_every_case_that_the_role_sees_and_no_other(world, role):
    """So that the silence of the tests above is not the silence of an empty page."""
    client, here = client_of(world, role), world.records["Meeting", "here"][0].pk
    issue = world.records["Issue", "here"][0].pk
    expected = {world.cases[kind].reference for kind in rule.cases(role)}
    lists = {
        "cases": reverse("office:cases"),
        "board": reverse("meetings:board", args=[here]),
        "case list": reverse("caselists:one", args=[here]),
        "research": reverse("research:mine"),
        "minutes": reverse("minutes:read", args=[issue]),
    }

    shown = {name: references(client.get(path)) for name, path in lists.items()}

    not_asked = {world.cases[kind].reference for kind in UNSEATED}
    not_told = {case.reference for kind, case in world.cases.items() if rule.kept(role, kind)}
    differing = {"research": expected - not_asked, "minutes": expected - not_told}
    assert shown == dict.fromkeys(lists, expected) | differing


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_a_search_finds_people_of_cases_that_the_role_sees_and_no_others(world, role):
    client, found = client_of(world, role), set()
    for kind, case in world.cases.items():
        surname = next(word for word in world.words[kind] if word.startswith("Tallow"))
        client.post(reverse("people:search"), {"words": surname})
        answer = client.get(reverse("people:search"))
        # The surname stands in the box in any case; the forename only where somebody was found.
        if case.reference in references(answer) or "Wren" in words_of(answer):
            found.add(kind)

    assert found == rule.cases(role)


def references(answer: Any) -> set[str]:
    return set(re.findall(r"REF[A-Z][A-Za-z]+", re.sub(BY_CHANCE, "", words_of(answer))))


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_a_page_is_the_same_to_the_letter_when_what_may_not_be_seen_was_never_there(world, role):
    """Not in a list, a count, a gap in a numbering or an empty place: a person barred learns of nothing."""
    client = client_of(world, role)
    around = [page for page in PAGES if may_open(page, role) and page.fetches in ("", "Meeting", "Issue")]
    around = [page for page in around if page.name not in COUNTS_EVERY_CASE | CHANGES_WITH_EACH_ASKING]
    keys = {page.name: next((row.pk for kind, row in records(world, page) if kind == "here"), 0) for page in around}

    for page in around:
        client.get(address(page, world, keys[page.name]))  # what is opened for the first time is noted
    with_them = {page.name: told(client.get(address(page, world, keys[page.name]))) for page in around}
    with transaction.atomic():
        forget(world, {kind for kind in world.cases if kind not in rule.cases(role) and not knows_of(role, kind)})
        without = {page.name: told(client.get(address(page, world, keys[page.name]))) for page in around}
        transaction.set_rollback(True)

    changed = {name: differences(*before, *without[name]) for name, before in with_them.items()}
    assert {name: lines for name, lines in changed.items() if lines} == {}


def differences(status: int, text: str, other_status: int, other_text: str) -> list[str]:
    lines = difflib.unified_diff(text.splitlines(), other_text.splitlines(), lineterm="", n=0)
    changed = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return changed if status == other_status else [f"{status}, {other_status}", *changed]
