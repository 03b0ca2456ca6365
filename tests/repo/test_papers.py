"""The papers are true: what they name exists, every topic is on the tour, every decision is whole."""

import ast
import hashlib
import re
import tomllib
from pathlib import Path

import pytest

from tests.repo import source

ROOT = source.ROOT
PAPERS = [path for path in source.files() if path.suffix == ".md"]
TOUR = ROOT / "docs" / "TOUR.md"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
NAMED = re.compile(r"`((?:marac|tests|config|docs|script|bench|locale)/[\w/.-]+)`")
LINKED = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")
DECIDED = re.compile(r"`([\w.]+)`(?: and `[\w.]+`)? in `(marac/[\w/.]+\.py)`")
CLAIMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_topic_has_a_paragraph_on_the_tour():
    told = set(re.findall(r"^\*\*(\w+)\*\* \w", source.text(TOUR), re.M))

    assert sorted({folder.name for folder in source.topics()} - told) == [], (
        "Say in docs/TOUR.md what the topic is for: a paragraph that begins with its name in bold."
    )


@pytest.mark.parametrize("paper", PAPERS, ids=source.name)
def test_every_file_that_a_paper_names_is_there(paper: Path):
    assert [named for named in NAMED.findall(source.text(paper)) if not (ROOT / named).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=source.name)
def test_every_link_of_a_paper_leads_somewhere(paper: Path):
    assert [link for link in LINKED.findall(source.text(paper)) if not (paper.parent / link).exists()] == []


def test_what_the_tour_says_is_decided_in_a_file_stands_there():
    told = DECIDED.findall(source.text(TOUR))
    gone = [f"{name} in {file}" for name, file in told if not _holds(ROOT / file, name)]

    assert told != []
    assert gone == []


@pytest.mark.parametrize(
    "paper", [ROOT / "docs" / name for name in ("assurance.md", "THREATS.md", "attacks.md")], ids=source.name
)
def test_every_test_that_is_claimed_exists(paper: Path):
    claims = CLAIMED.findall(source.text(paper))

    assert claims != []
    assert [f"{file}::{test}" for file, test in claims if test not in _tests_of(ROOT / file)] == []


def test_every_word_of_the_glossary_is_called_so_in_the_code():
    used = {word for path in source.python("marac") for word in re.findall(r"\w+", source.text(path))}
    named = re.findall(r"`([A-Za-z_]+(?:\.[A-Za-z_]+)*)`", source.text(ROOT / "docs" / "GLOSSARY.md"))

    assert [name for name in named if not set(name.split(".")) <= used] == []


def test_decisions_are_numbered_without_a_gap():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_why_what_it_costs_and_how_it_is_kept(decision: Path):
    parts = re.findall(r"^\*\*(\w[\w ]*)\.\*\*", source.text(decision), re.M)

    assert [part for part in parts if part != "Status"] == ["Context", "Decision", "Why", "Cost", "How it is kept"]


def test_every_decision_is_on_the_list():
    listed = source.text(ROOT / "docs" / "decisions" / "README.md")

    assert [path.name for path in DECISIONS if f"({path.name})" not in listed] == []


def test_every_file_that_has_an_owner_is_there():
    lines = source.text(ROOT / "CODEOWNERS").splitlines()
    owned = [line.split()[0] for line in lines if line and not line.startswith("#")]

    assert [path for path in owned if path != "*" and not (ROOT / path.lstrip("/")).exists()] == []


def _holds(path: Path, name: str) -> bool:
    words = set(re.findall(r"\w+", source.text(path)))
    return set(name.split(".")) <= words


def _tests_of(path: Path) -> set[str]:
    found = ast.walk(source.tree(path)) if path.exists() else []
    return {node.name for node in found if isinstance(node, ast.FunctionDef)}


def test_the_licence_is_the_published_text_and_the_package_names_it():
    """GPL 3 as the Free Software Foundation publishes it; a licence with a changed word is another licence."""
    text = (ROOT / "LICENSE").read_bytes()

    assert hashlib.sha256(text).hexdigest() == "3972dc9744f6499f0f9b2dbf76696f2ae7ad8af9b23dde66d6af86c9dfb36986"
    assert tomllib.loads(source.text(ROOT / "pyproject.toml"))["project"]["license"] == "GPL-3.0-or-later"
