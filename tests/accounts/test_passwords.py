"""Passwords that many choose are refused, also made longer; four words that do not belong together are taken."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

TAKEN = [
    "a long invented password",
    "invented people only",
    "kettle orbit walnut seven",
    "Zq8!vR2#mW5$kT9&",
    "ведро орбита орех семь",
    "password of the house on the hill",
]


@pytest.mark.parametrize("password", TAKEN)
def test_what_nobody_would_guess_is_taken(password):
    validate_password(password)


@pytest.mark.parametrize(
    "password",
    [
        *("123456789123456789", "1q2w3e4r5t6y7u8i"),
        *("passwordpassword", "PasswordPassword1", "password12345678", "P@ssw0rd20262026", "***letmein******"),
        *("qwertyqwertyqwerty", "qwertyqwertyqwe", "monkey1234567890", "aaaaaaaaaaaaaaaaaa", "ababababababababab"),
        "welcome!!!!!!!!!!!!",
    ],
)
def test_what_many_choose_is_refused_also_made_longer(password):
    with pytest.raises(ValidationError, match="Many people use this"):
        validate_password(password)


def test_fourteen_characters_are_too_few():
    with pytest.raises(ValidationError, match="at least 15 characters"):
        validate_password("kettle orbit w")
