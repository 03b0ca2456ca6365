"""Two people side by side, as whoever decides may see them: what agrees, what differs, and what it would mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from marac.access.viewer import Viewer
from marac.identity.queries import together
from marac.intake.people import Described
from marac.joins.facts import same_number, same_place
from marac.joins.meaning import meaning_of
from marac.joins.models import Pair, PairDecision
from marac.joins.queries import decisions_on, seen_parts
from marac.joins.rules import Risk, risk_of, weigh
from marac.joins.whole import facts_told
from marac.matching.likeness import Weighed
from marac.people.models import Person
from marac.people.queries import PersonFile, description_of, person_files

AGREE, DIFFER, ONE_ONLY = "agree", "differ", "one"


@dataclass(frozen=True)
class Row:
    """One fact as each of the two has it; `standing` says whether they agree."""

    label: str
    one: list[str]
    other: list[str]
    standing: str


@dataclass(frozen=True)
class Compared:
    pair: Pair
    one: list[PersonFile]
    other: list[PersonFile]
    rows: list[Row]
    weighed: Weighed
    risk: Risk
    meaning: list[str]
    decisions: list[PairDecision]

    @property
    def sides(self) -> tuple[list[PersonFile], list[PersonFile]]:
        return self.one, self.other

    @property
    def case_ids(self) -> list[int]:
        files = [*self.one, *self.other]
        return sorted({party.case_id for file in files for party in file.parties})


@dataclass(frozen=True)
class InQueue:
    """A pair as a line of the queue: `reasons` are those that the viewer may know."""

    pair: Pair
    sides: tuple[PersonFile, PersonFile]
    weighed: Weighed
    risk: Risk

    @property
    def case_ids(self) -> set[int]:
        return {party.case_id for side in self.sides for party in side.parties}


def rows_of(viewer: Viewer, pairs: Sequence[Pair]) -> list[InQueue]:
    """In a constant number of questions."""
    people = {pk for pair in pairs for pk in (pair.first_id, pair.second_id)}
    files = {file.person.pk: file for file in person_files(viewer, people)}
    sides = [(files[pair.first_id], files[pair.second_id]) for pair in pairs]
    weighed = weigh([([_told(one)], [_told(other)]) for one, other in sides])
    found = []
    for pair, (one, other), each in zip(pairs, sides, weighed, strict=True):
        parts = [[(party.case_id, party.role) for party in side.parties] for side in (one, other)]
        found.append(InQueue(pair, (one, other), each, risk_of(*parts)))
    return found


def compared(viewer: Viewer, pair: Pair) -> Compared:
    """Of a pair that the viewer may see; of every record of both, what they may see. While two are joined they stand
    here as the records that were found to be one."""
    joined = pair.state == Pair.State.SAME
    sides = [[pair.first_id], [pair.second_id]] if joined else [together([pair.first_id]), together([pair.second_id])]
    one, other = (person_files(viewer, side) for side in sides)
    parts = seen_parts(viewer, [pair.first_id, pair.second_id]) if not joined else {}
    (weighed,) = weigh([([_told(file) for file in one], [_told(file) for file in other])])
    return Compared(
        pair=pair,
        one=one,
        other=other,
        rows=_rows([file.person for file in one], [file.person for file in other], held=_held(one, other)),
        weighed=weighed,
        risk=risk_of(*parts.values()) if len(parts) == 2 else Risk.OTHER,
        meaning=meaning_of(viewer, [party for file in (*one, *other) for party in file.parties]),
        decisions=decisions_on(viewer, pair),
    )


def _told(file: PersonFile) -> Described:
    return description_of(file.person, held=file.held)


def _held(*sides: Sequence[PersonFile]) -> bool:
    return any(file.held for side in sides for file in side)


def _rows(one: Sequence[Person], other: Sequence[Person], *, held: bool) -> list[Row]:
    told = [facts_told(side, named=True, beyond_who_they_are=not held) for side in (one, other)]
    words = [{fact.label: [text for text, _records in fact.told] for fact in facts} for facts in told]
    labels = list(dict.fromkeys([*words[0], *words[1]]))
    rows = [_row(label, words[0].get(label, []), words[1].get(label, [])) for label in labels]
    homes = [[home for each in side for home in each.addresses.all()] for side in (one, other)]
    phones = [[phone for each in side for phone in each.phones.all()] for side in (one, other)]
    withheld = _("Address withheld")
    shown = [[home.shown or withheld for home in side] for side in homes]
    rows.append(_row(_("Addresses"), shown[0], shown[1], same=same_place(*homes)))
    numbers = [[_how_many(len(side))] if side else [] for side in phones]
    rows.append(_row(_("Telephone numbers"), numbers[0], numbers[1], same=same_number(*phones)))
    return [row for row in rows if row.one or row.other]


def _how_many(numbers: int) -> str:
    return ngettext("%(n)s number", "%(n)s numbers", numbers) % {"n": numbers}


def _row(label: str, one: list[str], other: list[str], *, same: bool | None = None) -> Row:
    ones, others = ([each for each in side if each not in not_told()] for side in (one, other))
    if not (ones and others):
        return Row(label, ones, others, ONE_ONLY)
    agrees = bool({each.casefold() for each in ones} & {each.casefold() for each in others}) if same is None else same
    return Row(label, ones, others, AGREE if agrees else DIFFER)


def not_told() -> set[str]:
    """In the language of the reader."""
    return {_("Not known"), _("Not asked")}
