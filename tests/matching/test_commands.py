"""`marac match` and `marac find`, with lists as people make them, and with what they must refuse."""

import csv
import json
import os
import resource
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from marac.matching.files import write_pairs
from tests.repo import source

HEADER = "id,forenames,surname,former_surnames,aliases,dob,sex,address,postcode,phone"
HANNAH = "1,Hannah Jane,Tolliver,,,1991-04-03,F,4 Mill Lane,ZZ3 7TB,07700 900214"
AGAIN = "2,Hanna,Ravenhill,Tolliver,,3/4/1991,F,,ZZ3 7TB,07700 900214"
PETRA = "3,Petra,Tolliver,,,1993-09-21,F,4 Mill Lane,ZZ3 7TB,"


@pytest.fixture
def write(tmp_path):
    def write(name, *rows, header=HEADER):
        path = tmp_path / name
        path.write_text("\n".join([header, *rows]), encoding="utf-8")
        return path

    return write


def run(*arguments):
    told = StringIO()
    call_command(*arguments, stdout=told, stderr=StringIO())
    return told.getvalue()


def test_one_list_is_searched_for_doubles(write):
    rows = list(csv.DictReader(StringIO(run("match", write("people.csv", HANNAH, AGAIN, PETRA)))))

    assert [(row["left_id"], row["right_id"]) for row in rows] == [("1", "2")]
    assert float(rows[0]["probability"]) > 0.9
    assert "same phone (+" in rows[0]["reasons"]
    assert "same birth date (+" in rows[0]["reasons"]


def test_two_lists_are_linked_into_a_file(write, tmp_path):
    run("match", write("left.csv", HANNAH, PETRA), write("right.csv", AGAIN), "--out", tmp_path / "pairs.csv")

    rows = list(csv.reader((tmp_path / "pairs.csv").open(encoding="utf-8")))
    assert rows[0] == ["left_id", "right_id", "weight", "probability", "reasons"]
    assert [row[:2] for row in rows[1:]] == [["1", "2"]]
    assert [path.name for path in tmp_path.glob("*.partial")] == []


def test_each_query_gives_one_object_with_whom_it_may_be_about(write):
    queries = write("queries.csv", AGAIN, "q2,Petra,,,,,,,,")

    found = [json.loads(line) for line in run("find", write("people.csv", HANNAH, PETRA), queries).splitlines()]

    assert [each["query"] for each in found] == ["2", "q2"]
    assert [[candidate["id"] for candidate in each["candidates"]][:1] for each in found] == [["1"], ["3"]]
    assert set(found[0]["candidates"][0]) == {"id", "weight", "probability", "reasons"}
    assert all(each["ms"] >= 0 for each in found)


@pytest.mark.parametrize(
    "forenames",
    ["", "H", "😀", "😀😀 😀", "?", "x" * 10_000, "ab " * 3_333, "Ἑλένη", "محمد", "%' OR 1=1 --", "\u202e\u0000"],
)
def test_any_query_is_answered(write, forenames):
    queries = write("queries.csv", f'q,"{forenames}",,,,someday,,,,')

    found = json.loads(run("find", write("people.csv", HANNAH, PETRA), queries))

    assert isinstance(found["candidates"], list)


def test_nothing_is_found_among_nobody(write):
    found = json.loads(run("find", write("people.csv"), write("queries.csv", HANNAH)))

    assert found["candidates"] == []
    assert run("match", write("empty.csv")).splitlines() == ["left_id,right_id,weight,probability,reasons"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "lacks these columns: id, forenames"),
        (b"id,forename,surname\n1,a,b", "lacks these columns: forenames, former_surnames"),
        (f"{HEADER},phone\n".encode(), "has these columns twice: phone"),
        (f"{HEADER}\n{HANNAH}\n\n{HANNAH}".encode(), "has the id 1 twice, in rows 2 and 4"),
        (f"{HEADER}\n,Hannah,,,,,,,,".encode(), "Row 2 of people.csv has no id"),
        (f"{HEADER}\n1,Hannah,Tolliver".encode(), "Row 2 of people.csv has 3 cells, and the first row has 10"),
        (f"{HEADER}\n1,\xe9,,,,,,,,".encode("latin-1"), "is not text in UTF-8"),
        (f'{HEADER}\n1,"Hannah,,,,,,,,'.encode(), "is not a CSV file"),
    ],
)
def test_a_file_that_is_not_a_list_of_people_is_refused_with_why(tmp_path, content, sentence):
    (tmp_path / "people.csv").write_bytes(content)

    for command in (["match"], ["find", tmp_path / "people.csv"]):
        with pytest.raises(CommandError, match=sentence):
            run(*command, tmp_path / "people.csv")


