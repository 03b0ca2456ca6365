"""The people named in cases, what each is called, where they may and may not be reached, and who they are in a case."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.fields import MaskedField
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Case
from marac.cases.scope import CaseScoped
from marac.directory.models import Marac
from marac.kernel.masked import unmasked
from marac.kernel.names import compact
from marac.kernel.text import _


class Told(models.TextChoices):
    """An equality question: not asked, not known and would rather not say are never taken for no."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_KNOWN = "not_known", _("Not known")
    NOT_ASKED = "not_asked", _("Not asked")
    NOT_SAID = "not_said", _("Would rather not say")


class Sex(models.TextChoices):
    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    NOT_KNOWN = "not_known", _("Not known")


class EthnicGroup(models.TextChoices):
    """The groups that the national return counts, and what it leaves out."""

    WHITE_BRITISH = "white_british", _("White British")
    WHITE_OTHER = "white_other", _("Other White")
    ASIAN = "asian", _("Asian or Asian British")
    BLACK = "black", _("Black, Black British, Caribbean or African")
    MIXED = "mixed", _("Mixed or multiple")
    OTHER = "other", _("Any other ethnic group")
    NOT_KNOWN = "not_known", _("Not known")


class PersonQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """A person is seen through the cases that they are a party to."""
        if viewer.is_system:
            return self
        return self.filter(Exists(Party.objects.visible_to(viewer).filter(person=OuterRef("pk"))))


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
            "id",
            "marac",
            "surname",
            "forenames",
            "born_from",
            "born_until",
            "born_precision",
            "born_as_written",
            "sex",
            "gender",
            "ethnic_group",
            "ethnicity",
            "lgbt",
            "disabled",
            "disability",
            "language",
            "interpreter",
            "occupation",
            "gp",
            "health_number",
            "died_on",
            "revision",
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
    the area is shown, a town or a council, where somebody entered one.
    """

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

    objects = OfPerson.as_manager()

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


class PhoneQuerySet(OfPerson):
    def visible_to(self, viewer: Viewer) -> Self:
        return super().visible_to(viewer).for_contact(viewer)

    def for_contact(self, viewer: Viewer) -> Self:
        """Of people whom the viewer may see: only for those whose work it is to reach the victim, or to keep how."""
        return self if viewer.is_system or viewer.may(Permission.SEE_CONTACT_DETAILS) else self.none()


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


class Party(Record):
    """Who a person is in a case."""

    class Role(models.TextChoices):
        VICTIM = "victim", _("Victim")
        PERPETRATOR = "perpetrator", _("Perpetrator")
        CHILD = "child", _("Child")
        OTHER = "other", _("Other person")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="parties")
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

    objects = CaseScoped.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case", "person", "role"), name="one_role_a_case"),)

    class Register:
        about, keep = "person", "with the case"
        redact = (
            "id",
            "case",
            "person",
            "role",
            "to_victim",
            "to_perpetrator",
            "in_household",
            "unborn",
            "due_on",
            "school",
            "must_not_receive",
            "note",
            "revision",
        )

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"


class SearchKey(Record):
    """One thing a person may be found by (a name, how it sounds, a birth date, a postcode, a phone), normalised."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="search_keys")
    value = models.CharField(max_length=120, db_index=True)

    objects = OfPerson.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "value"), name="one_key_a_person"),)

    class Register:
        about, keep = "person", "with the person"
        withhold = ("id", "person", "value")

    def __str__(self) -> str:
        return f"key {self.pk}"
