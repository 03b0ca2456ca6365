"""What a template may do: print a declared field, loop over a declared list, and leave out what is empty. No more.

The template is parsed, and every node of it has to be one of a few: there is no list of what is forbidden. Whatever the
sandbox of the engine would let through (filters, calls, attributes, long loops) is not on the list, so it is refused
when it is uploaded, with where it stands.
"""

import difflib
import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from marac.kernel.text import Sentence, _, shorten
from marac.papers.fields import Field, Fields

TAG = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.S)
PRINTS = re.compile(r"{{\s*[A-Za-z_][\w.]*\s*}}")
STEERS = re.compile(r"{%-?(?:p|tr|tc|r)?\s+(?:if|elif|else|endif|for|endfor)\b[^{}%]*%}")
MOST_TAGS = 1000
ONLY_PRINTS = _(
    "{tag} {where} does more than print. A template may print a field, {{{{ field }}}}; go through a list, "
    "{{% for row in list %}}; and leave out what is empty, {{% if field %}}. Take it out."
)
NOT_CLOSED = _(
    "Something is not closed or not opened: each {{% for … %}} needs its {{% endfor %}}, each {{% if … %}} its "
    "{{% endif %}}, and each pair of brackets its end. Look {where}."
)
NO_SUCH_FIELD = _("There is no field {name} {where}. The nearest is {nearest}.")
NOTHING_LIKE_IT = _("There is no field {name} {where}, and none like it. See the list of fields.")
NOT_A_LIST = _("{name} {where} is one value and not a list, so it cannot be gone through.")
A_LIST = _("{name} {where} is a list: go through it with {{% for row in {name} %}}, and print what each row has.")
LOOP_IN_A_LOOP = _("{name} {where} is gone through inside another list. Inside a list, only lists of its own rows are.")
SAME_NAME = _("The row is called {name} {where}, which is the name of a field. Call it something else, such as row.")
WITH_WORDS = _("{where} (“{text}”)")
TOO_MANY = _("The template has more than {most} fields and steps. Take out what is not needed.")


@dataclass(frozen=True)
class Passage:
    """A paragraph of the document and where it stands, such as "in the header"."""

    where: Sentence
    text: str


@dataclass(frozen=True)
class Row:
    """A name that a loop gave: the path of its list, and what each row has."""

    path: str
    fields: Fields


Scope = Mapping[str, Any]  # name to Field, Fields or Row


def problems_of(parts: list[str], passages: list[Passage], fields: Fields) -> list[Sentence]:
    """Everything that stands in the way, each once. `parts` are the texts that the engine fills, each by itself."""
    tags = [(tag, each) for each in passages for tag in TAG.findall(each.text)]
    if len(tags) > MOST_TAGS:
        return [TOO_MANY.format(most=MOST_TAGS)]
    odd = [ONLY_PRINTS.format(tag=_short(tag), where=each.where) for tag, each in tags if not _is_plain(tag)]
    if odd:
        return list(dict.fromkeys(odd))
    found: list[Sentence] = []
    for part in parts:
        try:
            tree = SandboxedEnvironment(autoescape=True).parse(part)
        except TemplateSyntaxError as error:
            return [NOT_CLOSED.format(where=_near(str(error.message), passages))]
        found += _Reader(passages).of(tree.body, dict(fields), looping=False)
    return list(dict.fromkeys(found))


def printed_always(xml: str) -> set[str]:
    """The fields that are printed whatever the values are: in no loop, and behind no condition. Of text that parses."""
    tree = SandboxedEnvironment(autoescape=True).parse(xml)
    return {
        each.name
        for node in tree.body
        if isinstance(node, nodes.Output)
        for each in node.nodes
        if isinstance(each, nodes.Name)
    }


def _is_plain(tag: str) -> bool:
    return bool(PRINTS.fullmatch(tag) or STEERS.fullmatch(tag))


def _short(tag: str) -> str:
    return shorten(tag, 60)


def _near(message: str, passages: list[Passage]) -> Sentence:
    """The last passage with a tag of the kind that the parser stumbled on."""
    with_tags = [each for each in passages if "{%" in each.text or "{{" in each.text]
    told = [each for each in with_tags if any(word in each.text for word in re.findall(r"'(\w{3,})'", message))]
    found = (told or with_tags)[-1:]
    return WITH_WORDS.format(where=found[0].where, text=shorten(found[0].text, 60)) if found else Sentence("—")


