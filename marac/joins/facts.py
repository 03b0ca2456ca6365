"""Everything that points at a person, found by walking the models, so that none is forgotten: what of it is a fact by
which two people are compared, and of the rest how it follows a join. No row is moved by a join, whatever it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Field, ForeignKey

from marac.audit.fingerprint import fingerprint
from marac.kernel.masked import Masked, unmasked
from marac.matching.keys import phones_in
from marac.people.models import Address, Person, Phone

# A fact that is learned: its fields. Two people on whom somebody decided are asked about again when one is new.
COMPARED: Mapping[str, tuple[str, ...]] = {
    "OtherName.person": ("text",),
    "Address.person": ("text", "postcode"),
    "Phone.person": ("number",),
}
# What tells nothing of who somebody is, and how it stands to a join.
FOLLOWS: Mapping[str, str] = {
    "Party.person": "Every case of every record is read together: cases_met, KnownPeople, person_file.",
    "Dispute.first": "Holds for everybody who was joined with them: _kept in marac/people/models.py.",
    "Dispute.second": "Holds for everybody who was joined with them: _kept in marac/people/models.py.",
    "ActsFor.person": "Shuts for everybody who was joined with them, and opens nothing: _kept_from.",
    "SearchKey.person": "A person is found by the keys of all records: people_found.",
    "Joined.person": "The join itself.",
    "Joined.head": "The join itself.",
    "ToCompare.person": "Work that waits; each record is compared by itself.",
    "SerialPart.person": "What a decision was made on: it holds for the human being whose part it is: humans_counted.",
    "Pair.first": "What is asked and decided; nobody is asked about two records of one person.",
    "Pair.second": "What is asked and decided; nobody is asked about two records of one person.",
}
NO_FACT = {"id", "marac", "revision"}


def pointing_at_person() -> Iterator[tuple[str, "Field[Any, Any]"]]:
    """Every key of every model that leads to a person, such as "Address.person"."""
    for model in apps.get_app_config("marac").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is Person:
                yield f"{model.__name__}.{field.name}", field


def facts_of(people: Collection[int]) -> dict[int, list[str]]:
    """By person, everything that is known of them, each fact in one form with the name of where it stands."""
    found: dict[int, list[str]] = defaultdict(list)
    own = [field.attname for field in Person._meta.concrete_fields if field.name not in NO_FACT]
    for row in Person.objects.filter(pk__in=people).values("pk", *own):
        found[row["pk"]] += [f"{name}={_said(row[name])}" for name in own]
    for name, field in pointing_at_person():
        told = COMPARED.get(name, ())
        rows = field.model._default_manager.filter(**{f"{field.name}__in": people}) if told else ()
        for row in rows.values(field.attname, *told) if told else ():
            found[row[field.attname]].append(f"{name}={'|'.join(_said(row[each]) for each in told)}")
    return found


def learned(one: Iterable[int], other: Iterable[int]) -> str:
    """A fingerprint of all that is known of the two, whichever stands first; nothing can be read from it."""
    ones, others = set(one), set(other)
    facts = facts_of(ones | others)
    sides = sorted("\n".join(sorted(fact for pk in side for fact in facts[pk])) for side in (ones, others))
    return fingerprint("\n\n".join(sides))


def same_place(ones: Iterable[Address], others: Iterable[Address]) -> bool:
    """Also where both are confidential."""
    return bool({each.place for each in ones} & {each.place for each in others})


def same_number(ones: Iterable[Phone], others: Iterable[Phone]) -> bool:
    one, other = (phones_in(unmasked(each.number) for each in side) for side in (ones, others))
    return bool(one & other)


def _said(value: Any) -> str:
    return str(unmasked(value) if isinstance(value, Masked) else "" if value is None else value)
