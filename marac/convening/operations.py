"""One press: the meeting with its case, those who are called told and asked, and the case listed again afterwards."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.caselists.operations import issue_to
from marac.cases.models import Case, CaseAccess
from marac.cases.operations import give_seat
from marac.convening.queries import called_already, latest_accepted, next_ordinary, offered
from marac.convening.rules import check_convene
from marac.directory.models import Agency, Marac
from marac.directory.queries import holidays_of, profile_on
from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_workdays
from marac.mail.rules import Kind
from marac.meetings.models import AgendaItem, Meeting
from marac.meetings.notices import tell
from marac.meetings.operations import list_case
from marac.meetings.queries import seated_until
from marac.referrals.models import Referral
from marac.research.operations import ask


@dataclass(frozen=True)
class EmergencyMaracConvened:
    """`heard_again_at` is the ordinary meeting for which the case is listed too, if one is planned."""

    case_id: int
    meeting_id: int
    agency_ids: list[int]
    why: str
    agreed_by: str
    heard_again_at: int | None


@operation(needs=Permission.PLAN_MEETINGS)
def convene(
    *,
    viewer: Viewer,
    case: Case,
    held_on: date,
    starts_at: time,
    agencies: Collection[Agency],
    why: str,
    agreed_by: str,
    **place: str,
) -> Meeting:
    """All of it or nothing. `place` is the venue and the chair, as far as they are known."""
    marac = lock(Marac, viewer, case.marac_id)
    case = lock(Case, viewer, case.pk)
    referral, called = _referral(viewer, case), _called(viewer, marac, agencies)
    check_convene(
        begins=timezone.make_aware(datetime.combine(held_on, starts_at)),
        now=viewer.at or timezone.make_aware(datetime.combine(viewer.today, time.min)),
        hours=profile_on(marac.pk, viewer.today).emergency_hours,
        agencies=called,
        why=why,
        agreed_by=agreed_by,
    )
    _check_free(case, marac, held_on, starts_at)
    meeting = _meeting(viewer, marac, held_on, starts_at, place)
    _call(viewer, meeting, referral, called, why.strip())
    again = _listed_again(viewer, case, referral, held_on)
    record(
        EmergencyMaracConvened(
            case_id=case.pk,
            meeting_id=meeting.pk,
            agency_ids=[agency.pk for agency in called],
            why=why.strip(),
            agreed_by=agreed_by.strip(),
            heard_again_at=again.pk if again else None,
        )
    )
    return meeting


def _referral(viewer: Viewer, case: Case) -> Referral:
    found = latest_accepted(viewer, case)
    if found is None:
        raise Refusal(_("No referral of this case has been accepted. Decide the referral first."))
    return found


def _called(viewer: Viewer, marac: Marac, agencies: Collection[Agency]) -> list[Agency]:
    """Those of them that sit on the panel today."""
    panel = {seat.agency_id: seat.agency for seat in offered(marac, viewer.today)}  # on which one may sit twice
    chosen = {each.pk for each in agencies}
    return [agency for pk, agency in panel.items() if pk in chosen]


def _meeting(viewer: Viewer, marac: Marac, held_on: date, starts_at: time, place: Mapping[str, str]) -> Meeting:
    """Every step before it falls on its day; its actions go out that day too."""
    profile = profile_on(marac.pk, viewer.today)
    steps = ("held_on", "cut_off_on", "list_on", "research_on", "papers_on", "action_list_on")
    minutes_on = add_workdays(held_on, profile.minutes_days, holidays_of(profile))
    dates = dict.fromkeys(steps, held_on) | {"minutes_on": minutes_on, "list_sent_on": viewer.today}
    meeting = Meeting(marac=marac, emergency=True, state=Meeting.State.LISTED, starts_at=starts_at, **dates, **place)
    meeting.save()
    return meeting


def _call(viewer: Viewer, meeting: Meeting, referral: Referral, called: Sequence[Agency], why: str) -> None:
    """The case on the list, and everybody who is called seated, told and asked what they know."""
    minutes = profile_on(meeting.marac_id, viewer.today).minutes_a_case
    item = AgendaItem(meeting=meeting, case=referral.case, referral=referral, position=1, minutes=minutes, reason=why)
    item.save()
    basis, until_on = CaseAccess.Basis.PANEL, seated_until(meeting)
    cases = [{"case_id": item.case_id, "reference": item.case.reference}]
    for agency in called:
        issue_to(viewer, meeting, agency, cases)
        give_seat(viewer=viewer, case=item.case, agency=agency, basis=basis, until_on=until_on)
    tell(viewer=viewer, kind=Kind.CASE_LIST, meeting=meeting, agencies=called)
    ask(viewer=viewer, item=item, also=called)


def _listed_again(viewer: Viewer, case: Case, referral: Referral, held_on: date) -> Meeting | None:
    """For the next ordinary meeting, if one is planned and the case does not wait for one already."""
    meeting = next_ordinary(viewer, case, held_on)
    if meeting is not None:
        reason = str(_("Heard at an emergency MARAC on {day}.").format(day=format_date(held_on)))
        list_case(viewer=viewer, meeting=meeting, case=case, referral=referral, reason=reason)
    return meeting


def _check_free(case: Case, marac: Marac, held_on: date, starts_at: time) -> None:
    """Pressed twice, or by two people at once, one meeting is convened."""
    waiting = called_already(case)
    if waiting is not None:
        raise Refusal(
            _("An emergency MARAC is called for {day} already. Open it from the meetings."),
            day=format_date(waiting.held_on),
        )
    if Meeting.objects.filter(marac=marac, held_on=held_on, starts_at=starts_at).exists():
        raise Refusal(_("A meeting begins at that time already. Choose another minute."), field="starts_at")
