"""Who stands in a case as victim and perpetrator, where they stand the other way round, and who acts for whom."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from marac.access.viewer import Viewer
from marac.accounts.models import Membership
from marac.cases.models import Case, CaseAccess
from marac.cases.written import LookedUp
from marac.directory.models import Agency
from marac.identity.queries import joined_with, together
from marac.people.models import ActsFor, ActsForQuerySet, Dispute, DisputeQuerySet, Party, PartyQuerySet

PRINCIPALS = (Party.Role.VICTIM, Party.Role.PERPETRATOR)


@dataclass(frozen=True)
class Sides:
    """Of one case: its disputes, newest first, why there may be another, who acts for whom, and of which adviser
    services nobody has said."""

    principals: list[Party]
    disputes: list[Dispute]
    suggested: list[Party]
    acting: list[ActsFor]
    unknown: list[Agency]


def principals_of(viewer: Viewer, case: Case) -> list[Party]:
    """Victims, then perpetrators."""
    found = Party.objects.visible_to(viewer).filter(case=case, role__in=PRINCIPALS).select_related("person")
    return sorted(found, key=lambda each: (PRINCIPALS.index(Party.Role(each.role)), each.pk))


def newest_case_with(viewer: Viewer, person_id: int) -> Case:
    """For whoever sees the person: the case whose page says who acts for them."""
    found: Case = Case.objects.visible_to(viewer).filter(parties__person=person_id).order_by("-opened_on", "-pk")[0]
    return found


def sides_of(viewer: Viewer, case: Case) -> Sides:
    principals = principals_of(viewer, case)
    people = sorted(together(each.person_id for each in principals))
    acting = list(acting_for(viewer, people))
    services = Agency.objects.filter(pk__in=adviser_services(viewer, case)).order_by("name")
    told = {each.agency_id for each in acting}
    return Sides(
        principals=principals,
        disputes=list(disputes_between(viewer, people).select_related("first", "second", "case")),
        suggested=mirrored(viewer, case),
        acting=acting,
        unknown=[each for each in services if each.pk not in told],
    )


def disputes_between(viewer: Viewer, people: list[int]) -> DisputeQuerySet[Dispute]:
    """Of these people, whichever case they were recorded in."""
    found: DisputeQuerySet[Dispute] = Dispute.objects.visible_to(viewer).filter(first__in=people, second__in=people)
    return found.order_by("-said_on", "-pk")


def acting_for(viewer: Viewer, people: list[int]) -> ActsForQuerySet[ActsFor]:
    found: ActsForQuerySet[ActsFor] = ActsFor.objects.visible_to(viewer).not_ended(viewer.today)
    return found.filter(person__in=people).select_related("person", "agency", "user").order_by("agency__name", "pk")


def mirrored(viewer: Viewer, case: Case) -> list[Party]:
    """Whoever does harm in this case and is the victim in another, at the hands of this one's victim; but those of whom
    it is recorded that it is disputed. One question, for the page of the case."""
    parties = Party.objects.filter(case=case).order_by()
    harming = parties.filter(role=Party.Role.PERPETRATOR).values("person")
    victims = parties.filter(role=Party.Role.VICTIM).values("person")
    found = Party.objects.visible_to(viewer).filter(_any_record("person", harming), role=Party.Role.VICTIM)
    at_the_hands_of = _any_record("case__parties__person", victims)
    found = found.filter(at_the_hands_of, case__parties__role=Party.Role.PERPETRATOR)
    between = Q(first=OuterRef("person"), second__in=victims) | Q(second=OuterRef("person"), first__in=victims)
    known = Dispute.objects.visible_to(viewer).filter(between)
    found = found.filter(~Exists(known)).exclude(case=case).select_related("case", "person")
    return list(found.order_by("case__reference", "pk").distinct())


def _any_record(path: str, people: QuerySet[Party, Any]) -> Q:
    """One of these people, or a record that was joined with one of theirs."""
    return Q(**{f"{path}__in": people}) | Q(**{f"{path}__in": joined_with(people).values("person")})


def mirrored_anywhere(viewer: Viewer) -> PartyQuerySet[Party]:
    """As `mirrored`, of every case that the viewer may see: the victims. For the day's list."""
    known = Dispute.objects.filter(
        Q(first=OuterRef("person"), second=OuterRef(OuterRef("person")))
        | Q(second=OuterRef("person"), first=OuterRef(OuterRef("person")))
    )
    turned = Party.objects.filter(person=OuterRef(OuterRef("person")), role=Party.Role.PERPETRATOR)
    turned = turned.filter(case__parties__role=Party.Role.VICTIM, case__parties__person=OuterRef("person"))
    harming = Party.objects.filter(case=OuterRef("case"), role=Party.Role.PERPETRATOR)
    elsewhere = Party.objects.filter(person=OuterRef("person"), role=Party.Role.PERPETRATOR)
    found = Party.objects.filter(Exists(elsewhere), role=Party.Role.VICTIM).visible_to(viewer)
    return found.filter(LookedUp(harming.filter(Exists(turned), ~Exists(known))))


