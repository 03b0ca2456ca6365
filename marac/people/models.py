"""The people named in cases, what each is called, where they may and may not be reached, and who they are in a case."""

from dataclasses import replace
from functools import lru_cache
from typing import Self

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Value
from django.db.models.expressions import RawSQL

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.fields import MaskedField
from marac.audit.models import DatedQuerySet, Record, RecordQuerySet
from marac.cases.models import Case
from marac.cases.scope import CaseScoped, seen
from marac.cases.written import TOLD, any_of, asked_once, numbered
from marac.directory.models import Agency, Marac
from marac.identity.queries import joined_with
from marac.kernel.masked import unmasked
from marac.kernel.names import compact
from marac.kernel.text import _
from marac.people.acting import mine, of_my_agencies
from marac.people.choices import EthnicGroup, Sex, Told


class PersonQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """A person is seen through the cases that they are a party to."""
        if viewer.is_system:
            return self
        return self.filter(Exists(Party.objects.visible_to(viewer).filter(person=OuterRef("pk"))))

    def told_to(self, viewer: Viewer) -> Self:
        """Of people whom the viewer may see, those of whom they are told where they are and what was said."""
        return self if viewer.is_system else self.exclude(pk__in=held_people(viewer))


class Person(Record):
    """One human being as far as we know. An uncertain birth date is the earliest and latest that it can be."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    surname = models.CharField(max_length=120, blank=True)
    forenames = models.CharField(max_length=120, blank=True)
    born_from = models.DateField(null=True, blank=True)
    born_until = models.DateField(null=True, blank=True)
    born_precision = models.CharField(max_length=12, default="unknown")
    born_as_written = models.CharField(max_length=80, blank=True)
    sex = models.CharField(max_length=10, choices=Sex, default=Sex.NOT_KNOWN)
    gender = models.CharField(max_length=60, blank=True)
    ethnic_group = models.CharField(max_length=15, choices=EthnicGroup, default=EthnicGroup.NOT_KNOWN)
    ethnicity = models.CharField(max_length=120, blank=True, help_text="As written")
    lgbt = models.CharField(max_length=10, choices=Told, default=Told.NOT_ASKED)
    disabled = models.CharField(max_length=10, choices=Told, default=Told.NOT_ASKED)
    disability = models.CharField(max_length=400, blank=True)
    language = models.CharField(max_length=120, blank=True)
    interpreter = models.BooleanField(null=True)
    occupation = models.CharField(max_length=200, blank=True)
    gp = models.CharField(max_length=200, blank=True)
    health_number = models.CharField(max_length=20, blank=True)
    died_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ("surname", "forenames", "pk")

    class Register:
        about, keep = "person", "with the last case that names them"
        give = (
            *("id", "marac", "surname", "forenames", "born_from", "born_until", "born_precision", "born_as_written"),
            *("sex", "gender", "ethnic_group", "ethnicity", "lgbt", "disabled", "disability", "language"),
            *("interpreter", "occupation", "gp", "health_number", "died_on", "revision"),
        )

    def __str__(self) -> str:
        return f"person {self.pk}"

    @property
    def name(self) -> str:
        return f"{self.forenames} {self.surname}".strip()


class OfPerson(RecordQuerySet):
    """What hangs from a person is seen by whoever may see the person."""

    def visible_to(self, viewer: Viewer) -> Self:
        return self.filter(Exists(Person.objects.visible_to(viewer).filter(pk=OuterRef("person_id"))))


class HowToReach(OfPerson):
    """Where somebody is and how they are reached: never for whoever acts for the other where roles are disputed."""

    def visible_to(self, viewer: Viewer) -> Self:
        return super().visible_to(viewer).told_to(viewer)

    def told_to(self, viewer: Viewer) -> Self:
        """Of people whom the viewer may see, by name at least."""
        return self if viewer.is_system else self.exclude(person__in=held_people(viewer))


class OtherName(Record):
    """Another name: an alias, a married, former or on-line name."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="other_names")
    text = models.CharField(max_length=200)

    objects = OfPerson.as_manager()

    class Register:
        about, keep = "person", "with the person"
        give = ("id", "person", "text")

    def __str__(self) -> str:
        return f"name {self.pk}"


class Address(Record):
    """Where somebody lives or lived. A confidential address is masked everywhere and leaves in no paper: of it only
    the area is shown, a town or a council, where somebody entered one."""

    class Kind(models.TextChoices):
        CURRENT = "current", _("Current")
        PREVIOUS = "previous", _("Previous")
        TEMPORARY = "temporary", _("Temporary")
        OTHER = "other", _("Other")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    text = MaskedField(max_length=400)
    postcode = MaskedField(max_length=10, blank=True)
    area = models.CharField(max_length=80, blank=True, help_text="What may be shown of a confidential address")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.CURRENT)
    confidential = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True, help_text="The last day that they lived there")
    revision = models.PositiveIntegerField(default=1)

    objects = HowToReach.as_manager()

    class Register:
        about, keep = "person", "with the person"
        redact = ("id", "person", "text", "postcode", "area", "kind", "confidential", "ended_on", "revision")

    def __str__(self) -> str:
        return f"address {self.pk}"

    @property
    def shown(self) -> str:
        """The address as any page may print it: masking is by the record, not by the page."""
        return self.area if self.confidential else f"{unmasked(self.text)}, {unmasked(self.postcode)}".strip(", ")

    @property
    def place(self) -> tuple[str, str]:
        """Two ways of writing one address have one place; for comparing, not for showing."""
        return compact(unmasked(self.text)), unmasked(self.postcode)


