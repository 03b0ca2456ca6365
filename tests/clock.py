"""The server's clock in a test: moved to another day, it goes on from there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone


@dataclass
class Clock:
    """What time it is for the server; it goes on from there."""

    real: Callable[[], datetime]
    ahead: timedelta = timedelta(0)

    def now(self) -> datetime:
        return self.real() + self.ahead

    def to(self, day: date, hour: int, minute: int = 0) -> None:
        self.ahead = timezone.make_aware(datetime.combine(day, time(hour, minute))) - self.real()
