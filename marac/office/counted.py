"""What the day's list asks in one question: from mail that fails and alerts to callers and work handed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, DateField, F, Min, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.calls.queries import to_ring_back
from marac.conflicts.queries import waiting
from marac.directory.models import Marac
from marac.directory.profile import Profile
from marac.disputes.queries import mirrored_anywhere
from marac.emergency.queries import to_review
from marac.inbox.queries import not_looked_at_yet, not_looked_through, number_waiting
from marac.joins.queries import pairs_waiting
from marac.mail.queries import not_getting_through
from marac.mailboxes.queries import too_long_away
from marac.office.waiting import Waiting
from marac.records.queries import open_alerts
from marac.serial.queries import proposed
from marac.staff.queries import handovers_to, to_confirm


@dataclass(frozen=True)
class Counted:
    words: Any  # of the number `n`
    address: str
    act: Any
    query: str = ""


# Of each count its words, where it leads, and what the link says.
COUNTS = {
    "messages": Counted(
        ngettext_lazy("%(n)s message has not been sent", "%(n)s messages have not been sent", "n"),
        "mail:sent",
        gettext_lazy("See why"),
        "?state=stuck",
    ),
    "alerts": Counted(
        ngettext_lazy("%(n)s alert of unusual reading", "%(n)s alerts of unusual reading", "n"),
        "records:alerts",
        gettext_lazy("See which"),
    ),
    "emergencies": Counted(
        ngettext_lazy("%(n)s opening in an emergency to review", "%(n)s openings in an emergency to review", "n"),
        "emergency:reviews",
        gettext_lazy("Review"),
    ),
    "inbox": Counted(
        ngettext_lazy("%(n)s message waits in the inbox", "%(n)s messages wait in the inbox", "n"),
        "inbox:queue",
        gettext_lazy("Open the inbox"),
    ),
    "mailboxes": Counted(
        ngettext_lazy("%(n)s mailbox cannot be read", "%(n)s mailboxes cannot be read", "n"),
        "inbox:queue",
        gettext_lazy("See why"),
    ),
    "conflicts": Counted(
        ngettext_lazy("%(n)s conflict of interest to decide", "%(n)s conflicts of interest to decide", "n"),
        "conflicts:suggestions",
        gettext_lazy("Decide"),
    ),
    "pairs": Counted(
        ngettext_lazy("%(n)s pair of people who may be the same", "%(n)s pairs of people who may be the same", "n"),
        "joins:pairs",
        gettext_lazy("Decide"),
    ),
    "serial": Counted(
        ngettext_lazy("%(n)s serial perpetrator to confirm", "%(n)s serial perpetrators to confirm", "n"),
        "serial:everybody",
        gettext_lazy("Decide"),
    ),
    "people": Counted(
        ngettext_lazy("%(n)s person loses access unless confirmed", "%(n)s people lose access unless confirmed", "n"),
        "staff:confirm",
        gettext_lazy("See who"),
    ),
}


def counted(viewer: Viewer, profiles: Mapping[int, Profile]) -> list[Waiting]:
    """For the office: mail that does not get through, what waits in the inbox, a mailbox that cannot be read, callers
    to be rung back. For whoever is to ask about it: unusual reading by others, and what they opened in an emergency;
    for whoever decides, who may have a conflict of interest or be a serial perpetrator, and where each of two people is
    said to harm the other. For an agency's contact: people whose access lapses. For whoever goes on with it: what
    somebody left."""
    today = Value(viewer.today, output_field=DateField())
    asked = _number_of(not_getting_through(viewer), "messages", Min(today)).union(
        _number_of(open_alerts(viewer), "alerts", Min(today)),
        _number_of(to_review(viewer), "emergencies", Min(today)),
        _number_of(waiting(viewer), "conflicts", Min(today)),
        _number_of(pairs_waiting(viewer), "pairs", Min(today)),
        _number_of(proposed(viewer, profiles), "serial", Min(today)),
        _number_of(to_confirm(viewer), "people", Min("lapses_on")),
        _number_of(number_waiting(viewer), "inbox", Min("taken_on")),
        _number_of(not_looked_at_yet(viewer), "unlooked", Min(today)),
        _number_of(too_long_away(viewer), "mailboxes", Min(today)),
        _handed_over(viewer),
        _to_ring_back(viewer),
        _mirrored(viewer),
        all=True,
    )
    rows = {row[0]: row for row in asked if row[0] == "unlooked"}
    missed = not_looked_through(viewer, viewer.at) if rows.get("unlooked", (0, 0))[1] else []
    counts = [_row(*row) for row in asked if row[1] and row[0] != "unlooked"]
    return [*(_missed(viewer, marac) for marac in missed), *counts]


def _missed(viewer: Viewer, marac: Marac) -> Waiting:
    words = _("Nobody has looked through the inbox of %(area)s today") % {"area": marac.name}
    return Waiting(words, viewer.today, reverse("inbox:looks"), _("Look through it"))


def _row(what: str, number: int, due_on: date, agency: str, name: str) -> Waiting:
    if what == "handover":
        words = _("Open work of %(agency)s that %(name)s left") % {"agency": agency, "name": name}
        return Waiting(words, due_on, reverse("staff:handover", args=[number]), _("Take it over"))
    if what == "call":
        words = _("Ring back the caller of referral %(number)s") % {"number": name}
        return Waiting(words, due_on, reverse("calls:ring-back", args=[number]), _("Ring back"))
    if what == "mirrored":
        words = ngettext(
            "%(n)s case in which each of two people is said to harm the other",
            "%(n)s cases in which each of two people is said to harm the other",
            number,
        )
        return Waiting(words % {"n": number}, due_on, reverse("disputes:case", args=[name]), _("See the first"))
    told = COUNTS[what]
    return Waiting(told.words % {"n": number}, due_on, reverse(told.address) + told.query, str(told.act))


def _number_of(rows: QuerySet[Any], what: str, due_on: Min) -> QuerySet[Any]:
    """A row with the name, how many there are, and a day."""
    named = rows.order_by().annotate(what=Value(what, output_field=CharField())).values_list("what")
    return named.annotate(number=Count("pk"), due=due_on, agency_named=_nothing(), person_named=_nothing())


def _handed_over(viewer: Viewer) -> QuerySet[Any]:
    rows = handovers_to(viewer).order_by().annotate(what=Value("handover", output_field=CharField()))
    return rows.annotate(number=F("pk"), due=F("handed_on")).values_list(
        "what", "number", "due", "agency__name", "left__name"
    )


def _to_ring_back(viewer: Viewer) -> QuerySet[Any]:
    """A row for each, with the number of its referral as a name."""
    rows = to_ring_back(viewer) if viewer.may(Permission.READ_DOCUMENTS) else to_ring_back(viewer).none()
    rows = rows.select_related(None).order_by().annotate(what=Value("call", output_field=CharField()))
    rows = rows.annotate(call=F("pk"), due=F("referral__received_on"), agency_named=_nothing())
    named = rows.annotate(person_named=Cast("referral_id", CharField()))
    return named.values_list("what", "call", "due", "agency_named", "person_named")


def _mirrored(viewer: Viewer) -> QuerySet[Any]:
    """One row: how many cases, and the first of them as a name."""
    found = mirrored_anywhere(viewer)
    rows = found if viewer.may(Permission.DECIDE_REFERRALS) else found.none()
    named = rows.order_by().annotate(what=Value("mirrored", output_field=CharField())).values_list("what")
    today = Min(Value(viewer.today, output_field=DateField()))
    counted_once = named.annotate(number=Count("case", distinct=True), due=today, agency_named=_nothing())
    return counted_once.annotate(person_named=Cast(Min("case_id"), CharField()))


def _nothing() -> Value:
    return Value("", output_field=CharField())
