"""Opening a case, and giving and ending seats, names and bars on it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.operation import lock, operation, record
from marac.cases.models import Barred, Case, CaseAccess, NamedReader
from marac.cases.rules import next_reference
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
    """From now on only the named readers may open the case; whoever restricts it stays in only if named."""
    case = lock(Case, viewer, case.pk)
    case.restricted = True
    case.save()
    NamedReader.objects.bulk_create(
        [NamedReader(case=case, user=user, reason=reason, from_on=viewer.today) for user in readers]
    )
    record(CaseRestricted(case_id=case.pk, readers=[user.pk for user in readers]))
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
