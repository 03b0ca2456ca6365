"""Putting right what a person is called and what is recorded of them."""

from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.conflicts.operations import look_at_person
from marac.corrections.rules import check_death, read_birth
from marac.kernel.identifiers import parse_health_number
from marac.kernel.names import compact
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.people.models import OtherName, Party, Person
from marac.people.operations import refresh_keys


@dataclass(frozen=True)
class PersonCorrected:
    """`names_before` are the other names that there were, where they were changed."""

    person_id: int
    fields: list[str]
    names_before: list[str]


@operation(needs=Permission.CORRECT_PEOPLE)
def correct_person(
    *,
    viewer: Viewer,
    person: Person,
    born: str | None = None,
    other_names: list[str] | None = None,
    revision: int | None = None,
    **fields: Any,
) -> Person:
    """Put right fields of a person by their names; `born` is a birth date as it is written. The trail keeps both.

    A birth date that reads as before is left alone: an age counts back from the day on which it was given.
    """
    person = lock(Person, viewer, person.pk, revision=revision)
    changed = [name for name, value in fields.items() if getattr(person, name) != value]
    if "health_number" in changed and fields["health_number"]:
        fields["health_number"] = _health_number(fields["health_number"])
    for name in changed:
        setattr(person, name, fields[name])
    if born is not None and born != person.born_as_written:
        set_birth(person, born, viewer)
        changed.append("born")
    _check_name(person)
    check_death(person.died_on, born_from=person.born_from, today=viewer.today)
    before = sorted(OtherName.objects.filter(person=person).values_list("text", flat=True))
    if other_names is not None and _keys(before) != _keys(other_names):
        changed.append("other_names")
    person.revision += 1 if changed else 0
    person.save()
    if "other_names" in changed:
        _set_other_names(person, other_names or [])
    refresh_keys(person)
    record(
        PersonCorrected(person_id=person.pk, fields=changed, names_before=before if "other_names" in changed else [])
    )
    look_at_person(viewer, person)
    return person


def set_birth(person: Person, born: str, viewer: Viewer) -> None:
    """The birth as it is written, with the days that it allows."""
    when = read_birth(born, today=viewer.today)
    person.born_from, person.born_until = when.earliest, when.latest
    person.born_precision, person.born_as_written = when.precision.value, born


def _health_number(text: str) -> str:
    try:
        return parse_health_number(text)
    except Refusal as refusal:
        raise refusal.at("health_number") from None


def _check_name(person: Person) -> None:
    """Nobody loses their name by a correction; an unborn child may have none yet."""
    if not person.name and not Party.objects.filter(person=person, unborn=True).exists():
        raise Refusal(_("Enter a surname or a forename, so that the person can be found again."), field="surname")


def _keys(names: list[str]) -> set[str]:
    return {compact(name) for name in names} - {""}


def _set_other_names(person: Person, names: list[str]) -> None:
    wanted = {compact(name): name for name in names if compact(name)}
    have = {compact(each.text): each for each in OtherName.objects.filter(person=person)}
    for key in set(have) - set(wanted):
        have[key].delete()
    for key in sorted(set(wanted) - set(have)):
        OtherName(person=person, text=wanted[key]).save()
