"""By what one of the staff and somebody in a case may be the same, related or neighbours, and how strong that is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from marac.directory.choices import ProvisionalBar
from marac.kernel.identifiers import phone_digits
from marac.kernel.names import compact, name_parts, split_name
from marac.kernel.postcodes import postcode_places, read_postcode
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

SHORTEST_NAME = 2
SHORTEST_REASON = 10


class Alike(StrEnum):
    """Why a conflict is suggested."""

    SURNAME = "surname"
    NAME = "name"
    STREET = "street"
    HOME = "home"
    PHONE = "phone"
    KNOWN = "known"
    DECLARED = "declared"


ALIKE_NAMES: Mapping[str, str] = {
    Alike.SURNAME: _("Same surname"),
    Alike.NAME: _("Same name"),
    Alike.STREET: _("Same postcode"),
    Alike.HOME: _("Same address"),
    Alike.PHONE: _("Same telephone number"),
    Alike.KNOWN: _("They declared that they know somebody of this name"),
    Alike.DECLARED: _("They declared it themselves"),
}
ALONE = frozenset({Alike.NAME, Alike.HOME, Alike.PHONE, Alike.KNOWN, Alike.DECLARED})
TOGETHER = frozenset({Alike.SURNAME, Alike.STREET})


class Kind(StrEnum):
    """What somebody may declare of themselves."""

    FORMER_NAME = "former_name"
    HOME = "home"
    PHONE = "phone"
    KNOWN = "known"


KIND_NAMES: Mapping[str, str] = {
    Kind.KNOWN: _("Somebody I know: family, a partner, a friend, a neighbour"),
    Kind.FORMER_NAME: _("A name that I had before, or use elsewhere"),
    Kind.HOME: _("An address where I live or lived"),
    Kind.PHONE: _("My telephone number"),
}


@dataclass(frozen=True)
class Traits:
    """What two people are compared by, each in one form. `known` are names of people whom somebody knows."""

    surnames: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()

    def __or__(self, other: "Traits") -> "Traits":
        return Traits(*(getattr(self, each.name) | getattr(other, each.name) for each in fields(self)))

    def sealed(self, seal: Callable[[str], str]) -> "Traits":
        """Each as it is kept and compared: nobody can read an address from it."""
        return Traits(*(frozenset(map(seal, getattr(self, each.name))) for each in fields(self)))


def traits_of(names: Iterable[str] = (), homes: Iterable[tuple[str, str]] = (), phones: Iterable[str] = ()) -> Traits:
    """Of whole names, pairs of an address and its postcode, and telephone numbers."""
    split = [split_name(name) for name in names if name.strip()]
    placed = [(text, read_postcode(postcode)) for text, postcode in homes]
    return Traits(
        surnames=frozenset(part for each in split for part in _surnames(each.surname)),
        names=frozenset(
            compact(f"{each.forenames} {each.surname}") for each in split if each.forenames and each.surname
        ),
        streets=frozenset(str(postcode) for _text, postcode in placed if postcode),
        homes=frozenset(f"{_house(text)} {postcode}" for text, postcode in placed if postcode and _house(text)),
        phones=frozenset(digits for digits in map(phone_digits, phones) if digits),
    )


def _surnames(surname: str) -> set[str]:
    """Whole, and each half of one with a hyphen: a married name often keeps one."""
    parts = {compact(surname), *name_parts(surname)}
    return {part for part in parts if len(part) >= SHORTEST_NAME}


def _house(text: str) -> str:
    """The number or numbers of the house and flat, else its name: the same however the rest is written."""
    for _postcode, start, end in reversed(postcode_places(text)):
        text = text[:start] + text[end:]
    words = [word.strip(",.") for word in text.casefold().split()]
    numbers = [word for word in words if any(letter.isdigit() for letter in word)]
    return "/".join(numbers) or compact(text.partition(",")[0])


def in_common(staff: Traits, party: Traits) -> frozenset[Alike]:
    """Both sealed, or both not."""
    home = bool(staff.homes & party.homes)
    told = {
        Alike.SURNAME: bool(staff.surnames & party.surnames),
        Alike.NAME: bool(staff.names & party.names),
        Alike.STREET: bool(staff.streets & party.streets) and not home,
        Alike.HOME: home,
        Alike.PHONE: bool(staff.phones & party.phones),
        Alike.KNOWN: bool(staff.known & party.names),
    }
    return frozenset(alike for alike, holds in told.items() if holds)


def is_strong(alike: Iterable[Alike]) -> bool:
    """Of one person in the case: one thing that few people share, or the surname with the street."""
    found = frozenset(alike)
    return bool(found & ALONE) or found >= TOGETHER


def bars_at_once(setting: ProvisionalBar, *, strong: bool) -> bool:
    return setting is ProvisionalBar.ANY or (setting is ProvisionalBar.STRONG and strong)


def declared(kind: str, text: str, postcode: str) -> Traits:
    """What one declaration is compared by; refused where nothing could be compared."""
    if kind not in set(Kind):
        raise Refusal(_("Choose what you declare"), field="kind")
    if kind == Kind.HOME and not read_postcode(postcode):
        raise Refusal(_("Enter the full postcode, such as ZZ1 2AB."), field="postcode")
    made = {
        Kind.KNOWN: lambda: Traits(known=traits_of([text]).names),
        Kind.FORMER_NAME: lambda: traits_of([text]),
        Kind.HOME: lambda: traits_of(homes=[(text, postcode)]),
        Kind.PHONE: lambda: traits_of(phones=[text]),
    }[Kind(kind)]()
    if not any((made.known, made.surnames, made.homes, made.phones)):
        raise Refusal(NOT_COMPARABLE[kind], field="text")
    return made


NOT_COMPARABLE: Mapping[str, str] = {
    Kind.KNOWN: _("Enter their first name and their surname."),
    Kind.FORMER_NAME: _("Enter the whole name."),
    Kind.HOME: _("Enter the number or name of the house."),
    Kind.PHONE: _("Enter the whole telephone number, such as 07700 900214."),
}


def check_decide(*, is_open: bool) -> None:
    if not is_open:
        raise Refusal(_("Somebody has decided on this already. Open it again to read what."))


def check_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise Refusal(_("Say in a few words why, so that it can be understood later."), field="reason")
