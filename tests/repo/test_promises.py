"""What the code base promises about its own words: who touches the database, asks the clock, or writes a page."""

import ast
import re

from tests.repo import source

CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("timezone", "now"),
    ("timezone", "localdate"),
    ("time", "time"),
}
REFUSALS = {"Refusal", "NotAllowed", "Stale"}
MAY_ASK_THE_CLOCK = {"marac/accounts/middleware.py", "marac/audit/chain.py"}
DATABASE = {"objects", "_default_manager", "filter", "exclude", "save", "bulk_create"}
PAGE_MACHINERY = ("django.http", "django.shortcuts", "django.urls", "django.template", "django.forms", "marac.ui")
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "mixins", "signals"}
HTML = re.compile(r"(?<!\(\?P)<(?:p|div|span|a|td|tr|table|ul|li|strong|br|h[1-6])[\s/>]|</[a-z]")


def imported(node: ast.AST) -> list[str]:
    """The modules that an import statement names: from django.http import X gives django.http and django.http.X."""
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module}.{each.name}" for each in node.names] + [node.module or ""]
    return []


def test_pages_do_not_touch_the_database():
    touched = [
        f"{where} .{node.attr}"
        for where, node in source.nodes(source.kind("views", "forms"))
        if isinstance(node, ast.Attribute) and node.attr in DATABASE
    ]

    assert touched == [], "Ask a query (queries.py), or change it by an operation (operations.py)."


def test_operations_never_see_a_request():
    seen = [
        f"{where} {module}"
        for where, node in source.nodes(source.kind("operations", "operation"))
        for module in imported(node)
        if f"{module}.".startswith(tuple(f"{each}." for each in PAGE_MACHINERY))
    ]

    assert seen == [], (
        "An operation takes `viewer` and plain values, so that a page, the tick and a test call it alike."
    )


def test_every_operation_takes_keyword_arguments_and_a_viewer():
    loose = [
        f"{where} {function.name}"
        for where, function in source.functions(source.kind("operations"))
        if any(isinstance(d, ast.Call) and ast.unparse(d.func) == "operation" for d in function.decorator_list)
        and (function.args.args or function.args.kwonlyargs[:1] == [] or function.args.kwonlyargs[0].arg != "viewer")
    ]

    assert loose == [], "An operation begins (*, viewer: Viewer, …)."


def test_what_happened_cannot_be_changed_afterwards():
    loose = [
        f"{where} {node.name}"
        for where, node in source.nodes(source.kind("operations", "events"))
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(each).startswith("dataclass") for each in node.decorator_list)
        and "dataclass(frozen=True)" not in {ast.unparse(each) for each in node.decorator_list}
    ]

    assert loose == [], "An event is a frozen dataclass."


def test_there_is_no_html_in_python():
    written = [
        f"{where} {node.value[:60]!r}"
        for where, node in source.nodes(source.python("marac", "config"))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HTML.search(node.value)
    ]

    assert written == [], "HTML goes in a template."


def test_only_the_middleware_and_the_trail_ask_what_time_it_is():
    asked = [
        where
        for where, node in source.nodes(source.python("marac", "config"))
        if isinstance(node, ast.Attribute)
        and (ast.unparse(node.value).rpartition(".")[2], node.attr) in CLOCKS
        and where.rpartition(":")[0] not in MAY_ASK_THE_CLOCK
        and not where.startswith("marac/management/commands/")
    ]

    assert asked == [], "Today comes with the viewer: viewer.today."


def test_nobody_listens_for_signals_or_mixes_in():
    heard = [
        f"{where} {module}"
        for where, node in source.nodes(source.python("marac", "config"))
        for module in imported(node)
        if module.startswith(("django.dispatch", "django.db.models.signals"))
    ]
    mixed = [
        f"{where} {node.name}"
        for where, node in source.nodes(source.python("marac", "config"))
        if isinstance(node, ast.ClassDef) and node.name.endswith("Mixin")
    ]

    assert heard + mixed == []


def test_no_file_is_called_by_a_word_that_says_nothing():
    vague = [source.name(p) for p in source.python("marac", "config", "tests") if {p.stem, p.parent.name} & VAGUE]

    assert vague == [], "Say what is in it; what two topics need goes in the lower one."


def test_every_module_opens_with_what_it_is_for():
    silent = [
        source.name(path)
        for path in source.python("marac", "config", "tests")
        if source.text(path).strip() and not ast.get_docstring(source.tree(path))
    ]

    assert silent == []


def test_every_topic_says_what_it_is_for():
    silent = [t.name for t in source.topics() if not ast.get_docstring(source.tree(t / "__init__.py"))]

    assert silent == [], "script/map prints the sentence in the topic's __init__.py."


def test_nothing_is_left_to_be_done_in_a_comment():
    words = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME)\b")

    assert [source.name(path) for path in source.files() if words.search(source.text(path))] == []


def test_a_refusal_keeps_its_sentence_as_the_translators_know_it():
    """Refusal(_("{day} is past."), day=...): once a value has been put in, no catalogue knows the sentence."""
    put_together = [
        f"{where} {ast.unparse(node.args[0])[:60]}"
        for where, node in source.nodes(source.python("marac"))
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).rpartition(".")[2] in REFUSALS
        if isinstance(node.args[0], ast.JoinedStr | ast.BinOp) or ".format(" in ast.unparse(node.args[0])
    ]

    assert put_together == []
