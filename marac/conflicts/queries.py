"""Who on the staff is like whom in a case, what waits to be decided, and who has still to be compared."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from marac.access.roles import Permission, roles_with
from marac.access.viewer import Viewer
from marac.accounts.middleware import viewer_of
from marac.accounts.models import Membership, User
from marac.audit.fingerprint import fingerprint
from marac.cases.models import Barred, Case
from marac.conflicts.models import Compared, Declared, Suggestion, SuggestionQuerySet
from marac.conflicts.rules import Alike, Traits, in_common, is_strong, traits_of
from marac.identity.queries import heads_of, together
from marac.intake.people import Mentioned
from marac.kernel.masked import unmasked
from marac.kernel.postcodes import postcodes_in
from marac.people.models import Address, OtherName, Party, Person, Phone

MARACS_A_ROUND = 5
DECIDES = roles_with(Permission.DECIDE_CONFLICTS)


@dataclass(frozen=True)
class Likeness:
    """Somebody on the staff, a case, and why: what is alike with the person in which role."""

    case_id: int
    user_id: int
    reasons: frozenset[tuple[str, str]]
    strong: bool


def likenesses(
    marac_id: int, on: date, *, case_ids: Collection[int] | None = None, user_ids: Collection[int] | None = None
) -> list[Likeness]:
    """Of the staff of a MARAC (or some of them) and the people in its cases (or some), whoever is alike."""
    staff = staff_of(marac_id, on, user_ids)
    wanted = {} if case_ids is None else {"case__in": case_ids}
    parties = list(Party.objects.filter(case__marac=marac_id, **wanted).values_list("case_id", "role", "person_id"))
    people = people_traits(
        {person_id for _case, _role, person_id in parties} if case_ids is not None else None, marac_id
    )
    found: dict[tuple[int, int], set[tuple[str, str]]] = defaultdict(set)
    strong: set[tuple[int, int]] = set()
    index = _by_mark(staff)
    for case_id, role, person_id in parties:
        theirs = people.get(person_id, Traits())
        for user_id in {user for mark in _marks(theirs) for user in index.get(mark, ())}:
            alike = in_common(staff[user_id], theirs)
            found[case_id, user_id] |= {(each.value, role) for each in alike}
            if is_strong(alike):
                strong.add((case_id, user_id))
    return [
        Likeness(case_id, user_id, frozenset(reasons), (case_id, user_id) in strong)
        for (case_id, user_id), reasons in sorted(found.items())
        if reasons
    ]


def staff_of(marac_id: int, on: date, user_ids: Collection[int] | None = None) -> dict[int, Traits]:
    """Everybody with a role there, now or to come: by the name of their account, and by what they declared."""
    held = Membership.objects.not_ended(on).filter(marac=marac_id, user__is_active=True)
    held = held if user_ids is None else held.filter(user__in=user_ids)
    found = {user: traits_of([name]).sealed(fingerprint) for user, name in held.values_list("user_id", "user__name")}
    for each in Declared.objects.filter(user__in=list(found)):
        found[each.user_id] |= declared_traits(each)
    return found


@dataclass(frozen=True)
class Like:
    """Somebody on the staff who is like one of the people named, and in what."""

    name: str
    reasons: frozenset[Alike]
    strong: bool


def staff_like(marac_id: int, on: date, people: Iterable[Mentioned]) -> list[Like]:
    """Before there is a case: whoever on the staff is like somebody whom a referral names, by name."""
    staff = staff_of(marac_id, on)
    found: dict[int, frozenset[Alike]] = defaultdict(frozenset)
    strong = set()
    for each in people:
        names = [f"{each.person['surname']}, {each.person['forenames']}", *each.description.other_names]
        homes = [(home.text, home.postcode) for home in each.homes]
        theirs = traits_of(names, homes, [phone.number for phone in each.numbers]).sealed(fingerprint)
        for user_id, traits in staff.items():
            alike = in_common(traits, theirs)
            found[user_id] |= alike
            if is_strong(alike):
                strong.add(user_id)
    users = User.objects.filter(pk__in=[pk for pk, alike in found.items() if alike]).order_by("name", "pk")
    return [Like(user.name, found[user.pk], user.pk in strong) for user in users]


def declared_traits(declared: Declared) -> Traits:
    return Traits(**{each.name: frozenset(declared.marks.get(each.name, ())) for each in fields(Traits)})


def people_traits(person_ids: Collection[int] | None, marac_id: int | None) -> dict[int, Traits]:
    """Sealed, and of each what any record of the same person says. A confidential address is compared like any other:
    who lives next door to a refuge is to be found."""
    found = _traits({"marac": marac_id} if person_ids is None else {"pk__in": together(person_ids)})
    whole: dict[int, Traits] = defaultdict(Traits)
    heads = heads_of(found)
    for pk, head in heads.items():
        whole[head] |= found[pk]
    return {pk: whole[head] for pk, head in heads.items()}


def _traits(of: dict[str, Any]) -> dict[int, Traits]:
    theirs = {f"person__{name}": value for name, value in of.items()}
    names: dict[int, list[str]] = defaultdict(list)
    homes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    phones: dict[int, list[str]] = defaultdict(list)
    for pk, forenames, surname in Person.objects.filter(**of).values_list("pk", "forenames", "surname"):
        names[pk].append(f"{surname}, {forenames}" if surname else forenames)
    for pk, text in OtherName.objects.filter(**theirs).values_list("person_id", "text"):
        names[pk].append(text)
    for pk, text, postcode in Address.objects.filter(**theirs).values_list("person_id", "text", "postcode"):
        homes[pk].append((unmasked(text), unmasked(postcode)))
    for pk, number in Phone.objects.filter(**theirs).values_list("person_id", "number"):
        phones[pk].append(unmasked(number))
    return {pk: traits_of(names[pk], homes[pk], phones[pk]).sealed(fingerprint) for pk in names}


@dataclass(frozen=True)
class DeclaredOf:
    """What somebody declared, and in which of some cases it is: for whoever watches what they read."""

    traits: Traits
    case_ids: frozenset[int]

    def is_in(self, terms: str) -> bool:
        """Among what they searched for: a postcode, a number, or the whole name of somebody whom they know."""
        postcodes = [("", str(found)) for found in postcodes_in(terms)]
        asked = traits_of([terms], postcodes, [terms]).sealed(fingerprint)
        own = self.traits
        return bool(own.streets & asked.streets or own.phones & asked.phones or own.known & asked.names)


def declared_of(user_id: int, case_ids: Collection[int]) -> DeclaredOf:
    """Asks for no case where nothing was declared, which is so for most."""
    own = Traits()
    for each in Declared.objects.filter(user=user_id):
        own |= declared_traits(each)
    if own == Traits():
        return DeclaredOf(own, frozenset())
    parties = Party.objects.filter(case__in=case_ids).values_list("case_id", "person_id")
    people = people_traits({person_id for _case, person_id in parties}, None)
    alike = {case_id for case_id, person_id in parties if in_common(own, people.get(person_id, Traits()))}
    return DeclaredOf(own, frozenset(alike))


def _marks(traits: Traits) -> Iterable[str]:
    for each in fields(traits):
        yield from getattr(traits, each.name)


def _by_mark(staff: dict[int, Traits]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for user_id, traits in staff.items():
        for mark in set(_marks(traits)):
            found[mark].append(user_id)
    return found


def is_new(likeness: Likeness) -> bool:
    """Whether it says more than what was suggested before, or there was nothing; and the case is not shut already."""
    known = Suggestion.objects.filter(case=likeness.case_id, user=likeness.user_id).first()
    if known is None:
        return not Barred.objects.filter(case=likeness.case_id, user=likeness.user_id).exists()
    more = likeness.reasons - {(kind, role) for kind, role in known.reasons}
    return bool(more) and known.state != Suggestion.State.CONFIRMED


def deciders_of(suggestion: Suggestion, on: date) -> set[int]:
    """Who may decide on it today: each asked by the same rule as their page."""
    held = Membership.objects.in_force(on).filter(marac=suggestion.case.marac_id, role__in=DECIDES)
    users = User.objects.filter(pk__in=held.values("user"), is_active=True)
    return {user.pk for user in users if any(_decides(viewer, suggestion) for viewer in _as_whom(user, on))}


def _as_whom(user: User, on: date) -> Iterable[Viewer]:
    held = Membership.objects.filter(user=user).in_force(on).values_list("agency_id", "role").distinct()
    return [viewer for pair in held if (viewer := viewer_of(user, on, pair))]


def _decides(viewer: Viewer, suggestion: Suggestion) -> bool:
    if not viewer.may(Permission.DECIDE_CONFLICTS):
        return False
    return Suggestion.objects.visible_to(viewer).filter(pk=suggestion.pk).exists()


def waiting(viewer: Viewer) -> SuggestionQuerySet[Suggestion]:
    found: SuggestionQuerySet[Suggestion] = Suggestion.objects.visible_to(viewer).waiting()
    return found


def suggestions_found(viewer: Viewer) -> SuggestionQuerySet[Suggestion]:
    """Those to be decided first, then the newest."""
    found: SuggestionQuerySet[Suggestion] = Suggestion.objects.visible_to(viewer).select_related("case", "user")
    return found.order_by("decided_on", "-made_on", "-pk")


def barred_from(case: Case) -> QuerySet[Barred]:
    return Barred.objects.filter(case=case).select_related("user").order_by("user__name", "pk")


def staff_to_bar(viewer: Viewer, case: Case) -> list[tuple[str, str]]:
    """Everybody with a role in the case's MARAC who is not shut out of it, for a list to choose from."""
    held = Membership.objects.not_ended(viewer.today).filter(marac=case.marac_id)
    users = User.objects.filter(pk__in=held.values("user")).exclude(pk__in=barred_from(case).values("user"))
    return [(str(user.pk), user.name) for user in users.order_by("name", "pk")]


