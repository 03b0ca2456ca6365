"""Which fields each paper has, what each says, and an invented value of it for the preview."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from marac.kernel.text import Sentence, _


class Paper(StrEnum):
    AGENDA = "agenda"
    CASE_LIST = "case-list"
    ACTION_LIST = "action-list"
    MINUTES = "minutes"


PAPER_NAMES: Mapping[Paper, Sentence] = {
    Paper.AGENDA: _("Agenda"),
    Paper.CASE_LIST: _("Case list"),
    Paper.ACTION_LIST: _("Action list"),
    Paper.MINUTES: _("Minutes"),
}


@dataclass(frozen=True)
class Field:
    """What it says, with an invented value."""

    called: Sentence
    example: str


Fields = Mapping[str, Any]  # name to Field, or to the Fields of each row of a list


def _f(called: str, example: str) -> Field:
    return Field(Sentence(called), example)


_AGENCY = _f(_("Agency"), "Eastmere Housing")
_REFERENCE = _f(_("Reference of the case"), "FS/26/017")
_TASK = _f(_("What was undertaken"), "Fit a new lock and a door chain.")
_DUE = _f(_("When it is due"), "14/08/2026")
_KIND = _f(_("New, repeat or transfer"), "Repeat")
_COMMON: Fields = {
    "marking": _f(_("Protective marking, set by the area's rules"), "OFFICIAL-SENSITIVE"),
    "copy_for": _f(_("Whose copy this is"), "Copy for Eastmere Housing"),
    "marac": _f(_("Name of the MARAC"), "Fellshire North"),
    "held_on": _f(_("Day of the meeting"), "11 August 2026"),
}
_PLACE: Fields = {
    "starts_at": _f(_("When it starts"), "09:30"),
    "venue": _f(_("Where it is held"), "Town Hall, Committee Room 2"),
    "chair": _f(_("Who chairs it"), "Marion Aldous"),
    "confidentiality": _f(_("The area's statement on confidentiality"), "What is said here stays here."),
}
_OVERDUE: Fields = {"agency": _AGENCY, "reference": _REFERENCE, "task": _TASK, "due_on": _DUE}
_NAME = _f(_("Name"), "Ivor Penhale")

FIELDS: Mapping[Paper, Fields] = {
    Paper.AGENDA: {
        **_COMMON,
        **_PLACE,
        "overdue": _OVERDUE,
        "cases": {
            "number": _f(_("Place on the list"), "1"),
            "reference": _REFERENCE,
            "kind": _KIND,
            "referred_by": _f(_("Referring agency"), "Fellshire Police"),
            "children": _f(_("How many children"), "2"),
            "minutes": _f(_("Minutes for it"), "12"),
        },
        "next_meeting": _f(_("When the next meeting is"), "Next meeting: 8 September 2026."),
    },
    Paper.CASE_LIST: {
        **_COMMON,
        "issue": _f(_("Number of the issue"), "2"),
        "research_on": _f(_("By when research is due"), "6 August 2026"),
        "cases": {
            "number": _f(_("Place on the list"), "1"),
            "reference": _REFERENCE,
            "kind": _KIND,
            "referred_by": _f(_("Referring agency"), "Fellshire Police"),
            "deferred": _f(_("Whether it was deferred from an earlier meeting"), "yes"),
            "people": {
                "role": _f(_("Who they are in the case"), "Victim"),
                "name": _f(_("Name"), "Corin Vash"),
                "other_names": _f(_("Other names"), "Corin Thule"),
                "born": _f(_("Date of birth, or age"), "03/04/1990"),
                "where": _f(_("Address, or a child's school"), "12 Tarn Lane, ZZ1 1AA"),
                "language": _f(_("Language"), "English"),
            },
        },
    },
    Paper.ACTION_LIST: {
        **_COMMON,
        "made_on": _f(_("Day on which it was sent"), "11 August 2026"),
        "actions": {
            "agency": _AGENCY,
            "reference": _REFERENCE,
            "task": _TASK,
            "risk": _f(_("The risk that it answers"), "He has a key."),
            "due_on": _DUE,
        },
        "hash": _f(_("What tells this text from any other"), "4f1c09ab77de2051"),
    },
    Paper.MINUTES: {
        **_COMMON,
        **_PLACE,
        "issue": _f(_("Number of the issue"), "2"),
        "trail": _f(_("The head of the audit trail when it went out"), "Record 10482 9be1"),
        "hash": _f(_("What tells this text from any other"), "4f1c09ab77de2051"),
        "present": {"agency": _AGENCY, "name": _NAME, "capacity": _f(_("In what capacity"), "Representative")},
        "quorum": _f(_("Whether there was a quorum"), "Core agencies present: 7. Needed for a quorum: 5."),
        "apologies": {
            "agency": _AGENCY,
            "name": _NAME,
            "sent": _f(_("Whether information was sent"), "Information sent"),
        },
        "observers": {
            "agency": _AGENCY,
            "name": _NAME,
            "accepted": _f(_("Whether confidentiality was accepted"), "Accepted"),
        },
        "changed_since": _f(_("Since which issue what follows was changed"), "Changed since issue 1"),
        "changes": {
            "reference": _REFERENCE,
            "what": _f(_("What was changed"), "Conclusion"),
            "text": _f(_("What it says now"), "The locks are changed."),
        },
        "overdue": _OVERDUE,
        "cases": {
            "reference": _REFERENCE,
            "kind": _KIND,
            "heard": _f(_("Whether it was heard"), "yes"),
            "outcome": _f(_("What became of it"), "Heard"),
            "reason": _f(_("Why it was deferred or withdrawn"), "The adviser could not come."),
            "quorum": _f(
                _("What the chair decided where there was no quorum for it"),
                "There was no quorum for this case. The chair decided: Defer the case. Not there: Housing. Why: none.",
            ),
            "on_the_day": _f(
                _("What was done with its place on the day"), "On the day of the meeting: 10:15, put on the list."
            ),
            "spoke_for_victim": _f(_("Who spoke for the victim"), "The adviser"),
            "wishes": _f(_("What the victim wants"), "To stay in her home."),
            "possible_harm": _f(_("Possible harm to people or property"), "He may come back at night."),
            "contributory": _f(_("What adds to the risk"), "He has lost his work."),
            "supportive": _f(_("Safety plans and what supports"), "Her sister lives near."),
            "conclusion": _f(_("Conclusion"), "High risk. To be looked at again in a month."),
            "who_tells": _f(_("Who tells the victim, how and by when"), "The adviser, by phone, tomorrow."),
            "lines": {
                "agency": _AGENCY,
                "kind": _f(_("Fact, professional opinion or intelligence"), "Fact"),
                "text": _f(_("What was said"), "Was called twice in July."),
                "source": _f(_("Source and date"), "Crime system, 02/08/2026"),
                "summary": _f(_("Whether it is in summary only"), "yes"),
            },
            "actions": {
                "agency": _AGENCY,
                "task": _TASK,
                "risk": _f(_("The risk that it answers"), "He has a key."),
                "due_on": _DUE,
                "said": _f(_("What the agency said to it at the table"), "Accepted."),
            },
        },
    },
}
# What nobody may leave out. The first two stand on every page, in its header or its foot.
EVERY_PAGE = ("marking", "copy_for")
REQUIRED: Mapping[Paper, tuple[str, ...]] = {
    Paper.AGENDA: ("held_on",),
    Paper.CASE_LIST: ("held_on", "research_on"),
    Paper.ACTION_LIST: ("held_on", "made_on", "hash"),
    Paper.MINUTES: ("held_on", "issue", "hash", "trail"),
}


def example_of(fields: Fields) -> dict[str, Any]:
    """A paper with one invented row, or two, in each list."""
    return {
        name: said.example if isinstance(said, Field) else [example_of(said), example_of(said)]
        for name, said in fields.items()
    }


def is_shaped_as(values: Mapping[str, Any], fields: Fields) -> bool:
    """Whether a letter has these fields and no others, in every row."""
    return set(values) == set(fields) and all(
        isinstance(said, Field) or all(is_shaped_as(row, said) for row in values[name]) for name, said in fields.items()
    )
