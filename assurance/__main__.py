"""python -m assurance tests | write | report FOLDER: for script/assure."""

import sys
from pathlib import Path

from assurance.page import page
from assurance.report import report
from assurance.table import PAGE, tests


def main(what: str, *given: str) -> int:
    if what == "tests":
        print("\n".join(tests()))
    elif what == "write":
        PAGE.write_text(page(), encoding="utf-8")
    elif what == "report":
        return min(report(Path(given[0])), 1)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
