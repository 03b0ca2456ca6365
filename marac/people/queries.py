"""Who is known already, who answers to some words, and one person as a page shows them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.identity.models import Joined
from marac.identity.queries import heads_of, together
from marac.intake.people import Described
from marac.kernel.dates import Precision, UncertainDate, format_uncertain
from marac.kernel.identifiers import phone_digits
from marac.kernel.masked import unmasked
from marac.matching.keys import keys_in_common
from marac.matching.likeness import Weighed, weigh_each
from marac.people.models import Address, Party, Person, PersonQuerySet, Phone, SearchKey

KEYS_AT_ONCE = 500
MOST_COMPARED = 100  # people of one question: those with most keys in common
MOST_LOOKED_UP = 1_000


@dataclass(frozen=True)
class Known:
    """Somebody who may be the person described: why, and their cases that the viewer may see."""

    person: Person
    weighed: Weighed
    cases: list[Case]


@dataclass(frozen=True)
class PersonFile:
    """One person with what hangs from them; `parties` are those of cases that the viewer may see. `held`: beyond who
    they are, nothing of them is for this viewer."""

    person: Person
    parties: list[Party]
    held: bool


def case_ids_of(viewer: Viewer, person_id: int) -> list[int]:
    """Of the person's cases, those that the viewer may see: for the trail."""
    parties = Party.objects.visible_to(viewer).filter(person_id=person_id)
    return sorted(set(parties.values_list("case_id", flat=True)))


def description_of(person: Person, *, held: bool = False) -> Described:
    """What is compared and searched. A confidential address is left out: a search must not give it away. `held`: beyond
    who they are, nothing of them is for whoever asks."""
    homes = sorted((each for each in person.addresses.all() if not each.confidential), key=_as_they_count)
    return Described(
        surname=person.surname,
        forenames=person.forenames,
        other_names=tuple(each.text for each in person.other_names.all()),
        born_from=person.born_from,
        born_until=person.born_until,
        postcodes=tuple(unmasked(each.postcode) for each in homes),
        phones=tuple(unmasked(each.number) for each in person.phones.all()),
        addresses=tuple(unmasked(each.text) for each in homes),
        sex=person.sex,
        health_number="" if held else person.health_number,
    )


def _as_they_count(home: Address) -> tuple[bool, int]:
    """Where somebody lives now before where they lived: of many not all are compared."""
    return home.kind != Address.Kind.CURRENT or home.ended_on is not None, -home.pk


def known_people(viewer: Viewer, description: Described) -> list[Known]:
    """Those whom the description is likely to be of, the likeliest first."""
    return KnownPeople(viewer).like(description)


class KnownPeople:
    """The people whom a viewer may know of, for many questions: what the viewer may see is worked out once."""

    def __init__(self, viewer: Viewer) -> None:
        self.visible = Person.objects.visible_to(viewer)
        rows = with_parties(viewer, self.visible)
        self.rows = rows.select_related("joined").prefetch_related("other_names", *_how_to_reach(viewer))

    def like(self, description: Described) -> list[Known]:
        numbers = sharing_keys(self.visible, Q(value__in=keys_in_common([description])[0]))
        people = list(self.rows.filter(pk__in=numbers)) if numbers else []
        held = (any(party.held for party in each.parties.all()) for each in people)
        told = [description_of(each, held=kept) for each, kept in zip(people, held, strict=True)]
        found = []
        for person, weighed in zip(people, weigh_each([(description, each) for each in told]), strict=True):
            if weighed.likely:
                cases = {party.case.pk: party.case for party in person.parties.all()}
                found.append(Known(person=person, weighed=weighed, cases=list(cases.values())))
        return self._each_once(sorted(found, key=_likeliest))

    def _each_once(self, found: list[Known]) -> list[Known]:
        """Records of one person stand as the likeliest of them, with the cases of all that are seen."""
        by_head: dict[int, Known] = {}
        for each in found:
            by_head.setdefault(head_of(each.person), each)
        if not any(hasattr(each.person, "joined") for each in found):
            return found
        group = heads_of(together(by_head))
        cases: dict[int, dict[int, Case]] = defaultdict(dict)
        for person in self.rows.filter(pk__in=group):
            cases[group[person.pk]] |= {party.case.pk: party.case for party in person.parties.all()}
        return [replace(each, cases=list(cases[head].values())) for head, each in by_head.items()]


def head_of(person: Person) -> int:
    """The oldest record of the same human being, of a person who was read with `joined`."""
    return int(person.joined.head_id) if hasattr(person, "joined") else person.pk


def _likeliest(each: Known) -> tuple[float, int]:
    return -each.weighed.weight, each.person.pk


