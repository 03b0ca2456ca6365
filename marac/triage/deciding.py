"""What the coordinator sees before deciding: grounds, what is missing, who is known already, and what is proposed."""

from dataclasses import dataclass
from typing import Any

from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.directory.models import Agency
from marac.directory.queries import profile_on, seats_on
from marac.intake.missing import Missing, missing
from marac.intake.people import people_in
from marac.people.queries import Known, known_people
from marac.referrals.models import Referral
from marac.referrals.review import GROUPS
from marac.triage.queries import cases_of_victims, dates_of_case
from marac.triage.rules import Ground, Proposal, grounds, repeat_or_new
from marac.triage.rules.grounds import dates_in


@dataclass(frozen=True)
class Triage:
    """`known` has, by path, what the person is called here and who on record they may be."""

    grounds: list[Ground]
    missing: list[Missing]
    known: dict[str, tuple[str, list[Known]]]
    cases: list[Case]
    agencies: list[Agency]
    proposal: Proposal


def triage(viewer: Viewer, referral: Referral) -> Triage:
    """Everything that the decision needs. The proposal is counted from the newest case of a victim who is known."""
    profile = profile_on(referral.marac_id, viewer.today)
    known = _known(viewer, referral.content)
    victims = [
        each.person.pk for path, (_label, found) in known.items() if path.startswith("victims") for each in found
    ]
    cases = list(cases_of_victims(viewer, referral.marac_id, victims)) if victims else []
    dates = dates_in(referral.content) | (dates_of_case(viewer, cases[0]) if cases else {})
    on = referral.received_on or viewer.today
    return Triage(
        grounds=grounds(referral.content, profile, today=on, previous_dates=dates),
        missing=missing(referral.content),
        known=known,
        cases=cases,
        agencies=[seat.agency for seat in seats_on(referral.marac_id, viewer.today)],
        proposal=repeat_or_new(dates, profile, on),
    )


def _known(viewer: Viewer, content: dict[str, Any]) -> dict[str, tuple[str, list[Known]]]:
    found = {}
    for each in people_in(content, today=viewer.today):
        people = known_people(viewer, each.description)
        if people:
            kind = each.path.partition("[")[0]
            name = f"{each.person['forenames']} {each.person['surname']}".strip()
            found[each.path] = (f"{GROUPS[kind]}: {name}", people)
    return found
