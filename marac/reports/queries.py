"""The return of a MARAC and quarter, the cases behind each of its numbers, and the cases that an export holds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.access.wall import lifted
from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.accounts.queries import own_roles
from marac.directory.choices import ReturnEdition
from marac.directory.models import Marac
from marac.directory.queries import profile_on
from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.meetings.models import AgendaItem, Meeting
from marac.people.models import Party, Person
from marac.people.queries import head_of
from marac.referrals.models import Referral
from marac.reports.columns import NUMBERS, ReturnColumn
from marac.reports.rules import (
    Ages,
    CaseCounted,
    Quarter,
    ReturnRow,
    ages,
    check_every_meeting_has_a_row,
    check_row,
    check_there_is_something,
    count_cases,
    counted_in,
    is_a_child,
    total,
    warn_of_row,
)

HELD = (Meeting.State.HELD, Meeting.State.MINUTED)


@dataclass(frozen=True)
class Discussed:
    """One case at one meeting, as it is counted; `children_unplaced` are those whose household is not recorded."""

    item: AgendaItem
    counted: CaseCounted
    children_unplaced: int
    has_victim: bool


@dataclass(frozen=True)
class MeetingCounted:
    meeting: Meeting
    row: ReturnRow


@dataclass(frozen=True)
class QuarterReturn:
    """The return as it would be sent: it may be while `errors` is empty."""

    marac: Marac
    quarter: Quarter
    edition: ReturnEdition
    name: str
    meetings: list[MeetingCounted]
    errors: list[str]
    warnings: list[str]

    @property
    def rows(self) -> list[ReturnRow]:
        return [each.row for each in self.meetings]

    @property
    def totals(self) -> dict[str, int | None]:
        return {column.letter: total([row.numbers[column.letter] for row in self.rows]) for column in NUMBERS}


@dataclass(frozen=True)
class CasesBehind:
    """The cases of one number that the viewer may open, and how many more there are that they may not."""

    seen: list[Discussed]
    unseen: int


@dataclass(frozen=True)
class CasesExported:
    """Every discussion that the viewer may see, by MARAC name in the return, and how many others there are."""

    names: dict[int, str]
    rows: list[Discussed]
    unseen: int


def viewer_for(email: str | None, today: date, needs: Permission) -> Viewer:
    """Who runs a command: the person named, in the first of their roles that may do it.

    Where nobody is named it is the system: whoever can run a command there has the whole database anyway.
    """
    if email is None:
        return the_system(today)
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    held = own_roles(user.pk, today) if user else []
    viewers = [viewer_of(user, today, (each.agency_id, each.role)) for each in held] if user else []
    able = [viewer for viewer in viewers if viewer is not None and viewer.may(needs)]
    if able:
        return able[0]
    raise Refusal(_("Nobody with that address has a role that may do this. Name a coordinator of the MARAC."))


def marac_named(viewer: Viewer, name: str) -> Marac:
    found = Marac.objects.visible_to(viewer).filter(name__iexact=name.strip()).first()
    if found is None:
        raise Refusal(_("There is no MARAC of that name that you may open. Check how it is written in the settings."))
    return found


def maracs_of(viewer: Viewer) -> list[Marac]:
    return list(Marac.objects.visible_to(viewer))


@lifted()
def quarter_return(viewer: Viewer, marac: Marac, quarter: Quarter) -> QuarterReturn:
    """Every case heard is counted, one that the viewer may not open too: a return that leaves cases out is wrong."""
    profile = profile_on(marac.pk, viewer.today)
    name = profile.name_in_return or marac.name
    planned = _meetings(viewer, marac, quarter)
    past = [meeting for meeting in planned if meeting.held_on < viewer.today or meeting.state in HELD]
    items = _items(past)
    open_to = set(AgendaItem.objects.visible_to(viewer).filter(meeting__in=past).values_list("pk", flat=True))
    heard = _by_meeting(discussed(item for item in items if item.state == AgendaItem.State.HEARD and not item.again))
    counted = [
        MeetingCounted(
            meeting, ReturnRow(name, meeting.held_on, count_cases([each.counted for each in heard[meeting.pk]]))
        )
        for meeting in past
        if meeting.state in HELD or heard[meeting.pk]
    ]
    rows = [each.row for each in counted]
    held = [meeting.held_on for meeting in past]
    errors = check_there_is_something(quarter, viewer.today, held) + check_every_meeting_has_a_row(held, rows)
    errors += _undecided(items, open_to) + [sentence for row in rows for sentence in check_row(row)]
    warnings = _warn_of_meetings(planned, past) + _warn_of_cases(heard, open_to)
    warnings += [sentence for row in rows for sentence in warn_of_row(row)]
    if not profile.name_in_return:
        warnings.append(
            _("The name registered for the return is not in the settings; our own name stands in column A.")
        )
    return QuarterReturn(marac, quarter, profile.return_edition, name, counted, errors, warnings)


@lifted()
def cases_behind(
    viewer: Viewer, made: QuarterReturn, column: ReturnColumn, meeting_id: int | None = None
) -> CasesBehind:
    """The cases that the number in the column counts, of the whole quarter or of one meeting of it."""
    meetings = [each.meeting for each in made.meetings if meeting_id in (None, each.meeting.pk)]
    items = AgendaItem.objects.filter(meeting__in=meetings, state=AgendaItem.State.HEARD).marked_again()
    open_to = set(items.visible_to(viewer).values_list("pk", flat=True))
    counts = [
        each
        for each in discussed(items.select_related("case", "meeting", "referral").defer(*_UNREAD).order_by(*_ORDER))
        if not each.item.again and counted_in(each.counted)[column.letter]
    ]
    seen = [each for each in counts if each.item.pk in open_to]
    return CasesBehind(seen, len(counts) - len(seen))


@lifted()
def cases_exported(viewer: Viewer, maracs: list[Marac]) -> CasesExported:
    """Every case heard in these MARACs, a row for each meeting that heard it, oldest first."""
    heard = AgendaItem.objects.filter(state=AgendaItem.State.HEARD, meeting__marac__in=maracs)
    heard = heard.exclude(meeting__state=Meeting.State.CANCELLED)
    rows = discussed(
        heard.visible_to(viewer).select_related("case", "meeting", "referral").defer(*_UNREAD).order_by(*_ORDER)
    )
    names = {marac.pk: profile_on(marac.pk, viewer.today).name_in_return or marac.name for marac in maracs}
    return CasesExported(names, rows, heard.count() - len(rows))


_UNREAD = ("referral__content", "referral__reading")  # long, and nothing of it is counted
_ORDER = ("meeting__held_on", "meeting__starts_at", "meeting", "position")


def discussed(items: Iterable[AgendaItem]) -> list[Discussed]:
    """Each agenda item with what its case counts for; one more query, however many items."""
    listed = list(items)
    parties: dict[int, list[Party]] = defaultdict(list)
    wanted = Party.objects.filter(case__in={item.case_id for item in listed}).select_related("person__joined")
    for party in wanted.order_by("pk"):
        parties[party.case_id].append(party)
    return [_discussed(item, _each_once(parties[item.case_id])) for item in listed]


def _each_once(parties: list[Party]) -> list[Party]:
    """Of two records that were joined, and stand in one case in one role, the older."""
    once: dict[tuple[int, str], Party] = {}
    for party in parties:
        once.setdefault((head_of(party.person), party.role), party)
    return list(once.values())


def _discussed(item: AgendaItem, parties: list[Party]) -> Discussed:
    on = item.meeting.held_on
    victim = next((party.person for party in parties if party.role == Party.Role.VICTIM), None)
    children = [
        party
        for party in parties
        if party.role == Party.Role.CHILD
        and not party.unborn
        and is_a_child(party.person.born_from, party.person.born_until, on)
    ]
    counted = CaseCounted(
        repeat=item.referral.kind == Referral.Kind.REPEAT,
        children_in_household=sum(child.in_household is True for child in children),
        return_group=item.referral.return_group,
        perpetrator_ages=tuple(_ages(p.person, on) for p in parties if p.role == Party.Role.PERPETRATOR),
        **_about(victim, on),
    )
    return Discussed(item, counted, sum(child.in_household is None for child in children), victim is not None)


def _about(victim: Person | None, on: date) -> dict[str, Any]:
    """What is counted of the victim; nothing where nobody is recorded, so that it stays unknown."""
    if victim is None:
        return {}
    same = {name: getattr(victim, name) for name in ("sex", "ethnic_group", "lgbt", "disabled")}
    return same | {"victim_ages": _ages(victim, on)}


def _ages(person: Person, on: date) -> Ages:
    return ages(person.born_from, person.born_until, on)


def _meetings(viewer: Viewer, marac: Marac, quarter: Quarter) -> list[Meeting]:
    found: QuerySet[Meeting] = Meeting.objects.visible_to(viewer)
    found = found.filter(marac=marac, held_on__range=(quarter.first_on, quarter.last_on))
    return list(found.exclude(state=Meeting.State.CANCELLED))


def _items(meetings: list[Meeting]) -> list[AgendaItem]:
    found = AgendaItem.objects.filter(meeting__in=meetings).marked_again().select_related("case", "meeting", "referral")
    return list(found.defer(*_UNREAD).order_by(*_ORDER))


def _by_meeting(rows: Iterable[Discussed]) -> dict[int, list[Discussed]]:
    found: dict[int, list[Discussed]] = defaultdict(list)
    for row in rows:
        found[row.item.meeting_id].append(row)
    return found


def _undecided(items: Iterable[AgendaItem], open_to: set[int]) -> list[str]:
    """A case still only listed once its meeting is over was heard or was not: the count would be a guess."""
    return [
        _("{on}: case {reference} is listed, but not recorded as heard, deferred or withdrawn.").format(
            on=format_date(item.meeting.held_on), reference=_called(item, open_to)
        )
        for item in items
        if item.state == AgendaItem.State.LISTED
    ]


def _warn_of_meetings(planned: list[Meeting], past: list[Meeting]) -> list[str]:
    if not planned:
        return [_("No meeting is recorded in this quarter, so the return has no rows.")]
    if len(past) < len(planned):
        return [_("Meetings of this quarter are still to come. Make the return again when they have been held.")]
    return []


def _warn_of_cases(heard: dict[int, list[Discussed]], open_to: set[int]) -> list[str]:
    found: list[str] = []
    for row in (each for rows in heard.values() for each in rows):
        on, reference = format_date(row.item.meeting.held_on), _called(row.item, open_to)
        if not row.item.referral.kind:
            found.append(
                _("{on}: whether case {reference} is a repeat is not recorded.").format(on=on, reference=reference)
            )
        if not row.has_victim:
            found.append(
                _("{on}: nobody is recorded as victim in case {reference}.").format(on=on, reference=reference)
            )
        if row.children_unplaced:
            found.append(
                _("{on}: case {reference} has children not counted, because their household is not recorded.").format(
                    on=on, reference=reference
                )
            )
    return found


def _called(item: AgendaItem, open_to: set[int]) -> str:
    """The case's reference, unless the viewer may not open it."""
    return item.case.reference if item.pk in open_to else _("(not open to you)")
