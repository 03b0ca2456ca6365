"""That axe finds no fault in the pages of research, with a form sent back for correction among them."""

from pathlib import Path

import pytest

from marac.access.roles import Role
from tests import make

pytestmark = pytest.mark.django_db
STYLES = Path(__file__).parents[2] / "marac/ui/static/built/main.css"


def test_the_pages_have_no_fault_that_axe_finds(page, axe_faults, client, area, health, police, asked, meeting):
    request = asked()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=health)
    pages = [
        client.get("/research/"),
        client.get(f"/research/{request.pk}/"),
        client.post(f"/research/{request.pk}/", {"lines": "1", "line0-text": "Seen"}),
    ]
    make.signed_in(client, marac=area, agency=police)
    pages.append(client.get(f"/research/meetings/{meeting.pk}/"))

    faults = []
    for answer in pages:
        page.set_content(answer.content.decode())
        page.add_style_tag(path=STYLES)
        faults += axe_faults(page)

    assert faults == []
