"""Asks each contact by mail for whoever they have to confirm: once for each day on which somebody's access lapses."""

from marac.access.viewer import Viewer
from marac.mail.queries import was_told
from marac.staff.operations import ask_contact
from marac.staff.queries import asked_now


def ask_contacts(viewer: Viewer) -> int:
    """Gives how many were asked."""
    asked = 0
    for contact, first in asked_now(viewer.today):
        if was_told(f"people {contact.pk} {first}"):
            continue
        ask_contact(viewer=viewer, contact=contact, lapses_on=first)
        asked += 1
    return asked
