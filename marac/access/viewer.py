"""The viewer: who is asking, for which agency, in which role, and on which day."""

from dataclasses import dataclass
from datetime import date, datetime

from marac.access.roles import ALLOWED, Permission, Role


@dataclass(frozen=True)
class Viewer:
    """Made once a request; handed to every query and operation. There is no ambient user and no hidden clock.

    `marac_ids` are the MARACs in which this person holds this role for this agency today. `at` is the moment of the
    request, for what ends within the day; without it, whatever does has ended. `rule_changes` is how often the settings
    of these MARACs were changed, so that what is remembered of them holds until the next change and no longer.
    """

    user_id: int | None
    name: str
    role: Role
    agency_id: int | None
    marac_ids: frozenset[int]
    today: date
    at: datetime | None = None
    rule_changes: int = 0

    def may(self, permission: Permission) -> bool:
        return permission in ALLOWED[self.role]

    @property
    def is_system(self) -> bool:
        return self.role is Role.SYSTEM


def the_system(today: date) -> Viewer:
    """The viewer for due work that no person asked for: it acts in every MARAC."""
    return Viewer(user_id=None, name="OpenMARAC", role=Role.SYSTEM, agency_id=None, marac_ids=frozenset(), today=today)
