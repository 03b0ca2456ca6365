"""What a standard action is, which are in force in an area, which answer what was typed, and when one falls due."""

import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.kernel.workdays import add_workdays

OFFERED = 8  # so many are read at a glance while one types


class RiskKind(StrEnum):
    """By which actions and risks are matched; what a risk is in its case, its own words say."""

    VIOLENCE = "violence"
    ACCESS = "access"
    WEAPONS = "weapons"
    STALKING = "stalking"
    TECHNOLOGY = "technology"
    TRACED = "traced"
    ORDERS = "orders"
    RELEASE = "release"
    SEXUAL = "sexual"
    HONOUR = "honour"
    FIRE = "fire"
    CHILDREN = "children"
    UNBORN = "unborn"
    CONTACT = "contact"
    ADULT = "adult"
    SUICIDE = "suicide"
    MENTAL_HEALTH = "mental_health"
    SUBSTANCE = "substance"
    HOUSING = "housing"
    MONEY = "money"
    BARRIERS = "barriers"
    MISSING = "missing"
    STAFF = "staff"
    UNSEEN = "unseen"


RISK_NAMES: Mapping[str, str] = {
    RiskKind.VIOLENCE: _("Further violence"),
    RiskKind.ACCESS: _("The perpetrator can get to the home"),
    RiskKind.WEAPONS: _("Weapons"),
    RiskKind.STALKING: _("Stalking and harassment"),
    RiskKind.TECHNOLOGY: _("Tracking by phone, car or account"),
    RiskKind.TRACED: _("Being traced to a new address"),
    RiskKind.ORDERS: _("Bail, orders or licence not kept, or not enough"),
    RiskKind.RELEASE: _("Release from custody"),
    RiskKind.SEXUAL: _("Sexual violence"),
    RiskKind.HONOUR: _("So-called honour-based abuse, forced marriage"),
    RiskKind.FIRE: _("Fire"),
    RiskKind.CHILDREN: _("Harm to children"),
    RiskKind.UNBORN: _("Harm to an unborn child"),
    RiskKind.CONTACT: _("Child contact, or a child taken away"),
    RiskKind.ADULT: _("Care and support needs"),
    RiskKind.SUICIDE: _("Suicide or self-harm"),
    RiskKind.MENTAL_HEALTH: _("Mental health"),
    RiskKind.SUBSTANCE: _("Drugs or alcohol"),
    RiskKind.HOUSING: _("No safe home"),
    RiskKind.MONEY: _("Economic abuse or no money"),
    RiskKind.BARRIERS: _("Barriers to help: language, status, disability, community"),
    RiskKind.MISSING: _("Going missing"),
    RiskKind.STAFF: _("Danger to staff"),
    RiskKind.UNSEEN: _("Agencies do not see or know enough"),
}


class Due(StrEnum):
    DAY = "24h"
    TWO = "2w"
    CONTACT = "contact"
    FIVE = "5w"
    TEN = "10w"
    TWENTY = "20w"
    NEXT = "next"


DUE_NAMES: Mapping[str, str] = {
    Due.DAY: _("Within 24 hours"),
    Due.TWO: _("Within 2 working days"),
    Due.CONTACT: _("Before the adviser first tries to reach the victim"),
    Due.FIVE: _("Within 5 working days"),
    Due.TEN: _("Within 10 working days"),
    Due.TWENTY: _("Within 20 working days"),
    Due.NEXT: _("By the next meeting, and within the days that an action may take"),
}
_WORKDAYS = {Due.TWO: 2, Due.FIVE: 5, Due.TEN: 10, Due.TWENTY: 20}
_SOONEST_FIRST = tuple(Due)


@dataclass(frozen=True)
class Days:
    """By what a due day is worked out: the area's `at_most` keeps the next meeting from being the only limit."""

    met_on: date
    next_on: date | None
    contact_days: int
    at_most: int
    holidays: Collection[date]


@dataclass(frozen=True)
class Standard:
    """`groups` are kinds of agency (marac/library/models.py)."""

    code: str
    task: str
    owner: str
    groups: tuple[str, ...]
    due: str
    risks: tuple[str, ...]
    result: str
    is_off: bool = False


@dataclass(frozen=True)
class Block:
    """Words that are often minuted, as a line of this `kind`; the risk that they tell of, and the codes of the standard
    actions that are proposed against it."""

    code: str
    name: str
    kind: str
    text: str
    risk: str
    risk_kind: str
    actions: tuple[str, ...]
    is_off: bool = False


