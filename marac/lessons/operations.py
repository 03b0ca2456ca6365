"""Saying what a label of an area's own form asks for, and taking that back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Marac
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.lessons import rules
from marac.lessons.models import TaughtLabel
from marac.written.text import plain


@dataclass(frozen=True)
class LabelTaught:
    taught_id: int
    means: str


@dataclass(frozen=True)
class LabelForgotten:
    taught_id: int


@operation(needs=Permission.SET_RULES)
def teach(*, viewer: Viewer, marac: Marac, label: str, means: str, reading: Mapping[str, Any]) -> TaughtLabel:
    """Of the form from which `reading` came. What was said before of the same label on it is withdrawn."""
    marac = lock(Marac, viewer, marac.pk)
    rules.check(label, means)
    standing = TaughtLabel.objects.visible_to(viewer).filter(marac=marac, withdrawn_on=None)
    known = rules.known_by(reading) or [plain(label)]
    form = next((row.form for row in standing if rules.is_of(row.form, known)), known)
    for before in standing.filter(label=plain(label)):
        if before.form == form:
            _withdraw(viewer, before)
    taught = TaughtLabel(
        marac=marac, form=form, label=plain(label), means=means, taught_on=viewer.today, taught_by=viewer.name
    )
    taught.save()
    record(LabelTaught(taught_id=taught.pk, means=means))
    return taught


@operation(needs=Permission.SET_RULES)
def forget(*, viewer: Viewer, taught: TaughtLabel) -> TaughtLabel:
    """From now on the reader takes the label as it does on every form. What was read with it stays as it is."""
    taught = lock(TaughtLabel, viewer, taught.pk)
    if taught.withdrawn_on:
        raise Refusal(_("This has been withdrawn already."))
    _withdraw(viewer, taught)
    return taught


def _withdraw(viewer: Viewer, taught: TaughtLabel) -> None:
    taught.withdrawn_on, taught.withdrawn_by = viewer.today, viewer.name
    taught.save()
    record(LabelForgotten(taught_id=taught.pk))
