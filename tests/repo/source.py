"""Reads the repository for the promises: its files, its syntax trees, its topics and its templates."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_TOPICS = {"migrations", "management"}
NOT_OURS = {
    *(".git", ".venv", "node_modules", "var", "keys", "built", "samples", "build", "test-results", "__pycache__"),
    *(".hypothesis", ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache"),
}
READABLE = {".py", ".html", ".md", ".toml", ".scss", ".js", ".json", ".lock", ".in", ".sh", ".npmrc", ".yml", ""}


@cache
def files() -> tuple[Path, ...]:
    """Every text file that the repository holds, leaving out what tools make and the sample documents."""
    return tuple(sorted(_walk(ROOT)))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in NOT_OURS or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.suffix in READABLE:
            yield path


def name(path: Path) -> str:
    """The file as a message names it: marac/cases/models.py."""
    return path.relative_to(ROOT).as_posix()


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def python(*folders: str) -> list[Path]:
    """The Python files under these folders; migrations are Django's, so they are left out."""
    return [
        path
        for path in files()
        if path.suffix == ".py" and name(path).split("/")[0] in folders and "migrations" not in path.parts
    ]


def kind(*words: str) -> list[Path]:
    """The files of a kind in every topic: views.py, and each file of a folder called views."""
    return [
        path
        for path in python("marac")
        if len(path.relative_to(ROOT).parts) > 2 and path.relative_to(ROOT).parts[2].removesuffix(".py") in words
    ]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), filename=str(path))


def nodes(paths: list[Path]) -> Iterator[tuple[str, ast.AST]]:
    """Each node of the syntax trees, with where it stands: ("marac/cases/models.py:12", node)."""
    for path in paths:
        for node in ast.walk(tree(path)):
            yield f"{name(path)}:{getattr(node, 'lineno', 0)}", node


def functions(paths: list[Path]) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for where, node in nodes(paths):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield where, node


def topics() -> list[Path]:
    """The folders of marac/ that hold Python of ours."""
    folders = [path for path in (ROOT / "marac").iterdir() if path.is_dir() and path.name not in NOT_TOPICS]
    return sorted(folder for folder in folders if any(folder.rglob("*.py")))


def templates() -> dict[str, str]:
    """Each template as it is asked for, office/cases.html, with its text."""
    found = {}
    for folder in sorted((ROOT / "marac").glob("*/templates")):
        for path in sorted(folder.rglob("*.html")):
            found[path.relative_to(folder).as_posix()] = text(path)
    return found


def lines(path: Path) -> int:
    return len(text(path).splitlines())
