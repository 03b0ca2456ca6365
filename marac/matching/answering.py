"""Whether somebody answers to what was typed, and how that is said in a few words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import OSA, JaroWinkler

from marac.intake.people import Described
from marac.kernel.identifiers import phone_digits
from marac.kernel.names import compact, forename_alternatives, name_parts
from marac.kernel.postcodes import outward
from marac.kernel.text import Sentence, _
from marac.matching.terms import FEWEST_LETTERS, Term
from marac.weighing.compare import SURNAMES_ALIKE
from marac.weighing.spelling import consonants, sound

LONG_ENOUGH = 4  # letters: of a shorter name one slip makes another name


@dataclass(frozen=True)
class Answer:
    """`name` is the word of a name that was met, empty where it was something else; `begins` as it was typed."""

    words: Sentence
    name: str = ""
    begins: bool = False


@dataclass
class Told:
    """The words of all records of one human being, as far as whoever searches is told them; each as it is shown."""

    own: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    records: Sequence[Described] = ()


def told(records: Sequence[Described]) -> Told:
    found = Told(records=records)
    for each in records:
        for name in (each.forenames, each.surname):
            found.own |= _shown(name)
        for name in each.other_names:
            found.others |= _shown(name)
        for place in (*each.addresses, *map(outward, each.postcodes)):
            found.places |= {part: _as_written(part) for part in name_parts(place)}
    return found


def _as_written(part: str) -> str:
    return part.upper() if any(letter.isdigit() for letter in part) else part.capitalize()


def _shown(name: str) -> dict[str, str]:
    """By each word, and by all of them run together."""
    return {part: part.capitalize() for part in name_parts(name)} | ({compact(name): name} if compact(name) else {})


def answers(terms: Sequence[Term], of: Told) -> list[Answer | None]:
    """One for each term; None where nothing of them answers to it."""
    found = [_answer(term, of) for term in terms]
    for at, (one, two) in enumerate(pairwise(terms)):
        if (found[at] is None or found[at + 1] is None) and one.word and two.word:
            together = _name(one.word + two.word, f"{one.typed} {two.typed}", of)
            if together:
                found[at] = found[at + 1] = together
    return found


def _answer(term: Term, of: Told) -> Answer | None:
    found = _name(term.word, term.typed, of) or _place(term, of) if term.word else None
    return found or _number(term, of)


def _name(word: str, typed: str, of: Told) -> Answer | None:
    return _as_typed(word, of) or _otherwise(word, typed.capitalize(), of.own | of.others)


def _as_typed(word: str, of: Told) -> Answer | None:
    for names, words in ((of.own, _("name: {name}")), (of.others, _("also called {name}"))):
        for name, shown in names.items():
            if name == word or (len(word) >= FEWEST_LETTERS and name.startswith(word)):
                return Answer(words.format(name=shown), name, begins=True)
    return None


def _otherwise(word: str, typed: str, names: dict[str, str]) -> Answer | None:
    """By a nickname, by its sound, or with a slip."""
    rules: tuple[tuple[Sentence, Callable[[str], bool]], ...] = (
        (_("{typed} and {name} can be one name"), forename_alternatives(word).__contains__),
        (_("{name} sounds like {typed}"), lambda name: _sounds_like(name, word)),
        (_("{name} is spelt like {typed}"), lambda name: _is_spelt_like(name, word)),
    )
    for words, is_met in rules:
        for name, shown in names.items():
            if is_met(name):
                return Answer(words.format(typed=typed, name=shown), name)
    return None


def _sounds_like(one: str, two: str) -> bool:
    if min(len(one), len(two)) < FEWEST_LETTERS:
        return False
    return sound(one) == sound(two) != "" or consonants(one) == consonants(two)


def _is_spelt_like(one: str, two: str) -> bool:
    if min(len(one), len(two)) < LONG_ENOUGH:
        return False
    return OSA.distance(one, two) <= 1 or JaroWinkler.similarity(one, two) >= SURNAMES_ALIKE


def _place(term: Term, of: Told) -> Answer | None:
    for place, shown in of.places.items():
        if place == term.word or (len(term.word) >= FEWEST_LETTERS and place.startswith(term.word)):
            return Answer(_("address: {place}").format(place=shown))
    return None


def _number(term: Term, of: Told) -> Answer | None:
    for each in of.records:
        if term.born and _can_be_born(term, each):
            exact = term.born.earliest == term.born.latest == each.born_exact
            return Answer(_("born on that day") if exact else _("the age or birth date fits"))
        if term.postcode and term.postcode in each.postcodes:
            return Answer(_("same postcode"))
        if term.phone and term.phone in map(phone_digits, each.phones):
            return Answer(_("same phone"))
    return None


def _can_be_born(term: Term, each: Described) -> bool:
    if not term.born or not (term.born.earliest and term.born.latest and each.born_from and each.born_until):
        return False
    return term.born.earliest <= each.born_until and each.born_from <= term.born.latest