def own_declarations(viewer: Viewer) -> QuerySet[Declared]:
    found: QuerySet[Declared] = Declared.objects.visible_to(viewer)
    return found


def own_declaration(viewer: Viewer, pk: int) -> Declared | None:
    return Declared.objects.visible_to(viewer).filter(pk=pk).first()


def maracs_of_staff(user_id: int, on: date) -> list[int]:
    held = Membership.objects.not_ended(on).filter(user=user_id)
    return list(held.order_by("marac_id").values_list("marac_id", flat=True).distinct())


def not_compared(on: date) -> dict[int, dict[int, str]]:
    """By MARAC, users with a role who were not compared there under the name that they have now; a few MARACs."""
    done = Compared.objects.filter(user=OuterRef("user"), marac=OuterRef("marac"), name=OuterRef("user__name"))
    rows = Membership.objects.not_ended(on).filter(~Exists(done), user__is_active=True).order_by("marac_id", "user_id")
    maracs = list(rows.order_by("marac_id").values_list("marac_id", flat=True).distinct()[:MARACS_A_ROUND])
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for marac_id, user_id, name in rows.filter(marac__in=maracs).values_list("marac_id", "user_id", "user__name"):
        found[marac_id][user_id] = name
    return found


def words_of(reasons: Iterable[Any]) -> list[tuple[str, str]]:
    """Kind and role of each reason, in the order of the kinds."""
    order = [each.value for each in Alike]
    return sorted(((kind, role) for kind, role in reasons), key=lambda pair: (order.index(pair[0]), pair[1]))
