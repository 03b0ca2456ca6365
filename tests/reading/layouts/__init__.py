"""Referrals of our own in layouts unlike the samples, each with what a careful coordinator reads in it."""

from types import ModuleType

from tests.reading.layouts import (
    acroform,
    controls,
    flat_pdf,
    housing,
    legacy,
    letter,
    overriding,
    police,
    thread,
    two_victims,
)

EVERY: tuple[ModuleType, ...] = (
    acroform, controls, flat_pdf, housing, legacy, letter, overriding, police, thread, two_victims,
)  # fmt: skip
