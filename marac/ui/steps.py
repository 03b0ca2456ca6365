"""Long forms in steps: which apply, which comes next, and the list that shows what is done and what is missing.

The draft is a row of the topic's own: each step saves to it by itself, and nothing waits in a session.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


def always(_draft: Any) -> bool:
    return True


@dataclass(frozen=True)
class Step:
    """`form` makes the form of this step; `applies` says whether a draft has the step at all."""

    slug: str
    title: str
    form: Callable[..., Any]
    applies: Callable[[Any], bool] = always


@dataclass(frozen=True)
class Steps:
    """The steps of one long form, in their order."""

    all: tuple[Step, ...]

    def of(self, draft: Any) -> list[Step]:
        return [step for step in self.all if step.applies(draft)]

    def named(self, slug: str, draft: Any) -> Step | None:
        """None too for a step that this draft does not have."""
        return next((step for step in self.of(draft) if step.slug == slug), None)

    def after(self, slug: str, draft: Any) -> Step | None:
        """The next step; None after the last."""
        steps = self.of(draft)
        places = [number for number, step in enumerate(steps) if step.slug == slug]
        return steps[places[0] + 1] if places and places[0] + 1 < len(steps) else None


@dataclass(frozen=True)
class Task:
    """A step as the list shows it: whether anything has been answered, and what is still missing, in words."""

    step: Step
    begun: bool
    missing: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        return self.begun and not self.missing


def tasks_of(steps: Steps, draft: Any, *, begun: set[str], missing: dict[str, list[str]]) -> Iterator[Task]:
    """One for each step that the draft has; `begun` and `missing` are by slug."""
    for step in steps.of(draft):
        yield Task(step, step.slug in begun, tuple(missing.get(step.slug, ())))
