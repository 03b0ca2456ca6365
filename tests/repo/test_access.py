"""Every address says who may open it, and the addresses open to anyone are the ones written here."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from marac.access.roles import Permission

OPEN_TO_ANYONE = {"accounts:sign-in", "accounts:sign-out"}
EVERYBODY = {"ANYONE", "SIGNED_IN"}


def addresses(found: list[Any], space: str = "") -> Iterator[tuple[str, Any]]:
    """Each address's name, accounts:sign-in, with its view."""
    for each in found:
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, f"{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern):
            yield f"{space}{each.name or each.pattern}", each.callback


ADDRESSES = list(addresses(get_resolver().url_patterns))


def test_every_page_says_who_may_open_it():
    silent = [name for name, view in ADDRESSES if not hasattr(view, "opens_to")]

    assert silent == [], "Put @requires(Permission.…) above the view (marac/access/requires.py)."


def test_what_a_page_requires_is_a_permission_of_the_table():
    known = EVERYBODY | set(Permission.__members__)

    assert [name for name, view in ADDRESSES if getattr(view, "opens_to", "ANYONE") not in known] == []


def test_only_the_pages_listed_here_open_without_signing_in():
    opened = {name for name, view in ADDRESSES if getattr(view, "opens_to", "") == "ANYONE"}

    assert opened == OPEN_TO_ANYONE, "A page open to anyone is a decision: list it here, and say why in the commit."


def test_no_page_slips_past_the_sign_in_by_another_door():
    unguarded = {name for name, view in ADDRESSES if getattr(view, "login_required", True) is False}

    assert unguarded == OPEN_TO_ANYONE


def test_every_address_has_a_name_of_its_own():
    names = [name for name, _view in ADDRESSES]

    assert sorted(names) == sorted(set(names)), "Two addresses share a name: url() would give only one of them."
