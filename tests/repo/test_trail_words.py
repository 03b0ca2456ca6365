"""Everything that the trail keeps has plain words, and no words are kept for what it never says."""

import ast
from collections.abc import Iterator

from marac.audit.models import AuditEvent
from marac.records.words import CHANGES, KIND_NAMES, OTHERS, READINGS, said_of
from tests.repo import source

KINDS = {"record_search": "search", "record_export": "export", "record_sign_in": "sign_in", "record_refusal": "refusal"}


def calls(name: str) -> Iterator[ast.Call]:
    """Every call of a function by this name in the product."""
    for path in source.python("marac"):
        for node in ast.walk(ast.parse(source.text(path))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node


def test_every_event_has_words_and_only_what_is_recorded_has():
    recorded = {call.args[0].func.id for call in calls("record")}

    assert set(CHANGES) == recorded


def test_every_reading_has_words():
    """Of a reading whose name is handed on, that function's callers say it."""
    named = [call.args[1] for call in (*calls("record_reading"), *calls("record_look"), *calls("_read"))]

    assert set(READINGS) == {each.value for each in named if isinstance(each, ast.Constant)}


def test_every_search_export_refusal_and_sign_in_has_words():
    said = {(kind, call.args[1].value) for name, kind in KINDS.items() for call in calls(name)}

    assert set(OTHERS) == said


def test_every_kind_of_entry_has_words():
    assert set(KIND_NAMES) == {kind.value for kind in AuditEvent.Kind}


def test_what_was_done_is_said_in_words_whatever_kind_of_entry_it_is():
    assert said_of("read", "case") == "Opened the case"
    assert said_of("change", "ActionReported") == "Reported on an action"
    assert said_of("sign_in", "FactorUsed") == "Showed a second factor"
    assert said_of("read", "something of long ago") == "Looked"
