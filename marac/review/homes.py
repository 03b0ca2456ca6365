"""Who lives where: each home that was read, once, with all who are there, so that one look says who is missing.

A letter goes to a home. Whether the one who harms lives there too is what a reader overlooks most easily, and what
nobody sees who is shown one address after another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from marac.kernel.text import _, one_after_another
from marac.review.lines import HOW, Line, Row, entry_of

WHERE = _("Who lives where")
OF_A_HOME = ("addresses[", "address.", "no_fixed_abode", "lives_with")
WHICH = (".text", ".postcode", ".no_fixed_abode", ".lives_with")


@dataclass(frozen=True)
class Somebody:
    """One of those whom a referral is about. `home` is the path of the first field of their address."""

    path: str
    whose: str = field(compare=False)
    name: str = field(compare=False)

    @property
    def called(self) -> str:
        """ "Victim: Ada Hollis"."""
        return one_after_another(self.whose, self.name, by=": ")

    @property
    def home(self) -> str:
        return f"{self.path}.{'addresses[0].text' if self.may_be_missed else 'address.text'}"

    @property
    def may_be_missed(self) -> bool:
        """A child without an address of its own is with somebody."""
        return not self.path.startswith("children[")


@dataclass(frozen=True)
class There:
    """Somebody at a home: `told` says which it is, `more` of what kind it is for them."""

    who: Somebody
    told: list[Line]
    more: list[Line]

    @property
    def how(self) -> str:
        """In what way it was come by, where the document does not say it outright."""
        return "" if self.told[0].how == HOW["stated"] else self.told[0].how


@dataclass(frozen=True)
class WhoLivesWhere(Row):
    """All homes. `family` are those whom the referral is about, also those of whom no home was read."""

    family: tuple[Somebody, ...] = ()
    shown_as = "homes"

    @property
    def title(self) -> str:
        return WHERE

    @property
    def several(self) -> list[tuple[str, str]]:
        return [(who.whose, who.home) for who in self.family if who.may_be_missed or who in self._housed]

    @cached_property
    def homes(self) -> list[list[There]]:
        """For each home, those who are there."""
        found: dict[tuple[object, ...], list[There]] = {}
        for there in self._stays():
            found.setdefault(tuple((line.field.label, line.value) for line in there.told), []).append(there)
        return list(found.values())

    @property
    def nowhere(self) -> list[Somebody]:
        """Those of whom no home was read."""
        return [who for who in self.family if who.may_be_missed and who not in self._housed]

    @property
    def apart(self) -> bool:
        """Whether somebody is not at every home: then it is asked whether that is so."""
        at_each = [{there.who for there in home} for home in self.homes]
        grown = {who for who in self.family if who.may_be_missed}
        return any(grown - here for here in at_each)

    @cached_property
    def _housed(self) -> set[Somebody]:
        return {there.who for there in self._stays()}

    def _stays(self) -> Iterator[There]:
        by_path = {who.path: who for who in self.family}
        for entry, run in groupby(self.lines, key=entry_of):
            lines = list(run)
            told = [line for line in lines if line.path.endswith(WHICH)]
            if told:
                more = [line for line in lines if line not in told and line.value != "current"]
                yield There(by_path[entry.partition(".")[0]], told, more)


def homes_in(lines: list[Line]) -> list[Line]:
    """The fields that say where each of the family lives; with whom, of a child of whom no address was read."""
    found = [line for line in lines if line.path.partition(".")[2].startswith(OF_A_HOME)]
    housed = {line.path.partition(".")[0] for line in found if line.path.endswith(".text")}
    return [line for line in found if not (line.path.endswith(".lives_with") and line.path.partition(".")[0] in housed)]


def family_of(lines: list[Line]) -> tuple[Somebody, ...]:
    """Those of whom something was read, with their names, by all that was."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.path.partition(".")[0], []).append(line)
    return tuple(_somebody(path, theirs) for path, theirs in found.items())


def _somebody(path: str, lines: list[Line]) -> Somebody:
    parts = [line.shown for name in (".forenames", ".surname") for line in lines if line.path == path + name]
    return Somebody(path, lines[0].whose, " ".join(parts))
