"""Queueing notices inside the change that causes them, and what becomes of each: claimed, sent, put off, given up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.directory.models import Agency, Marac
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.letters import Letter, sealed
from marac.mail.models import Outgoing
from marac.mail.queries import no_longer_theirs, people_to_tell
from marac.mail.rules import LETTERS, Kind, State, check_again, check_set_aside, is_at, is_news, wait_after

REFERENCES = {Kind.ACCOUNT: _("account"), Kind.DIARY: _("calendar")}


@dataclass(frozen=True)
class NoticesQueued:
    """`told` are the persons; `untold` the agencies that have nobody to be told."""

    case_id: int | None
    marac_id: int
    notice: str
    about: str
    told: list[int]
    untold: list[int]


@dataclass(frozen=True)
class LetterQueued:
    of_user_id: int
    about: str


@dataclass(frozen=True)
class GuestLetterQueued:
    agency_id: int
    about: str


@dataclass(frozen=True)
class NoticesClaimed:
    """Of those claimed, `stopped` are no longer the person's to see and `lapsed` are no longer news."""

    notice_ids: list[int]
    stopped: list[int]
    lapsed: list[int]


@dataclass(frozen=True)
class NoticesSent:
    notice_ids: list[int]


@dataclass(frozen=True)
class NoticesPutOff:
    """The mail server did not take them; `given_up` will not be tried again."""

    notice_ids: list[int]
    given_up: list[int]
    reason: str


@dataclass(frozen=True)
class NoticeTriedAgain:
    notice_id: int


@dataclass(frozen=True)
class NoticeSetAside:
    notice_id: int


@operation(needs=Permission.SEE_OWN_WORK)
def notify(
    *,
    viewer: Viewer,
    kind: Kind,
    marac: Marac,
    agencies: Iterable[Agency],
    about: str,
    reference: str,
    case: Case | None = None,
    only: Collection[int] | None = None,
    said: Mapping[tuple[int, int], Mapping[str, int]] | None = None,
) -> list[Outgoing]:
    """Tell those who speak for the agencies that something waits. To be called inside the operation that causes it: if
    that comes to nothing, so does the notice. Who has the same notice still waiting is not told twice. `only` are the
    numbers of the persons to tell, where not all who speak for an agency are to know; or `said` are the agencies and
    persons, each with how many cases differ for them from what they were told before."""
    named = list({agency.pk: agency for agency in agencies}.values())
    told = people_to_tell(marac.pk, named, kind, case, viewer.today)
    told = {pk: [user for user in users if _is_told(pk, user, only, said)] for pk, users in told.items()}
    untold = [agency for agency in named if agency.pk not in told]
    has_one = set() if said is not None else _waiting(kind, about, named)
    rows = [(agency, user) for agency in named for user in told.get(agency.pk, [None])]
    made = [
        Outgoing(marac=marac, kind=kind.value, about=about, reference=reference, case=case, **to)
        for agency, user in rows
        if user is None or (agency.pk, user.pk) not in has_one
        for to in [_to(viewer, agency, user, said or {})]
    ]
    Outgoing.objects.bulk_create(made)
    record(
        NoticesQueued(
            case_id=case.pk if case else None,
            marac_id=marac.pk,
            notice=kind.value,
            about=about,
            told=[row.user_id for row in made if row.user_id is not None],
            untold=[each.pk for each in untold],
        )
    )
    return made


def write_to(viewer: Viewer, user: User, letter: Letter, about: str) -> None:
    """A letter about their account, in place of one about the same that has not left. To be called inside the operation
    that causes it. Who never had a role in a MARAC has no account to speak of."""
    held = Membership.objects.filter(user=user).select_related("agency", "marac").order_by("-pk").first()
    if held is not None:
        _write(viewer, held, user, letter, about, Kind.ACCOUNT)


def write_of_dates(viewer: Viewer, marac: Marac, user: User, letter: Letter, about: str) -> None:
    """A calendar entry of a meeting of one MARAC, in place of one about the same that has not left. To be called inside
    the operation that causes it. Whoever has lost their role there is told, too: it may take an entry back."""
    held = Membership.objects.filter(user=user, marac=marac).select_related("agency", "marac").order_by("-pk").first()
    if held is not None:
        _write(viewer, held, user, letter, about, Kind.DIARY)


def _write(viewer: Viewer, held: Membership, user: User, letter: Letter, about: str, kind: Kind) -> None:
    recall(about)
    row = Outgoing(marac=held.marac, agency=held.agency, user=user, address=user.email, kind=kind.value)
    row.about, row.reference, row.queued_on = about, REFERENCES[kind], viewer.today
    row.letter = sealed(letter, row.sealed_for())
    Outgoing.objects.bulk_create([row])  # in bulk, because a bulk write leaves no values in the trail
    record(LetterQueued(of_user_id=user.pk, about=about))


def write_to_address(viewer: Viewer, marac: Marac, agency: Agency, address: str, letter: Letter, about: str) -> None:
    """A letter to somebody at an agency who has no account. To be called inside the operation that causes it."""
    row = Outgoing(marac=marac, agency=agency, address=address, kind=Kind.GUEST.value, queued_on=viewer.today)
    row.about, row.reference = about, _("form")
    row.letter = sealed(letter, row.sealed_for())
    Outgoing.objects.bulk_create([row])  # in bulk, because a bulk write leaves no values in the trail
    record(GuestLetterQueued(agency_id=agency.pk, about=about))


