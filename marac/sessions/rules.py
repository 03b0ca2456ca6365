"""When a session is over, and what a browser is called."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

# Each browser also names those before it that it is like, so the order tells them apart.
BROWSERS = (
    (r"Edg(e|A|iOS)?/", "Microsoft Edge"),
    (r"OPR/|Opera", "Opera"),
    (r"SamsungBrowser/", "Samsung Internet"),
    (r"Firefox/|FxiOS/", "Firefox"),
    (r"Chrome/|CriOS/", "Chrome"),
    (r"Safari/", "Safari"),
)
MACHINES = (
    (r"iPhone", "iPhone"),
    (r"iPad", "iPad"),
    (r"Android", "Android"),
    (r"CrOS", "Chromebook"),
    (r"Windows", "Windows"),
    (r"Macintosh", "Mac"),
    (r"Linux", "Linux"),
)


def browser_of(agent: str) -> list[str]:
    """Which browser, and on what, as its owner would say it, of what a browser says it is; "" where it is not known."""
    return [next((name for sign, name in signs if re.search(sign, agent)), "") for signs in (BROWSERS, MACHINES)]


CLOCKS_APART = timedelta(minutes=5)  # of two machines that serve one installation


@dataclass(frozen=True)
class Limits:
    """How long a session may be left unused, and how long it may last in all."""

    idle: timedelta
    longest: timedelta


def is_over(
    limits: Limits, *, began_at: datetime | None, seen_at: datetime | None, ended_at: datetime | None, at: datetime
) -> bool:
    """Unused or old beyond the limits, ended from elsewhere at `ended_at`, or of unknown age: from the future, say,
    because a clock was wrong."""
    if began_at is None or seen_at is None or max(began_at, seen_at) - at > CLOCKS_APART:
        return True
    ended = ended_at is not None and began_at <= ended_at
    return ended or at - seen_at > limits.idle or at - began_at > limits.longest
