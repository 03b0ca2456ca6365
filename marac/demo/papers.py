"""The invented county's papers: templates of its own, the last action list, sent ahead of its minutes, and papers for
the next meeting."""

from datetime import timedelta

from marac.access.viewer import the_system
from marac.circulation.operations import send_actions
from marac.demo.area import Area
from marac.demo.present import Present
from marac.documents.scanner import made_here
from marac.meetings.models import Meeting
from marac.packs.due import make_waiting
from marac.packs.operations import ask_for_papers
from marac.papers.fields import Paper
from marac.papers.operations import keep_template, put_in_force
from marac.papers.queries import ours


def bring_own_templates(present: Present) -> None:
    """One of each waits; that of the minutes has its day."""
    given = {"viewer": present.now, "marac": present.marac}
    for paper in Paper:
        template = keep_template(**given, paper=paper, file=made_here(ours(paper)))
        if paper is Paper.MINUTES:
            put_in_force(viewer=present.now, template=template, from_on=present.now.today + timedelta(days=7))


def send_last_actions(area: Area) -> None:
    """Of whichever MARAC sat last and has not issued its minutes."""
    held = Meeting.objects.filter(marac__in=area.maracs, state=Meeting.State.HELD)
    for meeting in held.filter(items__actions__isnull=False).order_by("-held_on").distinct()[:1]:
        send_actions(viewer=area.coordinator, meeting=meeting)


def make_papers(present: Present) -> None:
    """For everybody who comes to the next meeting."""
    ask_for_papers(viewer=present.now, meeting=present.meeting)
    make_waiting(the_system(present.now.today))
