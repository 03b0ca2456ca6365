"""A coordinator finds somebody while typing, sees a repeat behind a changed name, and keeps twins apart."""

import pytest
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.directory.models import Marac
from marac.joins.due import compare_learned
from marac.joins.models import Pair
from marac.people.models import Party
from marac.people.operations import enter_people
from marac.referrals import operations as referrals
from marac.referrals.models import Referral
from marac.triage import operations as triage
from tests import make
from tests.triage.test_views import FORM, read

HER = {
    "surname": "Tolliver",
    "forenames": "Sharon Anne",
    "aliases": ["Sharon Delaney"],
    "gender": "female",
    "dob": "1991-04-03",
    "addresses": [{"text": "14 Lantern Row, Tynemoor", "postcode": "ZZ3 7TB"}],
    "phones": [{"number": "07700900214"}],
}
TWIN = HER | {"forenames": "Isla Rose", "aliases": []}


@pytest.fixture
def area(transactional_db) -> Marac:
    return make.marac("Northmoor")


@pytest.fixture
def browser_of_the_office(live_server, page, area):
    agency = make.agency("Northmoor Homes", marac=area)
    make.enter_browser(page, live_server.url, make.member(Role.COORDINATOR, marac=area, agency=agency))
    return page


def enter(area, *victims):
    content = {"victims": list(victims)}
    return enter_people(viewer=make.system(), case=make.case(marac=area), content=content)


def test_a_misspelt_married_name_finds_her_with_reasons_while_it_is_typed(
    live_server, browser_of_the_office, axe_faults, area
):
    page = browser_of_the_office
    enter(area, HER, {"surname": "Roper", "forenames": "Kit"})
    page.goto(f"{live_server.url}/people/")
    faults = axe_faults(page)

    page.get_by_label("Find a person").press_sequentially("Shaz Dellaney 34ish", delay=20)

    expect(page.get_by_role("status")).to_have_text("1 person found")
    row = page.get_by_role("row", name="Sharon Anne Tolliver")
    for why in ("Shaz and Sharon can be one name", "Delaney sounds like Dellaney", "the age or birth date fits"):
        expect(row).to_contain_text(why)
    faults += axe_faults(page)
    expect(page.get_by_label("Find a person")).to_be_focused()
    for _step in ("Search", "the table", "the person"):
        page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Sharon Anne Tolliver")).to_be_focused()
    assert faults == []


def test_somebody_is_found_from_any_page_by_the_box_at_its_head(live_server, browser_of_the_office, area):
    page = browser_of_the_office
    enter(area, HER)
    page.goto(f"{live_server.url}/meetings/")

    page.get_by_label("Find a person").focus()
    page.keyboard.type("Dellaney")
    page.keyboard.press("Enter")

    expect(page.get_by_role("row", name="Sharon Anne Tolliver")).to_be_visible()
    expect(page).to_have_url(f"{live_server.url}/people/")


def test_a_repeat_is_seen_behind_a_changed_surname_and_a_date_turned_round(
    live_server, browser_of_the_office, axe_faults, area
):
    page, viewer = browser_of_the_office, make.viewer(maracs=[area])
    first = read(area, FORM)
    as_known = {"victims[0].dob": "1991-04-03", "victims[0].gender": "female"}
    referrals.correct(viewer=viewer, referral=first, changes=as_known)
    first = Referral.objects.get(pk=first.pk)
    case = triage.accept(viewer=viewer, referral=first, kind="new", reason="", known={})
    her = Party.objects.get(case=case, role="victim").person
    again = read(area, "avonbrook-referral.pdf")
    him = {
        f"perpetrators[0].{name}": first.content["perpetrators"][0][name] for name in ("surname", "forenames", "dob")
    }
    changes = {
        "victims[0].surname": "Winterbourne",
        "victims[0].forenames": her.forenames,
        "victims[0].dob": "1991-03-04",
        "victims[0].gender": "female",
        "victims[0].phones[0].number": first.content["victims"][0]["phones"][0]["number"],
    }
    referrals.correct(viewer=viewer, referral=again, changes=him | changes)

    page.goto(f"{live_server.url}/referrals/{again.pk}/decide/")

    known = page.get_by_role("group", name="Victim: ").first
    for words in (f"{her.name} ({case.reference})", "in 100 that it is the same person"):
        expect(known).to_contain_text(words)
    for words in ("same birth date with day and month changed round", "different surname, of a woman"):
        expect(known).to_contain_text(words)
    window = "Repeat until 14 March 2026: 12 months from the last referral, 14 March 2025"
    expect(page.get_by_text(window)).to_be_visible()
    page.get_by_role("radio", name="Accept", exact=True).check()
    expect(page.get_by_role("radio", name="Repeat")).to_be_checked()
    assert axe_faults(page) == []


def test_twins_of_one_house_are_kept_apart(live_server, browser_of_the_office, area):
    page = browser_of_the_office
    enter(area, HER, TWIN)
    enter(area, TWIN | {"phones": [], "surname": "Toliver"})

    compare_learned(make.system())

    (pair,) = Pair.objects.all()
    assert {pair.first.forenames, pair.second.forenames} == {"Isla Rose"}
    page.goto(f"{live_server.url}/people/same/")
    expect(page.get_by_role("row", name="Isla Rose Tolliver and Isla Rose Toliver")).to_be_visible()
    expect(page.get_by_text("Sharon")).to_have_count(0)
