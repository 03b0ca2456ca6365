"""The list of one meeting of the invented past: its places, who opened it, who came, and what each agency found."""

from dataclasses import asdict
from datetime import date
from typing import Any

from marac.attendance.models import Attendance
from marac.directory.models import PanelSeat
from marac.history.past import Listing, Past, group_of, some_days
from marac.invented.telling import MEETING, RESEARCH, Telling
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.research.models import Finding, Request, Withheld
from marac.research.rules import Line

DEFERRED, WITHDRAWN = 0.02, 0.005
NOT_OPENED, LATE, SILENT, NOT_SEARCHED, WITHHELD = 0.05, 0.12, 0.03, 0.015, 0.02


def list_cases(past: Past, meeting: Meeting, listings: list[Listing]) -> None:
    """A place for each case; a few are put off to the next meeting, or taken off the list."""
    items = [_item(past, meeting, each, position) for position, each in enumerate(listings, start=1)]
    AgendaItem.objects.bulk_create(items)
    past.deferred = [each for each in listings if each.place.state == AgendaItem.State.DEFERRED]


def _item(past: Past, meeting: Meeting, each: Listing, position: int) -> AgendaItem:
    drawn, state, reason = past.chance.random(), AgendaItem.State.HEARD, ""
    if each.item is None and drawn < DEFERRED:
        state, reason = AgendaItem.State.DEFERRED, past.chance.choice(MEETING["decision"]["deferred"])
    elif each.item is None and drawn < DEFERRED + WITHDRAWN:
        state, reason = AgendaItem.State.WITHDRAWN, past.chance.choice(MEETING["decision"]["withdrawn"])
    each.found = []
    each.item = AgendaItem(
        meeting=meeting,
        case=each.life.case,
        referral=each.referral,
        position=position,
        minutes=past.profile.minutes_a_case,
        state=state,
        reason=reason,
    )
    return each.item


def send_and_attend(past: Past, meeting: Meeting, listings: list[Listing]) -> list[PanelSeat]:
    """Who was sent the list and who came; gives the seats of those who were there."""
    cases = [{"case_id": each.life.case.pk, "reference": each.life.case.reference} for each in listings]
    ListSent.objects.bulk_create([_sent(past, meeting, seat, cases) for seat in past.panel])
    rows = [_attendance(past, meeting, seat) for seat in past.panel]
    office = next((seat for seat in past.seats if group_of(seat) == "other"), past.seats[0])
    police = next((seat for seat in past.seats if group_of(seat) == "police"), past.seats[0])
    rows.append(_present(meeting, police, past.office["chair"], Attendance.Capacity.CHAIR))
    rows.append(_present(meeting, office, past.office["administrator"], Attendance.Capacity.MINUTES))
    Attendance.objects.bulk_create(rows)
    there = {row.agency_id for row in rows if row.presence == Attendance.Presence.PRESENT}
    return [seat for seat in past.seats if seat.agency_id in there]


def _sent(past: Past, meeting: Meeting, seat: PanelSeat, cases: list[dict[str, Any]]) -> ListSent:
    opened = past.until_today(past.workday(meeting.list_on, past.chance.choice((0, 0, 1, 1, 2, 3))))
    if past.chance.random() < NOT_OPENED:
        opened = None
    return ListSent(
        meeting=meeting,
        agency=seat.agency,
        cases=cases,
        for_day=meeting.held_on,
        for_time=meeting.starts_at,
        sent_on=meeting.list_on,
        sent_by=past.office["coordinator"],
        opened_on=opened,
        opened_by=past.staff[seat.agency_id][0] if opened else "",
    )


def _attendance(past: Past, meeting: Meeting, seat: PanelSeat) -> Attendance:
    capacities, presences = Attendance.Capacity, Attendance.Presence
    first, deputy = past.staff[seat.agency_id]
    kinds: list[tuple[str, str, Any]] = [
        (first, capacities.REPRESENTATIVE, presences.PRESENT),
        (deputy, capacities.DEPUTY, presences.PRESENT),
        (first, capacities.REPRESENTATIVE, presences.APOLOGIES_SENT),
        (first, capacities.REPRESENTATIVE, presences.APOLOGIES),
    ]
    name, capacity, presence = past.chance.choices(kinds, weights=(83, 9, 5, 3))[0]
    row = _present(meeting, seat, name, capacity)
    if presence != presences.PRESENT:
        row.presence, row.confidentiality_on = presence, None
    return row


