"""What the coordinator sees before deciding: grounds, what is missing, who is known already, and what is proposed."""

from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.conflicts.queries import Like, staff_like
from marac.directory.models import Agency
from marac.directory.queries import profile_on, seats_on
from marac.intake.masks import under_masks
from marac.intake.missing import Missing, missing
from marac.intake.people import Mentioned, people_in
from marac.intake.tools import tool_named
from marac.people.queries import Known, known_people
from marac.referrals.models import Referral
from marac.referrals.rules import tool_for
from marac.review.review import GROUPS
from marac.triage.queries import LastPlan, Met, cases_met, last_plan
from marac.triage.rules import Ground, Part, Proposal, grounds, propose, safety
from marac.triage.rules.grounds import dates_in
from marac.ui.refusals import said


@dataclass(frozen=True)
class Triage:
    """`known` has, by path, what the person is called here and who on record they may be.

    `plan` is the last one of the case that a repeat would go with; None where no case is proposed.
    """

    grounds: list[Ground]
    missing: list[Missing]
    known: dict[str, tuple[str, list[Known]]]
    cases: list[Met]
    agencies: list[Agency]
    proposal: Proposal
    plan: LastPlan | None
    safety: list[Part]
    conflicts: list[Like]


def triage(viewer: Viewer, referral: Referral) -> Triage:
    """Everything that the decision needs, as it is if those who are likely to be known are the same people."""
    profile = profile_on(referral.marac_id, viewer.today)
    on = referral.received_on or viewer.today
    people = people_in(referral.content, today=viewer.today)
    told = under_masks(referral.content)
    of_grounds = told | {kind: referral.content.get(kind) for kind in GROUPS}
    known = _known(viewer, people)
    cases = cases_met(
        viewer,
        referral.marac_id,
        victims=_ids(known, "victims"),
        perpetrators=_ids(known, "perpetrators"),
        names_perpetrator=any(each.role == "perpetrator" for each in people),
    )
    proposal = propose([met.earlier for met in cases], dates_in(referral.content), profile, on)
    sees_conflicts = viewer.may(Permission.DECIDE_CONFLICTS)
    planned = next((met.case for met in cases if met.earlier.case == proposal.case), None)
    return Triage(
        grounds=grounds(of_grounds, profile, today=on, proposal=proposal),
        missing=missing(referral.content, tool_named(tool_for(referral.content, profile, on))),
        known=known,
        cases=[met for met in cases if met.earlier.same_victim],
        agencies=[seat.agency for seat in seats_on(referral.marac_id, viewer.today)],
        proposal=proposal,
        plan=last_plan(viewer, planned) if planned else None,
        safety=safety(told),
        conflicts=staff_like(referral.marac_id, viewer.today, people) if sees_conflicts else [],
    )


def _ids(known: dict[str, tuple[str, list[Known]]], group: str) -> set[int]:
    return {each.person.pk for path, (_label, found) in known.items() if path.startswith(group) for each in found}


def _known(viewer: Viewer, people: list[Mentioned]) -> dict[str, tuple[str, list[Known]]]:
    found = {}
    for each in people:
        likely = known_people(viewer, each.description)
        if likely:
            kind = each.path.partition("[")[0]
            name = f"{each.person['forenames']} {each.person['surname']}".strip()
            found[each.path] = (f"{said(GROUPS[kind])}: {name}", likely)
    return found
