"""Writing down the people of a referral, and correcting what is recorded of one of them."""

from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.intake.people import Home, Mentioned, Number, masked, people_in
from marac.kernel.birthdates import parse_birth_date
from marac.kernel.identifiers import parse_health_number, phone_digits
from marac.kernel.names import compact, full_name
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.people.models import Address, OtherName, Party, Person, Phone, SearchKey
from marac.people.queries import description_of
from marac.people.rules import check_death, search_keys

NOT_YET_KNOWN = ("", None, "not_known", "not_asked", "unknown")
BIRTH = ("born_from", "born_until", "born_precision", "born_as_written")


@dataclass(frozen=True)
class PeopleEntered:
    case_id: int
    person_ids: list[int]
    linked_ids: list[int]


@dataclass(frozen=True)
class PersonCorrected:
    person_id: int
    fields: list[str]


@dataclass(frozen=True)
class PhoneCorrected:
    person_id: int
    phone_id: int


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
    hidden = Address.objects.filter(person__in=by_pk, confidential=True)
    places = frozenset((compact(each.text), each.postcode) for each in hidden)
    parties = [_enter(case, each, linked.get(each.path)) for each in masked(people, places)]
    person_ids = [party.person_id for party in parties]
    record(PeopleEntered(case_id=case.pk, person_ids=person_ids, linked_ids=sorted(by_pk)))
    return parties


@operation(needs=Permission.CORRECT_PEOPLE)
def correct_person(
    *, viewer: Viewer, person: Person, born: str | None = None, other_names: list[str] | None = None, **fields: Any
) -> Person:
    """Put right fields of a person by their names; `born` is a birth date as it is written. The trail keeps both.

    A birth date that reads as before is left alone: an age counts back from the day on which it was given.
    """
    person = lock(Person, viewer, person.pk)
    changed = [name for name, value in fields.items() if getattr(person, name) != value]
    if "health_number" in changed and fields["health_number"]:
        fields["health_number"] = _health_number(fields["health_number"])
    for name in changed:
        setattr(person, name, fields[name])
    if born is not None and born != person.born_as_written:
        _set_birth(person, born, viewer)
        changed.append("born")
    _check_name(person)
    check_death(person.died_on, born_from=person.born_from, today=viewer.today)
    person.save()
    if other_names is not None and _set_other_names(person, other_names):
        changed.append("other_names")
    refresh_keys(person)
    record(PersonCorrected(person_id=person.pk, fields=changed))
    return person


@operation(needs=Permission.CORRECT_PEOPLE)
def correct_phone(
    *,
    viewer: Viewer,
    phone: Phone,
    safe_to_call: bool | None,
    safe_to_text: bool | None,
    safe_to_leave_message: bool | None,
    whose: str,
    note: str,
) -> Phone:
    """Say anew whether a number is safe: the one way in which an unsafe number becomes safe again."""
    phone = lock(Phone, viewer, phone.pk)
    phone.safe_to_call, phone.safe_to_text = safe_to_call, safe_to_text
    phone.safe_to_leave_message = safe_to_leave_message
    phone.whose, phone.note = whose, note
    phone.save()
    record(PhoneCorrected(person_id=phone.person_id, phone_id=phone.pk))
    return phone


def refresh_keys(person: Person) -> None:
    """Make the search keys those of what is recorded now; called by every operation that changes a person."""
    of = description_of(person)
    wanted = search_keys(of.surname, of.forenames, of.other_names, of.born_exact, of.postcodes, of.phones)
    have = set(SearchKey.objects.filter(person=person).values_list("value", flat=True))
    if have - wanted:
        SearchKey.objects.filter(person=person, value__in=have - wanted).delete()
    SearchKey.objects.bulk_create([SearchKey(person=person, value=value) for value in sorted(wanted - have)])


def _enter(case: Case, mentioned: Mentioned, person: Person | None) -> Party:
    if person is None:
        person = Person(marac=case.marac, **mentioned.person)
        other_names = list(mentioned.other_names)
    else:
        other_names = [*mentioned.other_names, *_fill(person, mentioned)]
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
    same = next((each for each in rows if (compact(each.text), each.postcode) == home.place), None)
    if same is None:
        Address(
            person=person, text=home.text, postcode=home.postcode, kind=home.kind, confidential=home.confidential
        ).save()
    elif home.confidential and not same.confidential:
        same.confidential = True
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
    if number.note and number.note not in same.note:
        same.note = f"{same.note}; {number.note}".strip("; ")[:400]
    same.save()


def _is_same(one: str, other: str) -> bool:
    return phone_digits(one) == phone_digits(other)


def _add_party(case: Case, person: Person, mentioned: Mentioned) -> Party:
    party = Party.objects.filter(case=case, person=person, role=mentioned.role).first()
    if party is None:
        party = Party(case=case, person=person, role=mentioned.role, **mentioned.party)
    for name, value in mentioned.party.items():
        if getattr(party, name) in ("", None) or (name == "must_not_receive" and value):
            setattr(party, name, value)
    party.save()
    return party


def _set_birth(person: Person, born: str, viewer: Viewer) -> None:
    try:
        when = parse_birth_date(born, today=viewer.today)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field="born") from refusal
    person.born_from, person.born_until = when.earliest, when.latest
    person.born_precision, person.born_as_written = when.precision.value, born


def _health_number(text: str) -> str:
    try:
        return parse_health_number(text)
    except Refusal as refusal:
        raise Refusal(refusal.sentence, field="health_number") from refusal


def _check_name(person: Person) -> None:
    """Nobody loses their name by a correction; an unborn child may have none yet."""
    if not person.name and not Party.objects.filter(person=person, unborn=True).exists():
        raise Refusal(_("Enter a surname or a forename, so that the person can be found again."), field="surname")


def _set_other_names(person: Person, names: list[str]) -> bool:
    wanted = {compact(name): name for name in names if compact(name)}
    have = {compact(each.text): each for each in OtherName.objects.filter(person=person)}
    for key in set(have) - set(wanted):
        have[key].delete()
    for key in sorted(set(wanted) - set(have)):
        OtherName(person=person, text=wanted[key]).save()
    return set(have) != set(wanted)
