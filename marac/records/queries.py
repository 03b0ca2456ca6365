"""What the trail says about a case, a person and a day, as far as the asker may see the cases that it names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Case as Either
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, When
from django.utils.timezone import localdate, make_aware

from marac.access.roles import ALLOWED, ROLE_NAMES, Permission, Role
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.audit.models import AuditCase, AuditEvent
from marac.cases.models import Case, CaseAccess, EmergencySeat, NamedReader
from marac.cases.scope import seen
from marac.directory.models import Agency
from marac.records.models import Alert
from marac.records.rules import why_open
from marac.records.words import said_of

LOOKED = (AuditEvent.Kind.READ, AuditEvent.Kind.EXPORT, AuditEvent.Kind.REFUSAL)
FIELDS = ("number", "at", "kind", "name", "user_id", "user_name", "agency_id", "role", "case_id", "operation")
# What alerts and suggested conflicts of interest are about would otherwise be guessed from the work that others had
# with them.
OF_ALERTS = (
    Q(operation__startswith="records.")
    | Q(operation__startswith="conflicts.")
    | Q(operation__in=("cases.operations.bar", "cases.operations.lift_bar"))
    | Q(kind=AuditEvent.Kind.READ, name__in=("alert", "alerts", "conflict", "conflicts"))
)


@dataclass(frozen=True)
class Looker:
    """One person in one role, and how often they looked at a case."""

    user_id: int | None
    name: str
    agency: str
    role: str
    times: int
    last_at: datetime


@dataclass(frozen=True)
class Line:
    """One entry as a page shows it. `cases` are the references of those that the asker may see."""

    event: AuditEvent
    what: str
    agency: str
    role: str
    why: list[str]
    cases: list[str]


@dataclass(frozen=True)
class Filters:
    """What the page of the trail shows: days from and to, a kind, and a person's number; nothing means all."""

    since: date | None = None
    until: date | None = None
    kind: str = ""
    person: str = ""


def looks_at(case: Case, person: str = "") -> QuerySet[AuditEvent]:
    """Every reading that showed the case, alone or among others, and every refusal to show it; newest first. With a
    person's number, theirs only."""
    among = AuditCase.objects.filter(case_id=case.pk).values("event")
    found = AuditEvent.objects.filter(Q(case_id=case.pk) | Q(number__in=among), kind__in=LOOKED).exclude(OF_ALERTS)
    found = found.filter(user_id=int(person)) if person.isdecimal() else found
    return found.defer("changes").order_by("-number")


def lookers_at(case: Case) -> list[Looker]:
    """Who looked at the case, the last to look first."""
    rows = looks_at(case).exclude(kind=AuditEvent.Kind.REFUSAL).order_by()
    found = rows.values("user_id", "user_name", "agency_id", "role").annotate(times=Count("pk"), last_at=Max("at"))
    agencies = _agencies(row["agency_id"] for row in found)
    return [
        Looker(
            user_id=row["user_id"],
            name=row["user_name"],
            agency=agencies.get(row["agency_id"], ""),
            role=_role(row["role"]),
            times=row["times"],
            last_at=row["last_at"],
        )
        for row in found.order_by("-last_at")
    ]


def lines_of_case(case: Case, events: Iterable[AuditEvent]) -> list[Line]:
    """Each look with the grounds on which the person could open the case that day."""
    shown = list(events)
    agencies = _agencies(event.agency_id for event in shown)
    named = list(NamedReader.objects.filter(case=case))
    seats = list(CaseAccess.objects.filter(case=case))
    emergencies = list(EmergencySeat.objects.filter(case=case))
    return [
        Line(
            event=event,
            what=said_of(event.kind, event.name),
            agency=agencies.get(event.agency_id, ""),
            role=_role(event.role),
            why=_why(event, named, seats, emergencies),
            cases=[],
        )
        for event in shown
    ]


def _why(
    event: AuditEvent, named: list[NamedReader], seats: list[CaseAccess], emergencies: list[EmergencySeat]
) -> list[str]:
    if event.kind == AuditEvent.Kind.REFUSAL:
        return []
    on, typed = localdate(event.at), event.details.get("why", "")
    reasons = [row.reason for row in named if row.user_id == event.user_id and _in_force(row, on)]
    held = {row.get_basis_display() for row in seats if row.agency_id == event.agency_id and _in_force(row, on)}
    every = event.role in set(Role) and Permission.SEE_EVERY_CASE in ALLOWED[Role(event.role)]
    grounds = why_open(
        restricted_reason=reasons[0] if reasons else "",
        role_name=_role(event.role),
        works_on_all=every,
        seats=held,
        in_emergency=any(
            row.user_id == event.user_id and row.opened_at <= event.at < row.until_at for row in emergencies
        ),
    )
    return [*grounds, typed] if typed else grounds


