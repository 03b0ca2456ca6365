"""Scores readings by the rules of tests/samples/intake/score.py against truths that were written down beside them."""

import importlib.util
import json
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "intake"
DRAWN = Path(__file__).resolve().parents[1] / "samples" / "drawn"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SAMPLES / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(read: dict[str, dict[str, Any]], truths: list[dict[str, Any]]):
    """The scorer's result for these readings, by the name of their document."""
    with tempfile.TemporaryDirectory() as folder:
        for truth in truths:
            (Path(folder) / f"{truth['source']}.truth.json").write_text(json.dumps(truth), encoding="utf-8")
        return scorer().run(None, folder, read)[0]


def f1(counts: list[int]) -> float:
    right, wrong, missed = counts
    return 2 * right / (2 * right + wrong + missed)
