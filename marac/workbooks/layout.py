"""What a sheet is and what its columns mean, proposed from its headings and from what was taught before."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from marac.kernel.dates import read_exact
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

Row = Mapping[str, Any]
CASES, ACTIONS, ATTENDANCE, NOTHING = "cases", "actions", "attendance", ""
KIND_NAMES = {
    CASES: _("Cases, one a row"),
    ACTIONS: _("Actions, one a row"),
    ATTENDANCE: _("Who was at meetings"),
    NOTHING: _("Nothing that is kept here: the sheet is not read"),
}
PASS_OVER = "-"  # a column that was looked at and is not taken in
HERE = "@"  # a column for one meeting, headed by its day: "@2019-03-14"
FIELD_NAMES = {
    CASES: {
        "reference": _("Reference of the case"),
        "meeting_on": _("Day of the meeting"),
        "referred_on": _("Day of the referral"),
        "kind": _("New or repeat"),
        "agency": _("Referring agency"),
        "children": _("Children"),
        "score": _("Yes answers of the checklist"),
        "grounds": _("Grounds"),
        "relationship": _("Perpetrator's relationship to the victim"),
        "narrative": _("Notes"),
    },
    ACTIONS: {
        "reference": _("Reference of the case"),
        "victim": _("Victim"),
        "meeting_on": _("Day on which it was agreed"),
        "agency": _("Agency"),
        "task": _("Action"),
        "due_on": _("Due"),
        "state": _("Done or not"),
        "done_on": _("Day on which it was done"),
        "words": _("What came of it"),
    },
    ATTENDANCE: {
        "meeting_on": _("Day of the meeting"),
        "agency": _("Agency"),
        "name": _("Name"),
        "presence": _("Present or apologies"),
        "capacity": _("Capacity"),
    },
}
WHOSE_NAMES = {"victim": _("Victim: {what}"), "perpetrator": _("Perpetrator: {what}")}
WHAT_NAMES = {
    "name": _("name"),
    "surname": _("surname"),
    "forenames": _("forenames"),
    "dob": _("date of birth or age"),
    "address": _("address"),
    "postcode": _("postcode"),
    "phone": _("telephone"),
    "aliases": _("other names"),
    "gender": _("sex"),
    "ethnicity": _("ethnicity"),
}
FIELD_NAMES[CASES] |= {
    f"{whose}.{what}": told.format(what=name)
    for whose, told in WHOSE_NAMES.items()
    for what, name in WHAT_NAMES.items()
}
WORDS = tomllib.loads((files("marac.workbooks") / "headings.toml").read_text())
MEANS: dict[str, dict[str, str]] = {
    kind: {word: name for name, words in by.items() for word in words} for kind, by in WORDS["fields"].items()
}
ROWS_LOOKED_AT = 15
LEAST_HEADINGS = 2
LAST_YEAR = 2099
MUST = {CASES: ("victim.name", "victim.surname"), ACTIONS: ("task",), ATTENDANCE: ("agency", "name")}


@dataclass(frozen=True)
class Layout:
    """`headings` are as printed, by column; `columns` what each is taken for; rows up to `header_row` are headings."""

    kind: str
    header_row: int = 0
    headings: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)


def is_sealed(field: str) -> bool:
    """What only a recorded act shows once it is in a case."""
    return field.partition(".")[2] in ("address", "postcode", "phone")


def plain(heading: str) -> str:
    """A heading in one form, as the words of headings.toml: "Ref. No:" is "ref no"."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", heading.lower()).split())


def propose(sheet: Mapping[str, Any], taught: Mapping[tuple[str, str], str]) -> Layout:
    """The kind and the row of headings by which most columns are known. `taught`: (kind, plain heading) to field."""
    best, most = Layout(NOTHING), (0, 0)
    rows = sheet["rows"][:ROWS_LOOKED_AT]
    for index, row in enumerate(rows):
        under = rows[index + 1] if index + 1 < len(rows) and rows[index + 1]["number"] == row["number"] + 1 else None
        for headings, last in _ways(row, under):
            for kind in (CASES, ACTIONS, ATTENDANCE):
                columns = _columns(kind, headings, taught)
                known = [name for name in columns.values() if name != PASS_OVER]
                if len(known) >= LEAST_HEADINGS and _is_whole(kind, known) and (len(known), -last) > most:
                    best, most = Layout(kind, last, headings, columns), (len(known), -last)
    return best


