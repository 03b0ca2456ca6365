"""What may be answered of somebody: equality questions, sex, and the groups of the national return."""

from django.db import models

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
