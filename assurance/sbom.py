"""The bill of materials, as CycloneDX: every package of the locks with its version, hashes, licence and use.

Made of the locks alone, so that it says what would be installed, and the same locks always give the same file.
"""

import base64
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from assurance.table import FOLDER, ROOT

PINNED = re.compile(
    r"^(?P<name>[\w.-]+)(?:\[[\w,.-]+\])?==(?P<version>[^\s;]+)[^\n]*(?P<hashes>(?:\n    --hash=[^\n]+)*)", re.M
)
# Of what is in several locks, the first says what it is for: the product, or building and testing it.
LOCKS = {
    "requirements.lock": "required",
    "requirements-dev.lock": "excluded",
    "requirements-setup.lock": "excluded",
    "requirements-node.lock": "excluded",
}
# What ends up in the pages, of the packages that build styles and scripts.
IN_PAGES = {"govuk-frontend", "htmx.org"}


def bill() -> dict[str, Any]:
    found = {each["purl"]: each for each in [*_of_node(), *_of_python()][::-1]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "openmarac", "version": _version()}},
        "components": [found[purl] for purl in sorted(found)],
    }


def licence_rules() -> tuple[frozenset[str], dict[str, str]]:
    """Which are allowed; and what packages say that do not say it in a way that a machine reads."""
    read = tomllib.loads((FOLDER / "licences.toml").read_text(encoding="utf-8"))
    return frozenset(read["allowed"]), read["said"]


def _of_python() -> Iterator[dict[str, Any]]:
    """From the product's own lock outwards."""
    for lock, scope in LOCKS.items():
        for match in PINNED.finditer((ROOT / lock).read_text(encoding="utf-8")):
            name, version = match["name"].lower(), match["version"]
            hashes = [("SHA-256", each) for each in re.findall(r"sha256:([0-9a-f]{64})", match["hashes"])]
            yield _component("pypi", name, version, hashes, scope, _licence(name))


def _of_node() -> Iterator[dict[str, Any]]:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for path, package in packages.items():
        if path:
            name = path.rpartition("node_modules/")[2]
            hashes = [("SHA-512", base64.b64decode(package["integrity"].removeprefix("sha512-")).hex())]
            said = licence_rules()[1].get(name, package.get("license", ""))
            scope = "required" if name in IN_PAGES else "excluded"
            yield _component("npm", name.replace("@", "%40"), package["version"], hashes, scope, said)


def _component(
    kind: str, name: str, version: str, hashes: list[tuple[str, str]], scope: str, licence: str
) -> dict[str, Any]:
    return {
        "type": "library",
        "name": name.replace("%40", "@"),
        "version": version,
        "scope": scope,
        "purl": f"pkg:{kind}/{name}@{version}",
        "hashes": [{"alg": alg, "content": content} for alg, content in hashes],
        "licenses": [{"expression": licence}],
    }


def _licence(name: str) -> str:
    said = licence_rules()[1].get(name)
    if said is None:
        said = metadata.metadata(name).get("License-Expression") or ""
    return str(said)


def _version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=2) + "\n", encoding="utf-8")
