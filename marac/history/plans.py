"""The risks that a meeting of the invented past named, the actions that answer them, and what came of each."""

from datetime import date, timedelta
from typing import Any

from marac.actions.models import Action, Risk
from marac.actions.rules import Answer, Cause, Lowered
from marac.cases.models import CaseAccess
from marac.directory.models import PanelSeat
from marac.history.past import Listing, Past, group_of
from marac.invented.telling import MEETING
from marac.kernel.workdays import add_months
from marac.meetings.models import Meeting

# Invented: no share of actions done in time is published anywhere that we know of.
CAUSES = (Cause.MOVED, Cause.GONE, Cause.DECLINED, Cause.NOT_NEEDED)  # of each reason for which one could not be done
IN_TIME, LATE, CANNOT, NOT_DONE = 0.68, 0.19, 0.07, 0.04


def make_plans(past: Past, meeting: Meeting, heard: list[Listing]) -> None:
    """Two to four risks a case, each answered by one or two actions, owned by agencies of the panel."""
    by_group = {group_of(seat): seat for seat in past.panel}
    named = [(each, risk) for each in heard for risk in _risks(past, each)]
    risks = [
        Risk(
            case=each.life.case,
            item=each.place,
            text=each.telling.say(risk["text"], meeting.held_on).text,
            kind=risk["kind"],
        )
        for each, risk in named
    ]
    Risk.objects.bulk_create(risks)
    actions: list[Action] = []
    seats: list[CaseAccess] = []
    for (each, told), risk in zip(named, risks, strict=True):
        for seat, action in _actions(past, meeting, each, told, by_group):
            action.risk = risk
            actions.append(action)
            seats += _seat(past, meeting, each, seat)
    Action.objects.bulk_create(actions)
    CaseAccess.objects.bulk_create(seats, ignore_conflicts=True)


def _risks(past: Past, each: Listing) -> list[dict[str, Any]]:
    """The first is any meeting's; the others are what the checklist told."""
    first, *others = MEETING["risk"]
    able = [risk for risk in others if each.telling.holds(risk["needs"])]
    return [first, *past.chance.sample(able, min(len(able), past.chance.choice((1, 2, 2, 3))))]


def _actions(
    past: Past, meeting: Meeting, each: Listing, told: dict[str, Any], by_group: dict[str, PanelSeat]
) -> list[tuple[PanelSeat, Action]]:
    able = [row for row in told["actions"] if row[0] in by_group]
    chosen = past.chance.sample(able, min(len(able), past.chance.choice((1, 1, 2))))
    made = []
    for group, days, task, done in chosen:
        seat = by_group[group]
        action = Action(
            case=each.life.case,
            item=each.place,
            agency=seat.agency,
            task=each.telling.say(task, meeting.held_on).text,
            agreed_on=meeting.held_on,
            due_on=past.workday(meeting.held_on, days),
            answer=Answer.ACCEPTED.value,
        )
        _report(past, each, seat, action, done)
        made.append((seat, action))
    return made


def _report(past: Past, each: Listing, seat: PanelSeat, action: Action, done: str) -> None:
    """What became of it; what would be reported after today is open still."""
    drawn = past.chance.random()
    on, state, outcome, reason = action.due_on, "complete", each.telling.say(done, action.due_on).text, ""
    if drawn < IN_TIME:
        on = max(action.agreed_on, action.due_on - timedelta(days=past.chance.randrange(0, 5)))
    elif drawn < IN_TIME + LATE:
        on = action.due_on + timedelta(days=past.chance.randrange(1, 25))
    elif drawn < IN_TIME + LATE + CANNOT:
        state, outcome, reason = "cannot", "", _why(past, each, "cannot", on)
    elif drawn < IN_TIME + LATE + CANNOT + NOT_DONE:
        on = action.due_on + timedelta(days=past.chance.randrange(1, 12))
        state, outcome, reason = "not_done", "", _why(past, each, "not_done", on)
    else:
        on = action.due_on + timedelta(days=past.chance.randrange(30, 60))
    if on > past.today or (on == past.today and drawn > IN_TIME):
        return
    action.state, action.outcome, action.reason, action.reported_on, action.revision = state, outcome, reason, on, 2
    action.reported_by = past.staff[seat.agency_id][0]
    _look_again(past, each, action)


def _look_again(past: Past, each: Listing, action: Action) -> None:
    """Why it could not be done, by its code, and what is done instead; or whether what was done lowered the risk."""
    if action.state == "cannot":
        causes = dict(zip(MEETING["cannot"]["why"], CAUSES, strict=True))
        action.cause = next((code for why, code in causes.items() if why[-12:] == action.reason[-12:]), Cause.OTHER)
        action.new_plan = each.telling.one_of(MEETING["cannot"]["new_plan"], action.due_on).text
    elif action.state == "complete":
        action.lowered = past.chance.choice(("", "", *Lowered))


def _why(past: Past, each: Listing, state: str, on: date) -> str:
    return each.telling.one_of(MEETING[state]["why"], on).text


def _seat(past: Past, meeting: Meeting, each: Listing, seat: PanelSeat) -> list[CaseAccess]:
    """The owner's seat for its actions, once a case."""
    if seat.agency_id in each.life.acting:
        return []
    each.life.acting.add(seat.agency_id)
    until = add_months(meeting.held_on, past.profile.flag_months)
    basis = CaseAccess.Basis.ACTION
    return [CaseAccess(case=each.life.case, agency=seat.agency, basis=basis, from_on=meeting.held_on, until_on=until)]
