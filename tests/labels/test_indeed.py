"""Every row of the table that says what a label asks for indeed holds for its example."""

import pytest

from marac.labels.indeed import NOTHING, ROWS, meant
from marac.labels.known import find


@pytest.mark.parametrize("row", ROWS, ids=[row.example for row in ROWS])
def test_a_row_holds_for_its_example(row):
    label = find(row.example)

    assert label is not None
    assert label.field == ("phone" if row.meant == "referrer.phone" else row.meant)


def test_a_label_that_no_row_fits_asks_for_what_it_asked_for():
    assert (meant("address", "home address"), meant(NOTHING, "favourite colour")) == ("address", NOTHING)
