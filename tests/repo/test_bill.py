"""The bill of materials names every package of the locks, once, with its hashes and a licence that is allowed."""

import json
import re
from typing import Any

from assurance.audited import faults, is_of_the_product
from assurance.sbom import LOCKS, bill, licence_rules
from tests.repo import source

COMPONENTS = bill()["components"]


def test_every_package_of_the_locks_is_in_the_bill_once():
    pinned = {
        f"pkg:pypi/{name.lower()}@{version}"
        for lock in LOCKS
        for name, version in re.findall(r"^([\w.-]+)[^=\n]*==([^\s;]+)", source.text(source.ROOT / lock), re.M)
    }
    node = json.loads(source.text(source.ROOT / "package-lock.json"))["packages"]
    named = {f"{path.rpartition('node_modules/')[2]} {each['version']}" for path, each in node.items() if path}
    of_node = [f"{each['name']} {each['version']}" for each in COMPONENTS if each["purl"].startswith("pkg:npm/")]

    assert min(len(pinned), len(named)) > 10
    assert sorted(each["purl"] for each in COMPONENTS if each["purl"].startswith("pkg:pypi/")) == sorted(pinned)
    assert sorted(of_node) == sorted(named)


def test_every_package_of_the_bill_has_its_hashes():
    whole = re.compile(r"[0-9a-f]{64}|[0-9a-f]{128}")
    bare = [each["purl"] for each in COMPONENTS if not each["hashes"]]
    odd = [each["purl"] for each in COMPONENTS for h in each["hashes"] if not whole.fullmatch(h["content"])]

    assert bare + odd == []


def test_every_licence_is_on_the_list():
    """A new package that says nothing a machine can read is looked up by a person: assurance/licences.toml."""
    allowed, _said = licence_rules()
    unknown = {}
    for each in COMPONENTS:
        words = set(re.findall(r"[A-Za-z0-9.+-]+", each["licenses"][0]["expression"])) - {"AND", "OR", "WITH"}
        if not words or words - allowed:
            unknown[each["purl"]] = sorted(words - allowed)

    assert unknown == {}


def test_what_the_product_runs_on_is_told_from_what_builds_and_tests_it():
    scope = {each["name"]: each["scope"] for each in COMPONENTS}

    assert (scope["django"], scope["htmx.org"], scope["pytest"], scope["sass"]) == (
        *("required", "required", "excluded", "excluded"),
    )


def test_the_bill_names_no_place_to_fetch_from():
    assert "://" not in json.dumps(bill())


def answer(components: list[dict[str, Any]], **changed: dict[str, Any]) -> dict[str, Any]:
    """As pip-audit writes what it found, with some packages answered for otherwise."""
    plain = [{"name": each["name"], "version": each["version"], "vulns": []} for each in components]
    return {"dependencies": [each | changed.get(each["name"], {}) for each in plain]}


def test_a_check_for_known_vulnerabilities_that_looked_at_nothing_has_not_passed():
    product = [each for each in COMPONENTS if is_of_the_product(each)]
    skipped = answer(product, django={"skip_reason": "not found on the index"})

    assert len(product) > 20
    assert faults(answer(product)) == []
    assert len(faults({"dependencies": []})) == len(product)
    assert [fault.split(" ")[0] for fault in faults(skipped)] == ["django"]


def test_what_is_known_against_a_package_is_named():
    product = [each for each in COMPONENTS if is_of_the_product(each)]

    assert faults(answer(product, django={"vulns": [{"id": "PYSEC-0000-1"}]})) == ["django PYSEC-0000-1"]
