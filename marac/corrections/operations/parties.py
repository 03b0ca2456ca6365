"""Who is in a case, and as whom: adding a person, putting their part right, and taking them off."""

from dataclasses import dataclass
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.cases.models import Case
from marac.conflicts.operations import look_at_cases
from marac.corrections.operations.correcting import set_birth
from marac.corrections.rules import check_leaves, check_reason
from marac.identity.operations import note_learned
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.people.models import Party, Person
from marac.people.operations import mask_shared_homes, refresh_keys


@dataclass(frozen=True)
class PartyAdded:
    case_id: int
    person_id: int
    role: str


@dataclass(frozen=True)
class PartyCorrected:
    case_id: int
    person_id: int


@dataclass(frozen=True)
class PartyTakenOff:
    case_id: int
    person_id: int
    reason: str
    was: dict[str, Any]


@operation(needs=Permission.CORRECT_PEOPLE)
def add_party(*, viewer: Viewer, case: Case, person: Person, role: str, **part: Any) -> Party:
    """Somebody on record, in one more case; `part` is their relationships and the like, by the fields' names."""
    case = lock(Case, viewer, case.pk)
    return _add(viewer, case, lock(Person, viewer, person.pk), role, part)


@operation(needs=Permission.CORRECT_PEOPLE)
def add_new_person(
    *, viewer: Viewer, case: Case, surname: str, forenames: str, born: str, role: str, **part: Any
) -> Party:
    """Somebody who is not on record yet; `born` is as it is written."""
    case = lock(Case, viewer, case.pk)
    person = Person(marac=case.marac, surname=surname, forenames=forenames)
    if not person.name and not part.get("unborn"):
        raise Refusal(_("Enter a surname or a forename, so that the person can be found again."), field="surname")
    if born.strip():
        set_birth(person, born, viewer)
    person.save()
    refresh_keys(person)
    return _add(viewer, case, person, role, part)


@operation(needs=Permission.CORRECT_PEOPLE)
def correct_party(*, viewer: Viewer, party: Party, role: str, revision: int | None = None, **part: Any) -> Party:
    """Put right who somebody is in a case."""
    party = lock(Party, viewer, party.pk, revision=revision)
    if role != party.role:
        check_leaves(party.role, others_in_role=_others(party))
    _set(party, role, part)
    party.revision += 1
    party.save()
    note_learned(party.person_id)
    record(PartyCorrected(case_id=party.case_id, person_id=party.person_id))
    return party


@operation(needs=Permission.CORRECT_PEOPLE)
def take_off_party(*, viewer: Viewer, party: Party, reason: str) -> None:
    """They are not in this case after all. What is recorded of them stays, as do their other cases."""
    party = lock(Party, viewer, party.pk)
    lock(Case, viewer, party.case_id)
    check_reason(reason, _("Say why this person is taken off the case."))
    check_leaves(party.role, others_in_role=_others(party))
    told = ("role", "to_victim", "to_perpetrator", "in_household", "school", "must_not_receive", "note")
    was = {name: getattr(party, name) for name in told}
    record(PartyTakenOff(case_id=party.case_id, person_id=party.person_id, reason=reason.strip(), was=was))
    party.delete()


def _add(viewer: Viewer, case: Case, person: Person, role: str, part: dict[str, Any]) -> Party:
    party = Party(case=case, person=person)
    _set(party, role, part)
    party.save()
    mask_shared_homes([case.pk])
    note_learned(person.pk)
    record(PartyAdded(case_id=case.pk, person_id=person.pk, role=role))
    look_at_cases(viewer, [case.pk])
    return party


def _set(party: Party, role: str, part: dict[str, Any]) -> None:
    """Nothing about a case may ever reach its perpetrator, whatever was ticked."""
    if role not in Party.Role.values:
        raise Refusal(_("Choose who this person is in the case."), field="role")
    same = Party.objects.filter(case=party.case_id, person=party.person_id, role=role).exclude(pk=party.pk)
    if same.exists():
        raise Refusal(_("This person is in the case in this role already."), field="role")
    party.role = role
    for name, value in part.items():
        setattr(party, name, value)
    party.must_not_receive = party.must_not_receive or role == Party.Role.PERPETRATOR


def _others(party: Party) -> int:
    return Party.objects.filter(case=party.case_id, role=party.role).exclude(pk=party.pk).count()
