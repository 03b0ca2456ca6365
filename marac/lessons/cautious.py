"""What lessons may change of a reading: anything but safety. A number is not made safe, nor an address ordinary.

A document that lessons fit is read with and without them. What comes out otherwise is likely at most, so that somebody
looks; and of what can get somebody hurt the more cautious of both readings stands.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from marac.answers.found import INFERRED
from marac.reading.record import Reading
from marac.written.blocks import Place
from marac.written.text import plain

SAFE = ("safe_to_call", "safe_to_leave_message", "safe_to_text")
PEOPLE = ("victims", "perpetrators", "children", "others")
Held = Iterator[tuple[str, dict[str, Any]]]


def cautious(taught: Reading, untaught: Reading) -> Reading:
    """The reading by lessons, as far as they may go."""
    _mark(taught, untaught)
    said = _said_of_numbers(untaught)
    for path, phone in _phones(taught):
        for key in SAFE:
            allowed = said.get((str(phone.get("number")), key))
            stronger = phone.get(key) is True or allowed is False
            if stronger and phone.get(key) is not allowed:
                _put(taught, path, phone, key, allowed)
    _keep_hidden(taught, untaught)
    return taught


def _mark(taught: Reading, untaught: Reading) -> None:
    for path, certainty in taught.certainty.items():
        same = taught.places[path] == untaught.places.get(path) and _at(taught, path) == _at(untaught, path)
        if certainty.sure == "sure" and not same:
            taught.certainty[path] = replace(certainty, sure="likely")


def _at(reading: Reading, path: str) -> Any:
    here: Any = reading.content
    for step in path.replace("[", ".").replace("]", "").split("."):
        inside = step.isdigit() and isinstance(here, list) and int(step) < len(here)
        here = here[int(step)] if inside else here.get(step) if isinstance(here, dict) else None
    return here


def _said_of_numbers(reading: Reading) -> dict[tuple[str, str], bool | None]:
    """What is said of a number wherever it stands; unsafe outweighs safe."""
    said: dict[tuple[str, str], bool | None] = {}
    for _path, phone in _phones(reading):
        for key in SAFE:
            name, value = (str(phone.get("number")), key), phone.get(key)
            said[name] = False if False in (value, said.get(name)) else value or said.get(name)
    return said


def _keep_hidden(taught: Reading, untaught: Reading) -> None:
    """An address that is confidential without lessons is so with them, and somebody's is, if any was."""
    hidden = [address for _path, address in _addresses(untaught) if address.get("confidential")]
    marks = {mark for address in hidden for mark in _marks(address)}
    found = list(_addresses(taught))
    kept = [(path, address) for path, address in found if _marks(address) & marks]
    if hidden and not kept:
        kept = [(path, address) for path, address in found if path.startswith("victims")]
    for path, address in kept:
        if not address.get("confidential"):
            _put(taught, path, address, "confidential", True)


def _marks(address: dict[str, Any]) -> set[str]:
    return {plain(str(address.get(key) or "")) for key in ("text", "postcode")} - {""}


def _put(reading: Reading, path: str, held: dict[str, Any], key: str, value: bool | None) -> None:
    held[key] = value
    reading.certainty[f"{path}.{key}"] = INFERRED
    beside = (place for each, place in reading.places.items() if each.startswith(f"{path}."))
    reading.places.setdefault(f"{path}.{key}", next(beside, Place("", "", "", "")))


def _phones(reading: Reading) -> Held:
    for path, person in _people(reading):
        for number, phone in enumerate(person.get("phones") or []):
            if isinstance(phone, dict):
                yield f"{path}.phones[{number}]", phone


def _addresses(reading: Reading) -> Held:
    for path, person in _people(reading):
        for number, address in enumerate(person.get("addresses") or []):
            yield f"{path}.addresses[{number}]", address
        if isinstance(person.get("address"), dict):
            yield f"{path}.address", person["address"]


def _people(reading: Reading) -> Held:
    for kind in PEOPLE:
        for number, person in enumerate(reading.content.get(kind) or []):
            yield f"{kind}[{number}]", person
