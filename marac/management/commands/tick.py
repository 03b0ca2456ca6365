"""marac tick: does what is due without a person, once, or again and again. Safe to run twice at once."""

import sys
import threading
import traceback
from argparse import ArgumentParser
from collections.abc import Callable
from signal import SIGINT, SIGTERM, signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from django.utils import timezone

from config.sizes import count_sizes
from marac.access.viewer import Viewer, the_system
from marac.actions.operations import end_seat
from marac.actions.queries import seats_without_action
from marac.conflicts.due import compare_new_staff
from marac.diary.due import invite_due
from marac.documents.due import scan_waiting
from marac.drafts.operations import clear_draft
from marac.drafts.queries import drafts_left_alone
from marac.emergency.due import escalate_overdue
from marac.flags.operations import ask_for_removal
from marac.flags.queries import cases_past_end
from marac.inbox.due import forget_not_ours, tell_of_missed
from marac.inbox.fetching import fetch_due
from marac.joins.due import compare_learned, go_on_linking
from marac.kernel.inturn import in_turn
from marac.mail.post import send_due
from marac.packs.due import make_waiting
from marac.records.post import raise_alerts, send_head
from marac.sessions.operations import forget_sessions
from marac.sessions.queries import sessions_to_forget
from marac.signin.operations.tries import forget_tries, tell_of_tries
from marac.signin.queries import many_tries, tries_to_forget
from marac.staff.post import ask_contacts
from marac.triage.due import chase_returned
from marac.undertakings.due import ask_unanswered

CASES_A_ROUND = 50  # so that a round is short even after a long stop


def ask_for_ended_flags(viewer: Viewer) -> int:
    """Flags that have reached their end: each agency is asked to take its own off, and told so."""
    return in_turn(cases_past_end(viewer, CASES_A_ROUND), lambda case: ask_for_removal(viewer=viewer, case=case))


def end_seats(viewer: Viewer) -> int:
    """Seats that an action gave, of agencies with nothing left to answer."""
    return in_turn(seats_without_action()[:CASES_A_ROUND], lambda seat: end_seat(viewer=viewer, seat=seat))


def clear_drafts(viewer: Viewer) -> int:
    """Drafts that nobody has written on for as long as their MARAC keeps them."""
    return in_turn(drafts_left_alone(viewer)[:CASES_A_ROUND], lambda draft: clear_draft(viewer=viewer, referral=draft))


def forget(viewer: Viewer) -> int:
    """Who tried to sign in more than a day ago."""
    now = timezone.now()
    return forget_tries(viewer=viewer, at=now) if tries_to_forget(now) else 0


def tell_of_many_tries(viewer: Viewer) -> int:
    """Whoever's account many wrong passwords or codes were tried for."""
    found = many_tries(timezone.now())
    for tries, user in found:
        tell_of_tries(viewer=viewer, tries=tries, user=user)
    return len(found)


def forget_ended_sessions(viewer: Viewer) -> int:
    """Where somebody was signed in, and from which network."""
    now = timezone.now()
    return forget_sessions(viewer=viewer, at=now) if sessions_to_forget(now) else 0


JOBS: list[tuple[str, Callable[[Viewer], int]]] = [
    ("files scanned that waited for it", scan_waiting),
    ("messages taken into the inbox", lambda viewer: fetch_due(viewer, timezone.now)),
    ("inboxes that nobody has looked through", lambda viewer: tell_of_missed(viewer, timezone.now())),
    ("messages forgotten that were not ours", forget_not_ours),
    ("cases whose flags have ended", ask_for_ended_flags),
    ("seats ended", end_seats),
    ("drafts cleared that nobody wrote on", clear_drafts),
    ("referrals asked about again", chase_returned),
    ("actions asked about again", ask_unanswered),
    ("accounts for which many tries failed", tell_of_many_tries),
    ("counts of tries to sign in forgotten", forget),
    ("sessions forgotten that have ended", forget_ended_sessions),
    ("conflicts of interest suggested", compare_new_staff),
    ("people proposed who may be the same", compare_learned),
    ("people compared in a run over the register", go_on_linking),
    ("papers made for a meeting", make_waiting),
    ("reviews of emergencies that are overdue", escalate_overdue),
    ("alerts of unusual reading", raise_alerts),
    ("heads of the trail sent", send_head),
    ("contacts asked to confirm their people", ask_contacts),
    ("calendar entries sent or taken back", lambda viewer: invite_due(viewer, timezone.now())),
    ("", lambda _viewer: count_sizes()),
    ("messages sent", lambda viewer: send_due(viewer, timezone.now)),
]


class Command(BaseCommand):
    help = (
        "Does what is due: asks for flags to be taken off, fetches and sends mail. Run it each minute, or --every 60."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="stay, and do it again after so many seconds")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["every"]:
            if self._once():
                raise CommandError("Not all that is due was done. The reason is above.")
            return
        stopped = threading.Event()
        for ending in (SIGINT, SIGTERM):
            signal(ending, lambda *_: stopped.set())
        while not stopped.is_set():
            self._once()
            close_old_connections()
            stopped.wait(options["every"])

    def _once(self) -> int:
        """Every job; gives how many failed. One that fails must not keep the next from running, whatever it is."""
        viewer, failed = the_system(timezone.localdate()), 0
        for name, job in JOBS:
            try:
                done = job(viewer)
            except Exception as error:
                failed += 1
                # Without the error's own text, which may name people.
                where = "".join(traceback.format_tb(error.__traceback__)[-3:])
                sys.stderr.write(f"{name}: {type(error).__name__}\n{where}")
            else:
                if done:
                    self.stdout.write(f"{done} {name}")
        return failed
