"""What has to be sent, whatever people were sent before; and the clocks of Britain."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.access.roles import Role
from marac.diary.rules import Method, Span, Stand, changes, comes_throughout, joined, span

SPANS = st.integers(0, 3).map(lambda hour: Span(datetime(2099, 3, 9, hour, tzinfo=UTC)))
KEYS = st.tuples(st.integers(1, 3), st.integers(1, 3))
STANDS = st.builds(Stand, SPANS, st.integers(0, 5), st.booleans())


@given(st.dictionaries(KEYS, SPANS), st.dictionaries(KEYS, STANDS))
def test_after_what_is_sent_everybody_has_what_they_should_and_nothing_is_sent_twice(wanted, stands):
    sent = changes(wanted, stands)
    after = dict(stands)
    for each in sent:
        assert each.sequence == (stands[each.key].sequence + 1 if each.key in stands else 0)
        after[each.key] = Stand(each.span, each.sequence, each.method is Method.CANCEL)

    assert {key: stand.span for key, stand in after.items() if not stand.cancelled} == wanted
    assert changes(wanted, after) == []
    assert len({each.key for each in sent}) == len(sent)


@pytest.mark.parametrize(("on", "hour"), [(date(2099, 3, 28), 9), (date(2099, 3, 29), 8), (date(2099, 10, 25), 9)])
def test_a_time_of_day_is_that_of_the_clock_on_the_wall(on, hour):
    found = span(on, time(9, 30), None)

    assert found.starts_at.astimezone(UTC).time() == time(hour, 30)


def test_who_comes_for_two_agencies_comes_from_the_first_to_the_last():
    begins = datetime(2099, 3, 9, 9, tzinfo=UTC)
    early, late = (Span(begins + timedelta(hours=at), begins + timedelta(hours=at + 1)) for at in (0, 3))

    assert joined([late, early]) == Span(early.starts_at, late.ends_at)
    assert joined([early, Span(begins)]) == Span(begins)


@pytest.mark.parametrize(
    ("role", "core", "chaired_by", "comes"),
    [
        (Role.REPRESENTATIVE, True, None, True),
        (Role.REPRESENTATIVE, False, None, False),
        (Role.COORDINATOR, False, None, True),
        (Role.CHAIR, False, None, True),
        (Role.CHAIR, True, 7, True),
        (Role.CHAIR, True, 8, False),
    ],
)
def test_the_panel_and_the_office_come_throughout_and_of_the_chairs_who_chairs(role, core, chaired_by, comes):
    assert comes_throughout(role, core=core, chaired_by=chaired_by, user_id=7) is comes
