"""Recording that roles are disputed, deciding it, and who acts for whom. Whom the parties are recorded as stays."""

from dataclasses import dataclass
from datetime import date, timedelta

from marac.access.requires import Unseen
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Agency
from marac.disputes.queries import (
    adviser_services,
    disputes_between,
    principals_of,
    referred_first,
    works_for,
)
from marac.disputes.rules import (
    check_between,
    check_decision,
    check_reason,
    check_two_people,
    check_worker,
    service_of_first,
)
from marac.identity.queries import heads_of, together
from marac.kernel.text import _
from marac.people.models import ActsFor, Dispute, Party, Person

BY_DEFAULT = _("The only adviser service on the case: it acts for the victim who was referred first")
SAID_ITSELF = _("The agency says so itself")


@dataclass(frozen=True)
class RolesDisputed:
    case_id: int
    dispute_id: int
    instead_of: list[int]


@dataclass(frozen=True)
class DisputeDecided:
    case_id: int
    dispute_id: int
    outcome: str


@dataclass(frozen=True)
class ActingRecorded:
    case_id: int
    acting_id: int
    person_id: int
    agency_id: int


@dataclass(frozen=True)
class ActingConfirmed:
    acting_id: int


@dataclass(frozen=True)
class ActingEnded:
    acting_id: int
    reason: str


@operation(needs=Permission.DECIDE_REFERRALS)
def dispute_roles(*, viewer: Viewer, case: Case, second: int, said_by: str, said_on: date, reason: str) -> Dispute:
    """Of the case's victim and somebody else in it. What was decided of these two before is recorded anew by this."""
    case = lock(Case, viewer, case.pk)
    principals = principals_of(viewer, case)
    first = next((each.person_id for each in principals if each.role == Party.Role.VICTIM), second)
    pair = sorted({first, second})
    for pk in pair:
        lock(Person, viewer, pk)
    before = list(disputes_between(viewer, sorted(together(pair))).in_force())
    check_two_people(joined=len(set(heads_of(pair).values())) < len(pair))
    check_between(
        principals={each.person_id for each in principals},
        first=first,
        second=second,
        undecided=any(not each.outcome for each in before),
    )
    check_reason(reason)
    for each in before:
        _end(viewer, each)
    made = Dispute(case=case, first_id=first, second_id=second)
    made.said_by, made.said_on, made.reason, made.recorded_by = said_by.strip(), said_on, reason.strip(), viewer.name
    made.save()
    _take_service_to_act(viewer, case, pair)
    record(RolesDisputed(case_id=case.pk, dispute_id=made.pk, instead_of=[each.pk for each in before]))
    return made


@operation(needs=Permission.DECIDE_REFERRALS)
def decide(
    *, viewer: Viewer, dispute: Dispute, outcome: str, screening: str, advice: str, revision: int | None = None
) -> Dispute:
    """From now on only what could endanger the one found to do harm is open to whoever acts for the other."""
    dispute = lock(Dispute, viewer, dispute.pk, revision=revision)
    check_decision(is_open=not dispute.outcome and dispute.ended_on is None, screening=screening)
    dispute.outcome, dispute.screening, dispute.advice = Dispute.Outcome(outcome), screening.strip(), advice.strip()
    dispute.decided_on, dispute.decided_by = viewer.today, viewer.name
    dispute.revision += 1
    dispute.save()
    if outcome == Dispute.Outcome.MISTAKE:
        _end(viewer, dispute)
    record(DisputeDecided(case_id=dispute.case_id, dispute_id=dispute.pk, outcome=outcome))
    return dispute


@operation(needs=Permission.DECIDE_REFERRALS)
def record_acting(
    *, viewer: Viewer, case: Case, person: int, agency: Agency, worker: User | None, reason: str
) -> ActsFor:
    """The whole agency, or one worker of an agency that acts for both."""
    case = lock(Case, viewer, case.pk)
    others = {each.person_id for each in principals_of(viewer, case)}
    if person not in others:
        raise Unseen(Person, person)
    if worker is not None:
        named = ActsFor.objects.in_force(viewer.today).filter(user=worker, person__in=others - {person})
        is_there = works_for(viewer, case, worker.pk, agency.pk)
        check_worker(is_there=is_there, for_another=named.exists())
    return _acts(viewer, case, person, agency, worker, reason.strip(), confirmed=True)


@operation(needs=Permission.SEE_CASES)
def say_for_whom(*, viewer: Viewer, case: Case, person: int) -> ActsFor:
    """What an agency says of itself only ever narrows what it sees, until the coordinator confirms it."""
    case = lock(Case, viewer, case.pk)
    if person not in {each.person_id for each in principals_of(viewer, case)} or viewer.agency_id is None:
        raise Unseen(Person, person)
    return _acts(viewer, case, person, Agency.objects.get(pk=viewer.agency_id), None, SAID_ITSELF, confirmed=False)


@operation(needs=Permission.DECIDE_REFERRALS)
def confirm_acting(*, viewer: Viewer, acting: ActsFor) -> ActsFor:
    acting = lock(ActsFor, viewer, acting.pk)
    acting.confirmed = True
    acting.save()
    record(ActingConfirmed(acting_id=acting.pk))
    return acting


@operation(needs=Permission.DECIDE_REFERRALS)
def end_acting(*, viewer: Viewer, acting: ActsFor, reason: str) -> ActsFor:
    """Rows hold for whole days, so that what ends now ended yesterday. An agency cannot end its own."""
    acting = lock(ActsFor, viewer, acting.pk)
    acting.until_on = viewer.today - timedelta(days=1)
    acting.save()
    record(ActingEnded(acting_id=acting.pk, reason=reason))
    return acting


def _acts(
    viewer: Viewer, case: Case, person: int, agency: Agency, worker: User | None, reason: str, *, confirmed: bool
) -> ActsFor:
    """One that is recorded already is kept, and confirmed where it was not."""
    held = ActsFor.objects.in_force(viewer.today).filter(person=person, agency=agency, user=worker)
    acting = held.first() or ActsFor(person_id=person, agency=agency, user=worker, from_on=viewer.today, reason=reason)
    acting.confirmed = acting.confirmed or confirmed
    acting.save()
    record(ActingRecorded(case_id=case.pk, acting_id=acting.pk, person_id=person, agency_id=agency.pk))
    return acting


def _take_service_to_act(viewer: Viewer, case: Case, pair: list[int]) -> None:
    recorded = ActsFor.objects.in_force(viewer.today).filter(person__in=pair).values_list("agency", flat=True)
    service = service_of_first(adviser_services(viewer, case), set(recorded))
    if service is not None:
        first = referred_first(viewer, pair[0], pair[-1])
        _acts(viewer, case, first, Agency.objects.get(pk=service), None, BY_DEFAULT, confirmed=True)


def _end(viewer: Viewer, dispute: Dispute) -> None:
    dispute.ended_on = viewer.today
    dispute.save()
