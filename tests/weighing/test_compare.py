"""On which level each field of two people stands: names, births, homes, phones, sex."""

from datetime import date

import numpy as np
import pytest

from marac.weighing.births import read_birth
from marac.weighing.columns import Person, columns
from marac.weighing.compare import compare
from marac.weighing.fields import NAMES, Born, Forename, Home, Middle, Number, Phone, Sex, Surname

TODAY = date(2026, 11, 28)


def levels(one: Person, other: Person) -> dict[str, int]:
    people = columns([one, other])
    return dict(zip(NAMES, compare(people, np.array([0]), np.array([1]))[0].tolist(), strict=True))


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("", "Hannah", Forename.UNKNOWN),
        ("Hannah", "HANNAH", Forename.SAME),
        ("Mrs Hannah", "Hannah Jane", Forename.SAME),
        ("Siân", "Sian", Forename.SAME),
        ("Katherine", "Kate", Forename.NICKNAME),
        ("Bob", "Robert", Forename.NICKNAME),
        ("Hannah", "Hanah", Forename.LIKE),
        ("Hussain", "Hossein", Forename.NICKNAME),
        ("Khalid", "Khaled", Forename.LIKE),
        ("Youssef", "Yusuf", Forename.NICKNAME),
        ("Hannah", "H", Forename.INITIAL),
        ("Hannah", "P", Forename.DIFFERENT),
        ("Temitope", "Temi", Forename.NICKNAME),
        ("Babatunde", "Tunde", Forename.NICKNAME),
        ("Hannah", "Ha", Forename.DIFFERENT),
        ("Hannah Rose", "Rose", Forename.MIDDLE),
        ("Tom", "Thomass", Forename.LIKE),
        ("Jackie", "Jakqueline", Forename.LIKE),
        ("Hannah", "Petra", Forename.DIFFERENT),
    ],
)
def test_forenames_meet_as_they_are_written_shortened_and_heard(one, other, level):
    assert levels(Person(forenames=one), Person(forenames=other))["forename"] == level
    assert levels(Person(forenames=other), Person(forenames=one))["forename"] == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("", "Tolliver", Surname.UNKNOWN),
        ("Tolliver", "TOLLIVER", Surname.SAME),
        ("O'Brien", "O Brien", Surname.SAME),
        ("MacDonald", "McDonald", Surname.SAME),
        ("van Dijk", "Dijk", Surname.SAME),
        ("Al-Hassan", "Hassan", Surname.SAME),
        ("Kowalski", "Kowalska", Surname.SAME),
        ("Nowicki", "Nowicka", Surname.SAME),
        ("Zawadzki", "Zawadzka", Surname.SAME),
        ("Polianskyi", "Polianska", Surname.SAME),
        ("Petrov", "Petrova", Surname.SAME),
        ("Ska", "Ski", Surname.LIKE),
        ("Smith-Jones", "Jones Smith", Surname.SAME),
        ("Tolliver-Penhallow", "Tolliver", Surname.PART),
        ("Tolliver", "Toliver", Surname.LIKE),
        ("Geoghan", "Gagan", Surname.SOUND),
        ("Alhassan", "Hassan", Surname.SOUND),
        ("Alderton", "Dutton", Surname.DIFFERENT),
        ("Dhillon-Kapoor", "Dhilon", Surname.SOUND),
        ("Kaur", "Gill", Surname.BESIDE),
        ("Begum", "Akhtar", Surname.BESIDE),
        ("Kaur", "Begum", Surname.DIFFERENT),
        ("Tolliver", "Ravenhill", Surname.DIFFERENT),
    ],
)
def test_surnames_meet_in_parts_in_any_order_and_as_they_sound(one, other, level):
    assert levels(Person(surname=one), Person(surname=other))["surname"] == level
    assert levels(Person(surname=other), Person(surname=one))["surname"] == level


