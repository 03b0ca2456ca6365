"""`marac order`: one JSON object, and 1 where not all can be kept."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

MEETING = {
    "cases": [
        {"id": name, "minutes": 10, "agencies": there} for name, there in (("A", ["p"]), ("B", []), ("C", ["p"]))
    ],
    "agencies": [{"id": "p", "weight": 2}],
}


def run(tmp_path, given):
    path = tmp_path / "meeting.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    told = StringIO()
    try:
        call_command("order", str(path), stdout=told)
    except SystemExit as ended:
        return json.loads(told.getvalue()), ended.code
    return json.loads(told.getvalue()), 0


def test_the_order_its_cost_and_what_is_proved_of_it_are_printed(tmp_path):
    told, code = run(tmp_path, MEETING)
    assert (sorted(told["order"]), told["order"].index("B") != 1, code) == (["A", "B", "C"], True, 0)
    assert (told["cost"], told["bound"], told["proven"]) == (0, 0, True)
    assert set(told) == {"order", "cost", "bound", "proven", "seconds", "slots"}
    assert [(slot["agency"], slot["waited"]) for slot in told["slots"]] == [("p", 0)]


def test_what_cannot_be_kept_is_printed_and_the_command_ends_with_1(tmp_path):
    told, code = run(tmp_path, MEETING | {"fixed": [{"case": "A", "position": 9}]})
    assert (told, code) == ({"order": None, "conflict": ["A is to be number 9, and there are 3 cases."]}, 1)


@pytest.mark.parametrize("given", ["", "[", "[" * 100_000, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")])
def test_what_is_not_json_is_refused(tmp_path, given):
    with pytest.raises(CommandError, match="is not JSON in UTF-8"):
        run(tmp_path, given)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("order", str(tmp_path / "none.json"))


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf"])
def test_a_time_that_is_none_is_refused(tmp_path, seconds):
    with pytest.raises(CommandError, match="above 0"):
        call_command("order", str(tmp_path / "none.json"), seconds=float(seconds))
