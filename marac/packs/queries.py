"""Who gets papers of a meeting, what stands in them for one person, and what of it they may still see."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.accounts.models import Membership
from marac.agenda.queries import own_slot
from marac.cases.models import Case
from marac.directory.queries import profile_on
from marac.kernel.issues import Since, compared
from marac.meetings.models import ListSent, Meeting
from marac.meetings.queries import Slot, agenda
from marac.minutes.queries import overdue_at
from marac.minutes.rules import printed_source, reaches_paper
from marac.packs.models import Pack
from marac.people.models import held_cases
from marac.referrals.queries import Ordered
from marac.research.models import Finding
from marac.research.queries import findings_of
from marac.summary.queries import Summary, summary

AT_THE_TABLE = (Role.REPRESENTATIVE, Role.IDVA, Role.CHAIR)
SHAPE = 2  # of what is frozen: another number as soon as a key is new, for what lacks it cannot be cut safely


@dataclass(frozen=True)
class Progress:
    """The last issue that was asked for, a row a person. Nothing of what stands in it."""

    packs: list[Pack]
    number: int

    @property
    def waiting(self) -> int:
        return sum(each.state == Pack.State.WAITING for each in self.packs)

    @property
    def done(self) -> int:
        return len(self.packs) - self.waiting


@dataclass(frozen=True)
class Shown:
    """What may stand on paper for somebody today."""

    case_ids: Collection[int]
    finding_ids: Collection[int]


@dataclass(frozen=True)
class Reading:
    """What a person may see today of their papers, and how that differs from the issue before."""

    content: dict[str, Any]
    since: Since | None


def people_for(meeting: Meeting, viewer: Viewer) -> list[Membership]:
    """Who speaks at the table for an agency that was sent the case list, and who chairs; each once for an agency."""
    sent = set(ListSent.objects.filter(meeting=meeting).values_list("agency", flat=True))
    held = Membership.objects.in_force(viewer.today).filter(marac=meeting.marac_id, user__is_active=True)
    held = held.filter(role__in=[role.value for role in AT_THE_TABLE]).select_related("user", "agency")
    found = [each for each in held.order_by("pk") if each.role == Role.CHAIR or each.agency_id in sent]
    return list({(each.user_id, each.agency_id): each for each in reversed(found)}.values())[::-1]


def progress(meeting: Meeting) -> Progress:
    last = Pack.objects.filter(meeting=meeting).order_by("-number").first()
    number = last.number if last else 0
    found = Pack.objects.filter(meeting=meeting, number=number).defer("content").select_related("user", "agency")
    return Progress(list(found.order_by("agency__name", "user__name")), number)


def own_pack(viewer: Viewer, meeting: Meeting) -> Pack | None:
    """The issue in force."""
    return Pack.objects.visible_to(viewer).made().filter(meeting=meeting).order_by("-number").first()


def opens_still(pack: Pack) -> bool:
    return bool(pack.content.get("shape") == SHAPE)


def newer_than(viewer: Viewer, pack: Pack) -> Pack | None:
    last = own_pack(viewer, pack.meeting)
    return last if last and last.number > pack.number else None


def reading_of(viewer: Viewer, pack: Pack) -> Reading:
    """Cut anew each time that it is opened: a case that was shut since is not in it, nor what an agency said since may
    not be written down, in either issue."""
    before = Pack.objects.visible_to(viewer).made().filter(meeting=pack.meeting, number__lt=pack.number)
    earlier = before.filter(content__shape=SHAPE).order_by("-number").first()
    contents = [each.content for each in (pack, earlier) if each]
    shown = Shown(
        on_paper(viewer, set().union(*map(cases_in, contents))),
        findings_on_paper(viewer, set().union(*map(findings_in, contents))),
    )
    now = cut(pack.content, shown)
    if earlier is None:
        return Reading(now, None)
    return Reading(now, compared(earlier.number, cut(earlier.content, shown)["cases"], now["cases"]))


def cases_in(content: dict[str, Any]) -> set[int]:
    """Those of the list, and those that an overdue action is named by."""
    return {each["case_id"] for name in ("cases", "overdue") for each in content[name]}


def findings_in(content: dict[str, Any]) -> set[int]:
    return {each["finding_id"] for case in content["cases"] for each in case["findings"]}


def cut(content: dict[str, Any], shown: Shown) -> dict[str, Any]:
    cases = [each for each in content["cases"] if each["case_id"] in shown.case_ids]
    overdue = [each for each in content["overdue"] if each["case_id"] in shown.case_ids]
    return {**content, "cases": [_cut_case(each, shown) for each in cases], "overdue": overdue}


def _cut_case(case: dict[str, Any], shown: Shown) -> dict[str, Any]:
    return {**case, "findings": [each for each in case["findings"] if each["finding_id"] in shown.finding_ids]}


def on_paper(viewer: Viewer, case_ids: Collection[int]) -> set[int]:
    """Those that the viewer sees and is told of today. A restricted case is opened at its door, and on no paper."""
    seen = Case.objects.visible_to(viewer).exclude(pk__in=held_cases(viewer)).filter(restricted=False)
    return set(seen.filter(pk__in=case_ids).values_list("pk", flat=True))


def findings_on_paper(viewer: Viewer, finding_ids: Collection[int]) -> set[int]:
    found = Finding.objects.visible_to(viewer).filter(pk__in=finding_ids).values_list("pk", "may_be_minuted")
    return {pk for pk, minuted in found if reaches_paper(minuted, struck=False)}


def papers_of(viewer: Viewer, meeting: Meeting) -> dict[str, Any]:
    """As plain values that JSON keeps: nothing by which anybody could be found, and nothing that is spoken only."""
    profile = profile_on(meeting.marac_id, meeting.held_on)
    slots = agenda(viewer, meeting).slots
    overdue = list(overdue_at(viewer, meeting))
    case_ids = on_paper(viewer, {slot.item.case_id for slot in slots} | {each.case_id for each in overdue})
    slot = own_slot(viewer, meeting)
    return {
        "shape": SHAPE,
        "marac": meeting.marac.name,
        "marking": profile.marking,
        "held_on": meeting.held_on.isoformat(),
        "starts_at": f"{meeting.starts_at:%H:%M}",
        "venue": meeting.venue,
        "chair": meeting.chair,
        "confidentiality": profile.confidentiality,
        "needed": [f"{slot.arrive:%H:%M}", f"{slot.leave:%H:%M}"] if slot else [],
        "overdue": [
            {
                "case_id": each.case_id,
                "reference": each.case.reference,
                "agency": each.agency.name,
                "task": each.task,
                "due_on": each.due_on.isoformat(),
            }
            for each in overdue
            if each.case_id in case_ids
        ],
        "cases": [_case(viewer, each) for each in slots if each.item.case_id in case_ids],
    }


def _case(viewer: Viewer, slot: Slot) -> dict[str, Any]:
    item, found = slot.item, summary(viewer, slot.item.case)
    return {
        "case_id": item.case_id,
        "reference": item.case.reference,
        "kind": item.referral.kind,
        "referred_by": item.referral.agency.name if item.referral.agency else "",
        **_who(found),
        **_risk(found),
        "hearings": [
            {"held_on": each.meeting.held_on.isoformat(), "state": each.state}
            for each in found.hearings.rows
            if each.pk != item.pk
        ],
        "actions": [
            {"agency": each.agency.name, "task": each.task, "due_on": each.due_on.isoformat()}
            for each in found.actions.rows
        ],
        "later_actions": found.actions.older,
        "flags": [
            {"placed": each.placed, "ends_on": each.ends_on.isoformat(), "agencies": each.agencies}
            for each in found.flags
        ],
        "orders": [_order(each) for each in found.orders],
        "findings": [
            {
                "finding_id": each.pk,
                "agency": each.request.agency.name,
                "kind": each.kind,
                "text": each.text,
                "source": printed_source(each.kind, each.source),
            }
            for each in findings_of(viewer, item.case)
            if reaches_paper(each.may_be_minuted, struck=False)
        ],
    }


def _order(told: Ordered) -> dict[str, str]:
    """What is sealed in it stays under its mask."""
    referral = told.referral
    return {
        "on": referral.received_on.isoformat() if referral.received_on else "",
        "agency": referral.agency.name if referral.agency else "",
        "words": str(told.words),
    }


def _who(found: Summary) -> dict[str, Any]:
    people = [
        {"name": each.name, "role": each.party.role, "born": each.born, "age": each.age}
        for each in found.people
        if not each.party.held
    ]
    wishes = found.wishes
    return {
        "people": people,
        "wishes": wishes.wishes if wishes else "",
        "spoke_for_victim": wishes.spoke_for_victim if wishes else "",
    }


def _risk(found: Summary) -> dict[str, Any]:
    judged = found.judgement
    return {
        "risk": [
            {
                "on": each.assessment.completed_on.isoformat(),
                "name": str(each.name),
                **each.told,
            }
            for each in found.assessments
        ],
        "judgement": {"by": judged.judged_by, "on": judged.judged_on.isoformat(), "reasons": judged.reasons}
        if judged
        else None,
    }
