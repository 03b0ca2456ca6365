"""What the pages of the inbox ask, and what is known of a message when it comes."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from marac.access.roles import Permission, roles_with
from marac.access.viewer import Viewer
from marac.accounts.models import Membership
from marac.actions.models import Action
from marac.cases.models import Case, NamedReader
from marac.directory.models import Marac, PanelSeat
from marac.directory.queries import holidays_by_nation, profiles_on
from marac.documents import store
from marac.inbox.models import LookedThrough, Message, MessageQuerySet
from marac.inbox.rules.states import OPEN, is_missed
from marac.incoming.sender import Sender, sender_of
from marac.mail.queries import notices_in
from marac.mail.rules import Kind
from marac.mailboxes.models import Mailbox
from marac.research.models import Request

WAITING = "open"  # a choice of the page: what waits, put back or not


@dataclass(frozen=True)
class Filters:
    """What the queue shows: a state, what is proposed, a MARAC's number; nothing means all."""

    state: str = ""
    proposed: str = ""
    marac: str = ""
    words: str = ""


def messages_found(viewer: Viewer, filters: Filters) -> MessageQuerySet[Message]:
    """What waits first comes first; what was dealt with, newest first."""
    found: MessageQuerySet[Message] = Message.objects.visible_to(viewer).select_related("marac", "agency", "case")
    found = found.defer("look")
    if filters.state == WAITING:
        found = found.waiting().order_by("taken_on", "pk")
    elif filters.state:
        found = found.filter(state=filters.state)
    if filters.proposed:
        found = found.filter(proposed=filters.proposed)
    if filters.marac.isdecimal() and len(filters.marac) < 10:
        found = found.filter(marac=int(filters.marac))
    if not filters.words:
        return found
    words = filters.words
    named = Q(subject__icontains=words) | Q(sender_name__icontains=words) | Q(sender_address__icontains=words)
    return found.filter(named | Q(case__reference__icontains=words))


def next_waiting(viewer: Viewer, message: Message) -> Message | None:
    """Whoever works through the queue comes to this one next: what has waited longest after it, or longest at all."""
    found = Message.objects.visible_to(viewer).waiting().filter(marac=message.marac_id).order_by("taken_on", "pk")
    later = Q(taken_on__gt=message.taken_on) | Q(taken_on=message.taken_on, pk__gt=message.pk)
    return found.filter(later).only("pk").first() or found.exclude(pk=message.pk).only("pk").first()


def dealt_with(viewer: Viewer, number: str) -> Message | None:
    """The message of this number, if it was dealt with: `number` stands in an address."""
    if not number.isdecimal() or len(number) > 9:
        return None
    found = Message.objects.visible_to(viewer).exclude(state__in=list(OPEN)).select_related("case").defer("look")
    return found.filter(pk=int(number)).first()


def number_waiting(viewer: Viewer) -> MessageQuerySet[Message]:
    """The messages that wait for the viewer, for the day's list."""
    found: MessageQuerySet[Message] = Message.objects.visible_to(viewer).waiting()
    return found


def numbers_by_proposal(viewer: Viewer) -> dict[str, int]:
    rows = Message.objects.visible_to(viewer).waiting().order_by().values("proposed")
    return {row["proposed"]: row["number"] for row in rows.annotate(number=Count("pk"))}


def known(marac: Marac, content: bytes, fingerprint: str = "") -> Message | None:
    """The message that has the same bytes or, once it was opened, says the same, whatever became of it."""
    same = Q(document__sha256=store.sha256_of(content))
    same = same | Q(fingerprint=fingerprint) if fingerprint else same
    return Message.objects.filter(same, marac=marac).order_by("pk").first()


def numbers_known(marac: Marac, numbers: Collection[str]) -> set[str]:
    """Of these Message-IDs, those of messages that were taken."""
    found = Message.objects.filter(marac=marac, message_number__in=list(numbers))
    return set(found.values_list("message_number", flat=True))


def same_number(message: Message) -> list[Message]:
    """Others that carry the number of this one and say something else: one of them is not what it seems."""
    if not message.message_number:
        return []
    same = Message.objects.filter(marac=message.marac_id, message_number=message.message_number)
    return list(same.exclude(pk=message.pk).only("pk", "state"))


