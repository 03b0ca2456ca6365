"""Who may be the same as somebody, what waits to be decided, and everything by which a join is judged."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from marac.access.viewer import Viewer
from marac.identity.queries import heads_of, together
from marac.intake.people import Described
from marac.joins.models import LinkRun, Pair, PairDecision, PairQuerySet
from marac.joins.rules import Part, Risk, Verdict, risk_of, weigh
from marac.matching.keys import keys_in_common
from marac.matching.likeness import Weighed
from marac.matching.terms import read_terms
from marac.people.finding import people_found
from marac.people.models import Dispute, Party, Person
from marac.people.queries import description_of, sharing_keys


@dataclass(frozen=True)
class Likely:
    """Two records, by their oldest, that may be of one person."""

    first: int
    second: int
    weighed: Weighed
    risk: Risk

    @property
    def pair(self) -> tuple[int, int]:
        return self.first, self.second


def likely_with(person: Person, *, after: int = 0) -> list[Likely]:
    """Who may be the same as this person, by all that is on record of either; with `after`, only of later records."""
    candidates = _sharing_keys(person, after)
    heads = heads_of([person.pk, *candidates])
    mine = heads[person.pk]
    others = {head for head in heads.values() if head != mine}
    if not others:
        return []
    records = records_of({mine, *others})
    parts = open_parts({mine, *others})
    found = []
    in_order = sorted(others)
    each_weighed = weigh([(records[mine], records[other]) for other in in_order])
    for other, weighed in zip(in_order, each_weighed, strict=True):
        if weighed.likely:
            first, second = sorted((mine, other))
            found.append(Likely(first, second, weighed, risk_of(parts[first], parts[second])))
    return found


def _sharing_keys(person: Person, after: int) -> list[int]:
    others = Person.objects.filter(marac=person.marac_id, pk__gt=after).exclude(pk=person.pk)
    return sharing_keys(others, Q(value__in=keys_in_common([description_of(person)])[0]))


def described_by(people: QuerySet[Person]) -> QuerySet[Person]:
    """With everything by which they are compared."""
    return people.prefetch_related("other_names", "addresses", "phones")


def records_of(heads: Collection[int]) -> dict[int, list[Described]]:
    """By the oldest record of each human being, what each of their records says."""
    group = heads_of(together(heads))
    found: dict[int, list[Described]] = defaultdict(list)
    for each in described_by(Person.objects.filter(pk__in=group)):
        found[group[each.pk]].append(description_of(each))
    return found


def parts_of(people: Iterable[int]) -> dict[int, set[Part]]:
    """By the oldest record, which case each of these is in as whom, all cases among them: for refusing a join."""
    return _parts(Party.objects.all(), people)


def open_parts(people: Iterable[int]) -> dict[int, set[Part]]:
    """The same of cases that are not restricted: for the order of the queue, which others may read something from."""
    return _parts(Party.objects.filter(case__restricted=False), people)


def seen_parts(viewer: Viewer, people: Iterable[int]) -> dict[int, set[Part]]:
    """The same of cases that the viewer may see."""
    return _parts(Party.objects.visible_to(viewer), people)


def _parts(parties: QuerySet[Party], people: Iterable[int]) -> dict[int, set[Part]]:
    group = heads_of(together(people))
    found: dict[int, set[Part]] = defaultdict(set)
    for person, case, role in parties.filter(person__in=group).values_list("person_id", "case_id", "role"):
        found[group[person]].add((case, role))
    return found


def disputed_between(one: Iterable[int], other: Iterable[int]) -> QuerySet[Dispute]:
    """Whatever was decided, but by mistake: each was said to harm the other."""
    of_two = Q(first__in=list(one), second__in=list(other)) | Q(first__in=list(other), second__in=list(one))
    return Dispute.objects.exclude(outcome=Dispute.Outcome.MISTAKE).filter(of_two)


def told_apart(one: Iterable[int], other: Iterable[int], but: int) -> QuerySet[Pair]:
    """Pairs across the two groups on which somebody decided that they are not the same."""
    of_two = Q(first__in=list(one), second__in=list(other)) | Q(first__in=list(other), second__in=list(one))
    return Pair.objects.filter(of_two, state=Pair.State.NOT_SAME).exclude(pk=but)


def joins_among(people: Iterable[int]) -> list[tuple[int, int]]:
    """The joins by which these people hang together."""
    rows = Pair.objects.joins().filter(first__in=list(people))
    return list(rows.values_list("first_id", "second_id"))


@dataclass(frozen=True)
class Filters:
    state: str = "open"
    risk: str = ""
    words: str = ""


def pairs_found(viewer: Viewer, filters: Filters) -> PairQuerySet[Pair]:
    """The queue: the worst risk first, and of each what has most in common; decided ones, the newest first."""
    found = Pair.objects.visible_to(viewer).select_related("first", "second")
    if filters.state == "open":
        found = found.waiting()
    elif filters.state == "decided":
        found = found.decided().order_by("-pk")
    if filters.risk:
        found = found.filter(risk=int(filters.risk))
    if read_terms(filters.words, today=viewer.today):
        people = [each.person.pk for each in people_found(viewer, filters.words)]
        found = found.filter(Q(first__in=people) | Q(second__in=people))
    return found


def pairs_waiting(viewer: Viewer) -> PairQuerySet[Pair]:
    """For the day's list."""
    return Pair.objects.visible_to(viewer).waiting()


def risks_waiting(viewer: Viewer) -> dict[int, int]:
    rows = pairs_waiting(viewer).order_by().values_list("risk").annotate(Count("pk"))
    return dict(rows)


def decisions_on(viewer: Viewer, pair: Pair) -> list[PairDecision]:
    return list(PairDecision.objects.visible_to(viewer).filter(pair=pair))


@dataclass(frozen=True)
class JoinShown:
    """A join by which a person's records hang together: who decided it and why."""

    pair: Pair
    decision: PairDecision


def joins_of(viewer: Viewer, group: Collection[int]) -> list[JoinShown]:
    """Of all records of one person, those joins whose both ends the viewer may see and judge."""
    if len(group) == 1:
        return []
    pairs = Pair.objects.visible_to(viewer).joins().filter(first__in=group).prefetch_related("decisions")
    same = [(pair, next(each for each in pair.decisions.all() if each.verdict == Verdict.SAME)) for pair in pairs]
    return [JoinShown(*each) for each in same]


def run_under_way(marac_id: int) -> LinkRun | None:
    return LinkRun.objects.filter(marac=marac_id, ended_on=None).first()
