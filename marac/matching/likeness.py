"""How likely two descriptions are of one person, and why: where the product asks the engine (marac/weighing).

It only proposes. Somebody who decides says whether it is the same person.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np

from marac.intake.people import Described
from marac.kernel.postcodes import read_postcode
from marac.matching.candidates import Register
from marac.weighing.births import Birth
from marac.weighing.columns import Person, columns
from marac.weighing.compare import compare
from marac.weighing.explain import Contribution, contributions
from marac.weighing.rarity import Counts, Frequencies, rarity
from marac.weighing.weights import default_weights, judge

ASKED_AT = 0.5  # likelier one person than two; below it stand twins, and mothers with their daughters
# As many people as two years bring to a larger area, whatever the register holds. Neither its size nor how often a name
# stands in it is counted: that would tell, in bits, of people whom the reader may not see.
PEOPLE = 2_000
REGISTER = Register(PEOPLE, Counts(*(Frequencies({}) for _each in range(5))), default_weights())


@dataclass(frozen=True)
class Weighed:
    """What speaks for and against two records being of one person, what says most first; weight is in bits."""

    weight: float = 0.0
    probability: float = 0.0
    reasons: tuple[Contribution, ...] = ()

    @property
    def likely(self) -> bool:
        return self.probability >= ASKED_AT

    @property
    def in_hundred(self) -> int:
        """Never certain, and never impossible."""
        return min(max(round(self.probability * 100), 1), 99)


def weigh_each(pairs: Sequence[tuple[Described, Described]]) -> list[Weighed]:
    """Many at once, in the order in which they come."""
    if not pairs:
        return []
    people = columns(as_person(each) for side in zip(*pairs, strict=True) for each in side)
    ones, others = np.arange(len(pairs)), np.arange(len(pairs), 2 * len(pairs))
    levels = compare(people, ones, others)
    rare = rarity(people, ones, others, levels, REGISTER.counts)
    judged = judge(levels, rare, REGISTER.weights, REGISTER.rates)
    told = zip(judged.weight.tolist(), judged.probability.tolist(), strict=True)
    return [Weighed(*each, tuple(contributions(levels, judged, at))) for at, each in enumerate(told)]


def as_person(of: Described) -> Person:
    """As the engine reads it. A name of one word may be a nickname or a former surname, so it is taken for both."""
    homes = sorted(_homes(of), key=lambda home: not all(home))
    return Person(
        forenames=of.forenames,
        surname=of.surname,
        former_surnames=_listed(name for name in of.other_names if len(name.split()) == 1),
        aliases=_listed(of.other_names),
        born=_birth(of),
        sex=of.sex if of.sex in ("female", "male") else "",
        address=_listed(text for text, _postcode in homes),
        postcode=_listed(postcode for _text, postcode in homes),
        phone=_listed(of.phones),
        health_number=of.health_number,
    )


def _homes(of: Described) -> list[tuple[str, str]]:
    """Words without a postcode or a number, such as "No fixed abode", are no place."""
    found = []
    for text, written in zip_longest(of.addresses, of.postcodes, fillvalue=""):
        postcode = str(read_postcode(written) or "")
        is_place = postcode or any(letter.isdigit() for letter in text)
        found.append((text if is_place else "", postcode))
    return found


def _birth(of: Described) -> Birth:
    if of.born_from is None or of.born_until is None:
        return Birth()
    exact = of.born_exact
    figures = exact.year * 10_000 + exact.month * 100 + exact.day if exact else 0
    return Birth(of.born_from.toordinal(), of.born_until.toordinal(), figures)


def _listed(texts: Iterable[str]) -> str:
    return ";".join(text.replace(";", ",") for text in texts if text.strip())
