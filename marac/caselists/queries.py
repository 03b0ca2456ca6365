"""What an agency reads: the issue in force of its case list, cut to what the reader may see, and what it changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.together import together, wanted
from marac.kernel.issues import Since
from marac.meetings.issues import IN_AN_ISSUE, difference
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.people.models import Address, OtherName, Party, Person


@dataclass(frozen=True)
class ListedPerson:
    """What an agency searches its records by, and nothing that was told about the person."""

    role: str
    name: str
    other_names: list[str]
    born: str
    addresses: list[str]
    address_withheld: bool
    school: str
    language: str


@dataclass(frozen=True)
class ListedCase:
    reference: str
    kind: str
    referred_by: str
    deferred: bool
    people: list[ListedPerson]


@dataclass(frozen=True)
class CaseList:
    """Cut to the cases that the viewer may see. `sent` is the issue of the viewer's agency, if it was sent one; `since`
    and `another_time` say what that changed of the issue before."""

    meeting: Meeting
    cases: list[ListedCase]
    case_ids: list[int]
    sent: ListSent | None
    since: Since | None = None
    another_time: bool = False


def last_issue(viewer: Viewer, sent: ListSent) -> ListSent:
    """The one in force for the agency of that issue."""
    found = ListSent.objects.visible_to(viewer).filter(meeting=sent.meeting_id, agency=sent.agency_id)
    return found.order_by("-number").first() or sent


def case_list(viewer: Viewer, meeting: Meeting) -> CaseList:
    """Who is listed, by identifiers only: as the viewer's agency was sent it, or as it is now where it was sent none.
    Until the list is sent, only whoever plans meetings sees it."""
    own = ListSent.objects.visible_to(viewer).filter(meeting=meeting, agency=viewer.agency_id)
    sent, earlier = (*own.order_by("-number")[:2], None, None)[:2]
    items = AgendaItem.objects.visible_to(viewer).filter(meeting=meeting).select_related("case", "referral__agency")
    found = list(items.order_by("position", "pk"))
    if sent is None:
        return CaseList(meeting, **_shown(viewer, meeting, _as_it_is_now(viewer, meeting, found)), sent=None)
    stands = {each.case_id: each for each in found if each.state in IN_AN_ISSUE}
    now = [row for row in sent.cases if row["case_id"] in stands]
    shown = _shown(viewer, meeting, [stands[row["case_id"]] for row in now])
    if earlier is None:
        return CaseList(meeting, **shown, sent=sent)
    since = difference(earlier, now, {each.case_id for each in found})
    another_time = (earlier.for_day, earlier.for_time) != (sent.for_day, sent.for_time)
    return CaseList(meeting, **shown, sent=sent, since=since, another_time=another_time)


def _as_it_is_now(viewer: Viewer, meeting: Meeting, found: Iterable[AgendaItem]) -> list[AgendaItem]:
    if meeting.list_sent_on is None and not viewer.may(Permission.RUN_MEETINGS):
        return []
    return [each for each in found if each.state != AgendaItem.State.WITHDRAWN]


def _shown(viewer: Viewer, meeting: Meeting, items: list[AgendaItem]) -> dict[str, Any]:
    people = _people_of(viewer, meeting)
    cases = [_listed_case(each, people.get(each.case_id, [])) for each in items]
    return {"cases": cases, "case_ids": [each.case_id for each in items]}


def _people_of(viewer: Viewer, meeting: Meeting) -> dict[int, list[ListedPerson]]:
    """Case to its people: victim, perpetrators, children, others; the oldest record first."""
    found = Party.objects.visible_to(viewer).marked(viewer).filter(case__listings__meeting=meeting)
    parties = list(found.select_related("person").order_by("pk"))
    of_people = {"person__in": {party.person_id for party in parties}}
    names, addresses = together(
        wanted(OtherName.objects.filter(**of_people), "person_id", "text"),
        wanted(
            Address.objects.told_to(viewer).filter(**of_people),
            "person_id",
            "kind",
            "text",
            "postcode",
            "area",
            "confidential",
        ),
    )
    order = list(Party.Role)
    people: dict[int, list[ListedPerson]] = {}
    for party in sorted(parties, key=lambda each: order.index(Party.Role(each.role))):
        listed = _listed_person(party, _of(party, names), _of(party, addresses))
        people.setdefault(party.case_id, []).append(listed)
    return people


def _of(party: Party, rows: list[Any]) -> list[Any]:
    return sorted((each for each in rows if each.person_id == party.person_id), key=lambda each: each.pk)


def _listed_person(party: Party, names: list[OtherName], addresses: list[Address]) -> ListedPerson:
    person: Person = party.person
    return ListedPerson(
        role=party.get_role_display(),
        name=person.name or (_("Unborn child") if party.unborn else ""),
        other_names=[other.text for other in names],
        born=_born(party),
        addresses=[address.shown for address in addresses if address.shown],
        address_withheld=party.held or any(address.confidential for address in addresses),
        school=party.school if party.role == Party.Role.CHILD and not party.held else "",
        language=person.language,
    )


def _born(party: Party) -> str:
    """The birth date as it may be searched by: exact, or as it was written when it is known only in part."""
    person = party.person
    if party.unborn and party.due_on:
        return _("Due {day}").format(day=f"{party.due_on:%d/%m/%Y}")
    exact = person.born_from is not None and person.born_from == person.born_until
    return f"{person.born_from:%d/%m/%Y}" if exact else person.born_as_written


def _listed_case(item: AgendaItem, people: list[ListedPerson]) -> ListedCase:
    return ListedCase(
        reference=item.case.reference,
        kind=item.referral.get_kind_display(),
        referred_by=item.referral.agency.name if item.referral.agency else "",
        deferred=item.state == AgendaItem.State.DEFERRED,
        people=people,
    )
