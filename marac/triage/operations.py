"""What becomes of a referral: a case, a question back, turned down, or withdrawn. Who decided and why is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case, CaseAccess
from marac.cases.operations import give_seat, open_case
from marac.conflicts.operations import look_at_cases
from marac.directory.choices import Anchor
from marac.directory.models import Agency
from marac.directory.profile import Profile
from marac.directory.queries import holidays_of, profile_on, return_group_of
from marac.documents.operations import file_with_case
from marac.flags.operations import move_end
from marac.flags.queries import anchor_for, is_flagged
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_workdays
from marac.mail.operations import notify
from marac.mail.rules import Kind
from marac.people.operations import enter_people
from marac.referrals.models import Lacking, Referral, Withdrawal
from marac.referrals.queries import referred_dates
from marac.referrals.rules import check_move, is_late
from marac.risk.operations import keep_what_came
from marac.triage.queries import dates_of_cases
from marac.triage.rules import REPEAT, check_incident, check_new_incident, grounds, repeat_or_new


@dataclass(frozen=True)
class ReferralAccepted:
    case_id: int
    referral_id: int
    kind: str


@dataclass(frozen=True)
class SenderVerified:
    referral_id: int
    case_id: int | None


@dataclass(frozen=True)
class ReferralReturned:
    referral_id: int
    lacking: list[str]
    answer_by_on: str


@dataclass(frozen=True)
class ReferralChased:
    referral_id: int


@dataclass(frozen=True)
class ReferralTurnedDown:
    referral_id: int


@dataclass(frozen=True)
class ReferralWithdrawn:
    referral_id: int
    withdrawal: str


@dataclass(frozen=True)
class ReferralSentOn:
    """It is another MARAC's."""

    referral_id: int
    elsewhere: str


@operation(needs=Permission.DECIDE_REFERRALS)
def accept(
    *,
    viewer: Viewer,
    referral: Referral,
    kind: str,
    reason: str,
    known: Mapping[str, int],
    case: Case | None = None,
    agency: Agency | None = None,
    incident_on: date | None = None,
    revision: int | None = None,
) -> Case:
    """Open a case, or put a repeat or further information with the case that there is.

    People, seat, checklist and document go with it. `known` says which people of the content are on record already,
    as {"victims[0]": pk}; `incident_on` is the day of the latest incident, where it is known.
    """
    referral = lock(Referral, viewer, referral.pk, revision=revision)
    _check_acceptable(referral, reason)
    check_incident(incident_on, viewer.today)
    profile = profile_on(referral.marac_id, viewer.today)
    _set_agency(referral, agency, viewer)
    found = _case_for(viewer, referral, kind, case)
    before = dates_of_cases(viewer, [found])[found.pk]
    check_new_incident(kind, incident_on, before.get(Anchor.LAST_REFERRAL), profile.further_information)
    if not reason.strip() and not _stands(referral, profile, viewer, kind, before):
        raise Refusal(_("No ground is met by what the referral gives. Say why it is accepted."), field="reason")
    if referral.agency:
        give_seat(viewer=viewer, case=found, agency=referral.agency, basis=CaseAccess.Basis.REFERRED)
    enter_people(viewer=viewer, case=found, content=referral.content, known=dict(known))
    keep_what_came(viewer, found, referral, reason)
    if referral.document and referral.document.case_id is None:
        file_with_case(viewer=viewer, document=referral.document, case=found)
    referral.case, referral.kind, referral.incident_on = found, kind, incident_on
    _decide(viewer, referral, Referral.State.ACCEPTED, reason)
    _move_flags(viewer, found)
    _tell(viewer, referral)
    record(ReferralAccepted(case_id=found.pk, referral_id=referral.pk, kind=kind))
    look_at_cases(viewer, [found.pk])
    return found


