"""Keeping a template that was looked through, giving it its day, and withdrawing it."""

from dataclasses import dataclass
from datetime import date, timedelta

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Marac
from marac.documents.models import Document
from marac.documents.operations import add_document
from marac.documents.scanner import Scanned
from marac.papers.fields import Paper
from marac.papers.models import WordTemplate
from marac.papers.rules import check_from, check_withdraw


@dataclass(frozen=True)
class TemplateAdded:
    marac_id: int
    template_id: int
    paper: str
    sha256: str


@dataclass(frozen=True)
class TemplatePutInForce:
    template_id: int
    from_on: str


@dataclass(frozen=True)
class TemplateWithdrawn:
    template_id: int


@operation(needs=Permission.ISSUE_MINUTES)
def keep_template(*, viewer: Viewer, marac: Marac, paper: Paper, file: Scanned) -> WordTemplate:
    """As it was looked through (marac/papers/arriving.py); it prints nothing until it has its day."""
    marac = lock(Marac, viewer, marac.pk)
    name = f"{paper.value}.docx"
    document = add_document(viewer=viewer, marac=marac, name=name, file=file, kind=Document.Kind.TEMPLATE)
    template = WordTemplate(
        marac=marac, paper=paper.value, document=document, added_on=viewer.today, added_by=viewer.name
    )
    template.save()
    record(
        TemplateAdded(marac_id=marac.pk, template_id=template.pk, paper=paper.value, sha256=document.sha256),
    )
    return template


@operation(needs=Permission.ISSUE_MINUTES)
def put_in_force(*, viewer: Viewer, template: WordTemplate, from_on: date) -> WordTemplate:
    template = lock(WordTemplate, viewer, template.pk)
    check_from(from_on, today=viewer.today, already=template.from_on is not None)
    template.from_on, template.decided_by = from_on, viewer.name
    template.save()
    record(TemplatePutInForce(template_id=template.pk, from_on=from_on.isoformat()))
    return template


@operation(needs=Permission.ISSUE_MINUTES)
def withdraw(*, viewer: Viewer, template: WordTemplate) -> WordTemplate:
    """From today on the one before it prints again, or our own. What it printed keeps it."""
    template = lock(WordTemplate, viewer, template.pk)
    check_withdraw(in_use=template.from_on is not None and template.until_on is None)
    template.until_on, template.decided_by = viewer.today - timedelta(days=1), viewer.name
    template.save()
    record(TemplateWithdrawn(template_id=template.pk))
    return template
