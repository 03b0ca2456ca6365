"""What in a call was asked and is not known, what to ask next, and when somebody was rung back."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from marac.calls.script import FIRST
from marac.intake.missing import Missing, is_blank
from marac.intake.paths import value_at
from marac.kernel.refusal import Refusal
from marac.kernel.text import _

NOT_KNOWN = "?"  # what is typed, and shown again, where the caller was asked and does not know


def not_known(content: Mapping[str, Any]) -> frozenset[str]:
    """The paths of what the caller was asked and does not know. What is blank and not among them was not asked."""
    return frozenset(content.get("not_known", ()))


def with_not_known(content: Mapping[str, Any], paths: Collection[str]) -> dict[str, Any]:
    return {**content, "not_known": sorted(paths)} if paths else {k: v for k, v in content.items() if k != "not_known"}


def still_to_ask(content: Mapping[str, Any], lacking: Iterable[Missing]) -> list[Missing]:
    """What was not asked yet: first what only a call asks for, then whatever a referral lacks."""
    known_of = not_known(content)
    told = _score_or_judgement(content)
    rest = [each for each in lacking if each.path != "referral_date"]
    first = [each for each in FIRST if is_blank(value_at(content, each.path))]
    return [
        each
        for each in (*first, *rest)
        if not {each.path, f"{each.path}_raw"} & known_of and not (told and each.path.startswith("checklist.answers"))
    ]


def _score_or_judgement(content: Mapping[str, Any]) -> bool:
    """Somebody who gives a count or a judgement is not asked all the questions of a checklist on the telephone."""
    paths = ("checklist.score_stated", "checklist.grade", "evidence.professional_judgement")
    return any(not is_blank(value_at(content, path)) for path in paths)


def check_rung_back(*, confirmed: bool, number: str, found_in: str, agency: bool) -> None:
    """By a number that did not come from the caller: where it was found is what the record is worth."""
    if not number.strip():
        raise Refusal(_("Enter the number that you rang"), field="number")
    if not found_in.strip():
        raise Refusal(
            _("Say where you found the number. The one that the caller gave proves nothing."), field="found_in"
        )
    if confirmed and not agency:
        raise Refusal(_("Choose the agency, or say that it is not in the directory"), field="agency")