@operation(needs=Permission.DECIDE_REFERRALS)
def return_for_information(
    *, viewer: Viewer, referral: Referral, reason: str, lacking: Sequence[str] = (), revision: int | None = None
) -> Referral:
    """Ask the referrer for what is missing; it stays open until it is answered, and is asked for again (`chase`)."""
    if set(lacking) - set(Lacking.values):
        raise Refusal(_("Choose from the answers shown"), field="lacking")
    if not lacking:
        raise Refusal(_("Say what is missing, so that it can be counted by agency."), field="lacking")
    needed = _("Say what is needed, so that the referrer can send it.")
    answer_by_on = _to_answer(viewer, referral.marac_id)
    given = {"lacking": sorted({*referral.lacking, *lacking}), "answer_by_on": answer_by_on, "chased_on": None}
    referral = _sent_back(viewer, referral, Referral.State.RETURNED, reason, needed, revision, **given)
    record(
        ReferralReturned(referral_id=referral.pk, lacking=sorted(set(lacking)), answer_by_on=answer_by_on.isoformat())
    )
    return referral


@operation(needs=Permission.DECIDE_REFERRALS)
def verify_sender(*, viewer: Viewer, referral: Referral, how: str) -> Referral:
    """Somebody made sure, by another way than the message itself, that it came from whom it names."""
    referral = lock(Referral, viewer, referral.pk)
    if not referral.is_unverified:
        raise Refusal(_("Who sent it has been verified already, or it did not come in a message."))
    if not how.strip():
        raise Refusal(_("Say how you made sure who sent it"), field="how")
    referral.sender_verified, referral.sender_verified_by = how.strip(), viewer.name
    referral.sender_verified_on = viewer.today
    referral.save()
    record(SenderVerified(referral_id=referral.pk, case_id=referral.case_id))
    return referral


@operation(needs=Permission.DO_DUE_WORK)
def chase(*, viewer: Viewer, referral: Referral) -> Referral:
    """A question that is not answered is asked again, as often as that takes: a referral never lapses in silence."""
    referral = lock(Referral, viewer, referral.pk, "agency", "case", "marac")
    if referral.state != Referral.State.RETURNED or not is_late(referral.answer_by_on, viewer.today):
        raise Refusal(_("It was answered, or asked for again, meanwhile."))
    referral.chased_on, referral.answer_by_on = viewer.today, _to_answer(viewer, referral.marac_id)
    referral.save()
    _tell(viewer, referral)
    record(ReferralChased(referral_id=referral.pk))
    return referral


@operation(needs=Permission.DECIDE_REFERRALS)
def turn_down(*, viewer: Viewer, referral: Referral, reason: str, revision: int | None = None) -> Referral:
    """The threshold is not met."""
    needed = _("Say why the threshold is not met, and where the referrer is sent instead.")
    referral = _sent_back(viewer, referral, Referral.State.NOT_MET, reason, needed, revision)
    record(ReferralTurnedDown(referral_id=referral.pk))
    return referral


@operation(needs=Permission.DECIDE_REFERRALS)
def withdraw(
    *, viewer: Viewer, referral: Referral, withdrawal: str, reason: str, revision: int | None = None
) -> Referral:
    """Taken back, a duplicate, or the wrong person. It stays on record; refused consent alone is no reason."""
    if withdrawal not in Withdrawal.values:
        raise Refusal(_("Choose why it is withdrawn"), field="withdrawal")
    needed = _("Say why it is withdrawn. That the victim does not agree is not enough by itself.")
    given = {"withdrawal": withdrawal}
    referral = _sent_back(viewer, referral, Referral.State.WITHDRAWN, reason, needed, revision, **given)
    record(ReferralWithdrawn(referral_id=referral.pk, withdrawal=withdrawal))
    return referral


@operation(needs=Permission.DECIDE_REFERRALS)
def send_on(
    *, viewer: Viewer, referral: Referral, elsewhere: str, reason: str, revision: int | None = None
) -> Referral:
    """It is for another MARAC. Whoever referred is told which, for only they can refer there."""
    if not elsewhere.strip():
        raise Refusal(_("Enter the MARAC that it is for"), field="elsewhere")
    needed = _("Say why it is for that MARAC, and whom the referrer reaches there.")
    given = {"elsewhere": elsewhere.strip()}
    referral = _sent_back(viewer, referral, Referral.State.ELSEWHERE, reason, needed, revision, **given)
    record(ReferralSentOn(referral_id=referral.pk, elsewhere=referral.elsewhere))
    return referral


def _check_acceptable(referral: Referral, reason: str) -> None:
    check_move(referral.state, Referral.State.ACCEPTED)
    if referral.is_unverified and not reason.strip():
        needed = _("Nobody has verified who sent it. Verify that first, or say why it is accepted all the same.")
        raise Refusal(needed, field="reason")


