"""A referral on our own form: begun, written step by step, sent, answered when it comes back, or given up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marac.access.requires import Unseen
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency, Marac
from marac.directory.queries import profile_on, return_group_of
from marac.drafts.rules import birth_as_stored, check_not_ahead, check_with_referrer, cleared_on
from marac.intake.changes import changed, day_at
from marac.intake.fields import fields, pattern_of
from marac.intake.paths import NO_SUCH, steps, value_at, with_value, without_blanks
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.referrals.models import Referral, Withdrawal
from marac.referrals.operations.content import keep_content, take_out_entry
from marac.referrals.rules import check_move
from marac.sheets.shape import MOST

OUR_FORM = "openmarac-1"


@dataclass(frozen=True)
class ReferralBegun:
    referral_id: int


@dataclass(frozen=True)
class ReferralWritten:
    referral_id: int
    paths: list[str]


@dataclass(frozen=True)
class ReferralEntryAdded:
    referral_id: int
    path: str


@dataclass(frozen=True)
class ReferralEntryTakenOut:
    referral_id: int
    path: str


@dataclass(frozen=True)
class ReferralSent:
    referral_id: int


@dataclass(frozen=True)
class ReferralGivenUp:
    referral_id: int


@dataclass(frozen=True)
class ReferralTakenBack:
    referral_id: int


@dataclass(frozen=True)
class DraftCleared:
    referral_id: int
    written_on: str


def begun_for(marac: Marac) -> dict[str, Any]:
    """What a referral holds before anybody has said anything, by whichever of our own forms it is written."""
    return {"schema": "marac-intake/1", "kind": "referral", "form": OUR_FORM, "case_area": marac.name}


@operation(needs=Permission.REFER)
def begin(*, viewer: Viewer, marac: Marac) -> Referral:
    """A draft of the viewer's agency, with what is known of the referrer filled in. One that they began before and
    wrote nothing on is given instead of a second."""
    marac = lock(Marac, viewer, marac.pk)
    agency = Agency.objects.filter(pk=viewer.agency_id or 0).first()
    if agency is None:
        raise Refusal(_("You refer for an agency, and act for none. Choose the agency first."))
    content = begun_for(marac) | {"referrer": {"agency": agency.name, "name": viewer.name}}
    begun = Referral.objects.visible_to(viewer).filter(marac=marac, agency=agency, state=Referral.State.DRAFT)
    referral = next((each for each in begun.order_by("pk") if each.content == content), None) or Referral(
        marac=marac, agency=agency, return_group=return_group_of(agency, marac.pk, viewer.today), content=content
    )
    referral.written_on = viewer.today
    referral.save()
    record(ReferralBegun(referral_id=referral.pk))
    return referral


@operation(needs=Permission.REFER)
def write(*, viewer: Viewer, referral: Referral, changes: Mapping[str, Any], revision: int | None = None) -> Referral:
    """Keep these values. A blank is kept as a blank: nothing that is missing stops anybody."""
    referral = _own(viewer, referral, revision)
    given = dict(changes)
    for path, value in changes.items():
        if path.endswith(".dob_raw"):
            given[path.removesuffix("_raw")] = _born(path, value, viewer)
    content = changed(referral.content, given)
    for path in given:
        check_not_ahead(path, value_at(content, path), viewer.today)
    keep_content(referral, content)
    referral.save()
    record(ReferralWritten(referral_id=referral.pk, paths=sorted(given)))
    return referral


@operation(needs=Permission.REFER)
def add_entry(*, viewer: Viewer, referral: Referral, path: str, revision: int | None = None) -> Referral:
    """Room for one more, such as "victims[0].phones[2]"; those before it that were left blank stay."""
    referral = _own(viewer, referral, revision)
    stem, last = path.rpartition("[")[0], steps(path)[-1]
    if not isinstance(last, int) or last >= MOST or not _is_group(path):
        raise Refusal(NO_SUCH)
    content = referral.content
    for number in range(len(value_at(content, stem) or []), last + 1):
        content = with_value(content, f"{stem}[{number}]", {})
    keep_content(referral, content)
    referral.save()
    record(ReferralEntryAdded(referral_id=referral.pk, path=path))
    return referral


@operation(needs=Permission.REFER)
def take_out(*, viewer: Viewer, referral: Referral, path: str, revision: int | None = None) -> Referral:
    """Somebody, a number or an address that does not belong there."""
    referral = _own(viewer, referral, revision)
    take_out_entry(referral, path)
    referral.save()
    record(ReferralEntryTakenOut(referral_id=referral.pk, path=path))
    return referral


@operation(needs=Permission.REFER)
def send(*, viewer: Viewer, referral: Referral, revision: int | None = None) -> Referral:
    """Hand it to the coordinator, whatever is missing. From then on the referrer reads it and does not change it."""
    referral = _own(viewer, referral, revision)
    check_move(referral.state, Referral.State.SUBMITTED)
    content = without_blanks(referral.content)
    if referral.state == Referral.State.RETURNED:
        content |= {"asked": referral.decision_reason}
    if day_at(content, "referral_date") is None:
        content |= {"referral_date": viewer.today.isoformat()}
    keep_content(referral, content)
    referral.state, referral.received_on = Referral.State.SUBMITTED, referral.received_on or viewer.today
    referral.decided_on, referral.decided_by, referral.decision_reason = None, "", ""
    referral.answer_by_on = None
    referral.save()
    record(ReferralSent(referral_id=referral.pk))
    return referral


@operation(needs=Permission.REFER)
def give_up(*, viewer: Viewer, referral: Referral, revision: int | None = None) -> Referral:
    """A draft that will not be sent. It stays on record with the agency, and the office never sees it."""
    referral = _own(viewer, referral, revision)
    if referral.state != Referral.State.DRAFT:
        raise Refusal(_("This referral has been sent. Withdraw it, and say why."))
    check_move(referral.state, Referral.State.WITHDRAWN)
    referral.state, referral.decided_on, referral.decided_by = Referral.State.WITHDRAWN, viewer.today, viewer.name
    referral.revision += 1
    referral.save()
    record(ReferralGivenUp(referral_id=referral.pk))
    return referral


@operation(needs=Permission.REFER)
def take_back(*, viewer: Viewer, referral: Referral, reason: str, revision: int | None = None) -> Referral:
    """What was sent and is not decided yet. The reason stays with it: the office has to see why it went."""
    referral = lock(Referral, viewer, referral.pk, revision=revision)
    _check_own(viewer, referral)
    if referral.state == Referral.State.DRAFT:
        raise Refusal(_("This referral has not been sent. Withdraw the draft instead."))
    check_move(referral.state, Referral.State.WITHDRAWN)
    if not reason.strip():
        raise Refusal(
            _("Say why it is withdrawn. That the victim does not agree is not enough by itself."), field="reason"
        )
    referral.state, referral.decided_on, referral.decided_by = Referral.State.WITHDRAWN, viewer.today, viewer.name
    referral.decision_reason, referral.withdrawal = reason.strip(), Withdrawal.REFERRER
    referral.revision += 1
    referral.save()
    record(ReferralTakenBack(referral_id=referral.pk))
    return referral


@operation(needs=Permission.DO_DUE_WORK)
def clear_draft(*, viewer: Viewer, referral: Referral) -> Referral:
    """Nobody has written on it for as long as its MARAC keeps a draft. What stood in it goes; the row stays."""
    referral = lock(Referral, viewer, referral.pk)
    profile = profile_on(referral.marac_id, viewer.today)
    left_on = referral.written_on
    told = referral.by_telephone or referral.state != Referral.State.DRAFT
    if told or left_on is None or cleared_on(left_on, profile) > viewer.today:
        raise Refusal(_("This draft is still being written. It is not cleared."))
    kept = {name: referral.content[name] for name in ("schema", "kind", "form") if name in referral.content}
    referral.content, referral.reading = kept, {}
    referral.state, referral.decided_on = Referral.State.WITHDRAWN, viewer.today
    referral.revision += 1
    referral.save()
    record(DraftCleared(referral_id=referral.pk, written_on=left_on.isoformat()))
    return referral


def _own(viewer: Viewer, referral: Referral, revision: int | None) -> Referral:
    """The row, locked, if the viewer's own agency is writing it."""
    found = lock(Referral, viewer, referral.pk, revision=revision)
    _check_own(viewer, found)
    check_with_referrer(found.state)
    found.written_on = viewer.today
    return found


def _check_own(viewer: Viewer, referral: Referral) -> None:
    if referral.agency_id is None or referral.agency_id != viewer.agency_id:
        raise Unseen


def _born(path: str, written: Any, viewer: Viewer) -> str | None:
    try:
        return birth_as_stored(str(written or ""), viewer.today)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field=path) from refusal


def _is_group(path: str) -> bool:
    """Whether entries of more than one field stand there."""
    return any(pattern.startswith(f"{pattern_of(path)}.") for pattern in fields())
