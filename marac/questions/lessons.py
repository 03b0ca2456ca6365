"""What an area taught the reader about a form of its own: which field each printed label means. It is plain data."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from marac.answers import labels
from marac.answers.labels import Label
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.opening.blocks import Block
from marac.opening.text import plain

SAME_FORM = 0.8  # our own choice: a form may lose or gain a few labels and is still the form that was taught
WHOSE = ("victim", "perpetrator", "child", "household", "referrer")


@dataclass(frozen=True)
class Lesson:
    """`form` holds the printed labels by which the form is known, `labels` maps some of them to a field.

    A field is named as in labels.toml, with whose it is before a stop: `victim.dob`, `narrative`,
    `referrer.agency`; a person alone (`victim`) makes the label a heading; `ignore` passes over it.
    """

    form: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)

    def fits(self, printed: Iterable[str]) -> bool:
        """Whether these are the labels of the form that was taught."""
        here = {plain(words) for words in printed}
        return bool(self.form) and len(self.form & here) >= SAME_FORM * len(self.form)

    def find(self, words: str) -> Label | None:
        """The field that a label asks for, as taught or else as every form has it."""
        taught = self.labels.get(plain(words))
        if taught is None:
            return labels.find(words)
        return None if taught == "ignore" or taught in WHOSE else _label(taught)

    def section(self, words: str) -> str | None:
        taught = self.labels.get(plain(words))
        if taught is None:
            return labels.section(words)
        return taught if taught in WHOSE else None

    def bare(self, words: str) -> Label | None:
        return self.find(words) if plain(words) in self.labels else labels.bare(words)

    def asked(self, words: str) -> Label | None:
        """As `find`, and a person's role alone asks for the whole person."""
        words = words.strip(" :?")
        label = self.find(words)
        if label:
            return label
        head = "victim" if plain(words) == "re" else self.section(words)
        return Label("whole", True, head) if head in WHOSE else None

    def as_plain(self) -> dict[str, Any]:
        """Fit for JSON."""
        return {"form": sorted(self.form), "labels": dict(sorted(self.labels.items()))}

    @classmethod
    def from_plain(cls, held: dict[str, Any]) -> "Lesson":
        """Back from `as_plain`; labels in any writing. Refuses what names no field."""
        wrong = next((to for to in held["labels"].values() if not is_field(to)), None)
        if wrong is not None:
            raise Refusal(
                _("A lesson gives a label the meaning {meaning}, which is no field of a referral."), meaning=wrong
            )
        return cls(frozenset(map(plain, held["form"])), {plain(words): to for words, to in held["labels"].items()})


NO_LESSON = Lesson()


def lesson_for(blocks: Iterable[Block], lessons: Sequence[Lesson]) -> Lesson:
    """The first lesson about this very form."""
    printed = printed_in(blocks) if lessons else set()
    return next((lesson for lesson in lessons if lesson.fits(printed)), NO_LESSON)


def printed_in(blocks: Iterable[Block]) -> set[str]:
    """Everything short enough to be a label: whole cells and lines, and what stands before a colon in either."""
    texts = [text for block in blocks for text in (block.text, *(cell.text for row in block.rows for cell in row))]
    found = {plain(line) for text in texts for line in text.words.split("\n") if len(line) < labels.LONGEST_LABEL}
    before = {plain(line.split(":")[0]) for text in texts for line in text.words.split("\n") if ":" in line}
    return (found | before) - {""}


def _label(taught: str) -> Label:
    whose, _, named = taught.partition(".")
    if whose in WHOSE and named in labels.WORDS["person"]:
        return Label(named, True, whose)
    return Label(taught, taught in labels.WORDS["person"], None)


def is_field(taught: str) -> bool:
    """Whether a lesson may map a label to this."""
    whose, _, named = taught.partition(".")
    personal = whose in WHOSE and (not named or named in labels.WORDS["person"])
    return personal or taught == "ignore" or taught in labels.WORDS["fields"] or taught in labels.WORDS["person"]
