"""Every sentence for users is in the catalogue of the translators, and a page shows none that is not."""

import re
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import translation
from jinja2 import Environment

from marac.access.roles import Role
from marac.accounts.models import User
from tests import make
from tests.repo import source

SPOKEN = re.compile(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"')
TAG = re.compile(r"<[^>]*>", re.S)
LETTERS = re.compile(r"[A-Za-z]{2}")
BRACKETED = re.compile(r"\[[^\[\]]*\]")
# Our name, two words of the markup, and a page that stands when nothing else does, so without a language.
NOT_TRANSLATED = {
    "marac/ui/templates/ui/layout.html": {"OpenMARAC"},
    "marac/referrals/templates/referrals/facts.html": {"at-"},
    "marac/reports/templates/reports/figures.html": {"marac-wide"},
}
WITHOUT_A_LANGUAGE = "marac/ui/templates/ui/failed.html"
TRIED = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.REPRESENTATIVE, Role.STEERING)
# What is nobody's to translate: our name, what stands in the records, and whose figures are set beside ours.
DATA = ("OpenMARAC", "Northmoor", "Fell Housing", "Ada Quill", "SafeLives, United Kingdom, year to September 2024")
# Answers that are no page; pages that only an answer of an agency's service leads to; and one for who has not signed.
NO_PAGES = {
    *("/account/sign-out/", "/account/sign-in/still/", "/account/factors/authenticator/picture/"),
    *("/account/factors/agency/link/", "/account/join/agency/", "/account/induction/"),
}
HALF_WAY = "/account/sign-in/second/"
# Days as Django has them in Welsh.
DAY = re.compile(r"\d+ (?:Ion|Chwe|Maw|Ebr|Mai|Meh|Gor|Awst|Medi|Hyd|Tach|Rhag) \d{4}")
ADDRESS_OF_MAIL = re.compile(r"\S+@[a-z.]*example\.org")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    printed = subprocess.run([source.ROOT / "script" / "words"], capture_output=True, check=True, timeout=120)
    return read_po(BytesIO(printed.stdout))


@pytest.fixture
def bracketed(catalogue: Catalog, tmp_path: Path, settings) -> Iterator[None]:
    """Welsh as it might be: every message that the translators are given, in brackets."""
    welsh = Catalog(locale="cy")
    for message in catalogue:
        if message.id and message.pluralizable:
            welsh.add(message.id, tuple(f"[{message.id[1]}]" for _ in range(welsh.num_plurals)))
        elif message.id:
            welsh.add(message.id, f"[{message.id}]")
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, welsh)
    settings.LOCALE_PATHS = [tmp_path]
    with translation.override("cy"):
        yield


def test_every_text_of_a_template_is_for_the_translators():
    found = {
        source.name(path): texts
        for path in source.files()
        if path.suffix == ".html" and source.name(path) != WITHOUT_A_LANGUAGE and (texts := _outside(path))
    }

    assert found == {}, "Put it in {{ _(…) }}."


def test_the_catalogue_holds_what_rules_and_templates_and_fields_say(catalogue: Catalog):
    known = {
        "Sign in",  # a template
        "This file is empty. Ask the sender for the document again, or type the referral in.",  # a refusal
        "Case list goes out before the meeting",  # a setting
        "Returned for more information",  # a state of a record
    }

    assert [text for text in known if text not in catalogue] == []


@pytest.mark.django_db
def test_every_sentence_of_a_page_is_translated(client, bracketed):
    area = make.marac("Northmoor")
    agency = make.agency("Fell Housing", marac=area)
    left: dict[str, list[str]] = {}
    shown = set()
    left[HALF_WAY] = _in_english(
        _half_way(client, make.member(Role.CHAIR, marac=area, agency=agency, password=make.PASSWORD))
    )
    for role in TRIED:
        make.signed_in(client, role, marac=area, agency=agency)
        for address in sorted(_without_a_number() - shown):
            answer = client.get(address, headers={"accept-language": "cy"})
            if answer.status_code == 200 and "html" in answer["Content-Type"]:
                shown.add(address)
                left[address] = _in_english(answer.content.decode())

    assert sorted(_without_a_number() - shown) == []
    assert {address: texts for address, texts in left.items() if texts} == {}


def _outside(path: Path) -> list[str]:
    """The texts of a template, and what it gives a screen reader, that do not pass through gettext."""
    allowed = NOT_TRANSLATED.get(source.name(path), set())
    tokens = Environment().lex(source.text(path))
    bare = "".join(text if kind == "data" else "\0" for _line, kind, text in tokens)
    texts = [*SPOKEN.findall(bare), *TAG.sub("\0", bare).split("\0")]
    return [text.strip() for text in texts if LETTERS.search(text) and text.strip() not in allowed]


def _without_a_number() -> set[str]:
    lines = source.text(source.ROOT / "tests" / "repo" / "addresses.txt").splitlines()
    return {line.split()[0] for line in lines if line.startswith("/") and "<" not in line} - NO_PAGES - {HALF_WAY}


def _half_way(client: Client, user: User) -> str:
    """The page between password and second factor, which nobody sees who is signed in."""
    make.factor(user)
    client.post("/account/sign-in/", {"email": user.email, "password": make.PASSWORD})
    return client.get(HALF_WAY, headers={"accept-language": "cy"}).content.decode()


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style", "code")
        self.texts += [
            value for name, value in attrs if name in ("aria-label", "title", "alt", "placeholder") and value
        ]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style", "code")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.texts.append(data)


def _in_english(page: str) -> list[str]:
    """What is left of each text once our messages and the data are taken out."""
    parser = _Texts()
    parser.feed(page)
    return [text.strip() for text in parser.texts if LETTERS.search(_without_messages(text))]


def _without_messages(text: str) -> str:
    before, text = "", DAY.sub("", ADDRESS_OF_MAIL.sub("", text))
    while text != before:
        before, text = text, BRACKETED.sub("", text)
    for known in DATA:
        text = text.replace(known, "")
    return text
