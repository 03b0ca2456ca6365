"""The area's rule for a serial perpetrator, and what can be decided of somebody."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marac.directory.choices import DisputedCases
from marac.directory.profile import Profile
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_months

SHORTEST_REASON = 10


@dataclass(frozen=True)
class Rule:
    """So many victims, in cases referred since that day (None: ever); with cases in which roles are disputed or not."""

    least: int
    since: date | None
    counts_disputed: bool


def rule_of(profile: Profile, today: date) -> Rule:
    since = add_months(today, -profile.serial_months) if profile.serial_months else None
    return Rule(profile.serial_victims, since, profile.serial_disputed == DisputedCases.COUNTED)


class State(StrEnum):
    """How somebody stands. What was refused or withdrawn is asked again only when there are more victims."""

    NEITHER = "neither"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


STATE_NAMES = {
    State.NEITHER: _("Not by the area’s rule"),
    State.PROPOSED: _("To be decided"),
    State.CONFIRMED: _("Confirmed"),
    State.REFUSED: _("Refused or withdrawn"),
}


class Verdict(StrEnum):
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


VERDICT_NAMES = {
    Verdict.CONFIRMED: _("A serial perpetrator by the area’s rule: confirmed"),
    Verdict.REFUSED: _("Not a serial perpetrator under the area’s rule: refused"),
    Verdict.WITHDRAWN: _("No longer called a serial perpetrator: withdrawn"),
}
ACTS = {
    Verdict.CONFIRMED: _("Confirm it: a serial perpetrator by the area’s rule"),
    Verdict.REFUSED: _("Refuse it: not under the area’s rule"),
    Verdict.WITHDRAWN: _("Withdraw it: not, or no longer, a serial perpetrator"),
}


def state_of(*, victims: int, decided: int, confirmed: int, other: int, least: int) -> State:
    """`decided` of the victims were known when it was last decided; `confirmed` and `other` are the numbers of the last
    decisions that say so and that say otherwise, 0 if there is none."""
    if victims < least:
        return State.NEITHER
    if confirmed > other:
        return State.CONFIRMED
    return State.PROPOSED if victims > decided else State.REFUSED


def verdicts_for(state: State) -> list[Verdict]:
    """What may be decided of somebody who stands so."""
    return {
        State.NEITHER: [],
        State.PROPOSED: [Verdict.CONFIRMED, Verdict.REFUSED],
        State.CONFIRMED: [Verdict.WITHDRAWN],
        State.REFUSED: [Verdict.CONFIRMED],
    }[state]


def check_decision(*, state: State, verdict: str, reason: str) -> None:
    allowed = verdicts_for(state)
    if not allowed:
        raise Refusal(_("By the area’s rule there is nothing to decide here: too few victims are counted."))
    if verdict not in allowed:
        raise Refusal(_("Choose what you decide"), field="verdict")
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal(_("Say in a few words why, so that it can be understood later."), field="reason")
