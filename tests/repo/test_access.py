"""Every address says who may open it, and the addresses open to anyone are the ones written here."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from marac.access.roles import ALLOWED, Permission, Role
from tests.repo import source

# Between the password and the second factor nobody is signed in: these look at the session themselves.
HALF_WAY = {
    *("signin:second", "signin:first", "signin:add-authenticator", "signin:authenticator-picture"),
    "signin:add-passkey",
}
# Whoever has the link of an invitation.
INVITED = {"invitations:link", "invitations:join", "invitations:join-agency"}
# By the account that one has at one's agency: which agency, on the way to its page, and back from there.
BY_AGENCY = {"byagency:agencies", "byagency:enter", "byagency:answer"}
# Whoever has a link for one referral; all but the first two show nothing without it, its code and its browser.
GUESTS = {"guests:link", "guests:code", "guests:tasks", "guests:step", "guests:check", "guests:received"}
# A calendar that fetches somebody's dates by their private address: times and numbers, and nothing else.
CALENDARS = {"diary:feed"}
OPEN_TO_ANYONE = {"signin:sign-in", "signin:sign-out", "signin:passkey"} | HALF_WAY | INVITED | BY_AGENCY | GUESTS
OPEN_TO_ANYONE |= CALENDARS
ASK_AGAIN = {
    *(
        "accounts:give-role",
        "accounts:end-role",
        "invitations:invite",
        "guests:make",
        "invitations:change",
        "invitations:lost-factor",
        "directory:seat",
    ),
    *("directory:end-seat", "office:readers", "office:take-reader-off", "office:lift-restriction"),
    *("sessions:end-one", "sessions:end-others"),
    *("signin:new-codes", "signin:remove-authenticator", "signin:remove-passkey"),
    *("byagency:begin-link", "byagency:link", "byagency:unlink"),
    *("staff:confirm", "staff:contacts", "staff:leave", "staff:move", "staff:cover"),
    *(
        "connections:set-up",
        "connections:switch",
        "mailboxes:set-up",
        "mailboxes:switch",
        "imports:import",
        "imports:undo",
    ),
    *("disputes:dispute", "disputes:decide", "disputes:acting", "disputes:end"),
    *("reports:download", "reports:figures-file", "minutes:agenda", "minutes:word", "caselists:word"),
    *("papers:preview", "papers:file", "papers:ours", "circulation:actions-word", "circulation:pdf", "packs:pdf"),
    *("packs:locked", "circulation:locked"),
}
READS = {"record_reading", "record_look"}
GIVES_A_FILE = {"download", "as_file", "record_export"}
SEATS = {"give_seat", "end_seat"}
# One document of one case, each opened by itself and noted as read.
ONE_AT_A_TIME = {"documents:document"}
EVERYBODY = {"ANYONE", "SIGNED_IN"}


def addresses(found: list[Any], space: str = "") -> Iterator[tuple[str, Any]]:
    """Each address's name, signin:sign-in, with its view."""
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


def test_every_address_is_written_down_with_what_it_requires():
    """A page that is new, gone, or opens to others is a decision that somebody sees in a review."""
    patterns = list(routes(get_resolver().url_patterns))
    found = [f"/{where} {view.opens_to}" for where, (_name, view) in zip(patterns, ADDRESSES, strict=True)]
    written = (source.ROOT / "tests/repo/addresses.txt").read_text(encoding="utf-8").split("\n")[:-1]

    assert sorted(set(found) - set(written)) == [], "Write these lines into tests/repo/addresses.txt, in their order."
    assert sorted(set(written) - set(found)) == [], "Take these lines out of tests/repo/addresses.txt."
    assert written == sorted(written), "Sort tests/repo/addresses.txt, so that two people seldom meet in one place."


def test_every_permission_is_asked_for_somewhere_and_held_by_somebody():
    """One that no page or operation asks for would be a promise on the page *Who may do what* and nothing more."""
    elsewhere = [path for path in source.python("marac") if path.name != "roles.py"]
    asked = {
        node.attr
        for _where, node in source.nodes(elsewhere)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Permission"
    }
    held = {permission.name for role in set(Role) - {Role.SYSTEM} for permission in ALLOWED[role]}

    assert sorted(set(Permission.__members__) - asked) == []
    assert sorted(set(Permission.__members__) - held) == ["DO_DUE_WORK"], "The system does it, without a person."


