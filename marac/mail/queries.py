"""Who is to be told, what is due, what may no longer be sent, and what was sent to whom."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.cases.models import Barred, Case, NamedReader
from marac.directory.models import Agency
from marac.mail.models import Outgoing, OutgoingQuerySet
from marac.mail.rules import ATTEMPTS_BEFORE_IT_SHOWS, WHILE_ACTIVE, Kind, State

STUCK = "stuck"  # a choice of the page: whatever is held, given up, or has failed for more than an hour
TOLD = (Role.REPRESENTATIVE, Role.IDVA)
TOLD_OF = {
    Kind.REFERRAL: (*TOLD, Role.REFERRER),
    Kind.ACTIONS: (*TOLD, Role.REFERRER),
    Kind.ALERT: (Role.COORDINATOR, Role.CHAIR),
    Kind.EMERGENCY: (Role.DATA_PROTECTION, Role.COORDINATOR, Role.CHAIR),
    Kind.CONFLICT: (Role.COORDINATOR, Role.ADMINISTRATOR, Role.CHAIR),
    Kind.PEOPLE: tuple(Role),
    Kind.INBOX: (Role.COORDINATOR, Role.ADMINISTRATOR),
    Kind.PAPERS: (*TOLD, Role.CHAIR),
    Kind.DATES: (*TOLD, Role.CHAIR, Role.COORDINATOR, Role.ADMINISTRATOR),
}


@dataclass(frozen=True)
class Filters:
    """What the page shows: an agency's number, a kind, a state, days from and to; nothing means all."""

    agency: str = ""
    kind: str = ""
    state: str = ""
    since: date | None = None
    until: date | None = None
    about: str = ""


def people_to_tell(
    marac_id: int, agencies: Collection[Agency], kind: Kind, case: Case | None, on: date
) -> dict[int, list[User]]:
    """By agency, who speaks for it in that MARAC today and may know of the case; each once."""
    roles = [role.value for role in TOLD_OF.get(kind, TOLD)]
    held = Membership.objects.in_force(on).filter(
        marac=marac_id, agency__in=agencies, role__in=roles, user__is_active=True
    )
    if case is not None:
        held = held.exclude(user__in=Barred.objects.filter(case=case).values("user"))
        if case.restricted:
            held = held.filter(user__in=NamedReader.objects.in_force(on).filter(case=case).values("user"))
    found: dict[int, dict[int, User]] = {}
    for each in held.select_related("user").order_by("pk"):
        found.setdefault(each.agency_id, {})[each.user_id] = each.user
    return {agency_id: list(users.values()) for agency_id, users in found.items()}


def addresses_due(at: datetime, limit: int) -> list[str]:
    """Who has something waiting to be sent, longest first."""
    due = Outgoing.objects.due(at).order_by("queued_at", "pk").values_list("address", flat=True)
    return list(dict.fromkeys(due))[:limit]


def no_longer_theirs(rows: Iterable[Outgoing], on: date) -> set[int]:
    """Of notices about to leave, those whose person has left, lost the role, or may no longer know of the case. What is
    about an account is for whoever has it, and so is an entry that is taken out of their calendar."""
    stopped = set()
    for row in rows:
        if row.kind == Kind.GUEST:
            continue
        if row.kind in WHILE_ACTIVE and row.user is not None:
            stopped |= set() if row.user.is_active else {row.pk}
            continue
        told = people_to_tell(row.marac_id, [row.agency], Kind(row.kind), row.case, on)
        if row.user_id not in {user.pk for user in told.get(row.agency_id, [])}:
            stopped.add(row.pk)
    return stopped


def letter_about(about: str) -> Outgoing | None:
    """The last, so that a page can say whether it has left."""
    return Outgoing.objects.filter(about=about, kind=Kind.ACCOUNT.value).order_by("-pk").first()


def notices_in(numbers: Collection[str]) -> list[Outgoing]:
    """What went out in the messages of these numbers, newest first: an answer names them."""
    return list(Outgoing.objects.filter(number__in=[each for each in numbers if each]).select_related("case", "marac"))


def was_told(about: str) -> bool:
    """Whether anybody was told of this thing, or is going to be."""
    return Outgoing.objects.filter(about=about).exists()


def not_reached(viewer: Viewer, about: str, kind: Kind) -> frozenset[int]:
    """The agencies that were told nothing of this thing: nobody is there, or what was last sent to each did not go."""
    found = Outgoing.objects.visible_to(viewer).filter(about=about, kind=kind.value).order_by("pk")
    last = {(agency, user): state for agency, user, state in found.values_list("agency", "user", "state")}
    failed = (State.NOBODY.value, State.GIVEN_UP.value, State.HELD.value)
    reached = {agency for (agency, _user), state in last.items() if state not in failed}
    return frozenset(agency for agency, _user in last if agency not in reached)


def sent_found(viewer: Viewer, filters: Filters) -> OutgoingQuerySet[Outgoing]:
    """What was sent in the viewer's MARACs as filtered, newest first."""
    found: OutgoingQuerySet[Outgoing] = Outgoing.objects.visible_to(viewer).select_related("agency", "user")
    if filters.state == STUCK:
        found = found.filter(_stuck())
    asked = {
        "agency": int(filters.agency) if filters.agency.isdecimal() else None,
        "kind": filters.kind,
        "state": filters.state if filters.state != STUCK else "",
        "queued_on__gte": filters.since,
        "queued_on__lte": filters.until,
        "about": filters.about,
    }
    return found.filter(**{name: value for name, value in asked.items() if value})


def agencies_told(viewer: Viewer) -> QuerySet[Agency]:
    """Every agency that was sent something, for a list to choose from."""
    return Agency.objects.filter(pk__in=Outgoing.objects.visible_to(viewer).order_by().values("agency"))


def not_getting_through(viewer: Viewer) -> OutgoingQuerySet[Outgoing]:
    """Notices that are held, given up, or have failed for more than an hour; none for who does not see them."""
    found: OutgoingQuerySet[Outgoing] = Outgoing.objects.visible_to(viewer).filter(_stuck())
    return found


def _stuck() -> Q:
    late = Q(state=State.QUEUED.value, attempts__gte=ATTEMPTS_BEFORE_IT_SHOWS)
    return Q(state__in=(State.HELD.value, State.GIVEN_UP.value)) | late
