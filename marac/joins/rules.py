"""How likely two records are of one person, what is at risk while that is not seen, and what can be decided."""

from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum, StrEnum
from itertools import islice, product

from marac.intake.people import Described
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.matching.likeness import Weighed, weigh_each

SHORTEST_REASON = 10
VICTIM, PERPETRATOR, CHILD = "victim", "perpetrator", "child"
Part = tuple[int, str]  # a case, and who somebody is in it


Side = Sequence[Described]  # all records of one human being


def weigh(pairs: Sequence[tuple[Side, Side]]) -> list[Weighed]:
    """Of each pair, the likeliest of each record of the one with each of the other."""
    crossed = [list(product(ones, others)) for ones, others in pairs]
    weighed = iter(weigh_each([two for each in crossed for two in each]))
    return [max(islice(weighed, len(each)), key=lambda two: two.weight) for each in crossed]


class Risk(IntEnum):
    """What may be missed while two records of one person stand apart; the worst first."""

    REPEAT = 1
    BOTH_SIDES = 2
    SERIAL = 3
    CHILD = 4
    OTHER = 5


RISK_NAMES = {
    Risk.REPEAT: _("A repeat may be missed"),
    Risk.BOTH_SIDES: _("A victim here may be said to do harm elsewhere"),
    Risk.SERIAL: _("Somebody who harms more than one person may be missed"),
    Risk.CHILD: _("A child may be counted twice"),
    Risk.OTHER: _("Somebody may be on record twice"),
}


def risk_of(one: Iterable[Part], other: Iterable[Part]) -> Risk:
    """From the parts that the two have in different cases."""
    pairs = {(a[1], b[1]) for a, b in product(set(one), set(other)) if a[0] != b[0]}
    if (VICTIM, VICTIM) in pairs:
        return Risk.REPEAT
    if pairs & {(VICTIM, PERPETRATOR), (PERPETRATOR, VICTIM)}:
        return Risk.BOTH_SIDES
    if (PERPETRATOR, PERPETRATOR) in pairs:
        return Risk.SERIAL
    return Risk.CHILD if (CHILD, CHILD) in pairs else Risk.OTHER


class Verdict(StrEnum):
    """What somebody decided of two records."""

    SAME = "same"
    NOT_SAME = "not_same"
    CANNOT_TELL = "cannot_tell"
    PARTED = "parted"


VERDICT_NAMES = {
    Verdict.SAME: _("The same person: joined"),
    Verdict.NOT_SAME: _("Not the same person"),
    Verdict.CANNOT_TELL: _("It cannot be told"),
    Verdict.PARTED: _("Not the same person after all: the join was taken back"),
}


def check_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal(_("Say in a few words how you know, so that it can be understood later."), field="reason")


def opposed(one: Iterable[Part], other: Iterable[Part]) -> set[int]:
    """The cases in which one of them is the victim, and the other is said to do harm."""
    pairs = product(set(one), set(other))
    return {a[0] for a, b in pairs if a[0] == b[0] and {a[1], b[1]} == {VICTIM, PERPETRATOR}}


def check_not_opposed(*, cases: Collection[str], seen: bool) -> None:
    """`cases` are the references of those that the viewer may see, if `seen`; else there is one that they do not."""
    if cases:
        told = _(
            "They cannot be joined: in {case} one of them is the victim and the other is said to harm them. If one of "
            "them is in that case by mistake, correct who is in it first."
        )
        raise Refusal(told, field="verdict", case=sorted(cases)[0])
    if not seen:
        raise Refusal(NOT_OPEN_TO_YOU, field="verdict")


def check_not_disputed(*, disputed: bool, seen: bool) -> None:
    if disputed and not seen:
        raise Refusal(NOT_OPEN_TO_YOU, field="verdict")
    if disputed:
        told = _(
            "They cannot be joined: it is recorded that each of them is said to harm the other. They are two people "
            "until that is recorded as a mistake."
        )
        raise Refusal(told, field="verdict")


NOT_OPEN_TO_YOU = _(
    "They cannot be joined: something on record that is not open to you speaks against it. Ask another coordinator."
)


def check_not_told_apart(names: Collection[str]) -> None:
    if names:
        told = _(
            "They cannot be joined: {two} were found not to be the same person, and would become one record by this. "
            "Decide on those two again first."
        )
        raise Refusal(told, field="verdict", two=sorted(names)[0])


def check_one_marac(one: int, other: int) -> None:
    if one != other:
        raise Refusal(_("Records of two MARACs are not joined."), field="verdict")


def groups_of(edges: Collection[tuple[int, int]], people: Collection[int]) -> list[set[int]]:
    """Which of these people hang together by these joins."""
    group = {pk: {pk} for pk in people}
    for one, other in edges:
        whole = group[one] | group[other]
        for pk in whole:
            group[pk] = whole
    return [group[pk] for pk in sorted(people) if pk == min(group[pk])]
