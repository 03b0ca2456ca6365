"""The day of a meeting as minutes: when cases begin, breaks, what an order has to keep, and what it costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from hashlib import sha256
from itertools import count, takewhile

from marac.agenda.rules.links import Links
from marac.kernel.text import Sentence, _
from marac.ordering.meeting import Break, Case, Meeting, Window
from marac.ordering.moving import by_locality
from marac.ordering.waiting import cost


def minute_of(at: time) -> int:
    return at.hour * 60 + at.minute


def time_of(minute: int) -> time:
    """A minute counted from midnight; a meeting that runs past midnight is a mistake in its times, and shown as one."""
    return time(minute // 60 % 24, minute % 60)


@dataclass(frozen=True)
class Day:
    """`starts` and `opening`: the minute of the day at which the meeting begins, and how long its opening business
    takes. After every so many minutes of cases there is a break."""

    starts: int
    opening: int = 0
    break_after: int = 0
    break_minutes: int = 0

    @property
    def first_case(self) -> int:
        return self.starts + self.opening

    def breaks(self, worked: int) -> list[Break]:
        if not (self.break_after and self.break_minutes):
            return []
        ends = takewhile(lambda end: end < worked, count(self.break_after, self.break_after))
        return [Break(end, self.break_minutes) for end in ends]


@dataclass(frozen=True)
class Hearing:
    """A case to be heard. `kept`: it stays in its place; `carried`: it was deferred from an earlier meeting; `last`: it
    is restricted; `since` is its number among the cases as they were listed."""

    name: str
    minutes: int
    needed: frozenset[str]
    locality: str = ""
    kept: bool = False
    carried: bool = False
    last: bool = False
    since: int = 0


@dataclass(frozen=True)
class Comes:
    """How many come for an agency, and between which times of day, where these are known."""

    people: int = 1
    from_at: time | None = None
    until_at: time | None = None


END_OF_DAY = 24 * 60


def meeting_of(
    day: Day, order: Sequence[Hearing], coming: Mapping[str, Comes], links: Links, *, carried_first: bool
) -> Meeting:
    """What is asked of the search: cases in the order in which they stand."""
    cases = [Case(each.name, each.minutes, each.needed, each.locality) for each in order]
    names = sorted(set().union(*(each.needed for each in order)))
    return Meeting(
        cases=cases,
        weights={name: coming[name].people if name in coming else 1 for name in names},
        breaks=day.breaks(sum(each.minutes for each in order)),
        windows=[
            _window(day, name, coming[name])
            for name in names
            if name in coming and (coming[name].from_at or coming[name].until_at)
        ],
        fixed={each.name: place for place, each in enumerate(order, 1) if each.kept},
        together=links.together,
        apart=links.apart,
        before=[*(_carried_first(order, links) if carried_first else []), *_restricted_last(order, links)],
    )


def _window(day: Day, name: str, comes: Comes) -> Window:
    start = minute_of(comes.from_at) - day.first_case if comes.from_at else 0
    end = minute_of(comes.until_at) - day.first_case if comes.until_at else END_OF_DAY
    return Window(name, max(start, 0), max(end, 0))


def _carried_first(order: Sequence[Hearing], links: Links) -> list[tuple[str, str]]:
    """Cases carried over come before new ones, unless somebody put either in its place or they are heard together with
    one of the others."""
    free = [each for each in order if not each.kept and not each.last]
    beside = {name: group for group in links.together for name in group}
    carried = {each.name for each in free if each.carried}
    new = [each.name for each in free if not each.carried and not (beside.get(each.name, frozenset()) & carried)]
    return [(one.name, other) for one in free if one.carried for other in new]


def _restricted_last(order: Sequence[Hearing], links: Links) -> list[tuple[str, str]]:
    """Restricted cases come after all others, so that the times of those are true for whoever must not know of these;
    but for a case that somebody put in its place, or that is heard together with one of them."""
    last = [each.name for each in order if each.last and not each.kept]
    bound = set(last).union(*(group for group in links.together if group & set(last)))
    others = [each.name for each in order if not each.kept and each.name not in bound]
    return [(other, name) for name in last for other in others]


def mark_of(meeting: Meeting) -> str:
    """The same for two meetings that ask for the same, in whichever order their cases stand."""
    cases = sorted((each.id, each.minutes, sorted(each.agencies)) for each in meeting.cases)
    wishes = (sorted(meeting.fixed.items()), sorted(map(sorted, meeting.together)), sorted(map(sorted, meeting.apart)))
    rest = (sorted(meeting.weights.items()), meeting.breaks, meeting.windows, sorted(meeting.before))
    return sha256(repr((cases, wishes, rest)).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Costs:
    """Minutes waited by everybody together: as the cases stand now, as they were listed, and by district."""

    now: int
    listed: int
    by_district: int

    @property
    def saved(self) -> int:
        """Minutes less than by district, the order that people make by hand."""
        return self.by_district - self.now


def costs(meeting: Meeting, order: Sequence[Hearing]) -> Costs:
    case = {each.id: each for each in meeting.cases}
    listed = [case[each.name] for each in sorted(order, key=lambda each: each.since)]
    plain = Meeting(listed, meeting.weights, meeting.breaks)
    return Costs(cost(meeting, meeting.cases), cost(plain, listed), cost(plain, by_locality(plain)))


@dataclass(frozen=True)
class Proof:
    """Whether the order was worked out for what is asked now, and by how many minutes a better one could be better."""

    current: bool = False
    proven: bool = False
    gap: int = 0


def proof(*, now: int, bound: int | None, mark: str, worked_out_for: str) -> Proof:
    if bound is None or mark != worked_out_for:
        return Proof()
    return Proof(True, bound >= now, max(now - bound, 0))


@dataclass(frozen=True)
class Left:
    """An agency whose seat on the panel has ended, and what still speaks of it."""

    name: str
    day: str
    cases: tuple[str, ...] = field(default=())


def said_before(order: Sequence[Hearing], left: Sequence[Left], coming: Mapping[str, Comes]) -> list[Sentence]:
    """What somebody should know before they press: nothing of it stops them."""
    told = [
        _("Nobody is needed for {case}. Say who is, or list it without discussion.").format(case=each.name)
        for each in order
        if not each.needed
    ]
    for each in left:
        words = _("{agency} left the panel on {day} and is still named for {cases}. Say who comes instead.")
        told.append(words.format(agency=each.name, day=each.day, cases=", ".join(each.cases)))
    needed = set().union(*(each.needed for each in order))
    idle = [name for name, comes in coming.items() if name not in needed and (comes.from_at or comes.until_at)]
    told += [
        _(
            "{agency} said when it can be there, and is needed for no case. Say for which, or tell it not to come."
        ).format(agency=name)
        for name in idle
    ]
    return told
