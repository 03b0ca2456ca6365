"""The table of what is shown is whole and true: nothing is missing, and every test and paper that it names is there."""

import ast
from collections import Counter

from assurance.page import page
from assurance.table import NOT_SHOWN, PAGE, PARTLY, holes, properties, requirements, rows, whole
from tests.repo import source

# How many properties there are under each letter.
PROPERTIES = dict(A=12, S=8, R=13, L=9, K=6, I=13, O=10, B=6, C=6, H=4, M=4, Z=6, P=7, X=12, W=12)
# How many requirements OWASP ASVS 5.0.0 has at levels 1 and 2 of each chapter, and at level 3 of those held to it.
LEVELS_1_AND_2 = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7]
LEVEL_3 = {6: 12, 7: 1, 8: 6, 14: 4, 16: 1}


def test_every_property_is_in_the_table():
    wanted = [f"{letter}{number}" for letter, last in PROPERTIES.items() for number in range(1, last + 1)]

    assert [row.key for row in properties()] == wanted


def test_every_requirement_of_asvs_that_we_are_held_to_is_in_the_table():
    found = Counter((int(row.key.split(".")[0]), row.level == 3) for row in requirements())
    wanted = {(chapter, False): number for chapter, number in enumerate(LEVELS_1_AND_2, start=1)}

    assert found == wanted | {(chapter, True): number for chapter, number in LEVEL_3.items()}


def test_every_test_and_paper_that_a_row_stands_on_is_there():
    gone = [f"{row.key} {test}" for row in rows() for test in row.tests if not is_there(test)]
    unwritten = [f"{row.key} {paper}" for row in rows() for paper in row.papers if not is_written(paper)]

    cases = [f"{row.key} {test}" for row in rows() for test in row.tests if test != whole(test)]

    assert gone + unwritten == []
    assert cases == [], "A row stands on all cases of a test, and is reported by its name without brackets."


def test_what_is_not_shown_or_only_in_part_says_what_is_missing():
    assert [row.key for row in rows() if row.state in (PARTLY, NOT_SHOWN) and not row.missing] == []


def test_every_hole_can_still_be_planted_and_names_who_catches_it():
    texts = {hole.file: source.text(source.ROOT / hole.file) for hole in holes()}
    moved = [
        f"{hole.key}: {take}" for hole in holes() for take, _put in hole.changes if texts[hole.file].count(take) != 1
    ]
    uncaught = [hole.key for hole in holes() if not hole.caught_by or not all(map(is_there, hole.caught_by))]

    assert moved == [], "This line changed: change it in assurance/holes.toml too, so that the hole can still be made."
    assert uncaught == []


def test_the_page_is_what_the_table_gives():
    assert source.text(PAGE) == page(), "Run script/assure --write, and commit what it writes."


def is_there(test: str) -> bool:
    """A test is a function at the top of its file."""
    file, _colons, name = whole(test).partition("::")
    path = source.ROOT / file
    return path.exists() and name in {n.name for n in source.tree(path).body if isinstance(n, ast.FunctionDef)}


def is_written(paper: str) -> bool:
    file, _hash, heading = paper.partition("#")
    path = source.ROOT / file
    return path.exists() and (not heading or f"# {heading}\n" in source.text(path))
