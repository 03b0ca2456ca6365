"""Judges what pip-audit found: it must have looked at every package of the locks, and found nothing.

A check that could not reach the list of known vulnerabilities, or that looked at nothing, has not passed.
"""

import json
import sys
from pathlib import Path
from typing import Any

from assurance.sbom import bill


def faults(found: dict[str, Any]) -> list[str]:
    """`found` is what `pip-audit --format json` writes."""
    looked_at = {
        (each["name"].lower(), each["version"]): each["vulns"]
        for each in found.get("dependencies", [])
        if "skip_reason" not in each
    }
    wanted = {(each["name"], each["version"]) for each in bill()["components"] if is_of_the_product(each)}
    unseen = [f"{name} {version} was not looked at" for name, version in sorted(wanted - set(looked_at))]
    known = [f"{name} {vuln['id']}" for (name, _version), vulns in sorted(looked_at.items()) for vuln in vulns]
    return unseen + known


def is_of_the_product(component: dict[str, Any]) -> bool:
    return component["scope"] == "required" and component["purl"].startswith("pkg:pypi/")


if __name__ == "__main__":
    wrong = faults(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    print("\n".join(wrong) or "Every package that the product runs on was looked at, and nothing is known against any.")
    sys.exit(bool(wrong))