class PhoneQuerySet(HowToReach):
    def told_to(self, viewer: Viewer) -> Self:
        """Of people whom the viewer may see: only for those whose work it is to reach the victim, or to keep how."""
        return super().told_to(viewer) if viewer.may(Permission.SEE_CONTACT_DETAILS) else self.none()


class Phone(Record):
    """A number, whose it is, and whether it is safe: unknown is never taken for safe. Number and words are masked."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="phones")
    number = MaskedField(max_length=20)
    whose = MaskedField(max_length=120, blank=True)
    safe_to_call = models.BooleanField(null=True)
    safe_to_text = models.BooleanField(null=True)
    safe_to_leave_message = models.BooleanField(null=True)
    note = MaskedField(max_length=400, blank=True)
    revision = models.PositiveIntegerField(default=1)

    objects = PhoneQuerySet.as_manager()

    class Register:
        about, keep = "person", "with the person"
        give = ("id", "person", "revision")
        redact = ("number", "whose", "safe_to_call", "safe_to_text", "safe_to_leave_message", "note")

    def __str__(self) -> str:
        return f"phone {self.pk}"


class PartyQuerySet(CaseScoped):
    def marked(self, viewer: Viewer) -> Self:
        """Each with `held`: whether what is said of them is kept from the viewer, beyond who they are."""
        held = Value(False) if viewer.is_system else Q(person__in=held_people(viewer))
        return self.annotate(held=ExpressionWrapper(held, models.BooleanField()))


class Party(Record):
    """Who a person is in a case."""

    class Role(models.TextChoices):
        VICTIM = "victim", _("Victim")
        PERPETRATOR = "perpetrator", _("Perpetrator")
        CHILD = "child", _("Child")
        OTHER = "other", _("Other person")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="parties", db_index=False)
    role = models.CharField(max_length=12, choices=Role)
    to_victim = models.CharField(max_length=120, blank=True, help_text="Relationship to the victim")
    to_perpetrator = models.CharField(max_length=120, blank=True, help_text="Relationship to the perpetrator")
    in_household = models.BooleanField(null=True, help_text="Lives in the victim's household")
    unborn = models.BooleanField(default=False)
    due_on = models.DateField(null=True, blank=True)
    school = models.CharField(max_length=200, blank=True)
    must_not_receive = models.BooleanField(default=False, help_text="Nothing about the case may reach this person")
    note = models.CharField(max_length=400, blank=True)
    revision = models.PositiveIntegerField(default=1)
    held: bool  # of `marked` rows only

    objects = PartyQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("person", "role"), name="party_by_person"),)
        constraints = (models.UniqueConstraint(fields=("case", "person", "role"), name="one_role_a_case"),)

    class Register:
        about, keep = "person", "with the case"
        redact = (
            *("id", "case", "person", "role", "to_victim", "to_perpetrator", "in_household", "unborn", "due_on"),
            *("school", "must_not_receive", "note", "revision"),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"


class DisputeQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever decides it, of a case that they see. Nobody else is told that there is one."""
        if viewer.is_system:
            return self
        return self.filter(seen(viewer)) if viewer.may(Permission.DECIDE_REFERRALS) else self.none()

    def in_force(self) -> Self:
        return self.filter(ended_on=None)


class Dispute(Record):
    """Two people each of whom is said to harm the other. Until it is decided, and beyond it unless the decision opens
    them, what could endanger one is kept from whoever acts for the other, in every case. Nothing of it changes who is
    recorded as whom; who is decided again is disputed again, in a new record."""

    class Outcome(models.TextChoices):
        FIRST = "first", _("The first is the primary victim")
        SECOND = "second", _("The second is the primary victim")
        BOTH = "both", _("Each harms the other; neither is the primary victim")
        UNTOLD = "untold", _("It cannot be told")
        MISTAKE = "mistake", _("Recorded by mistake: it is not in dispute")

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=200)
    said_on = models.DateField()
    reason = models.TextField()
    recorded_by = models.CharField(max_length=200)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    screening = models.TextField(blank=True, help_text="By what screening it was decided")
    advice = models.CharField(max_length=400, blank=True, help_text="Which services advised")
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True, blank=True, help_text="Recorded anew, or by mistake")
    revision = models.PositiveIntegerField(default=1)

    objects = DisputeQuerySet.as_manager()

    class Meta:
        ordering = ("-said_on", "-pk")
        constraints = (models.CheckConstraint(condition=~Q(first=F("second")), name="disputed_between_two"),)

    class Register:
        about, keep = "person", "with the case"
        withhold = (
            *("id", "case", "first", "second", "said_by", "said_on", "reason", "recorded_by", "outcome", "screening"),
            *("advice", "decided_on", "decided_by", "ended_on", "revision"),
        )

    def __str__(self) -> str:
        return f"dispute {self.pk}"


