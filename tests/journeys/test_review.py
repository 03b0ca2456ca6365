"""Every sample is checked beside its document by the keyboard alone: each place is lit, and the presses are counted.

Pictures of each, wide and on a telephone, go to the folder that MARAC_PICTURES names: review-1.png and so on.
"""

import re

from playwright.sync_api import expect

from marac.access.roles import Role
from marac.intake.fields import is_field
from marac.referrals import operations
from tests import make
from tests.attacks.scene import Scene
from tests.journeys.steps import Coordinator
from tests.reading import documents
from tests.referrals.pages import FILES, read

CLEAN = [
    ["Victim name", "Ada HOLLIS"],
    ["Victim date of birth", "01/02/1990"],
    ["Victim address", "4 Mill Row, Westmoor ZZ1 4AB"],
    ["Victim telephone number", "07700 900111"],
    ["Is this number safe to call?", "Yes"],
    ["Perpetrator name", "Cal REEVE"],
    ["Perpetrator date of birth", "03/04/1988"],
    ["Is the victim aware of the referral?", "Yes"],
    ["Has consent been given?", "Yes"],
]
MOST_PRESSES = 20  # half a minute by the keystroke-level model: 0.28 s for each press and 1.35 s to decide before it
LIT_IN_SIGHT = """() => {
    const pane = document.querySelector(".marac-columns__source").getBoundingClientRect();
    const lit = document.querySelector(".marac-lit").getBoundingClientRect();
    return lit.top >= pane.top - 1 && lit.top < pane.bottom && pane.top < innerHeight && pane.bottom > 0;
}"""


def test_every_sample_is_checked_by_pressing_enter_with_each_place_in_sight(cast, axe_faults, client):
    client.get("/", follow=True)  # so that the first page in the browser does not wait for the templates
    area, page = cast.marac, cast.brings(Coordinator, Role.COORDINATOR, "office").page
    clean = operations.read_document(
        viewer=make.viewer(maracs=[area]), marac=area, name="clean.docx", content=documents.form(CLEAN)
    )
    referrals = {name: read(area, name) for name in FILES} | {"a form without a doubt": clean}
    scene = Scene("review", cast.browser, cast.settings)

    presses = {}
    for name, referral in referrals.items():
        page.goto(f"/referrals/{referral.pk}/review/#show")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".marac-columns__source")).to_be_visible()
        assert axe_faults(page) == []
        page.keyboard.press("Tab")
        pictures(scene, page)
        presses[name] = pressed_until_decided(page)
        referral.refresh_from_db()
        left = set(referral.reading["certainty"]) - set(referral.reading["checked"])
        assert {path for path in left if is_field(path)} == set()

    print("\n".join(f"| {name} | {rows} | {count} |" for name, (rows, count) in presses.items()))
    assert max(count for _rows, count in presses.values()) <= MOST_PRESSES
    assert presses["a form without a doubt"][1] <= 8


def pictures(scene, page):
    """Of the first row in focus."""
    scene.picture(page)
    page.set_viewport_size({"width": 390, "height": 844})
    scene.picture(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def pressed_until_decided(page):
    """How many rows there were, and how many presses it took from opening the page to the decision."""
    rows = page.locator(".marac-first__row")
    first = rows.count()
    for left in range(first, 0, -1):
        expect(page.locator(":focus")).to_contain_text(re.compile("It is right|Nothing is missing"))
        expect(page.locator(".marac-first__row:has(:focus)")).to_have_count(1)
        page.wait_for_function(LIT_IN_SIGHT)
        page.keyboard.press("Enter")
        expect(rows).to_have_count(left - 1)
    expect(page.locator(":focus")).to_contain_text("The rest is right")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("Decide", re.IGNORECASE))
    return first, 2 + 1 + first + 1  # shown, moved to the first row, each row, the rest


def test_a_key_that_is_held_down_confirms_one_value_and_no_more(cast):
    referral = read(cast.marac)
    page = cast.brings(Coordinator, Role.COORDINATOR, "office").page
    page.goto(f"/referrals/{referral.pk}/review/#show")
    page.get_by_role("button", name="Show it beside the document").press("Enter")
    page.wait_for_url("**/review/#first")
    page.keyboard.press("Tab")
    rows = page.locator(".marac-first__row")
    before = rows.count()

    page.keyboard.down("Enter")
    expect(rows).to_have_count(before - 1)
    for _again in range(5):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")

    page.wait_for_timeout(500)
    expect(rows).to_have_count(before - 1)


def test_what_is_typed_below_stays_while_values_above_are_confirmed_and_a_place_is_lit_for_the_field(cast):
    referral = read(cast.marac)
    page = cast.brings(Coordinator, Role.COORDINATOR, "office").page
    page.goto(f"/referrals/{referral.pk}/review/?open=perpetrators-0-names")
    page.get_by_role("button", name="Show it beside the document").click()
    page.get_by_label("Surname", exact=True).fill("Delany")
    expect(page.locator(".marac-lit")).to_contain_text("DELANEY, Craig")

    row = page.locator(".marac-first__row", has_text="Victim: Phone 1")
    row.get_by_role("button").press("Enter")
    expect(row).to_have_count(0)

    expect(page.get_by_label("Surname", exact=True)).to_have_value("Delany")
