"""Which operation is running now: what a record asks before it lets itself be written."""

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from marac.access.viewer import Viewer


@dataclass
class Running:
    """An operation under way: its name, who runs it, and what it has recorded and changed so far."""

    name: str
    viewer: Viewer
    events: list[Any] = field(default_factory=list)
    changes: list[dict[str, Any]] = field(default_factory=list)

    def note_change(self, *, model: str, pk: Any, fields: dict[str, Any]) -> None:
        if fields:
            self.changes.append({"model": model, "pk": pk, "fields": fields})


running: ContextVar[Running | None] = ContextVar("running", default=None)


class NotInOperation(Exception):
    """Something that belongs inside an operation was tried outside one: a defect of ours."""


def current_operation(what: str) -> Running:
    """The running operation; raises `NotInOperation` naming `what` was tried outside one."""
    found = running.get()
    if found is None:
        raise NotInOperation(f"{what} can be written inside an operation only")
    return found
