"""What a notice is about, how long one waits after a failure, and which address counts as an agency's own."""

from datetime import date, timedelta
from enum import StrEnum

from marac.kernel.refusal import Refusal
from marac.kernel.text import _


class Kind(StrEnum):
    """What waits. Only the page of what was sent says it: the message itself does not."""

    CASE_LIST = "case_list"
    RESEARCH = "research"
    MINUTES = "minutes"
    ACTIONS = "actions"
    FLAGS = "flags"
    REFERRAL = "referral"
    ALERT = "alert"
    EMERGENCY = "emergency"
    CONFLICT = "conflict"
    PEOPLE = "people"
    ACCOUNT = "account"
    INBOX = "inbox"
    GUEST = "guest"
    DATES = "dates"
    PAPERS = "papers"
    DIARY = "diary"


KIND_NAMES = {
    Kind.CASE_LIST: _("Case list"),
    Kind.RESEARCH: _("Research"),
    Kind.MINUTES: _("Minutes"),
    Kind.ACTIONS: _("Actions"),
    Kind.FLAGS: _("Flags"),
    Kind.REFERRAL: _("Referral"),
    Kind.ALERT: _("Alert"),
    Kind.EMERGENCY: _("Emergency"),
    Kind.CONFLICT: _("Conflict of interest"),
    Kind.PEOPLE: _("People of the agency"),
    Kind.ACCOUNT: _("Account"),
    Kind.INBOX: _("Inbox"),
    Kind.GUEST: _("Link for one referral"),
    Kind.DATES: _("Dates of meetings"),
    Kind.PAPERS: _("Papers for a meeting"),
    Kind.DIARY: _("Calendar entry"),
}
# Each has words of its own, sealed until they have left.
LETTERS = frozenset({Kind.ACCOUNT, Kind.GUEST, Kind.DIARY})
# Each goes to its person also before the first role begins and after the last has ended.
WHILE_ACTIVE = frozenset({Kind.ACCOUNT, Kind.DIARY})
# Each may be about a colleague who sees what was sent: who was told knows, and nobody else.
KEPT_TO_WHOM_IT_WENT = frozenset({Kind.ALERT, Kind.EMERGENCY, Kind.CONFLICT})


class State(StrEnum):
    QUEUED = "queued"
    SENT = "sent"
    HELD = "held"
    NOBODY = "nobody"
    GIVEN_UP = "given_up"
    SET_ASIDE = "set_aside"
    STOPPED = "stopped"
    LAPSED = "lapsed"


STATE_NAMES = {
    State.QUEUED: _("Waiting to be sent"),
    State.SENT: _("Sent"),
    State.HELD: _("Held: not an address of the agency"),
    State.NOBODY: _("Nobody to tell"),
    State.GIVEN_UP: _("Could not be sent"),
    State.SET_ASIDE: _("Not sent, set aside"),
    State.STOPPED: _("Not sent: no longer theirs to see"),
    State.LAPSED: _("Not sent: too old to be news"),
}

# In a meeting these come one after another: the first of them waits, so that a person gets one message for all.
GATHERED = frozenset({Kind.ACTIONS, Kind.FLAGS})
GATHERED_FOR = timedelta(hours=2)

DAYS_OF_NEWS = 14
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=5), timedelta(hours=4)
ATTEMPTS_BEFORE_IT_SHOWS = 5  # more than an hour of failures


def wait_after(attempts: int) -> timedelta:
    """How long after the last of so many failures: 5 minutes, then twice as long each time, up to 4 hours."""
    doubled: timedelta = FIRST_WAIT * 2 ** min(attempts - 1, 10)
    return min(doubled, LONGEST_WAIT)


def is_news(queued_on: date, today: date) -> bool:
    """After two weeks a notice tells nobody anything: what waits is on the day's list."""
    return today - queued_on <= timedelta(days=DAYS_OF_NEWS)


def is_at(address: str, domains: str) -> bool:
    """The address is at one of the domains (apart by spaces), or below one. An agency that names none has no limit."""
    at = address.rpartition("@")[2].lower()
    named = [domain.lower().lstrip("@.") for domain in domains.split()]
    return not named or any(at == domain or at.endswith(f".{domain}") for domain in named)


def check_again(kind: str, state: str) -> None:
    if state not in (State.GIVEN_UP, State.HELD):
        raise Refusal(_("This notice does not wait for you. Open the page again to see how it stands."))
    if kind in LETTERS:
        raise Refusal(_("What it said is not kept any more. Send a new one from the page of this person or link."))


def check_set_aside(state: str) -> None:
    if state not in (State.GIVEN_UP, State.HELD):
        raise Refusal(_("Only a notice that is held or could not be sent can be set aside."))