def sharing_keys(people: QuerySet[Person], keys: Q) -> list[int]:
    """Of these people those who share most of the keys, as many as are compared in one question. Whether somebody is
    among these people is asked only of those who share most, whoever may see them: a usual forename has thousands. It
    is asked where nobody shares any too, so that the number of questions tells nothing of people not among these."""
    times = Counter(SearchKey.objects.filter(keys).values_list("person", flat=True))
    numbers = sorted(times, key=lambda pk: (-times[pk], pk))[:MOST_LOOKED_UP]
    among = set(people.order_by().filter(pk__in=numbers or [0]).values_list("pk", flat=True))
    return [pk for pk in numbers if pk in among][:MOST_COMPARED]


def held_by_somebody(descriptions: Iterable[Described]) -> Callable[[Described], bool]:
    """Says of any of the descriptions whether anybody at all has something in common with it: asked once for all."""
    described = list(descriptions)
    keys_of = dict(zip(described, keys_in_common(described), strict=True))
    keys = sorted(set().union(*keys_of.values()))
    held: set[str] = set()
    for at in range(0, len(keys), KEYS_AT_ONCE):
        some = SearchKey.objects.filter(value__in=keys[at : at + KEYS_AT_ONCE])
        held.update(some.values_list("value", flat=True).distinct())
    return lambda description: not held.isdisjoint(keys_of[description])


def with_parties(viewer: Viewer, rows: PersonQuerySet[Person]) -> PersonQuerySet[Person]:
    """Each person's `parties.all()` are those of cases that the viewer may see."""
    parties = Party.objects.visible_to(viewer).marked(viewer).select_related("case").order_by("case__reference", "pk")
    return rows.prefetch_related(Prefetch("parties", queryset=parties))


def person_file(viewer: Viewer, person: Person) -> PersonFile:
    """Everything of one record, in a constant number of queries."""
    return person_files(viewer, [person.pk])[0]


def person_files(viewer: Viewer, people: Iterable[int]) -> list[PersonFile]:
    """Of these records those that the viewer may see, the oldest first."""
    rows = Person.objects.visible_to(viewer).prefetch_related("other_names", *_how_to_reach(viewer))
    found = with_parties(viewer, rows.filter(pk__in=list(people))).order_by("pk")
    return [_file(person, list(person.parties.all())) for person in found]


def _file(person: Person, parties: list[Party]) -> PersonFile:
    newest_first = sorted(parties, key=lambda each: (each.case.opened_on, each.case.pk), reverse=True)
    return PersonFile(person=person, parties=newest_first, held=any(each.held for each in parties))


@dataclass(frozen=True)
class Safe:
    """A number and whether it is safe: where it stands on two records of one person, "no" on either is no."""

    phone: Phone
    answers: tuple[bool | None, bool | None, bool | None]
    outweighed: bool


def safe_numbers(phones: Iterable[Phone]) -> list[Safe]:
    said: dict[str, list[tuple[bool | None, ...]]] = defaultdict(list)
    phones = list(phones)
    for each in phones:
        said[phone_digits(unmasked(each.number))].append(_answers(each))
    found = []
    for each in phones:
        own, of_all = _answers(each), zip(*said[phone_digits(unmasked(each.number))], strict=True)
        call, text, message = (False if False in told else mine for mine, told in zip(own, of_all, strict=True))
        found.append(Safe(each, (call, text, message), outweighed=(call, text, message) != own))
    return found


def mark_unsafe_elsewhere(viewer: Viewer, people: Iterable[Person], phones: Iterable[Phone]) -> None:
    """Rows of numbers to be shown: "no" where another record that the viewer may see says so. Nothing is asked of those
    without other records; they were read with `joined`."""
    heads = {head_of(person) for person in people if hasattr(person, "joined")}
    if heads:
        joined = Joined.objects.filter(head__in=heads).values("person_id")
        safe = {
            each.phone.pk: each.answers
            for each in safe_numbers(Phone.objects.visible_to(viewer).filter(person__in=joined))
        }
        for phone in phones:
            if phone.pk in safe:
                phone.safe_to_call, phone.safe_to_text, phone.safe_to_leave_message = safe[phone.pk]


def _answers(phone: Phone) -> tuple[bool | None, bool | None, bool | None]:
    return phone.safe_to_call, phone.safe_to_text, phone.safe_to_leave_message


def _how_to_reach(viewer: Viewer) -> tuple["Prefetch[Any]", ...]:
    addresses, phones = Address.objects.told_to(viewer), Phone.objects.told_to(viewer)
    return Prefetch("addresses", queryset=addresses), Prefetch("phones", queryset=phones)


def birth_in_words(person: Person) -> str:
    """ "3 April 1991", "1991", "about 1959 to 1970"; empty when nothing is known."""
    return format_uncertain(born(person))


def born(person: Person) -> UncertainDate:
    return UncertainDate(person.born_from, person.born_until, Precision(person.born_precision))