def outcome_in_words(dispute: Dispute, outcome: str) -> str:
    named = {Dispute.Outcome.FIRST: dispute.first, Dispute.Outcome.SECOND: dispute.second}
    person = named.get(Dispute.Outcome(outcome))
    if person is None:
        return str(Dispute.Outcome(outcome).label)
    return _("{name} is the primary victim").format(name=person.name or _("Name not known"))


def adviser_services(viewer: Viewer, case: Case) -> list[int]:
    """Agencies with a seat on the case as an adviser service today."""
    seats = CaseAccess.objects.in_force(viewer.today).filter(case=case, basis=CaseAccess.Basis.ADVISER)
    return sorted(set(seats.values_list("agency", flat=True)))


def referred_first(viewer: Viewer, one: int, other: int) -> int:
    """Which of the two was the victim of the earlier case."""
    found = Party.objects.visible_to(viewer).filter(
        Q(role=Party.Role.VICTIM, person=one, case__parties__person=other)
        | Q(role=Party.Role.VICTIM, person=other, case__parties__person=one)
    )
    first = found.order_by("case__opened_on", "case_id").values_list("person", flat=True).first()
    return one if first is None else first


def agencies_at(viewer: Viewer, case: Case) -> list[tuple[str, str]]:
    """Every agency with a seat on the case, for a list to choose from."""
    seats = CaseAccess.objects.in_force(viewer.today).filter(case=case)
    found = Agency.objects.filter(pk__in=seats.values("agency")).order_by("name")
    return [(str(each.pk), each.name) for each in found]


def workers_at(viewer: Viewer, case: Case) -> list[tuple[str, str]]:
    """Whoever works for one of those agencies in the case's area, with its name: one agency may act for both."""
    seats = CaseAccess.objects.in_force(viewer.today).filter(case=case)
    held = _roles(viewer, case).filter(agency__in=seats.values("agency")).order_by("user__name", "user")
    rows = held.values_list("user", "user__name", "agency__name").distinct()
    return [(str(user), f"{name}, {agency}") for user, name, agency in rows]


def works_for(viewer: Viewer, case: Case, user_id: int, agency_id: int) -> bool:
    return _roles(viewer, case).filter(user=user_id, agency=agency_id).exists()


def own_sides(viewer: Viewer, case: Case) -> list[int]:
    """For whom in the case the viewer's own agency is recorded to act. It is shown to them, and to nobody's harm."""
    people = [each.person_id for each in principals_of(viewer, case)]
    own = ActsFor.objects.in_force(viewer.today).filter(agency=viewer.agency_id, person__in=people)
    return sorted(set(own.values_list("person", flat=True)))


def _roles(viewer: Viewer, case: Case) -> QuerySet[Membership]:
    found: QuerySet[Membership] = Membership.objects.in_force(viewer.today).filter(
        marac=case.marac_id, user__is_active=True
    )
    return found
