"""The agenda of a meeting as one thing, gathered from all that is recorded, and cut to what a viewer may see."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.db.models import Q

from marac.access.viewer import Viewer, the_system
from marac.access.wall import lifted
from marac.actions.models import Action
from marac.agenda.models import Agenda, Coming, KeptPlace, SaidNeed
from marac.agenda.rules.day import (
    Comes,
    Costs,
    Day,
    Hearing,
    Left,
    Proof,
    costs,
    mark_of,
    meeting_of,
    minute_of,
    proof,
    said_before,
    time_of,
)
from marac.agenda.rules.links import Inside, Links, links
from marac.agenda.rules.needs import Known, Need, Said, need
from marac.attendance.models import Attendance
from marac.directory.choices import Carried
from marac.directory.models import Agency, PanelSeat
from marac.directory.profile import Profile
from marac.directory.queries import profile_on, seats_on
from marac.identity.queries import heads_of
from marac.kernel.masked import unmasked
from marac.kernel.postcodes import outward
from marac.kernel.text import Sentence
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.queries import ON_THE_LIST
from marac.ordering.meeting import Meeting as Problem
from marac.ordering.waiting import Slot, slots
from marac.people.models import Address, Dispute, Party
from marac.research.models import Request

NOT_A_PARTICIPANT = (Attendance.Capacity.OBSERVER, Attendance.Capacity.MINUTES, Attendance.Capacity.CHAIR)


@dataclass(frozen=True)
class Listed:
    """A case on the agenda: of each agency that has to do with it whether and why it is needed, by its name. `earlier`
    is where it was deferred from, if it was."""

    item: AgendaItem
    needs: Mapping[str, Need]
    inside: Inside
    locality: str
    kept: bool
    earlier: AgendaItem | None

    @property
    def name(self) -> str:
        return str(self.item.case.reference)

    @property
    def needed(self) -> list[str]:
        return sorted(name for name, each in self.needs.items() if each.needed)

    def hearing(self, since: int) -> Hearing:
        return Hearing(
            name=self.name,
            minutes=self.item.minutes,
            needed=frozenset(self.needed),
            locality=self.locality,
            kept=self.kept,
            carried=self.earlier is not None,
            last=self.item.case.restricted,
            since=since,
        )


@dataclass(frozen=True)
class Sitting:
    """Everything that decides the order of one meeting. The cases stand in their order."""

    meeting: Meeting
    agenda: Agenda
    profile: Profile
    cases: Sequence[Listed]
    coming: Mapping[str, Comes]
    disputed: frozenset[frozenset[int]]
    left: Sequence[Left]

    @cached_property
    def day(self) -> Day:
        chosen = self.profile
        starts = minute_of(self.meeting.starts_at)
        return Day(starts, chosen.opening_minutes, chosen.break_after_minutes, chosen.break_minutes)

    @cached_property
    def hearings(self) -> list[Hearing]:
        since = {each.item.pk: at for at, each in enumerate(sorted(self.cases, key=lambda each: each.item.pk))}
        return [each.hearing(since[each.item.pk]) for each in self.cases]

    @cached_property
    def links(self) -> Links:
        return links({each.name: each.inside for each in self.cases}, self.disputed)

    @cached_property
    def problem(self) -> Problem:
        first = self.profile.carried is Carried.FIRST
        return meeting_of(self.day, self.hearings, self.coming, self.links, carried_first=first)

    @cached_property
    def slots(self) -> list[Slot]:
        """By when they come."""
        found = slots(self.problem, self.problem.cases)
        return sorted(found, key=lambda slot: (slot.arrive, slot.leave, slot.agency))

    @property
    def costs(self) -> Costs:
        return costs(self.problem, self.hearings)

    @property
    def mark(self) -> str:
        return mark_of(self.problem)

    @property
    def proof(self) -> Proof:
        agenda = self.agenda
        return proof(now=self.costs.now, bound=agenda.bound, mark=self.mark, worked_out_for=agenda.worked_out_for)

    @property
    def said_before(self) -> list[Sentence]:
        return said_before(self.hearings, self.left, self.coming)

    @cached_property
    def times(self) -> list[time]:
        """When each case begins, and last when the meeting ends."""
        found, worked = [], 0
        for each in self.cases:
            found.append(self.clock(self.problem.clock(worked)))
            worked += each.item.minutes
        last = self.cases[-1].item.minutes if self.cases else 0
        return [*found, self.clock(self.problem.clock(worked - last) + last)]

    def clock(self, minute: int) -> time:
        """The time of day of a minute since the first case began."""
        return time_of(self.day.first_case + minute)

    def cut(self, items: Iterable[int]) -> "Sitting":
        """As if only these cases were on the list: for the eyes of somebody who may not see the others."""
        seen = set(items)
        return replace(self, cases=[each for each in self.cases if each.item.pk in seen])


def seen_by(viewer: Viewer, meeting: Meeting) -> Sitting:
    """Cut to the cases that the viewer may see. A gap would tell of one that they may not: so its time is not there
    either."""
    seen = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting).values_list("pk", flat=True)
    return sitting(meeting, viewer.today).cut(seen)


@lifted()
def sitting(meeting: Meeting, today: date) -> Sitting:
    """The whole of it, as the system sees it: in a constant number of questions."""
    items = AgendaItem.objects.visible_to(the_system(today)).filter(meeting=meeting, state__in=ON_THE_LIST)
    rows = list(items.select_related("case", "referral__agency").order_by("position", "pk"))
    facts = _Facts(meeting, rows)
    return Sitting(
        meeting=meeting,
        agenda=Agenda.objects.filter(meeting=meeting).first() or Agenda(meeting=meeting),
        profile=profile_on(meeting.marac_id, meeting.held_on),
        cases=[facts.listed(item) for item in rows],
        coming=_coming(meeting),
        disputed=facts.disputed,
        left=facts.still_named(rows),
    )


class _Facts:
    """What is recorded about the cases of a meeting, asked once for all of them."""

    def __init__(self, meeting: Meeting, rows: Sequence[AgendaItem]) -> None:
        cases = [row.case_id for row in rows]
        self.core: set[int] = set()
        self.advisers: set[int] = set()
        self.names: dict[int, str] = {}
        for seat in seats_on(meeting.marac_id, meeting.held_on):
            self.names[seat.agency_id] = seat.agency.name
            (self.core if seat.standing == PanelSeat.Standing.CORE else set()).add(seat.agency_id)
            (self.advisers if seat.is_adviser_service else set()).add(seat.agency_id)
        ended = PanelSeat.objects.filter(marac=meeting.marac_id, until_on__lt=meeting.held_on)
        self.left = dict(ended.exclude(agency__in=self.names).order_by("until_on").values_list("agency", "until_on"))
        asked = Request.objects.filter(item__in=rows).values_list("item", "agency", "agency__name", "answer")
        self.answers = {(item, agency): answer for item, agency, _name, answer in asked}
        acts = Action.objects.open().filter(case__in=cases).values_list("case", "agency", "agency__name").distinct()
        self.acts = {(case, agency) for case, agency, _name in acts}
        said = SaidNeed.objects.filter(item__in=rows).select_related("agency")
        self.said = {(each.item_id, each.agency_id): each for each in said}
        self.names |= {agency: name for _item, agency, name, _answer in asked}
        self.names |= {agency: name for _case, agency, name in acts}
        self.names |= {each.agency_id: each.agency.name for each in said}
        self.names |= {row.referral.agency.pk: row.referral.agency.name for row in rows if row.referral.agency}
        self.kept = set(KeptPlace.objects.filter(item__in=rows).values_list("item", flat=True))
        self.people(cases)
        earlier = AgendaItem.objects.filter(
            case__in=cases, state=AgendaItem.State.DEFERRED, meeting__held_on__lt=meeting.held_on
        )
        self.earlier = {each.case_id: each for each in earlier.select_related("meeting").order_by("meeting__held_on")}

    def people(self, cases: Sequence[int]) -> None:
        parties = list(Party.objects.filter(case__in=cases).values_list("case", "person", "role"))
        disputes = list(Dispute.objects.in_force().values_list("first", "second"))
        heads = heads_of({person for _case, person, _role in parties} | {pk for pair in disputes for pk in pair})
        self.disputed = frozenset(frozenset((heads[one], heads[other])) for one, other in disputes)
        self.roles: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self.homes: dict[int, set[object]] = defaultdict(set)
        self.districts: dict[int, str] = {}
        victims: dict[int, list[int]] = defaultdict(list)
        for case, person, role in parties:
            self.roles[case][role].add(heads[person])
            if role == Party.Role.VICTIM:
                victims[person].append(case)
        open_homes = Address.objects.filter(
            person__in=victims, kind=Address.Kind.CURRENT, confidential=False, ended_on=None
        )
        for home in open_homes.order_by("-pk"):
            for case in victims[home.person_id]:
                self.homes[case].add(home.place)
                self.districts[case] = outward(unmasked(home.postcode)) or self.districts.get(case, "")

    def listed(self, item: AgendaItem) -> Listed:
        roles = self.roles[item.case_id]
        return Listed(
            item=item,
            needs=self.needs(item),
            inside=Inside(
                victims=frozenset(roles[Party.Role.VICTIM]),
                perpetrators=frozenset(roles[Party.Role.PERPETRATOR]),
                children=frozenset(roles[Party.Role.CHILD]),
                others=frozenset(roles[Party.Role.OTHER]),
                homes=frozenset(self.homes[item.case_id]),
            ),
            locality=self.districts.get(item.case_id, ""),
            kept=item.pk in self.kept or item.state != AgendaItem.State.LISTED,
            earlier=self.earlier.get(item.case_id),
        )

    def needs(self, item: AgendaItem) -> dict[str, Need]:
        found = {}
        for agency, name in self.names.items():
            if self.has_to_do(item, agency):
                said = self.said.get((item.pk, agency))
                told = Said(said.needed, said.reason, said.said_by) if said else None
                found[name] = need(self.known(item, agency), told)
        return dict(sorted(found.items()))

    def has_to_do(self, item: AgendaItem, agency: int) -> bool:
        by_seat = agency in self.core or agency in self.advisers
        here = (item.pk, agency) in self.answers or (item.case_id, agency) in self.acts
        return by_seat or here or (item.pk, agency) in self.said or item.referral.agency_id == agency

    def known(self, item: AgendaItem, agency: int) -> Known:
        return Known(
            core=agency in self.core,
            adviser=agency in self.advisers,
            asked=(item.pk, agency) in self.answers,
            answer=self.answers.get((item.pk, agency), ""),
            referred=item.referral.agency_id == agency,
            acts=(item.case_id, agency) in self.acts,
            left_on=self.left.get(agency),
        )

    def still_named(self, rows: Sequence[AgendaItem]) -> list[Left]:
        """Agencies that left the panel and that the records, or somebody by hand, name for cases of this list."""
        found = []
        for agency, day in self.left.items():
            cases = tuple(row.case.reference for row in rows if agency in self.names and self.has_to_do(row, agency))
            if cases:
                found.append(Left(self.names[agency], f"{day:%d/%m/%Y}", cases))
        return found


def _coming(meeting: Meeting) -> dict[str, Comes]:
    """As was said for this meeting; how many, else as at the last one that was held."""
    held = Meeting.objects.filter(marac=meeting.marac_id, held_on__lt=meeting.held_on)
    last = held.filter(attendances__presence=Attendance.Presence.PRESENT).order_by("-held_on").first()
    there = Attendance.objects.filter(meeting=last, presence=Attendance.Presence.PRESENT)
    counted = Counter(there.exclude(capacity__in=NOT_A_PARTICIPANT).values_list("agency__name", flat=True))
    found = {name: Comes(people) for name, people in counted.items()}
    for each in Coming.objects.filter(meeting=meeting).select_related("agency"):
        name = each.agency.name
        found[name] = Comes(each.people or found.get(name, Comes()).people, each.from_at, each.until_at)
    return found


def agencies_to_choose(found: Sitting) -> list[Agency]:
    """Those of the panel on the day of the meeting, and whoever has to do with one of its cases."""
    named = {name for each in found.cases for name in each.needs}
    on_panel = seats_on(found.meeting.marac_id, found.meeting.held_on).values("agency")
    return list(Agency.objects.filter(Q(name__in=named) | Q(pk__in=on_panel)).order_by("name"))


@dataclass(frozen=True)
class OwnSlot:
    """When an agency comes and goes; `cases` are those for which it is needed and which the viewer may see, each with
    when it begins."""

    arrive: datetime
    leave: datetime
    waits: int
    cases: Sequence[tuple[time, AgendaItem]] = ()


def slot_for(viewer: Viewer, found: Sitting, agency: str) -> tuple[datetime, datetime] | None:
    """From when until when somebody is needed, for their invitation, by the whole order: only for cases that they may
    see, and nothing is said of one."""
    seen = set(AgendaItem.objects.visible_to(viewer).filter(meeting=found.meeting).values_list("pk", flat=True))
    theirs = [
        (datetime.combine(found.meeting.held_on, at), each.item.minutes)
        for at, each in zip(found.times, found.cases, strict=False)
        if each.item.pk in seen and agency in each.needed
    ]
    if not theirs:
        return None
    last, minutes = theirs[-1]
    return theirs[0][0], last + timedelta(minutes=minutes)


def own_slot(viewer: Viewer, meeting: Meeting) -> OwnSlot | None:
    """The slot of the viewer's own agency in the cases that the viewer may see; until the case list has gone out there
    is none. Restricted cases are heard last, so that their minutes are missing from nobody's times."""
    agency = Agency.objects.filter(pk=viewer.agency_id).first() if viewer.agency_id else None
    if agency is None or meeting.list_sent_on is None:
        return None
    return _own(seen_by(viewer, meeting), agency.name)


def _own(found: Sitting, name: str) -> OwnSlot | None:
    slot = next((each for each in found.slots if each.agency == name), None)
    if slot is None:
        return None
    arrive, leave = (
        datetime.combine(found.meeting.held_on, found.clock(minute)) for minute in (slot.arrive, slot.leave)
    )
    cases = [(at, each.item) for at, each in zip(found.times, found.cases, strict=False) if name in each.needed]
    return OwnSlot(arrive, leave, slot.waited, cases)
