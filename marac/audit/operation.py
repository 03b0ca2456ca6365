"""Operations: the only door through which data changes.

`@operation` checks the permission, opens one transaction, runs the body, and appends the events that it
recorded. An operation that records nothing is undone: the forgotten audit call cannot happen.
"""

from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import models, transaction

from marac.access.requires import Unseen
from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.audit.chain import Entry, append
from marac.audit.current import Running, current_operation, running
from marac.audit.models import AuditEvent
from marac.audit.reading import record_refusal
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

P = ParamSpec("P")
R = TypeVar("R")
AnyModel = TypeVar("AnyModel", bound=models.Model)


class NoEventRecorded(Exception):
    """An operation ended without recording what happened: a defect of ours; its changes are undone."""


class NotAllowed(Refusal):
    """The viewer's role does not have the permission that the operation needs."""


class Stale(Refusal):
    """Somebody else saved this record after the viewer opened it."""


def operation(*, needs: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function the one way to do a change. It takes keyword arguments only, `viewer` among them."""

    def decorate(body: Callable[P, R]) -> Callable[P, R]:
        name = f"{body.__module__.removeprefix('marac.')}.{body.__name__}"

        @wraps(body)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            viewer: Viewer = kwargs["viewer"]  # type: ignore[assignment]
            try:
                if not viewer.may(needs):
                    raise NotAllowed(_("Your role does not allow this. Ask your coordinator."), operation=name)
                with lifted(), transaction.atomic():
                    return _run(Running(name, viewer), lambda: body(*args, **kwargs))
            except NotAllowed as refused:
                if running.get() is None:  # outside every transaction of ours, so that it is not undone with them
                    record_refusal(viewer, "operation", of=str(refused.values["operation"]))
                raise

        run.needs = needs  # type: ignore[attr-defined]
        return run

    return decorate


def _run(this: Running, body: Callable[[], R]) -> R:
    outer = running.set(this)
    try:
        result = body()
    finally:
        running.reset(outer)
    if not this.events:
        raise NoEventRecorded(this.name)
    append(this.viewer, _entries(this))
    return result


def _entries(this: Running) -> list[Entry]:
    """One entry an event; what the operation changed stands with its first."""
    entries = []
    for position, event in enumerate(this.events):
        details = asdict(event)
        case_id = details.pop("case_id", None)
        entries.append(
            Entry(
                kind=_kind_of(event),
                name=type(event).__name__,
                operation=this.name,
                case_id=case_id,
                details=details,
                changes=this.changes if position == 0 else [],
            )
        )
    return entries


def _kind_of(event: Any) -> str:
    """A change, unless the event's class names another kind of entry; a field of that name is the event's own."""
    kind = getattr(event, "kind", None)
    return kind if isinstance(kind, AuditEvent.Kind) else AuditEvent.Kind.CHANGE


def record(event: Any) -> None:
    """Say what happened, as a frozen dataclass named in the past tense; `case_id` is kept as a column."""
    if not is_dataclass(event):
        raise TypeError("an event is a dataclass")
    current_operation(type(event).__name__).events.append(event)


def lock(model: type[AnyModel], viewer: Viewer, pk: Any, *joined: str, revision: int | None = None) -> AnyModel:
    """The record, fresh and locked until the operation ends; `Unseen` if the viewer may not see it.

    `joined` names foreign keys that are read with it, fresh and not locked. Give `revision` as the page had it to
    refuse a save over somebody else's newer text.
    """
    current_operation(model.__name__)
    rows = model.objects.visible_to(viewer).select_for_update(of=("self",)).filter(pk=pk)
    found = (rows.select_related(*joined) if joined else rows).first()
    if found is None:
        raise Unseen(model, pk)
    if revision is not None and found.revision != revision:
        raise Stale(_("Somebody else saved this while you were writing. Their text is shown; yours is kept below it."))
    return found
