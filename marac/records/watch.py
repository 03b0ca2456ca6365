"""Gathers from the trail what each person looked at, MARAC by MARAC, for the rules of unusual reading."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate, localtime

from marac.access.roles import ALLOWED, Permission, Role
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.actions.models import Action
from marac.audit.models import AuditCase, AuditEvent
from marac.cases.models import Barred, Case, EmergencySeat
from marac.conflicts.queries import DeclaredOf, declared_of
from marac.directory.profile import Profile
from marac.directory.queries import profile_on
from marac.meetings.models import AgendaItem
from marac.people.models import Party
from marac.records.models import Alert, Bookmark
from marac.records.rules import HOUR, Found, Limits, Look, surname_of, unusual

ROUND = 2000  # entries looked through at once
BOOKMARK = "alerts"
Pair = tuple[AuditEvent, int | None]


@dataclass(frozen=True)
class Remarkable:
    """What one person's looks in one MARAC are remarkable for; `first` is the entry that began it."""

    marac_id: int
    user: User
    about_manager: bool
    found: Found
    first: AuditEvent


def new_looks() -> list[AuditEvent]:
    """The next readings and searches by people that were not looked through yet, in order."""
    reached = Bookmark.objects.filter(name=BOOKMARK).values_list("number", flat=True).first() or 0
    found = _looks().filter(number__gt=reached).defer("changes").order_by("number")
    return list(found[:ROUND])


def remarkable(viewer: Viewer, new: list[AuditEvent]) -> Iterator[Remarkable]:
    """What is new in the given looks, those of the hour before them taken into account."""
    for user_id in sorted({event.user_id for event in new if event.user_id}):
        theirs = [event for event in new if event.user_id == user_id]
        before = _looks().filter(user_id=user_id, number__lt=theirs[0].number, at__gt=theirs[0].at - HOUR)
        yield from _of_person(viewer, user_id, [*before.order_by("number"), *theirs])


def _looks() -> QuerySet[AuditEvent]:
    opened = Q(kind=AuditEvent.Kind.READ) & (Q(case_id__isnull=False) | Q(name="person"))
    bars = Barred.objects.filter(case=OuterRef("case_id"), user=OuterRef("user_id"))
    shut = Q(kind=AuditEvent.Kind.REFUSAL, case_id__isnull=False) & Q(Exists(bars))
    return AuditEvent.objects.filter(opened | Q(kind=AuditEvent.Kind.SEARCH) | shut, user_id__isnull=False)


def _of_person(viewer: Viewer, user_id: int, events: list[AuditEvent]) -> Iterator[Remarkable]:
    user = User.objects.filter(pk=user_id).first()
    if user is None:
        return
    pairs = _with_cases(events)
    case_ids = {case_id for _event, case_id in pairs if case_id}
    marac_of = dict(Case.objects.filter(pk__in=case_ids).values_list("pk", "marac_id"))
    surnames, declared = _surnames(case_ids), declared_of(user.pk, case_ids)
    emergencies = list(EmergencySeat.objects.filter(user=user, case__in=case_ids))
    for marac_id, roles in _roles(user).items():
        profile = profile_on(marac_id, viewer.today)
        here = [pair for pair in pairs if _is_of(*pair, marac_id, marac_of, roles)]
        working = _in_role(here, profile)
        looks = [_look(*pair, working, surnames, declared, emergencies) for pair in here]
        limits = Limits(profile.alert_cases, profile.night_from, profile.night_until)
        raised = set(Alert.objects.filter(marac=marac_id, user=user).values_list("key", flat=True))
        manages = any(Permission.MANAGE_USERS in ALLOWED[Role(role)] for _agency, role in roles)
        by_number = {event.number: event for event, _case in here}
        for found in unusual(looks, surname=surname_of(user.name), limits=limits):
            if found.key not in raised:
                yield Remarkable(marac_id, user, manages, found, by_number[found.numbers[0]])


def _roles(user: User) -> dict[int, set[tuple[int, str]]]:
    """By MARAC, the agencies and roles that the person holds or held there."""
    held: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for marac_id, agency_id, role in Membership.objects.filter(user=user).values_list("marac_id", "agency_id", "role"):
        held[marac_id].add((agency_id, role))
    return held


def _with_cases(events: list[AuditEvent]) -> list[Pair]:
    """Each search with no case; each reading with the case that it opened, or with every case of the person opened."""
    people = [event.number for event in events if event.case_id is None and event.kind == AuditEvent.Kind.READ]
    among: dict[int, list[int]] = defaultdict(list)
    for number, case_id in AuditCase.objects.filter(event__in=people).values_list("event", "case_id"):
        among[number].append(case_id)
    return [
        (event, case_id)
        for event in events
        for case_id in ([event.case_id] if event.number not in people else among[event.number])
    ]


def _is_of(
    event: AuditEvent, case_id: int | None, marac_id: int, marac_of: dict[int, int], roles: set[tuple[int, str]]
) -> bool:
    """A case belongs to its MARAC; a search to each MARAC in which the person then had that role."""
    if case_id:
        return marac_of.get(case_id) == marac_id
    return (event.agency_id, event.role) in roles


def _look(
    event: AuditEvent,
    case_id: int | None,
    working: set[tuple[int, int | None]],
    surnames: dict[int, set[str]],
    declared: DeclaredOf,
    emergencies: list[EmergencySeat],
) -> Look:
    terms = str(event.details.get("terms", ""))
    return Look(
        number=event.number,
        at=localtime(event.at),
        case_id=case_id,
        in_role=case_id is None or bool({(case_id, None), (case_id, event.agency_id)} & working),
        terms=terms,
        surnames=frozenset(surnames.get(case_id or 0, ())),
        declared=case_id in declared.case_ids or declared.is_in(terms),
        in_emergency=any(
            each.case_id == case_id and each.opened_at <= event.at < each.until_at for each in emergencies
        ),
        shut=event.kind == AuditEvent.Kind.REFUSAL,
    )


def _in_role(pairs: list[Pair], profile: Profile) -> set[tuple[int, int | None]]:
    """Cases that are work for everybody (on a meeting near the day, or new), and those in which an agency has an action
    open: pairs of a case and an agency, or None for all."""
    opened = [(event, case_id) for event, case_id in pairs if case_id]
    if not opened:
        return set()
    near = timedelta(days=profile.alert_meeting_days)
    first, last = localdate(opened[0][0].at) - near, localdate(opened[-1][0].at) + near
    case_ids = {case_id for _event, case_id in opened}
    listed = AgendaItem.objects.filter(case_id__in=case_ids, meeting__held_on__range=(first, last))
    new = Case.objects.filter(pk__in=case_ids, opened_on__gte=first)
    owed = Action.objects.filter(case_id__in=case_ids).open()
    everybody = {*listed.values_list("case_id", flat=True), *new.values_list("pk", flat=True)}
    return {(case_id, None) for case_id in everybody} | set(owed.values_list("case_id", "agency_id"))


def _surnames(case_ids: set[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    people = Party.objects.filter(case_id__in=case_ids).values_list("case_id", "person__surname")
    for case_id, surname in people:
        found[case_id].add(surname)
    return found
