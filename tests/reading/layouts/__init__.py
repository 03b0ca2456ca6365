"""Referrals of our own in layouts unlike the samples, each with what a careful coordinator reads in it."""

from types import ModuleType

from tests.reading.layouts import (
    abbreviations,
    acroform,
    adult_care,
    adult_concern,
    advice_mail,
    ambulance,
    capitals,
    charity_mail,
    controls,
    dash_ticks,
    emergency_pdf,
    family_grid,
    family_violence,
    flat_pdf,
    gp_mail,
    housing,
    landlord_letter,
    landscape_pdf,
    legacy,
    letter,
    midwife,
    mirrored,
    mixed_html,
    named_person,
    newer_mail,
    overriding,
    people_columns,
    plain_mail,
    police,
    questions,
    refuge,
    ruled_pdf,
    school,
    school_print,
    scots,
    surgery_letter,
    survivor_service,
    tabbed,
    thread,
    three_columns,
    tipped_pdf,
    tooltips,
    tracked,
    transfer,
    transposed,
    two_victims,
    vulnerable,
    web_form,
    welsh,
)

FIRST: tuple[ModuleType, ...] = (
    acroform, controls, flat_pdf, housing, legacy, letter, overriding, police, thread, two_victims,
)  # fmt: skip
LATER: tuple[ModuleType, ...] = (adult_care, plain_mail, refuge, ruled_pdf, school)
LAST: tuple[ModuleType, ...] = (gp_mail, midwife, three_columns, tipped_pdf, transposed, web_form)
NEWEST: tuple[ModuleType, ...] = (charity_mail, landscape_pdf, scots, tracked)
TWELVE: tuple[ModuleType, ...] = (
    advice_mail, capitals, emergency_pdf, family_violence, landlord_letter, mirrored,
    named_person, questions, school_print, tabbed, vulnerable, welsh,
)  # fmt: skip
TWELVE_MORE: tuple[ModuleType, ...] = (
    abbreviations, adult_concern, ambulance, dash_ticks, family_grid, mixed_html,
    newer_mail, people_columns, surgery_letter, survivor_service, tooltips, transfer,
)  # fmt: skip
EVERY = FIRST + LATER + LAST + NEWEST + TWELVE + TWELVE_MORE
