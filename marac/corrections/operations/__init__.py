"""Putting right what a person is called, where they live, how they are reached, and who they are in a case."""

from marac.corrections.operations.contact import (
    add_address,
    add_phone,
    correct_address,
    correct_phone,
    take_off_address,
    take_off_phone,
)
from marac.corrections.operations.correcting import correct_person
from marac.corrections.operations.parties import add_new_person, add_party, correct_party, take_off_party

__all__ = [
    "add_address",
    "add_new_person",
    "add_party",
    "add_phone",
    "correct_address",
    "correct_party",
    "correct_person",
    "correct_phone",
    "take_off_address",
    "take_off_party",
    "take_off_phone",
]
