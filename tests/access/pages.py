"""Every address of the product with the records that it may be asked for: found from the code, so a new page is in."""

import ast
import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.http import HttpResponse
from django.urls import URLPattern, get_resolver
from pypdf import PdfReader

from tests.repo import source
from tests.repo.test_access import addresses

# What stands in an address beside the key of a record.
SAMPLES = {
    "slug": "victim",
    "name": "repeat_months",
    "code": "refuge",
    "block": "knows-home",
    "letter": "C",
    "way": "up",
    "quarter": "2026Q1",
    "part": "quarters",
    "token": "unknown",
    "connection": 1,
    "number": 1,
    "sheet": 0,
    "tool": "dash-24",
    "paper": "minutes",
}
WAYS = {"take-off": "defer", "change": "renew", "switch": "close"}
FETCH = "visible_or_404"
# Where those who refer stand: of a referral, only their own agency's, whatever became of it.
OWN = "Referral of one's own agency"
FETCHED_BY_A_QUERY = {"drafts:standing": OWN, "conflicts:take-back": "Declared"}


@dataclass(frozen=True)
class Page:
    """`fetches` is the model whose records the page shows by their key ("" where it shows none)."""

    name: str
    opens_to: str
    arguments: tuple[str, ...]
    fetches: str
    others: dict[str, str]

    def at(self, key: Any) -> dict[str, Any]:
        """The arguments of its address for one record."""
        given = {name: SAMPLES[name] for name in self.arguments if name in SAMPLES}
        if "way" in given and self.name.rpartition(":")[2] in WAYS:
            given["way"] = WAYS[self.name.rpartition(":")[2]]
        return given | ({"pk": key} if "pk" in self.arguments else {})


def every_page() -> list[Page]:
    """The pages of the product, each read from its address and the code of its view."""
    patterns = dict(_patterns(get_resolver().url_patterns))
    return [_page(name, view, patterns[name]) for name, view in addresses(get_resolver().url_patterns)]


def _patterns(found: list[Any], space: str = "") -> Any:
    for each in found:
        if isinstance(each, URLPattern):
            yield f"{space}{each.name or each.pattern}", tuple(each.pattern.converters or each.pattern.regex.groupindex)
        else:
            yield from _patterns(each.url_patterns, f"{each.namespace}:" if each.namespace else space)


def _page(name: str, view: Any, arguments: tuple[str, ...]) -> Page:
    fetched = _fetched(view)
    others = {argument: model for argument, model in fetched.items() if argument in arguments and argument != "pk"}
    fetches = FETCHED_BY_A_QUERY.get(name, fetched.get("pk", "")) if "pk" in arguments else ""
    return Page(name, view.opens_to, arguments, fetches, others)


def _fetched(view: Any) -> dict[str, str]:
    """Argument to model, of every record that the view (or what it calls in its file) fetches by that argument."""
    path = Path(view.__code__.co_filename) if not hasattr(view, "__wrapped__") else _file_of(view)
    functions = {function.name: function for _where, function in source.functions([path])}
    found: dict[str, str] = {}
    waiting, done = [view.__name__], set()
    while waiting:
        name = waiting.pop()
        if name in done or name not in functions:
            continue
        done.add(name)
        for call in (node for node in ast.walk(functions[name]) if isinstance(node, ast.Call)):
            called = ast.unparse(call.func)
            waiting.append(called)
            if called == FETCH:
                keys = {each.arg: ast.unparse(each.value) for each in call.keywords}
                found.setdefault(keys.get("pk", ""), OWN if "agency" in keys else ast.unparse(call.args[0]))
    return found


def _file_of(view: Any) -> Path:
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return Path(view.__code__.co_filename)


def words_of(answer: HttpResponse) -> str:
    """Everything readable in an answer: a page as it is, a PDF as its text, an Office file or other package as the text
    in its parts."""
    content = answer.content
    if content.startswith(b"%PDF-"):
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    try:
        with ZipFile(BytesIO(content)) as package:
            parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
            return re.sub(r"<[^>]+>", "", " ".join([*package.namelist(), *parts]))
    except BadZipFile:
        return content.decode("utf-8", "replace")
