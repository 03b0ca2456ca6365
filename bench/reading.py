"""Reads the samples, or layouts of our own, and scores them against what a careful coordinator reads in them.

python -m bench.reading [samples|drawn|layouts|held-out|LAYOUT ...] [--verbose]
"""

import json
import resource
import sys
import time
from pathlib import Path

from marac.reading import read
from tests.reading import layouts
from tests.reading.scoring import DRAWN, SAMPLES, scored, scorer

Documents = dict[str, bytes]


def kept(folder: Path) -> tuple[Documents, list[dict]]:
    truths = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.truth.json"))]
    return {truth["source"]: (folder / truth["source"]).read_bytes() for truth in truths}, truths


def made(names: list[str]) -> tuple[Documents, list[dict]]:
    every = layouts.HELD_OUT if "held-out" in names else layouts.EVERY
    names = [name for name in names if name not in ("layouts", "held-out")]
    chosen = [one for one in every if not names or one.__name__.rsplit(".", 1)[-1] in names]
    return {one.SOURCE: one.document() for one in chosen}, [one.TRUTH for one in chosen]


def timed(content: bytes, name: str) -> dict:
    began = time.perf_counter()
    got = read(content, name).content
    print(f"{name}: read in {time.perf_counter() - began:.2f} s", flush=True)
    return got


def main() -> None:
    names = [name for name in sys.argv[1:] if not name.startswith("-")]
    folders = {"samples": SAMPLES, "drawn": DRAWN}
    documents, truths = kept(folders[(names or ["samples"])[0]]) if set(names) <= set(folders) else made(names)
    found = scored({name: timed(content, name) for name, content in documents.items()}, truths)
    scorer().report(found, [], verbose="--verbose" in sys.argv)
    print(f"\nMemory of this process at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