def _to_answer(viewer: Viewer, marac_id: int) -> date:
    profile = profile_on(marac_id, viewer.today)
    return add_workdays(viewer.today, profile.answer_days, holidays_of(profile))


def _sent_back(
    viewer: Viewer, referral: Referral, state: str, reason: str, needed: str, revision: int | None, **given: Any
) -> Referral:
    """A decision that opens no case. Without a reason it is not taken: `needed` says what is to be written."""
    referral = lock(Referral, viewer, referral.pk, revision=revision)
    check_move(referral.state, state)
    if not reason.strip():
        raise Refusal(needed, field="reason")
    for name, value in given.items():
        setattr(referral, name, value)
    _tell(viewer, referral)
    return _decide(viewer, referral, state, reason)


def _move_flags(viewer: Viewer, case: Case) -> None:
    """A repeat keeps the flags of a case on for longer, unless the protocol counts from the meeting still to come."""
    if not is_flagged(case):
        return
    anchor = anchor_for(viewer, case, referred_dates(viewer, [case])[case.pk])
    if anchor is not None:
        move_end(viewer=viewer, case=case, anchor_on=anchor.on, counted_from=anchor.words)


def _tell(viewer: Viewer, referral: Referral) -> None:
    """The agency that referred."""
    if referral.agency is not None:
        notify(
            viewer=viewer,
            kind=Kind.REFERRAL,
            marac=referral.marac,
            agencies=[referral.agency],
            about=f"referral {referral.pk}",
            reference=f"R{referral.pk}",
            case=referral.case,
        )


def _decide(viewer: Viewer, referral: Referral, state: str, reason: str) -> Referral:
    referral.state = state
    referral.decided_on, referral.decided_by, referral.decision_reason = viewer.today, viewer.name, reason.strip()
    referral.revision += 1
    referral.save()
    return referral


def _stands(referral: Referral, profile: Profile, viewer: Viewer, kind: str, before: Mapping[Anchor, date]) -> bool:
    """A repeat comes back whatever the count, and further information needs no ground of its own."""
    on = referral.received_on or viewer.today
    if kind in Referral.TELLS_NOTHING_NEW or (kind == REPEAT and repeat_or_new(before, profile, on).kind == REPEAT):
        return True
    return any(ground.met for ground in grounds(referral.content, profile, today=on))


def _case_for(viewer: Viewer, referral: Referral, kind: str, case: Case | None) -> Case:
    """A repeat may go with the case that there is, further information has to; whatever is new opens one."""
    if kind not in Referral.Kind.values:
        raise Refusal(
            _("Say whether this is new, a repeat, further information, the same event or a transfer."), field="kind"
        )
    if case is None and kind in Referral.TELLS_NOTHING_NEW:
        raise Refusal(_("Choose the case that this is about."), field="case")
    if case is None:
        return open_case(viewer=viewer, marac=referral.marac)
    if kind not in (Referral.Kind.REPEAT, *Referral.TELLS_NOTHING_NEW):
        raise Refusal(
            _(
                "Only a repeat, further information or the same event goes with a case that there is. Choose to open "
                "a case."
            ),
            field="case",
        )
    found = lock(Case, viewer, case.pk)
    if found.marac_id != referral.marac_id:
        raise Refusal(_("That case is another MARAC's. Choose one of this MARAC."), field="case")
    if kind == Referral.Kind.SAME_EVENT:
        _check_another_agency(referral, found)
    return found


def _check_another_agency(referral: Referral, case: Case) -> None:
    """What one agency sends twice is a duplicate; what two tell of one event is kept twice, and counted once."""
    if case.referrals.filter(state=Referral.State.ACCEPTED, agency=referral.agency).exclude(agency=None).exists():
        raise Refusal(
            _("This agency has referred this case already. Withdraw a duplicate, or take it as further information."),
            field="kind",
        )


def _set_agency(referral: Referral, agency: Agency | None, viewer: Viewer) -> None:
    """The agency that the coordinator chose, with its group in the return as its seat has it."""
    if agency is None:
        return
    referral.agency = agency
    referral.return_group = return_group_of(agency, referral.marac_id, viewer.today) or referral.return_group
