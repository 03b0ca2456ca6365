"""Phrases of which few are looked for in any one label: those whose first word it holds."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Meant = TypeVar("Meant", bound=tuple[str, ...])


class Phrases(Generic[Meant]):
    """Phrases, each the first of a tuple with what it means, in the order in which they count."""

    def __init__(self, told: Iterable[Meant]) -> None:
        self.all = list(told)
        self.begins: dict[str, list[int]] = {}
        for at, (phrase, *_) in enumerate(self.all):
            self.begins.setdefault(phrase.split()[0], []).append(at)

    def __iter__(self) -> Iterator[Meant]:
        return iter(self.all)

    def within(self, words: str) -> list[Meant]:
        """Those that stand whole in the words, in their order."""
        at = sorted({each for word in set(words.split()) for each in self.begins.get(word, ())})
        padded = f" {words} "
        return [self.all[each] for each in at if f" {self.all[each][0]} " in padded]
