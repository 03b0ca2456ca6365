"""A suggested conflict of interest, what staff declared of themselves, and whom of the staff we have compared."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from marac.access.roles import Permission, roles_with
from marac.access.viewer import Viewer
from marac.accounts.models import Membership, User
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Barred, Case, NamedReader
from marac.cases.scope import seen
from marac.conflicts.rules import KIND_NAMES
from marac.directory.models import Marac
from marac.kernel.text import _

COORDINATES = roles_with(Permission.MANAGE_USERS)


class SuggestionQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Coordinators who may see the case, and never the person whom it is about. Where no coordinator may decide
        (it is about the only one, say), whoever else in the office or the chair may."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.DECIDE_CONFLICTS):
            return self.none()
        of_case = seen(viewer)
        here = self.filter(of_case, ~Q(user=viewer.user_id))
        if viewer.may(Permission.MANAGE_USERS):
            return here
        of_them = {"case": OuterRef(OuterRef("case_id")), "user": OuterRef("user_id")}
        able = Membership.objects.in_force(viewer.today).filter(
            ~Exists(Barred.objects.filter(**of_them)),
            ~Q(user=OuterRef("user_id")),
            marac=OuterRef("case__marac_id"),
            role__in=COORDINATES,
            user__is_active=True,
        )
        named = able.filter(Exists(NamedReader.objects.in_force(viewer.today).filter(**of_them)))
        return here.exclude((Q(case__restricted=False) & Exists(able)) | Exists(named))

    def waiting(self) -> Self:
        return self.filter(state=Suggestion.State.OPEN)


class Suggestion(Record):
    """Somebody on the staff may have a conflict of interest in a case. `reasons` are pairs: what is alike, and in which
    role the person in the case is. `barred` says that it shut the case to them by itself, until somebody decides."""

    class State(models.TextChoices):
        OPEN = "open", _("To be decided")
        CONFIRMED = "confirmed", _("Conflict of interest: the case is shut to them")
        DISMISSED = "dismissed", _("No conflict of interest")

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT)
    reasons = models.JSONField(default=list)
    strong = models.BooleanField()
    barred = models.BooleanField(default=False)
    made_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ("-made_on", "-pk")
        constraints = (models.UniqueConstraint(fields=("case", "user"), name="one_suggestion_a_person"),)

    class Register:
        about, keep = "user", "with the case"
        withhold = (
            *("id", "case", "user", "reasons", "strong", "barred"),
            *("made_on", "state", "decided_on", "decided_by", "reason"),
        )

    def __str__(self) -> str:
        return f"suggestion {self.pk}"


class DeclaredQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Each sees their own, and nobody else's."""
        return self if viewer.is_system else self.filter(user=viewer.user_id)


class Declared(Record):
    """What somebody declared, as marks that can be compared and not read: a list of homes would be worth stealing."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    kind = models.CharField(max_length=15, choices=list(KIND_NAMES.items()))
    marks = models.JSONField(help_text="By the names of the traits, lists of marks")
    made_on = models.DateField()

    objects = DeclaredQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)

    class Register:
        about, keep = "user", "until they take it back"
        give, withhold = ("id", "user", "kind", "made_on"), ("marks",)

    def __str__(self) -> str:
        return f"declared {self.pk}"


class Compared(Record):
    """Somebody on the staff of a MARAC was compared with everybody in its cases, under the name that they had."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "marac"), name="compared_once"),)

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        withhold = ("id", "user", "marac", "name")

    def __str__(self) -> str:
        return f"compared {self.pk}"
