"""Lists of people linked and searched, over invented people who were recorded by several agencies."""

from collections import Counter
from math import comb

import pytest

from bench.matching import agencies
from bench.matching.records import described
from marac.matching.index import Index
from marac.matching.linking import link

PEOPLE = 5_000


@pytest.fixture(scope="module")
def records():
    return agencies.register(PEOPLE)


@pytest.fixture(scope="module")
def found(records):
    return list(link(described(records)).likely(0.5))


def test_most_doubles_are_found_and_few_pairs_are_wrong(records, found):
    true = sum(comb(times, 2) for times in Counter(record.person for record in records).values())
    right = sum(records[int(pair.left)].person == records[int(pair.right)].person for pair in found)

    assert right / len(found) > 0.97
    assert 2 * right / (len(found) + true) > 0.94


def test_what_is_all_but_certain_is_right(records, found):
    certain = [pair for pair in found if pair.probability >= 0.99]
    wrong = [pair for pair in certain if records[int(pair.left)].person != records[int(pair.right)].person]

    assert len(certain) > len(found) / 2
    assert len(wrong) / len(certain) < 0.005


def test_two_lists_are_linked_across_and_not_within(records):
    half = len(records) // 2
    left, right = described(records[:half]), [each._replace(id=f"r{each.id}") for each in described(records[half:])]

    pairs = list(link(left, right).likely(0.5))

    assert {(pair.left[0] == "r", pair.right[0] == "r") for pair in pairs} == {(False, True)}
    right_ones = sum(records[int(pair.left)].person == records[half + int(pair.right[1:])].person for pair in pairs)
    assert right_ones / len(pairs) > 0.97


def test_people_are_found_as_somebody_else_writes_them_down():
    here, queries = agencies.looked_for(PEOPLE, 200)
    index = Index(described(here))

    found = [index.search(query, 10) for query in described(queries)]

    ranks = [[here[int(each.id)].person for each in candidates] for candidates in found]
    persons = [query.person for query in queries]
    assert sum(rank[:1] == [person] for rank, person in zip(ranks, persons, strict=True)) >= 180
    assert sum(person in rank for rank, person in zip(ranks, persons, strict=True)) >= 188


def test_nobody_is_no_pair():
    assert list(link([]).likely(0)) == []
    assert list(link([], []).likely(0)) == []
