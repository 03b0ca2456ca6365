"""The process that makes papers is killed: what was made is whole, and the next goes on from there."""

from collections import Counter

from marac.mail.models import Outgoing
from marac.packs.models import Pack
from tests import elsewhere

PEOPLE = 8


def tick():
    return elsewhere.start("django.core.management.call_command", "tick")


def test_papers_are_made_once_each_though_the_process_is_killed(transactional_db, table):
    for _person in range(PEOPLE):
        table.person(table.housing)
    table.ask()
    made = Pack.objects.made

    elsewhere.kill_when(tick(), lambda: made().count() >= 2)
    first = {pack.pk: pack.content for pack in made()}
    tick().communicate()

    assert 2 <= len(first) < PEOPLE
    assert Counter(Pack.objects.values_list("state", "number")) == {(Pack.State.MADE, 1): PEOPLE}
    assert all(Pack.objects.get(pk=number).content == content for number, content in first.items())
    told = Counter(Outgoing.objects.filter(kind="papers").values_list("address", flat=True))
    assert sorted(told.values()) == [1] * PEOPLE
