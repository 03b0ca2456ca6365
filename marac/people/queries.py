"""Who is known already, who answers to some words, and one person as a page shows them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.identity.models import Joined
from marac.identity.queries import heads_of, together
from marac.intake.people import Described
from marac.kernel.dates import Precision, UncertainDate, format_uncertain
from marac.kernel.identifiers import phone_digits
from marac.kernel.masked import unmasked
from marac.matching.keys import keys_in_common
from marac.matching.likeness import Reason, is_likely, likeness
from marac.matching.terms import Term, read_terms
from marac.people.models import Address, Party, Person, PersonQuerySet, Phone, SearchKey

KEYS_AT_ONCE = 500


@dataclass(frozen=True)
class Known:
    """Somebody who may be the person described: why, and their cases that the viewer may see."""

    person: Person
    reasons: list[Reason]
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


def description_of(person: Person) -> Described:
    """What is compared and searched. A confidential address is left out: a search must not give it away."""
    return Described(
        surname=person.surname,
        forenames=person.forenames,
        other_names=tuple(each.text for each in person.other_names.all()),
        born_from=person.born_from,
        born_until=person.born_until,
        postcodes=tuple(unmasked(each.postcode) for each in person.addresses.all() if not each.confidential),
        phones=tuple(unmasked(each.number) for each in person.phones.all()),
    )


def known_people(viewer: Viewer, description: Described) -> list[Known]:
    """Those whom the description is likely to be of, those with most in common first."""
    return KnownPeople(viewer).like(description)


class KnownPeople:
    """The people whom a viewer may know of, for many questions: what the viewer may see is worked out once."""

    def __init__(self, viewer: Viewer) -> None:
        rows = with_parties(viewer, Person.objects.visible_to(viewer))
        self.rows = rows.select_related("joined").prefetch_related("other_names", *_how_to_reach(viewer))

    def like(self, description: Described) -> list[Known]:
        found = []
        for person in self.rows.filter(pk__in=_with_any(Term(keys_in_common(description)))):
            reasons = likeness(description, description_of(person))
            if is_likely(reasons):
                cases = {party.case.pk: party.case for party in person.parties.all()}
                found.append(Known(person=person, reasons=reasons, cases=list(cases.values())))
        return self._each_once(sorted(found, key=_most_in_common))

    def _each_once(self, found: list[Known]) -> list[Known]:
        """Records of one person stand as the one that has most in common, with the cases of all that are seen."""
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


def _most_in_common(each: Known) -> tuple[int, int]:
    return -sum(1 if reason.alike else -1 for reason in each.reasons), each.person.pk


def held_by_somebody(descriptions: Iterable[Described]) -> Callable[[Described], bool]:
    """Says of any of the descriptions whether anybody at all has something in common with it: asked once for all."""
    keys = sorted(set().union(*(keys_in_common(each) for each in descriptions)))
    held: set[str] = set()
    for at in range(0, len(keys), KEYS_AT_ONCE):
        some = SearchKey.objects.filter(value__in=keys[at : at + KEYS_AT_ONCE])
        held.update(some.values_list("value", flat=True).distinct())
    return lambda description: not held.isdisjoint(keys_in_common(description))


def people_found(viewer: Viewer, words: str) -> PersonQuerySet[Person]:
    """People who answer to all of the words: names in any order or as they sound, birth date, postcode, phone.

    Without words nobody is found: there is no list of everybody.
    """
    rows = Person.objects.visible_to(viewer)
    terms = read_terms(words, today=viewer.today)
    if not terms:
        return rows.none()
    if any(term.phone for term in terms) and not viewer.may(Permission.SEE_CONTACT_DETAILS):
        return rows.none()  # else a number that somebody tries would be confirmed to be hers
    if any(term.place for term in terms):
        rows = rows.told_to(viewer)
    found = rows.filter(*(_of_any_record(rows, term) for term in terms))
    return with_parties(viewer, found.exclude(_has_an_older(Person.objects.visible_to(viewer))))


def _of_any_record(rows: PersonQuerySet[Person], term: Term) -> Q:
    """Of the person, or of one who was joined with them: by any name of hers she is found, as far as it is seen."""
    met = Exists(rows.filter(_condition(term), pk=OuterRef("person_id")))
    joined = Joined.objects.filter(head__in=Joined.objects.filter(met).values("head")).values("person_id")
    if term.born is not None:
        return _condition(term) | Q(pk__in=joined)
    return Q(pk__in=_with_any(term).union(joined))


def _has_an_older(rows: PersonQuerySet[Person]) -> Q:
    """Of the records of one person, all but the oldest that is seen."""
    older = rows.filter(pk=OuterRef("person_id"), pk__lt=OuterRef(OuterRef("pk")))
    heads = Joined.objects.filter(person=OuterRef(OuterRef("pk"))).values("head")
    return Q(Exists(Joined.objects.filter(Exists(older), head__in=heads)))


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
    return format_uncertain(UncertainDate(person.born_from, person.born_until, Precision(person.born_precision)))


def _with_any(term: Term) -> QuerySet[SearchKey, Any]:
    wanted = Q(value__in=term.keys)
    if term.beginning:
        wanted |= _begins(term.beginning)
    return SearchKey.objects.filter(wanted).values("person_id")


def _begins(beginning: str) -> Q:
    """Between two ends too, where that says the same: no index gives SQLite what begins with something."""
    found = Q(value__startswith=beginning)
    if beginning.isascii():
        found &= Q(value__gte=beginning, value__lt=f"{beginning[:-1]}{chr(ord(beginning[-1]) + 1)}")
    return found


def _condition(term: Term) -> Q:
    if term.born is None:
        return Q(pk__in=_with_any(term))
    return Q(born_from__lte=term.born.latest, born_until__gte=term.born.earliest)
