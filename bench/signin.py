"""How long a wrong password takes for an account that exists and for one that does not: python -m bench.signin [TIMES].

In a database of its own, in turns, with the count of tries put back each time. Prints medians in milliseconds.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(times: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        where = os.environ | {"MARAC_HOME": f"{folder}/var", "MARAC_KEYS": f"{folder}/keys"}
        for command in (["manage.py", "migrate", "--verbosity", "0"], ["-m", "bench.tries", times]):
            subprocess.run([sys.executable, *command], cwd=ROOT, env=where, check=True)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "200")
