"""One case as a page shows it: who is in it, how it came and where it was heard, and who has a seat on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from marac.access.viewer import Viewer
from marac.actions.models import Action
from marac.actions.queries import actions_of
from marac.cases.models import Case, CaseAccess
from marac.cases.together import together, wanted
from marac.meetings.models import AgendaItem
from marac.people.models import Address, OtherName, Party, Phone
from marac.people.queries import mark_unsafe_elsewhere
from marac.referrals.models import Referral
from marac.referrals.queries import Telling, how_to_tell
from marac.risk.models import RiskAssessment
from marac.risk.queries import OF_A_LINE, Counted, counted
from marac.serial.models import SerialPart
from marac.serial.queries import confirmed_of, labelled

ORDER = [Party.Role.VICTIM, Party.Role.PERPETRATOR, Party.Role.CHILD, Party.Role.OTHER]


@dataclass(frozen=True)
class PersonInCase:
    """Who somebody is in the case, and where they may and may not be reached."""

    party: Party
    other_names: list[OtherName]
    addresses: list[Address]
    phones: list[Phone]

    @property
    def held(self) -> bool:
        """Beyond who they are, nothing of them is for this viewer."""
        return bool(self.party.held)


@dataclass(frozen=True)
class CaseFile:
    """People stand in the order victim, perpetrators, children, others; everything else newest first."""

    case: Case
    people: list[PersonInCase]
    referrals: list[Referral]
    assessments: list[Counted]
    listings: list[AgendaItem]
    actions: list[Action]
    seats: list[CaseAccess]
    telling: Telling | None
    serial: list[SerialPart]

    @property
    def held(self) -> bool:
        """Somebody in it is kept from the viewer, and so is what was said of the case."""
        return any(each.held for each in self.people)


def case_file(viewer: Viewer, case: Case) -> CaseFile:
    """Everything the page needs, in five questions however much hangs from the case. The viewer may see the case."""
    found = Party.objects.visible_to(viewer).marked(viewer).filter(case=case)
    parties = list(found.select_related("person__joined").order_by("pk"))
    of_case, of_people = {"case": case}, {"person__in": [party.person_id for party in parties]}
    addresses_of_people = Address.objects.told_to(viewer).filter(**of_people)
    phones_of_people = Phone.objects.told_to(viewer).filter(**of_people)
    assessed = RiskAssessment.objects.told_to(viewer).filter(**of_case)
    referrals, assessments, listings, seats, names, addresses, phones, serial = together(
        wanted(Referral.objects.filter(**of_case), "referred_on", "kind", "state", "agency_id", "agency__name"),
        wanted(assessed, *OF_A_LINE),
        wanted(AgendaItem.objects.filter(**of_case), "state", "reason", "meeting_id", "meeting__held_on"),
        wanted(CaseAccess.objects.filter(**of_case), "basis", "from_on", "until_on", "agency_id", "agency__name"),
        wanted(OtherName.objects.filter(**of_people), "person_id", "text"),
        wanted(addresses_of_people, "person_id", "kind", "text", "postcode", "area", "confidential"),
        wanted(phones_of_people, "person_id", "safe_to_call", "safe_to_leave_message"),
        wanted(confirmed_of(of_people["person__in"])),
    )
    mark_unsafe_elsewhere(viewer, [party.person for party in parties], phones)
    parties.sort(key=lambda each: ORDER.index(Party.Role(each.role)))
    return CaseFile(
        case=case,
        people=[PersonInCase(each, *(_of(each, rows) for rows in (names, addresses, phones))) for each in parties],
        referrals=sorted(referrals, key=lambda each: (str(each.referred_on or ""), each.pk), reverse=True),
        assessments=[counted(each) for each in sorted(assessments, key=lambda each: (each.completed_on, each.pk))][
            ::-1
        ],
        listings=sorted(listings, key=lambda each: (each.meeting.held_on, each.pk), reverse=True),
        actions=list(actions_of(viewer, case)),
        seats=sorted(seats, key=lambda each: (each.agency.name, each.from_on)),
        telling=how_to_tell(viewer, case),
        serial=serial,
    )


def serial_in(viewer: Viewer, file: CaseFile) -> set[int]:
    """Whom of the case the viewer is told to be a serial perpetrator: nobody where anything of it is kept from them."""
    harming = [each.party.person_id for each in file.people if each.party.role == Party.Role.PERPETRATOR]
    return set() if file.held or not file.serial else labelled(viewer, harming)


def _of(party: Party, rows: Iterable[Any]) -> list[Any]:
    return sorted((each for each in rows if each.person_id == party.person_id), key=lambda each: each.pk)


def cases_found(viewer: Viewer, words: str) -> QuerySet[Case]:
    """The viewer's cases, newest first, each with the last meeting that it was listed for and what became of it there;
    with words, those whose reference holds them."""
    last = AgendaItem.objects.filter(case=OuterRef("pk")).order_by("-meeting__held_on", "-pk")
    found = Case.objects.visible_to(viewer).select_related("marac")
    found = found.annotate(met_on=Subquery(last.values("meeting__held_on")[:1]), met=Subquery(last.values("state")[:1]))
    return found.filter(reference__icontains=words) if words else found
