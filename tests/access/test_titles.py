"""No title, file name or address of any page names anybody, or says anything that a case holds but its reference."""

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


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REPRESENTATIVE], ids=str)
def test_no_title_file_name_or_address_of_a_page_tells_what_a_case_holds(world, role):
    client, wrong = Client(), []
    make.enter(client, world.users[role])
    told = {word for words in world.words.values() for word in words if not word.startswith("REF")} | {"Wren", "Ash"}
    for page, kind, row in shown_records(world, role):
        answer = client.get(address(page, world, row.pk if row is not None else 1))
        outside = TITLE.findall(words_of(answer)) + [unquote(answer.get(header, "")) for header in HEADERS]
        wrong += [f"{page.name}, {kind}: {word}" for word in told for text in outside if word in text]

    assert wrong == []
