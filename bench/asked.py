"""What is asked of an area: each page by its name, with another record each time where it shows one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count
from django.test import Client
from django.urls import reverse

from bench.aims import LIVE, PAGE, QUERIES, RETURN
from marac.actions.models import Action
from marac.cases.models import Case
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.models import Issue
from marac.people.models import Party
from marac.reports.rules import quarter_of
from marac.research.models import Request as Question


@dataclass(frozen=True)
class Request:
    """An address to open; with fields, a form to send there."""

    address: str
    fields: dict[str, Any] = field(default_factory=dict)

    def send(self, client: Client) -> Any:
        return client.post(self.address, self.fields) if self.fields else client.get(self.address)


@dataclass(frozen=True)
class Asked:
    """A page: the requests that make it the nth time, what comes before them unmeasured, and its aims."""

    name: str
    requests: Callable[[int], list[Request]]
    before: Callable[[Client, int], object] | None = None
    aim: int = PAGE
    queries: int = QUERIES


def everything() -> Iterator[Asked]:
    """A page of which the area holds no record is left out."""
    yield from _lists()
    yield from _cases()
    yield from _people()
    yield from _meetings()
    yield from _minutes()
    yield from _returns()


def _same(name: str, address: str) -> Asked:
    return Asked(name, lambda _number: [Request(address)])


def _each(name: str, place: str, numbers: list[int]) -> Iterator[Asked]:
    if numbers:
        yield Asked(name, lambda number: [Request(reverse(place, args=[numbers[number % len(numbers)]]))])


def _lists() -> Iterator[Asked]:
    yield _same("Today", reverse("office:today"))
    yield _same("Referrals", reverse("referrals:all"))
    yield _same("Cases", reverse("office:cases"))
    yield _same("Meetings", reverse("meetings:all"))
    yield _same("Flags that are missing", reverse("flags:gaps"))
    yield _same("Actions", reverse("actions:all"))
    agencies = list(Action.objects.values_list("agency", flat=True).distinct().order_by("agency"))
    filters = [f"?state={state}&agency={agency}" for agency in [*agencies, ""] for state in ("late", "all", "answered")]
    yield Asked("Actions, filtered", lambda number: [Request(reverse("actions:all") + filters[number % len(filters)])])


def _cases() -> Iterator[Asked]:
    cases = Case.objects.order_by("-pk")
    yield from _each("Case", "office:case", list(cases.values_list("pk", flat=True)[:200]))
    heard = cases.annotate(times=Count("listings")).order_by("-times", "-pk")
    yield from _each("Case heard most often", "office:case", list(heard.values_list("pk", flat=True)[:50]))
    references = list(cases.values_list("reference", flat=True)[:200])
    place = reverse("office:cases")
    yield Asked(
        "Cases, searched",
        lambda _number: [Request(place)],
        before=lambda client, number: Request(place, {"words": references[number % len(references)][-4:]}).send(client),
    )


def _people() -> Iterator[Asked]:
    parties = Party.objects.order_by("-pk").select_related("person")[:200]
    people = [each.person for each in parties if each.person.surname]
    search = reverse("people:search")

    def words(number: int) -> str:
        """A surname; a name in the other order; a name with the day of birth."""
        person = people[number % len(people)]
        if number % 3 == 0 or not person.born_from:
            return person.surname
        return f"{person.surname} {person.forenames}" + (f" {person.born_from:%d/%m/%Y}" if number % 3 == 2 else "")

    def post(number: int) -> list[Request]:
        return [Request(search, {"words": words(number)})]

    yield Asked("Search for a person, sent", post)
    yield Asked(
        "Search for a person, answered",
        lambda _number: [Request(search)],
        before=lambda client, number: post(number)[0].send(client),
    )
    yield from _each("Person", "joins:person", [each.pk for each in people])


def _meetings() -> Iterator[Asked]:
    held = Meeting.objects.filter(state=Meeting.State.MINUTED).order_by("-held_on").values_list("pk", flat=True)[:50]
    yield from _each("Meeting", "meetings:board", list(held))
    yield from _each("Case list", "caselists:one", list(held))
    researched = Meeting.objects.filter(pk__in=Question.objects.values("item__meeting")).order_by("-held_on")
    yield from _each("Research grid", "research:grid", list(researched.values_list("pk", flat=True)[:50]))


def _minutes() -> Iterator[Asked]:
    held = Meeting.objects.filter(state=Meeting.State.MINUTED).order_by("-held_on").values_list("pk", flat=True)[:50]
    yield from _each("Minutes of a meeting", "minutes:meeting", list(held))
    items = AgendaItem.objects.filter(meeting__in=list(held)).order_by("-meeting__held_on", "position")
    places = list(items.values_list("pk", flat=True)[:200])
    yield from _each("Minutes of a case", "room:live", places)
    issues = list(Issue.objects.order_by("-pk").values_list("pk", flat=True)[:50])
    yield from _each("Minutes that went out", "minutes:read", issues)
    agency = items[0].referral.agency.name

    def line(number: int) -> list[Request]:
        said = {"kind": "fact", "agency": agency, "text": f"Invented line {number}", "may_be_minuted": "yes"}
        return [Request(reverse("room:line", args=[places[number % 20]]), said)]

    yield Asked("Save a line at the table", line, aim=LIVE, queries=30)


def _returns() -> Iterator[Asked]:
    last = Meeting.objects.filter(state=Meeting.State.MINUTED).latest("held_on")
    quarters = [quarter_of(last.held_on).previous]
    while len(quarters) < 4:
        quarters.append(quarters[-1].previous)
    addresses = [reverse("reports:quarter", args=[last.marac_id, str(quarter)]) for quarter in quarters]
    yield _same("Return of a quarter", addresses[0])
    yield Asked(
        "Return of a year", lambda _number: [Request(each) for each in addresses], aim=RETURN, queries=4 * QUERIES
    )