def test_only_the_pages_listed_here_open_without_signing_in():
    opened = {name for name, view in ADDRESSES if getattr(view, "opens_to", "") == "ANYONE"}

    assert opened == OPEN_TO_ANYONE, "A page open to anyone is a decision: list it here, and say why in the commit."


def test_what_gives_access_or_much_away_at_once_asks_for_a_factor_again():
    """Exports, files of many cases, roles, invitations and seats."""
    asking = {name for name, view in ADDRESSES if getattr(view, "asks_again", False)}

    assert asking == ASK_AGAIN


def test_every_page_that_gives_a_file_or_changes_who_may_do_what_asks_for_a_factor_again():
    """Found in the code of the view: a file that it hands out, or an operation on people, roles and seats."""
    silent = []
    for name, view in ADDRESSES:
        module = import_module(view.__module__)
        path = Path(str(module.__file__))
        words = {word for where, each in source.functions([path]) if each.name == view.__name__ for word in named(each)}
        operations = [getattr(getattr(module, "operations", None), word, None) for word in words]
        changes = {each.__name__ for each in operations if getattr(each, "needs", None) is Permission.MANAGE_USERS}
        if (words & GIVES_A_FILE or words & SEATS or changes) and not getattr(view, "asks_again", False):
            silent.append(name)

    assert sorted(silent) == sorted(ONE_AT_A_TIME), "Put @fresh_factor below @requires."


def named(function: ast.FunctionDef) -> set[str]:
    return {
        each.id if isinstance(each, ast.Name) else each.attr
        for each in ast.walk(function)
        if isinstance(each, ast.Name | ast.Attribute)
    }


def test_no_page_slips_past_the_sign_in_by_another_door():
    unguarded = {name for name, view in ADDRESSES if getattr(view, "login_required", True) is False}

    assert unguarded == OPEN_TO_ANYONE


def test_every_address_has_a_name_of_its_own():
    names = [name for name, _view in ADDRESSES]

    assert sorted(names) == sorted(set(names)), "Two addresses share a name: url() would give only one of them."


def test_no_address_says_what_this_is():
    """Addresses stay in histories and in the logs of networks."""
    said = [route for route in routes(get_resolver().url_patterns) if "marac" in route.lower()]

    assert said == []


def test_a_page_that_shows_a_case_a_person_or_a_document_records_the_reading():
    """A view that only takes a pressed button (require_POST) shows nothing. One that shows calls `record_look`, or
    `record_reading`."""
    silent = []
    for path in source.kind("views"):
        inside = {function.name: called(function) for _where, function in source.functions([path])}
        for where, function in source.functions([path]):
            reached = inside[function.name].union(*(inside.get(name, set()) for name in inside[function.name]))
            fetched = {f"visible_or_404({model}" for model in ("Case", "Person", "Document")} & reached
            pressed = "require_POST" in {ast.unparse(each) for each in function.decorator_list}
            if fetched and not pressed and is_page(function) and not reached & READS:
                silent.append(f"{where} {function.name}")

    assert silent == [], "Call record_look(...) of marac/cases/door.py, or record_reading(...), before showing it."


def called(function: ast.FunctionDef) -> set[str]:
    """What a function calls, by name; a fetch with the model that it fetches: visible_or_404(Case."""
    names = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func).rpartition(".")[2]
            names |= {name} | {f"{name}({ast.unparse(node.args[0])}" for _first in node.args[:1]}
    return names


def is_page(function: ast.FunctionDef) -> bool:
    return any("requires" in ast.unparse(each) or "open_to" in ast.unparse(each) for each in function.decorator_list)


def routes(found: list[Any], before: str = "") -> Iterator[str]:
    for each in found:
        route = f"{before}{each.pattern}"
        if isinstance(each, URLResolver):
            yield from routes(each.url_patterns, route)
        else:
            yield route
