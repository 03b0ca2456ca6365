"""Passwords that many choose are refused, also made longer; four words that do not belong together are taken."""

import re

import pytest
from django.contrib.auth.hashers import get_hasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from marac.access.roles import Role
from marac.accounts.models import User
from marac.accounts.passwords import without
from tests import make

pytestmark = pytest.mark.django_db
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


def test_passwords_are_hashed_slowly_and_in_much_memory():
    """At least what OWASP's cheat sheet on passwords asks of Argon2id: 19 MiB and two rounds."""
    made = get_hasher("argon2").decode(make_password("kettle orbit walnut seven"))

    assert made["variety"] == "argon2id"
    assert (made["memory_cost"] >= 19 * 1024, made["time_cost"] >= 2) == (True, True)


def test_fourteen_characters_are_too_few():
    with pytest.raises(ValidationError, match="at least 15 characters"):
        validate_password("kettle orbit w")


@pytest.fixture
def place(area, police):
    """A person of a police force in an area that is called Northmoor."""
    return User(email="seren.vale@police.northmoor.example.org", name="Seren Oakapple")


@pytest.mark.parametrize(
    "password",
    [
        *(
            "Northmoor2026!!!!",
            "northmoornorthmoor",
            "n0rthm00r-p0l1ce-26",
            "NORTHMOOR police 1",
            "openmarac-openmarac",
        ),
        *(
            "oakapple20262026",
            "Seren Oakapple 1990",
            "seren.vale@example1",
            "marac marac marac marac",
            "northmoorpassword1",
        ),
        *("Northmoor MARAC kettle", "northmoorqwertyqwertyqwerty"),
    ],
)
def test_names_of_the_place_and_of_the_person_make_no_password(place, password):
    with pytest.raises(ValidationError, match=r"Anybody would try names|Many people use this"):
        validate_password(password, place)


@pytest.mark.parametrize("password", ["kettle orbit police walnut", "my northmoor kettle has orbits", *TAKEN])
def test_a_name_among_enough_other_words_is_taken(place, password):
    validate_password(password, place)


def test_names_elsewhere_are_words_like_any_other(area):
    validate_password("fellshire fellshire 7", User(email="a@b.example.org", name="Ada Quill"))


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=5))
def test_what_is_left_is_of_the_password_and_holds_none_of_the_names(password, names):
    left = without(password, names)

    letters = iter(password)
    assert all(letter in letters for letter in left)
    assert without(password, []) == password


def test_a_password_is_taken_to_its_last_letter_and_not_shown_while_it_is_typed(client, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    long = "  Kettle orbit walnut seven, " * 4 + "  "
    area = make.marac()
    user = make.member(Role.CHAIR, marac=area, agency=make.agency(marac=area), password=long)
    ask = {"email": user.email}

    form = client.get("/account/sign-in/").content.decode()
    others = [long[:-1], long[:72], long.strip(), long.lower(), long.replace("  ", " ")]
    tried = [client.post("/account/sign-in/", ask | {"password": each}).status_code for each in (*others[:4], long)]
    right = User.objects.get(pk=user.pk).check_password

    validate_password(long)
    assert len(long) > 64
    assert re.search(r'<input[^>]*name="password"[^>]*type="password"', form)
    assert tried == [200] * 4 + [302]  # back to the form, and on
    assert (right(long), [right(each) for each in others]) == (True, [False] * 5)
