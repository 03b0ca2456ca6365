"""What the chair is shown of one case, who has to be there for it, and what everybody may see on a shared screen."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from marac.access.viewer import Viewer, the_system
from marac.agenda.queries import sitting
from marac.directory.queries import profile_on, seats_on
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.models import Entry
from marac.research.models import Finding, Request
from marac.room.queries.live import Course, course_of, mark_of
from marac.room.rules import Waited, waited

TYPED = ("DiscussionOpened", "DiscussionSaved", "LineAdded", "LineCorrected", "LineSentAgain")


@dataclass(frozen=True)
class Held:
    """What one agency answered about the case, and what it found. `speaks` for the service that supports the victim."""

    request: Request
    findings: list[Finding]
    speaks: bool


@dataclass(frozen=True)
class Script:
    """The words of the area for each case, by the rules of the meeting's day, and what is to be said in it."""

    steps: list[str]
    held: list[Held]
    spoken_only: list[Finding | Entry]


@dataclass(frozen=True)
class Shared:
    """What may stand on a screen that everybody sees: places and agencies, and nobody's name. Of a case that is
    restricted, or that the viewer may not open, only its place."""

    course: Course
    place: int | None
    total: int
    reference: str
    spent: int
    planned: int
    next_place: int | None
    needed_next: list[str]
    mark: int


def script_of(viewer: Viewer, item: AgendaItem) -> Script:
    meeting = item.meeting
    seats = seats_on(meeting.marac_id, meeting.held_on).filter(is_adviser_service=True)
    advisers = set(seats.values_list("agency", flat=True))
    requests = Request.objects.visible_to(viewer).filter(item=item).select_related("agency").order_by("agency__name")
    found: dict[int, list[Finding]] = {}
    for each in Finding.objects.visible_to(viewer).filter(request__item=item).select_related("request__agency"):
        found.setdefault(each.request_id, []).append(each)
    held = [Held(each, found.get(each.pk, []), each.agency_id in advisers) for each in requests]
    lines = Entry.objects.visible_to(viewer).filter(discussion__item=item, struck_on=None, may_be_minuted="oral")
    oral = [each for one in held for each in one.findings if each.may_be_minuted == "oral"]
    return Script(
        steps=[line for line in profile_on(meeting.marac_id, meeting.held_on).chair_script.splitlines() if line],
        held=sorted(held, key=lambda each: not each.speaks),
        spoken_only=[*oral, *lines.select_related("agency")],
    )


def needed_at(meeting: Meeting, viewer: Viewer) -> dict[int, list[str]]:
    """By the number of each place on the list, the agencies that have to be there, as the agenda has it."""
    return {each.item.pk: each.needed for each in sitting(meeting, viewer.today).cases}


def waits_for(course: Course, needed: Mapping[int, list[str]], here: Collection[str]) -> Waited:
    """Of the agencies in the room: who is needed no more and may leave; and who is needed next and not now."""
    now = needed.get(course.running.pk, []) if course.running else []
    return waited(now=now, following=[needed.get(each.pk, []) for each in course.to_come], here=here)


def shared_of(viewer: Viewer, meeting: Meeting) -> Shared:
    course = course_of(viewer, meeting)
    listed, places = course.listed, course.places
    running = next((each for each in listed if each.is_running), None)
    following = next((each for each in listed if each.waits), None)
    seen = {each.pk: each for each in course.items if not each.case.restricted}
    told = running is not None and running.pk in seen
    needed = needed_at(meeting, viewer) if following and following.pk in seen else {}
    return Shared(
        course=course,
        place=places[running.pk] if running else None,
        total=len(listed),
        reference=seen[running.pk].case.reference if running and told else "",
        spent=running.spent if running else 0,
        planned=running.minutes if running else 0,
        next_place=places[following.pk] if following else None,
        needed_next=needed.get(following.pk, []) if following else [],
        mark=shared_mark(viewer, meeting),
    )


def shared_mark(viewer: Viewer, meeting: Meeting) -> int:
    """Sixty people ask this while two type, and what is typed is not on their screen."""
    return mark_of(the_system(viewer.today), meeting.pk, but=TYPED)
