"""Reads what a form asks of somebody's protected characteristics."""

import re
from datetime import date

from marac.answers import choices
from marac.answers.found import INFERRED, LIKELY, RESOLVED, STATED, Certainty, Found, Unread
from marac.intake.fields import LAST_TWO_FIGURE_YEAR
from marac.kernel.dates import first_date
from marac.labels.known import WORDS, find
from marac.layout.gathered import Entry
from marac.parties.person import Person
from marac.written.text import Text, plain, tidy

NO_INTERPRETER = re.compile(
    r"\b(?:no|not|without)\b[^.;]{0,20}\binterpreter|\binterpreter\b[^.;]{0,15}(?<!and )\b(?:not|no)\b", re.I
)
NONE_NEEDED = re.compile(r"(?:none|not|no)\b(?: (?:needed|required|necessary))?\W*\Z", re.I)
ORIENTATION = re.compile(
    r"\b(?:gay|lesbian|bi ?sexual|trans\w*|queer|pansexual|(?P<straight>heterosexual|straight))\b", re.I
)


def line(person: Person, entry: Entry, _today: date | None) -> None:
    """A line of boxes: B&ME, Disabled, LGBT, Gender M / F."""
    if person.role == "child":
        return
    pairs = choices.boxes(entry.value)
    any_full = any(full for _, full in pairs)
    for label, full in pairs:
        named = find(label)
        if named and named.field.startswith("diversity.") and any_full:
            certainty = STATED if full else INFERRED
            _box(person, named.field.split(".")[1], full, entry, certainty)
    match = re.search(r"\b(?:gender|sex)\b[\s:]*", entry.value.words, re.I)
    if match:
        person.put("gender", choices.gender(entry.value.part(match.end())), entry)


def _box(person: Person, name: str, full: bool, entry: Entry, certainty: Certainty) -> None:
    person.puts("disabled" if name == "disability" else name, full, entry, certainty)


def answer(person: Person, name: str, value: Text, entry: Entry) -> None:
    if person.role == "child" or (choices.is_unknown(value.words) and not choices.boxes(value)):
        return
    READ_DIVERSITY.get(name, _written)(person, name, value, entry)


def _written(person: Person, name: str, value: Text, entry: Entry) -> None:
    person.puts(name, tidy(value.words), entry)


def _flag(person: Person, name: str, value: Text, entry: Entry) -> None:
    told = choices.yes_no(value)
    boxes = choices.boxes(value)
    chosen = " ".join(words for words, full in boxes if full) if boxes else value.words
    named = ORIENTATION.search(chosen) if name == "lgbt" and told.value is None else None
    if named:
        person.puts(name, named["straight"] is None, entry, RESOLVED)
        return
    person.puts(name, told.value, entry)
    if told.value is None and not told.known:
        person.asides.append(Unread("value", f"{entry.place.label}: {value.words}", entry.place))
    if name == "interpreter" and told.value and told.rest and re.search(r"\blanguage\b", entry.place.label, re.I):
        person.puts("language", told.rest, entry, LIKELY)
    if name == "pregnant" and told.value is not False:
        due = first_date(f"{told.rest} {value.words}", last_year=LAST_TWO_FIGURE_YEAR)
        person.tree["_due"] = Found(due.isoformat(), entry.place, LIKELY) if due else None
        person.puts(name, True if due else None, entry, INFERRED)


def _disability(person: Person, name: str, value: Text, entry: Entry) -> None:
    told = choices.yes_no(value)
    if told.value is None and told.rest:
        person.puts("disabled", True, entry, RESOLVED)
    person.puts("disabled", told.value, entry)
    if told.value is not False:
        person.puts("disability_detail", told.rest or None, entry)


def _ethnicity(person: Person, name: str, value: Text, entry: Entry) -> None:
    bare = plain(value.words)
    person.puts("ethnicity", tidy(value.words), entry)
    minority = any(f" {word} " in f" {bare} " for word in WORDS["ethnicity"]["minority"])
    majority = bare in WORDS["ethnicity"]["majority"]
    person.puts("bme", True if minority else False if majority else None, entry, INFERRED)


def _language(person: Person, name: str, value: Text, entry: Entry) -> None:
    parts = [tidy(part) for part in re.split(r"[.;,()]\s*|\n", value.words) if part.strip()]
    spoken = [part for part in parts if "interpreter" not in part.lower()]
    person.puts("language", spoken[0] if spoken else None, entry)
    if "interpreter" in value.words.lower():
        person.puts("interpreter", not NO_INTERPRETER.search(value.words), entry)
    elif "interpreter" in entry.place.label.lower() and spoken[1:]:  # "Language / interpreter": "English, none needed"
        said = False if NONE_NEEDED.match(spoken[1]) else choices.yes_no(Text(spoken[1])).value
        person.puts("interpreter", said, entry)


READ_DIVERSITY = {
    "ethnicity": _ethnicity, "disability": _disability, "language": _language, "bme": _flag, "lgbt": _flag,
    "interpreter": _flag, "pregnant": _flag,
}  # fmt: skip
