"""Suggesting a conflict of interest, deciding on it, declaring one's own, and shutting a case to somebody."""

from collections.abc import Collection
from dataclasses import asdict, dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system
from marac.accounts.models import User
from marac.audit.fingerprint import fingerprint
from marac.audit.operation import lock, operation, record
from marac.cases.models import Barred, Case
from marac.cases.operations import bar, lift_bar
from marac.conflicts.models import Compared, Declared, Suggestion
from marac.conflicts.queries import Likeness, deciders_of, is_new, likenesses, maracs_of_staff
from marac.conflicts.rules import Alike, bars_at_once, check_decide, check_reason, declared
from marac.directory.models import Agency, Marac
from marac.directory.queries import profile_on
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.operations import notify
from marac.mail.rules import Kind
from marac.people.models import Party, Person

UNTIL_DECIDED = "Suggested, and shut until it is decided"


@dataclass(frozen=True)
class ConflictSuggested:
    case_id: int
    of_user_id: int
    reasons: list[list[str]]
    barred: bool


@dataclass(frozen=True)
class ConflictConfirmed:
    case_id: int
    of_user_id: int


@dataclass(frozen=True)
class ConflictDismissed:
    case_id: int
    of_user_id: int
    reason: str


@dataclass(frozen=True)
class ConflictDeclared:
    case_id: int
    of_user_id: int


@dataclass(frozen=True)
class ConflictSpoken:
    """Declared aloud at the table, and written down by somebody else."""

    case_id: int
    of_user_id: int


@dataclass(frozen=True)
class OwnThingDeclared:
    declared_id: int
    what: str


@dataclass(frozen=True)
class OwnThingTakenBack:
    declared_id: int
    what: str


@dataclass(frozen=True)
class StaffCompared:
    marac_id: int
    user_ids: list[int]
    suggested: int


def look_at_cases(viewer: Viewer, case_ids: Collection[int]) -> None:
    """To be called last by whatever changes who is in a case, or what is known of them.

    The system's own act: whoever made the change need not be one who may know what came of it.
    """
    for marac_id in sorted(set(Case.objects.filter(pk__in=case_ids).values_list("marac_id", flat=True))):
        _suggest_all(viewer, likenesses(marac_id, viewer.today, case_ids=case_ids))


def look_at_person(viewer: Viewer, person: Person) -> None:
    """The same, for every case that somebody is in."""
    look_at_cases(viewer, list(Party.objects.filter(person=person).values_list("case_id", flat=True)))


def look_at_staff(viewer: Viewer, user_id: int) -> None:
    """To be called when somebody joins, or declares something."""
    for marac_id in maracs_of_staff(user_id, viewer.today):
        _suggest_all(viewer, likenesses(marac_id, viewer.today, user_ids=[user_id]))


@operation(needs=Permission.DO_DUE_WORK)
def compare_staff(*, viewer: Viewer, marac: Marac, names: dict[int, str]) -> int:
    """Users who joined, or have another name, with everybody in the cases of their MARAC; gives how many were new."""
    number = _suggest_all(viewer, likenesses(marac.pk, viewer.today, user_ids=list(names)))
    for user_id, name in names.items():
        row = Compared.objects.filter(user=user_id, marac=marac).first() or Compared(user_id=user_id, marac=marac)
        row.name = name
        row.save()
    record(StaffCompared(marac_id=marac.pk, user_ids=sorted(names), suggested=number))
    return number


