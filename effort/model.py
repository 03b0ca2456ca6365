"""The keystroke-level model: what a person does, in seconds (Card, Moran and Newell, 1980)."""

from dataclasses import dataclass, fields

KEYSTROKE, POINT, PRESS, HOMING, DECISION = 0.28, 1.1, 0.1, 0.4, 1.35
WORDS_A_MINUTE = 250


@dataclass
class Count:
    """What was done; `served` is seconds waited for the server, as measured."""

    times: int = 0
    presses: int = 0
    keystrokes: int = 0
    points: int = 0
    homings: int = 0
    pages: int = 0
    decisions: int = 0
    words: int = 0
    served: float = 0.0

    @property
    def reading(self) -> float:
        """Seconds."""
        return self.words / WORDS_A_MINUTE * 60

    @property
    def seconds(self) -> float:
        hands = self.keystrokes * KEYSTROKE + self.points * POINT + self.presses * PRESS + self.homings * HOMING
        return hands + self.decisions * DECISION + self.reading + self.served

    def __add__(self, other: "Count") -> "Count":
        return Count(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})


def total(counts: list[Count]) -> Count:
    return sum(counts, start=Count())


def minutes_a_case(counts: list[Count], cases: int) -> float:
    return total(counts).seconds / 60 / cases
