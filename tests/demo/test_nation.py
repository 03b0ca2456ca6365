"""A nation goes on from one MARAC to the next, and from where it broke off."""

from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from marac.demo.check import faults
from marac.demo.nation import build_nation, most, names
from marac.directory.models import Marac
from marac.meetings.models import Meeting
from marac.referrals.models import Referral
from tests import make

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 4)


def built(monkeypatch, maracs):
    monkeypatch.setattr("marac.demo.nation.DAYS", 60)
    said = []
    build_nation(maracs=maracs, seed=1, today=ON, say=said.append)
    return said


def test_there_are_names_enough_and_each_is_one_of_its_kind():
    found = list(names())

    assert len(found) == len(set(found)) == most()
    assert len({name for name, _prefix in found}) == len({prefix for _name, prefix in found}) == most()
    assert most() >= 290


def test_what_broke_off_goes_on_and_comes_out_the_same(monkeypatch):
    assert built(monkeypatch, 1) == ["1 of 1: Aldbury"]
    told = Referral.objects.filter(marac__name="Aldbury").order_by("pk").values_list("content", flat=True)
    first = list(told)

    assert built(monkeypatch, 2) == ["2 of 2: Birkbury"]

    assert [marac.name for marac in Marac.objects.all()] == ["Aldbury", "Birkbury"]
    assert (
        list(Referral.objects.filter(marac__name="Aldbury").order_by("pk").values_list("content", flat=True)) == first
    )
    assert Meeting.objects.filter(marac__name="Birkbury").count() >= 4
    assert list(faults(ON)) == []


def test_a_nation_does_not_go_on_in_a_real_installation():
    make.user()

    with pytest.raises(CommandError, match="fills an empty installation only"):
        call_command("demo", size="nation", maracs=1)
