"""One row of the day's list."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Waiting:
    """One row: what it is, when it is due (None: no date), where one goes to do it, and the words on that link."""

    what: str
    due_on: date | None
    href: str
    act: str
