"""A full case at a glance prints on one sheet, with the marking and the name of whoever printed it."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from marac.access.roles import Role
from marac.flags.operations import ask_for_flags
from marac.people.operations import enter_people
from tests import make
from tests.minutes import area as minuted
from tests.summary.test_queries import CHILD, PEOPLE, assess, said


@pytest.fixture
def area(transactional_db):
    made = minuted.build()
    children = [CHILD | {"forenames": name} for name in ("Kit", "Robin", "Jay", "Wilf", "Merle", "Teal")]
    enter_people(viewer=make.system(), case=made.shared.case, content=PEOPLE | {"children": children})
    said(made, "She wants to stay in her home, with the children at their school, and does not want him charged.")
    for month in range(1, 7):
        assess(made, date(2025, month, 5))
    for number in range(8):
        made.promised(
            made.shared.case, due_on=date(2026, 4, 1 + number), task="Visit her with the adviser and say how."
        )
    ask_for_flags(viewer=made.viewer(Role.COORDINATOR), case=made.shared.case, anchor_on=date(2026, 3, 2))
    return made


def test_a_full_case_prints_on_one_sheet_with_its_marking_and_whose_it_is(live_server, page, area, axe_faults):
    user = make.member(Role.COORDINATOR, marac=area.marac, agency=area.police)
    make.enter_browser(page, live_server.url, user)
    page.goto(f"{live_server.url}/cases/{area.shared.case.pk}/")

    page.get_by_role("link", name="The case at a glance").click()

    assert axe_faults(page) == []
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    text = " ".join(sheets[0].extract_text().split())
    assert len(sheets) == 1
    for words in ("OFFICIAL-SENSITIVE", f"Printed for {user.name}", "does not want him charged", "14/24"):
        assert words in text
