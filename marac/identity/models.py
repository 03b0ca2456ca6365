"""Which records are of one human being, and which changed since they were last compared: numbers alone."""

from django.db import models

from marac.audit.models import Record


class Joined(Record):
    """A record of a person that was joined with others: all of them have the oldest of them as their head. A person
    without a row stands alone. No fact moves, so that whoever may see it, and where it came from, stay as they were."""

    person = models.OneToOneField("marac.Person", on_delete=models.PROTECT, related_name="joined")
    head = models.ForeignKey("marac.Person", on_delete=models.PROTECT, related_name="+")

    class Register:
        about, keep = "person", "with the person"
        withhold = ("id", "person", "head")

    def __str__(self) -> str:
        return f"joined {self.pk}"


class ToCompare(Record):
    """A person of whom something was learned, until somebody who may be the same was looked for."""

    person = models.OneToOneField("marac.Person", on_delete=models.PROTECT, related_name="+")

    class Register:
        about, keep = "person", "until they are compared"
        withhold = ("id", "person")

    def __str__(self) -> str:
        return f"to compare {self.pk}"
