"""Who gets an issue, whom it is told to, from whom parts of it are kept, and who does not get it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.cases.models import Case
from marac.cases.openers import Openers, openers_of
from marac.directory.models import Agency
from marac.directory.queries import seats_on
from marac.mail.queries import people_to_tell
from marac.mail.rules import Kind
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.queries import agencies_to_send


@dataclass(frozen=True)
class Kept:
    """Somebody is told and gets the agency's copy, without the cases of these references."""

    name: str
    references: list[str]


@dataclass(frozen=True)
class Recipient:
    """An agency that gets a copy: whom it will be told to, from whom parts are kept, and who is not told at all.

    `mark` tells this state of things from any other. It is as if there were no case that the asker may not see.
    """

    agency: Agency
    has_left: bool
    cases: int
    told: list[User]
    kept: list[Kept] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    mark: str = ""


def recipients(viewer: Viewer, meeting: Meeting) -> list[Recipient]:
    """Every agency to which a copy would go today, by name. For the system, of all the cases."""
    agencies = agencies_to_send(viewer, meeting)
    panel = set(seats_on(meeting.marac_id, viewer.today).values_list("agency", flat=True))
    told = people_to_tell(meeting.marac_id, agencies, Kind.MINUTES, None, viewer.today)
    here = Case.objects.visible_to(viewer).filter(pk__in=AgendaItem.objects.filter(meeting=meeting).values("case"))
    names = dict(here.values_list("pk", "reference"))
    access = openers_of(list(names), viewer.today)
    return [_recipient(each, told.get(each.pk, []), access, names, on_panel=each.pk in panel) for each in agencies]


def _recipient(
    agency: Agency, people: list[User], access: Openers, names: Mapping[int, str], *, on_panel: bool
) -> Recipient:
    theirs = access.seats.get(agency.pk, set())
    opens = {user.pk: access.opens(agency.pk, user.pk) for user in people}
    told = [user for user in people if opens[user.pk] or not theirs]
    barred = {user.pk: theirs & access.barred.get(user.pk, set()) for user in people}
    has_left = not (theirs or on_panel)
    state: Any = [agency.pk, has_left, sorted(theirs), [[user, sorted(cases)] for user, cases in sorted(opens.items())]]
    return Recipient(
        agency=agency,
        has_left=has_left,
        cases=len(theirs),
        told=[] if has_left else told,
        kept=[Kept(user.name, sorted(names[each] for each in barred[user.pk])) for user in told if barred[user.pk]],
        stopped=[user.name for user in people if user not in told],
        mark=f"{agency.pk}.{hashlib.sha256(json.dumps(state).encode()).hexdigest()[:16]}",
    )
