"""Opening a case, and giving and ending seats, names and bars on it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, QuerySet

from marac.access.roles import Permission, roles_with
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.audit.operation import lock, operation, record
from marac.cases.models import Barred, Case, CaseAccess, NamedReader
from marac.cases.rules import check_lifts, check_named, check_readers, check_restricted, next_reference
from marac.directory.models import Agency, Marac


@dataclass(frozen=True)
class CaseOpened:
    case_id: int
    reference: str


@dataclass(frozen=True)
class CaseSeatGiven:
    case_id: int
    agency_id: int
    basis: str


@dataclass(frozen=True)
class CaseRestricted:
    case_id: int
    readers: list[int]


@dataclass(frozen=True)
class ReaderTakenOff:
    case_id: int
    reader_id: int
    reason: str


@dataclass(frozen=True)
class RestrictionLifted:
    case_id: int
    reason: str


@dataclass(frozen=True)
class PersonBarred:
    case_id: int
    barred_user_id: int


@dataclass(frozen=True)
class BarLifted:
    case_id: int
    barred_user_id: int
    reason: str


@operation(needs=Permission.DECIDE_REFERRALS)
def open_case(*, viewer: Viewer, marac: Marac, opened_on: date | None = None) -> Case:
    """A new case with the MARAC's next reference of the year."""
    marac = lock(Marac, viewer, marac.pk)
    on = opened_on or viewer.today
    stem = f"{marac.prefix}/{on:%y}/"
    last = Case.objects.filter(reference__startswith=stem).aggregate(last=Max("reference"))["last"]
    case = Case(marac=marac, reference=next_reference(stem, last), opened_on=on)
    case.save()
    record(CaseOpened(case_id=case.pk, reference=case.reference))
    return case


@operation(needs=Permission.SEE_CASES)
def give_seat(*, viewer: Viewer, case: Case, agency: Agency, basis: str, until_on: date | None = None) -> CaseAccess:
    """Seat an agency on a case the viewer can see. One that it has on this basis is kept, and lengthened."""
    case = lock(Case, viewer, case.pk)
    seat = CaseAccess.objects.filter(case=case, agency=agency, basis=basis).first()
    seat = seat or CaseAccess(case=case, agency=agency, basis=basis, from_on=viewer.today, until_on=until_on)
    if seat.until_on is not None and (until_on is None or until_on > seat.until_on):
        seat.until_on = until_on
    seat.save()
    record(CaseSeatGiven(case_id=case.pk, agency_id=agency.pk, basis=basis))
    return seat


@operation(needs=Permission.DECIDE_REFERRALS)
def restrict(*, viewer: Viewer, case: Case, readers: list[User], reason: str) -> Case:
    """From now on only the named readers may open the case; where it is restricted already, they are named beside the
    others. Whoever restricts it stays in only if named. A person must leave somebody in who can lift it again."""
    case = lock(Case, viewer, case.pk)
    already = set(_readers(viewer, case).values_list("user_id", flat=True)) if case.restricted else set()
    new = [user for user in readers if user.pk not in already]
    if not viewer.is_system:
        check_readers(new=len(new), can_lift=_can_lift(viewer, case, already | {user.pk for user in new}))
    case.restricted = True
    case.save()
    NamedReader.objects.bulk_create(
        [NamedReader(case=case, user=user, reason=reason, from_on=viewer.today) for user in new]
    )
    record(CaseRestricted(case_id=case.pk, readers=[user.pk for user in new]))
    return case


@operation(needs=Permission.DECIDE_REFERRALS)
def take_reader_off(*, viewer: Viewer, case: Case, user: User, reason: str) -> None:
    """The restricted case is shut to them again, at once."""
    case = lock(Case, viewer, case.pk)
    theirs = _readers(viewer, case)
    check_named(named=theirs.filter(user=user).exists())
    check_lifts(can_lift=_can_lift(viewer, case, set(theirs.exclude(user=user).values_list("user_id", flat=True))))
    _end(viewer, theirs.filter(user=user))
    record(ReaderTakenOff(case_id=case.pk, reader_id=user.pk, reason=reason))


@operation(needs=Permission.DECIDE_REFERRALS)
def lift_restriction(*, viewer: Viewer, case: Case, reason: str) -> Case:
    """Whoever has a seat on the case may open it again."""
    case = lock(Case, viewer, case.pk)
    check_restricted(restricted=case.restricted)
    case.restricted = False
    case.save()
    _end(viewer, _readers(viewer, case))
    record(RestrictionLifted(case_id=case.pk, reason=reason))
    return case


@operation(needs=Permission.DECIDE_CONFLICTS)
def bar(*, viewer: Viewer, case: Case, user: User, reason: str) -> Barred:
    """Shut the case to a person with a conflict of interest, at once."""
    case = lock(Case, viewer, case.pk)
    barred, _made = Barred.objects.get_or_create(
        case=case, user=user, defaults={"reason": reason, "from_on": viewer.today}
    )
    record(PersonBarred(case_id=case.pk, barred_user_id=user.pk))
    return barred


@operation(needs=Permission.DECIDE_CONFLICTS)
def lift_bar(*, viewer: Viewer, case: Case, user: User, reason: str) -> None:
    """There is no conflict of interest, or no longer; whoever is barred cannot do this themselves, for they do not see
    the case."""
    case = lock(Case, viewer, case.pk)
    Barred.objects.filter(case=case, user=user).delete()
    record(BarLifted(case_id=case.pk, barred_user_id=user.pk, reason=reason))


def _readers(viewer: Viewer, case: Case) -> QuerySet[NamedReader]:
    found: QuerySet[NamedReader] = NamedReader.objects.in_force(viewer.today).filter(case=case)
    return found


def _end(viewer: Viewer, readers: QuerySet[NamedReader]) -> None:
    """Rows hold for whole days, so that what ends now ends yesterday."""
    for reader in readers:
        reader.until_on = viewer.today - timedelta(days=1)
        reader.save()


def _can_lift(viewer: Viewer, case: Case, users: set[int]) -> bool:
    """Whether one of them could restrict the case and lift it: else nobody could ever open it to anybody."""
    roles = roles_with(Permission.DECIDE_REFERRALS)
    held = Membership.objects.in_force(viewer.today).filter(marac=case.marac_id, role__in=roles, user__in=users)
    return held.exclude(user__in=Barred.objects.filter(case=case).values("user")).exists()
