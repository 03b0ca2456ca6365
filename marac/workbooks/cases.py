"""A row of a sheet of cases as a case: its meeting, and the content of a referral in the shape of marac-intake/1."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marac.kernel.text import _, clean, clean_line, shorten
from marac.workbooks import values
from marac.workbooks.values import Cell, Notes, says_nothing, text_of

By = Mapping[str, tuple[str, Cell]]
REPEAT = re.compile(r"r|rep(?:eat)?|y(?:es)?", re.I)
NEW = re.compile(r"n|new|no", re.I)
TRANSFER = re.compile(r"t|tr(?:ans(?:fer)?)?(?: in)?", re.I)
MALE, FEMALE = re.compile(r"m(?:ale)?|man|boy", re.I), re.compile(r"f(?:emale)?|woman|girl", re.I)
YOUNGEST, OLDEST = 13, 110  # a victim or perpetrator out of these years is asked about, never refused
MOST_ANSWERS = 40


def read_case(by: By, notes: Notes, *, today: date, section: date | None) -> dict[str, Any]:
    """`reference`, `meeting_on`, `referred_on`, `kind`, `agency` and `content`, with the people beside it."""
    meeting_on = _day(by, "meeting_on", notes, today)
    if meeting_on is None and "meeting_on" not in by and section is not None:
        meeting_on = section
        notes.doubt(_("The meeting is taken from the line above the rows."))
    referred_on = _day(by, "referred_on", notes, today)
    _check_days(meeting_on, referred_on, notes)
    victims = _people(by, "victim", notes, today)
    perpetrators = _people(by, "perpetrator", notes, today)
    _check_people(victims, perpetrators, notes)
    letter, cell = by.get("children", ("", {}))
    meaning = {
        "reference": clean_line(text_of(by.get("reference", ("", {}))[1]))[:60],
        "meeting_on": meeting_on.isoformat() if meeting_on else None,
        "referred_on": referred_on.isoformat() if referred_on else None,
        "kind": _kind(by, notes),
        "agency": "" if says_nothing(by.get("agency", ("", {}))[1]) else clean_line(text_of(by["agency"][1])),
        "victims": victims,
        "perpetrators": _related(by, perpetrators),
        "children": values.children(cell, letter, notes, today=today),
        "score": _score(by, notes),
        "narrative": _narrative(by),
    }
    return meaning


def content_of(meaning: Mapping[str, Any], source: str) -> dict[str, Any]:
    """The content of a referral; `source` says where it stood."""
    return {
        "schema": "marac-intake/1",
        "kind": "referral",
        "source": source,
        "referral_date": meaning["referred_on"] or meaning["meeting_on"],
        "referrer": {"agency": meaning["agency"]},
        "victims": meaning["victims"],
        "perpetrators": meaning["perpetrators"],
        "children": meaning["children"],
        "others": [],
        "checklist": {"included": False, "answers": {}, "score_stated": meaning["score"]},
        "narrative": {"present": bool(meaning["narrative"]), "text": meaning["narrative"]},
    }


def _day(by: By, name: str, notes: Notes, today: date) -> date | None:
    letter, cell = by.get(name, ("", {}))
    return values.day(cell, letter, notes, today=today)


def _check_days(meeting_on: date | None, referred_on: date | None, notes: Notes) -> None:
    if meeting_on is None and referred_on is None and not notes.problems:
        notes.problem(_("Neither the day of the meeting nor of the referral is given. Type one of them."))
    if meeting_on and referred_on and referred_on > meeting_on:
        notes.doubt(_("It was referred after the meeting that heard it. Check both days."))


def _people(by: By, whose: str, notes: Notes, today: date) -> list[dict[str, Any]]:
    letter, cell = by.get(f"{whose}.name", ("", {}))
    found = values.people(cell, letter, notes, today=today)
    surname, forenames = (values.tidy_name(by.get(f"{whose}.{what}", ("", {}))[1]) for what in ("surname", "forenames"))
    if not found and (surname or forenames):
        found = [{"surname": surname, "forenames": forenames}]
    if not found:
        return []
    told = _particulars(by, whose, notes, today)
    if len(found) > 1 and told:
        notes.doubt(_("Birth, address and telephone are entered for the first of several people in one cell."))
    found[0] = {**told, **found[0]}
    return found


def _particulars(by: By, whose: str, notes: Notes, today: date) -> dict[str, Any]:
    """What hangs on the first of them."""

    def at(what: str) -> tuple[Cell, str]:
        letter, cell = by.get(f"{whose}.{what}", ("", {}))
        return cell, letter

    told: dict[str, Any] = values.birth(*at("dob"), notes, today=today)
    address = values.home(*at("address"), notes)
    code, _letter = at("postcode")
    if not says_nothing(code):
        address = (address or {"text": "", "type": "last_known", "confidential": False}) | {"postcode": text_of(code)}
    if address:
        told["addresses"] = [address]
    if phones := values.numbers(*at("phone"), notes):
        told["phones"] = phones
    if aliases := values.tidy_name(at("aliases")[0]):
        told["aliases"] = [aliases]
    sex = text_of(at("gender")[0])
    told |= {"gender": "male"} if MALE.fullmatch(sex) else {"gender": "female"} if FEMALE.fullmatch(sex) else {}
    if ethnicity := values.tidy_name(at("ethnicity")[0]):
        told["diversity"] = {"ethnicity": ethnicity}
    return told


def _check_people(victims: list[dict[str, Any]], perpetrators: list[dict[str, Any]], notes: Notes) -> None:
    if not victims:
        notes.problem(_("No victim is named."))
    if len(victims) > 1:
        notes.doubt(_("More than one victim in a row: in this product a case has one. Check who it is."))
    if not perpetrators:
        notes.doubt(_("No perpetrator is named: a repeat by the same person cannot be noticed."))
    same = [each for each in victims if _name(each) in {_name(other) for other in perpetrators}]
    if same:
        notes.problem(_("The same name stands as victim and as perpetrator. Correct one of them."))


def _name(person: Mapping[str, Any]) -> tuple[str, str]:
    return person["forenames"].casefold(), person["surname"].casefold()


def _related(by: By, perpetrators: list[dict[str, Any]]) -> list[dict[str, Any]]:
    relationship = clean_line(text_of(by.get("relationship", ("", {}))[1]))
    return [{**each, "relationship_to_victim": relationship} for each in perpetrators] if relationship else perpetrators


def _kind(by: By, notes: Notes) -> str:
    """Empty where the tracker does not say: a case that was heard before is a repeat then, another is new."""
    letter, cell = by.get("kind", ("", {}))
    text = text_of(cell)
    for pattern, kind in ((REPEAT, "repeat"), (TRANSFER, "transfer"), (NEW, "new")):
        if pattern.fullmatch(text):
            return kind
    if letter and text and not says_nothing(cell):
        notes.doubt(
            _("“{text}” in column {column} is neither new nor repeat: taken for new."), text=text, column=letter
        )
    return "new"


def _score(by: By, notes: Notes) -> int | None:
    letter, cell = by.get("score", ("", {}))
    found = re.match(r"\d{1,2}", text_of(cell))
    if found and int(found.group()) <= MOST_ANSWERS:
        return int(found.group())
    if letter and text_of(cell) and not says_nothing(cell):
        notes.doubt(_("“{text}” in column {column} is no number of answers."), text=text_of(cell), column=letter)
    return None


def _narrative(by: By) -> str:
    parts = [clean(text_of(by[name][1])) for name in ("grounds", "narrative") if name in by]
    return shorten("\n".join(part for part in parts if part), 4000) if any(parts) else ""
