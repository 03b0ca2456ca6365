"""Makes each hole in a copy of the tree, and runs the tests that should notice: python -m assurance.planted [hole …]

With tests named after `--`, these run instead, and every one that failed is told: to find out who notices a new hole.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from assurance.table import ROOT, Hole, holes, whole

SHARED = (".venv", "node_modules")
BUILT = "marac/ui/static/built"


def main(*given: str) -> int:
    names, tests = split(given)
    missed = 0
    for hole in holes():
        if not names or hole.key in names:
            missed += try_out(hole, tests)
    print("Every hole was noticed." if not missed else f"{missed} holes were not noticed by all who should.")
    return min(missed, 1)


def split(given: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    at = given.index("--") if "--" in given else len(given)
    return given[:at], given[at + 1 :]


def try_out(hole: Hole, tests: tuple[str, ...]) -> bool:
    """Whether somebody who should notice did not."""
    print(f"{hole.wall}: {hole.says}", flush=True)
    if hole.database and "MARAC_TEST_POSTGRES" not in os.environ:
        print("    not tried: it needs PostgreSQL")
        return True
    with tempfile.TemporaryDirectory(prefix="marac-hole.") as folder:
        tree = copy_of_the_tree(Path(folder))
        for take, put in hole.changes:
            change(tree / hole.file, take, put)
        became = run(tree, hole, tests or hole.caught_by)
    failed = sorted(test for test, how in became.items() if how == "failed")
    for test in failed:
        print(f"    caught by {test}")
    missed = [] if tests else [test for test in hole.caught_by if whole(test) not in failed]
    for test in missed:
        print(f"    NOT NOTICED by {test}: {became.get(whole(test), 'not run')}")
    return bool(missed) or not failed


def change(path: Path, take: str, put: str) -> None:
    text = path.read_text(encoding="utf-8")
    if text.count(take) != 1:
        raise SystemExit(f"{path.name} does not hold this once: {take}")
    path.write_text(text.replace(take, put), encoding="utf-8")


def copy_of_the_tree(folder: Path) -> Path:
    """What is in the repository or could be, and what script/setup built."""
    tree = folder / "tree"
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name)
    shutil.copytree(ROOT / BUILT, tree / BUILT, dirs_exist_ok=True)
    for name in SHARED:
        (tree / name).symlink_to((ROOT / name).resolve())
    return tree


def run(tree: Path, hole: Hole, tests: tuple[str, ...]) -> dict[str, str]:
    """What became of each test in the copy, by assurance/results.py."""
    place = tree.parent
    home = {"MARAC_HOME": str(place / "var"), "MARAC_KEYS": str(place / "keys"), "ASSURANCE_RESULTS": str(place)}
    database = {"MARAC_DATABASE_URL": os.environ["MARAC_TEST_POSTGRES"] if hole.database else ""}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "assurance.results", "-p", "no:cacheprovider", *tests]
    ended = subprocess.run(
        command, cwd=tree, env=os.environ | home | database | {"PYTHONPATH": str(tree)}, capture_output=True, text=True
    )
    written = list(place.glob("*.json"))
    if not written:
        print(ended.stdout[-2000:], ended.stderr[-2000:])
    return json.loads(written[0].read_text(encoding="utf-8")) if written else {}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
