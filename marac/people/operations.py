"""Writing down the people whom a referral names; and what follows from every change of a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import AuditEvent
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.identity.operations import note_learned
from marac.identity.queries import together
from marac.intake.people import Home, Mentioned, Number, people_in
from marac.kernel.identifiers import phone_digits
from marac.kernel.masked import unmasked
from marac.kernel.names import compact, full_name
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.matching.keys import search_keys
from marac.people.models import Address, OtherName, Party, Person, Phone, SearchKey
from marac.people.queries import case_ids_of, description_of

NOT_YET_KNOWN = ("", None, "not_known", "not_asked", "unknown")
BIRTH = ("born_from", "born_until", "born_precision", "born_as_written")


@dataclass(frozen=True)
class PeopleEntered:
    case_id: int
    person_ids: list[int]
    linked_ids: list[int]


@dataclass(frozen=True)
class AddressRevealed:
    kind = AuditEvent.Kind.READ

    person_id: int
    address_id: int
    case_ids: list[int]


@dataclass(frozen=True)
class PhoneRevealed:
    kind = AuditEvent.Kind.READ

    person_id: int
    phone_id: int
    case_ids: list[int]


@dataclass(frozen=True)
class AddressInWords:
    text: str
    postcode: str


@dataclass(frozen=True)
class PhoneInWords:
    number: str
    whose: str
    note: str


@operation(needs=Permission.REVEAL)
def reveal_address(*, viewer: Viewer, address: Address) -> AddressInWords:
    """One address in clear. The entry of the trail is written with it: without the entry there are no words."""
    address = lock(Address, viewer, address.pk)
    case_ids = case_ids_of(viewer, address.person_id)
    record(AddressRevealed(person_id=address.person_id, address_id=address.pk, case_ids=case_ids))
    return AddressInWords(text=unmasked(address.text), postcode=unmasked(address.postcode))


@operation(needs=Permission.REVEAL)
def reveal_phone(*, viewer: Viewer, phone: Phone) -> PhoneInWords:
    """One number in clear, and what is said of it in words."""
    phone = lock(Phone, viewer, phone.pk)
    case_ids = case_ids_of(viewer, phone.person_id)
    record(PhoneRevealed(person_id=phone.person_id, phone_id=phone.pk, case_ids=case_ids))
    return PhoneInWords(number=unmasked(phone.number), whose=unmasked(phone.whose), note=unmasked(phone.note))


@operation(needs=Permission.DECIDE_REFERRALS)
def enter_people(
    *, viewer: Viewer, case: Case, content: dict[str, Any], known: dict[str, int] | None = None
) -> list[Party]:
    """Everybody whom a referral's content (marac-intake/1) names, as parties to the case.

    `known` links a path such as "victims[0]" to the pk of a person whom the viewer may see: that person is kept, and
    given only what is new. What is on record of them is not overwritten.
    """
    case = lock(Case, viewer, case.pk)
    people = people_in(content, today=viewer.today)
    if set(known or {}) - {each.path for each in people}:
        raise Refusal(_("Somebody whom you matched is no longer in the referral. Match its people again."))
    by_pk = {pk: lock(Person, viewer, pk) for pk in sorted(set((known or {}).values()))}
    linked = {path: by_pk[pk] for path, pk in (known or {}).items()}
    parties = [_enter(case, each, linked.get(each.path)) for each in people]
    mask_shared_homes([case.pk])
    person_ids = [party.person_id for party in parties]
    record(PeopleEntered(case_id=case.pk, person_ids=person_ids, linked_ids=sorted(by_pk)))
    return parties


def refresh_keys(person: Person) -> None:
    """Make the search keys those of what is recorded now; called by every operation that changes a person. Who may be
    the same is then looked for anew."""
    (wanted,) = search_keys([description_of(person)])
    have = set(SearchKey.objects.filter(person=person).values_list("value", flat=True))
    if have - wanted:
        SearchKey.objects.filter(person=person, value__in=have - wanted).delete()
    SearchKey.objects.bulk_create([SearchKey(person=person, value=value) for value in sorted(wanted - have)])
    note_learned(person.pk)


def mask_shared_homes(case_ids: Iterable[int]) -> list[Address]:
    """An address that is confidential for one person in a case is so for all in it: a child gives it away too. So it is
    for all records of one human being. Gives those that are masked by this."""
    homes = list(Address.objects.filter(person__in=_who_share(set(case_ids))).select_related("person"))
    hidden = {home.place for home in homes if home.confidential}
    masked = [home for home in homes if home.place in hidden and not home.confidential]
    for home in masked:
        home.confidential, home.revision = True, home.revision + 1
        home.save()
        refresh_keys(home.person)
    return masked


def show_homes_again(case_ids: Iterable[int], revisions: Mapping[int, int]) -> list[Address]:
    """Of these addresses, by number with the revision that they had when they were masked, those of people in the cases
    that nobody has saved since."""
    homes = Address.objects.filter(person__in=_who_share(set(case_ids)), pk__in=revisions).select_related("person")
    back = [home for home in homes if home.revision == revisions[home.pk]]
    for home in back:
        home.confidential, home.revision = False, home.revision - 1
        home.save()
        refresh_keys(home.person)
    return back


def _who_share(case_ids: set[int]) -> set[int]:
    """Everybody in these cases, and in the other cases of whoever was joined with one of them."""

    def people_in_cases(cases: set[int]) -> set[int]:
        return set(Party.objects.filter(case__in=cases).values_list("person_id", flat=True))

    here = people_in_cases(case_ids)
    joined = together(here) - here
    theirs = set(Party.objects.filter(person__in=joined).values_list("case_id", flat=True)) if joined else set()
    return here | joined | people_in_cases(theirs - case_ids) if joined else here


def _enter(case: Case, mentioned: Mentioned, person: Person | None) -> Party:
    if person is None:
        person = Person(marac=case.marac, **mentioned.person)
        other_names = list(mentioned.other_names)
    else:
        other_names = [*mentioned.other_names, *_fill(person, mentioned)]
        person.revision += 1
    person.save()
    _add_names(person, other_names)
    for home in mentioned.homes:
        _add_home(person, home)
    for number in mentioned.numbers:
        _add_number(person, number)
    refresh_keys(person)
    return _add_party(case, person, mentioned)


def _fill(person: Person, mentioned: Mentioned) -> list[str]:
    """Complete what was not known of a person; returns the name that they are called by here, where it is another."""
    values = mentioned.person
    called = full_name(values["forenames"], values["surname"])
    is_another = bool(called) and bool(person.name) and compact(called) != compact(person.name)
    names = [] if not person.name else ["surname", "forenames"]
    if _tells_birth_better(person, values):
        for name in BIRTH:
            setattr(person, name, values[name])
    for name in set(values) - set(names) - set(BIRTH):
        if getattr(person, name) in NOT_YET_KNOWN and values[name] not in NOT_YET_KNOWN:
            setattr(person, name, values[name])
    return [called] if is_another else []


def _tells_birth_better(person: Person, values: dict[str, Any]) -> bool:
    """An exact birth date replaces one known only in part, if both can be true; an exact one is never replaced."""
    first, last = values.get("born_from"), values.get("born_until")
    if first is None or last is None or person.born_precision == "exact":
        return False
    if person.born_from is None or person.born_until is None:
        return True
    return bool(values["born_precision"] == "exact" and person.born_from <= first <= person.born_until)


def _add_names(person: Person, names: list[str]) -> None:
    have = {compact(each.text) for each in OtherName.objects.filter(person=person)} | {compact(person.name)}
    for name in names:
        if compact(name) not in have:
            OtherName(person=person, text=name).save()
            have.add(compact(name))


def _add_home(person: Person, home: Home) -> None:
    """An address that is confidential once stays so, whatever a later referral leaves unsaid."""
    rows = Address.objects.filter(person=person, postcode=home.postcode)
    same = next((each for each in rows if each.place == home.place), None)
    if same is None:
        Address(
            person=person, text=home.text, postcode=home.postcode, kind=home.kind, confidential=home.confidential
        ).save()
    elif home.confidential and not same.confidential:
        same.confidential, same.revision = True, same.revision + 1
        same.save()


def _add_number(person: Person, number: Number) -> None:
    """Where two referrals disagree on whether a number is safe, "no" stands until somebody corrects it."""
    same = next((each for each in Phone.objects.filter(person=person) if _is_same(each.number, number.number)), None)
    if same is None:
        Phone(person=person, number=number.number, whose=number.whose, note=number.note, **number.safe).save()
        return
    for name, said in number.safe.items():
        if said is not None and getattr(same, name) is not False:
            setattr(same, name, said)
    same.whose = same.whose or number.whose
    note = unmasked(same.note)
    if number.note and number.note not in note:
        same.note = f"{note}; {number.note}".strip("; ")[:400]
    same.revision += 1
    same.save()


def _is_same(one: Any, other: str) -> bool:
    return phone_digits(unmasked(one)) == phone_digits(other)


def _add_party(case: Case, person: Person, mentioned: Mentioned) -> Party:
    party = Party.objects.filter(case=case, person=person, role=mentioned.role).first()
    if party is None:
        party = Party(case=case, person=person, role=mentioned.role, **mentioned.party)
    for name, value in mentioned.party.items():
        if getattr(party, name) in ("", None) or (name == "must_not_receive" and value):
            setattr(party, name, value)
    party.revision += 1 if party.pk else 0
    party.save()
    return party
