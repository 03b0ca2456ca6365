"""Asking agencies to place and remove flags, their confirmations, and a repeat that moves the end."""

from dataclasses import dataclass
from datetime import date

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Agency, PanelSeat
from marac.directory.queries import holidays_of, profile_on, seats_on
from marac.flags.models import Flag
from marac.flags.queries import standing_of, terms_for
from marac.flags.rules import (
    check_anchor,
    check_confirm,
    check_own,
    check_removal,
    check_removed,
    confirm_by,
    flag_end,
    moved_end,
)
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.operations import notify
from marac.mail.rules import Kind


@dataclass(frozen=True)
class FlagsAsked:
    """`moved` counts the flags already there whose end the request moved or confirmed."""

    case_id: int
    agency_ids: list[int]
    moved: int
    ends_on: str


@dataclass(frozen=True)
class FlagConfirmed:
    case_id: int
    flag_id: int


@dataclass(frozen=True)
class FlagEndsMoved:
    case_id: int
    flags: int
    anchor_on: str


@dataclass(frozen=True)
class FlagRemovalAsked:
    case_id: int
    flag_ids: list[int]
    reason: str


@dataclass(frozen=True)
class FlagRemoved:
    case_id: int
    flag_id: int


@operation(needs=Permission.MANAGE_FLAGS)
def ask_for_flags(*, viewer: Viewer, case: Case, anchor_on: date, counted_from: str = "") -> list[Flag]:
    """Ask every core agency to place a flag; those that have one keep it, and its end moves on. Gives the new ones."""
    return _ask(viewer, case, anchor_on, counted_from)


@operation(needs=Permission.RUN_MEETINGS)
def ask_when_heard(*, viewer: Viewer, case: Case, anchor_on: date, counted_from: str) -> list[Flag]:
    """The same for who runs the meeting that heard the case."""
    return _ask(viewer, case, anchor_on, counted_from)


def _ask(viewer: Viewer, case: Case, anchor_on: date, counted_from: str) -> list[Flag]:
    case = lock(Case, viewer, case.pk)
    terms = terms_for(viewer, case)
    check_anchor(anchor_on, terms.months, viewer.today)
    words = counted_from or terms.counted_from
    moved = _move(viewer, case, anchor_on, words)
    ends_on = flag_end(anchor_on, terms.months)
    profile = profile_on(case.marac_id, viewer.today)
    due_on = confirm_by(viewer.today, profile.flag_confirm_days, holidays_of(profile))
    made = [
        Flag(
            case=case,
            agency=agency,
            anchor_on=anchor_on,
            counted_from=words,
            starts_on=viewer.today,
            ends_on=ends_on,
            asked_on=viewer.today,
            confirm_by_on=due_on,
        )
        for agency in _unflagged(viewer, case)
    ]
    for flag in made:
        flag.save()
    _tell(viewer, case, made)
    agencies = [flag.agency_id for flag in made]
    record(FlagsAsked(case_id=case.pk, agency_ids=agencies, moved=moved, ends_on=ends_on.isoformat()))
    return made


@operation(needs=Permission.MANAGE_FLAGS)
def move_end(*, viewer: Viewer, case: Case, anchor_on: date, counted_from: str = "") -> int:
    """A repeat: the months of every current flag are counted anew; gives how many flags there are."""
    case = lock(Case, viewer, case.pk)
    terms = terms_for(viewer, case)
    check_anchor(anchor_on, terms.months, viewer.today)
    moved = _move(viewer, case, anchor_on, counted_from or terms.counted_from)
    record(FlagEndsMoved(case_id=case.pk, flags=moved, anchor_on=anchor_on.isoformat()))
    return moved


@operation(needs=Permission.CONFIRM_FLAG)
def confirm(*, viewer: Viewer, flag: Flag) -> Flag:
    """The agency has placed the flag on its own system."""
    flag = lock(Flag, viewer, flag.pk)
    check_own(agency_id=flag.agency_id, viewer_agency_id=viewer.agency_id)
    check_confirm(standing_of(viewer, flag), confirmed=flag.confirmed_on is not None)
    flag.confirmed_on, flag.confirmed_by = viewer.today, viewer.name
    flag.save()
    record(FlagConfirmed(case_id=flag.case_id, flag_id=flag.pk))
    return flag


@operation(needs=Permission.MANAGE_FLAGS)
def ask_for_removal(*, viewer: Viewer, case: Case, reason: str = "") -> list[Flag]:
    """Ask every agency with a flag on the case to take it off; before its end only for a reason."""
    case = lock(Case, viewer, case.pk)
    flags = list(Flag.objects.filter(case=case, removal_asked_on=None).current().select_related("agency"))
    if not flags:
        raise Refusal(_("No flag of this case is waiting for its removal to be asked for."))
    for flag in flags:
        check_removal(standing_of(viewer, flag), reason=reason)
        flag.removal_asked_on, flag.removal_reason = viewer.today, reason.strip()
        flag.save()
    _tell(viewer, case, flags)
    record(FlagRemovalAsked(case_id=case.pk, flag_ids=[flag.pk for flag in flags], reason=reason.strip()))
    return flags


@operation(needs=Permission.CONFIRM_FLAG)
def confirm_removal(*, viewer: Viewer, flag: Flag) -> Flag:
    """The agency has taken the flag off its own system."""
    flag = lock(Flag, viewer, flag.pk)
    check_own(agency_id=flag.agency_id, viewer_agency_id=viewer.agency_id)
    check_removed(standing_of(viewer, flag))
    flag.removed_on, flag.removed_by = viewer.today, viewer.name
    flag.save()
    record(FlagRemoved(case_id=flag.case_id, flag_id=flag.pk))
    return flag


def _tell(viewer: Viewer, case: Case, flags: list[Flag]) -> None:
    """Each agency with a flag to place or to take off."""
    if flags:
        notify(
            viewer=viewer,
            kind=Kind.FLAGS,
            marac=case.marac,
            agencies=[flag.agency for flag in flags],
            about=f"case {case.pk}",
            reference=case.reference,
            case=case,
        )


def _unflagged(viewer: Viewer, case: Case) -> list[Agency]:
    """Core agencies on the panel without a current flag on the case."""
    flagged = set(Flag.objects.filter(case=case).current().values_list("agency_id", flat=True))
    core = seats_on(case.marac_id, viewer.today).filter(standing=PanelSeat.Standing.CORE).exclude(agency__in=flagged)
    return list({seat.agency_id: seat.agency for seat in core}.values())


def _move(viewer: Viewer, case: Case, anchor_on: date, words: str) -> int:
    """Move every current flag's end on; one whose removal was asked for but not done stays after all."""
    months = terms_for(viewer, case).months
    flags = list(Flag.objects.filter(case=case).current())
    for flag in flags:
        ends_on = moved_end(flag.ends_on, anchor_on, months)
        if ends_on > flag.ends_on:
            flag.ends_on, flag.anchor_on, flag.counted_from = ends_on, anchor_on, words
            flag.removal_asked_on, flag.removal_reason = None, ""
            flag.save()
    return len(flags)
