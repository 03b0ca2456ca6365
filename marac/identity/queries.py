"""All the records of one human being, of some people or as a part of another question."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from marac.identity.models import Joined

MANY = 500  # so many at once are not named in a question: few people have two records


def heads_of(people: Iterable[int]) -> dict[int, int]:
    """By person, the oldest record of the same human being; of those who stand alone their own."""
    found = {pk: pk for pk in people}
    rows = Joined.objects.all() if len(found) > MANY else Joined.objects.filter(person__in=list(found))
    return found | {person: head for person, head in rows.values_list("person_id", "head_id") if person in found}


def together(people: Iterable[int]) -> set[int]:
    """These people and all who were joined with any of them: in one question, unless there are many."""
    found = set(people)
    if len(found) <= MANY:
        return found | set(joined_with(list(found)).values_list("person_id", flat=True))
    heads = set(heads_of(found).values())
    return found | {pk for pk, head in Joined.objects.values_list("person_id", "head_id") if head in heads}


def joined_with(people: Any) -> QuerySet[Joined]:
    """Rows of everybody who was joined with any of these people, themselves among them; `people` as for `__in`."""
    return Joined.objects.filter(head__in=Joined.objects.filter(person__in=people).values("head"))
