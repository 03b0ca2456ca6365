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
import splink.comparison_library as compare
from numpy.typing import NDArray
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from bench.matching.records import Record

logging.getLogger("splink").setLevel(logging.ERROR)
FIELDS = ("forename", "middle", "surname", "dob", "sex", "address", "postcode", "phone")
LOWEST = -10  # weight of a pair that is kept
AS_IT_COMES = [
    compare.NameComparison("forename").configure(term_frequency_adjustments=True),
    compare.NameComparison("surname").configure(term_frequency_adjustments=True),
    compare.DateOfBirthComparison("dob", input_is_string=True),
    compare.PostcodeComparison("postcode"),
    compare.ExactMatch("phone"),
    compare.ExactMatch("sex"),
]
TUNED = [
    *AS_IT_COMES[:4],
    compare.LevenshteinAtThresholds("phone", 1),
    compare.ExactMatch("sex"),
    compare.ExactMatch("middle"),
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


def _frame(records: Sequence[Record]) -> pd.DataFrame:
    rows = [[getattr(record, name).lower() for name in FIELDS] for record in records]
    frame = pd.DataFrame(rows, columns=list(FIELDS)).replace("", None)
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
    seconds = time.perf_counter() - began
    one, two = (pairs[f"unique_id_{side}"].to_numpy(np.int64) for side in "lr")
    return Found(np.minimum(one, two), np.maximum(one, two), pairs["match_weight"].to_numpy(float), seconds)
