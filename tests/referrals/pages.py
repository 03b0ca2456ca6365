"""Referrals read from the samples, and a page as a browser has it: what its form would send, and its errors."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

from marac.referrals import operations
from tests import make

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "intake"
FORM = "norbrook-tolliver.docx"
FILES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".docx", ".pdf", ".eml"))


def read(area, name=FORM):
    content = (SAMPLES / name).read_bytes()
    return operations.read_document(viewer=make.viewer(maracs=[area]), marac=area, name=name, content=content)


class _Fields(HTMLParser):
    """The first form with that id (or, without one, every form) as names and values."""

    def __init__(self):
        super().__init__()
        self.values, self._area, self._select = {}, None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        name, value = given.get("name"), given.get("value") or ""
        if tag == "input" and name and (given.get("type") not in ("radio", "checkbox") or "checked" in given):
            self.values[name] = value
        elif tag == "textarea":
            self._area = name
            self.values[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in given or self._select not in self.values):
            self.values[self._select] = value

    def handle_data(self, data):
        if self._area:
            self.values[self._area] += data

    def handle_endtag(self, tag):
        self._area = None if tag == "textarea" else self._area
        self._select = None if tag == "select" else self._select


def text_of(answer):
    return unescape(re.sub(r"\s+", " ", answer.content.decode()))


def form_of(answer):
    """Every field of the page's forms with what it holds."""
    reader = _Fields()
    reader.feed(re.sub(r'<form method="get".*?</form>', "", answer.content.decode(), flags=re.DOTALL))
    return {name: value.removeprefix("\n") for name, value in reader.values.items()}


def errors_of(answer):
    """Field id to sentence, as the summary lists them."""
    summary = answer.content.decode().partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    return {
        field.removeprefix("id_"): unescape(" ".join(words.split()))
        for field, words in re.findall(r'<a href="#([^"]+)">(.*?)</a>', summary, flags=re.DOTALL)
    }