def _in_force(row: NamedReader | CaseAccess, on: date) -> bool:
    return row.from_on <= on and (row.until_on is None or row.until_on >= on)


def trail(viewer: Viewer, filters: Filters) -> QuerySet[AuditEvent]:
    """What people did in the roles that they hold or held in the viewer's MARACs, newest first."""
    roles = Membership.objects.visible_to(viewer).filter(
        user_id=OuterRef("user_id"), agency_id=OuterRef("agency_id"), role=OuterRef("role")
    )
    found = AuditEvent.objects.filter(Exists(roles)).exclude(OF_ALERTS).defer("changes").order_by("-number")
    asked = {
        "at__gte": _midnight(filters.since) if filters.since else None,
        "at__lt": _midnight(filters.until + timedelta(days=1)) if filters.until else None,
        "kind": filters.kind,
        "user_id": int(filters.person) if filters.person.isdecimal() else None,
    }
    return found.filter(**{name: value for name, value in asked.items() if value})


def seen_part(viewer: Viewer, events: QuerySet[AuditEvent]) -> QuerySet[AuditEvent]:
    """Without entries that name a case which the viewer may not see: of those a page gives the number only."""
    return events.filter(_is_seen(viewer))


def tally(viewer: Viewer, events: QuerySet[AuditEvent]) -> tuple[dict[str, int], int]:
    """By kind, how many entries the viewer may see; and how many others there are."""
    rows = events.order_by().annotate(seen=Either(When(_is_seen(viewer), then=1), default=0))
    counted = rows.values_list("seen", "kind").annotate(number=Count("pk"))
    seen = {kind: number for is_seen, kind, number in counted if is_seen}
    return seen, sum(number for is_seen, _kind, number in counted if not is_seen)


def _is_seen(viewer: Viewer) -> Q:
    cases = Case.objects.visible_to(viewer)
    others = AuditCase.objects.filter(event=OuterRef("number")).exclude(case_id__in=cases.values("pk"))
    alone = Q(case_id=None) | Q(seen(viewer))
    return alone & ~Q(Exists(others))


def lines_of(viewer: Viewer, events: Iterable[AuditEvent]) -> list[Line]:
    """For events that `seen_part` let through."""
    shown = list(events)
    agencies = _agencies(event.agency_id for event in shown)
    among = {event.number: {event.case_id, *event.details.get("case_ids", [])} - {None} for event in shown}
    wanted = {case_id for case_ids in among.values() for case_id in case_ids}
    references = dict(Case.objects.visible_to(viewer).filter(pk__in=wanted).values_list("pk", "reference"))
    return [
        Line(
            event=event,
            what=said_of(event.kind, event.name),
            agency=agencies.get(event.agency_id, ""),
            role=_role(event.role),
            why=[],
            cases=sorted({references[each] for each in among[event.number] if each in references}),
        )
        for event in shown
    ]


def people_here(viewer: Viewer) -> list[tuple[str, str]]:
    """Everybody who has or had a role in the viewer's MARACs, for a list to choose from."""
    return [(str(user.pk), user.name) for user in User.objects.visible_to(viewer).order_by("name", "pk")]


def open_alerts(viewer: Viewer) -> QuerySet[Alert]:
    found: QuerySet[Alert] = Alert.objects.visible_to(viewer).filter(closed_on=None)
    return found


def alerts_found(viewer: Viewer) -> QuerySet[Alert]:
    """Those still open first, then the newest."""
    found: QuerySet[Alert] = Alert.objects.visible_to(viewer).select_related("user", "marac")
    return found.order_by(F("closed_on").asc(nulls_first=True), "-raised_on", "-pk")


def entries_of(alert: Alert) -> QuerySet[AuditEvent]:
    return AuditEvent.objects.filter(number__in=alert.entries).defer("changes").order_by("number")


def _agencies(ids: Iterable[int | None]) -> dict[int | None, str]:
    return dict(Agency.objects.filter(pk__in={each for each in ids if each}).values_list("pk", "name"))


def _role(value: str) -> str:
    return ROLE_NAMES[Role(value)] if value in set(Role) else ""


def _midnight(day: date) -> datetime:
    return make_aware(datetime.combine(day, time()))
