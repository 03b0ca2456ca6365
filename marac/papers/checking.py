"""The whole check of a template, and its preview: run apart from everything else, by worker.py."""

import zipfile
from dataclasses import dataclass

from marac.cleaning.word import bare_word
from marac.documents.merge import fill
from marac.kernel.text import Sentence, _
from marac.opening import guard
from marac.papers.allowed import printed_always, problems_of
from marac.papers.fields import EVERY_PAGE, FIELDS, REQUIRED, Paper, example_of
from marac.papers.package import DAMAGED, Template

NOT_ON_EVERY_PAGE = _(
    "{{{{ {name} }}}} ({called}) is missing from the header and the foot: it stands on every kind of page, behind no "
    "condition."
)
MISSING = _("{{{{ {name} }}}} ({called}) is missing: it has to be printed, behind no condition.")
DAMAGE = (zipfile.BadZipFile, SyntaxError, KeyError, ValueError, OSError, RuntimeError)


@dataclass(frozen=True)
class Checked:
    """What is to be mended before it can be used; without that, the template as it is kept, and the preview of it."""

    problems: list[Sentence]
    content: bytes = b""
    preview: bytes = b""


def checked(content: bytes, paper: Paper) -> Checked:
    """A good template is kept as it reads with every change accepted, without comments and who wrote it."""
    guard.check_file(content, "template.docx")
    try:
        found = Template(content).problems()
        if found:
            return Checked(found)
        bare = bare_word(content)
        template = Template(bare)
        found = problems_of(template.filled_parts(), template.passages(), FIELDS[paper]) or _missing(template, paper)
    except DAMAGE:
        return Checked([DAMAGED])
    return Checked(found) if found else Checked([], bare, fill(bare, example_of(FIELDS[paper])))


def _missing(template: Template, paper: Paper) -> list[Sentence]:
    fields = FIELDS[paper]
    on_pages = [printed_always(page) for page in template.kinds_of_page()]
    anywhere = {name for part in template.filled_parts() for name in printed_always(part)}
    found = [
        NOT_ON_EVERY_PAGE.format(name=name, called=fields[name].called)
        for name in EVERY_PAGE
        if any(name not in page for page in on_pages)
    ]
    return found + [
        MISSING.format(name=name, called=fields[name].called) for name in REQUIRED[paper] if name not in anywhere
    ]
