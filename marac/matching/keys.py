"""The keys that a person is found by: names and how they sound, birth, postcodes and phones, brought to one form."""

from collections.abc import Iterable
from datetime import date

from marac.intake.people import Described
from marac.kernel.identifiers import phone_digits
from marac.kernel.names import compact, name_parts
from marac.kernel.phonetics import phonetic_parts
from marac.kernel.postcodes import read_postcode

KEY_LENGTH = 120
MONTHS = 12


def search_keys(
    surname: str,
    forenames: str,
    other_names: Iterable[str] = (),
    born_exact: date | None = None,
    postcodes: Iterable[str] = (),
    phones: Iterable[str] = (),
) -> frozenset[str]:
    """Everything that a person may be found by, such as "name:obrien", "born:1991-04-03", "phone:07700900214"."""
    names = (surname, forenames, *other_names)
    keys = {key for name in names for key in name_keys(name)} | {key for name in names for key in sound_keys(name)}
    if born_exact:
        keys.add(f"born:{born_exact.isoformat()}")
    keys |= {f"post:{found}" for found in postcodes_in(postcodes)}
    keys |= {f"phone:{digits}" for digits in phones_in(phones)}
    return frozenset(key[:KEY_LENGTH] for key in keys)


def name_keys(name: str) -> frozenset[str]:
    """Each word of a name, and all of them run together: "Anne-Marie" is also found as Annemarie."""
    return frozenset(f"name:{part}"[:KEY_LENGTH] for part in (*name_parts(name), compact(name)) if part)


def sound_keys(name: str) -> frozenset[str]:
    return frozenset(f"sound:{part}"[:KEY_LENGTH] for part in (*phonetic_parts(name), *phonetic_parts(compact(name))))


def keys_in_common(of: Described) -> frozenset[str]:
    """The keys of which somebody must have one to be compared: all but forenames, unless there is nothing else."""
    names = (of.surname, *of.other_names) if of.surname else (of.forenames, *of.other_names)
    keys = search_keys("", "", names, of.born_exact, of.postcodes, of.phones)
    turned = _turned(of.born_exact)
    return keys | {f"born:{turned.isoformat()}"} if turned else keys


def _turned(born: date | None) -> date | None:
    """The day with day and month changed round, where there is such a day: 3 April 1991 as 4 March."""
    return born.replace(month=born.day, day=born.month) if born and born.day <= MONTHS else None


def postcodes_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(str(found) for found in map(read_postcode, texts) if found)


def phones_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(digits for digits in map(phone_digits, texts) if digits)
