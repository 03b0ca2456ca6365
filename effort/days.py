"""The product, served as gunicorn serves it, on a day that the story sets: a month is played in some minutes.

Only the browser run uses it. A file in the data folder says by how many days the clock is ahead.
"""

import os
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone

from config.wsgi import application

__all__ = ["application"]

AHEAD = Path(os.environ["MARAC_HOME"]) / "days-ahead"
_now = timezone.now


def ahead() -> datetime:
    return _now() + timedelta(days=int(AHEAD.read_text()) if AHEAD.exists() else 0)


timezone.now = ahead