def test_what_is_not_there_or_cannot_be_written_is_said(write, tmp_path):
    people = write("people.csv", HANNAH, AGAIN)

    with pytest.raises(CommandError, match=r"none\.csv cannot be opened: No such file"):
        run("match", tmp_path / "none.csv")
    with pytest.raises(CommandError, match=r"pairs\.csv cannot be written: No such file"):
        run("match", people, "--out", tmp_path / "nowhere" / "pairs.csv")
    with pytest.raises(CommandError, match="from 0 to 1"):
        run("match", people, "--least", "7")
    with pytest.raises(CommandError, match="1 or more"):
        run("find", people, people, "--top", "0")


def test_where_the_disk_gives_out_no_half_of_a_file_is_left(write, tmp_path):
    people = write("people.csv", HANNAH, AGAIN)
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, usual[1]))
    try:
        with pytest.raises(CommandError, match=r"pairs\.csv cannot be written: File too large"):
            run("match", people, "--out", tmp_path / "pairs.csv")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["people.csv"]


def test_columns_may_stand_in_any_order_with_others_between(write):
    titles = HEADER.split(",")[::-1]
    rows = [",".join([*row.split(",")[::-1], "more"]) for row in (HANNAH, AGAIN)]

    found = run("match", write("people.csv", *rows, header=",".join([*titles, "extra"])))

    assert len(found.splitlines()) == 2


def test_a_search_that_is_killed_leaves_nothing_of_the_people_on_the_disk(write, tmp_path):
    passing = tmp_path / "passing"
    passing.mkdir()
    people = write("people.csv", *(f"{number}{HANNAH}" for number in range(1_000)))
    queries = write("queries.csv", *(f"{number}{AGAIN}" for number in range(2_000)))
    command = [sys.executable, source.ROOT / "manage.py", "find", people, queries]
    searching = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"TMPDIR": str(passing)})
    assert searching.stdout is not None

    assert searching.stdout.readline().startswith(b'{"query"')
    open_files = [os.readlink(opened) for opened in Path(f"/proc/{searching.pid}/fd").iterdir()]
    searching.kill()
    searching.communicate()

    assert searching.returncode == -signal.SIGKILL
    assert [path for path in open_files if str(tmp_path) in path or "sqlite" in path] == []
    assert list(passing.iterdir()) == []


def test_what_stood_in_the_place_of_the_pairs_stays_until_the_new_ones_are_whole(write, tmp_path):
    people, out = write("people.csv", HANNAH, AGAIN), tmp_path / "pairs.csv"
    out.write_text("as it was", encoding="utf-8")

    def stopped():
        yield from []
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_pairs(out, stopped())
    assert out.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.glob("*.partial")) == []

    run("match", people, "--out", out)
    assert out.read_text(encoding="utf-8").startswith("left_id,right_id")


def test_a_folder_is_no_place_for_the_pairs(write, tmp_path):
    people = write("people.csv", HANNAH, AGAIN)
    (tmp_path / "pairs.csv").mkdir()

    with pytest.raises(CommandError, match=r"pairs\.csv cannot be written: Is a directory"):
        run("match", people, "--out", tmp_path / "pairs.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pairs.csv", "people.csv"]


@pytest.mark.parametrize("value", ["x" * 10_000, "\x00", "; " * 5_000, "ab-" * 3_000, "\u202e", "9" * 500, "١٢٣"])
def test_any_value_in_any_column_is_compared(write, value):
    cells = ",".join([f'"{value}"'] * 9)
    people = write("people.csv", f"1,{cells}", f"2,{cells}", HANNAH.replace("1,", "3,", 1))

    assert run("match", people, "--least", "0").startswith("left_id")
    assert len(run("find", people, people).splitlines()) == 3


def test_a_value_too_long_for_a_cell_is_refused_with_why(write):
    people = write("people.csv", f"1,{'x' * 200_000},,,,,,,,")

    with pytest.raises(CommandError, match=r"people\.csv is not a CSV file: field larger than field limit"):
        run("match", people)
