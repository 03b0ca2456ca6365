"""The browser that journeys drive: where it is, how it is started, and how a page is judged for accessibility."""

import shutil
from pathlib import Path
from typing import Any

AXE = Path(__file__).resolve().parent.parent / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMES = ("chromium", "chromium-browser", "google-chrome")

# No sandbox, which refuses to start for root. Only this machine's name resolves: nothing comes from elsewhere.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


def executable() -> str | None:
    """The path of the first browser that is installed, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def faults(page: Any) -> list[str]:
    """What axe finds wrong with the page as it stands: one line for each element, empty when all is well."""
    page.wait_for_load_state()
    page.evaluate(AXE.read_text())
    run = "options => axe.run(document, options)"
    found = page.evaluate(run, {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]})
    return [
        f"{rule['id']}: {rule['help']}: {' '.join(map(str, node['target']))}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
