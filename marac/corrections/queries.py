"""Whom to offer when a person is added to a case: those who answer to the words typed, and those who may be the one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from marac.access.viewer import Viewer
from marac.corrections.rules import read_birth
from marac.intake.people import Described
from marac.people.finding import people_found
from marac.people.models import Person
from marac.people.queries import birth_in_words, known_people, with_parties
from marac.people.weighed import how_likely, reasons_in_words
from marac.ui.refusals import said

MOST_OFFERED = 20


@dataclass(frozen=True)
class Offered:
    """Somebody to choose, with what tells them from a namesake: birth, cases that the viewer may see, and why."""

    person: Person
    words: str


def people_offered(viewer: Viewer, words: str, ids: Collection[int]) -> list[Offered]:
    """Those who answer to the words, at most twenty, and those of these ids whom the viewer may see."""
    found = people_found(viewer, words)[:MOST_OFFERED]
    others = set(ids) - {each.person.pk for each in found}
    asked = with_parties(viewer, Person.objects.visible_to(viewer).filter(pk__in=others))
    offered = [Offered(each.person, f"{_told_apart(each.person)}: {_listed(each.why)}") for each in found]
    return [*offered, *(Offered(person, _told_apart(person)) for person in asked)]


def people_like(viewer: Viewer, *, surname: str, forenames: str, born: str, but: Collection[int]) -> list[Offered]:
    """People on record who may be the one typed and are not yet among those offered; `born` is as it is written."""
    when = read_birth(born, today=viewer.today)
    described = Described(surname, forenames, born_from=when.earliest, born_until=when.latest)
    known = [each for each in known_people(viewer, described) if each.person.pk not in but]
    return [
        Offered(
            each.person, f"{_told_apart(each.person)}: {how_likely(each.weighed)}. {reasons_in_words(each.weighed)}"
        )
        for each in known
    ]


def _listed(why: Iterable[str]) -> str:
    return "; ".join(map(said, why))


def _told_apart(person: Person) -> str:
    parts = [f"{gettext(party.get_role_display())} {party.case.reference}" for party in person.parties.all()]
    born = birth_in_words(person)
    name = person.name or gettext("Name not known")
    return f"{name}{f', {born}' if born else ''} ({', '.join(parts)})"
