"""When two descriptions are probably of one person, and why.

The rule is exact: names, dates, postcodes and phones are brought to one form and are then equal or not. It only
proposes. Somebody who decides on the referral says whether it is the same person.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from marac.intake.people import Described
from marac.kernel.names import compact, name_parts, same_forename
from marac.kernel.phonetics import phonetic_key
from marac.kernel.text import _
from marac.matching.keys import phones_in, postcodes_in


@dataclass(frozen=True)
class Reason:
    """One thing that two descriptions have in common, or in which they differ."""

    words: str
    alike: bool = True


SAME_SURNAME = Reason(_("same surname"))
SURNAME_SOUNDS = Reason(_("surname sounds alike"))
SURNAME_IN_PART = Reason(_("part of the surname is the same"))
OTHER_SURNAME = Reason(_("surname of one is another name of the other"))
DIFFERENT_SURNAME = Reason(_("different surname"), alike=False)
SAME_FORENAME = Reason(_("same forename or nickname"))
OTHER_FORENAME = Reason(_("forename of one is another name of the other"))
DIFFERENT_FORENAME = Reason(_("different forename"), alike=False)
SAME_BIRTH = Reason(_("same birth date"))
SWAPPED_BIRTH = Reason(_("same birth date with day and month changed round"))
POSSIBLE_BIRTH = Reason(_("birth dates can both be true"))
DIFFERENT_BIRTH = Reason(_("birth dates cannot both be true"), alike=False)
SAME_POSTCODE = Reason(_("same postcode"))
DIFFERENT_POSTCODE = Reason(_("different postcode"), alike=False)
SAME_PHONE = Reason(_("same phone"))

SURNAMES_ALIKE = {SAME_SURNAME, SURNAME_SOUNDS, SURNAME_IN_PART, OTHER_SURNAME}
FORENAMES_ALIKE = {SAME_FORENAME, OTHER_FORENAME}
BIRTHS_ALIKE = {SAME_BIRTH, SWAPPED_BIRTH}


def likeness(a: Described, b: Described) -> list[Reason]:
    """What speaks for and against their being one person; what is not known of either says nothing."""
    found = (_surnames(a, b), _forenames(a, b), _births(a, b), _homes(a, b), _numbers(a, b))
    return [reason for reason in found if reason]


def is_likely(reasons: Collection[Reason]) -> bool:
    """Whether to ask if it is the same person.

    Both names alike, and births that can both be true. Or one name and a second thing: the forename with the birth
    date, phone or postcode, for surnames change; the surname only where no forename differs, for families share it.
    """
    have = set(reasons)
    forename, surname = have & FORENAMES_ALIKE, have & SURNAMES_ALIKE
    if DIFFERENT_BIRTH in have:
        return bool(forename and surname and SAME_PHONE in have)
    second = have & (BIRTHS_ALIKE | {SAME_PHONE, SAME_POSTCODE})
    if forename:
        return bool(surname or second)
    return bool(surname and second and DIFFERENT_FORENAME not in have)


def _surnames(a: Described, b: Described) -> Reason | None:
    one, two = compact(a.surname), compact(b.surname)
    if one and one == two:
        return SAME_SURNAME
    if _is_other_name(a.surname, b.other_names) or _is_other_name(b.surname, a.other_names):
        return OTHER_SURNAME
    if not one or not two:
        return None
    if phonetic_key(a.surname) == phonetic_key(b.surname) or phonetic_key(one) == phonetic_key(two):
        return SURNAME_SOUNDS
    return SURNAME_IN_PART if set(name_parts(a.surname)) & set(name_parts(b.surname)) else DIFFERENT_SURNAME


def _forenames(a: Described, b: Described) -> Reason | None:
    if same_forename(a.forenames, b.forenames):
        return SAME_FORENAME
    if any(same_forename(a.forenames, name) for name in b.other_names):
        return OTHER_FORENAME
    if any(same_forename(b.forenames, name) for name in a.other_names):
        return OTHER_FORENAME
    return DIFFERENT_FORENAME if name_parts(a.forenames) and name_parts(b.forenames) else None


def _births(a: Described, b: Described) -> Reason | None:
    if a.born_from is None or a.born_until is None or b.born_from is None or b.born_until is None:
        return None
    if a.born_exact and b.born_exact:
        if a.born_exact == b.born_exact:
            return SAME_BIRTH
        one, two = a.born_exact, b.born_exact
        swapped = (one.year, one.month, one.day) == (two.year, two.day, two.month)
        return SWAPPED_BIRTH if swapped else DIFFERENT_BIRTH
    overlap = a.born_from <= b.born_until and b.born_from <= a.born_until
    return POSSIBLE_BIRTH if overlap else DIFFERENT_BIRTH


def _homes(a: Described, b: Described) -> Reason | None:
    one, two = postcodes_in(a.postcodes), postcodes_in(b.postcodes)
    if one & two:
        return SAME_POSTCODE
    return DIFFERENT_POSTCODE if one and two else None


def _numbers(a: Described, b: Described) -> Reason | None:
    """Another phone says nothing: people have several."""
    return SAME_PHONE if phones_in(a.phones) & phones_in(b.phones) else None


def _is_other_name(surname: str, other_names: Iterable[str]) -> bool:
    wanted = compact(surname)
    return bool(wanted) and any(wanted in (compact(name), *name_parts(name)[-1:]) for name in other_names)
