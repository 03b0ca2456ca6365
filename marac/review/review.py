"""A referral as the review page shows it: in groups that are opened one at a time, what can do harm first."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import groupby
from typing import Any

from marac.intake.fields import field_at, fields
from marac.intake.paths import each_of, value_at
from marac.kernel.masked import Masked, masked
from marac.kernel.text import _, one_after_another
from marac.review.first import first_of
from marac.review.lines import HOW, Line, Row, anchor_of, as_shown, entry_name, rows_of
from marac.review.unclaimed import unclaimed

GROUPS = {"victims": _("Victim"), "perpetrators": _("Perpetrator"), "children": _("Child"), "others": _("Other person")}
ONE_MORE = {
    "victims": _("Add a victim"),
    "perpetrators": _("Add a perpetrator"),
    "children": _("Add a child"),
    "others": _("Add another person"),
}
NAMES = (
    *("surname", "forenames", "name", "aliases", "dob", "dob_raw", "age_stated", "unborn", "edd", "gender"),
    *("relationship_to_victim", "relationship_to_perpetrator", "relationship", "role", "lives_with", "school", "note"),
    "must_not_receive",
)
# Asked on our own form only.
OURS = ("gender_described", "communication", "vehicle", "danger_to_workers")
# What is opened together: the end of its address, its name, and the fields of a person that it holds.
OF_PERSON = (
    ("names", _("Names and birth"), NAMES),
    ("phones", _("Telephone"), ("phones",)),
    ("addresses", _("Address"), ("addresses", "address", "no_fixed_abode")),
    ("more", _("More about them"), ("nhs_number", "gp", "housing", "occupation", "diversity", *OURS)),
)
OF_REFERRAL = (
    ("question", _("Question and answer"), ("asked", "answer")),
    (
        "referral",
        _("Dates, area and police references"),
        ("referral_date", "incident_date", "case_area", "urgent", "crime_refs", "orders"),
    ),
    ("referrer", _("Who referred"), ("referrer",)),
    ("criteria", _("Grounds"), ("criteria", "evidence", "events", "local_grounds")),
    ("consent", _("Told, and agreed"), ("consent",)),
    ("sharing", _("The basis for sharing"), ("sharing",)),
    ("views", _("The victim’s views"), ("views",)),
    ("previous", _("Earlier conferences"), ("previous",)),
    ("done", _("What has been done already"), ("safeguarding", "adviser", "agencies_involved", "has_children")),
)
CHECKLIST = (("checklist", _("Risk checklist"), ("checklist",)),)
ACCOUNT = (("narrative", _("Account"), ("narrative",)),)
LISTED = ("phones", "addresses")
EACH_QUESTION = ("checklist.answers.", "checklist.sources.", "checklist.comments.")


@dataclass(frozen=True)
class Group:
    """Fields that are opened and saved together. `key` stands in the page's address; `entries` may be taken out."""

    key: str
    name: str
    whose: str
    lines: list[Line]
    entries: list[tuple[str, str]] = field(default_factory=list)

    @cached_property
    def given(self) -> list[Line]:
        """The fields with something in them, or from which somebody took it."""
        return [line for line in self.lines if not line.blank or line.changed]

    @cached_property
    def said(self) -> list[Line]:
        """Of these, what other fields do not say already."""
        return [line for line in self.given if not self._says_again(line)]

    def rows(self, above: Container[str]) -> list[list[Row]]:
        """The rows to be shown, those that stood in one place together; but not what stands above on the page."""
        rows = rows_of([line for line in self.said if line.path not in above])
        return [list(run) for _key, run in groupby(rows, key=lambda row: row.where)]

    def labels_above(self, above: Container[str]) -> list[str]:
        """What of this group stands above on the page, by its label."""
        return list(dict.fromkeys(Row([line]).label for line in self.said if line.path in above))

    def _says_again(self, line: Line) -> bool:
        """A date as written beside the date itself, that a child has been born, or that a number is their own."""
        dated = any(each.path.endswith(".dob") for each in self.given)
        usual = {"dob_raw": dated, "unborn": line.value is False, "whose": line.value == "own"}
        return usual.get(line.path.rpartition(".")[2], False) and not line.changed


