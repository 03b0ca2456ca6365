"""Whatever stands in a record is shown as text on every page, markup too; and every answer says what it is."""

import json
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from marac.access.roles import Role
from tests.access.test_matrix import address, client_of
from tests.access.test_trail import shown_records
from tests.access.world import ROLES, World

pytestmark = pytest.mark.django_db
MARK, SHOWN = "<z'\">", "&lt;z&#39;&#34;&gt;"
THEIRS = ("held", "here", "sent by own", "draft of own", "minutes here", "")
TEXTS = (models.CharField, models.TextField)
# Texts that the code writes for itself and compares: what kind of thing it is, where it lies, what opens it.
OF_THE_CODE = {
    *("kind", "state", "standing", "tool", "tool_version", "role"),
    *("basis", "outcome", "way", "choice", "proposed", "anchor"),
    *("counted_from", "nation", "return_group", "may_be_minuted", "came", "model"),
    *("key", "mark", "number", "stored_as", "sha256", "fingerprint"),
    *("password", "email", "address", "secret", "credential", "known_as"),
    *("letter", "prefix", "postcode", "issuer", "about", "session_key"),
    *("session_data", "mac", "born_as_written", "born_precision"),
}


def plant(world: World) -> int:
    """A mark at the end of every text of every record, as far as it fits; gives how many texts have one."""
    planted = 0
    for model in apps.get_app_config("marac").get_models():
        if model.__name__.startswith("Audit"):
            continue
        for row in model._base_manager.all():
            values = {}
            for field in model._meta.concrete_fields:
                value = getattr(row, field.attname)
                if isinstance(field, TEXTS) and _may_be_planted(field, value):
                    values[field.attname] = value + MARK
                elif isinstance(field, models.JSONField):
                    values[field.attname] = _planted(world, value)
            if values:
                models.QuerySet(model).filter(pk=row.pk).update(**values)
                planted += len(values)
    return planted


def _may_be_planted(field: Any, value: Any) -> bool:
    if not isinstance(value, str) or not value or field.choices or field.name in OF_THE_CODE:
        return False
    return field.max_length is None or len(value) + len(MARK) <= field.max_length


def _planted(world: World, value: Any) -> Any:
    """After every word of the world, wherever it stands in what is kept as a whole."""
    text = json.dumps(value)
    for words in world.words.values():
        for word in words:
            text = text.replace(f'{word}"', word + json.dumps(MARK)[1:])
    return json.loads(text)


@pytest.fixture(scope="module")
def answers(world: World, django_db_blocker: Any) -> dict[str, Any]:
    """Every page as the first role that may open it is answered, with a mark in every text."""
    found: dict[str, Any] = {}
    with django_db_blocker.unblock():
        assert plant(world) > 200
        for role in (Role.COORDINATOR, Role.REPRESENTATIVE, *ROLES):
            client = client_of(world, role)
            for page, kind, row in shown_records(world, role):
                if page.name not in found and kind in THEIRS:
                    found[page.name] = client.get(address(page, world, row.pk if row is not None else 1))
    return found


def test_markup_in_any_text_of_a_record_is_shown_as_text_on_every_page(answers):
    pages = {name: answer.content.decode() for name, answer in answers.items() if "html" in answer["Content-Type"]}

    assert [name for name, text in pages.items() if "<z'" in text or "<z&" in text] == []
    shown = [name for name, text in pages.items() if SHOWN in text]
    assert (len(pages) > 100, len(shown) > 50) == (True, True), f"{len(shown)} of {len(pages)} pages show one."


def test_every_answer_says_what_it_is(answers):
    """A page and a text with its alphabet; and of a file nothing is left to be guessed."""
    kinds = {name: (answer.status_code, answer.get("Content-Type", "")) for name, answer in answers.items()}

    wrong = {
        name: kind
        for name, (status, kind) in kinds.items()
        if status not in (302, 304) and ("/" not in kind or (kind.startswith("text/") and "charset=utf-8" not in kind))
    }
    assert wrong == {}
    assert {answer["X-Content-Type-Options"] for answer in answers.values()} == {"nosniff"}