class ActsForQuerySet(DatedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Whoever records it, of people whom they see."""
        if viewer.is_system:
            return self
        seen = Person.objects.visible_to(viewer).filter(pk=OuterRef("person_id"))
        return self.filter(Exists(seen)) if viewer.may(Permission.DECIDE_REFERRALS) else self.none()


class ActsFor(Record):
    """Whom a service supports: the whole agency, or one worker of an agency that acts for both. No seat says it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    reason = models.CharField(max_length=200)
    confirmed = models.BooleanField(default=False, help_text="By the coordinator; before that it opens nothing")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = ActsForQuerySet.as_manager()

    class Meta:
        ordering = ("from_on", "pk")

    class Register:
        about, keep = "person", "with the case"
        withhold = ("id", "person", "agency", "user", "reason", "confirmed", "from_on", "until_on")

    def __str__(self) -> str:
        return f"acts from {self.from_on}"


def held_cases(viewer: Viewer) -> RawSQL:
    """Cases with somebody in them who is kept from the viewer: for `__in`."""
    return _held_cases(replace(viewer, at=None))


@lru_cache(maxsize=1000)
def _held_cases(viewer: Viewer) -> RawSQL:
    return numbered(Party.objects.filter(person__in=_kept(viewer)), "case")


@lru_cache(maxsize=200)
def held_people(viewer: Viewer) -> RawSQL:
    """Who is kept from the viewer, and with them all in their cases that the viewer sees (a child gives them away too)
    but those for whom the viewer acts: for `__in`."""
    near = Party.objects.visible_to(viewer).filter(case__in=held_cases(viewer))
    near = near.exclude(person__in=_own(viewer).values("person"))
    return any_of(_kept(viewer), numbered(near, "person"))


def _kept(viewer: Viewer) -> RawSQL:
    """Of two whose roles are disputed, who is kept from the viewer, unless they were found to be the one who harms; and
    all who were joined with them, but those for whom the viewer acts."""
    disputes, outcome = Dispute.objects.in_force(), Dispute.Outcome
    firsts = disputes.exclude(outcome=outcome.SECOND).filter(_kept_from(viewer, "first", "second"))
    seconds = disputes.exclude(outcome=outcome.FIRST).filter(_kept_from(viewer, "second", "first"))
    told = any_of(numbered(firsts, "first"), numbered(seconds, "second"))
    joined = joined_with(TOLD).exclude(person__in=_own(viewer).values("person"))
    return asked_once(told, any_of(TOLD, numbered(joined, "person")))


def _own(viewer: Viewer) -> ActsForQuerySet[ActsFor]:
    return _acting(viewer).filter(mine(viewer) | of_my_agencies(viewer), confirmed=True)


def _kept_from(viewer: Viewer, one: str, other: str) -> Q:
    """From whoever acts for the other: an agency with all its workers but those who are named for the one. From an
    adviser also while it is not confirmed for whom their service acts. Office and chair decide: from them only if they
    are named for the other. What an agency says of itself shuts, and opens nothing before it is confirmed. Who was
    joined with the other shuts as the other does, and who was joined with the one opens nothing."""

    def acts(side: str, how: Q) -> Q:
        return Q(Exists(_acting(viewer).filter(how, person=OuterRef(side))))

    def acts_against(how: Q) -> Q:
        joined = joined_with(_acting(viewer).filter(how).values("person"))
        return acts(other, how) | Q(Exists(joined.filter(person=OuterRef(other))))

    named, confirmed = acts_against(mine(viewer)), Q(confirmed=True)
    if viewer.may(Permission.SEE_EVERY_CASE):
        return named
    agency = acts_against(of_my_agencies(viewer))
    if viewer.may(Permission.SEE_CONTACT_DETAILS):
        agency |= ~acts(one, of_my_agencies(viewer) & confirmed)
    return named | (agency & ~acts(one, mine(viewer) & confirmed))


def _acting(viewer: Viewer) -> ActsForQuerySet[ActsFor]:
    found: ActsForQuerySet[ActsFor] = ActsFor.objects.in_force(viewer.today).order_by()
    return found


class SearchKey(Record):
    """One thing a person may be found by: a word of a name or place, or a mark of some facts (matching/keys.py)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="search_keys")
    value = models.CharField(max_length=120)

    objects = OfPerson.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("value", "person"), name="one_key_a_person"),)

    class Register:
        about, keep = "person", "with the person"
        withhold = ("id", "person", "value")

    def __str__(self) -> str:
        return f"key {self.pk}"
