"""By which keys people meet: alike however many are at hand, and never so many that all are compared with all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.weighing.births import read_birth
from marac.weighing.blocking import EVERYWHERE, IN_BULK, LARGEST_BLOCK, LIVE, keys, pairs
from marac.weighing.columns import Person, columns

TODAY = date(2026, 11, 28)
ALL = (*EVERYWHERE, *IN_BULK, *LIVE)
BORN, OTHERWISE = read_birth("1991-04-03", TODAY), read_birth("1962-11-20", TODAY)
HANNAH = Person("1", "Hannah Jane", "Tolliver", "", "", BORN, "F", "4 Mill Lane", "ZZ3 7TB", "07700 900214")
PETRA = Person("2", "Petra", "Ravenhill", "", "", OTHERWISE, "F", "9 Row", "ZZ5 1LQ", "01632 960001")
NAMES = st.sampled_from(
    ["Hannah", "Kate", "Katherine", "O'Brien", "Al-Hassan", "李", "Li", "Zhang-Smith", "ŁUKASZ", ""]
)
POSTCODES = st.sampled_from(["", "ZZ3 7TB"])
PEOPLE = st.builds(
    Person, forenames=NAMES, surname=NAMES, aliases=NAMES, born=st.sampled_from([BORN, OTHERWISE]), postcode=POSTCODES
)


def marks(*people: Person, row: int = 0) -> set[int]:
    found, rows = keys(columns(people), ALL)
    return {mark for mark, at in zip(found.tolist(), rows.tolist(), strict=True) if at == row}


@given(PEOPLE, st.lists(PEOPLE, max_size=5))
def test_the_keys_of_somebody_are_the_same_whoever_else_is_there(person, others):
    assert marks(person) == marks(*others, person, row=len(others))


@pytest.mark.parametrize(
    "changes",
    [
        {"surname": "Ravenhill", "phone": "", "address": ""},
        {"forenames": "Hana", "surname": "Toliver", "born": read_birth("", TODAY), "phone": "", "address": "9 Row"},
        {"forenames": "Tolliver", "surname": "Hannah", "address": "", "postcode": "", "phone": ""},
        {"born": read_birth("1991-03-04", TODAY), "surname": "Ravenhill", "address": "", "postcode": "", "phone": ""},
        {"forenames": "Petra", "surname": "Ravenhill", "born": read_birth("", TODAY), "address": "", "postcode": ""},
        {"surname": "Ravenhill", "former_surnames": "Tolliver", "forenames": "Jane", "phone": "", "address": ""},
    ],
)
def test_whoever_is_written_down_otherwise_still_meets(changes):
    one, two = pairs(columns([HANNAH, HANNAH._replace(**changes)]))

    assert (one.tolist(), two.tolist()) == ([0], [1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Sagal Tarek", "Osman"), ("Sagal", "Tarek")),
        (("Mahmoud Yahya", "Osman"), ("Yahya", "Mahmoud")),
        (("Macleod", "Donnchadh"), ("Donnchadh", "McLeod")),
        (("Al-Najjar Anas", "Lina"), ("Lina", "Al-Najjar")),
        (("Anatolii", "Kravchenko"), ("Anatolii", "Kravkhenko")),
        (("Kaur", "Surinder"), ("Surender", "Kaur")),
    ],
)
def test_names_meet_in_either_order_with_one_left_out_and_in_other_letters(one, other):
    people = [Person(str(at), *names) for at, names in enumerate((one, other))]

    assert len(pairs(columns(people))[0]) == 1


def test_whoever_has_one_birth_date_and_one_name_in_common_meets_wherever_that_stands():
    full = Person("1", "Robert Singh", "Kang", born=BORN)

    assert len(pairs(columns([full, Person("2", "R", "Singh", born=BORN)]))[0]) == 1
    assert len(pairs(columns([full, Person("2", "Buzz", "Lath", aliases="Robert", born=BORN)]))[0]) == 1


def test_somebody_is_found_by_the_forename_of_an_alias():
    named, called = Person("1", "Edward", "Tolliver"), Person("2", "Midge", "Tolliver", aliases="Edward")

    assert len(pairs(columns([named, called]))[0]) == 1


def test_two_who_have_one_number_of_the_health_service_meet():
    numbered = [person._replace(health_number="943 476 5919") for person in (HANNAH, PETRA)]

    assert len(pairs(columns(numbered))[0]) == 1


def test_strangers_do_not_meet():
    assert len(pairs(columns([HANNAH, PETRA]))[0]) == 0


def test_what_very_many_share_brings_nobody_together():
    same_name = [Person(str(at), "Hannah", "Smith") for at in range(LARGEST_BLOCK + 1)]

    assert len(pairs(columns(same_name))[0]) == 0
    assert len(pairs(columns(same_name[1:]))[0]) == LARGEST_BLOCK * (LARGEST_BLOCK - 1) // 2


def test_of_whom_nothing_is_known_there_is_no_key():
    assert marks(Person("1")) == set()
