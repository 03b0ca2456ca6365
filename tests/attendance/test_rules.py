"""Whether enough of the core agencies are there."""

from hypothesis import given
from hypothesis import strategies as st

from marac.attendance.rules import quorum

KEYS = st.sets(st.integers(1, 9))


@given(KEYS, KEYS, st.integers(0, 12))
def test_there_is_a_quorum_when_as_many_core_agencies_are_there_as_are_wanted_or_all_of_them(core, there, wanted):
    found = quorum({key: f"Agency {key}" for key in core}, there, wanted)

    assert found.met == (len(core & there) >= wanted or core <= there)
    assert found.present + len(found.absent) == len(core)
