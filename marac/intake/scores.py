"""Counting a checklist: "not known" is not a yes, and an unanswered question is neither."""

from collections.abc import Collection, Mapping
from typing import NamedTuple


class Count(NamedTuple):
    yes: int
    not_known: int
    unanswered: int


def count_answers(answers: Mapping[str, str | None] | None, keys: Collection[str]) -> Count:
    """Each key of the tool is answered `yes`, `no` or `dont_know`; anything else is unanswered, other keys no part."""
    given = [(answers or {}).get(key) for key in keys]
    return Count(
        yes=given.count("yes"),
        not_known=given.count("dont_know"),
        unanswered=sum(answer not in ("yes", "no", "dont_know") for answer in given),
    )