def whose(marac: Marac, address: str, name: str, on: date) -> Sender:
    """Whether an address is one of the MARAC's agencies or of somebody with a role there."""
    people: dict[str, set[int]] = defaultdict(set)
    held = Membership.objects.in_force(on).filter(marac=marac, user__is_active=True)
    for email, agency in held.values_list("user__email", "agency"):
        people[email.lower()].add(agency)
    domains: dict[str, set[int]] = defaultdict(set)
    seats = PanelSeat.objects.filter(marac=marac).in_force(on)
    for agency, written in seats.values_list("agency", "agency__mail_domains"):
        for domain in written.lower().split():
            domains[domain.lstrip("@.")].add(agency)
    return sender_of(address, name, people=people, domains=domains)


def case_named(viewer: Viewer, marac: Marac, references: Collection[str]) -> Case | None:
    """The first of the references that is a case which whoever brings the message may open. A restricted case is
    proposed only where somebody of the office is named for it, or nobody who works the inbox would see the message."""
    rows = Case.objects.visible_to(viewer).filter(marac=marac, reference__in=references)
    found = {case.reference: case for case in rows}
    case = next((found[each] for each in references if each in found), None)
    if case is None or not case.restricted:
        return case
    office = Membership.objects.filter(role__in=roles_with(Permission.WORK_INBOX), user=OuterRef("user"), marac=marac)
    return case if NamedReader.objects.filter(Exists(office), case=case, until_on=None).exists() else None


@dataclass(frozen=True)
class Answered:
    """The kind of our notice that a message answers, the reference it had, and its case."""

    kind: str = ""
    reference: str = ""
    case: Case | None = None


def answered_by(viewer: Viewer, marac: Marac, numbers: Collection[str]) -> Answered:
    """What of ours a message answers: of several in one message, research first, then actions."""
    found = [notice for notice in notices_in(numbers) if notice.marac_id == marac.pk]
    order = {Kind.RESEARCH.value: 0, Kind.ACTIONS.value: 1}
    found.sort(key=lambda notice: order.get(notice.kind, 2))
    if not found:
        return Answered()
    case = Case.objects.visible_to(viewer).filter(outgoing=found[0].pk).first()
    return Answered(found[0].kind, found[0].reference, case)


def requests_open(viewer: Viewer, case: Case | None = None) -> QuerySet[Request]:
    """What agencies have not answered, longest due first."""
    found = Request.objects.visible_to(viewer).waiting().select_related("case", "agency").order_by("due_on", "pk")
    return found.filter(case=case) if case else found


def actions_open(viewer: Viewer, case: Case | None = None) -> QuerySet[Action]:
    found = Action.objects.visible_to(viewer).open().select_related("case", "agency").order_by("due_on", "pk")
    return found.filter(case=case) if case else found


def case_by_reference(viewer: Viewer, marac: Marac, reference: str) -> Case | None:
    return Case.objects.visible_to(viewer).filter(marac=marac, reference__iexact=reference.strip()).first()


def looks_at_queue(viewer: Viewer) -> QuerySet[LookedThrough]:
    return LookedThrough.objects.visible_to(viewer).select_related("marac")


def not_looked_at_yet(viewer: Viewer) -> QuerySet[Marac]:
    """The viewer's MARACs that have an inbox in use, in which nobody has looked today."""
    if not viewer.may(Permission.WORK_INBOX):
        return Marac.objects.none()
    read = Exists(Mailbox.objects.filter(marac=OuterRef("pk"), is_open=True))
    waits = Exists(Message.objects.filter(marac=OuterRef("pk")).waiting())
    looked = Exists(LookedThrough.objects.filter(marac=OuterRef("pk"), on=viewer.today))
    return Marac.objects.visible_to(viewer).filter(read | waits).exclude(looked)


def not_looked_through(viewer: Viewer, now: datetime | None) -> list[Marac]:
    """Those of `not_looked_at_yet` for which the hour is past."""
    found = list(not_looked_at_yet(viewer)) if now is not None else []
    profiles = profiles_on([marac.pk for marac in found], viewer.today) if found else {}
    holidays = holidays_by_nation({profile.nation for profile in profiles.values()}) if found else {}
    local = timezone.localtime(now) if now else None
    return [
        marac
        for marac in found
        if local and is_missed(local, profiles[marac.pk].inbox_check_hour, holidays[profiles[marac.pk].nation])
    ]


def to_forget(viewer: Viewer, limit: int) -> list[Message]:
    """What was not ours and has been kept for the area's days; never what a referral was once read from."""
    found = Message.objects.visible_to(viewer).filter(state="not_ours", keep_until__lt=viewer.today)
    return list(found.exclude(document=None).exclude(document__referral__isnull=False)[:limit])
