"""What one line says of an assessment, which answers moved between two, and what each has to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.intake.fields import ANSWERS
from marac.intake.scores import count_answers
from marac.intake.tools import Tool
from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _, one_after_another

Answers = Mapping[str, str]


def has_answers(answers: Answers) -> bool:
    """At least one question was answered, if only by "not known". A written count alone has none."""
    return any(answer and answer != "blank" for answer in answers.values())


def in_words(told: Mapping[str, Any]) -> Sentence:
    """What was not answered is never left out; and nothing is said of answers that were not given."""
    if told["grade"]:
        return _("Graded {grade}, without a count").format(grade=Sentence(told["grade"]))
    threshold = _("the threshold was {threshold}") if told["threshold"] else _("there is no threshold for it")
    return one_after_another(_count(told), threshold.format(**told), by="; ")


def _count(told: Mapping[str, Any]) -> Sentence:
    if told["answered"]:
        return _("{yes} of {of} yes, {not_known} not known, {unanswered} not answered").format(**told)
    if told["yes"] > told["of"]:
        more = _("A count of {yes} yes, more than there are questions ({of}); the answers themselves were not given")
        return more.format(**told)
    return _("{yes} of {of} yes; the answers themselves were not given").format(**told)


@dataclass(frozen=True)
class Moved:
    """One question whose answer is another than before."""

    key: str
    words: str
    before: str
    now: str


def moved(tool: Tool, before: Answers, now: Answers) -> list[Moved]:
    """In the order of the questions. What was not answered and is answered now has moved too."""
    found = []
    for item in tool.items:
        was, is_now = before.get(item.key) or "blank", now.get(item.key) or "blank"
        if was != is_now:
            found.append(Moved(item.key, item.words, ANSWERS.get(was, was), ANSWERS.get(is_now, is_now)))
    return found


def check_assessment(tool: Tool, answers: Answers, grade: str, narrative: str, on: date, today: date) -> None:
    if on > today:
        raise Refusal(_("This day is still to come. Enter the day on which it was completed."), field="completed_on")
    if tool.grades:
        if grade not in tool.grades:
            raise Refusal(_("Choose the grade"), field="grade")
        if not narrative.strip():
            raise Refusal(_("Say why it is graded so: a grade says nothing by itself."), field="narrative")
    elif count_answers(answers, tool.keys).unanswered == len(tool.keys):
        raise Refusal(_("Answer at least one question. If you only judge the risk, write a judgement instead."))


def check_judgement(reasons: str) -> None:
    if not reasons.strip():
        raise Refusal(_("Say what the concern is, and why."), field="reasons")
