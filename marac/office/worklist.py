"""Today: everything that waits for the viewer, by what is due first, gathered from every topic.

Each topic is asked once, whatever the role. One row is one piece of work: requests of a meeting or actions of a day are
counted in one, which opens the list of them.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.capacity.queries import is_too_full, to_come, with_minutes
from marac.directory.profile import Profile
from marac.directory.queries import holidays_by_nation, profiles_on
from marac.drafts.rules import cleared_on, is_warned
from marac.flags.models import Flag
from marac.kernel.workdays import add_workdays
from marac.meetings.models import ListSent, Meeting
from marac.office.counted import counted
from marac.office.owed import actions_owed, own_apart
from marac.office.waiting import Waiting
from marac.referrals.models import Referral
from marac.research.models import Request

OWN = {
    "draft": (gettext_noop("Draft of referral %(number)s"), gettext_noop("Continue")),
    "returned": (gettext_noop("Referral %(number)s came back to you"), gettext_noop("Answer")),
}
ASKED_OF_REFERRALS = (
    *("marac_id", "agency_id", "state", "received_on", "decided_on", "written_on", "chased_on"),
    "by_telephone",
    "from_address",
    "sender_verified_on",
)
AHEAD = 28  # days of meetings to come that the list looks at


def waiting_for(viewer: Viewer) -> list[Waiting]:
    """What is due first stands first; undated last."""
    rules = profiles_on(viewer.marac_ids, viewer.today)
    desk = (_lists_to_open, _research, actions_owed, _flags)
    rows = [row for gather in desk for row in gather(viewer)]
    rows += [*_referrals(viewer, rules), *_meetings(viewer, rules), *counted(viewer, rules)]
    return sorted(rows, key=lambda row: (row.due_on is None, row.due_on or viewer.today, row.what))


def now_and_later(rows: list[Waiting], today: date) -> tuple[list[Waiting], list[Waiting]]:
    """What is late, due today or has no day that says it can wait; and the rest."""
    later = [row for row in rows if row.due_on is not None and row.due_on > today]
    return [row for row in rows if row not in later], later


def _referrals(viewer: Viewer, profiles: Mapping[int, Profile]) -> list[Waiting]:
    """Those to be decided on, by the protocol's working day; one's own drafts, and those that came back."""
    own = Q(state__in=(Referral.State.DRAFT, Referral.State.RETURNED), agency=viewer.agency_id)
    if viewer.may(Permission.DECIDE_REFERRALS):
        own |= Q(state__in=(Referral.State.SUBMITTED, Referral.State.READ))
        own |= Q(state=Referral.State.RETURNED, chased_on__isnull=False)
    elif not viewer.may(Permission.REFER) or viewer.agency_id is None:
        return []
    found = list(Referral.objects.visible_to(viewer).filter(own).only(*ASKED_OF_REFERRALS))
    holidays = holidays_by_nation({profiles[row.marac_id].nation for row in found}) if found else {}
    return [_referral(row, viewer, profiles[row.marac_id], holidays) for row in found]


def _referral(referral: Referral, viewer: Viewer, profile: Profile, holidays: dict[str, frozenset[date]]) -> Waiting:
    if referral.state in OWN and referral.agency_id == viewer.agency_id:
        return _own_referral(referral, profile, viewer.today)
    if referral.state == Referral.State.RETURNED:
        return _unanswered(referral)
    return _to_decide(referral, profile, holidays)


def _unanswered(referral: Referral) -> Waiting:
    """The tick asks again; that it had to says to the office that somebody should ring."""
    return Waiting(
        what=_("Referral %(number)s: the question is not answered, and was asked again on %(day)s")
        % {"number": referral.pk, "day": _day(referral.chased_on)},
        due_on=referral.chased_on,
        href=reverse("referrals:one", args=[referral.pk]),
        act=_("See the question"),
    )


def _own_referral(referral: Referral, profile: Profile, today: date) -> Waiting:
    """A draft that nobody writes on is cleared one day, which is said in time."""
    words, act = OWN[referral.state]
    what, due_on, left_on = _(words) % {"number": referral.pk}, referral.decided_on, referral.written_on
    if referral.state == Referral.State.DRAFT and referral.by_telephone:
        what, due_on = _("Call not handed in: referral %(number)s") % {"number": referral.pk}, left_on
    elif referral.state == Referral.State.DRAFT and left_on and is_warned(left_on, profile, today):
        due_on = cleared_on(left_on, profile)
        what = _("Draft of referral %(number)s: it is cleared on %(day)s if nobody writes on it") % {
            "number": referral.pk,
            "day": _day(due_on),
        }
    return Waiting(what=what, due_on=due_on, href=reverse("drafts:tasks", args=[referral.pk]), act=_(act))


def _to_decide(referral: Referral, profile: Profile, holidays: dict[str, frozenset[date]]) -> Waiting:
    """By the day on which it is to be looked at, by its MARAC's own rule."""
    received_on = referral.received_on
    what = _("Referral %(number)s: who sent it is not verified") if referral.is_unverified else _("Referral %(number)s")
    return Waiting(
        what=what % {"number": referral.pk},
        due_on=add_workdays(received_on, profile.triage_days, holidays[profile.nation]) if received_on else None,
        href=reverse("referrals:review", args=[referral.pk]),
        act=_("Review"),
    )


