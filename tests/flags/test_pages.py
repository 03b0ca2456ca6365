"""That axe finds no fault in the pages of flags."""

from datetime import date
from pathlib import Path

import pytest

from marac.flags import operations
from tests import make

pytestmark = pytest.mark.django_db
STYLES = Path(__file__).parents[2] / "marac/ui/static/built/main.css"


def test_the_pages_have_no_fault_that_axe_finds(page, axe_faults, client, area, police, coordinator):
    case = make.case(marac=area)
    operations.ask_for_flags(viewer=coordinator, case=case, anchor_on=date(2026, 3, 2))
    make.signed_in(client, marac=area, agency=police)
    pages = [client.get(path) for path in ("/flags/", "/flags/gaps/")]
    pages += [client.post(f"/flags/cases/{case.pk}/", {"anchor_on": ""}), client.get(f"/flags/cases/{case.pk}/remove/")]

    faults = []
    for answer in pages:
        page.set_content(answer.content.decode())
        page.add_style_tag(path=STYLES)
        faults += axe_faults(page)

    assert faults == []
