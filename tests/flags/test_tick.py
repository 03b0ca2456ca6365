"""Flags that have reached their end are asked to be taken off without anybody pressing anything."""

import threading
from dataclasses import replace
from datetime import date

import pytest
from django.db import connections

from marac.flags import operations
from marac.flags.models import Flag
from marac.flags.queries import cases_past_end
from marac.management.commands.tick import ask_for_ended_flags
from tests import make

pytestmark = pytest.mark.django_db
LAST_YEAR = date(2025, 3, 4)


def flagged(area, coordinator, anchor_on):
    case = make.case(marac=area)
    then = replace(coordinator, today=max(anchor_on, date(2025, 3, 5)))
    operations.ask_for_flags(viewer=then, case=case, anchor_on=anchor_on)
    return case


def test_each_agency_is_asked_on_the_day_and_once(area, coordinator):
    ended = flagged(area, coordinator, LAST_YEAR)
    flagged(area, coordinator, date(2025, 3, 5))

    rounds = [ask_for_ended_flags(make.system()) for _each in range(2)]

    assert rounds == [1, 0]
    asked = Flag.objects.filter(removal_asked_on=make.TODAY)
    assert set(asked.values_list("case", flat=True)) == {ended.pk}
    assert asked.count() == 2


def test_a_case_whose_flags_a_repeat_kept_on_is_left_alone(area, coordinator):
    case = flagged(area, coordinator, LAST_YEAR)
    operations.move_end(viewer=coordinator, case=case, anchor_on=date(2025, 9, 1))

    assert cases_past_end(make.system(), 50) == []


def test_two_runs_at_once_ask_each_agency_once(transactional_db, area, coordinator):
    for _each in range(3):
        flagged(area, coordinator, LAST_YEAR)
    begin, done = threading.Barrier(2), []

    def run():
        begin.wait()
        done.append(ask_for_ended_flags(make.system()))
        connections.close_all()

    runs = [threading.Thread(target=run) for _each in range(2)]
    for each in runs:
        each.start()
    for each in runs:
        each.join()

    assert sum(done) == 3
    assert set(Flag.objects.values_list("removal_asked_on", flat=True)) == {make.TODAY}
