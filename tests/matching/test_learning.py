"""Weights learned from the people at hand, who are invented here with a mistake of their own."""

from dataclasses import replace

import numpy as np
import pytest

from bench.matching import agencies
from bench.matching.records import described
from marac.matching.learning import FEWEST
from marac.matching.linking import link
from marac.weighing.fields import NAMES, Phone
from marac.weighing.weights import SAME, default_weights

PHONE = NAMES.index("phone")


@pytest.fixture(scope="module")
def records():
    return agencies.register(2_000)


def same_phones(records) -> float:
    return link(described(records)).weights.shares[SAME][PHONE][Phone.SAME]


def test_where_people_keep_their_phones_a_phone_comes_to_say_more(records):
    kept = [replace(record, phone=f"06{record.person:09d}") for record in records]

    assert same_phones(kept) > 0.9 > same_phones(records)


def test_from_few_people_nothing_is_learned(records):
    few = described(records[: FEWEST - 1])

    assert link(few).weights is default_weights()


def test_no_share_becomes_nothing(records):
    learned = link(described(records)).weights

    assert min(shares.min() for fields in learned.shares for shares in fields) > 0
    assert all(np.isfinite(bits).all() for fields in learned.bits for bits in fields)
