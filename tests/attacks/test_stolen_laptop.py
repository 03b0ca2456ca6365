"""The stolen laptop: taken from a café table while its owner was signed in, with the password on a note beneath it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from tests import make
from tests.attacks.scene import Scene, gives_code, gives_password, minutes_pass, shows, signs_in


@pytest.fixture
def area(transactional_db):
    return make.marac("Norbrook")


@pytest.fixture
def owner(area):
    office = make.agency("Fellshire Council", marac=area)
    return make.member(Role.COORDINATOR, marac=area, agency=office, password=make.PASSWORD)


@pytest.fixture
def scene(browser, browser_context_args, live_server):
    return Scene("stolen-laptop", browser, browser_context_args | {"base_url": live_server.url})


def test_the_thief_gets_no_file_no_second_session_and_is_put_out_from_elsewhere(scene, area, owner):
    secret = make.factor(owner)
    laptop = scene.opens()
    signs_in(laptop, owner.email, make.code_of(secret))
    scene.picture(laptop)

    # A quarter of an hour later the thief asks for the file of a whole quarter.
    minutes_pass(laptop, 15)
    laptop.goto(f"/reports/return/{area.pk}/2026Q1/workbook/")
    shows(laptop, "Show once more that it is you")
    gives_code(laptop, "000000")
    expect(laptop.locator(".govuk-error-message")).to_be_visible()
    scene.picture(laptop)
    laptop.goto("/")
    shows(laptop, "Today")
    assert not AuditEvent.objects.filter(kind="export").exists()

    # The note has the password, and the password alone is no way in.
    elsewhere = scene.opens()
    gives_password(elsewhere, owner.email)
    shows(elsewhere, "Show that it is you")
    elsewhere.goto("/cases/")
    shows(elsewhere, "Sign in")
    scene.picture(elsewhere)

    # The owner borrows a colleague's computer and ends every other session.
    borrowed = scene.opens()
    signs_in(borrowed, owner.email, make.code_of(secret, timezone.now() + timedelta(seconds=30)))
    borrowed.goto("/account/factors/sign-out-elsewhere/")
    borrowed.get_by_role("button", name="Sign out everywhere else").click()
    shows(borrowed, "How you sign in")
    scene.picture(borrowed)

    laptop.goto("/cases/")
    shows(laptop, "Sign in")
    laptop.go_back()
    shows(laptop, "Sign in")
    scene.picture(laptop)


def test_a_laptop_left_for_half_an_hour_shows_nothing_but_the_way_to_sign_in(scene, owner):
    secret = make.factor(owner)
    laptop = scene.opens()
    signs_in(laptop, owner.email, make.code_of(secret))
    minutes_pass(laptop, 31)

    laptop.goto("/cases/")

    shows(laptop, "Sign in")