def test_a_surname_is_also_met_by_a_former_one_and_by_an_alias():
    now = Person(surname="Ravenhill", former_surnames="Tolliver; Aldous")

    assert levels(now, Person(surname="Aldous"))["surname"] == Surname.FORMER
    assert levels(Person(surname="Ravenhill", aliases="Hattie Aldous"), Person(surname="Aldous"))["surname"] == 3
    assert (
        levels(Person(forenames="Hannah", aliases="Hattie"), Person(forenames="Hattie"))["forename"] == Forename.ALIAS
    )


def test_a_nickname_that_both_have_is_no_surname():
    both = [Person(forenames="Beth", surname=surname, aliases="Elizabeth") for surname in ("Tolliver", "Ravenhill")]

    assert levels(*both)["surname"] == Surname.DIFFERENT


def test_names_that_changed_places_are_said_once():
    found = levels(Person(forenames="Hannah", surname="Tolliver"), Person(forenames="Tolliver", surname="Hannah"))

    assert (found["forename"], found["surname"]) == (Forename.EXCHANGED, Surname.UNKNOWN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Macleod", "Hannah"), ("Hannah", "McLeod")),
        (("Al-Najjar Anas", "Lina"), ("Lina Anas", "Al-Najjar")),
        (("Kowalska", "Ewa"), ("Ewa", "Kowalski")),
        (("Groutson", "Kelly"), ("Kelley", "Groutson")),
        (("Solanki Singh", "Tarlochan"), ("Tarlokhan", "Solanki")),
        (("Abdullahi Ghassan", "Ali"), ("Ghassan", "Abdullahi")),
    ],
)
def test_what_stands_in_the_place_of_a_forename_is_met_by_the_rules_of_surnames(one, other):
    found = levels(Person(forenames=one[0], surname=one[1]), Person(forenames=other[0], surname=other[1]))

    assert (found["forename"], found["surname"]) == (Forename.EXCHANGED, Surname.UNKNOWN)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (("Harpreet Kaur", "Gill"), ("Harpreet", "Kaur")),
        (("Hassan Abdi", "Mohamed"), ("Hassan", "Abdi")),
        (("Maria Santos", "Silva"), ("Maria", "Santos")),
    ],
)
def test_a_name_that_is_left_out_makes_the_one_before_it_the_surname(full, short):
    found = levels(Person(forenames=full[0], surname=full[1]), Person(forenames=short[0], surname=short[1]))

    assert (found["forename"], found["surname"]) == (Forename.SAME, Surname.PART)


def test_a_middle_name_that_stands_as_the_surname_is_met_in_other_letters():
    found = levels(Person(forenames="Omar Bashir", surname="Najm"), Person(forenames="Omar", surname="Basheer"))

    assert (found["forename"], found["surname"]) == (Forename.SAME, Surname.SOUND)


def test_half_of_an_exchange_says_little_and_nothing_where_it_is_kaur_or_singh():
    changed = levels(Person(forenames="Tolliver", surname="Hannah"), Person(forenames="Hannah", surname="Ravenhill"))
    brothers = levels(Person(forenames="Singh", surname="Gurdeep"), Person(forenames="Manoj", surname="Singh"))

    assert changed["forename"] == Forename.SURNAME
    assert brothers["forename"] == Forename.DIFFERENT


