"""From which state a referral may go where, and which risk checklist is asked for.

Nothing that was decided is undone: a new referral is made instead.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from marac.directory.profile import Profile
from marac.intake.people import people_in
from marac.intake.tools import tool_named
from marac.kernel.birthdates import ADULT_AGE
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_months

OPEN = frozenset({"accepted", "returned", "not_met", "withdrawn", "elsewhere"})
MOVES: dict[str, frozenset[str]] = {
    "draft": frozenset({"submitted", "withdrawn"}),
    "read": OPEN,
    "submitted": OPEN,
    "returned": (OPEN - {"returned"}) | {"submitted"},
    "accepted": frozenset(),
    "not_met": frozenset(),
    "withdrawn": frozenset(),
    "elsewhere": frozenset(),
}


def check_move(before: str, after: str) -> None:
    """Refuse what the table does not allow, with what to do instead."""
    if after in MOVES[before]:
        return
    if not MOVES[before]:
        raise Refusal(_("This referral has been decided. If there is something new, make another referral."))
    if before == "draft":
        raise Refusal(_("This referral has not been submitted yet. Whoever is writing it has to submit it first."))
    raise Refusal(_("This has been done already. Open the referral again to see where it stands."))


def is_late(answer_by_on: date | None, today: date) -> bool:
    """A question that was to be answered by a day which is past."""
    return answer_by_on is not None and answer_by_on < today


def check_open(state: str) -> None:
    """A referral is corrected until it is decided; afterwards it stays as it was decided on."""
    if not MOVES[state]:
        raise Refusal(_("This referral has been decided and stays as it is. Correct the case instead."))


def is_untouched(content: Mapping[str, Any], reading: Mapping[str, Any]) -> bool:
    """Nobody has corrected, checked or taken out anything since it was read."""
    return content == reading.get("content") and not (reading.get("checked") or reading.get("removed"))


def threshold_of(tool: str, profile: Profile) -> int | None:
    """The yes answers that make visible high risk by this checklist in this MARAC; None where it has no number."""
    if tool_named(tool).grades or tool_named(tool).follows:
        return None
    young = tool == profile.young_risk_tool and tool != profile.risk_tool
    return profile.young_high_risk_answers if young else profile.high_risk_answers


def tool_for(content: Mapping[str, Any], profile: Profile, on: date) -> str:
    """The checklist of the MARAC for this victim, by age on the day: the one for adults where that is not known."""
    victims = [each for each in people_in(content, today=on) if each.role == "victim"]
    last_born = victims[0].person.get("born_from") if victims else None
    young = last_born is not None and add_months(last_born, ADULT_AGE * 12) > on
    return profile.young_risk_tool if young else profile.risk_tool
