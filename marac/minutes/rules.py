"""What a line of minutes must say, what may go on paper, when minutes go out, and how much of them each reader sees."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import _

# A printed line is marked, so that fact and opinion are never taken for one another.
LINE_KINDS: Mapping[str, str] = {
    "fact": _("Fact"),
    "opinion": _("Professional opinion"),
    "intelligence": _("Intelligence"),
}
MAY_BE_MINUTED: Mapping[str, str] = {
    "yes": _("Yes"),
    "summary": _("In summary only"),
    "oral": _("No: said in the room only"),
}
# Marks for whoever answers a request for disclosure later; no paper prints them.
KNOWN: Mapping[str, str] = {
    "yes": _("The perpetrator knows this"),
    "no": _("The perpetrator does not know this"),
}
ABOUT: Mapping[str, str] = {"child": _("About a child"), "third_party": _("About a third party")}


class Standing(StrEnum):
    """How a meeting's minutes stand; the text is what the page says of it."""

    DRAFT = _("Being written. The chair has not approved them yet.")
    APPROVED = _("Approved by the chair, and ready to go out.")
    ISSUED = _("Gone out, and unchanged since.")
    CHANGED = _("Changed since the chair last approved them. Approve them again, and the next issue can go out.")


WRITING = frozenset({"listed", "held", "minuted"})
_CANCELLED = _("The meeting was cancelled, so it has no minutes.")
_TOO_EARLY = _("The case list has not gone out. Send it before you take minutes.")


def check_line(*, kind: str, agency: object, text: str, may_be_minuted: str) -> None:
    """A line says who said it and whether it is fact, opinion or intelligence; otherwise it is no line."""
    if kind not in LINE_KINDS:
        raise Refusal(_("Say whether this is fact, professional opinion or intelligence."), field="kind")
    if agency is None:
        raise Refusal(_("Say which agency gave this."), field="agency")
    if not text.strip():
        raise Refusal(_("Write what was said."), field="text")
    if may_be_minuted not in MAY_BE_MINUTED:
        raise Refusal(_("Say whether this may be written in the minutes."), field="may_be_minuted")


def check_can_write(meeting_state: str) -> None:
    if meeting_state == "cancelled":
        raise Refusal(_CANCELLED)
    if meeting_state not in WRITING:
        raise Refusal(_TOO_EARLY)


def check_not_twice(there: bool) -> None:
    """A page that is sent twice adds one line."""
    if there:
        raise Refusal(_("This line is there already, word for word. It was not added twice."), field="text")


def check_strike(reason: str, *, struck: bool) -> None:
    if struck:
        raise Refusal(_("This line is struck out already."))
    if not reason.strip():
        raise Refusal(_("Say why the line is struck out. It stays in the record."), field="reason")


def check_not_struck(struck: bool) -> None:
    if struck:
        raise Refusal(_("This line is struck out. Add a new line instead."))


def reaches_paper(may_be_minuted: str, *, struck: bool) -> bool:
    """What was said in the room only, or struck out, is never frozen, printed or shown to readers."""
    return may_be_minuted in {"yes", "summary"} and not struck


def printed_source(kind: str, source: str) -> str:
    """Where intelligence came from is never printed (domain paper 4.7)."""
    return "" if kind == "intelligence" else source


def has_risk_summary(possible_harm: str, contributory: str, supportive: str) -> bool:
    """Something is said under one of the three heads of the chair's summary (domain paper 4.7)."""
    return any(part.strip() for part in (possible_harm, contributory, supportive))


def cases_told_of(content: Mapping[str, Any]) -> list[int]:
    """Those that were heard, and those of earlier meetings in which something was overdue."""
    return sorted({each["case_id"] for part in ("cases", "overdue") for each in content[part]})


def cut(content: Mapping[str, Any], case_ids: Collection[int]) -> dict[str, Any]:
    """The minutes with only these cases and the actions overdue in them; who was there is everybody's."""
    kept = {part: [each for each in content[part] if each["case_id"] in case_ids] for part in ("cases", "overdue")}
    return {**content, **kept}