@operation(needs=Permission.DO_DUE_WORK)
def suggest(*, viewer: Viewer, likeness: Likeness) -> Suggestion:
    """Once for a case and a person; what was dismissed comes again only if there is more to say for it. A strong one
    shuts the case to them until somebody decides, if the protocol says so."""
    case = Case.objects.select_related("marac").get(pk=likeness.case_id)
    found = Suggestion.objects.filter(case=case, user=likeness.user_id).first()
    found = found or Suggestion(case=case, user_id=likeness.user_id, strong=False)
    reasons = likeness.reasons | {(kind, role) for kind, role in found.reasons}
    found.reasons, found.strong = sorted(map(list, reasons)), found.strong or likeness.strong
    found.state, found.made_on, found.decided_on, found.decided_by = Suggestion.State.OPEN, viewer.today, None, ""
    shut = Barred.objects.filter(case=case, user=likeness.user_id).exists()
    if not shut and bars_at_once(profile_on(case.marac_id, viewer.today).conflict_bars, strong=found.strong):
        bar(viewer=viewer, case=case, user=found.user, reason=UNTIL_DECIDED)
        found.barred = True
    found.save()
    _tell(viewer, found)
    record(ConflictSuggested(case.pk, of_user_id=found.user_id, reasons=found.reasons, barred=found.barred))
    return found


@operation(needs=Permission.DECIDE_CONFLICTS)
def confirm(*, viewer: Viewer, suggestion: Suggestion, reason: str = "") -> Suggestion:
    """The case is shut to them from now on, in every session that is open."""
    suggestion = _to_decide(viewer, suggestion)
    why = reason.strip() or "A conflict of interest that was suggested, and confirmed"
    shut = Barred.objects.filter(case=suggestion.case_id, user=suggestion.user_id).first()
    if shut is None:
        bar(viewer=viewer, case=suggestion.case, user=suggestion.user, reason=why[:200])
    elif suggestion.barred:
        shut.reason = why[:200]
        shut.save()
    record(ConflictConfirmed(case_id=suggestion.case_id, of_user_id=suggestion.user_id))
    return _decide(viewer, suggestion, Suggestion.State.CONFIRMED, reason)


@operation(needs=Permission.DECIDE_CONFLICTS)
def dismiss(*, viewer: Viewer, suggestion: Suggestion, reason: str) -> Suggestion:
    """They are not related, or not so that it matters. What shut the case by itself is taken away."""
    suggestion = _to_decide(viewer, suggestion)
    check_reason(reason)
    if suggestion.barred:
        lift_bar(viewer=viewer, case=suggestion.case, user=suggestion.user, reason=reason.strip())
        suggestion.barred = False
    record(ConflictDismissed(suggestion.case_id, of_user_id=suggestion.user_id, reason=reason.strip()))
    return _decide(viewer, suggestion, Suggestion.State.DISMISSED, reason)


@operation(needs=Permission.SEE_CASES)
def declare_conflict(*, viewer: Viewer, case: Case, reason: str) -> Suggestion:
    """One's own conflict in a case that one can see: it is shut to oneself at once, and those who decide are told."""
    case = lock(Case, viewer, case.pk, "marac")
    check_reason(reason)
    found = _shut_as_declared(viewer, case, lock(User, viewer, viewer.user_id), reason)
    record(ConflictDeclared(case_id=case.pk, of_user_id=found.user_id))
    return found


@operation(needs=Permission.RUN_MEETINGS)
def declare_for(*, viewer: Viewer, case: Case, user: User, reason: str) -> Suggestion:
    """What somebody said at the table of themselves: the case is shut to them at once, as if they had written it."""
    case = lock(Case, viewer, case.pk, "marac")
    check_reason(reason)
    if Barred.objects.filter(case=case, user=user).exists():
        raise Refusal(_("The case is shut to them already."), field="user")
    found = _shut_as_declared(viewer, case, user, reason)
    record(ConflictSpoken(case_id=case.pk, of_user_id=user.pk))
    return found


@operation(needs=Permission.DECIDE_CONFLICTS)
def shut_out(*, viewer: Viewer, case: Case, user: User, reason: str) -> None:
    """By hand, for what no comparison finds."""
    check_reason(reason)
    case = lock(Case, viewer, case.pk)
    if Barred.objects.filter(case=case, user=user).exists():
        raise Refusal(_("The case is shut to them already."), field="user")
    bar(viewer=viewer, case=case, user=user, reason=reason.strip()[:200])
    record(ConflictConfirmed(case_id=case.pk, of_user_id=user.pk))


