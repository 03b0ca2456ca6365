"""Of which case each row is, which agency it names, whether it is here already; and so what is to be done about it."""

from collections import defaultdict
from typing import Any

from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.attendance.models import Attendance
from marac.directory.models import Agency
from marac.kernel.names import compact, same_forename
from marac.kernel.text import _
from marac.meetings.models import AgendaItem
from marac.trackers import rules
from marac.trackers.models import Line, Tracker
from marac.trackers.queries import Agencies, Here, agencies_for
from marac.workbooks.layout import ACTIONS, ATTENDANCE, CASES
from marac.workbooks.values import kept

DECIDED = ("likely", "standing", "case", "with_line", "choice")


def look_again(viewer: Viewer, tracker: Tracker) -> None:
    """Works out anew what every row is; what somebody chose stays. To be called last by whatever changes a row."""
    agencies = agencies_for(tracker.marac)
    lines = list(tracker.lines.order_by("sheet", "number"))
    lines.sort(key=lambda line: line.kind != CASES)
    seen = _Seen(tracker, Here(viewer, tracker, [line.meaning for line in lines]))
    for line in lines:
        if line.standing == Line.Standing.KEPT:
            _remember(line, seen)
            continue
        line.likely = []
        if not line.passed_over:
            LOOK[line.kind](line, seen, agencies)
        line.standing = rules.standing_of(
            passed_over=bool(line.passed_over),
            choice=line.choice,
            problems=bool(line.problems or any(each.get("problem") for each in line.likely)),
            asks=any("reason" in each for each in line.likely),
            already=any(each.get("already") for each in line.likely),
            doubts=bool(line.doubts or line.likely),
        )
    Line.objects.bulk_update(lines, DECIDED)


def _remember(line: Line, seen: "_Seen") -> None:
    """A row that stayed when an import was taken back is in: other rows may be of its case."""
    if line.kind == CASES:
        seen.add(line)


class _Seen:
    """The rows of cases looked at so far, by what they are called and by who is in them."""

    def __init__(self, tracker: Tracker, here: Here) -> None:
        self.tracker, self.here = tracker, here
        self.by_reference: dict[str, Line] = {}
        self.by_people: dict[Any, Line] = {}
        self.by_victim: dict[str, list[Line]] = defaultdict(list)
        self.left_out: set[int] = set()

    def add(self, line: Line) -> None:
        first = line.with_line or line
        if reference := line.meaning.get("reference"):
            self.by_reference.setdefault(compact(reference), first)
        if people := _people(line):
            self.by_people.setdefault(people, first)
        for victim in line.meaning.get("victims", []):
            if first not in (known := self.by_victim[compact(_full(victim))]):
                known.append(first)


def _look_at_case(line: Line, seen: _Seen, agencies: Agencies) -> None:
    if line.choice in ("", Line.Choice.LEAVE):
        line.case = line.with_line = None
    agency = line.meaning.get("agency", "")
    if agency and agencies.named(agency) is None:
        line.likely.append(kept(_("No agency here is called {name}: it is kept as written."), name=agency))
    same = seen.by_reference.get(compact(line.meaning.get("reference", "")))
    if line.choice == "" and same is not None and _alike(line, same):
        line.with_line = same
        line.likely.append(kept(_("The same reference as row {row}: taken for the same case."), row=same.number))
    elif line.choice == "":
        _ask_about(line, same, seen)
    if line.choice == Line.Choice.SAME and line.with_line_id in seen.left_out:
        told = _("The row that it is the same as is left out. Choose again.")
        line.likely.append({"problem": True, **kept(told)})
    if line.choice != Line.Choice.LEAVE and _is_heard(line):
        line.likely.append({"already": True, **kept(_("This case is here, and was heard at this meeting."))})
    if line.choice == Line.Choice.LEAVE:
        seen.left_out.add(line.pk)
    else:
        seen.add(line)


def _ask_about(line: Line, same: Line | None, seen: _Seen) -> None:
    """Proposed, never taken: rows and cases that may be the same, each with its reason."""
    alike = seen.by_people.get(_people(line)) if _people(line) else None
    asked: dict[int, str] = {}
    if same is not None:
        asked[same.pk] = _("The same reference, but another name")
    if alike is not None:
        asked.setdefault(alike.pk, _("The same victim and perpetrator"))
    line.likely += [{"line": pk, "reason": str(reason)} for pk, reason in asked.items()]
    for found in seen.here.like_cases(line.meaning):
        line.likely.append({"case": found.case.pk, "reason": found.reason, "with": found.values})