def test_a_womans_other_surname_says_less_than_a_mans():
    woman, other = Person(surname="Tolliver", sex="F"), Person(surname="Ravenhill", sex="female")

    assert levels(woman, other)["surname"] == Surname.WOMANS


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("", "1991-04-03", Born.UNKNOWN),
        ("dont know", "1991-04-03", Born.UNKNOWN),
        ("1991-04-03", "3 April 1991", Born.SAME),
        ("1991-04-03", "1991-03-04", Born.TURNED),
        ("1991-04-03", "1991-04-08", Born.ONE_FIGURE),
        ("1991-04-03", "1989-04-03", Born.OTHER_YEAR),
        ("1991-04-03", "1991-01-01", Born.FIRST_OF_JANUARY),
        ("1991-04-03", "1991-12-25", Born.SAME_YEAR),
        ("1991-04-03", "1991", Born.POSSIBLE_YEAR),
        ("1991-04-03", "April 1991", Born.POSSIBLE_YEAR),
        ("1991-04-03", "about 35", Born.POSSIBLE_AGE),
        ("1991-04-03", "1975", Born.DIFFERENT),
        ("1991-04-03", "1962-11-20", Born.DIFFERENT),
        ("1991-02-31", "1991-02-21", Born.ONE_FIGURE),
    ],
)
def test_births_meet_with_slips_in_part_and_as_ages(one, other, level):
    found = [Person(born=read_birth(text, TODAY)) for text in (one, other)]

    assert levels(*found)["born"] == level
    assert levels(*reversed(found))["born"] == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (("", ""), ("4 Mill Lane", "ZZ3 7TB"), Home.UNKNOWN),
        (("4 Mill Lane", ""), ("", "ZZ3 7TB"), Home.UNKNOWN),
        (("4 Mill Lane", "ZZ3 7TB"), ("4, Mill lane", "zz37tb"), Home.SAME),
        (("", "ZZ3 7TB"), ("4 Mill Lane", "ZZ3 7TB"), Home.POSTCODE),
        (("9 Mill Lane", "ZZ3 7TB"), ("4 Mill Lane", "ZZ3 7TB"), Home.NEIGHBOURS),
        (("4 Mill Lane", "ZZ3 7TD"), ("4 Mil Lane", "ZZ3 7TB"), Home.SLIP),
        (("4 Mill Lane", ""), ("4 Mil Lane", "ZZ3 7TB"), Home.ADDRESS),
        (("9 Abbey Row", "ZZ3 7TD"), ("4 Mill Lane", "ZZ3 7TB"), Home.NEAR),
        (("9 Abbey Row", "ZZ3 5XX"), ("4 Mill Lane", "ZZ3 7TB"), Home.DISTRICT),
        (("9 Abbey Row", "ZZ5 5XX"), ("4 Mill Lane", "ZZ3 7TB"), Home.DIFFERENT),
        (("9 Abbey Row; 4 Mill Lane", "ZZ5 5XX; ZZ3 7TB"), ("4 Mill Lane", "ZZ3 7TB"), Home.SAME),
    ],
)
def test_homes_meet_by_address_and_postcode_and_of_several_the_nearest_count(one, other, level):
    found = [Person(address=address, postcode=postcode) for address, postcode in (one, other)]

    assert levels(*found)["home"] == level
    assert levels(*reversed(found))["home"] == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("", "07700 900214", Phone.UNKNOWN),
        ("+44 7700 900214", "07700900214", Phone.SAME),
        ("07700 900214; 01632 960001", "01632 960 001", Phone.SAME),
        ("07700 900214", "07700 900215", Phone.ONE_FIGURE),
        ("07700 900214", "01632 960001", Phone.DIFFERENT),
    ],
)
def test_phones_meet_however_they_are_written(one, other, level):
    assert levels(Person(phone=one), Person(phone=other))["phone"] == level


def test_sex_and_middle_names_meet():
    hannah = Person(forenames="Hannah Jane", sex="F")

    assert levels(hannah, Person(forenames="Hannah J", sex="female"))["middle"] == Middle.INITIAL
    assert levels(hannah, Person(forenames="Hannah Jane"))["sex"] == Sex.UNKNOWN
    assert levels(hannah, Person(forenames="Hannah Ruth", sex="m"))["middle"] == Middle.DIFFERENT
    assert levels(hannah, Person(forenames="Hannah", sex="m"))["sex"] == Sex.DIFFERENT


@pytest.mark.parametrize("kind", ["health_number", "police_reference"])
def test_numbers_of_the_health_service_and_the_police_meet_with_a_slip(kind):
    def level(one, two):
        return levels(Person(**{kind: one}), Person(**{kind: two}))[kind]

    assert level("943 476 5919", "9434765919") == Number.SAME
    assert level("9434765919", "9434765991") == Number.ONE_FIGURE
    assert level("9434765919", "4010232137") == Number.DIFFERENT
    assert level("9434765919", "") == Number.UNKNOWN
