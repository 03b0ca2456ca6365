"""What keeps somebody safe today and says how a referral may be shared: told, agreed and the law are three things."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.intake.fields import field_at
from marac.intake.missing import is_blank
from marac.intake.paths import each_of, value_at
from marac.kernel.dates import format_date
from marac.kernel.masked import Masked
from marac.kernel.text import _, one_after_another

NOT_KNOWN = _("Not known")


@dataclass(frozen=True)
class Fact:
    """`known` is false where nobody said: then that is what the page says. `sealed_at` is where it may be revealed."""

    label: str
    words: str
    known: bool = True
    sealed_at: str = ""


@dataclass(frozen=True)
class Part:
    name: str
    facts: tuple[Fact, ...]


def safety(content: Mapping[str, Any]) -> list[Part]:
    """In the order in which a coordinator asks."""
    parts = [
        Part(_("Done for immediate safety"), _facts(content, DONE)),
        Part(_("Told"), _facts(content, TOLD)),
        Part(_("Agreed"), _facts(content, AGREED)),
        Part(_("Lawful basis"), _facts(content, BASIS)),
    ]
    if value_at(content, "consent.consent_given") is False:
        parts.append(Part(_("Shared without the victim's agreement"), _facts(content, WITHOUT)))
    return [
        *parts,
        Part(_("Must not receive anything"), tuple(_kept_away(content))),
        Part(_("Interpreter, communication and access"), tuple(_needs(content))),
    ]


DONE = ("safeguarding.done", "safeguarding.child_referral", "safeguarding.adult_concern_raised")
TOLD = ("consent.victim_aware", "consent.perpetrator_aware", "consent.safe_to_tell", "consent.how_to_tell")
AGREED = ("consent.consent_given", "consent.reason")
BASIS = ("sharing.basis", "sharing.basis_detail")
WITHOUT = (
    *("sharing.decided_by", "sharing.decided_on", "sharing.why", "sharing.risk_if_not"),
    "sharing.limited_to",
)
NEEDS = ("diversity.language", "diversity.interpreter", "communication", "diversity.disability_detail")


def _facts(content: Mapping[str, Any], paths: tuple[str, ...], stem: str = "", whose: str = "") -> tuple[Fact, ...]:
    return tuple(_fact(content, f"{stem}{path}", whose) for path in paths)


def _fact(content: Mapping[str, Any], path: str, whose: str = "") -> Fact:
    field, value = field_at(path), value_at(content, path)
    label = one_after_another(whose, field.label, by=": ") if whose else field.label
    if is_blank(value):
        return Fact(label, NOT_KNOWN, known=False)
    if isinstance(value, Masked):
        return Fact(label, str(value), sealed_at=path)
    if isinstance(value, bool):
        return Fact(label, _("Yes") if value else _("No"))
    return Fact(label, _day(value) if field.kind == "date" else dict(field.choices).get(value, str(value)))


def _day(value: Any) -> str:
    try:
        return format_date(date.fromisoformat(value))
    except (TypeError, ValueError):
        return str(value)


def _kept_away(content: Mapping[str, Any]) -> Iterator[Fact]:
    for _path, other in each_of(content, "others"):
        if other and other.get("must_not_receive"):
            told = [other.get("relationship"), other.get("note")]
            yield Fact(other.get("name") or _("No name"), ", ".join(filter(None, told)) or _("No reason is given"))


def _needs(content: Mapping[str, Any]) -> Iterator[Fact]:
    """Of every victim, whether or not anybody said."""
    victims = [path for path, _one in each_of(content, "victims")]
    for number, path in enumerate(victims, 1):
        whose = one_after_another(_("Victim"), str(number)) if len(victims) > 1 else ""
        yield from _facts(content, NEEDS, f"{path}.", whose)