def check_layout(layout: Layout) -> None:
    """What a kind of sheet cannot do without, and one column for each meaning."""
    known = [name for name in layout.columns.values() if name != PASS_OVER]
    twice = sorted({name for name in known if known.count(name) > 1})
    if twice:
        name = FIELD_NAMES[layout.kind].get(twice[0], twice[0])
        raise Refusal(_("Two columns are taken for the same: {name}. Choose one, and pass over the other."), name=name)
    if layout.kind and not _is_whole(layout.kind, known):
        raise Refusal(MISSING[layout.kind])


MISSING = {
    CASES: _("A sheet of cases needs a column with the victim's name. Choose it, or do not read the sheet."),
    ACTIONS: _("A sheet of actions needs a column with the action. Choose it, or do not read the sheet."),
    ATTENDANCE: _(
        "A sheet of attendance needs the agency or the name, and the meeting or a column for each meeting. "
        "Choose them, or do not read the sheet."
    ),
}


def _is_whole(kind: str, known: list[str]) -> bool:
    if not any(name in known for name in MUST[kind]):
        return False
    return kind != ATTENDANCE or "presence" in known or any(name.startswith(HERE) for name in known)


def _ways(row: Row, under: Row | None) -> list[tuple[dict[str, str], int]]:
    """The row alone as headings; and with the row beneath it, where one heading stands over several."""
    alone = {letter: cell.get("text", "") for letter, cell in row["cells"].items()}
    ways = [({letter: text for letter, text in alone.items() if text}, row["number"])]
    if under and any("merged" in cell for cell in row["cells"].values()):
        letters = sorted({*alone, *under["cells"]})
        both = {letter: _both(alone.get(letter, ""), under["cells"].get(letter, {})) for letter in letters}
        ways.append(({letter: text for letter, text in both.items() if text}, under["number"]))
    return ways


def _both(over: str, under: Mapping[str, Any]) -> str:
    text = under.get("text", "")
    return over if text == over else f"{over} {text}".strip()


def _columns(kind: str, headings: Mapping[str, str], taught: Mapping[tuple[str, str], str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for letter, heading in headings.items():
        name = taught.get((kind, plain(heading))) or _means(kind, heading)
        if name == PASS_OVER and kind == CASES:
            name = _beside(plain(heading), columns)
        columns[letter] = PASS_OVER if name in columns.values() and name != PASS_OVER else name
    return columns


def _beside(words: str, columns: Mapping[str, str]) -> str:
    """A birth date or address that says nobody's is that of the person named last before it: the page shows it so."""
    named = [name.partition(".")[0] for name in columns.values() if "." in name]
    what = next((what for what, names in WORDS["what"].items() if words and words in names), "")
    return f"{named[-1]}.{what}" if named and what else PASS_OVER


def _means(kind: str, heading: str) -> str:
    """As printed, or else without what stands in brackets."""
    found = _meaning(kind, plain(heading), heading)
    return found if found != PASS_OVER else _meaning(kind, plain(re.sub(r"\(.*?\)", "", heading)), heading)


def _meaning(kind: str, words: str, heading: str) -> str:
    if kind == ATTENDANCE and (day := _day(heading)):
        return f"{HERE}{day}"
    if kind == CASES and (found := _whose(words)):
        return found
    return MEANS[kind].get(words, PASS_OVER)


def _day(heading: str) -> str:
    try:
        found = read_exact(heading, last_year=LAST_YEAR)
    except Refusal:
        return ""
    return found.isoformat() if found else ""


def _whose(words: str) -> str:
    """ "victim dob", "dob of perpetrator" or "victim" alone."""
    told = re.sub(r"\bof (?:the )?", "", words)
    for whose, called in WORDS["whose"].items():
        for each in sorted(called, key=len, reverse=True):
            for rest in (told.removeprefix(f"{each} "), told.removesuffix(f" {each}"), "" if told == each else None):
                if rest is None or rest == told:
                    continue
                for what, names in WORDS["what"].items():
                    if rest in names:
                        return f"{whose}.{what}"
                if rest in MEANS[CASES]:  # "perp rel"
                    return MEANS[CASES][rest]
    return ""
