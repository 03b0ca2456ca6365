"""What a message is proposed as, each with its reason. It proposes; somebody decides."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from marac.inbox.rules.states import State
from marac.incoming.sender import KNOWN, Standing
from marac.kernel.text import Sentence, _

SPEAKS_OF_RESEARCH = re.compile(r"\bresearch\b|\binformation request\b|\bnothing (?:held|known)\b", re.IGNORECASE)
SPEAKS_OF_ACTION = re.compile(r"\bactions?\b", re.IGNORECASE)
ACTION_NUMBER = re.compile(r"\baction (?:no\.? ?|number )?(\d{1,9})\b", re.IGNORECASE)

REASONS: dict[str, Sentence] = {
    "form": _("An attached form reads as a referral."),
    "letter": _("The message itself reads as a referral."),
    "file": _("The file reads as a referral."),
    "case": _("It names our case {value}."),
    "reply": _("It answers a message that we sent about {value}."),
    "asked": _("The sender's agency has not answered our research for that case."),
    "owes": _("The sender's agency has an open action in that case."),
    "action": _("It names action {value}."),
    "says_research": _("It speaks of research."),
    "says_action": _("It speaks of an action."),
    "undelivered": _("It says that a message did not arrive: see whom it was for."),
    "away": _("It was sent by itself, because somebody is away."),
    "bulk": _("It was sent to a list of many."),
    "known": _("It comes from an agency here and names nothing of ours."),
    "stranger": _("Nobody here has this address, and it names nothing of ours. Read it before you set it aside."),
}


@dataclass(frozen=True)
class Facts:
    """What is known of a message. `asked` and `owed` are open requests and actions of the sender's agency in the case
    that it names; `answers_to` is the kind of our notice that it answers, `about` that notice's reference."""

    standing: Standing
    reads_as: str = ""
    case: str = ""
    asked: tuple[int, ...] = ()
    owed: tuple[int, ...] = ()
    named_action: int | None = None
    answers_to: str = ""
    about: str = ""
    automatic: str = ""
    words: str = ""


@dataclass(frozen=True)
class Proposal:
    """`reasons` are names in REASONS, each with the value that is put in."""

    state: State
    reasons: tuple[tuple[str, str], ...]
    request_id: int | None = None
    action_id: int | None = None


def propose(facts: Facts) -> Proposal:
    """Cautious in one direction: what may be a new danger is never proposed as anything less."""
    of_case = (("case", facts.case),) if facts.case else ()
    if facts.automatic == "undelivered":
        return Proposal(State.CORRESPONDENCE, (("undelivered", ""), *of_case))
    if facts.reads_as:
        return Proposal(State.REFERRAL, ((facts.reads_as, ""), *of_case))
    if facts.automatic == "bulk" and not facts.case:
        return Proposal(State.NOT_OURS, (("bulk", ""),))
    if facts.automatic == "reply":
        return Proposal(State.CORRESPONDENCE, (("away", ""), *of_case))
    answer = _action(facts, of_case) or _research(facts, of_case)
    if answer is not None:
        return answer
    replied = (("reply", facts.about),) if facts.about else ()
    if facts.case:
        return Proposal(State.INFORMATION, (*of_case, *replied))
    known = "known" if facts.standing in KNOWN else "stranger"
    return Proposal(State.CORRESPONDENCE, replied or ((known, ""),))


def _action(facts: Facts, of_case: tuple[tuple[str, str], ...]) -> Proposal | None:
    if facts.named_action is not None:
        reasons = (("action", str(facts.named_action)), *of_case)
        return Proposal(State.ACTION, reasons, action_id=facts.named_action)
    if not facts.owed:
        return None
    why = _why(facts, "actions", SPEAKS_OF_ACTION, "says_action")
    chosen = facts.owed[0] if len(facts.owed) == 1 else None
    return Proposal(State.ACTION, (*of_case, *why, ("owes", "")), action_id=chosen) if why else None


def _research(facts: Facts, of_case: tuple[tuple[str, str], ...]) -> Proposal | None:
    why = _why(facts, "research", SPEAKS_OF_RESEARCH, "says_research")
    if not facts.asked or not why:
        return None
    return Proposal(State.RESEARCH, (*of_case, *why, ("asked", "")), request_id=facts.asked[0])


def _why(facts: Facts, notice: str, words: re.Pattern[str], reason: str) -> tuple[tuple[str, str], ...]:
    if facts.answers_to == notice:
        return (("reply", facts.about),)
    return ((reason, ""),) if words.search(facts.words) else ()


def references_in(text: str, prefix: str) -> list[str]:
    """Our case references as people write them (EM/26/0042, em-26-0042, EM 26 0042), each once and as we write it."""
    between = r"[/\\\-. ]{0,2}"
    pattern = rf"(?<![A-Za-z0-9]){re.escape(prefix)}{between}(\d\d){between}(\d{{4,6}})(?!\d)"
    found = re.findall(pattern, text, re.IGNORECASE)
    return list(dict.fromkeys(f"{prefix}/{year}/{number}" for year, number in found))


def actions_in(text: str) -> list[int]:
    """Numbers of actions as a notice or a page names them: action 34."""
    return list(dict.fromkeys(int(number) for number in ACTION_NUMBER.findall(text)))


def shown(reasons: Iterable[Sequence[str]]) -> list[Sentence]:
    """Reasons as sentences, still to be translated."""
    return [REASONS[code].format(value=value) if value else REASONS[code] for code, value in reasons if code in REASONS]