@dataclass(frozen=True)
class Section:
    """Somebody, or a part of the referral; `entry` is the path of somebody who may be taken out."""

    name: str
    groups: list[Group]
    entry: str = ""


@dataclass(frozen=True)
class Review:
    """The whole page. `more` are those who may be added; `unread` what was written and not understood."""

    sections: list[Section]
    more: list[Group]
    first: list[Row]
    unread: list[Mapping[str, Any]]

    @cached_property
    def above(self) -> frozenset[str]:
        """The paths of what is to be checked first: it stands there, and is not said again in its group."""
        return frozenset(line.path for row in self.first for line in row.all_lines)

    @cached_property
    def rest(self) -> list[str]:
        """The paths of what was read and is not to be checked first, as long as nobody has found it right."""
        lines = [line for group in self._groups() for line in group.lines]
        return [line.path for line in lines if line.unchecked and line.path not in self.above]

    def group(self, key: str) -> Group | None:
        return next((group for group in self._groups() if group.key == key), None)

    def key_of(self, path: str) -> str:
        """The group to be opened for a field."""
        return next((group.key for group in self._groups() for line in group.lines if line.path == path), "")

    def keys_of(self, row: Row, but: str) -> list[str]:
        """The groups to which a row goes back once it was checked, but not the one that is open."""
        keys = dict.fromkeys(self.key_of(line.path) for line in row.all_lines)
        return [key for key in keys if key not in ("", but)]

    def _groups(self) -> Iterator[Group]:
        for section in self.sections:
            yield from section.groups
        yield from self.more


def review_of(content: Mapping[str, Any], reading: Mapping[str, Any], asked: Container[str] = ()) -> Review:
    """Everybody by their part, then the matters of the referral. `reading` is empty when it was typed in.

    `asked` are the questions of the checklist of its MARAC; others stand here only where they were answered.
    """
    found = [*_people(content, reading), *_matters(content, reading, asked)]
    said = [(group.whose, group.said) for section in found for group in section.groups]
    first = first_of(said, unclaimed(content, reading))
    return Review(found, list(_one_more(content, reading)), first, list(reading.get("unread", [])))


def not_read_at(reading: Mapping[str, Any]) -> dict[str, str]:
    """Where in the document something was not understood, with what the page says of it there."""
    used = {anchor_of(place) for place in reading.get("places", {}).values()}
    unread = {anchor_of(each["place"]) for each in reading.get("unread", [])} - {""}
    return {anchor: _("Read in part") if anchor in used else _("Not read") for anchor in unread}


def label_at(reading: Mapping[str, Any], unread: str, path: str) -> str:
    """The label in the document of something that was not read, by its number, or of a field, by its path."""
    left = reading.get("unread", [])
    if unread.isascii() and unread.isdigit() and int(unread) < len(left):
        return str(left[int(unread)]["place"]["label"])
    return str(reading.get("places", {}).get(path, {}).get("label", ""))


def _people(content: Mapping[str, Any], reading: Mapping[str, Any]) -> Iterator[Section]:
    for kind, called in GROUPS.items():
        people = list(each_of(content, kind))
        for number, (path, _person) in enumerate(people, 1):
            whose = one_after_another(called, str(number)) if len(people) > 1 else called
            yield Section(whose, list(_groups(OF_PERSON, whose, content, reading, path)), entry=path)


def _one_more(content: Mapping[str, Any], reading: Mapping[str, Any]) -> Iterator[Group]:
    for kind, called in ONE_MORE.items():
        path = f"{kind}[{len(list(each_of(content, kind)))}]"
        names = next(_groups(OF_PERSON, GROUPS[kind], content, reading, path))
        yield Group(names.key, called, "", names.lines)