@operation(needs=Permission.DECIDE_CONFLICTS)
def let_in(*, viewer: Viewer, case: Case, user: User, reason: str) -> None:
    """There was no conflict of interest, or it is over. Nobody lets themselves in: they do not see the case."""
    check_reason(reason)
    case = lock(Case, viewer, case.pk)
    if not Barred.objects.filter(case=case, user=user).exists():
        raise Refusal(_("The case is not shut to this person."))
    lift_bar(viewer=viewer, case=case, user=user, reason=reason.strip())
    for each in Suggestion.objects.filter(case=case, user=user):
        each.barred = False
        _decide(viewer, each, Suggestion.State.DISMISSED, reason)
    record(ConflictDismissed(case.pk, of_user_id=user.pk, reason=reason.strip()))


@operation(needs=Permission.SEE_OWN_WORK)
def declare(*, viewer: Viewer, kind: str, text: str, postcode: str = "") -> Declared:
    """Something of one's own, kept as marks that nobody can read, and compared at once."""
    traits = declared(kind, text, postcode).sealed(fingerprint)
    user = lock(User, viewer, viewer.user_id)
    marks = {name: sorted(values) for name, values in asdict(traits).items() if values}
    if Declared.objects.visible_to(viewer).filter(kind=kind, marks=marks).exists():
        raise Refusal(_("You have declared this already."), field="text")
    made = Declared(user=user, kind=kind, marks=marks, made_on=viewer.today)
    made.save()
    record(OwnThingDeclared(declared_id=made.pk, what=kind))
    look_at_staff(viewer, user.pk)
    return made


@operation(needs=Permission.SEE_OWN_WORK)
def take_back(*, viewer: Viewer, own: Declared) -> None:
    """What it led to stays until somebody decides."""
    own = lock(Declared, viewer, own.pk)
    record(OwnThingTakenBack(declared_id=own.pk, what=own.kind))
    own.delete()


def _suggest_all(viewer: Viewer, found: Collection[Likeness]) -> int:
    system, number = the_system(viewer.today), 0
    for likeness in found:
        if is_new(likeness):
            suggest(viewer=system, likeness=likeness)
            number += 1
    return number


def _shut_as_declared(viewer: Viewer, case: Case, user: User, reason: str) -> Suggestion:
    found = Suggestion.objects.filter(case=case, user=user).first()
    found = found or Suggestion(case=case, user=user, made_on=viewer.today)
    found.reasons, found.strong = [*found.reasons, [Alike.DECLARED.value, ""]], True
    bar(viewer=the_system(viewer.today), case=case, user=user, reason=reason.strip()[:200])
    _decide(viewer, found, Suggestion.State.CONFIRMED, reason)
    _tell(viewer, found)
    return found


def _to_decide(viewer: Viewer, suggestion: Suggestion) -> Suggestion:
    found = lock(Suggestion, viewer, suggestion.pk, "case", "user")
    check_decide(is_open=found.state == Suggestion.State.OPEN)
    return found


def _decide(viewer: Viewer, suggestion: Suggestion, state: str, reason: str) -> Suggestion:
    suggestion.state, suggestion.reason = state, reason.strip()
    suggestion.decided_on, suggestion.decided_by = viewer.today, viewer.name
    suggestion.save()
    return suggestion


def _tell(viewer: Viewer, suggestion: Suggestion) -> None:
    """Those who may decide, and nobody else."""
    marac, only = suggestion.case.marac, deciders_of(suggestion, viewer.today)
    notify(
        viewer=viewer,
        kind=Kind.CONFLICT,
        marac=marac,
        agencies=Agency.objects.filter(membership__user__in=only, membership__marac=marac).distinct(),
        about=f"conflict {suggestion.pk}",
        reference=f"{marac.prefix}/C{suggestion.pk}",
        case=suggestion.case,
        only=only,
    )
