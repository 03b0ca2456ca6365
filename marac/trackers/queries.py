"""What the pages of a tracker ask, and what is here already that one of its rows may be of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.directory.models import Agency, Marac
from marac.directory.queries import agencies_by_name
from marac.intake.people import Described
from marac.kernel.names import compact
from marac.kernel.text import _
from marac.people.models import Party
from marac.people.queries import KnownPeople, held_by_somebody
from marac.trackers.models import Lesson, Line, OldReference, Tracker
from marac.workbooks.layout import plain

AGENCY = "agency"
LIKELY_AT_MOST = 5


@dataclass(frozen=True)
class Agencies:
    """The agencies by what trackers call them: by their names here, or as somebody said."""

    by_name: dict[str, Agency]
    taught: dict[str, Agency]

    def named(self, name: str) -> Agency | None:
        return self.taught.get(plain(name)) or self.by_name.get(plain(name))


@dataclass(frozen=True)
class LikeCase:
    case: Case
    reason: str
    values: dict[str, str] = field(default_factory=dict)


def trackers_found(viewer: Viewer) -> QuerySet[Tracker]:
    return Tracker.objects.visible_to(viewer).select_related("marac", "document")


def taught_in(marac: Marac) -> dict[tuple[str, str], str]:
    """What headings mean, by kind of sheet and heading."""
    rows = Lesson.objects.filter(marac=marac).exclude(kind=AGENCY)
    return {(row.kind, row.words): row.means for row in rows}


def agencies_for(marac: Marac) -> Agencies:
    every = {agency.pk: agency for agency in agencies_by_name()}
    lessons = Lesson.objects.filter(marac=marac, kind=AGENCY)
    taught = {row.words: every[int(row.means)] for row in lessons if int(row.means) in every}
    return Agencies({plain(agency.name): agency for agency in every.values()}, taught)


def agencies_not_known(viewer: Viewer, tracker: Tracker) -> list[str]:
    """The names in a tracker that no agency here has, as they are written."""
    known = agencies_for(tracker.marac)
    names: dict[str, str] = {}
    for meaning in _lines(viewer, tracker).filter(passed_over="").values_list("meaning", flat=True):
        for each in [meaning, *meaning.get("there", [])]:
            if (name := each.get("agency")) and known.named(name) is None:
                names.setdefault(plain(name), name)
    return sorted(names.values())


def how_many(viewer: Viewer, tracker: Tracker) -> dict[str, int]:
    """The rows by their standing; those that a viewer may not open count too, for the import takes them along."""
    rows = Line.objects.filter(tracker__in=Tracker.objects.visible_to(viewer), tracker=tracker)
    return dict(rows.order_by().values_list("standing").annotate(number=Count("pk")))


def lines_found(viewer: Viewer, tracker: Tracker, *, standing: str = "", sheet: int | None = None) -> QuerySet[Line]:
    """Those to be looked at first: by standing, then in the order of the workbook."""
    found = _lines(viewer, tracker).select_related("case", "with_line").order_by("standing", "sheet", "number")
    found = found.filter(standing=standing) if standing else found
    return found.filter(sheet=sheet) if sheet is not None else found


class Here:
    """What is here already that rows of a tracker may be of. What can be asked for all rows at once is asked once: a
    tracker has hundreds, and is looked at again after each answer."""

    def __init__(self, viewer: Viewer, tracker: Tracker, meanings: Iterable[Mapping[str, Any]]) -> None:
        self.viewer, self.tracker = viewer, tracker
        meanings = list(meanings)
        self.called = _cases_by_reference(viewer, tracker.marac, {each.get("reference", "") for each in meanings})
        victims = [_described(victim) for each in meanings for victim in each.get("victims", [])]
        self.anybody_like = held_by_somebody(victims)
        self.people = KnownPeople(viewer)
        self.parties = Party.objects.visible_to(viewer)

    def cases_called(self, reference: str) -> list[Case]:
        """By the reference here, or by that of an old tracker."""
        return self.called[reference.strip().lower()]

    def like_cases(self, meaning: Mapping[str, Any]) -> list[LikeCase]:
        """Cases here that a row of a sheet of cases may be of, each with the reason."""
        found: dict[int, LikeCase] = {}
        if reference := meaning.get("reference"):
            for case in self.cases_called(reference):
                found[case.pk] = LikeCase(case, str(_("The same reference")))
        for victim in meaning.get("victims", []):
            described = _described(victim)
            for known in self.people.like(described) if self.anybody_like(described) else ():
                of_victim = self.parties.filter(person=known.person, role=Party.Role.VICTIM)
                for party in of_victim.filter(case__marac=self.tracker.marac_id).select_related("case"):
                    reason = self._by_perpetrator(party.case, meaning)
                    values = {"why": ", ".join(str(each.words) for each in known.weighed.reasons if each.bits > 0)}
                    found.setdefault(party.case_id, LikeCase(party.case, str(reason), values))
        return list(found.values())[:LIKELY_AT_MOST]

    def _by_perpetrator(self, case: Case, meaning: Mapping[str, Any]) -> str:
        parties = self.parties.filter(case=case, role=Party.Role.PERPETRATOR).select_related("person")
        here = {compact(party.person.name) for party in parties}
        named = {compact(f"{each['forenames']} {each['surname']}") for each in meaning.get("perpetrators", [])}
        if here & named:
            return _("The victim may be the same ({why}), and the perpetrator is called the same")
        return _("The victim may be the same ({why}); the perpetrator is called otherwise")


def _cases_by_reference(viewer: Viewer, marac: Marac, references: set[str]) -> defaultdict[str, list[Case]]:
    """The cases of each reference, in small letters."""
    wanted = {each.strip().lower() for each in references if each.strip()}
    found: defaultdict[str, list[Case]] = defaultdict(list)
    if not wanted:
        return found
    cases = Case.objects.visible_to(viewer).filter(marac=marac).in_bulk()
    old = OldReference.objects.visible_to(viewer).filter(case__marac=marac).values_list("text", "case")
    ours = [(case.reference, pk) for pk, case in cases.items()]
    for text, pk in [*ours, *old]:
        if text.lower() in wanted and pk in cases and cases[pk] not in found[text.lower()]:
            found[text.lower()].append(cases[pk])
    return found


def targets_of(viewer: Viewer, line: Line) -> list[tuple[str, str]]:
    """What a row may be the same as, for choosing: a value of the form and words."""
    cases = Case.objects.visible_to(viewer).in_bulk([each["case"] for each in line.likely if "case" in each])
    lines = Line.objects.visible_to(viewer).in_bulk([each["line"] for each in line.likely if "line" in each])
    named = [(f"case-{pk}", case.reference) for pk, case in cases.items()]
    return named + [(f"line-{pk}", _("Row {row}").format(row=other.number)) for pk, other in lines.items()]


def _lines(viewer: Viewer, tracker: Tracker) -> QuerySet[Line]:
    return Line.objects.visible_to(viewer).filter(tracker=tracker)


def _described(person: Mapping[str, Any]) -> Described:
    born = date.fromisoformat(person["dob"]) if person.get("dob") else None
    return Described(
        surname=person.get("surname", ""),
        forenames=person.get("forenames", ""),
        other_names=tuple(person.get("aliases", [])),
        born_from=born,
        born_until=born,
        postcodes=tuple(each["postcode"] for each in person.get("addresses", []) if not each["confidential"]),
        phones=tuple(each["number"] for each in person.get("phones", [])),
    )