def _matters(content: Mapping[str, Any], reading: Mapping[str, Any], asked: Container[str]) -> Iterator[Section]:
    for name, parts in ((_("Referral"), OF_REFERRAL), (_("Risk checklist"), CHECKLIST), (_("Account"), ACCOUNT)):
        groups = list(_groups(parts, "", content, reading))
        yield Section(name, [replace(each, lines=[*_of_tool(each.lines, asked)]) for each in groups])


def _of_tool(lines: list[Line], asked: Container[str]) -> Iterator[Line]:
    """Without the questions of other checklists that nobody answered."""
    for line in lines:
        question = line.path.rpartition(".")[2]
        if not line.path.startswith(EACH_QUESTION) or question in asked or not line.blank or line.changed:
            yield line


def _groups(
    parts: tuple[tuple[str, str, tuple[str, ...]], ...],
    whose: str,
    content: Mapping[str, Any],
    reading: Mapping[str, Any],
    person: str = "",
) -> Iterator[Group]:
    """The groups of a person, by their path, or of the referral; a group without a field is left out."""
    stem = f"{person}." if person else ""
    kind = person.partition("[")[0]
    for key, name, heads in parts:
        paths = [stem + path for path in _by_entry(content, stem, _patterns(kind, heads))]
        lines = [_line(path, whose, content, reading) for path in paths]
        if lines:
            yield Group(_key(f"{stem}{key}"), name, whose, lines, _entries(content, person, key))


@cache
def _patterns(kind: str, heads: tuple[str, ...]) -> tuple[str, ...]:
    """The fields under these heads, of somebody (`kind` is "victims") or of the referral, in the order of the heads."""
    stem = f"{kind}[]." if kind else ""
    inner = [each.removeprefix(stem) for each in fields() if each.startswith(stem)]
    held = {each: each.split(".")[0].removesuffix("[]") for each in inner}
    return tuple(sorted((each for each in inner if held[each] in heads), key=lambda each: heads.index(held[each])))


def _key(path: str) -> str:
    """As it stands in an address: victims[0].names as victims-0-names."""
    return path.replace("[", "-").replace("].", "-")


def _by_entry(content: Mapping[str, Any], stem: str, patterns: tuple[str, ...]) -> list[str]:
    """The paths that patterns stand for: each entry of a list whole, and one more to be filled in."""
    found: dict[tuple[int, int], list[str]] = {}
    for place, pattern in enumerate(patterns):
        head, bracket, tail = pattern.partition("[]")
        if not bracket:
            found[(place, 0)] = [pattern]
            continue
        start = next(at for at, each in enumerate(patterns) if each.startswith(f"{head}[]"))
        for number in range(len(value_at(content, stem + head) or []) + 1):
            found.setdefault((start, number), []).append(f"{head}[{number}]{tail}")
    return [path for key in sorted(found) for path in found[key]]


def _entries(content: Mapping[str, Any], person: str, key: str) -> list[tuple[str, str]]:
    """The numbers or addresses of somebody, each with its path."""
    if not person or key not in LISTED:
        return []
    paths = [f"{person}.{key}[{at}]" for at in range(len(value_at(content, f"{person}.{key}") or []))]
    return [(path, entry_name(f"{path}.x")) for path in paths]


def _line(path: str, whose: str, content: Mapping[str, Any], reading: Mapping[str, Any]) -> Line:
    value = value_at(content, path)
    read = value_at(reading.get("content", {}), path)
    certainty = reading.get("certainty", {}).get(path) or {}
    changed = path in reading.get("places", {}) and value != read
    checked = {} if changed else reading.get("checked", {}).get(path, {})
    return Line(
        path=path,
        whose=whose,
        field=field_at(path),
        value=value,
        place=reading.get("places", {}).get(path),
        how=HOW.get(certainty.get("kind", ""), ""),
        sure="" if checked else certainty.get("sure", ""),
        changed=changed,
        was_read=as_shown(field_at(path), masked(read) if isinstance(value, Masked) else read) if changed else None,
        checked=checked,
    )
