"""What every template promises: it is used, it names nobody in its title, and it obeys the content-security policy."""

import ast
import re

from tests.repo import source

QUOTED = re.compile(r"""["']([\w-]+/[\w/.-]+\.html)["']""")
TITLE = re.compile(r"{%-?\s*block title\s*-?%}(.*?){%-?\s*endblock", re.S)
NAME = re.compile(r"(\w+)\.(?:name|full_name|surname|forenames?|get_full_name)\b")
NAMES_NO_PERSON = {"agency", "marac"}


def strings(*folders: str) -> set[str]:
    """Every text written in the Python of these folders."""
    found = (node for _where, node in source.nodes(source.python(*folders)))
    return {node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_template_is_used():
    asked = {text for text in strings("marac", "config") if text.endswith(".html")}
    words_of_fields = {
        node.value
        for _where, node in source.nodes([source.ROOT / "marac/ui/fields.py"])
        if isinstance(node, ast.Constant)
    }
    asked |= {f"ui/fields/{word}.html" for word in words_of_fields}
    for name, text in source.templates().items():
        asked |= set(QUOTED.findall(text)) - {name}

    assert sorted(set(source.templates()) - asked) == [], "Take the template away, or show it."


def test_every_template_asked_for_is_there():
    asked = {text for text in strings("marac") if QUOTED.fullmatch(f'"{text}"')}

    assert sorted(asked - set(source.templates())) == []


def test_no_title_names_a_person():
    """Titles stay in the browser's history, on a shared screen and in a screenshot."""
    named = [
        f"{name}: {whose}"
        for name, text in source.templates().items()
        for title in TITLE.findall(text)
        for whose in NAME.findall(title)
        if whose not in NAMES_NO_PERSON
    ]

    assert named == [], "A title gives the reference, and never a name."


def test_no_title_says_what_this_is():
    """A tab, a task bar and a browser's history are read by others: a title gives a reference, not our trade."""
    titles = re.compile(r"<title>(.*?)</title>|" + TITLE.pattern, re.S)
    said = [n for n, text in source.templates().items() if any("marac" in str(t).lower() for t in titles.findall(text))]

    assert said == []


def test_every_form_that_changes_something_carries_its_token():
    forms = re.compile(r"<form[^>]*method=[\"']post[\"'].*?</form>", re.S | re.I)
    bare = [n for n, text in source.templates().items() for f in forms.findall(text) if "csrf_input" not in f]

    assert bare == [], "Put {{ csrf_input }} in the form."


def test_no_template_holds_a_style_or_a_script_of_its_own():
    inline = re.compile(r"\sstyle=|\son[a-z]+=[\"']|<style|<script(?![^>]*\ssrc=)", re.I)

    assert [name for name, text in source.templates().items() if inline.search(text)] == []


def test_every_button_says_what_kind_it_is():
    bare = re.compile(r"<button(?![^>]*\stype=)", re.I)

    assert [name for name, text in source.templates().items() if bare.search(text)] == []


def test_no_template_asks_the_database():
    asks = re.compile(r"\.(?:objects|filter|save|create)\b")

    assert [name for name, text in source.templates().items() if asks.search(text)] == []
