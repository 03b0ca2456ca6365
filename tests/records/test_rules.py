"""When reading is unusual: many cases out of role, one's own name, at night."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.refusal import Refusal
from marac.records.rules import Limits, Look, Unusual, check_close, surname_of, unusual, why_open

LIMITS = Limits(cases=20, night_from=22, night_until=6)
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def looks(number, *, apart=timedelta(minutes=1), start=NOON, **more):
    return [Look(number=n + 1, at=start + n * apart, case_id=n + 1, **more) for n in range(number)]


def kinds(found):
    return [each.kind for each in found]


def test_twenty_cases_out_of_role_within_an_hour_are_unusual_and_nineteen_are_not():
    assert kinds(unusual(looks(20, in_role=False), surname="Quill", limits=LIMITS)) == [Unusual.MANY_CASES]
    assert unusual(looks(19, in_role=False), surname="Quill", limits=LIMITS) == []


def test_cases_that_are_somebodys_work_are_not_counted():
    assert unusual(looks(60, in_role=True), surname="Quill", limits=LIMITS) == []


def test_the_same_case_opened_again_and_again_is_one_case():
    again = [Look(number=n, at=NOON, case_id=1, in_role=False) for n in range(50)]

    assert unusual(again, surname="Quill", limits=LIMITS) == []


def test_the_hour_is_any_sixty_minutes():
    slow = looks(20, apart=timedelta(minutes=3.2), in_role=False)
    slower = looks(20, apart=timedelta(minutes=3, seconds=10), in_role=False)

    assert unusual(slow, surname="Quill", limits=LIMITS) == []
    assert slower[-1].at - slower[0].at > timedelta(hours=1)
    assert unusual(slower, surname="Quill", limits=LIMITS) == []
    quick = looks(20, apart=timedelta(minutes=3), in_role=False)
    assert kinds(unusual(quick, surname="Quill", limits=LIMITS)) == [Unusual.MANY_CASES]


@given(st.lists(st.tuples(st.integers(0, 180), st.integers(1, 6)), max_size=40), st.integers(2, 6))
def test_the_window_finds_what_trying_every_hour_finds(given_looks, most):
    made = sorted(given_looks)
    out = [
        Look(number=n, at=NOON + timedelta(minutes=minute), case_id=case, in_role=False)
        for n, (minute, case) in enumerate(made)
    ]
    limits = Limits(cases=most, night_from=24, night_until=0)

    found = bool(unusual(out, surname="", limits=limits))

    hours = [{case for minute, case in made if start <= minute < start + 60} for start in range(181)]
    assert found == any(len(cases) >= most for cases in hours)


@pytest.mark.parametrize("terms", ["Quill", "ada QUILL", "quill, ada", "Quíll 1990", "ZZ1 1ZZ quill"])
def test_ones_own_surname_in_a_search_is_unusual_however_it_is_written(terms):
    found = unusual([Look(number=7, at=NOON, terms=terms)], surname="Quill", limits=LIMITS)

    assert [(each.kind, each.numbers) for each in found] == [(Unusual.OWN_NAME_SEARCHED, (7,))]


@pytest.mark.parametrize("terms", ["O'Brien", "o brien", "OBRIEN", "Sean O’Brien"])
def test_a_surname_of_two_words_is_found_closed_up_or_apart(terms):
    assert kinds(unusual([Look(number=7, at=NOON, terms=terms)], surname="O'Brien", limits=LIMITS)) != []


def test_another_name_is_not_ones_own():
    assert unusual([Look(number=7, at=NOON, terms="Quilling")], surname="Quill", limits=LIMITS) == []


def test_a_case_with_somebody_of_ones_own_surname_is_unusual_once():
    opened = [Look(number=n, at=NOON, case_id=3, surnames=frozenset({"Heron", "QUILL"})) for n in (1, 2)]

    found = unusual(opened, surname="Quill", limits=LIMITS)

    assert [(each.kind, each.case_id, each.numbers) for each in found] == [(Unusual.OWN_NAME_OPENED, 3, (1,))]


@pytest.mark.parametrize(("hour", "night"), [(22, True), (2, True), (5, True), (6, False), (21, False)])
def test_cases_opened_at_night_are_unusual(hour, night):
    found = unusual([Look(number=1, at=NOON.replace(hour=hour), case_id=1)], surname="", limits=LIMITS)

    assert bool(found) is night


def test_before_and_after_midnight_is_one_night():
    both = looks(2, apart=timedelta(hours=4), start=NOON.replace(hour=22))

    assert len(unusual(both, surname="", limits=LIMITS)) == 1


def test_an_alert_is_closed_once_and_with_a_reason():
    with pytest.raises(Refusal):
        check_close(closed=True, reason="Asked her manager.")
    with pytest.raises(Refusal):
        check_close(closed=False, reason="ok")


def test_the_grounds_are_the_name_for_a_restricted_case_then_the_role_then_seats():
    shown = {"role_name": "Coordinator", "seats": {"Sits on the meeting"}}

    assert why_open(restricted_reason="Leads on it", works_on_all=True, **shown) == ["Leads on it"]
    assert why_open(restricted_reason="", works_on_all=True, **shown) == ["Coordinator"]
    assert why_open(restricted_reason="", works_on_all=False, **shown) == ["Sits on the meeting"]


def test_a_surname_is_the_last_word_of_a_name():
    assert (surname_of("Ada van Quill"), surname_of("")) == ("Quill", "")


def test_what_somebody_declared_is_noticed_in_a_case_and_in_a_search():
    found = unusual(
        [Look(number=1, at=NOON, case_id=7, declared=True), Look(number=2, at=NOON, terms="ZZ1 1ZZ", declared=True)],
        surname="",
        limits=LIMITS,
    )

    assert [(each.kind, each.numbers, each.case_id) for each in found] == [
        (Unusual.OWN_HOME_OPENED, (1,), 7),
        (Unusual.OWN_HOME_SEARCHED, (2,), None),
    ]


def test_an_emergency_is_noticed_and_so_is_asking_for_what_is_shut_and_the_latter_is_no_reading():
    night = NOON.replace(hour=23)
    shut = [
        Look(number=n, at=night, case_id=n, shut=True, in_role=False, surnames=frozenset({"Quill"})) for n in range(30)
    ]
    opened = Look(number=99, at=NOON, case_id=5, in_emergency=True)

    found = unusual([*shut, opened], surname="Quill", limits=LIMITS)

    assert {each.kind for each in found} == {Unusual.SHUT_TO_THEM, Unusual.IN_EMERGENCY}
    assert len(found) == 31
