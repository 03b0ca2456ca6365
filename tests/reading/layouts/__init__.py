"""Referrals of our own in layouts unlike the samples, each with what a careful coordinator reads in it."""

from types import ModuleType

from tests.reading.layouts import (
    acroform,
    adult_care,
    charity_mail,
    controls,
    flat_pdf,
    gp_mail,
    housing,
    landscape_pdf,
    legacy,
    letter,
    midwife,
    overriding,
    plain_mail,
    police,
    refuge,
    ruled_pdf,
    school,
    scots,
    thread,
    three_columns,
    tipped_pdf,
    tracked,
    transposed,
    two_victims,
    web_form,
)

FIRST: tuple[ModuleType, ...] = (
    acroform, controls, flat_pdf, housing, legacy, letter, overriding, police, thread, two_victims,
)  # fmt: skip
LATER: tuple[ModuleType, ...] = (adult_care, plain_mail, refuge, ruled_pdf, school)
LAST: tuple[ModuleType, ...] = (gp_mail, midwife, three_columns, tipped_pdf, transposed, web_form)
NEWEST: tuple[ModuleType, ...] = (charity_mail, landscape_pdf, scots, tracked)
EVERY = FIRST + LATER + LAST + NEWEST
