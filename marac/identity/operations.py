"""Noting of whom something was learned; and setting down who is one human being, for the operations that decide it."""

from collections.abc import Collection

from marac.identity.models import Joined, ToCompare


def note_learned(person_id: int) -> None:
    """To be called by whatever adds to or changes what is known of a person, in the same operation."""
    if not ToCompare.objects.filter(person=person_id).exists():
        ToCompare(person_id=person_id).save()


def set_together(groups: Collection[Collection[int]]) -> None:
    """Each of these groups is one human being from now on, and nobody else is one with them."""
    everybody = [pk for group in groups for pk in group]
    Joined.objects.filter(person__in=everybody).delete()
    for group in groups:
        if len(group) > 1:
            Joined.objects.bulk_create([Joined(person_id=pk, head_id=min(group)) for pk in sorted(group)])
