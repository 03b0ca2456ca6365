"""Prints the table: as docs/assurance.md, and with what became of each test as lines for whoever ran them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from assurance.table import NOT_SHOWN, PARTLY, STATES, Row, holes, properties, requirements

HEAD = """# What a test shows, and what it does not

Made by `script/assure --write` from `assurance/properties.toml`, `assurance/asvs.toml` and `assurance/holes.toml`:
change those. `script/assure` runs exactly the tests named here, on both databases, and says what each row stands on.
`tests/repo/test_assurance.py` fails when a test named here is gone, when a property or requirement is missing, and
when this page is not what those files give.

[THREATS.md](THREATS.md) says who would attack and what does **not** stop them: read it first.

*Shown*: the tests named here would fail if it were not so. *Partly shown*: they would, but for what is said beside
them. *Written down*: a paper says so, which is all that the requirement asks. *Not shown*: nothing here would notice.
Nobody outside has tested this product yet.

"""
ASVS = """## OWASP ASVS 5.0.0

All of levels 1 and 2; level 3 too for authentication (V6), sessions (V7), authorisation (V8), data (V14) and the trail
(V16). The words are ours and short; the numbers are those of [the standard](https://github.com/OWASP/ASVS), by OWASP,
under CC BY-SA 4.0. A letter with a number is a property above, whose tests show this too.
"""
HOLES = """## Holes that were planted

A wall is only as good as what notices a hole in it. `script/planted` makes each of these mistakes in a copy of
the tree, one at a time, and runs the tests that should notice. These did:

| Wall | The hole | Caught by |
| --- | --- | --- |
"""


def page() -> str:
    parts = [HEAD, "## In numbers\n\n", counts(), "\n"]
    for heading, found in groups(properties()):
        parts += [f"## {heading}\n\n", table(found), "\n"]
    parts += [ASVS, "\n"]
    for heading, found in groups(requirements()):
        parts += [f"### {heading}\n\n", table(found), "\n"]
    rows = "".join(f"| {hole.wall} | {hole.says} | {named(hole.caught_by)} |\n" for hole in holes())
    return "".join([*parts, HOLES, rows])


def counts() -> str:
    lines = [f"| | {' | '.join(STATES)} | together |\n", f"| --- |{' ---: |' * (len(STATES) + 1)}\n"]
    for name, rows in (("Properties", properties()), ("Requirements of ASVS", requirements())):
        number = Counter(row.state for row in rows)
        lines.append(f"| {name} | {' | '.join(str(number[state]) for state in STATES)} | {len(rows)} |\n")
    return "".join(lines)


def groups(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    for heading, found in groupby(rows, key=lambda row: row.group):
        yield heading, list(found)


def table(rows: Iterable[Row]) -> str:
    lines = "".join(f"| {row.key} | {_says(row)} | {_state(row)} | {_stands_on(row)} |\n" for row in rows)
    return f"| | What must be true | | Stands on |\n| --- | --- | --- | --- |\n{lines}"


def named(tests: Iterable[str]) -> str:
    return "<br>".join(f"`{test}`" for test in tests)


def _says(row: Row) -> str:
    return f"{row.says} (level 3)" if row.level == 3 else row.says


def _state(row: Row) -> str:
    """With what is missing, or why it does not apply, beneath."""
    state = f"**{row.state}**" if row.state in (PARTLY, NOT_SHOWN) else row.state
    return ": ".join(part for part in (state, row.missing or row.not_applicable) if part)


def _stands_on(row: Row) -> str:
    """The tests of other properties are named there, and not here again."""
    borrowed = {test for each in properties() if each.key in row.by for test in each.tests}
    own = [test for test in row.tests if test not in borrowed]
    parts = [", ".join(row.by), ", ".join(_paper(each) for each in row.papers), named(own)]
    return "<br>".join(part for part in parts if part)


def _paper(written: str) -> str:
    """OPERATING.md#Keys as a link to the paper, which names its heading."""
    path, _hash, heading = written.partition("#")
    address = path.removeprefix("docs/") if path.startswith("docs/") else f"../{path}"
    return f"[{path.rpartition('/')[2]}]({address}){f', *{heading}*' if heading else ''}"
