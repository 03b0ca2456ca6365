"""Small enough to be read: a cap that stops you is met by splitting, never by raising it."""

import ast

from django.apps import apps

from tests.repo import source

FILE, FUNCTION, VIEW, TEMPLATE, TOPIC, MODELS_A_TOPIC = 400, 40, 25, 150, 1500, 8


def topic_lines() -> dict[str, int]:
    return {folder.name: sum(source.lines(path) for path in folder.rglob("*.py")) for folder in source.topics()}


def test_no_file_is_too_long():
    ours = source.python("marac", "config", "tests")

    assert [f"{source.name(path)}: {source.lines(path)} lines" for path in ours if source.lines(path) > FILE] == []


def test_no_function_is_too_long():
    assert _longer_than(FUNCTION, source.functions(source.python("marac", "config", "tests"))) == []


def test_every_view_is_read_in_one_breath():
    assert _longer_than(VIEW, source.functions(source.kind("views"))) == []


def test_no_template_is_too_long():
    longer = {name: len(text.splitlines()) for name, text in source.templates().items()}

    assert [f"{name}: {lines} lines" for name, lines in longer.items() if lines > TEMPLATE] == []


def test_no_topic_is_too_big():
    over = [f"{name}: {lines} lines" for name, lines in topic_lines().items() if lines > TOPIC]

    assert over == [], f"A topic past {TOPIC} lines of Python is two topics."


def test_no_topic_has_too_many_models():
    held: dict[str, int] = {}
    for model in apps.get_app_config("marac").get_models():
        topic = model.__module__.split(".")[1]
        held[topic] = held.get(topic, 0) + 1

    assert [f"{topic}: {number} models" for topic, number in held.items() if number > MODELS_A_TOPIC] == []


def _longer_than(cap: int, functions: object) -> list[str]:
    """Lines of a function from `def` to its end; its decorators are not counted."""
    found = []
    for where, function in functions:
        assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        lines = (function.end_lineno or 0) - function.lineno + 1
        if lines > cap:
            found.append(f"{where} {function.name}: {lines} lines")
    return found
