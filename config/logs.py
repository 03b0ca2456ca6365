"""What reaches a log: when, how grave, which page and where in the code; never what somebody typed or read."""

import logging
import traceback
from typing import Any

from gunicorn.glogging import Logger

NOWHERE = "no such address"


class PlainFormatter(logging.Formatter):
    """One line for each record. The values put into a message may come from a person, and so may the text of an error:
    only words that stand in the code are written, the class of an error, and the places that it passed."""

    def format(self, record: logging.LogRecord) -> str:
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {_said(record)}"
        if record.exc_info and record.exc_info[0]:
            line += f" | {record.exc_info[0].__name__} at {_places(record.exc_info[2])}"
        return "".join(letter if letter.isprintable() else "?" for letter in line)


class ServerLogger(Logger):
    """Gunicorn's own log, written in the same way."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(PlainFormatter())


def _said(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    if request is not None:
        match = getattr(request, "resolver_match", None)
        status = getattr(record, "status_code", "")
        return f"{status} {_method(request)} {match.route if match else NOWHERE}"
    if record.name.startswith("gunicorn") and record.levelno <= logging.INFO:
        return record.getMessage()
    return str(record.msg) if record.args else f"{record.module}:{record.lineno}"


def _method(request: Any) -> str:
    return request.method if request.method in {"GET", "HEAD", "POST"} else "another method"


def _places(found: Any) -> str:
    """From the outermost of our own to where it broke, without the lines of code."""
    frames = traceback.extract_tb(found)[-6:]
    return " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames))