def _is_heard(line: Line) -> bool:
    on, case_id = line.meaning.get("meeting_on"), _known_case(line)
    return bool(on and case_id) and AgendaItem.objects.filter(case=case_id, meeting__held_on=on).exists()


def _known_case(line: Line) -> int | None:
    """The case here that the row is of, by itself or with another row."""
    return line.case_id or (line.with_line.case_id if line.with_line else None)


def _look_at_action(line: Line, seen: _Seen, agencies: Agencies) -> None:
    meaning = line.meaning
    line.case = line.with_line = None
    agency = agencies.named(meaning.get("agency", ""))
    if meaning.get("agency") and agency is None:
        line.likely.append(_no_agency(meaning["agency"]))
    reference, victim = meaning.get("reference", ""), meaning.get("victim", "")
    line.with_line = seen.by_reference.get(compact(reference)) if reference else None
    if line.with_line is None and reference:
        line.case = next(iter(seen.here.cases_called(reference)), None)
    if line.with_line is None and line.case is None and victim:
        found = seen.by_victim.get(compact(victim), [])
        line.with_line = found[0] if len(found) == 1 else None
        if line.with_line is not None:
            line.likely.append(
                kept(_("Taken for an action of row {row}, by the name alone."), row=line.with_line.number)
            )
    if line.with_line is None and line.case is None and (reference or victim):
        line.likely.append({"problem": True, **kept(_("No case is called {name}."), name=reference or victim)})
    if _known_case(line) and agency is not None and _is_agreed(line, agency):
        line.likely.append({"already": True, **kept(_("This action is here."))})


def _is_agreed(line: Line, agency: Agency) -> bool:
    same = {"task": line.meaning["task"], "agreed_on": line.meaning["agreed_on"]}
    return bool(same["agreed_on"]) and Action.objects.filter(case=_known_case(line), agency=agency, **same).exists()


def _look_at_attendance(line: Line, seen: _Seen, agencies: Agencies) -> None:
    there = line.meaning.get("there", [])
    if not there and not line.problems:
        line.likely.append({"already": True, **kept(_("The row says of nobody that they were there."))})
    for name in sorted({each["agency"] for each in there if each["agency"]}):
        agency = agencies.named(name)
        if agency is None:
            line.likely.append(_no_agency(name))
        elif there and all(_was_there(seen.tracker, each, agency) for each in there):
            line.likely.append({"already": True, **kept(_("All of this is here."))})


def _was_there(tracker: Tracker, each: dict[str, Any], agency: Agency) -> bool:
    held = {"meeting__marac": tracker.marac_id, "meeting__held_on": each["meeting_on"]}
    return Attendance.objects.filter(**held, agency=agency, name__iexact=each["name"] or NAME_NOT_KEPT).exists()


NAME_NOT_KEPT = "Name not kept"
LOOK = {CASES: _look_at_case, ACTIONS: _look_at_action, ATTENDANCE: _look_at_attendance}


def _no_agency(name: str) -> dict[str, Any]:
    return {"problem": True, "agency": name, **kept(_("No agency here is called {name}. Say which it is."), name=name)}


def _full(person: dict[str, Any]) -> str:
    return f"{person.get('forenames', '')} {person.get('surname', '')}".strip()


def _people(line: Line) -> Any:
    """Who is in it, where both are named and the victim's birth is known: without it a name is not enough to ask."""
    victims, perpetrators = line.meaning.get("victims", []), line.meaning.get("perpetrators", [])
    if not victims or not perpetrators:
        return None
    return (
        compact(_full(victims[0])),
        victims[0].get("dob") or victims[0].get("dob_raw"),
        compact(_full(perpetrators[0])),
    )


def _alike(line: Line, other: Line) -> bool:
    """Whether the victims of both rows are called the same."""
    one, two = (each.meaning["victims"][0] if each.meaning.get("victims") else None for each in (line, other))
    if one is None or two is None or one.get("dob", two.get("dob")) != two.get("dob", one.get("dob")):
        return False
    same = compact(one["surname"]) == compact(two["surname"])
    return same and (same_forename(one["forenames"], two["forenames"]) or one["forenames"] == two["forenames"])
