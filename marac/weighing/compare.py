"""On which level each field of two people stands: many pairs at once, every two texts compared once only."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cpdist

from marac.weighing.births import compare_births
from marac.weighing.columns import People, Vocabulary
from marac.weighing.fields import FIELDS, Forename, Home, Middle, Number, Phone, Sex, Surname
from marac.weighing.spelling import is_short_for

Rows = NDArray[np.integer]
Levels = NDArray[np.int8]
Said = NDArray[np.bool_]
AT_ONCE = 1_000_000
WORTH_TWO_PROCESSORS = 20_000  # texts; starting them costs more for fewer
FORENAMES_ALIKE, SURNAMES_ALIKE, ADDRESSES_ALIKE = 0.9, 0.92, 0.92  # Jaro-Winkler, from 0 to 1
FEMALE = 1


def compare(people: People, a: Rows, b: Rows) -> Levels:
    """One row for each pair, one column for each of FIELDS."""
    found = np.empty((len(a), len(FIELDS)), np.int8)
    for start in range(0, len(a), AT_ONCE):
        at = slice(start, start + AT_ONCE)
        one, two = a[at], b[at]
        for column, compared in enumerate(COMPARED):
            found[at, column] = compared(people, one, two)
    return found


def _forenames(people: People, a: Rows, b: Rows) -> Levels:
    one, two = people.forename[a], people.forename[b]
    level = _each_two(one, two, people.words, _two_forenames)
    weak = (level == Forename.LIKE) | (level == Forename.DIFFERENT)
    middle = _is_among(one, people.middle[b][:, None]) | _is_among(two, people.middle[a][:, None])
    level[weak & middle] = Forename.MIDDLE
    at = np.flatnonzero(weak)
    level[at[_exchanged(people, a[at], b[at])]] = Forename.EXCHANGED
    alias = _is_among(one, people.other_forenames[b]) | _is_among(two, people.other_forenames[a])
    level[(level == Forename.DIFFERENT) & alias] = Forename.ALIAS
    at = np.flatnonzero(level == Forename.DIFFERENT)
    own = ~(people.words.beside_surnames[one[at]] | people.words.beside_surnames[two[at]])
    surname = _is_a_surname(people, a[at], b[at]) | _is_a_surname(people, b[at], a[at])
    level[at[own & surname]] = Forename.SURNAME
    return level


def _two_forenames(words: Vocabulary, one: Rows, two: Rows) -> Levels:
    level = np.full(len(one), Forename.DIFFERENT, np.int8)
    formal_alike = _meet(words.formal_consonants[one], words.formal_consonants[two])
    level[_alike(words, one, two, FORENAMES_ALIKE) | _sound_alike(words, one, two) | formal_alike] = Forename.LIKE
    short = np.fromiter(map(_is_short, words.of(one), words.of(two)), bool, len(one))
    level[short | _meet(words.formal[one], words.formal[two])] = Forename.NICKNAME
    initial = (words.lengths[one] == 1) | (words.lengths[two] == 1)
    same_letter = words.letters[one] == words.letters[two]
    level[initial] = np.where(same_letter, Forename.INITIAL, Forename.DIFFERENT)[initial]
    return level


def _is_short(one: str, two: str) -> bool:
    return is_short_for(one, two) or is_short_for(two, one)


def _surnames(people: People, a: Rows, b: Rows) -> Levels:
    one, two = people.surname[a], people.surname[b]
    parts_one, parts_two = people.surname_words[a], people.surname_words[b]
    level = _each_two(one, two, people.words, _two_surnames)
    other = level > Surname.SAME
    woman = (people.sex[a] == FEMALE) | (people.sex[b] == FEMALE)
    at = np.flatnonzero(level == Surname.DIFFERENT)
    level[at] = np.where(woman[at], Surname.WOMANS, Surname.DIFFERENT)
    level[at[_one_is_beside(people.words, parts_one[at], parts_two[at])]] = Surname.BESIDE
    level[at[_parts_sound_alike(people, a[at], b[at])]] = Surname.SOUND
    once, once_two = people.other_surnames[a], people.other_surnames[b]
    former = _meet(parts_one, once_two) | _meet(parts_two, once) | _meet(once, once_two)
    level[other & former] = Surname.FORMER
    if parts_one.shape[1] > 1:
        several = (parts_one[:, 1] > 0) | (parts_two[:, 1] > 0)
        at = np.flatnonzero(other & several)
        level[at[_meet(parts_one[at], parts_two[at])]] = Surname.PART
    middle = _is_among(people.middle[a], parts_two) | _is_among(people.middle[b], parts_one)
    level[other & middle] = Surname.PART
    at = np.flatnonzero(other)
    level[at[_exchanged(people, a[at], b[at])]] = Surname.UNKNOWN
    return level


def _one_is_beside(words: Vocabulary, one: Rows, two: Rows) -> Said:
    """Whether a surname of the one, and none of the other, is such as stands beside many: Kaur."""
    beside: Said = words.beside_surnames[one].any(1) ^ words.beside_surnames[two].any(1)
    return beside & (one[:, 0] > 0) & (two[:, 0] > 0)


def _parts_sound_alike(people: People, a: Rows, b: Rows) -> Said:
    """Whether a part of the surname of the one sounds like a part of the other's, or like the other's middle name."""
    sounds = people.words.sounding_parts
    one, two = sounds[people.surname_words[a]], sounds[people.surname_words[b]]
    middle, middle_two = sounds[people.middle[a]], sounds[people.middle[b]]
    return _meet(one, two) | _is_among(middle, two) | _is_among(middle_two, one)


def _exchanged(people: People, a: Rows, b: Rows) -> Said:
    """Whether a name of each stands in another place of the other's: a forename as the surname and the surname as a
    forename, by the rules of surnames (Macleod and McLeod), one of the two perhaps spelt otherwise; or both as
    forenames."""
    one, two = _is_a_surname(people, a, b), _is_a_surname(people, b, a)
    return (
        (one & (two | _sounds_like_a_surname(people, b, a)))
        | (two & _sounds_like_a_surname(people, a, b))
        | _turned(people, a, b)
        | _turned(people, b, a)
    )


def _is_a_surname(people: People, a: Rows, b: Rows) -> Said:
    """Whether a forename of the one is a surname of the other, or was."""
    forenames = people.forenames_as_surname[a]
    return _meet(forenames, people.surname_words[b]) | _meet(forenames, people.other_surnames[b])


def _sounds_like_a_surname(people: People, a: Rows, b: Rows) -> Said:
    words = people.words
    return _meet(words.formal_consonants[people.forename[a]], words.consonants[people.surname_words[b]])


def _turned(people: People, a: Rows, b: Rows) -> Said:
    """Ghassan Abdullahi and Abdullahi Ghassan Ali: the middle name and the forename of the one are all of the other."""
    return _is_among(people.middle[a], people.forename[b][:, None]) & _is_among(
        people.forename[a], people.surname_words[b]
    )


def _two_surnames(words: Vocabulary, one: Rows, two: Rows) -> Levels:
    level = np.full(len(one), Surname.DIFFERENT, np.int8)
    level[_sound_alike(words, one, two)] = Surname.SOUND
    level[_alike(words, one, two, SURNAMES_ALIKE)] = Surname.LIKE
    return level


def _births(people: People, a: Rows, b: Rows) -> Levels:
    return compare_births(people.born.of(a), people.born.of(b))


def _homes(people: People, a: Rows, b: Rows) -> Levels:
    found = np.full(len(a), Home.UNKNOWN, np.int8)
    for one in range(max(people.address.shape[1], people.postcode.shape[1])):
        for two in range(max(people.address.shape[1], people.postcode.shape[1])):
            level = _two_homes(people, _slot(people, one, a), _slot(people, two, b))
            found = np.where((level > 0) & ((found == 0) | (level < found)), level, found)
    return found


def _slot(people: People, at: int, rows: Rows) -> tuple[Rows, Rows]:
    """The codes of address and postcode of one home of each."""
    nothing = np.zeros(len(rows), np.int32)
    address = people.address[rows, at] if at < people.address.shape[1] else nothing
    return address, people.postcode[rows, at] if at < people.postcode.shape[1] else nothing


def _two_homes(people: People, one: tuple[Rows, Rows], two: tuple[Rows, Rows]) -> Levels:
    (address, postcode), (address_two, postcode_two) = one, two
    missing = (address == 0) | (address_two == 0)
    same = _same_addresses(people, address, address_two) & ~missing
    both = (postcode > 0) & (postcode_two > 0)
    known = both | ~missing
    same_postcode = both & (postcode == postcode_two)
    near = both & ~same_postcode & _each_two(postcode, postcode_two, people.postcodes, _one_slip).astype(bool)
    district = both & (people.districts[postcode] == people.districts[postcode_two])
    rules = (
        (~known, Home.UNKNOWN),
        (same_postcode & same, Home.SAME),
        (same_postcode & missing, Home.POSTCODE),
        (same_postcode, Home.NEIGHBOURS),
        (near & same, Home.SLIP),
        (same, Home.ADDRESS),
        (near, Home.NEAR),
        (district, Home.DISTRICT),
    )
    return np.select([rule for rule, _level in rules], [level for _rule, level in rules], Home.DIFFERENT).astype(
        np.int8
    )


def _same_addresses(people: People, one: Rows, two: Rows) -> Said:
    """The same words, or nearly, with the same figures."""
    numbers = people.house_numbers
    same = (one == two) & (one > 0)
    at = np.flatnonzero(~same & (one > 0) & (two > 0) & (numbers[one] == numbers[two]))
    same[at] = _each_two(one[at], two[at], people.addresses, _like_addresses).astype(bool)
    return same


def _like_addresses(addresses: Vocabulary, one: Rows, two: Rows) -> Levels:
    alike = _cpdist(addresses, one, two, JaroWinkler.normalized_similarity, ADDRESSES_ALIKE)
    return (alike > 0).astype(np.int8)


def _one_slip(texts: Vocabulary, one: Rows, two: Rows) -> Levels:
    return (_cpdist(texts, one, two, OSA.distance, 1) <= 1).astype(np.int8)


def _phones(people: People, a: Rows, b: Rows) -> Levels:
    found = np.full(len(a), Phone.UNKNOWN, np.int8)
    for one in people.phone[a].T:
        for two in people.phone[b].T:
            slip = _figures_that_differ(one, two) == 1
            level = np.where(one == two, Phone.SAME, np.where(slip, Phone.ONE_FIGURE, Phone.DIFFERENT)).astype(np.int8)
            level[(one == 0) | (two == 0)] = Phone.UNKNOWN
            found = np.where((level > 0) & ((found == 0) | (level < found)), level, found)
    return found


def _figures_that_differ(one: Rows, two: Rows) -> Levels:
    different = np.zeros(len(one), np.int8)
    for _figure in range(10):
        one, figure = np.divmod(one, 10)
        two, other = np.divmod(two, 10)
        different += figure != other
    return different


def _sexes(people: People, a: Rows, b: Rows) -> Levels:
    one, two = people.sex[a], people.sex[b]
    level = np.where(one == two, Sex.SAME, Sex.DIFFERENT).astype(np.int8)
    level[(one == 0) | (two == 0)] = Sex.UNKNOWN
    return level


def _middles(people: People, a: Rows, b: Rows) -> Levels:
    return _each_two(people.middle[a], people.middle[b], people.words, _two_middles)


def _two_middles(words: Vocabulary, one: Rows, two: Rows) -> Levels:
    initial = (words.lengths[one] == 1) | (words.lengths[two] == 1)
    same = initial & (words.letters[one] == words.letters[two])
    return np.where(same, Middle.INITIAL, Middle.DIFFERENT).astype(np.int8)


def _health_numbers(people: People, a: Rows, b: Rows) -> Levels:
    return _each_two(people.health_number[a], people.health_number[b], people.numbers, _two_numbers)


def _police_references(people: People, a: Rows, b: Rows) -> Levels:
    return _each_two(people.police_reference[a], people.police_reference[b], people.numbers, _two_numbers)


def _two_numbers(numbers: Vocabulary, one: Rows, two: Rows) -> Levels:
    return np.where(_one_slip(numbers, one, two), Number.ONE_FIGURE, Number.DIFFERENT).astype(np.int8)


COMPARED: tuple[Callable[[People, Rows, Rows], Levels], ...] = (
    *(_forenames, _surnames, _births, _homes, _phones, _sexes, _middles, _health_numbers, _police_references),
)


def _each_two(one: Rows, two: Rows, texts: Vocabulary, judge: Callable[[Vocabulary, Rows, Rows], Levels]) -> Levels:
    """0 where one is not known, 1 where both are the same, else what `judge` says of the two, once for every two."""
    level = (one == two).astype(np.int8)
    level[(one == 0) | (two == 0)] = 0
    at = np.flatnonzero((one != two) & (one > 0) & (two > 0))
    low, high = np.minimum(one[at], two[at]).astype(np.int64), np.maximum(one[at], two[at])
    pairs, back = np.unique(low << 32 | high, return_inverse=True)
    level[at] = judge(texts, pairs >> 32, pairs & 0xFFFFFFFF)[back]
    return level


def _sound_alike(words: Vocabulary, one: Rows, two: Rows) -> Said:
    return (words.sounds[one] == words.sounds[two]) | (words.consonants[one] == words.consonants[two])


def _alike(words: Vocabulary, one: Rows, two: Rows, least: float) -> Said:
    close = _cpdist(words, one, two, JaroWinkler.normalized_similarity, least) > 0
    return close | (_cpdist(words, one, two, OSA.distance, 1) <= 1)


def _cpdist(texts: Vocabulary, one: Rows, two: Rows, scorer: Callable[..., float], cutoff: float) -> NDArray[Any]:
    workers = -1 if len(one) > WORTH_TWO_PROCESSORS else 1
    return cpdist(list(texts.of(one)), list(texts.of(two)), scorer=scorer, score_cutoff=cutoff, workers=workers)


def _is_among(one: Rows, others: Rows) -> Said:
    found = np.zeros(len(one), bool)
    for column in others.T:
        found |= (one == column) & (one > 0)
    return found


def _meet(one: Rows, two: Rows) -> Said:
    """Whether any of the one row is any of the other."""
    found = np.zeros(len(one), bool)
    for column in one.T:
        found |= _is_among(column, two)
    return found
