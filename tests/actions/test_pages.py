"""That axe finds no fault in the pages of actions, with a report sent back for correction among them."""

from pathlib import Path

import pytest

from tests import make

pytestmark = pytest.mark.django_db
STYLES = Path(__file__).parents[2] / "marac/ui/static/built/main.css"


def test_the_pages_have_no_fault_that_axe_finds(page, axe_faults, client, area, office, set_action):
    action = set_action()
    make.signed_in(client, marac=area, agency=office)
    pages = [
        client.get("/actions/"),
        client.post(f"/actions/{action.pk}/", {"state": "not_done"}),
        client.get(f"/actions/{action.pk}/reopen/"),
    ]

    faults = []
    for answer in pages:
        page.set_content(answer.content.decode())
        page.add_style_tag(path=STYLES)
        faults += axe_faults(page)

    assert faults == []
