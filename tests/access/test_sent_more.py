"""What a form does not offer changes nothing when it is sent all the same, and a value that is given twice counts once.

Every form of every page is filled in and sent as it stands, then with the name of every field of every model beside it,
then with each value twice. Each is taken back. What was written is compared, to the last column.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.http import QueryDict
from django.urls import Resolver404, resolve
from lxml import html

from marac.access.roles import Role
from tests.access.test_markup import THEIRS
from tests.access.test_matrix import address, client_of
from tests.access.test_trail import shown_records
from tests.access.world import ROLES, World

pytestmark = pytest.mark.django_db
WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
OF_THE_TRAIL = ("marac_auditevent", "marac_auditcase", "marac_audithead", "marac_opensession")
MODEL_FIELDS = {
    name
    for model in apps.get_app_config("marac").get_models()
    for field in model._meta.concrete_fields
    for name in (field.name, field.attname)
}
EXTRA = "424242"
LONG = 30  # a random or a sealed text
ENDS_THE_SESSION = {"signin:sign-out", "signin:sign-in"}
Fields = list[tuple[str, str]]


def forms_of(text: str, at: str) -> Iterator[tuple[str, Any]]:
    """The address and the form of each on a page that is sent."""
    for form in html.fromstring(text).forms:
        if form.method == "POST":
            yield (form.get("action") or at), form


def filled(form: Any) -> Fields:
    """As somebody would: what stands in it, something in each empty box, the first answer of each question."""
    named: dict[str, list[str]] = {}
    for control in form.xpath(".//input|.//textarea|.//select"):
        name, kind = control.get("name"), control.get("type", "text")
        if not name or kind in ("submit", "button", "file"):
            continue
        if control.tag == "select":
            chosen = control.xpath("./option[@selected]/@value") or control.xpath("./option[@value!='']/@value")[:1]
            named[name] = list(chosen)
        elif kind in ("radio", "checkbox"):
            if control.get("checked") is not None or name not in named:
                named[name] = [control.get("value", "on")]
        else:
            value = control.text if control.tag == "textarea" else control.get("value")
            named.setdefault(name, []).append(value or _plausible(name))
    return [(name, value) for name, values in named.items() for value in values]


def _plausible(name: str) -> str:
    if name.endswith(("_on", "born")):
        return "3/3/2026"
    return "somebody@agency.example.org" if "email" in name else "12"


def sent(client: Any, at: str, fields: Fields) -> tuple[int, list[Any]]:
    """The status, and everything that was written, but for the trail; it is taken back."""
    said = QueryDict(mutable=True)
    for name, value in fields:
        said.appendlist(name, value)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    written: list[Any] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITES) and not any(table in sql for table in OF_THE_TRAIL):
            written.append((sql, [_plain(each) for each in params or ()]))
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.execute_wrapper(note):
            answer = client.post(at, said.urlencode(), content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    return answer.status_code, written


def _plain(value: Any) -> Any:
    """Without what is another each time: moments, numbers of new rows (alone or in a text), chance."""
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, bool):
        return int(value)
    if EXTRA in str(value):
        return str(value)
    if isinstance(value, datetime | int):
        return type(value).__name__
    if isinstance(value, str) and value[:4].isdecimal() and value[4:5] == "-" and ":" in value:
        return "datetime"  # as the embedded database is given it
    return "long" if isinstance(value, str) and len(value) > LONG else re.sub(r"\d+", "#", str(value))


@pytest.fixture(scope="module")
def forms(world: World, django_db_blocker: Any) -> list[tuple[str, Any, str, Fields]]:
    """Each kind of form once, with who sends it and where: told apart by its page and the names of its fields."""
    found: dict[Any, Any] = {}
    asked = set()
    with django_db_blocker.unblock():
        for role in (Role.COORDINATOR, Role.REPRESENTATIVE, *ROLES):
            client = client_of(world, role)
            for page, kind, row in shown_records(world, role):
                if page.name in asked or kind not in THEIRS:
                    continue
                at = address(page, world, row.pk if row is not None else 1)
                answer = client.get(at)
                if answer.status_code != 200 or "html" not in answer["Content-Type"]:
                    continue
                asked.add(page.name)
                for to, form in forms_of(answer.content.decode(), at):
                    fields = filled(form)
                    name = _named(to)
                    if name not in ENDS_THE_SESSION:
                        found.setdefault((name, frozenset(key for key, _value in fields)), (name, client, to, fields))
    return list(found.values())


def _named(to: str) -> str:
    try:
        return resolve(to.partition("?")[0]).view_name
    except Resolver404:
        return to


def test_what_a_form_does_not_offer_changes_nothing_when_it_is_sent(forms):
    changed, wrote = [], 0
    for name, client, to, fields in forms:
        as_it_stands = sent(client, to, fields)
        offered = {key for key, _value in fields}
        more = [(key, EXTRA) for key in sorted(MODEL_FIELDS - offered)]
        with_more = sent(client, to, fields + more)
        wrote += bool(as_it_stands[1])
        if with_more[1] not in (as_it_stands[1], []):  # a box that stands there at another time may refuse it
            changed.append(f"{name}: {difference(as_it_stands, with_more)}")

    assert changed == []
    assert (len(forms) > 80, wrote > 40) == (True, True), f"{wrote} of {len(forms)} forms wrote something."


def test_a_value_that_is_given_twice_counts_once(forms):
    changed = []
    for name, client, to, fields in forms:
        as_it_stands = sent(client, to, fields)
        twice = sent(client, to, [pair for pair in fields for _again in range(2)])
        if twice != as_it_stands:
            changed.append(f"{name}: {difference(as_it_stands, twice)}")

    assert changed == []


def difference(one: tuple[int, list[Any]], other: tuple[int, list[Any]]) -> str:
    if one[0] != other[0]:
        return f"{one[0]}, {other[0]}"
    pairs = [(was, now) for was, now in zip(one[1], other[1], strict=False) if was != now]
    return f"{len(one[1])} writes, {len(other[1])}; {str(pairs[:1])[:600]}"
