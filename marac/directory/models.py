"""The MARACs of this installation, their dated settings, and the agencies that sit on them."""

from typing import Self

from django.db import models

from marac.access.viewer import Viewer
from marac.audit.models import DatedQuerySet, Record, RecordQuerySet
from marac.kernel.text import _


class ReturnGroup(models.TextChoices):
    """The fourteen referral sources of the national return, columns G to T in their order."""

    POLICE = "police", _("Police")
    IDVA = "idva", _("IDVA")
    CHILDRENS_SOCIAL_CARE = "childrens_social_care", _("Children's social care")
    PRIMARY_CARE = "primary_care", _("Primary care")
    SECONDARY_CARE = "secondary_care", _("Secondary care or acute trust")
    EDUCATION = "education", _("Education")
    HOUSING = "housing", _("Housing")
    MENTAL_HEALTH = "mental_health", _("Mental health")
    PROBATION = "probation", _("Probation")
    VOLUNTARY = "voluntary", _("Voluntary sector")
    SUBSTANCE = "substance", _("Substance misuse")
    ADULT_SOCIAL_CARE = "adult_social_care", _("Adult social care")
    MASH = "mash", _("MASH")
    OTHER = "other", _("Other")


class MaracQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(pk__in=viewer.marac_ids)


class Marac(Record):
    """One multi-agency risk assessment conference: the area whose cases it hears."""

    name = models.CharField(max_length=120, unique=True)
    prefix = models.CharField(max_length=6, unique=True, help_text="Begins every case reference, such as EM")
    rule_changes = models.PositiveIntegerField(default=0, help_text="How often a setting of it was changed")

    objects = MaracQuerySet.as_manager()

    class Meta:
        ordering = ("name",)

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "name", "prefix", "rule_changes")

    def __str__(self) -> str:
        return self.name


class OfMaracQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(marac_id__in=viewer.marac_ids)


class SharedQuerySet(RecordQuerySet):
    """Agencies and bank holidays belong to the whole installation; who may open their pages is a permission."""

    def visible_to(self, viewer: Viewer) -> Self:
        return self


class SettingValue(Record):
    """One setting of one MARAC from a day on, until a later row for the same setting."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    name = models.CharField(max_length=40)
    value = models.JSONField()
    from_on = models.DateField()
    set_by = models.CharField(max_length=200)
    reason = models.TextField(blank=True)

    objects = OfMaracQuerySet.as_manager()

    class Meta:
        ordering = ("marac", "name", "from_on")
        constraints = (models.UniqueConstraint(fields=("marac", "name", "from_on"), name="one_value_a_setting_a_day"),)

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "marac", "name", "value", "from_on", "set_by", "reason")

    def __str__(self) -> str:
        return f"{self.name} from {self.from_on}"


class BankHoliday(Record):
    """A day on which a nation does not work. Seeded from published calendars; a proclaimed day is added by somebody,
    who says why."""

    nation = models.CharField(max_length=20)
    on = models.DateField()
    name = models.CharField(max_length=120)
    added_by = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=400, blank=True)

    objects = SharedQuerySet.as_manager()

    class Meta:
        ordering = ("nation", "on")
        constraints = (models.UniqueConstraint(fields=("nation", "on"), name="one_holiday_a_day"),)

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "nation", "on", "name", "added_by", "reason")

    def __str__(self) -> str:
        return f"{self.on} {self.name}"


class Agency(Record):
    """An organisation that refers, researches or acts."""

    name = models.CharField(max_length=200, unique=True)
    mail_domains = models.CharField(
        max_length=400, blank=True, help_text="Domains that its people write from, separated by spaces"
    )

    objects = SharedQuerySet.as_manager()

    class Meta:
        ordering = ("name",)

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "name", "mail_domains")

    def __str__(self) -> str:
        return self.name


class PanelSeatQuerySet(DatedQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        return self if viewer.is_system else self.filter(marac_id__in=viewer.marac_ids)


class PanelSeat(Record):
    """An agency's place in a MARAC from one day to another, with its group in the national return.

    A core agency searches for every listed person; an agency on call only for the cases it is asked about.
    """

    class Standing(models.TextChoices):
        CORE = "core", _("Core: researches every case")
        ON_CALL = "on_call", _("On call: only for cases it is asked about")

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.CORE)
    return_group = models.CharField(max_length=30, choices=ReturnGroup)
    is_adviser_service = models.BooleanField(default=False, help_text="It gets every case, to reach the victim")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    objects = PanelSeatQuerySet.as_manager()

    class Meta:
        ordering = ("marac", "agency__name")

    class Register:
        about, keep = "nobody", "for ever"
        give = ("id", "marac", "agency", "standing", "return_group", "is_adviser_service", "from_on", "until_on")

    def __str__(self) -> str:
        return f"{self.agency} from {self.from_on}"