def _present(meeting: Meeting, seat: PanelSeat, name: str, capacity: str) -> Attendance:
    return Attendance(
        meeting=meeting, agency=seat.agency, name=name, capacity=capacity, confidentiality_on=meeting.held_on
    )


def research(past: Past, meeting: Meeting, listings: list[Listing]) -> None:
    """Every core agency is asked about every case: most answer in time, some late, a few never."""
    asked = [(each, seat, _request(past, meeting, each, seat)) for each in listings for seat in past.panel]
    Request.objects.bulk_create([request for _each, _seat, request in asked])
    findings: list[Finding] = []
    withheld: list[Withheld] = []
    for each, seat, request in asked:
        if request.answer != "known":
            continue
        found = _findings(past, each, seat, request, meeting.list_on)
        findings += found
        each.found += [(seat, finding) for finding in found]
        if past.chance.random() < WITHHELD:
            withheld.append(Withheld(request=request, text=past.chance.choice(RESEARCH["withheld"]["texts"])))
    Finding.objects.bulk_create(findings)
    Withheld.objects.bulk_create(withheld)


def _request(past: Past, meeting: Meeting, each: Listing, seat: PanelSeat) -> Request:
    request = Request(
        item=each.place,
        case=each.life.case,
        agency=seat.agency,
        due_on=meeting.research_on,
        asked_on=meeting.list_on,
    )
    answered = past.until_today(_answered_on(past, meeting))
    if answered is None or past.chance.random() < SILENT:
        return request
    request.answered_on = answered
    request.answered_by = past.chance.choices(past.staff[seat.agency_id], weights=(9, 1))[0]
    request.answer = "known" if past.chance.random() < _known(each, seat) else "not_known"
    if past.chance.random() < NOT_SEARCHED:
        request.answer = "not_searched"
        request.why_not_searched = past.chance.choice(RESEARCH["not_searched"]["reasons"])
    if request.answer == "known" and past.chance.random() < 0.4:
        request.flag_in_place = past.chance.random() < 0.6
    return request


def _answered_on(past: Past, meeting: Meeting) -> date:
    """Between the list and the day that research is due, or a few days later but before the meeting."""
    if past.chance.random() < LATE:
        return min(past.workday(meeting.research_on, past.chance.choice((1, 1, 2, 3))), meeting.held_on)
    span = max(0, (meeting.research_on - meeting.list_on).days)
    return meeting.list_on + some_days(past.chance, 0, span)


def _known(each: Listing, seat: PanelSeat) -> float:
    with_children, without = RESEARCH["known"].get(group_of(seat), (0.2, 0.2))
    return float(with_children if each.telling.holds("children") else without)


def _findings(past: Past, each: Listing, seat: PanelSeat, request: Request, before: date) -> list[Finding]:
    return [Finding(request=request, **asdict(line)) for line in lines_of(each.telling, seat, before)]


def lines_of(telling: Telling, seat: PanelSeat, before: date) -> list[Line]:
    """One to three things that an agency of that group may hold about the people of a case."""
    lines = RESEARCH["lines"].get(group_of(seat), RESEARCH["lines"]["other"])
    able = [line for line in lines if telling.holds(line[0])] or [lines[0]]
    number = telling.chance.choices((1, 2, 3), weights=(5, 4, 2))[0]
    found = []
    for _needs, kind, pattern, source in telling.chance.sample(able, min(len(able), number)):
        told = telling.say(pattern, before)
        minuted = telling.chance.choices(("yes", "summary", "oral"), weights=(84, 11, 5))[0]
        found.append(Line(kind=kind, text=told.text, may_be_minuted=minuted, source=source, dated_on=told.on))
    return found
