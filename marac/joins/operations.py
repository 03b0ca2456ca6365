"""Proposing who may be the same, deciding on it, joining records and taking that back. A join moves no fact: it says
that records are of one human being (marac/identity), and each fact stays on the record that it came with."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.conflicts.operations import look_at_cases
from marac.directory.models import Marac
from marac.identity.models import ToCompare
from marac.identity.operations import note_learned, set_together
from marac.identity.queries import together
from marac.joins import rules
from marac.joins.facts import learned
from marac.joins.models import Pair, PairDecision, Sealed
from marac.joins.queries import (
    Likely,
    described_by,
    disputed_between,
    joins_among,
    likely_with,
    parts_of,
    told_apart,
)
from marac.joins.rules import Verdict
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.people.models import Dispute, Party, Person
from marac.people.operations import mask_shared_homes, show_homes_again


@dataclass(frozen=True)
class PeopleCompared:
    marac_id: int
    people: int
    proposed: int


@dataclass(frozen=True)
class ProposalsForgotten:
    person_ids: list[int]


@dataclass(frozen=True)
class PairDecided:
    """Of two people and the cases that the viewer saw them in."""

    pair_id: int
    person_ids: list[int]
    verdict: str


@dataclass(frozen=True)
class PeopleJoined:
    pair_id: int
    person_ids: list[int]
    masked: list[int]


@dataclass(frozen=True)
class PeopleParted:
    pair_id: int
    person_ids: list[int]
    shown_again: list[int]


@operation(needs=Permission.DO_DUE_WORK)
def compare(*, viewer: Viewer, marac: Marac, people: Sequence[int], whole: bool = True) -> int:
    """Each with everybody in the MARAC; gives how many proposals are new. In a run over all of them (not `whole`) each
    is compared with those who come after, and nothing is taken back."""
    marac = lock(Marac, viewer, marac.pk)
    proposed, asked = 0, together(people) if whole else set(people)
    likely = set()
    for person in described_by(Person.objects.filter(marac=marac, pk__in=asked)).order_by("pk"):
        likely |= set(likely_with(person, after=0 if whole else person.pk))
    proposed = sum(_propose(viewer, marac, each) for each in sorted(likely, key=lambda each: each.pair))
    if whole:
        _withdraw(asked, {each.pair for each in likely})
    ToCompare.objects.filter(person__in=list(people)).delete()
    record(PeopleCompared(marac_id=marac.pk, people=len(people), proposed=proposed))
    return proposed


@operation(needs=Permission.DO_DUE_WORK)
def forget_proposals(*, viewer: Viewer, people: Collection[int]) -> None:
    """Of people whose records are about to be taken away: what nobody decided on."""
    for side in ("first__in", "second__in"):
        Pair.objects.undecided_ever().filter(**{side: people}).delete()
    ToCompare.objects.filter(person__in=people).delete()
    record(ProposalsForgotten(person_ids=sorted(people)))


@operation(needs=Permission.JOIN_PEOPLE)
def decide(*, viewer: Viewer, pair: Pair, verdict: str, reason: str, revision: int | None = None) -> Pair:
    """That two are the same person, that they are not, or that it cannot be told. Joined are all records of the one
    with all of the other."""
    lock(Marac, viewer, pair.marac_id)
    pair = lock(Pair, viewer, pair.pk, revision=revision)
    rules.check_reason(reason)
    if verdict not in (Verdict.SAME, Verdict.NOT_SAME, Verdict.CANNOT_TELL):
        raise Refusal(_("Choose what you decide"), field="verdict")
    one, other = _locked(together([pair.first_id])), _locked(together([pair.second_id]))
    if one & other:
        raise Refusal(_("They are joined. Take the join back instead, on the page of the person."), field="verdict")
    pair.state, pair.learned = Pair.State(verdict), learned(one, other)
    _note(viewer, pair, verdict, reason)
    if verdict == Verdict.SAME:
        _join(viewer, pair, one, other)
    record(PairDecided(pair_id=pair.pk, person_ids=[pair.first_id, pair.second_id], verdict=verdict))
    return pair


@operation(needs=Permission.JOIN_PEOPLE)
def part(*, viewer: Viewer, pair: Pair, reason: str, revision: int | None = None) -> Pair:
    """Take a join back. Each record has what it had, with what came to it since."""
    lock(Marac, viewer, pair.marac_id)
    pair = lock(Pair, viewer, pair.pk, revision=revision)
    rules.check_reason(reason)
    if pair.state != Pair.State.SAME:
        raise Refusal(_("They are not joined, or no longer. Open the page again to read what was decided."))
    group = _locked(together([pair.first_id]))
    pair.state = Pair.State.NOT_SAME
    pair.save()
    groups = rules.groups_of(joins_among(group), group)
    set_together(groups)
    pair.learned = learned(together([pair.first_id]), together([pair.second_id]))
    _note(viewer, pair, Verdict.PARTED, reason)
    shown = _unseal(groups)
    _look_again(viewer, group)
    record(PeopleParted(pair_id=pair.pk, person_ids=[pair.first_id, pair.second_id], shown_again=shown))
    return pair


def _locked(people: Collection[int]) -> set[int]:
    """Nobody adds to them until this is over; and one join at a time in a MARAC, which is locked before."""
    rows = Person.objects.select_for_update(of=("self",)).filter(pk__in=people).order_by("pk")
    return {each.pk for each in rows}


def _note(viewer: Viewer, pair: Pair, verdict: str, reason: str) -> None:
    pair.revision += 1
    pair.save()
    made = PairDecision(pair=pair, verdict=verdict, reason=reason.strip(), decided_by=viewer.name)
    made.decided_at, made.decided_on = viewer.at, viewer.today
    made.save()


def _join(viewer: Viewer, pair: Pair, one: set[int], other: set[int]) -> None:
    _check(viewer, pair, one, other)
    whole = one | other
    set_together([whole])
    within = Pair.objects.waiting().filter(first__in=whole, second__in=whole)
    within.undecided_ever().delete()
    masked = mask_shared_homes(_cases(whole))
    Sealed.objects.filter(address_number__in=[each.pk for each in masked]).delete()  # of one shown again by somebody
    Sealed.objects.bulk_create([Sealed(address_number=each.pk, revision=each.revision) for each in masked])
    _look_again(viewer, whole)
    record(PeopleJoined(pair_id=pair.pk, person_ids=sorted(whole), masked=[each.pk for each in masked]))


def _check(viewer: Viewer, pair: Pair, one: set[int], other: set[int]) -> None:
    first, second = (list(Person.objects.filter(pk__in=side)) for side in (one, other))
    for each in second:
        rules.check_one_marac(first[0].marac_id, each.marac_id)
    parts = parts_of(one | other)
    opposed = rules.opposed(parts[min(one)], parts[min(other)])
    seen = Case.objects.visible_to(viewer).filter(pk__in=opposed)
    rules.check_not_opposed(cases=[case.reference for case in seen], seen=not opposed)
    disputes = disputed_between(one, other)
    told = Dispute.objects.visible_to(viewer).filter(pk__in=disputes.values("pk")).exists()
    rules.check_not_disputed(disputed=disputes.exists(), seen=told)
    apart = told_apart(one, other, pair.pk)
    rules.check_not_told_apart([f"{each.first_id} and {each.second_id}" for each in apart])


def _unseal(groups: Collection[Collection[int]]) -> list[int]:
    """What joins masked is shown again, unless somebody has saved it since or something else masks it."""
    cases = _cases({pk for group in groups for pk in group})
    sealed = dict(Sealed.objects.values_list("address_number", "revision"))
    back = {home.pk for home in show_homes_again(cases, sealed)}
    masked = {home.pk for group in groups for home in mask_shared_homes(_cases(group))}
    Sealed.objects.filter(address_number__in=back - masked).delete()
    return sorted(back - masked)


def _cases(people: Collection[int]) -> list[int]:
    return sorted(set(Party.objects.filter(person__in=people).values_list("case_id", flat=True)))


def _look_again(viewer: Viewer, people: Collection[int]) -> None:
    """Who else they may be, and who on the staff is like them, is another question now."""
    for pk in sorted(people):
        note_learned(pk)
    look_at_cases(viewer, _cases(people))


def _propose(viewer: Viewer, marac: Marac, each: Likely) -> bool:
    """Whether it is new. One on which somebody decided is asked again only when something was learned since."""
    pair = Pair.objects.filter(first=each.first, second=each.second).first()
    if pair is None:
        pair = Pair(marac=marac, first_id=each.first, second_id=each.second, proposed_on=viewer.today)
        is_new = True
    else:
        asked = pair.state in (Pair.State.NOT_SAME, Pair.State.CANNOT_TELL)
        is_new = asked and pair.learned != learned(together([each.first]), together([each.second]))
        if pair.state != Pair.State.OPEN and not is_new:
            return False
        if is_new:
            pair.proposed_on = viewer.today
            pair.revision += 1
    pair.state, pair.risk, pair.weight = Pair.State.OPEN, each.risk, round(each.weighed.weight)
    pair.save()
    return is_new


def _withdraw(people: Collection[int], likely: Collection[tuple[int, int]]) -> None:
    """Proposals about these people that what is known now does not bear out, and any about a record that is no longer
    the oldest of its person."""
    for side in ("first__in", "second__in"):
        for pair in Pair.objects.undecided_ever().filter(**{side: people}):
            if (pair.first_id, pair.second_id) not in likely:
                pair.delete()
