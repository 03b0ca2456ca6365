"""Whether this is a demonstration: a note in MARAC_HOME, which the demonstration writes before its first row."""

from dataclasses import dataclass

from django.conf import settings

NOTE = "demonstration.txt"


@dataclass(frozen=True)
class Account:
    address: str
    what: str


@dataclass(frozen=True)
class Demonstration:
    """Who may sign in, with the one password of all of them."""

    accounts: list[Account]
    password: str


def write_note(demonstration: Demonstration) -> None:
    lines = [demonstration.password, *(f"{each.address}\t{each.what}" for each in demonstration.accounts)]
    (settings.MARAC_HOME / NOTE).write_text("\n".join(lines), encoding="utf-8")


def demonstration_here() -> Demonstration | None:
    """Asked for every page: one look at the folder, and no query."""
    try:
        password, *lines = (settings.MARAC_HOME / NOTE).read_text(encoding="utf-8").split("\n")
    except OSError:
        return None
    pairs = [line.partition("\t") for line in lines if line]
    return Demonstration([Account(address, what) for address, _tab, what in pairs], password)
