"""Whether enough of the core agencies are there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Quorum:
    """How many core agencies are there, how many the protocol wants, and which are not there."""

    present: int
    needed: int
    absent: list[str]

    @property
    def met(self) -> bool:
        return self.present >= self.needed


def quorum(core: Mapping[int, str], present: Collection[int], needed: int) -> Quorum:
    """`core` has the names of the core agencies by key; of a panel smaller than the quorum, all are wanted."""
    absent = [name for key, name in core.items() if key not in present]
    return Quorum(len(core) - len(absent), min(needed, len(core)), absent)
