"""What is shipped: no font or arms of the government's, no address of a registry, nothing of one machine."""

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from tests.repo import source

STATIC = source.ROOT / "marac" / "ui" / "static"
BUILT = STATIC / "built" / "main.css"


def test_the_font_and_the_arms_of_the_government_are_not_shipped():
    shipped = [path.name for path in STATIC.rglob("*") if path.is_file()]
    official = re.compile(r"crest|royal|\.woff2?$|govuk-.*\.(?:svg|png|ico)$|opengraph", re.I)

    assert [name for name in shipped if official.search(name)] == []


def test_the_built_styles_ask_for_no_font_and_no_crest():
    assert BUILT.exists(), "The styles are not built: run script/setup."
    styles = BUILT.read_text(encoding="utf-8")

    assert [word for word in ("GDS Transport", "@font-face", "crest") if word.lower() in styles.lower()] == []


def test_the_built_styles_fetch_nothing_from_elsewhere():
    assert BUILT.exists(), "The styles are not built: run script/setup."

    assert re.findall(r"url\(\s*[\"']?(?:https?:)?//[^)]*\)", BUILT.read_text(encoding="utf-8")) == []


def test_the_lock_of_the_styles_names_no_place_to_fetch_from():
    packages = json.loads(source.text(source.ROOT / "package-lock.json"))["packages"]

    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [n for n, package in packages.items() if n and not package.get("link") and "integrity" not in package] == []


def test_no_lock_of_python_names_a_place_to_fetch_from():
    places = re.compile(r"--(?:index-url|extra-index-url|find-links|trusted-host)|https?://|@ file:")
    locks = [path for path in source.files() if path.suffix in {".lock", ".in"}]

    assert locks != []
    assert [source.name(path) for path in locks if places.search(source.text(path))] == []


def test_every_package_of_python_is_pinned_by_its_hash():
    for path in source.ROOT.glob("requirements*.lock"):
        pinned = re.findall(r"^[\w.\[\],-]+==[^\n]+ \\$", source.text(path), re.M)
        named = re.findall(r"^[A-Za-z0-9][\w.\[\],-]*", source.text(path), re.M)
        assert len(pinned) == len(named) > 0, path.name


def test_an_install_with_one_altered_hash_fails(tmp_path):
    """A package made here, and a lock that is right and then wrong in one digit, with the flags of script/setup."""
    wheel = small_package(tmp_path)
    right = hashlib.sha256(wheel.read_bytes()).hexdigest()
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")

    assert install_locked(tmp_path, right).returncode == 0
    refused = install_locked(tmp_path, wrong)

    assert (refused.returncode != 0, "hash" in refused.stderr.lower()) == (True, True)
    assert "install --require-hashes -r" in source.text(source.ROOT / "script" / "setup")


def small_package(folder: Path) -> Path:
    wheel, about = folder / "small-1.0-py3-none-any.whl", "small-1.0.dist-info"
    parts = {
        "small.py": "",
        f"{about}/METADATA": "Metadata-Version: 2.1\nName: small\nVersion: 1.0\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: here\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    with ZipFile(wheel, "w") as package:
        record = ""
        for name, text in parts.items():
            package.writestr(name, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            record += f"{name},sha256={digest},{len(text)}\n"
        package.writestr(f"{about}/RECORD", f"{record}{about}/RECORD,,\n")
    return wheel


def install_locked(folder: Path, digest: str) -> subprocess.CompletedProcess[str]:
    lock = folder / "lock.txt"
    lock.write_text(f"small==1.0 \\\n    --hash=sha256:{digest}\n", encoding="utf-8")
    uv = [str(Path(sys.executable).parent / "uv"), "pip", "install", "--quiet", "--python", sys.executable]
    here = ["--no-index", "--find-links", str(folder), "--target", str(folder / digest), "--no-cache"]
    return subprocess.run([*uv, *here, "--require-hashes", "-r", str(lock)], capture_output=True, text=True)


def test_no_package_runs_a_script_of_its_own_when_it_is_fetched():
    """Of the styles; npm takes what the lock says (`ci`), and never looks for newer."""
    rules = source.text(source.ROOT / ".npmrc").splitlines()

    assert "ignore-scripts=true" in rules
    assert "npm_here ci " in source.text(source.ROOT / "script" / "setup")


def test_no_file_names_a_registry():
    hosts = re.compile(r"registry[.][a-z]+[.]|files[.]pythonhosted|[a-z]/simple/|artifact[o]ry|[.]npmjs[.](?:com|org)")

    assert [source.name(path) for path in source.files() if hosts.search(source.text(path))] == []


def test_no_file_names_a_folder_of_one_machine():
    folders = re.compile(r"(?<![\w.])/(?:home|work|root|Users)/[a-z]")

    assert [source.name(path) for path in source.files() if folders.search(source.text(path))] == []
