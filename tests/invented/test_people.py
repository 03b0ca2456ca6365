"""The invented referrals are repeatable, invented in the agreed way, and read by the product like any other."""

import re
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from marac.intake.people import people_in
from marac.invented.people import TOPICS, referral_content

ON = date(2026, 3, 4)


def invented(seed: int) -> dict:
    return referral_content(Random(seed), area="Norbrook", agency="Fellshire Police", on=ON)


@given(seed=st.integers())
def test_the_same_seed_gives_the_same_referral(seed):
    assert invented(seed) == invented(seed)


@given(seed=st.integers())
def test_phones_and_postcodes_belong_to_nobody(seed):
    people = people_in(invented(seed), today=ON)

    assert all(re.fullmatch(r"07700900\d{3}", phone.number) for each in people for phone in each.numbers)
    assert all(home.postcode.startswith("ZZ") for each in people for home in each.homes)


@given(seed=st.integers())
def test_every_topic_is_answered_and_the_ground_follows_the_count(seed):
    content = invented(seed)
    answers = content["checklist"]["answers"]

    assert tuple(answers) == TOPICS
    yes = sum(answer == "yes" for answer in answers.values())
    assert content["criteria"]["visible_high_risk"] == (yes >= 14)


def test_children_come_in_the_published_proportion():
    """1.24 children a case nationally in the year to September 2024."""
    contents = [invented(seed) for seed in range(3000)]

    mean = sum(len(content["children"]) for content in contents) / len(contents)

    assert 1.0 < mean < 1.3