def recall(about: str) -> None:
    """A letter that has not left does not leave any more. To be called inside an operation."""
    kinds = [kind.value for kind in LETTERS]
    waiting = Outgoing.objects.filter(about=about, kind__in=kinds, state=State.QUEUED.value)
    waiting.update(state=State.STOPPED.value, letter="")


def _waiting(kind: Kind, about: str, agencies: Collection[Agency]) -> set[tuple[int, int | None]]:
    """Agency and person, of those who have the same notice still waiting."""
    waiting = Outgoing.objects.filter(state=State.QUEUED.value, claimed_at=None, kind=kind.value, about=about)
    return set(waiting.filter(agency__in=agencies).values_list("agency_id", "user_id"))


def _is_told(
    agency_id: int, user: User, only: Collection[int] | None, said: Mapping[tuple[int, int], Any] | None
) -> bool:
    return (only is None or user.pk in only) and (said is None or (agency_id, user.pk) in said)


def _to(
    viewer: Viewer, agency: Agency, user: User | None, said: Mapping[tuple[int, int], Mapping[str, int]]
) -> dict[str, Any]:
    if user is None:
        return {"agency": agency, "queued_on": viewer.today, "state": State.NOBODY.value}
    state = State.QUEUED if is_at(user.email, agency.mail_domains) else State.HELD
    told = {"agency": agency, "user": user, "address": user.email, "queued_on": viewer.today, "state": state.value}
    return told | {"changes": dict(said.get((agency.pk, user.pk), {}))}


@operation(needs=Permission.DO_DUE_WORK)
def claim(*, viewer: Viewer, address: str, at: datetime) -> list[Outgoing]:
    """Take all that waits for one address in hand, so that no other run sends it; gives what may still be sent.

    Refused if another run was first.
    """
    if not Outgoing.objects.free(at).filter(address=address).update(claimed_at=at):
        raise Refusal(_("Another run is sending this."))
    claimed = Outgoing.objects.filter(state=State.QUEUED.value, address=address, claimed_at=at)
    rows = list(claimed.select_related("agency", "case", "user").order_by("pk"))
    lapsed = {row.pk for row in rows if not is_news(row.queued_on, viewer.today)}
    stopped = no_longer_theirs([row for row in rows if row.pk not in lapsed], viewer.today)
    for state, these in ((State.LAPSED, lapsed), (State.STOPPED, stopped)):
        if these:
            Outgoing.objects.filter(pk__in=these).update(state=state.value, letter="")
    ids = [row.pk for row in rows]
    record(NoticesClaimed(notice_ids=ids, stopped=sorted(stopped), lapsed=sorted(lapsed)))
    return [row for row in rows if row.pk not in lapsed | stopped]


@operation(needs=Permission.DO_DUE_WORK)
def mark_sent(*, viewer: Viewer, notices: Sequence[Outgoing], at: datetime, number: str = "") -> None:
    """The mail server took them, as one message of this number."""
    ids = [row.pk for row in notices]
    Outgoing.objects.filter(pk__in=ids, state=State.QUEUED.value).update(
        state=State.SENT.value, sent_at=at, claimed_at=None, error="", letter="", number=number
    )
    record(NoticesSent(notice_ids=ids))


@operation(needs=Permission.DO_DUE_WORK)
def put_off(*, viewer: Viewer, notices: Sequence[Outgoing], at: datetime, reason: str) -> None:
    """The mail server did not take them: wait longer each time, and give up after the number set."""
    given_up = []
    for each in notices:
        row = lock(Outgoing, viewer, each.pk)
        if row.state != State.QUEUED:
            continue
        row.attempts += 1
        row.error, row.claimed_at, row.next_try_at = reason, None, at + wait_after(row.attempts)
        if row.attempts >= settings.MAIL_ATTEMPTS:
            given_up.append(row.pk)
        row.save()
    if given_up:
        Outgoing.objects.filter(pk__in=given_up).update(state=State.GIVEN_UP.value, letter="")
    record(NoticesPutOff(notice_ids=[row.pk for row in notices], given_up=given_up, reason=reason))


@operation(needs=Permission.SEE_WHAT_WAS_SENT)
def try_again(*, viewer: Viewer, notice: Outgoing) -> Outgoing:
    """Send what was given up, or what was held because the address is not at a domain of the agency."""
    notice = lock(Outgoing, viewer, notice.pk)
    check_again(notice.kind, notice.state)
    notice.state, notice.attempts, notice.next_try_at, notice.queued_on = State.QUEUED.value, 0, None, viewer.today
    notice.save()
    record(NoticeTriedAgain(notice_id=notice.pk))
    return notice


@operation(needs=Permission.SEE_WHAT_WAS_SENT)
def set_aside(*, viewer: Viewer, notice: Outgoing) -> Outgoing:
    """Somebody has seen that it did not go, and told the person otherwise or has no need to."""
    notice = lock(Outgoing, viewer, notice.pk)
    check_set_aside(notice.state)
    notice.state = State.SET_ASIDE.value
    notice.save()
    record(NoticeSetAside(notice_id=notice.pk))
    return notice
