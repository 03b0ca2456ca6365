"""Filling a Word template with values, in a sandbox where a value can neither run nor mark anything up."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

WORD = Path(__file__).parent / "word"


def merge(template: str, values: Mapping[str, Any]) -> bytes:
    """The bytes of `word/<template>` with its names filled. Line breaks in a value become line breaks on paper."""
    return fill((WORD / template).read_bytes(), values)


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The same of any Word file; an area's own has been looked through before (marac/papers/allowed.py)."""
    document = DocxTemplate(io.BytesIO(template))
    document.render(dict(values), jinja_env=_environment(), autoescape=True)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def names_in(template: str) -> set[str]:
    """The names that the template asks for, headers and footers among them: a letter's dictionary has exactly these."""
    return set(DocxTemplate(WORD / template).get_undeclared_template_variables(_environment()))


def _environment() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True)