def _meetings(viewer: Viewer, profiles: Mapping[int, Profile]) -> list[Waiting]:
    """Lists to send, and meetings that are too full; and one that was held waits for its minutes: the chair approves,
    the office issues them."""
    plans = viewer.may(Permission.PLAN_MEETINGS)
    minutes = viewer.may(Permission.APPROVE_MINUTES) or viewer.may(Permission.ISSUE_MINUTES)
    if not (plans or minutes):
        return []
    found = Meeting.objects.visible_to(viewer)
    waiting = found.none()
    waiting = waiting | found.unsent(viewer.today, AHEAD) | to_come(viewer, profiles) if plans else waiting
    waiting = waiting | found.filter(state=Meeting.State.HELD) if minutes else waiting
    meetings = with_minutes(viewer, waiting.select_related("marac"))
    return [row for meeting in meetings for row in _of_meeting(meeting, viewer, profiles[meeting.marac_id])]


def _of_meeting(meeting: Meeting, viewer: Viewer, profile: Profile) -> list[Waiting]:
    if meeting.state == Meeting.State.HELD:
        return [_minutes(meeting)]
    unsent = meeting.state == Meeting.State.PLANNED and meeting.list_on <= viewer.today + timedelta(days=AHEAD)
    rows = [_list_to_send(meeting)] if unsent else []
    return rows + ([_too_full(meeting)] if is_too_full(meeting, profile, viewer.today) else [])


def _too_full(meeting: Meeting) -> Waiting:
    return Waiting(
        what=_("The meeting of %(area)s on %(day)s is too full") % _area_and_day(meeting),
        due_on=meeting.list_on,
        href=reverse("capacity:one", args=[meeting.pk]),
        act=_("Make room"),
    )


def _list_to_send(meeting: Meeting) -> Waiting:
    return Waiting(
        what=_("Send the case list of %(area)s for %(day)s") % _area_and_day(meeting),
        due_on=meeting.list_on,
        href=reverse("meetings:board", args=[meeting.pk]),
        act=_("Open the meeting"),
    )


def _minutes(meeting: Meeting) -> Waiting:
    return Waiting(
        what=_("Minutes of %(area)s, %(day)s") % _area_and_day(meeting),
        due_on=meeting.minutes_on,
        href=reverse("minutes:meeting", args=[meeting.pk]),
        act=_("Open the minutes"),
    )


def _area_and_day(meeting: Meeting) -> dict[str, str]:
    return {"area": meeting.marac.name, "day": _day(meeting.held_on)}


def _day(day: date) -> str:
    return date_format(day, "j F")


def _lists_to_open(viewer: Viewer) -> list[Waiting]:
    if not viewer.may(Permission.ANSWER_RESEARCH) or viewer.agency_id is None:
        return []
    sent = ListSent.objects.in_force().filter(
        agency=viewer.agency_id, opened_on=None, meeting__marac__in=viewer.marac_ids, meeting__held_on__gte=viewer.today
    )
    return [
        Waiting(
            what=_list_of(each),
            due_on=each.meeting.research_on,
            href=reverse("caselists:issue", args=[each.pk]),
            act=_("Open"),
        )
        for each in sent.select_related("meeting__marac")
    ]


def _list_of(sent: ListSent) -> str:
    if sent.number == 1:
        return _("Case list of %(area)s for %(day)s") % _area_and_day(sent.meeting)
    return _("Case list of %(area)s for %(day)s was changed: issue %(number)s") % {
        **_area_and_day(sent.meeting),
        "number": sent.number,
    }


