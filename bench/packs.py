"""How long everybody's papers take, made and printed: python -m bench.packs [CASES AGENCIES]

On a database that `marac demo` has filled and that may be thrown away: cases that were heard before are put on the list
of the next meeting, and agencies with somebody at the table are added, until there are so many.
"""

import sys
import time

from bench.pages import signed_in  # first, for it sets Django up

from django.utils import timezone  # isort: skip

from marac.access.roles import Role
from marac.access.viewer import the_system
from marac.access.wall import as_seen_by
from marac.accounts.middleware import viewer_of
from marac.accounts.models import User
from marac.caselists.operations import send_list
from marac.directory.queries import seats_on
from marac.meetings.models import AgendaItem, Meeting
from marac.packs.due import make_waiting
from marac.packs.letters import pack_file
from marac.packs.models import Pack
from marac.packs.operations import ask_for_papers
from marac.packs.queries import reading_of
from tests import make
from tests.minutes.area import made


def main(cases: int, agencies: int) -> None:
    signed_in("coordinator")
    today = timezone.localdate()
    coordinator = viewer_of(User.objects.get(email="coordinator@fellshire.example.org"), today)
    assert coordinator is not None
    meeting = Meeting.objects.filter(state="listed", held_on__gte=today).select_related("marac").earliest("held_on")
    widen(meeting, cases, agencies)
    send_list(viewer=coordinator, meeting=meeting)
    ask_for_papers(viewer=coordinator, meeting=meeting)
    began, worked = time.perf_counter(), time.process_time()
    while make_waiting(the_system(today)):
        pass
    took, worked = time.perf_counter() - began, time.process_time() - worked
    packs = Pack.objects.filter(meeting=meeting, number=Pack.objects.latest("number").number).select_related("agency")
    number = len({each.agency_id for each in packs})
    listed = max(len(each.content["cases"]) for each in packs)
    print(f"{len(packs)} people of {number} agencies, up to {listed} cases each")
    print(f"made: {took:.1f} s, {worked:.1f} s of it work")
    began, worked, size = time.perf_counter(), time.process_time(), 0
    for pack in packs:
        person = viewer_of(pack.user, today, wanted=(pack.agency_id, pack.role))
        assert person is not None
        assert pack.made_on is not None
        with as_seen_by(person):
            found = reading_of(person, pack)
        whose = {"name": pack.user.name, "agency": pack.agency.name, "number": pack.number, "made_on": pack.made_on}
        size += len(pack_file(found.content, found.since, **whose))
    took, worked = time.perf_counter() - began, time.process_time() - worked
    print(f"each cut again and printed: {took:.1f} s, {worked:.1f} s of it work, {size / 1e6:.1f} MB in all")


def widen(meeting: Meeting, cases: int, agencies: int) -> None:
    listed = AgendaItem.objects.filter(meeting=meeting)
    here = set(listed.values_list("case", flat=True))
    heard = AgendaItem.objects.filter(meeting__marac=meeting.marac_id, state="heard", case__restricted=False)
    for old in heard.exclude(case__in=here).order_by("-pk"):
        if len(here) >= cases:
            break
        if old.case_id not in here:
            here.add(old.case_id)
            given = {"case": old.case, "referral": old.referral, "minutes": 12, "position": len(here)}
            made(AgendaItem(meeting=meeting, **given))
    seated = seats_on(meeting.marac_id, meeting.held_on).filter(standing="core").values("agency").distinct().count()
    for number in range(seated, agencies):
        agency = make.agency(f"Agency {number}", marac=meeting.marac)
        make.member(Role.REPRESENTATIVE, marac=meeting.marac, agency=agency)


if __name__ == "__main__":
    main(*(map(int, sys.argv[1:]) if len(sys.argv) > 1 else (20, 20)))
