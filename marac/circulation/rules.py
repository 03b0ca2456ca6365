"""When minutes may be approved, when they go out, and to whom they do not."""

from collections.abc import Collection, Mapping
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import _, sentence_list

_CANCELLED = _("The meeting was cancelled, so it has no minutes.")


class ChangedMeanwhile(Refusal):
    """What was agreed to is no longer what stands there: it is shown again, with what is new marked."""


def check_approve(
    *,
    meeting_state: str,
    waiting: Collection[str],
    heard: Collection[str],
    discussed: Collection[str],
    summed_up: Collection[str],
) -> None:
    """Case references: none still waits to be heard, and every case heard has its discussion and its risk summary."""
    if meeting_state == "cancelled":
        raise Refusal(_CANCELLED)
    if meeting_state not in {"held", "minuted"}:
        raise Refusal(_("The meeting has not been held. Mark its cases as heard before you approve the minutes."))
    if waiting:
        raise Refusal(
            _("Say first what became of {cases}: heard, deferred or withdrawn."), cases=sentence_list(sorted(waiting))
        )
    missing = sorted(set(heard) - set(discussed))
    if missing:
        raise Refusal(
            _("Nothing is minuted yet for {cases}. Write what was said before you approve."),
            cases=sentence_list(missing),
        )
    unsummed = sorted(set(heard) - set(summed_up))
    if unsummed:
        raise Refusal(
            _(
                "There is no risk summary yet for {cases}. Write what harm is possible, what adds to the risk, or what "
                "supports before you approve."
            ),
            cases=sentence_list(unsummed),
        )


def check_issue(
    *, approved: Mapping[str, Any] | None, now: Mapping[str, Any], sent: Mapping[str, Any] | None = None
) -> None:
    """What goes out is word for word what the chair approved, once. `sent` is what went out last."""
    if approved is None and sent is not None and dict(sent) == dict(now):
        raise Refusal(_("These minutes have gone out already and have not changed since. Nothing was sent twice."))
    if approved is None:
        raise Refusal(_("The chair has not approved these minutes. Ask the chair to approve them first."))
    if dict(approved) != dict(now):
        raise Refusal(_("The minutes were changed after the chair approved them. Ask the chair to approve them again."))


def check_shown(shown: Collection[str], now: Collection[str]) -> None:
    """What the chair approves is what the chair was shown, to the letter. Both are marks of `parts` of minutes."""
    if frozenset(shown) != frozenset(now):
        raise ChangedMeanwhile(
            _(
                "The minutes were changed while you were reading them, so they are not approved. What is new is marked "
                "below: read it, and approve again."
            )
        )


def check_recipients(shown: Collection[str], now: Collection[str]) -> None:
    """Somebody was barred, or a seat ended, since the page said who would get what."""
    if frozenset(shown) != frozenset(now):
        raise ChangedMeanwhile(
            _(
                "Who may read these minutes has changed since this page was shown, so nothing was sent. What is "
                "different is marked below: look at it, and issue again."
            )
        )


def check_send_actions(*, meeting_state: str, now: Mapping[str, Any], sent: Mapping[str, Any] | None) -> None:
    """The list needs no approval: it says who does what by when, which each agency has accepted at the table."""
    if meeting_state not in {"held", "minuted"}:
        raise Refusal(_("The meeting has not been held. Mark its cases as heard before you send the action list."))
    if not now["actions"]:
        raise Refusal(_("No action was agreed at this meeting, so there is no list to send."))
    if sent is not None and dict(sent) == dict(now):
        raise Refusal(_("This list has gone out already and has not changed since. Nothing was sent twice."))
