"""One person as all their records tell, as far as the viewer may see them: what they say stands side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from marac.access.viewer import Viewer
from marac.identity.queries import together
from marac.joins.meaning import meaning_of
from marac.joins.queries import JoinShown, joins_of
from marac.kernel.dates import format_date
from marac.people.models import Address, Party, Person, Phone
from marac.people.queries import PersonFile, Safe, birth_in_words, person_files, safe_numbers
from marac.ui.refusals import said

Said = list[str]


@dataclass(frozen=True)
class Fact:
    """One thing that is recorded, with each way in which it is told and the records that tell it so."""

    label: str
    told: list[tuple[str, list[int]]]


@dataclass(frozen=True)
class WholePerson:
    """`records` are those that the viewer may see, the oldest first: under its number the person is shown."""

    files: list[PersonFile]
    facts: list[Fact]
    joins: list[JoinShown]
    meaning: list[str]

    @property
    def person(self) -> Person:
        return self.files[0].person

    @property
    def records(self) -> list[Person]:
        return [file.person for file in self.files]

    @property
    def held(self) -> bool:
        """Beyond who they are, nothing of them is for this viewer."""
        return any(file.held for file in self.files)

    @property
    def parties(self) -> list[Party]:
        found = [party for file in self.files for party in file.parties]
        return sorted(found, key=lambda each: (each.case.opened_on, each.case.pk), reverse=True)

    @property
    def harming(self) -> list[Party]:
        """Their part in each case in which they are said to do harm."""
        return [party for party in self.parties if party.role == Party.Role.PERPETRATOR]

    @property
    def addresses(self) -> list[Address]:
        return [address for person in self.records for address in person.addresses.all()]

    @property
    def numbers(self) -> list[Safe]:
        phones: list[Phone] = [phone for person in self.records for phone in person.phones.all()]
        return safe_numbers(phones)

    @property
    def case_ids(self) -> list[int]:
        return sorted({party.case_id for party in self.parties})


def whole_person(viewer: Viewer, person: Person) -> WholePerson:
    """Of somebody whom the viewer may see, who was read with `joined`."""
    group = together([person.pk]) if hasattr(person, "joined") else {person.pk}
    files = person_files(viewer, group)
    held = any(file.held for file in files)
    facts = facts_told([file.person for file in files], named=len(files) > 1, beyond_who_they_are=not held)
    parties = [party for file in files for party in file.parties]
    meaning = meaning_of(viewer, parties) if len(files) > 1 else []
    return WholePerson(files, facts, joins_of(viewer, group), meaning)


def facts_told(records: Sequence[Person], *, named: bool, beyond_who_they_are: bool) -> list[Fact]:
    """In the order of the page. What nobody recorded is left out, but birth and sex, of which it is said."""
    names = [(_("Name"), [_some(each.name) for each in records])] if named else []
    asked = [*names, *_who_they_are(records), *(_beyond(records) if beyond_who_they_are else [])]
    return [Fact(label, told) for label, words in asked if (told := _by_words(records, words))]


def _by_words(records: Iterable[Person], of_each: Iterable[Said]) -> list[tuple[str, list[int]]]:
    found: dict[str, list[int]] = {}
    for person, words in zip(records, of_each, strict=True):
        for each in words:
            found.setdefault(each, []).append(person.pk)
    return list(found.items())


def _who_they_are(records: Sequence[Person]) -> list[tuple[str, list[Said]]]:
    as_written = [_some(each.born_as_written if each.born_precision != "exact" else "") for each in records]
    return [
        (_("Also known as"), [[other.text for other in each.other_names.all()] for each in records]),
        (_("Born"), [[birth_in_words(each) or _("Not known")] for each in records]),
        (_("Birth as written"), as_written),
        (_("Died"), [_some(each.died_on and said(format_date(each.died_on))) for each in records]),
        (_("Sex"), [[_(each.get_sex_display())] for each in records]),
    ]


def _beyond(records: Sequence[Person]) -> list[tuple[str, list[Said]]]:
    answers = {True: _("Yes"), False: _("No")}
    return [
        (_("Gender"), [_some(each.gender) for each in records]),
        (_("Ethnic group"), [[_(each.get_ethnic_group_display())] for each in records]),
        (_("Ethnicity, as written"), [_some(each.ethnicity) for each in records]),
        (_("LGBT+"), [[_(each.get_lgbt_display())] for each in records]),
        (_("Disabled"), [[_(each.get_disabled_display())] for each in records]),
        (_("Disability, in words"), [_some(each.disability) for each in records]),
        (_("Language"), [_some(each.language) for each in records]),
        (_("Needs an interpreter"), [[answers.get(each.interpreter, _("Not known"))] for each in records]),
        (_("Occupation"), [_some(each.occupation) for each in records]),
        (_("GP"), [_some(each.gp) for each in records]),
        (_("NHS or CHI number"), [_some(each.health_number) for each in records]),
    ]


def _some(text: str | None) -> Said:
    return [text] if text else []
