"""A call taken down: begun, kept while it is spoken, handed in, and its caller rung back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.operation import Stale, lock, operation, record
from marac.calls.models import Call
from marac.calls.rules import check_rung_back, not_known, with_not_known
from marac.directory.models import Agency, Marac
from marac.directory.queries import return_group_of
from marac.drafts import operations as drafts
from marac.intake.changes import moved_up
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.referrals.models import Referral


@dataclass(frozen=True)
class CallBegun:
    referral_id: int
    call_id: int


@dataclass(frozen=True)
class CallKept:
    """While it is spoken: `unread` are the paths of what could not be stored as it was typed."""

    call_id: int
    not_known: list[str]
    unread: list[str]


@dataclass(frozen=True)
class CallHandedIn:
    referral_id: int
    call_id: int
    read_back: bool


@dataclass(frozen=True)
class CallerRungBack:
    referral_id: int
    call_id: int
    outcome: str


@operation(needs=Permission.READ_DOCUMENTS)
def begin(*, viewer: Viewer, marac: Marac, at: datetime) -> Call:
    """A draft of the office's, without anybody in it yet."""
    marac = lock(Marac, viewer, marac.pk)
    if viewer.agency_id is None or viewer.user_id is None:
        raise Refusal(_("You refer for an agency, and act for none. Choose the agency first."))
    referral = Referral(marac=marac, agency_id=viewer.agency_id, by_telephone=True, written_on=viewer.today)
    referral.content = drafts.begun_for(marac)
    referral.save()
    call = Call(referral=referral, taken_by=User.objects.get(pk=viewer.user_id), began_at=at)
    call.save()
    record(CallBegun(referral_id=referral.pk, call_id=call.pk))
    return call


@operation(needs=Permission.READ_DOCUMENTS)
def keep(
    *,
    viewer: Viewer,
    call: Call,
    changes: Mapping[str, Any],
    unknown: Mapping[str, bool],
    unread: Mapping[str, str],
    revision: int,
    page: str,
) -> dict[str, Refusal]:
    """All that can be stored of what stands on the page, and the words of what cannot, with why. `unknown` says of the
    questions on the page whether the caller was asked and does not know."""
    call = lock(Call, viewer, call.pk)
    referral = lock(Referral, viewer, call.referral_id)
    if referral.revision != revision and call.page != page:
        raise Stale(_("Somebody else saved this while you were writing. Their text is shown; yours is kept below it."))
    kept, refused = dict(changes), dict[str, Refusal]()
    while kept:
        try:
            referral = drafts.write(viewer=viewer, referral=referral, changes=kept)
            break
        except Refusal as refusal:
            if refusal.field not in kept:
                raise
            refused[refusal.field] = refusal
            del kept[refusal.field]
    known_of = {path for path in not_known(referral.content) | set(unknown) if unknown.get(path, True)}
    _note_not_known(viewer, referral, known_of)
    call.unread = {**unread, **{path: str(changes[path]) for path in refused}}
    call.page = page
    call.save()
    record(CallKept(call_id=call.pk, not_known=sorted(known_of), unread=sorted(call.unread)))
    return refused


@operation(needs=Permission.READ_DOCUMENTS)
def take_out(*, viewer: Viewer, call: Call, path: str) -> None:
    """Somebody, a number or an address that does not belong there, with what was noted of it."""
    call = lock(Call, viewer, call.pk)
    referral = drafts.take_out(viewer=viewer, referral=call.referral, path=path)
    known_of = moved_up(dict.fromkeys(not_known(referral.content), ""), path)
    _note_not_known(viewer, referral, known_of)
    call.unread = moved_up(call.unread, path)
    call.save()
    record(CallKept(call_id=call.pk, not_known=sorted(known_of), unread=sorted(call.unread)))


@operation(needs=Permission.READ_DOCUMENTS)
def hand_in(*, viewer: Viewer, call: Call, read_back: bool, at: datetime, revision: int | None = None) -> Call:
    """The referral goes where every other goes. It is no agency's until somebody has rung back."""
    call = lock(Call, viewer, call.pk)
    if call.unread:
        raise Refusal(_("Something in the call could not be read as it was typed. Put it right, or empty it."))
    referral = drafts.send(viewer=viewer, referral=call.referral, revision=revision)
    referral.agency, referral.return_group = None, ""
    referral.save()
    call.ended_at, call.read_back = at, read_back
    call.save()
    record(CallHandedIn(referral_id=referral.pk, call_id=call.pk, read_back=read_back))
    return call


@operation(needs=Permission.READ_DOCUMENTS)
def ring_back(
    *,
    viewer: Viewer,
    call: Call,
    outcome: str,
    number: str,
    found_in: str,
    spoken_to: str = "",
    agency: Agency | None = None,
    of_no_agency: bool = False,
    at: datetime,
) -> Call:
    """What the agency says of the call, by a number that the caller did not give. Once it stands by the call, the
    referral is the agency's, as if it had come on its own form."""
    call = lock(Call, viewer, call.pk)
    confirmed = outcome == Call.Outcome.CONFIRMED
    check_rung_back(confirmed=confirmed, number=number, found_in=found_in, agency=bool(agency) or of_no_agency)
    if call.ended_at is None:
        raise Refusal(_("The call is still being written down. Hand it in first."))
    if call.outcome == Call.Outcome.CONFIRMED:
        raise Refusal(_("This call has been confirmed already."))
    call.outcome, call.number, call.found_in = outcome, number.strip(), found_in.strip()
    call.spoken_to, call.rung_back_at = spoken_to.strip(), at
    call.rung_back_by = User.objects.filter(pk=viewer.user_id or 0).first()
    call.save()
    if confirmed and agency is not None:
        _give_to(viewer, call.referral_id, agency)
    record(CallerRungBack(referral_id=call.referral_id, call_id=call.pk, outcome=outcome))
    return call


def _give_to(viewer: Viewer, referral_id: int, agency: Agency) -> None:
    referral = lock(Referral, viewer, referral_id)
    if referral.agency_id is not None:
        return
    referral.agency, referral.return_group = agency, return_group_of(agency, referral.marac_id, viewer.today)
    referral.revision += 1
    referral.save()


def _note_not_known(viewer: Viewer, referral: Referral, known_of: Collection[str]) -> None:
    content = with_not_known(referral.content, known_of)
    if content != referral.content:
        referral = lock(Referral, viewer, referral.pk)
        referral.content = content
        referral.revision += 1
        referral.save()
