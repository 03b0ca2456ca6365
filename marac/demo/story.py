"""The story of the invented county: a past written in bulk, and a present played through the product's operations."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from config.sizes import count_sizes
from marac.access.viewer import Viewer, the_system
from marac.caselists import operations as caselists
from marac.demo.area import SINCE, Area
from marac.demo.dates import arrange_dates, plan_closing_dates, plan_year
from marac.demo.doors import send_links, tell_calls
from marac.demo.observers import bring_observers
from marac.demo.papers import bring_own_templates, make_papers, send_last_actions
from marac.demo.present import Present, answer_research, open_in_the_night, tell_news, tell_next, tell_present
from marac.demo.reissued import send_again
from marac.demo.room import make_room
from marac.demo.serial import confirm_serial, tell_of_another_name
from marac.demo.turned import tell_counter_allegation
from marac.demo.twice import propose_pairs, record_twice
from marac.directory.models import Marac
from marac.history import begin_past, make_history
from marac.kernel.workdays import next_workday
from marac.meetings import operations as meetings
from marac.referrals import operations as referrals
from marac.referrals.models import Referral
from marac.reports.rules import quarter_of
from marac.research import operations as research
from marac.triage import operations as triage

# How many days of past, and how many cases a fortnight in the first MARAC and in the second: 860 a year in all. The
# last full quarter is always there, so that its return can be made.
SIZES = {"month": (44, 7, 4), "year": (365, 21, 12), "ten-years": (3652, 21, 12)}
DOCUMENTS = Path(__file__).parent / "documents"
EARLIER = (  # and the group of the agency that the coordinator chose for a referrer from outside the county
    ("eastmere-referral.docx", "primary_care"),
    ("southmarsh-referral.docx", "housing"),
    ("avonbrook-referral.pdf", "adult_social_care"),
)
REASON = "High risk on the referrer's account; accepted for the demonstration."
PREPARED = 21  # days ago
AHEAD = (2, 9)  # days until the next meeting of each MARAC, at least
ARRIVED = (("Norbrook", "norbrook-tolliver.docx"), ("Calderwick", "calderwick-email.eml"))


def tell_story(area: Area, *, size: str, seed: int, today: date, say: Callable[[str], None]) -> None:
    """The same seed and day give the same county."""
    days, *cases = SIZES[size]
    for number, marac in enumerate(area.maracs):
        past = begin_past(marac, Random(f"{seed} {marac.name}"), today)
        following = next_workday(today + timedelta(days=AHEAD[number]), past.holidays)
        since = max(SINCE, min(today - timedelta(days=days), quarter_of(today).previous.first_on))
        make_history(the_system(today), past, since=since, before=following, cases=cases[number], say=say)
        count_sizes(much_is_new=True)  # all this is one transaction, of which PostgreSQL counts nothing by itself
        planned = plan_year(_then(area), marac, following)
        present = Present(area, past, planned[0], _then(area), past.chance)
        if number == 0:
            _prepare(present)
            tell_present(present)
            record_twice(present)
            tell_of_another_name(present)
            tell_counter_allegation(present)
            _send(present)
            make_room(present)
            bring_observers(present)
            tell_news(present)
            send_again(present)
            tell_calls(present)
            send_links(present)
            open_in_the_night(present)
            propose_pairs(present)
            confirm_serial(present)
            arrange_dates(area.coordinator, marac, area.users["Maud Tarrant"])
            bring_own_templates(present)
            make_papers(present)
        else:
            tell_next(present)
            plan_closing_dates(area.coordinator, marac, next_workday(following, past.holidays))
    send_last_actions(area)
    _documents_arrive(area)
    count_sizes(much_is_new=True)


def _then(area: Area) -> Viewer:
    """The coordinator three weeks ago."""
    return replace(area.coordinator, today=area.coordinator.today - timedelta(days=PREPARED))


def _prepare(present: Present) -> None:
    """Referrals were read and accepted three weeks ago, and listed."""
    for file, group in EARLIER:
        referral = _read(present.then, present.marac, file)
        agency = referral.agency or present.seat(group).agency
        case = triage.accept(viewer=present.then, referral=referral, kind="new", reason=REASON, known={}, agency=agency)
        referral.refresh_from_db()
        meetings.list_case(viewer=present.then, meeting=present.meeting, case=case, referral=referral)


def _send(present: Present) -> None:
    """The list went out on its day, agencies were asked, and some have answered."""
    sent = replace(present.now, today=min(present.meeting.list_on, present.now.today))
    caselists.send_list(viewer=sent, meeting=present.meeting)
    research.ask_for_meeting(viewer=sent, meeting=present.meeting)
    answer_research(present)


def _documents_arrive(area: Area) -> None:
    """Two referrals wait to be reviewed: one came yesterday, one today."""
    maracs = {marac.name: marac for marac in area.maracs}
    for days_ago, (name, file) in zip((1, 0), ARRIVED, strict=True):
        viewer = replace(area.coordinator, today=area.coordinator.today - timedelta(days=days_ago))
        _read(viewer, maracs[name], file)


def _read(viewer: Viewer, marac: Marac, file: str) -> Referral:
    content = (DOCUMENTS / file).read_bytes()
    return referrals.read_document(viewer=viewer, marac=marac, name=file, content=content)
