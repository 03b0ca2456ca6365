"""An adviser assesses a case again and judges it, reads which answers moved, and axe finds no fault on the way."""

from playwright.sync_api import expect

from marac.access.roles import Role
from marac.cases.models import CaseAccess
from marac.cases.operations import give_seat
from marac.intake.tools import tool_named
from marac.risk import operations as risk
from tests import make
from tests.journeys.steps import Coordinator


def test_an_adviser_assesses_again_and_reads_what_moved(cast, faults):
    viewer = make.viewer(maracs=[cast.marac])
    case = make.case(marac=cast.marac)
    give_seat(viewer=viewer, case=case, agency=cast.agencies["office"], basis=CaseAccess.Basis.ADVISER)
    given = {"completed_on": None, "sources": {"injury": "Police log"}, "comments": {}}
    risk.assess(viewer=viewer, case=case, tool=tool_named("dash-24"), answers={"injury": "no"}, **given)
    adviser = cast.brings(Coordinator, Role.IDVA, "office")

    adviser.page.goto(f"{adviser.page.url.partition('/account')[0].rstrip('/')}/cases/{case.pk}/")
    adviser.follows("Each answer, what moved, and how the risk is judged")
    adviser.comes_to("Risk")
    adviser.follows("Risk checklist, 24 items", exact=True)
    adviser.comes_to("Risk checklist, 24 items")
    adviser.page.get_by_role("group", name="Injury in the current incident").get_by_label("Yes").check()
    adviser.presses("Keep this assessment")
    moved = adviser.page.get_by_role("row", name="Injury in the current incident")
    expect(moved).to_contain_text("No")
    expect(moved).to_contain_text("Yes")
    adviser.follows("Write a judgement")
    adviser.comes_to("Write a judgement")
    adviser.writes("What your concern is, and why", "She sleeps in her car.")
    adviser.presses("Keep it")
    expect(adviser.page.get_by_text("She sleeps in her car.")).to_be_visible()
    adviser.judge(adviser.page)

    assert faults == []
