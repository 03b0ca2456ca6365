"""A referral as the review page shows it: each field with where it stood and how sure, what can do harm first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from marac.intake.fields import Field, field_at, fields
from marac.intake.missing import is_blank
from marac.intake.paths import each_of, value_at
from marac.kernel.text import _

GROUPS = {"victims": _("Victim"), "perpetrators": _("Perpetrator"), "children": _("Child"), "others": _("Other person")}
# What is offered for somebody who was missed; once saved they have every field.
OF_ANOTHER = {
    "victims": ("surname", "forenames", "dob"),
    "perpetrators": ("surname", "forenames", "dob", "relationship_to_victim"),
    "children": ("surname", "forenames", "dob", "unborn", "lives_with", "school"),
    "others": ("name", "relationship", "role"),
}
MATTERS = (
    (_("Referral"), ("referral_date", "case_area", "referrer", "criteria", "consent", "crime_refs")),
    (_("Views and earlier conferences"), ("views", "previous")),
    (_("Risk checklist"), ("checklist",)),
    (_("Account"), ("narrative",)),
)


@dataclass(frozen=True)
class Line:
    """One field. `place` and `sure` are what the reading noted; `was_read` is the document's value if changed."""

    path: str
    whose: str
    field: Field
    value: Any
    place: Mapping[str, Any] | None = None
    sure: str = ""
    changed: bool = False
    was_read: Any = None

    @property
    def label(self) -> str:
        return f"{self.whose}: {self.field.label}" if self.whose else self.field.label

    @property
    def first(self) -> bool:
        """To be checked before all else: doubtful, or able to get somebody hurt."""
        if self.changed:
            return False
        if self.sure == "check" or (self.sure == "likely" and self.field.critical):
            return True
        return self.field.critical and self.field.kind == "yes_no" and not is_blank(self.value)


@dataclass
class Section:
    """`lines` have a value; `rest` are the fields that were not given, to be opened when needed."""

    name: str
    lines: list[Line] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    entry: str = ""


def sections(content: Mapping[str, Any], reading: Mapping[str, Any]) -> list[Section]:
    """ "Check these first", then everybody by their part, then the matters of the referral; each field once."""
    found = [*_people(content, reading), *_matters(content, reading)]
    urgent = Section(_("Check these first"))
    for section in found:
        urgent.lines += [line for line in section.lines if line.first]
        section.lines = [line for line in section.lines if not line.first]
    urgent.lines.sort(key=lambda line: (line.sure != "check", not line.field.critical))
    return [urgent, *(section for section in found if section.lines or section.rest)]


def lines_of(found: list[Section]) -> list[Line]:
    return [line for section in found for line in (*section.lines, *section.rest)]


def _people(content: Mapping[str, Any], reading: Mapping[str, Any]) -> Iterator[Section]:
    for kind, called in GROUPS.items():
        people = list(each_of(content, kind))
        for number, (path, _person) in enumerate(people, 1):
            whose = f"{called} {number}" if len(people) > 1 else called
            patterns = [name for name in fields() if name.startswith(f"{kind}[].")]
            paths = [path + rest for name in patterns for rest in _spread(content, path, name[len(kind) + 2 :])]
            yield _section(whose, whose, sorted(paths, key=_by_entry), content, reading, entry=path)
        extra = [f"{kind}[{len(people)}].{name}" for name in OF_ANOTHER[kind]]
        another = _("Another: {called}").format(called=called.lower()) if people else called
        yield _section(another, another, extra, content, reading)


def _matters(content: Mapping[str, Any], reading: Mapping[str, Any]) -> Iterator[Section]:
    for name, heads in MATTERS:
        patterns = [pattern for pattern in fields() if pattern.split(".")[0].removesuffix("[]") in heads]
        paths = [path for pattern in patterns for path in _spread(content, "", pattern)]
        yield _section(name, "", paths, content, reading)


def _section(
    name: str,
    whose: str,
    paths: list[str],
    content: Mapping[str, Any],
    reading: Mapping[str, Any],
    *,
    entry: str = "",
) -> Section:
    made = Section(name, entry=entry)
    for path in paths:
        line = _line(path, _numbered(whose, path), content, reading)
        blank = is_blank(line.value) or line.value == "blank"
        (made.rest if blank and not line.changed else made.lines).append(line)
    return made


def _line(path: str, whose: str, content: Mapping[str, Any], reading: Mapping[str, Any]) -> Line:
    value = value_at(content, path)
    read = value_at(reading.get("content", {}), path)
    certainty = reading.get("certainty", {}).get(path)
    changed = path in reading.get("places", {}) and value != read
    return Line(
        path=path,
        whose=whose,
        field=field_at(path),
        value=value,
        place=reading.get("places", {}).get(path),
        sure=certainty["sure"] if certainty else "",
        changed=changed,
        was_read=read if changed else None,
    )


def _spread(content: Mapping[str, Any], stem: str, pattern: str) -> list[str]:
    """The paths after `stem` that a pattern stands for: each entry of its list, and one more to be filled in."""
    head, bracket, tail = pattern.partition("[]")
    if not bracket:
        return [pattern]
    entries = value_at(content, (stem + head).removeprefix(".")) or []
    return [f"{head}[{number}]{tail}" for number in range(len(entries) + 1)]


def _by_entry(path: str) -> tuple[int, str]:
    """The fields of one number or one address stay together; the others keep the order of the shape."""
    inner = path.partition("].")[2]
    order = (
        "surname",
        "forenames",
        "name",
        "aliases",
        "dob",
        "gender",
        "relationship",
        "phones",
        "addresses",
        "address",
    )
    place = next((number for number, head in enumerate(order) if inner.startswith(head)), len(order))
    return place, inner.split(".")[0] if place >= 7 else ""


def _numbered(whose: str, path: str) -> str:
    """ "Victim: phone 2" for victims[0].phones[1].safe_to_call."""
    parts = path.split(".")
    for part, called in (("phones[", _("phone")), ("addresses[", _("address"))):
        inner = next((each for each in parts[1:] if each.startswith(part)), "")
        if inner:
            return f"{whose}, {called} {int(inner[len(part) : -1]) + 1}".removeprefix(", ")
    return whose
