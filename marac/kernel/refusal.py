"""A refusal: the product will not do this, and says in a sentence what to do instead."""

from collections.abc import Callable
from typing import Any, Self

from marac.kernel.text import Sentence


class Refusal(Exception):
    """Raised by rules and operations: `Refusal(_("{day} is past. Choose a later day."), day="3 April 2026")`.

    The sentence stays as the translators know it, and its values stand beside it: the page translates the one and puts
    in the others. `field` names the form field that the sentence belongs to, where there is one.
    """

    def __init__(self, sentence: str, *, field: str | None = None, **values: Any) -> None:
        super().__init__(sentence)
        self.constant = sentence if isinstance(sentence, Sentence) else Sentence(sentence)
        self.values = values
        self.field = field

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in the reader's language, with its values."""
        told = self.constant.format(**self.values) if self.values else self.constant
        return told.said(translate)

    @property
    def sentence(self) -> str:
        """In English, for logs, commands and tests."""
        return self.said(str)

    def at(self, field: str) -> Self:
        """The same, beside another field of a form."""
        self.field = field
        return self

    def __str__(self) -> str:
        return self.sentence
