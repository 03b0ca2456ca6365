"""What stands around every page: a title, a file name and an address that name nobody, and the way to sign out."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client

from marac.access.roles import Role
from tests import make
from tests.access.pages import words_of
from tests.access.test_matrix import address
from tests.access.test_trail import shown_records

pytestmark = pytest.mark.django_db
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
# What stays in a history, a folder of downloads, or the log of a network.
HEADERS = ("Content-Disposition", "Location")


# Where nobody is signed in yet, or not for good.
BEFORE_SIGNING_IN = re.compile("^(?:signin|invitations):")


@pytest.fixture(scope="module")
def answers(world, django_db_blocker):
    """Every page with every record that each of two roles may see there, as it was answered, asked for once."""
    found = {}
    with django_db_blocker.unblock():
        for role in (Role.COORDINATOR, Role.REPRESENTATIVE):
            client = Client()
            make.enter(client, world.users[role])
            found[role] = [
                (page.name, kind, client.get(address(page, world, row.pk if row is not None else 1)))
                for page, kind, row in shown_records(world, role)
            ]
    return found


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REPRESENTATIVE], ids=str)
def test_no_title_file_name_or_address_of_a_page_tells_what_a_case_holds(world, answers, role):
    told = {word for words in world.words.values() for word in words if not word.startswith("REF")} | {"Wren", "Ash"}
    wrong = []
    for name, kind, answer in answers[role]:
        outside = TITLE.findall(words_of(answer)) + [unquote(answer.get(header, "")) for header in HEADERS]
        wrong += [f"{name}, {kind}: {word}" for word in told for text in outside if word in text]

    assert wrong == []


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REPRESENTATIVE], ids=str)
def test_every_page_lets_one_sign_out(answers, role):
    pages = [(name, words_of(answer)) for name, _kind, answer in answers[role] if answer.status_code == 200]
    without = {
        name
        for name, text in pages
        if TITLE.search(text) and "/account/sign-out/" not in text and not BEFORE_SIGNING_IN.match(name)
    }

    assert len(pages) > 20
    assert without == set()
