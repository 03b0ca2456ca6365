"""Whom somebody is said to harm, counted by human beings: in the cases of one viewer, for whoever decides; and in those
that the label may rest on for whoever is shown it.

What a viewer is told is what they would be told if the cases outside of these had never been. So there are two sets
of cases, and everything else is asked of one of them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models import Case as Either
from django.db.models.functions import Coalesce

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.access.wall import lifted
from marac.cases.models import barred_from
from marac.cases.scope import seen
from marac.directory.profile import Profile
from marac.directory.queries import profiles_on
from marac.identity.queries import heads_of, joined_with, together
from marac.people.finding import people_found
from marac.people.models import Dispute, Party, Person
from marac.referrals.models import Referral
from marac.serial.models import SerialDecision, SerialPart
from marac.serial.rules import Rule, State, Verdict, rule_of, state_of

VICTIM = "case__parties"  # from a part of who does harm, the part of whom they are said to harm
Cases = Callable[[str], Q]  # of a path to a case, whether it is among them
Rules = Mapping[Rule, Collection[int]]  # the MARACs of each


def own_cases(viewer: Viewer) -> Cases:
    def among(path: str) -> Q:
        return Q(seen(viewer, path))

    return among


def told_cases(viewer: Viewer) -> Cases:
    """Those of the viewer, and of their MARACs every one that is not restricted, and from which they are not barred."""

    def among(path: str) -> Q:
        of_all = Q(**{f"{path}__restricted": False, f"{path}__marac__in": viewer.marac_ids})
        return Q(seen(viewer, path)) | (of_all & ~Q(**{f"{path}__in": barred_from(viewer.user_id)}))

    return among


def rules_of(profiles: Mapping[int, Profile], viewer: Viewer) -> Rules:
    found: dict[Rule, list[int]] = {}
    for marac, profile in sorted(profiles.items()):
        found.setdefault(rule_of(profile, viewer.today), []).append(marac)
    return found


def rules_for(viewer: Viewer) -> Rules:
    return rules_of(profiles_on(viewer.marac_ids, viewer.today), viewer)


def harms(cases: Cases, rules: Rules) -> QuerySet[Any, Any]:
    """A row for each part of who does harm and each victim in the case, with `who` and `whom` by the oldest record of
    either; `recent` and `undisputed` as the rule has it."""
    roles = {"role": Party.Role.PERPETRATOR, f"{VICTIM}__role": Party.Role.VICTIM}
    found = Party.objects.filter(cases("case"), **roles).annotate(who=_head("person"), whom=_head(f"{VICTIM}__person"))
    return found.annotate(recent=_recent(rules), undisputed=_undisputed(cases, rules)).order_by()


def humans_counted(cases: Cases, rules: Rules, people: Collection[int] | None = None) -> QuerySet[Any, Any]:
    """A row for each human being who harms as many as the rule says: `victims`, of how many of them it was `decided`,
    the last decision that it is `confirmed` and the last `other`, and the oldest record, which is `shown`."""
    rows = harms(cases, rules).filter(recent=True, undisputed=True)
    rows = rows if people is None else rows.filter(person__in=people)
    standing = SerialDecision.objects.resting_on(cases("case"))
    parts = SerialPart.objects.filter(case=OuterRef("case"), person=OuterRef("person"), decision__in=standing)
    says = Q(decision__verdict=Verdict.CONFIRMED)
    rows = rows.annotate(was=Exists(parts), said=_last(parts.filter(says)), unsaid=_last(parts.filter(~says)))
    found: QuerySet[Any, Any] = (
        rows.values("who")
        .annotate(
            victims=Count("whom", distinct=True),
            decided=Count("whom", distinct=True, filter=Q(was=True)),
            confirmed=Coalesce(Max("said"), 0),
            other=Coalesce(Max("unsaid"), 0),
            shown=Min("person"),
            least=Max(_least(rules)),
        )
        .filter(victims__gte=F("least"))
    )
    return found


STANDING = {
    State.PROPOSED: Q(confirmed__lte=F("other"), victims__gt=F("decided")),
    State.CONFIRMED: Q(confirmed__gt=F("other")),
    State.REFUSED: Q(confirmed__lte=F("other"), victims__lte=F("decided")),
}


def proposed(viewer: Viewer, profiles: Mapping[int, Profile]) -> QuerySet[Any]:
    """For the day's list: the records under which they are shown, to whoever decides."""
    parties = Party.objects.none()
    if viewer.may(Permission.DECIDE_SERIAL):
        found = humans_counted(own_cases(viewer), rules_of(profiles, viewer)).filter(STANDING[State.PROPOSED])
        parties = Party.objects.filter(pk__in=found.annotate(one=Min("pk")).values("one"))
    return parties


@dataclass(frozen=True)
class Filters:
    state: str = State.PROPOSED.value
    words: str = ""


def serial_found(viewer: Viewer, filters: Filters, rules: Rules) -> QuerySet[Any, Any]:
    """Those who harm most people first."""
    asked = together(each.person.pk for each in people_found(viewer, filters.words)) if filters.words else None
    rows = humans_counted(own_cases(viewer), rules, people=asked)
    rows = rows.filter(STANDING[State(filters.state)]) if filters.state in STANDING else rows
    return rows.order_by("-victims", "shown")


@dataclass(frozen=True)
class Row:
    """A human being as a line of the list: under the oldest record, with their part in each case that counts."""

    person: Person
    parties: list[Party]
    victims: int
    state: State


