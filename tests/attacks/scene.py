"""What every story of an attack is played with: a browser for each person, and pictures where they are wanted."""

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from django.conf import settings as product
from playwright.sync_api import expect

from marac.access.fresh import FACTOR_AT
from marac.sessions.places import SEEN_AT
from tests import make


@dataclass
class Scene:
    """`name` is the story's; its pictures go to the folder that MARAC_PICTURES names, stolen-laptop-1.png and so on."""

    name: str
    browser: Any
    settings: dict[str, Any]
    taken: int = 0

    def opens(self, address: str = "/") -> Any:
        """A browser of somebody's own."""
        page = self.browser.new_context(**self.settings).new_page()
        page.set_default_timeout(15_000)
        page.goto(address)
        return page

    def picture(self, page: Any) -> None:
        self.taken += 1
        folder = os.environ.get("MARAC_PICTURES")
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=str(Path(folder, f"{self.name}-{self.taken}.png")))


def shows(page: Any, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)


def gives_password(page: Any, email: str, password: str = make.PASSWORD) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.keyboard.press("Enter")


def gives_code(page: Any, code: str) -> None:
    page.get_by_label("Code", exact=True).fill(code)
    page.keyboard.press("Enter")


def signs_in(page: Any, email: str, code: str) -> None:
    gives_password(page, email)
    shows(page, "Show that it is you")
    gives_code(page, code)
    shows(page, "Today")


def minutes_pass(page: Any, minutes: int) -> None:
    """For this browser's session, as if its last page and its last factor were so much longer ago."""
    (cookie,) = [each for each in page.context.cookies() if each["name"] == product.SESSION_COOKIE_NAME]
    session = import_module(product.SESSION_ENGINE).SessionStore(cookie["value"])
    for stamp in (FACTOR_AT, SEEN_AT):
        session[stamp] = (datetime.fromisoformat(session[stamp]) - timedelta(minutes=minutes)).isoformat()
    session.save()
