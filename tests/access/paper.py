"""Papers of the world: minutes as a Word file, a template of an area's own, and somebody's papers for a meeting."""

from datetime import date
from typing import Any

from marac.access.roles import Role
from marac.accounts.models import User
from marac.circulation.actionlist import whole_list
from marac.circulation.models import ActionList
from marac.directory.models import Agency, Marac
from marac.documents import store
from marac.documents.models import Document
from marac.meetings.models import Meeting
from marac.minutes.letters import word_file
from marac.packs.models import Pack
from marac.packs.queries import papers_of
from marac.papers.fields import Paper
from marac.papers.models import WordTemplate
from marac.papers.queries import office_copy, ours, sheet_of


def word_of(content: dict[str, Any]) -> bytes:
    return word_file(content, 1, "", sheet=sheet_of(None, Paper.MINUTES, office_copy()))


def template_of(marac: Marac, today: date) -> WordTemplate:
    file = ours(Paper.MINUTES)
    document = Document(marac=marac, kind="template", name="minutes.docx", size=len(file), added_by="Ada")
    document.stored_as, document.sha256, document.added_on = store.keep(file), store.sha256_of(file), today
    document.save()
    return WordTemplate(marac=marac, paper="minutes", document=document, added_on=today, added_by="Ada")


def action_list_of(meeting: Meeting, today: date) -> ActionList:
    return ActionList(meeting=meeting, number=1, content=whole_list(meeting), sent_on=today, sent_by="Ada")


def pack_of(viewer: Any, meeting: Meeting, user: User, role: Role, agency: Agency) -> Pack:
    """Made when every case was open to them: what is shut since is cut when it is opened."""
    pack = Pack(meeting=meeting, user=user, role=role.value, agency=agency, number=1, state="made", asked_by="Ada")
    pack.content, pack.asked_on, pack.made_on = papers_of(viewer, meeting), viewer.today, viewer.today
    return pack