class _Reader:
    """Walks the tree with what each name means at that point."""

    def __init__(self, passages: list[Passage]) -> None:
        self.passages = passages

    def of(self, body: list[Any], scope: Scope, *, looping: bool) -> Iterator[Sentence]:
        for node in body:
            if isinstance(node, nodes.Output):
                for each in node.nodes:
                    yield from self._printed(each, scope)
            elif isinstance(node, nodes.If):
                yield from self._condition(node, scope, looping=looping)
            elif isinstance(node, nodes.For):
                yield from self._loop(node, scope, looping=looping)
            else:
                yield self._more_than_print(node)

    def _printed(self, node: Any, scope: Scope) -> Iterator[Sentence]:
        if isinstance(node, nodes.TemplateData):
            return
        path = _path(node)
        if path is None:
            yield self._more_than_print(node)
            return
        found = yield from self._field(path, scope)
        if found is not None and not isinstance(found, Field):
            yield A_LIST.format(name=path, where=self._where(path))

    def _condition(self, node: Any, scope: Scope, *, looping: bool) -> Iterator[Sentence]:
        test = node.test.node if isinstance(node.test, nodes.Not) else node.test
        path = _path(test)
        if path is None:
            yield self._more_than_print(node)
        else:
            yield from self._field(path, scope)
        for part in (node.body, node.elif_, node.else_):
            yield from self.of(part, scope, looping=looping)

    def _loop(self, node: Any, scope: Scope, *, looping: bool) -> Iterator[Sentence]:
        path = _path(node.iter)
        if path is None or not isinstance(node.target, nodes.Name) or node.test is not None or node.recursive:
            yield self._more_than_print(node)
            return
        row = node.target.name
        if row in scope or row == "loop":
            yield SAME_NAME.format(name=row, where=self._where(path))
            return
        found = yield from self._field(path, scope)
        if found is None:
            return
        if isinstance(found, Field | Row):
            yield NOT_A_LIST.format(name=path, where=self._where(path))
            return
        if looping and "." not in path:
            yield LOOP_IN_A_LOOP.format(name=path, where=self._where(path))
            return
        yield from self.of(node.body, {**scope, row: Row(path, found)}, looping=True)
        yield from self.of(node.else_, scope, looping=looping)

    def _field(self, path: str, scope: Scope) -> Generator[Sentence, None, Any]:
        """What the path leads to; None, with a sentence, where it leads nowhere."""
        name, *rest = path.split(".")
        found = scope.get(name)
        if found is not None and rest:
            found = found.fields.get(rest[0]) if isinstance(found, Row) and len(rest) == 1 else None
        if found is None or (isinstance(found, Row) and not rest):
            yield self._unknown(path, scope)
            return None
        return found

    def _unknown(self, path: str, scope: Scope) -> Sentence:
        offered = []
        for name, found in scope.items():
            offered += [f"{name}.{each}" for each in found.fields] if isinstance(found, Row) else [name]
        near = difflib.get_close_matches(path, offered, n=1, cutoff=0.5)
        if not near:
            return NOTHING_LIKE_IT.format(name=path, where=self._where(path))
        return NO_SUCH_FIELD.format(name=path, where=self._where(path), nearest=near[0])

    def _more_than_print(self, node: Any) -> Sentence:
        return ONLY_PRINTS.format(tag=type(node).__name__.lower(), where=self._where(""))

    def _where(self, path: str) -> Sentence:
        """Where a field stands first, with the words around it."""
        asked = re.compile(rf"{{[{{%][^{{}}]*(?<![\w.]){re.escape(path)}(?![\w.])") if path else TAG
        found = next((each for each in self.passages if asked.search(each.text)), None)
        return WITH_WORDS.format(where=found.where, text=shorten(found.text, 60)) if found else Sentence("—")


def _path(node: Any) -> str | None:
    """`row.agency` of a name, or of one attribute of a name; None of anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        return f"{node.node.name}.{node.attr}"
    return None