def rows_of(viewer: Viewer, found: Sequence[Mapping[str, int]], rules: Rules) -> list[Row]:
    """In a constant number of questions."""
    heads = [each["who"] for each in found]
    counted = harms(own_cases(viewer), rules).filter(recent=True, undisputed=True, who__in=heads)
    by_head: dict[int, dict[int, Party]] = {}
    for each in counted.select_related("person", "case").order_by("case__reference", "pk"):
        by_head.setdefault(each.who, {})[each.pk] = each
    return [_row(each, list(by_head.get(each["who"], {}).values())) for each in found]


def _row(counted: Mapping[str, int], parties: list[Party]) -> Row:
    shown = next(each.person for each in parties if each.person_id == counted["shown"])
    return Row(shown, parties, counted["victims"], _state(counted, counted["least"]))


def _state(counted: Mapping[str, int], least: int) -> State:
    return state_of(**{name: counted[name] for name in ("victims", "decided", "confirmed", "other")}, least=least)


def confirmed_of(people: Collection[int]) -> QuerySet[SerialPart]:
    """Whatever was ever confirmed of any record of one of these people: without it there is nothing to ask."""
    of_any = Q(person__in=people) | Q(person__in=joined_with(people).values("person"))
    return SerialPart.objects.filter(of_any, decision__verdict=Verdict.CONFIRMED)


@lifted()
def labelled(viewer: Viewer, people: Collection[int]) -> set[int]:
    """Of these people whom the viewer sees, those who are shown to them as serial perpetrators. That nothing else
    follows from it for whoever sees one case only, is said in decision 54."""
    if not confirmed_of(people).exists():
        return set()
    heads = heads_of(together(people))
    found = humans_counted(told_cases(viewer), rules_for(viewer), people=list(heads))
    known = set(found.filter(STANDING[State.CONFIRMED]).values_list("who", flat=True))
    return {pk for pk in people if heads[pk] in known}


@dataclass(frozen=True)
class Harm:
    """One victim of somebody, in one case, and why it does not count, if it does not."""

    party: Party
    victim: Party
    who: int
    whom: int
    recent: bool
    undisputed: bool

    @property
    def counts(self) -> bool:
        return self.recent and self.undisputed


@dataclass(frozen=True)
class Standing:
    """How somebody stands, as whoever decides may see it."""

    rule: Rule
    state: State
    harms: list[Harm]
    decisions: list[SerialDecision]

    @property
    def victims(self) -> int:
        return len({each.whom for each in self.harms if each.counts})

    @property
    def acts(self) -> list[SerialDecision]:
        """The newest first. One act may rest on several sets of cases, and is told once."""
        found = {(each.decided_at, each.decided_by, each.verdict, each.reason): each for each in self.decisions}
        return list(found.values())

    @property
    def last(self) -> int:
        return self.decisions[0].pk if self.decisions else 0

    @property
    def case_ids(self) -> list[int]:
        return sorted({each.party.case_id for each in self.harms})


def standing_of(viewer: Viewer, person_id: int, marac_id: int) -> Standing:
    group, cases, rules = together([person_id]), own_cases(viewer), _rule_of(viewer, marac_id)
    rule = next(iter(rules))
    found = harms(cases, rules).filter(person__in=group).annotate(victim=F(f"{VICTIM}__pk")).select_related("case")
    rows = list(found.order_by("-case__opened_on", "-case_id", "victim"))
    victims = Party.objects.visible_to(viewer).select_related("person").in_bulk([each.victim for each in rows])
    told = [Harm(each, victims[each.victim], each.who, each.whom, each.recent, each.undisputed) for each in rows]
    decisions = SerialDecision.objects.visible_to(viewer).filter(parts__person__in=group).distinct()
    counted = next(iter(humans_counted(cases, rules, people=group)), None)
    state = _state(counted, rule.least) if counted else State.NEITHER
    return Standing(rule, state, told, list(decisions))


def _rule_of(viewer: Viewer, marac_id: int) -> Rules:
    return rules_of(profiles_on([marac_id], viewer.today), viewer)


def _head(path: str) -> Coalesce:
    return Coalesce(F(f"{path}__joined__head_id"), F(f"{path}_id"), output_field=BigIntegerField())


def _last(parts: QuerySet[SerialPart]) -> Subquery:
    return Subquery(parts.order_by("-decision").values("decision")[:1], output_field=BigIntegerField())


def _recent(rules: Rules) -> Any:
    said = Referral.objects.filter(case=OuterRef("case"))
    whens = [
        When(Q(case__marac__in=maracs) & (Q(case__opened_on__gte=rule.since) | _exists(said, rule.since)), then=True)
        if rule.since
        else When(case__marac__in=maracs, then=True)
        for rule, maracs in rules.items()
    ]
    return Either(*whens, default=False)


def _exists(said: QuerySet[Referral], since: Any) -> Q:
    return Q(Exists(said.filter(referred_on__gte=since, state=Referral.State.ACCEPTED)))


def _undisputed(cases: Cases, rules: Rules) -> Any:
    """Not between two of whom each is said to harm the other, unless this one was found to be the primary victim."""
    outcome = Dispute.Outcome
    disputes = Dispute.objects.in_force().filter(cases("case")).annotate(one=_head("first"), two=_head("second"))
    turned = Q(one=OuterRef("who"), two=OuterRef("whom")) & ~Q(outcome=outcome.SECOND)
    turned |= Q(two=OuterRef("who"), one=OuterRef("whom")) & ~Q(outcome=outcome.FIRST)
    left_out = [marac for rule, maracs in rules.items() if not rule.counts_disputed for marac in maracs]
    disputed = Q(case__marac__in=left_out) & Q(Exists(disputes.order_by().filter(turned)))
    return Either(When(disputed, then=False), default=True)


def _least(rules: Rules) -> Any:
    whens = [When(case__marac__in=maracs, then=Value(rule.least)) for rule, maracs in rules.items()]
    return Either(*whens, default=Value(10**6), output_field=IntegerField())
