"""Whether an agency is needed when a case is heard, by what the records say of it, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _

REFERRED = _("Referred the case")
ADVISER = _("Speaks for the victim")
HOLDS = _("Holds information")
NOT_SEARCHED = _("Has not searched its records")
SILENT = _("Has not answered the research yet")
NOT_ASKED = _("Sits on the panel, and research has not been asked for yet")
ACTS = _("Has an open action in the case")
NOTHING_HELD = _("Checked, nothing held")


@dataclass(frozen=True)
class Known:
    """Of one agency and one case. `answer` is that to the research, "" until there is one; `left_on` is the last day of
    a seat on the panel that has ended."""

    core: bool = False
    adviser: bool = False
    asked: bool = False
    answer: str = ""
    referred: bool = False
    acts: bool = False
    left_on: date | None = None


@dataclass(frozen=True)
class Said:
    """What somebody said by hand, and why; it outweighs the records."""

    needed: bool
    reason: str
    by: str = ""


@dataclass(frozen=True)
class Need:
    """Why an agency is needed in a case, or is not; `by_hand` where somebody said so."""

    needed: bool
    reasons: tuple[Sentence, ...]
    by_hand: bool = False


def need(known: Known, said: Said | None = None) -> Need:
    """An agency that left the panel is not needed, whatever the records say: somebody else has to come."""
    if said is not None:
        told = _("{reason} (said by {name})").format(reason=said.reason, name=said.by)
        return Need(said.needed, (told,), by_hand=True)
    if known.left_on is not None:
        return Need(False, (_("Left the panel on {day}").format(day=f"{known.left_on:%d/%m/%Y}"),))
    reasons = tuple(_reasons(known))
    return Need(bool(reasons), reasons or (NOTHING_HELD,))


def _reasons(known: Known) -> Iterator[Sentence]:
    if known.referred:
        yield REFERRED
    if known.adviser:
        yield ADVISER
    if known.acts:
        yield ACTS
    yield from _of_research(known)


def _of_research(known: Known) -> Iterator[Sentence]:
    """Whoever has not answered counts as needed: nobody is sent away who may hold something."""
    told = {"known": HOLDS, "not_searched": NOT_SEARCHED}
    if known.answer in told:
        yield told[known.answer]
    elif known.asked and not known.answer:
        yield SILENT
    elif known.core and not known.asked:
        yield NOT_ASKED


def check_said(reason: str) -> None:
    if not reason.strip():
        raise Refusal(_("Say why, in a few words."), field="reason")
