"""What an area taught the reader about a form of its own: which field each printed label means. It is plain data."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from marac.inferred import likely
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.labels import known, sections
from marac.labels.known import Label
from marac.labels.relations import PARENT_WORDS
from marac.vocabulary import called, kinships
from marac.written.blocks import Block
from marac.written.text import Text, plain

SAME = re.compile(r"\W*(?:same|as|with|lives? with|living with)\b.{0,40}\Z", re.I)
SAME_FORM = 0.8  # our own choice: a form may lose or gain a few labels and is still the form that was taught
# "Does Dawn know?", "Lee's address": a name stands in a question, which in an answer would be the answer.
# "About Miss Hollis", "Contacting Dawn": so does a heading.
ASKS = re.compile(
    r"\?\s*\Z|['’]s? |\A(?:is|are|does|do|did|has|have|can|may|what|who|where|when|how)\b"
    r"|\A(?:\d{1,2}\W+)?(?:about|contacting|reaching|speaking to|getting hold of|concerning|regarding|details of"
    r"|more (?:on|about)) (?:\S+ ){0,3}\S+ ?\Z",
    re.I,
)
PARENTS = re.compile(PARENT_WORDS, re.I)
NOT_ANOTHERS = r"(?<!['’]s )(?<!\bhis )(?<!\bher )"  # "Carl's mum" is not whom this document calls Mum
WHOSE = ("victim", "perpetrator", "child", "household", "referrer", "other")


@dataclass(frozen=True)
class Lesson:
    """`form` holds the printed labels by which the form is known, `labels` maps some of them to a field.

    A field is named as in known.toml, with whose it is before a stop: `victim.dob`, `narrative`,
    `referrer.agency`; a person alone (`victim`) makes the label a heading; `ignore` passes over it.
    """

    form: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)
    called: tuple[tuple[str, str], ...] = ()  # what this document calls somebody, and their role
    key: tuple[tuple[str, str], ...] = ()  # the letters of a column of roles, as the document explains them
    named: tuple[tuple[str, str], ...] = ()  # the names of those whom it is about, and their role

    def fits(self, printed: Iterable[str]) -> bool:
        """Whether these are the labels of the form that was taught."""
        here = {plain(words) for words in printed}
        return bool(self.form) and len(self.form & here) >= SAME_FORM * len(self.form)

    def find(self, words: str) -> Label | None:
        """The field that a label asks for, as taught or else as every form has it."""
        taught = self.labels.get(plain(words))
        if taught is None:
            return known.find(self._said(words))
        return None if taught == "ignore" or taught in WHOSE else _label(taught)

    def section(self, words: str) -> str | None:
        taught = self.labels.get(plain(words))
        if taught is None:
            return sections.section(words) or sections.section(self._said(words))
        return taught if taught in WHOSE else None

    def likely(self, words: str, value: Text) -> Label | None:
        """What a label on no list most likely asks for, by a word of it and by the looks of its answer."""
        return None if plain(words) in self.labels else likely.label(self._said(words), self.home_of(value))

    def of_referral(self, words: str, value: Text) -> Label | None:
        """The same of what is asked about the referral and those who make it."""
        return None if plain(words) in self.labels else likely.of_referral(self._said(words), value)

    def whose(self, words: str) -> str | None:
        """Whom a heading on no list speaks of."""
        return None if plain(words) in self.labels else likely.whose(self._said(words)) or likely.whose(words)

    def bare(self, words: str) -> Label | None:
        return self.find(words) if plain(words) in self.labels else known.bare(self._said(words))

    def calling(self, blocks: Sequence[Block]) -> "Lesson":
        """With what the headings of this document say of whom it means: "Parent 1 (victim)"."""
        held = list(blocks)
        named = called.called(held)
        labels = {
            **called.of_a_pair(held),
            **called.pronouns(held),
            **called.of_a_family(held),
            **called.of_worry(held),
            **called.of_subjects(held),
            **kinships.to_each(held, named),
            **self.labels,
        }
        return replace(self, called=tuple(named.items()), key=called.key(held), labels=labels)

    def _said(self, words: str) -> str:
        """A label with those whom this document calls otherwise named by their role."""
        if len(words) > known.LONGEST_LABEL:
            return words
        called = self.called + (self.named if ASKS.search(words) else ())
        if not called:
            return words
        for name, role in called:
            words = _calling(name).sub(role, words)
        return words[:1].upper() + words[1:]

    def home_of(self, value: Text) -> Text:
        """A home that is said to be somebody's whom this document calls otherwise: "same as employee"."""
        alone = plain(value.words) in {plain(name) for name, _ in self.called}
        return Text(self._said(value.words)) if self.called and (alone or SAME.match(value.words)) else value

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
    """All that was taught about this very form; of a label that was taught twice, what stands first."""
    printed = printed_in(blocks) if lessons else set()
    fitting = [lesson for lesson in lessons if lesson.fits(printed)]
    taught = {words: to for lesson in reversed(fitting) for words, to in lesson.labels.items()}
    return Lesson(fitting[0].form, taught) if fitting else NO_LESSON


def printed_in(blocks: Iterable[Block]) -> set[str]:
    """Everything short enough to be a label: whole cells and lines, and what stands before a colon in either."""
    texts = [text for block in blocks for text in (block.text, *(cell.text for row in block.rows for cell in row))]
    found = {plain(line) for text in texts for line in text.words.split("\n") if len(line) < known.LONGEST_LABEL}
    before = {plain(line.split(":")[0]) for text in texts for line in text.words.split("\n") if ":" in line}
    return (found | before) - {""}


def _label(taught: str) -> Label:
    whose, _, named = taught.partition(".")
    if whose in WHOSE and named in known.WORDS["person"]:
        return Label(named, True, whose)
    return Label(taught, taught in known.WORDS["person"], None)


def is_field(taught: str) -> bool:
    """Whether a lesson may map a label to this."""
    whose, _, named = taught.partition(".")
    personal = whose in WHOSE and (not named or named in known.WORDS["person"])
    return personal or taught == "ignore" or taught in known.WORDS["fields"] or taught in known.WORDS["person"]


@lru_cache(maxsize=1024)
def _calling(name: str) -> re.Pattern[str]:
    """Where a label says a name or what else this document calls somebody, with or without a title."""
    written = r"\W+".join(map(re.escape, name.split()))
    before = NOT_ANOTHERS if PARENTS.fullmatch(name) else ""
    return re.compile(rf"{before}\b(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? )?{written}\b", re.I)
