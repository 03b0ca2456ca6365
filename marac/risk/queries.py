"""How the risk of one case was assessed, newest first, each beside the one before it with the same tool."""

from dataclasses import dataclass
from typing import Any

from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.intake.fields import ANSWERS, GRADES
from marac.intake.tools import Item, Tool, names, tool_named
from marac.risk.models import Judgement, RiskAssessment
from marac.risk.rules import Moved, has_answers, in_words, moved
from marac.ui.refusals import said

OF_A_LINE = ("tool", "completed_on", "yes", "not_known", "unanswered", "threshold", "grade", "answers")


@dataclass(frozen=True)
class Answered:
    """One question with its answer in words, who said so and what was added."""

    item: Item
    answer: str
    source: str
    comment: str


@dataclass(frozen=True)
class Counted:
    """One assessment as a line shows it; a tool that this installation no longer has is called by its key."""

    assessment: RiskAssessment
    name: str
    of: int
    grade: str

    @property
    def answered(self) -> bool:
        return has_answers(self.assessment.answers)

    @property
    def told(self) -> dict[str, Any]:
        """As plain values, for papers that are kept."""
        numbers = {name: getattr(self.assessment, name) for name in ("yes", "not_known", "unanswered", "threshold")}
        return {"grade": str(self.grade), "of": self.of, "answered": self.answered, **numbers}

    @property
    def words(self) -> str:
        return said(in_words(self.told))


@dataclass(frozen=True)
class Assessed(Counted):
    """`before` is the one with which it is compared, and `moved` what is another answer since; across versions of a
    tool nothing is compared."""

    answers: list[Answered]
    before: RiskAssessment | None
    moved: list[Moved]


def counted(each: RiskAssessment) -> Counted:
    tool = _tool_of(each)
    return Counted(
        assessment=each,
        name=tool.name if tool else each.tool,
        of=len(tool.keys) if tool else _questions(each),
        grade=GRADES.get(each.grade, each.grade),
    )


def _questions(each: RiskAssessment) -> int:
    """Of a checklist that is not known here, as far as the numbers tell; a count alone left them all unanswered."""
    return each.yes + each.not_known + each.unanswered if has_answers(each.answers) else each.unanswered


def history(viewer: Viewer, case: Case) -> list[Assessed]:
    """By the day on which each was completed: never by how high it is."""
    rows = RiskAssessment.objects.visible_to(viewer).filter(case=case).order_by("completed_on", "pk")
    found: list[Assessed] = []
    last: dict[tuple[str, str], RiskAssessment] = {}
    for each in rows:
        before = last.get((each.tool, each.tool_version))
        found.append(_assessed(each, before))
        if each.answers or each.grade:
            last[each.tool, each.tool_version] = each
    return found[::-1]


def judgements(viewer: Viewer, case: Case) -> list[Judgement]:
    return list(Judgement.objects.visible_to(viewer).filter(case=case).order_by("-judged_on", "-pk"))


def _assessed(each: RiskAssessment, before: RiskAssessment | None) -> Assessed:
    tool = _tool_of(each)
    items = tool.items if tool and each.answers else ()
    return Assessed(
        **vars(counted(each)),
        answers=[_answered(each, item) for item in items],
        before=before,
        moved=moved(tool, before.answers, each.answers) if tool and before and each.answers else [],
    )


def _answered(each: RiskAssessment, item: Item) -> Answered:
    answer = each.answers.get(item.key) or "blank"
    words = ANSWERS.get(answer, answer)
    return Answered(item, words, each.sources.get(item.key, ""), each.comments.get(item.key, ""))


def _tool_of(each: RiskAssessment) -> Tool | None:
    return tool_named(each.tool) if each.tool in names() else None
