"""Taking an import back: what it made goes, but for what has been built on since, which is named with the reason."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from django.db.models import Model

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.audit.operation import lock, operation, record
from marac.identity.operations import note_learned
from marac.imports import rules
from marac.imports.models import Made
from marac.imports.operations.marks import Key, by_model, in_parts, mark_of, model_named, records_of
from marac.joins.operations import forget_proposals
from marac.kernel.text import _
from marac.trackers.models import Line, Tracker
from marac.trackers.operations.standing import look_again
from marac.workbooks.values import kept

NOT_BUILDING = {"Made", "Line"}  # rows of the tracker itself refer to what it made


@dataclass(frozen=True)
class ImportTakenBack:
    tracker_id: int
    records: int
    lines_kept: int


@dataclass(frozen=True)
class CaseTakenBack:
    case_id: int
    tracker_id: int


@operation(needs=Permission.IMPORT_TRACKERS)
def undo_import(*, viewer: Viewer, tracker: Tracker) -> Tracker:
    """Everything is as it was before, but for rows that somebody has built on: these stay, whole."""
    tracker = lock(Tracker, viewer, tracker.pk)
    rules.check_can_undo(tracker.state)
    made = {(each.model, each.record_id): each for each in tracker.made.order_by("pk")}
    found = records_of(made)
    forget_proposals(viewer=the_system(viewer.today), people=[pk for name, pk in made if name == "Person"])
    touched = _touched(made, found)
    of_line = {key: each.line_id for key, each in made.items()}
    stays = rules.to_keep(touched, of_line, {key: _points_to(each, made) for key, each in found.items()})
    _name(tracker, touched, {line for key in stays if (line := of_line[key]) is not None}, of_line)
    going = [key for key in made if key not in stays]
    for pk in (pk for name, pk in stays if name == "Person"):
        note_learned(pk)
    Made.objects.filter(pk__in=[made[key].pk for key in going]).delete()
    _take_away(tracker, [key for key in going if key in found])  # somebody may have taken one away meanwhile
    tracker.state, tracker.undone_on, tracker.undone_by = Tracker.State.UNDONE, viewer.today, viewer.name
    tracker.revision += 1
    tracker.save()
    look_again(viewer, tracker)
    lines_kept = tracker.lines.filter(standing=Line.Standing.KEPT).count()
    record(ImportTakenBack(tracker_id=tracker.pk, records=len(going), lines_kept=lines_kept))
    return tracker


def _touched(made: dict[Key, Made], found: dict[Key, Model]) -> dict[Key, list[dict[str, Any]]]:
    """Each record that was changed since, or that something else refers to now, with why."""
    touched: dict[Key, list[dict[str, Any]]] = defaultdict(list)
    for key, each in found.items():
        if mark_of(each) != made[key].mark:
            touched[key].append(kept(_("What was recorded has been changed since ({what})."), what=_called(key[0])))
    for target, model in _references(found):
        if model not in made:
            told = _("Something has been recorded about it since ({what}).")
            touched[target].append(kept(told, what=_called(model[0])))
    return touched


def _references(found: dict[Key, Model]) -> Iterator[tuple[Key, Key]]:
    """Each record with one that refers to it."""
    for name, pks in by_model(found).items():
        for relation in model_named(name)._meta.related_objects:
            theirs, column = relation.related_model, relation.field.attname
            if theirs.__name__ in NOT_BUILDING:
                continue
            for some in in_parts(pks):
                rows = theirs._default_manager.filter(**{f"{column}__in": some}).values_list("pk", column)
                yield from (((name, target), (theirs.__name__, pk)) for pk, target in rows)


def _points_to(each: Model, made: dict[Key, Made]) -> set[Key]:
    keys: list[Any] = [field for field in each._meta.concrete_fields if field.is_relation]
    pairs = {(field.related_model.__name__, getattr(each, field.attname)) for field in keys}
    return {pair for pair in pairs if pair in made}


def _name(tracker: Tracker, touched: dict[Key, Any], stays: set[int], of_line: dict[Key, int | None]) -> None:
    """Rows that stay say why; the others are as they were before the import."""
    why: dict[int, list[Any]] = defaultdict(list)
    for key, reasons in touched.items():
        if (row := of_line.get(key)) is not None:
            why[row] += [each for each in reasons if each not in why[row]]
    beside = kept(_("Another row of this case, or something that stands on it, has been built on."))
    for line in tracker.lines.filter(standing=Line.Standing.IMPORTED):
        if line.pk in stays:
            line.standing, line.kept_because = Line.Standing.KEPT, why.get(line.pk) or [beside]
        else:
            line.standing, line.kept_because = Line.Standing.CLEAR, []
            line.case = line.case if line.choice == Line.Choice.SAME and not line.with_line_id else None
        line.save()


def _take_away(tracker: Tracker, going: list[Key]) -> None:
    """What refers to others first, all of one model at once."""
    numbers = by_model(going)
    for some in in_parts(numbers["Case"]):  # rows of other trackers that were to be of one of them ask again
        Line.objects.filter(case__in=some).update(case=None, choice=Line.Choice.NONE)
    for pk in sorted(numbers["Case"]):
        record(CaseTakenBack(case_id=pk, tracker_id=tracker.pk))
    for name in _in_order(set(numbers)):
        for some in in_parts(numbers[name]):
            model_named(name)._default_manager.filter(pk__in=some).delete()


def _in_order(names: set[str]) -> list[str]:
    """Each model after all that refer to it."""
    after = {
        name: {each.related_model.__name__ for each in model_named(name)._meta.related_objects} & names - {name}
        for name in names
    }
    return list(TopologicalSorter(after).static_order())


def _called(model: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in model).strip()
