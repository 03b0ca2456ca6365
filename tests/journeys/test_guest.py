"""Somebody without an account refers by a link and a code, by keyboard alone; a second browser gets nothing."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marac.directory.models import ReturnGroup
from marac.guests import operations
from marac.referrals.models import Referral
from tests import make


@pytest.fixture
def made(transactional_db):
    area = make.marac("Norbrook")
    surgery = make.agency("Mill Lane Surgery", marac=area, group=ReturnGroup.PRIMARY_CARE)
    given = {"marac": area, "agency": surgery, "address": "ines@example.org", "checked": "", "at": timezone.now()}
    return operations.make_link(viewer=make.system(), **given)


def test_a_surgery_refers_once_by_a_link_and_a_code(made, browser, browser_context_args, live_server, axe_faults):
    settings, faults = browser_context_args | {"base_url": live_server.url}, []
    page = browser.new_context(**settings).new_page()
    entered(page, made)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your form")
    faults += axe_faults(page)

    second = browser.new_context(**settings).new_page()
    entered(second, made)
    expect(second.get_by_role("alert")).to_contain_text("do not open a form here")
    faults += axe_faults(second)

    page.get_by_role("link", name="Victim", exact=True).press("Enter")
    page.get_by_label("Surname", exact=True).focus()
    page.keyboard.type("Tolliver")
    faults += axe_faults(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("safely reached")
    page.goto("/form/check/")
    expect(page.get_by_text("Tolliver")).to_be_visible()
    faults += axe_faults(page)
    page.get_by_role("button", name="Send it").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Received")
    faults += axe_faults(page)

    page.go_back()
    expect(page.get_by_text("Tolliver")).to_have_count(0)
    assert Referral.objects.get().state == "submitted"
    assert faults == []


def entered(page, made):
    page.goto(f"/form/{made.token}/open/")
    page.get_by_label("Code", exact=True).focus()
    page.keyboard.type(f"{made.code[:4]} {made.code[4:]}")
    page.keyboard.press("Enter")
