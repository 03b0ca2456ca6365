"""How a case is named, and what a restricted one must have."""

from marac.kernel.refusal import Refusal
from marac.kernel.text import _


def next_reference(stem: str, last: str | None) -> str:
    """EM/26/0042 follows EM/26/0041; the first of a year is 0001. Nothing in it tells of a person."""
    number = int(last.removeprefix(stem)) + 1 if last else 1
    return f"{stem}{number:04d}"


def check_readers(*, new: int, can_lift: bool) -> None:
    """Somebody new is named, and one of all who are named can lift the restriction."""
    if not new:
        raise Refusal(_("Name somebody who may not open the case by name yet."), field="readers")
    if not can_lift:
        raise Refusal(_("Name a coordinator too, who can lift the restriction one day."), field="readers")


def check_named(*, named: bool) -> None:
    if not named:
        raise Refusal(_("This person is not named for the case any more."))


def check_lifts(*, can_lift: bool) -> None:
    if not can_lift:
        raise Refusal(_("Nobody would be left who could lift the restriction. Name another coordinator first."))


def check_restricted(*, restricted: bool) -> None:
    if not restricted:
        raise Refusal(_("This case is not restricted any more: everybody with a seat on it may open it."))
