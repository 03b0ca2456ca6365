"""When a template comes into force, and what is said of one that is not good."""

from collections.abc import Sequence
from datetime import date

from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _


class Faulty(Refusal):
    """A template with something to mend. Every problem is said at once."""

    def __init__(self, problems: Sequence[Sentence]) -> None:
        super().__init__(
            _("This template cannot be used yet. Mend in Word what stands below, and upload it again."),
            field="file",
        )
        self.problems = list(problems)


def check_from(from_on: date, *, today: date, already: bool) -> None:
    """A template prints from a day on, never for days gone by."""
    if already:
        raise Refusal(_("This template has its day already. Withdraw it, or upload it again for another."))
    if from_on < today:
        raise Refusal(
            _("Choose today or a later day: what was printed before stays as it was printed."), field="from_on"
        )


def check_withdraw(*, in_use: bool) -> None:
    if not in_use:
        raise Refusal(_("This template is not in force and will not be, so there is nothing to withdraw."))
