"""Reads the samples, or the layouts of our own, and scores them against what a careful coordinator reads in them.

python -m bench.reading [samples|layouts|LAYOUT ...] [--verbose]
"""

import importlib.util
import json
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from marac.reading import read
from tests.reading import layouts

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "samples" / "intake"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SAMPLES / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(documents: dict[str, bytes], truths: list[dict]):
    """The scorer's result for these documents, by name."""
    with tempfile.TemporaryDirectory() as folder:
        for truth in truths:
            (Path(folder) / f"{truth['source']}.truth.json").write_text(json.dumps(truth), encoding="utf-8")
        return scorer().run(None, folder, {name: timed(content, name) for name, content in documents.items()})


def timed(content: bytes, name: str) -> dict:
    began = time.perf_counter()
    got = read(content, name).content
    print(f"{name}: read in {time.perf_counter() - began:.2f} s", flush=True)
    return got


def samples() -> tuple[dict[str, bytes], list[dict]]:
    truths = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SAMPLES.glob("*.truth.json"))]
    return {truth["source"]: (SAMPLES / truth["source"]).read_bytes() for truth in truths}, truths


def made(names: list[str]) -> tuple[dict[str, bytes], list[dict]]:
    chosen = [one for one in layouts.EVERY if not names or one.__name__.rsplit(".", 1)[-1] in names]
    return {one.SOURCE: one.document() for one in chosen}, [one.TRUTH for one in chosen]


def main() -> None:
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    documents, truths = samples() if names in ([], ["samples"]) else made([n for n in names if n != "layouts"])
    found, missing = score(documents, truths)
    scorer().report(found, missing, verbose="--verbose" in sys.argv)


if __name__ == "__main__":
    main()
