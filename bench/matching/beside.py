"""Splink 5 on the same records, with its embedded back end: as it comes, and tuned for them.

The tuned one also compares middle names and slips in phones, and compares more pairs. Names that are equal count by how
frequent they are, in both. Tried and left out, for each made it worse: addresses beside postcodes, forename and
surname as one comparison, postcodes by their frequency.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import splink.comparison_library as library
from numpy.typing import NDArray
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from bench.matching.records import Record, described
from marac.matching.linking import link as link_ours
from marac.matching.splink import as_row, comparisons_of, settings
from marac.weighing.compare import compare
from marac.weighing.fields import FIELDS, NAMES

logging.getLogger("splink").setLevel(logging.ERROR)
COLUMNS = ("forename", "middle", "surname", "dob", "sex", "address", "postcode", "phone")
LOWEST = -10  # weight of a pair that is kept
AS_IT_COMES = [
    library.NameComparison("forename").configure(term_frequency_adjustments=True),
    library.NameComparison("surname").configure(term_frequency_adjustments=True),
    library.DateOfBirthComparison("dob", input_is_string=True),
    library.PostcodeComparison("postcode"),
    library.ExactMatch("phone"),
    library.ExactMatch("sex"),
]
TUNED = [
    *AS_IT_COMES[:4],
    library.LevenshteinAtThresholds("phone", 1),
    library.ExactMatch("sex"),
    library.ExactMatch("middle"),
]
BLOCKS = [
    block_on("dob"),
    block_on("forename", "surname"),
    block_on("phone"),
    block_on("postcode", "forename"),
    block_on("postcode", "surname"),
]
MORE_BLOCKS = [
    block_on("surname", "substr(dob, 1, 4)"),
    block_on("forename", "substr(dob, 6, 5)"),
    block_on("surname", "substr(dob, 6, 5)"),
    block_on("address", "substr(forename, 1, 2)"),
    block_on("address", "substr(surname, 1, 3)"),
]


@dataclass(frozen=True)
class Found:
    """Pairs by the places of their records, the weight of each, and the seconds that it took."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    weight: NDArray[np.float64]
    seconds: float


def dedupe(records: Sequence[Record], *, tuned: bool) -> Found:
    frame = _frame(records)
    began = time.perf_counter()
    linker = Linker(DuckDBAPI().register(frame), _settings("dedupe_only", tuned), log_level=None)
    return _linked(linker, began)


def link(left: Sequence[Record], right: Sequence[Record], *, tuned: bool) -> Found:
    frame = _frame([*left, *right])
    began = time.perf_counter()
    database = DuckDBAPI()
    lists = [database.register(part) for part in (frame[: len(left)], frame[len(left) :])]
    return _linked(Linker(lists, _settings("link_only", tuned), log_level=None), began)


def ours(records: Sequence[Record]) -> tuple[Found, float]:
    """With the settings and columns that `marac match --splink` writes; and the share of the comparisons, pair by pair,
    of which it finds the level that we find."""
    linked = link_ours(described(records))
    people = linked.people
    told = settings(people, linked.weights) | {
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": True,
    }
    table = pd.DataFrame(as_row(people, at) for at in range(len(people))).replace("", None)
    began = time.perf_counter()
    linker = Linker(DuckDBAPI().register(table), told, log_level=None)
    pairs = linker.inference.predict(threshold_match_weight=LOWEST).as_pandas_dataframe()
    found = _found(pairs, time.perf_counter() - began)
    levels, alike = compare(people, found.left, found.right), []
    for name, compared in comparisons_of(people).items():
        at = NAMES.index(name)
        from_below = [0, len(FIELDS[at]) - 1, *(said.level for said in reversed(compared.levels))]
        alike.append(np.array(from_below)[pairs[f"gamma_{name}"].to_numpy(np.int64) + 1] == levels[:, at])
    return found, float(np.mean(alike))


def _frame(records: Sequence[Record]) -> pd.DataFrame:
    rows = [[getattr(record, name).lower() for name in COLUMNS] for record in records]
    frame = pd.DataFrame(rows, columns=list(COLUMNS)).replace("", None)
    frame["postcode"] = frame["postcode"].str.upper()
    frame["unique_id"] = range(len(frame))
    return frame


def _settings(kind: str, tuned: bool) -> SettingsCreator:
    return SettingsCreator(
        link_type=kind,
        comparisons=TUNED if tuned else AS_IT_COMES,
        blocking_rules_to_generate_predictions=BLOCKS + (MORE_BLOCKS if tuned else []),
        retain_matching_columns=False,
    )


def _linked(linker: Linker, began: float) -> Found:
    train = linker.training
    sure = [block_on("forename", "surname", "dob"), block_on("phone", "dob"), block_on("postcode", "forename", "dob")]
    train.estimate_probability_two_random_records_match(sure, recall=0.6)
    train.estimate_u_using_random_sampling(max_pairs=2_000_000, seed=1)
    for block in (block_on("dob"), block_on("forename", "surname"), block_on("postcode")):
        train.estimate_parameters_using_expectation_maximisation(block)
    pairs = linker.inference.predict(threshold_match_weight=LOWEST).as_pandas_dataframe()
    return _found(pairs, time.perf_counter() - began)


def _found(pairs: pd.DataFrame, seconds: float) -> Found:
    one, two = (pairs[f"unique_id_{side}"].to_numpy(np.int64) for side in "lr")
    return Found(np.minimum(one, two), np.maximum(one, two), pairs["match_weight"].to_numpy(float), seconds)
