"""What a correction has to keep to: reasons given, days that can be true, and a case that keeps its victim."""

from datetime import date

from marac.kernel.birthdates import parse_birth_date
from marac.kernel.dates import UncertainDate
from marac.kernel.refusal import Refusal
from marac.kernel.text import _


def read_birth(text: str, *, today: date) -> UncertainDate:
    """A birth as it is typed on a page; nothing typed is not known."""
    try:
        return parse_birth_date(text, today=today)
    except Refusal as refusal:
        raise refusal.at("born") from None


def check_death(died_on: date | None, *, born_from: date | None, today: date) -> None:
    if died_on is None:
        return
    if died_on > today:
        raise Refusal(_("The date of death is in the future. Check the year."), field="died_on")
    if born_from and died_on < born_from:
        raise Refusal(_("The date of death is before the birth. Check both dates."), field="died_on")


def check_reason(reason: str, sentence: str) -> None:
    if not reason.strip():
        raise Refusal(sentence, field="reason")


def check_ended(ended_on: date | None, *, today: date) -> None:
    if ended_on and ended_on > today:
        raise Refusal(_("This day is still to come: until then it is their address. Enter it then."), field="ended_on")


def check_leaves(role: str, *, others_in_role: int) -> None:
    """A case is about a victim: the only one does not leave it."""
    if role == "victim" and not others_in_role:
        raise Refusal(_("This is the only victim in the case. Add the right person as the victim first."), field="role")
