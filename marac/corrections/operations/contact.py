"""Putting right where a person lives and by which numbers they may be reached."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.conflicts.operations import look_at_person
from marac.corrections.rules import check_ended, check_reason
from marac.kernel.identifiers import parse_phone, phone_digits
from marac.kernel.masked import unmasked
from marac.kernel.postcodes import format_postcode
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.people.models import Address, Party, Person, Phone
from marac.people.operations import mask_shared_homes, refresh_keys


@dataclass(frozen=True)
class AddressAdded:
    person_id: int
    address_id: int


@dataclass(frozen=True)
class AddressCorrected:
    """`reason` is why a confidential address became an ordinary one; else it is empty."""

    person_id: int
    address_id: int
    reason: str


@dataclass(frozen=True)
class AddressTakenOff:
    person_id: int
    address_id: int
    reason: str
    was: dict[str, Any]


@dataclass(frozen=True)
class PhoneAdded:
    person_id: int
    phone_id: int


@dataclass(frozen=True)
class PhoneCorrected:
    person_id: int
    phone_id: int


@dataclass(frozen=True)
class PhoneTakenOff:
    person_id: int
    phone_id: int
    reason: str
    was: dict[str, Any]


@operation(needs=Permission.CORRECT_PEOPLE)
def add_address(
    *,
    viewer: Viewer,
    person: Person,
    text: str,
    postcode: str = "",
    area: str = "",
    kind: str = "",
    confidential: bool = False,
) -> Address:
    """Another address. One at which somebody else in a case lives in confidence is confidential here too."""
    person = lock(Person, viewer, person.pk)
    address = Address(person=person, text=text, postcode=format_postcode(postcode)[:10], confidential=confidential)
    address.kind, address.area = kind or Address.Kind.CURRENT, area
    _check_address(address)
    address.save()
    _settle(person)
    record(AddressAdded(person_id=person.pk, address_id=address.pk))
    look_at_person(viewer, person)
    return address


@operation(needs=Permission.CORRECT_PEOPLE)
def correct_address(
    *,
    viewer: Viewer,
    address: Address,
    text: str,
    postcode: str,
    kind: str,
    area: str = "",
    confidential: bool,
    ended_on: date | None = None,
    reason: str = "",
    revision: int | None = None,
) -> Address:
    """Put an address right, end it, or mask it. A confidential one whose words are left blank keeps them.

    It is made ordinary only with a reason, and then for all who live there.
    """
    address = lock(Address, viewer, address.pk, revision=revision)
    was_confidential, was_at = address.confidential, _others_at(address)
    if was_confidential and not (text or postcode):
        text, postcode = unmasked(address.text), unmasked(address.postcode)
    address.text, address.postcode, address.kind = text, format_postcode(postcode)[:10], kind or address.kind
    address.confidential, address.area, address.ended_on = confidential, area, ended_on
    _check_address(address)
    check_ended(ended_on, today=viewer.today)
    if ended_on and address.kind in (Address.Kind.CURRENT, Address.Kind.TEMPORARY):
        address.kind = Address.Kind.PREVIOUS
    address.revision += 1
    address.save()
    if was_confidential and not confidential:
        check_reason(reason, _("Say why this address is no longer confidential."))
        _unmask(viewer, was_at)
    _settle(address.person)
    record(AddressCorrected(person_id=address.person_id, address_id=address.pk, reason=reason.strip()))
    look_at_person(viewer, address.person)
    return address


@operation(needs=Permission.CORRECT_PEOPLE)
def take_off_address(*, viewer: Viewer, address: Address, reason: str) -> None:
    """It was never theirs. Where they used to live is kept, as a previous address."""
    address = lock(Address, viewer, address.pk)
    check_reason(reason, _("Say why this address is taken off, such as: read from another person's row."))
    was = {"text": address.text, "postcode": address.postcode, "confidential": address.confidential}
    record(AddressTakenOff(person_id=address.person_id, address_id=address.pk, reason=reason.strip(), was=was))
    address.delete()
    refresh_keys(address.person)


@operation(needs=Permission.CORRECT_PEOPLE)
def add_phone(*, viewer: Viewer, person: Person, number: str, **said: Any) -> Phone:
    """Another number; `said` is whose it is, whether it is safe, and a note, by the fields' names."""
    person = lock(Person, viewer, person.pk)
    phone = Phone(person=person, number=_number(person, number), **said)
    phone.save()
    refresh_keys(person)
    record(PhoneAdded(person_id=person.pk, phone_id=phone.pk))
    look_at_person(viewer, person)
    return phone


@operation(needs=Permission.CORRECT_PEOPLE)
def correct_phone(*, viewer: Viewer, phone: Phone, number: str, revision: int | None = None, **said: Any) -> Phone:
    """Say anew whether a number is safe: the one way in which an unsafe number becomes safe again."""
    phone = lock(Phone, viewer, phone.pk, revision=revision)
    if unmasked(phone.number) not in (number.strip(), phone_digits(number)):
        phone.number = _number(phone.person, number)
    for name, value in said.items():
        setattr(phone, name, value)
    phone.revision += 1
    phone.save()
    refresh_keys(phone.person)
    record(PhoneCorrected(person_id=phone.person_id, phone_id=phone.pk))
    look_at_person(viewer, phone.person)
    return phone


@operation(needs=Permission.CORRECT_PEOPLE)
def take_off_phone(*, viewer: Viewer, phone: Phone, reason: str) -> None:
    """The number is not theirs, or no longer: nobody is to ring it for them."""
    phone = lock(Phone, viewer, phone.pk)
    check_reason(reason, _("Say why this number is taken off, such as: it is somebody else's."))
    was = {name: getattr(phone, name) for name in ("number", "whose", "note")}
    record(PhoneTakenOff(person_id=phone.person_id, phone_id=phone.pk, reason=reason.strip(), was=was))
    phone.delete()
    refresh_keys(phone.person)


def _settle(person: Person) -> None:
    mask_shared_homes(Party.objects.filter(person=person).values_list("case_id", flat=True))
    refresh_keys(person)


def _check_address(address: Address) -> None:
    if not (address.text or address.postcode):
        raise Refusal(_("Enter the address, or at least its postcode."), field="text")
    others = Address.objects.filter(person=address.person_id).exclude(pk=address.pk)
    if any(each.place == address.place for each in others):
        raise Refusal(_("This person has this address already. Correct that one instead."), field="text")


def _others_at(address: Address) -> QuerySet[Address]:
    """The same place, as others who are in a case with this person have it."""
    cases = Party.objects.filter(person=address.person_id).values("case")
    there = Address.objects.filter(person__parties__case__in=cases, postcode=address.postcode)
    same = [each.pk for each in there.exclude(person=address.person_id) if each.place == address.place]
    return Address.objects.filter(pk__in=same, confidential=True)


def _unmask(viewer: Viewer, others: QuerySet[Address]) -> None:
    """For everybody who lives there, or not at all: one of them who stays masked would be given away."""
    seen = list(others.filter(pk__in=Address.objects.visible_to(viewer).values("pk")).select_related("person"))
    if len(seen) != others.count():
        raise Refusal(_("This address has to stay confidential."), field="confidential")
    for each in seen:
        each.confidential, each.revision = False, each.revision + 1
        each.save()
        refresh_keys(each.person)


def _number(person: Person, typed: str) -> str:
    try:
        number = parse_phone(typed)
    except Refusal as refusal:
        raise refusal.at("number") from None
    if any(phone_digits(unmasked(each.number)) == number for each in Phone.objects.filter(person=person)):
        raise Refusal(_("This person has this number already. Correct that one instead."), field="number")
    return number