def _research(viewer: Viewer) -> list[Waiting]:
    """By meeting, how many requests wait for the viewer's own agency; for the office, how many others are silent."""
    if not viewer.may(Permission.ANSWER_RESEARCH):
        return []
    others = Q(item__meeting__held_on__gte=viewer.today) if viewer.may(Permission.PLAN_MEETINGS) else Q(pk=None)
    found = own_apart(viewer, Request.objects.visible_to(viewer).here(viewer).waiting(), others)
    rows = found.values("own", "item__meeting_id", "item__meeting__held_on", "item__meeting__marac__name").annotate(
        one=Min("pk"),
        case=Min("case__reference"),
        due_on=Min("due_on"),
        number=Count("pk"),
        agencies=Count("agency", distinct=True),
    )
    return [_own_research(row) if row["own"] else _research_gap(row) for row in rows.order_by()]


def _own_research(row: dict[str, Any]) -> Waiting:
    if row["number"] == 1:
        what, href = _("Research for case %(case)s") % row, reverse("research:one", args=[row["one"]])
    else:
        what = _("%(number)s cases to search for the meeting of %(area)s on %(day)s") % {
            "number": row["number"],
            "area": row["item__meeting__marac__name"],
            "day": _day(row["item__meeting__held_on"]),
        }
        href = f"{reverse('research:mine')}?meeting={row['item__meeting_id']}"
    return Waiting(what=what, due_on=row["due_on"], href=href, act=_("Answer"))


def _research_gap(row: dict[str, Any]) -> Waiting:
    words = ngettext(
        "Research for %(day)s: %(agencies)s other agency has not answered",
        "Research for %(day)s: %(agencies)s other agencies have not answered",
        row["agencies"],
    )
    return Waiting(
        what=words % {"day": _day(row["item__meeting__held_on"]), "agencies": row["agencies"]},
        due_on=row["due_on"],
        href=reverse("research:grid", args=[row["item__meeting_id"]]),
        act=_("See who"),
    )


def _flags(viewer: Viewer) -> list[Waiting]:
    """For an agency, how many flags it is to place and to take off; for the office, what others have left undone."""
    if not viewer.may(Permission.CONFIRM_FLAG):
        return []
    kinds = _kinds_of_flags(viewer)
    wanted = Q(pk=None)
    for kind, _day in kinds.values():
        wanted |= kind
    counts = {name: Count("pk", filter=kind) for name, (kind, _day) in kinds.items()}
    days = {f"{name}_on": Min(day, filter=kind) for name, (kind, day) in kinds.items()}
    told = Flag.objects.visible_to(viewer).here(viewer).current().filter(wanted).aggregate(**counts, **days)
    mine, gaps = reverse("flags:mine"), reverse("flags:gaps")
    rows = {
        "place": (mine, ngettext("%(n)s flag to place", "%(n)s flags to place", told["place"])),
        "take_off": (mine, ngettext("%(n)s flag to take off", "%(n)s flags to take off", told["take_off"])),
        "late": (
            gaps,
            ngettext("%(n)s flag of others is not confirmed", "%(n)s flags of others are not confirmed", told["late"]),
        ),
        "ended": (gaps, ngettext("%(n)s flag is past its end", "%(n)s flags are past their end", told["ended"])),
    }
    return [
        Waiting(what=words % {"n": told[name]}, due_on=told[f"{name}_on"], href=href, act=_("Open"))
        for name, (href, words) in rows.items()
        if told[name]
    ]


def _kinds_of_flags(viewer: Viewer) -> dict[str, tuple[Q, str]]:
    """By what is to be done, which flags these are, and which of their days says by when."""
    nobodys = Q(pk=None)
    ours = nobodys if viewer.agency_id is None else Q(agency=viewer.agency_id)
    office = ~nobodys if viewer.may(Permission.MANAGE_FLAGS) else nobodys
    to_confirm = Q(confirmed_on=None, removal_asked_on=None, ends_on__gt=viewer.today)
    return {
        "place": (ours & to_confirm, "confirm_by_on"),
        "take_off": (ours & Q(removal_asked_on__isnull=False), "removal_asked_on"),
        "late": (office & ~ours & to_confirm & Q(confirm_by_on__lt=viewer.today), "confirm_by_on"),
        "ended": (office & Q(removal_asked_on=None, ends_on__lte=viewer.today), "ends_on"),
    }
