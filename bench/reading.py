"""Reads the sample referrals and scores them against what a careful coordinator reads: python -m bench.reading."""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from marac.reading import read

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "samples" / "intake"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(SAMPLES.iterdir()):
            if path.suffix in (".docx", ".eml", ".pdf"):
                began = time.perf_counter()
                content = read(path, path.name).content
                print(f"{path.name}: read in {time.perf_counter() - began:.2f} s", flush=True)
                (Path(folder) / f"{path.stem}.json").write_text(json.dumps(content), encoding="utf-8")
        subprocess.run([sys.executable, SAMPLES / "score.py", folder], check=True)


if __name__ == "__main__":
    main()
