"""One case as it is drawn: its people, what each is to the victim, and their homes and numbers, as far as the viewer is
told. A hidden address is nobody else's in the drawing, whoever lives there, and a school is not in it at all: else the
place could be worked out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.disputes.queries import acting_for
from marac.households.rules import Drawing, Said, draw
from marac.kernel.dates import format_date
from marac.kernel.identifiers import phone_digits
from marac.kernel.masked import unmasked
from marac.people.models import Address, Party, Phone
from marac.people.queries import mark_unsafe_elsewhere
from marac.ui.refusals import said

ORDER = [Party.Role.VICTIM, Party.Role.PERPETRATOR, Party.Role.CHILD, Party.Role.OTHER]
ANSWERS = {True: gettext_noop("Yes"), False: gettext_noop("No"), None: gettext_noop("Not known")}


@dataclass(frozen=True)
class Member:
    """Somebody in the case, with what is drawn of them."""

    party: Party
    name: str
    notes: list[str]
    places: list[Said]


@dataclass(frozen=True)
class Household:
    members: list[Member]
    drawing: Drawing
    hides: bool


def household(viewer: Viewer, case: Case) -> Household:
    """Of a case that the viewer may see, in as many questions however many are in it."""
    found = Party.objects.visible_to(viewer).marked(viewer).filter(case=case)
    parties = sorted(
        found.select_related("person__joined"), key=lambda each: (ORDER.index(Party.Role(each.role)), each.pk)
    )
    people = [each.person_id for each in parties]
    homes = list(Address.objects.told_to(viewer).filter(person__in=people).order_by("pk"))
    phones = list(Phone.objects.told_to(viewer).filter(person__in=people).order_by("pk"))
    mark_unsafe_elsewhere(viewer, [each.person for each in parties], phones)
    acting: dict[int, list[str]] = defaultdict(list)
    for each in acting_for(viewer, people):
        acting[each.person_id].append(each.agency.name)
    names = {each.person_id: _name(each) for each in parties}
    places = {**_homes(homes, names, _kept_from(viewer, parties)), **_numbers(phones)}
    at = {each.pk: _of(each.person_id, homes, phones) for each in parties}
    members = [_member(each, acting[each.person_id], [places[key] for key in at[each.pk]]) for each in parties]
    drawn = [Said(str(each.party.pk), each.party.role, each.name, tuple(each.notes)) for each in members]
    drawing = draw(drawn, list(places.values()), {str(key): theirs for key, theirs in at.items()})
    return Household(members, drawing, hides=any(each.kind == "hidden" for each in places.values()))


def _member(party: Party, acting: Sequence[str], places: list[Said]) -> Member:
    name = _name(party)
    notes = [_(party.get_role_display())]
    if party.held:
        return Member(party, name, [*notes, _("Ask the coordinator")], [])
    if party.to_victim and party.to_victim != notes[0]:
        notes.append(_("To the victim: %(what)s") % {"what": party.to_victim})
    if party.role == Party.Role.CHILD and party.to_perpetrator:
        notes.append(_("To the perpetrator: %(what)s") % {"what": party.to_perpetrator})
    if party.in_household:
        notes.append(_("Lives with the victim"))
    if party.must_not_receive:
        notes.append(_("Must not be told"))
    notes += [_("Acted for by %(agency)s") % {"agency": name} for name in acting]
    return Member(party, name, notes, places)


def _name(party: Party) -> str:
    return party.person.name or (_("Unborn child") if party.unborn else _("Name not known"))


def _kept_from(viewer: Viewer, parties: Sequence[Party]) -> dict[int, list[str]]:
    """By person, from whom a hidden address of theirs is kept: for those who may have it shown."""
    if not viewer.may(Permission.REVEAL):
        return {}
    harming = {each.person_id for each in parties if each.role == Party.Role.PERPETRATOR}
    shut_out = [each for each in parties if each.person_id in harming or (each.must_not_receive and not each.held)]
    names = {each.person_id: each.person.name or _("Name not known") for each in shut_out}
    return {
        each.person_id: [name for pk, name in names.items() if pk != each.person_id]
        for each in parties
        if each.person_id not in harming
    }


def _home_key(home: Address) -> str:
    """Only what is open to all is one place for several people."""
    return f"hidden {home.pk}" if home.confidential else f"home {home.place}"


def _number_key(phone: Phone) -> str:
    return f"number {phone_digits(unmasked(phone.number))}"


def _of(person_id: int, homes: Sequence[Address], phones: Sequence[Phone]) -> list[str]:
    keys = [_home_key(each) for each in homes if each.person_id == person_id]
    keys += [_number_key(each) for each in phones if each.person_id == person_id]
    return list(dict.fromkeys(keys))


def _homes(homes: Sequence[Address], names: Mapping[int, str], kept_from: dict[int, list[str]]) -> dict[str, Said]:
    found: dict[str, list[Address]] = defaultdict(list)
    for home in homes:
        found[_home_key(home)].append(home)
    return {key: _home(key, same, names, kept_from) for key, same in found.items()}


def _home(key: str, same: Sequence[Address], names: Mapping[int, str], kept_from: dict[int, list[str]]) -> Said:
    """Where one still lives and another did, it is said of each."""
    home, whens = same[0], [_when(each) for each in same]
    if not home.confidential:
        notes = whens[:1]
        if len(set(whens)) > 1:
            each_of = zip(same, whens, strict=True)
            current = _(Address.Kind.CURRENT.label)
            notes = [f"{names[each.person_id]}: {when or current}" for each, when in each_of]
        return Said(key, "home", home.shown, tuple(filter(None, notes)))
    notes = [home.area, whens[0]]
    if kept_from.get(home.person_id):
        notes.append(_("Kept from %(names)s") % {"names": ", ".join(dict.fromkeys(kept_from[home.person_id]))})
    return Said(key, "hidden", _("Hidden address"), tuple(filter(None, notes)))


def _when(home: Address) -> str:
    """Nothing of where somebody lives now."""
    notes = [] if home.kind == Address.Kind.CURRENT else [_(home.get_kind_display())]
    if home.ended_on:
        notes.append(_("until %(day)s") % {"day": said(format_date(home.ended_on))})
    return ", ".join(notes)


def _numbers(phones: Sequence[Phone]) -> dict[str, Said]:
    """Without the number. "No" on either record of one number is no, as wherever numbers are shown."""
    by_number: dict[str, list[Phone]] = defaultdict(list)
    for phone in phones:
        by_number[_number_key(phone)].append(phone)
    return {key: _number(key, at, same) for at, (key, same) in enumerate(by_number.items(), start=1)}


def _number(key: str, at: int, same: Sequence[Phone]) -> Said:
    answers = {each.safe_to_call for each in same}
    safe = False if False in answers else True if answers == {True} else None
    notes = [_("Safe to call: %(answer)s") % {"answer": _(ANSWERS[safe])}]
    if len({each.person_id for each in same}) > 1:
        notes.append(_("Used by more than one person here"))
    return Said(key, "number", _("Number %(number)s") % {"number": at}, tuple(notes))
