"""One person's cases, a column each: when it was heard, what is said of them, the risk and what was agreed. Nothing is
copied from one case to another, and each victim stands in her own column only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from marac.access.viewer import Viewer
from marac.actions.models import Action, Risk
from marac.cases.models import Case
from marac.cases.together import together, wanted
from marac.flags.models import Flag
from marac.joins.comparing import not_told
from marac.joins.whole import Fact, WholePerson, facts_told, whole_person
from marac.meetings.models import AgendaItem
from marac.people.models import Address, Party, Person
from marac.risk.models import RiskAssessment
from marac.risk.queries import OF_A_LINE, Counted, counted


@dataclass(frozen=True)
class Told:
    """A fact as one case states it; it `differs` if another case here states it otherwise."""

    label: str
    words: list[str]
    differs: bool


@dataclass(frozen=True)
class Column:
    """One case. Of one that is `shut` until the viewer says why they open it, only the reference."""

    party: Party
    shut: bool
    facts: list[Told]
    addresses: list[Address]
    victims: list[Party]
    meetings: list[AgendaItem]
    flags: list[Flag]
    assessment: Counted | None
    risks: list[Risk]
    actions: list[Action]

    @property
    def case(self) -> Case:
        return self.party.case


@dataclass(frozen=True)
class Alongside:
    whole: WholePerson
    columns: list[Column]

    @property
    def person(self) -> Person:
        return self.whole.person


def alongside(viewer: Viewer, person: Person, shut: Callable[[Case], bool]) -> Alongside:
    """Of somebody whom the viewer may see, who was read with `joined`; the newest case first."""
    whole = whole_person(viewer, person)
    facts = facts_told(whole.records, named=True, beyond_who_they_are=not whole.held)
    parts = {party.case_id: party for party in whole.harming}
    open_cases = [pk for pk, party in parts.items() if not shut(party.case)]
    of_cases = _rows(viewer, open_cases)
    homes = {record.pk: list(record.addresses.all()) for record in whole.records}
    columns = [_column(party, facts, homes, of_cases, shut(party.case)) for party in parts.values()]
    return Alongside(whole, columns)


def _rows(viewer: Viewer, cases: Sequence[int]) -> dict[str, list[Any]]:
    """Each as the pages of the case ask for it, of all the cases at once."""
    seen = {"case__in": cases}
    items, assessments, risks, flags = together(
        wanted(
            AgendaItem.objects.visible_to(viewer).filter(**seen), "case_id", "state", "meeting_id", "meeting__held_on"
        ),
        wanted(
            RiskAssessment.objects.visible_to(viewer).filter(**seen),
            *("case_id", *OF_A_LINE),
        ),
        wanted(Risk.objects.visible_to(viewer).filter(**seen), "case_id", "text"),
        wanted(
            Flag.objects.visible_to(viewer).current().filter(**seen),
            *("case_id", "ends_on", "confirmed_on", "agency_id", "agency__name"),
        ),
    )
    victims = Party.objects.visible_to(viewer).filter(role=Party.Role.VICTIM, **seen).select_related("person")
    actions = Action.objects.visible_to(viewer).filter(**seen).select_related("agency")
    return {
        "meetings": sorted(items, key=lambda each: (each.meeting.held_on, each.pk), reverse=True),
        "assessments": sorted(assessments, key=lambda each: (each.completed_on, each.pk), reverse=True),
        "risks": sorted(risks, key=lambda each: each.pk),
        "flags": sorted(flags, key=lambda each: (each.agency.name, each.pk)),
        "victims": list(victims.order_by("pk")),
        "actions": list(actions),
    }


def _column(
    party: Party, facts: Sequence[Fact], homes: dict[int, list[Address]], rows: dict[str, list[Any]], shut: bool
) -> Column:
    own = {name: [each for each in found if each.case_id == party.case_id] for name, found in rows.items()}
    assessments = own.pop("assessments")
    return Column(
        party=party,
        shut=shut,
        facts=[] if shut else _facts(party, facts),
        addresses=[] if shut else homes[party.person_id],
        assessment=counted(assessments[0]) if assessments else None,
        **own,
    )


def _facts(party: Party, facts: Sequence[Fact]) -> list[Told]:
    """By the record under which the person stands in the case."""
    found = []
    for fact in facts:
        stated = [(text, records) for text, records in fact.told if text not in not_told()]
        words = [text for text, records in stated if party.person_id in records]
        if words:
            found.append(Told(fact.label, words, len(words) < len(stated)))
    return found
