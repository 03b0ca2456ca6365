"""Who answers to what somebody typed: people whom they may see, by what they are told of them, the likeliest first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.identity.queries import heads_of, together
from marac.intake.people import Described
from marac.kernel.names import compact, name_parts
from marac.kernel.text import Sentence, _
from marac.matching.answering import Answer, answers, told
from marac.matching.likeness import Weighed, weigh_each
from marac.matching.terms import FEWEST_LETTERS, Term, described_by, read_terms, wanted
from marac.people.models import Person
from marac.people.queries import MOST_COMPARED, KnownPeople, description_of, sharing_keys

BEGINS = 4.0  # bits for a word that a name begins with as it was typed: as much as that it is a rare one
MOST_LETTERS = 200
MISSING = 1  # terms that somebody whom the engine finds likely need not answer to


@dataclass(frozen=True)
class Found:
    """One human being under the oldest record that the viewer may see, and why."""

    person: Person
    why: list[Sentence]
    score: float


def as_typed(words: str) -> str:
    """What is kept of it: nobody types more to find one person."""
    return " ".join(words[: 2 * MOST_LETTERS].split())[:MOST_LETTERS]


def why_not_searched(viewer: Viewer, words: str) -> Sentence | None:
    """Why nothing is looked for, where something was typed and does not say whom."""
    if not words:
        return None
    if sum(letter.isalnum() for letter in words) < FEWEST_LETTERS:
        return _("Type at least two letters of a name, or a birth date, an age, a place, a postcode or a phone number.")
    if not read_terms(words, today=viewer.today):
        return _("Nobody can be found by this. Type a name, a birth date, an age, a place, a postcode or a number.")
    return None


def people_found(viewer: Viewer, words: str) -> list[Found]:
    """People who answer to the words, or whom the engine finds likely without one of them. All records of one human
    being answer together, as far as they are seen. Without words nobody is found: there is no list of everybody."""
    terms = read_terms(words, today=viewer.today)
    if not terms or (any(term.phone for term in terms) and not viewer.may(Permission.SEE_CONTACT_DETAILS)):
        return []  # else a number that somebody tries would be confirmed to be hers
    known = KnownPeople(viewer)
    numbers = _who_may_answer(known.visible, terms)
    if not numbers:
        return []
    group = heads_of(together(numbers))
    records: dict[int, list[Person]] = defaultdict(list)
    for person in known.rows.filter(pk__in=group).order_by("pk"):
        records[group[person.pk]].append(person)
    found = _judged(terms, list(records.values()))
    return sorted(found, key=lambda each: (-each.score, each.person.surname, each.person.forenames, each.person.pk))


def _who_may_answer(visible: QuerySet[Person], terms: list[Term]) -> list[int]:
    """Those who share most with what was typed, as many as are compared in one question."""
    births = [term.born for term in terms if term.born and not term.word]
    in_words = len(births) < len(terms)
    rows = visible.order_by()
    for born in births:
        if not in_words or born.earliest != born.latest:
            rows = rows.filter(born_from__lte=born.latest, born_until__gte=born.earliest)
    if not in_words:
        return list(rows.order_by("surname", "forenames", "pk").values_list("pk", flat=True)[:MOST_COMPARED])
    keys = wanted(terms)
    any_of = Q(value__in=list(keys.keys))
    for beginning in keys.beginnings:
        any_of |= _begins(beginning)
    return sharing_keys(rows, any_of)


def _judged(terms: list[Term], people: list[list[Person]]) -> list[Found]:
    described = [[_told_of(each) for each in records] for records in people]
    answered = [(each, answers(terms, each)) for each in map(told, described)]
    pairs = [(_asked(terms, given, record), record) for of, given in answered for record in of.records]
    weighed = iter(weigh_each(pairs))
    found = []
    for records, (of, given) in zip(people, answered, strict=True):
        best = max((next(weighed) for _record in of.records), key=lambda each: each.weight)
        if _is_met(given, best):
            begun = sum(answer.begins for answer in given if answer)
            found.append(Found(records[0], _why(given, best), best.weight + BEGINS * begun))
    return found


def _told_of(person: Person) -> Described:
    return description_of(person, held=any(party.held for party in person.parties.all()))


def _asked(terms: list[Term], given: Sequence[Answer | None], record: Described) -> Described:
    """What was typed as the engine compares it with one record: a name as far as it was typed is the name that begins
    so, a word that is a place is no name, and the surname stands where the record has it."""
    answered = zip(terms, given, strict=True)
    told = [(term.name, answer) for term, answer in answered if term.name and (answer is None or answer.name)]
    names = list(dict.fromkeys(answer.name if answer and answer.begins else name for name, answer in told))
    here = {*name_parts(record.surname), compact(record.surname)}
    surnames = [name for name in names if name in here]
    if surnames:
        return described_by(terms, [*(name for name in names if name not in here), " ".join(surnames)])
    if len(names) == 1 and names[0] in name_parts(record.forenames):
        return described_by(terms, [*names, ""])
    return described_by(terms, names)


def _is_met(given: Sequence[Answer | None], best: Weighed) -> bool:
    missing = given.count(None)
    return not missing or (missing <= MISSING < len(given) and best.likely)


def _why(given: Sequence[Answer | None], best: Weighed) -> list[Sentence]:
    """Where one thing does not answer, also how it differs."""
    words = list(dict.fromkeys(answer.words for answer in given if answer))
    differs = [each.words for each in best.reasons if each.bits < 0 or each.field == "born"] if None in given else []
    return [*words, *differs]


def _begins(beginning: str) -> Q:
    """Between two ends too, where that says the same: no index gives SQLite what begins with something."""
    found = Q(value__startswith=beginning)
    if beginning.isascii():
        found &= Q(value__gte=beginning, value__lt=f"{beginning[:-1]}{chr(ord(beginning[-1]) + 1)}")
    return found
