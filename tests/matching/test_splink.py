"""What `marac match --splink` writes: a table of records, and settings that say of each pair what we say of it.

The SQL is tried with SQLite, to which the two functions are given that it lacks. That Splink itself takes the settings,
and finds the same levels, is shown by script/bench-matching.
"""

import csv
import json
import re
import sqlite3
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from bench.matching import agencies
from bench.matching.records import described, write
from marac.matching.splink import as_row, comparisons_of, settings, titles
from marac.weighing.births import Birth
from marac.weighing.blocking import pairs
from marac.weighing.columns import Person, columns
from marac.weighing.compare import compare
from marac.weighing.fields import FIELDS, NAMES
from marac.weighing.weights import default_weights

SEVERAL = Person(
    "s",
    "Kate",
    "Smith-Lee",
    "Aldous",
    "Kit Lee",
    Birth(),
    "F",
    "1 A; 2 B",
    "ZZ1 1AA; ZZ2 2BB",
    "07700900001; 07700900002",
)
COLUMN = re.compile(r"\b([a-z_0-9]+)_[lr]\b")


@pytest.fixture(scope="module")
def people():
    return columns(
        [*described(agencies.register(400)), SEVERAL, SEVERAL._replace(address="2 B", postcode="ZZ2 2BC"), Person("n")]
    )


@pytest.fixture(scope="module")
def told(people):
    return settings(people, default_weights())


def test_every_pair_stands_on_the_level_on_which_a_bulk_run_has_it(people):
    one, two = pairs(people)
    levels = compare(people, one, two)
    database = sqlite3.connect(":memory:")
    database.create_function("jaro_winkler_similarity", 2, _of_two(JaroWinkler.normalized_similarity))
    database.create_function("damerau_levenshtein", 2, _of_two(DamerauLevenshtein.distance))
    names = titles(people)
    database.execute(f"create table record (row, {', '.join(names)})")
    rows = [[at, *(value or None for value in as_row(people, at).values())] for at in range(len(people))]
    database.executemany(f"insert into record values (?{', ?' * len(names)})", rows)
    database.execute("create table pair (number, one, two)")
    database.executemany(
        "insert into pair values (?, ?, ?)", zip(range(len(one)), one.tolist(), two.tolist(), strict=True)
    )
    sides = ", ".join(f"{side}.{name} as {name}_{side}" for side in "lr" for name in names)
    sides += " from pair join record l on l.row = one join record r on r.row = two"
    database.execute(f"create table compared as select number, {sides}")

    for name, compared in comparisons_of(people).items():
        whens = " ".join(f"when {said.condition} then {int(said.level)}" for said in compared.levels)
        case = f"case when {compared.null} then 0 {whens} else {len(FIELDS[NAMES.index(name)]) - 1} end"
        found = [level for (level,) in database.execute(f"select {case} from compared order by number")]
        assert found == levels[:, NAMES.index(name)].tolist(), name


def _of_two(of):
    return lambda one, two: None if one is None or two is None else of(one, two)


def test_each_comparison_begins_with_what_is_not_known_and_ends_with_all_else(told):
    for comparison in told["comparisons"]:
        first, *others = comparison["comparison_levels"]
        assert first["is_null_level"] is True
        assert others[-1]["sql_condition"] == "ELSE"
        assert {"m_probability", "u_probability", "sql_condition", "label_for_charts"} <= set(others[0])


def test_the_weights_of_each_comparison_are_shares_of_all_pairs(told):
    assert [comparison["output_column_name"] for comparison in told["comparisons"]] == list(NAMES[:7])
    assert 0 < told["probability_two_random_records_match"] < 0.01
    for comparison in told["comparisons"]:
        for share in ("m_probability", "u_probability"):
            total = sum(level[share] for level in comparison["comparison_levels"][1:])
            assert total == pytest.approx(1, abs=0.03), comparison["output_column_name"]


def test_nothing_is_compared_that_the_table_of_records_lacks(people, told):
    blocks = [rule["blocking_rule"] for rule in told["blocking_rules_to_generate_predictions"]]
    levels = [level for each in told["comparisons"] for level in each["comparison_levels"]]
    rare = {level["tf_adjustment_column"] for level in levels if "tf_adjustment_column" in level}
    asked = {name for level in levels for name in COLUMN.findall(level["sql_condition"])} | rare
    asked |= {name for rule in blocks for name in re.findall(r"\b[lr]\.(\w+)", rule)}

    assert asked <= set(titles(people))
    assert rare == {"forename", "surname", "postcode_1"}


def test_the_command_writes_one_list_or_two_and_the_settings(tmp_path):
    records = agencies.register(60)
    write(tmp_path / "one.csv", records[:50])
    write(tmp_path / "two.csv", records[50:])
    for folder in ("within", "across"):
        (tmp_path / folder).mkdir()

    call_command("match", tmp_path / "one.csv", "--splink", tmp_path / "within", stderr=StringIO())
    call_command(
        "match", tmp_path / "one.csv", tmp_path / "two.csv", "--splink", tmp_path / "across", stderr=StringIO()
    )

    assert sorted(path.name for path in (tmp_path / "within").iterdir()) == ["records.csv", "settings.json"]
    assert sorted(path.name for path in (tmp_path / "across").iterdir()) == ["left.csv", "right.csv", "settings.json"]
    assert json.loads((tmp_path / "within" / "settings.json").read_text())["link_type"] == "dedupe_only"
    assert json.loads((tmp_path / "across" / "settings.json").read_text())["link_type"] == "link_only"
    rows = list(csv.DictReader((tmp_path / "across" / "left.csv").open(encoding="utf-8")))
    assert [row["unique_id"] for row in rows] == [str(number) for number in range(50)]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    write(tmp_path / "one.csv", agencies.register(5))

    with pytest.raises(CommandError, match=r"records\.csv cannot be written: No such file"):
        call_command("match", tmp_path / "one.csv", "--splink", tmp_path / "nowhere", stderr=StringIO())