Kept = TypeVar("Kept", Standard, Block)

_FILE = tomllib.loads((Path(__file__).parent / "catalogue.toml").read_text(encoding="utf-8"))
VERSION: str = _FILE["version"]
CATALOGUE: Mapping[str, Standard] = {
    code: Standard(code=code, **row | {"groups": tuple(row["groups"]), "risks": tuple(row["risks"])})
    for code, row in _FILE["actions"].items()
}

_BLOCKS = tomllib.loads((Path(__file__).parent / "blocks.toml").read_text(encoding="utf-8"))
BLOCKS_VERSION: str = _BLOCKS["version"]
BLOCKS: Mapping[str, Block] = {
    code: Block(code=code, **row | {"actions": tuple(row["actions"])}) for code, row in _BLOCKS["blocks"].items()
}


def in_force(delivered: Mapping[str, Kept], own: Iterable[Kept]) -> list[Kept]:
    """What was delivered as the area changed it, in its order, and then what the area added; `own` are its rows."""
    changed = {each.code: each for each in own}
    return [changed.get(code, each) for code, each in delivered.items()] + [
        each for code, each in changed.items() if code not in delivered
    ]


def check_block(
    *, name: str, text: str, risk: str, risk_kind: str, actions: Sequence[str], known: Collection[str]
) -> None:
    """`known` are the codes of the area's standard actions. A block that proposes nothing is a line to be typed."""
    if not name.strip():
        raise Refusal(_("Give the text block a name."), field="name")
    if not text.strip():
        raise Refusal(_("Write the words that go into the minutes."), field="text")
    if not risk.strip():
        raise Refusal(_("Say which risk these words tell of."), field="risk")
    if risk_kind not in set(RiskKind):
        raise Refusal(_("Choose of which kind the risk is."), field="risk_kind")
    if not actions or not set(actions) <= set(known):
        raise Refusal(_("Choose at least one standard action that is proposed with it."), field="actions")


def check_block_day(from_on: date, today: date) -> None:
    if from_on < today:
        raise Refusal(_("What was minuted before keeps its words. Give today or a later day."), field="from_on")


def found(standards: Iterable[Standard], words: str, risk: str = "") -> list[Standard]:
    """Those that hold each word, or begin one with it; what answers the risk first. Without words, what answers it."""
    typed = words.lower().split()
    able = [
        each
        for each in standards
        if not each.is_off and all(_says(each, word) for word in typed) and (typed or risk in each.risks)
    ]
    return sorted(able, key=lambda each: risk not in each.risks)[:OFFERED]


def _says(standard: Standard, word: str) -> bool:
    text = " ".join((standard.task, standard.owner, *(RISK_NAMES[risk] for risk in standard.risks))).lower()
    return any(each.startswith(word) for each in text.replace("(", " ").replace("-", " ").split()) or word in text


def due_on(due: str, days: Days) -> date:
    """The day by which it is usually done. Within 24 hours is the next day, be it a Sunday."""
    latest = add_workdays(days.met_on, days.at_most, days.holidays)
    if due == Due.DAY:
        return days.met_on + timedelta(days=1)
    if due == Due.CONTACT:
        return add_workdays(days.met_on, days.contact_days, days.holidays)
    if due == Due.NEXT:
        return min(days.next_on or latest, latest)
    return add_workdays(days.met_on, _WORKDAYS[Due(due)], days.holidays)


def soonest(standards: Iterable[Standard], risk: str) -> str:
    """The shortest time that the library gives to an action against this kind of risk; "" where it has none."""
    dues = [Due(each.due) for each in standards if risk in each.risks and not each.is_off]
    return min(dues, key=_SOONEST_FIRST.index, default="")


def check_standard(
    *, task: str, groups: Sequence[str], due: str, risks: Sequence[str], from_on: date, today: date
) -> None:
    """It says what is to be done, by whom, by when and against what, from a day that has not gone by."""
    if not task.strip():
        raise Refusal(_("Say what is to be done."), field="task")
    if not groups:
        raise Refusal(_("Choose which kind of agency usually does it."), field="groups")
    if due not in set(Due):
        raise Refusal(_("Choose by when it is usually done."), field="due")
    if not risks or not set(risks) <= set(RiskKind):
        raise Refusal(_("Choose at least one kind of risk that it answers."), field="risks")
    if from_on < today:
        raise Refusal(_("What was agreed before keeps its day. Give today or a later day."), field="from_on")
