"""Deciding whether somebody is a serial perpetrator: each decision is a new row, and none is changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import Stale, lock, operation, record
from marac.directory.models import Marac
from marac.kernel.text import _
from marac.people.models import Person
from marac.serial.models import SerialDecision, SerialPart
from marac.serial.queries import Standing, standing_of
from marac.serial.rules import Verdict, check_decision

Parts = frozenset[tuple[int, int]]  # a case, and the record under which the person is in it


@dataclass(frozen=True)
class SerialDecided:
    """Of the record under which whoever decided saw the person."""

    person_id: int
    verdict: str


@operation(needs=Permission.DECIDE_SERIAL)
def decide(*, viewer: Viewer, person: Person, verdict: str, reason: str, last: int | None = None) -> Person:
    """On the cases that the viewer sees. Give as `last` the number of the decision that stood last on the page."""
    lock(Marac, viewer, person.marac_id)
    person = lock(Person, viewer, person.pk)
    now = standing_of(viewer, person.pk, person.marac_id)
    if last is not None and last != now.last:
        raise Stale(_("Somebody decided on this while you were writing. It is shown below; what you wrote is kept."))
    check_decision(state=now.state, verdict=verdict, reason=reason)
    for parts in _rests_on(now, verdict):
        _decided(viewer, verdict, reason.strip(), parts)
    record(SerialDecided(person_id=person.pk, verdict=verdict))
    return person


def _rests_on(now: Standing, verdict: str) -> list[Parts]:
    """On all cases that count. On those that are not restricted too, where they are enough by themselves: whoever does
    not see the others is told by these. And what is withdrawn, on whatever it was confirmed on."""
    counted = [each for each in now.harms if each.counts]
    unrestricted = [each for each in counted if not each.party.case.restricted]
    sets = {frozenset((each.party.case_id, each.party.person_id) for each in counted)}
    if len({each.whom for each in unrestricted}) >= now.rule.least:
        sets.add(frozenset((each.party.case_id, each.party.person_id) for each in unrestricted))
    if verdict == Verdict.WITHDRAWN:
        sets |= set(_confirmed_on(now.decisions))
    return sorted(sets, key=lambda parts: (len(parts), sorted(parts)))


def _confirmed_on(decisions: Iterable[SerialDecision]) -> list[Parts]:
    found: dict[int, set[tuple[int, int]]] = {}
    rows = SerialPart.objects.filter(decision__in=list(decisions), decision__verdict=Verdict.CONFIRMED)
    for decision, case, person in rows.values_list("decision", "case", "person"):
        found.setdefault(decision, set()).add((case, person))
    return [frozenset(parts) for parts in found.values()]


def _decided(viewer: Viewer, verdict: str, reason: str, parts: Parts) -> None:
    made = SerialDecision(verdict=verdict, reason=reason, on=len(parts), decided_by=viewer.name)
    made.decided_at, made.decided_on = viewer.at, viewer.today
    made.save()
    SerialPart.objects.bulk_create(
        [SerialPart(decision=made, case_id=case, person_id=person) for case, person in sorted(parts)]
    )
