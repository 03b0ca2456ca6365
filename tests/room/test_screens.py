"""The chair's screen and the one that is shared: who is needed, who may leave, and nobody's name where all may look."""

import re

import pytest

from marac.access.roles import Role
from marac.actions import operations as actions
from marac.cases.operations import restrict
from marac.conflicts.operations import shut_out
from marac.minutes.models import Entry
from marac.people.models import Party
from marac.room.rules import Waited, waited
from tests import make
from tests.minutes.area import build, made

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return build()


@pytest.fixture
def chair(client, area):
    return make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.police)


def at_work(item, **clock):
    for name, value in clock.items():
        setattr(item, name, value)
    return made(item)


def screen(client, item):
    return client.get(f"/room/cases/{item.pk}/chair/").content.decode()


@pytest.mark.parametrize(
    ("now", "following", "here", "leave", "next_"),
    [
        (["A"], [["B"]], ["A", "B", "C"], ["C"], ["B"]),
        (["A", "B"], [["B"], ["A"]], ["A", "B"], [], []),
        ([], [["B"], ["A"]], ["A"], [], ["B"]),
        (["A"], [], ["A", "B"], ["B"], []),
    ],
)
def test_an_agency_may_leave_when_no_case_to_come_needs_it(now, following, here, leave, next_):
    assert waited(now=now, following=following, here=here) == Waited(may_leave=leave, next=next_)


def test_the_chair_sees_the_script_and_that_nobody_has_spoken_for_the_victim(client, area, chair):
    page = screen(client, area.shared)

    assert ("Ask the adviser first" in page, "Nobody has spoken for the victim yet." in page) == (True, True)


def test_a_risk_is_shown_until_an_action_answers_it(client, area, chair):
    risk = actions.add_risk(viewer=area.viewer(), case=area.shared.case, text="He has a key.", item=area.shared)
    assert "He has a key." in screen(client, area.shared)

    due_on = area.meeting.minutes_on.replace(year=area.meeting.minutes_on.year + 1)
    actions.set_action(
        viewer=area.viewer(), case=area.shared.case, agency=area.police, task="Locks.", due_on=due_on, risk=risk
    )

    assert "He has a key." not in screen(client, area.shared)


def test_what_is_spoken_in_the_room_only_is_a_reminder_to_the_chair(client, area, chair):
    area.minuted(area.shared, text="A neighbour told us.", may_be_minuted="oral")

    page = " ".join(screen(client, area.shared).split())

    assert re.search(r"Spoken in the room only.*A neighbour told us\.", page)
    assert Entry.objects.get().may_be_minuted == "oral"


def test_a_chairs_screen_that_is_open_loses_a_case_that_is_shut_to_the_chair(client, area, chair):
    where = f"/room/cases/{area.shared.pk}/chair/since/"
    assert client.get(where).status_code == 200

    shut_out(viewer=area.viewer(), case=area.shared.case, user=chair, reason="Knows them.")

    assert client.get(where).status_code == 404


def test_from_the_meeting_one_comes_to_the_case_that_is_being_heard(client, area, chair):
    at_work(area.police_only, began_at=make.NOON)

    assert client.get(f"/room/meetings/{area.meeting.pk}/now/").url == f"/room/cases/{area.police_only.pk}/chair/"


def test_the_shared_screen_names_nobody_and_shows_what_is_heard_and_who_is_needed_next(client, area):
    area.heard_before(area.shared)
    for item, state in ((area.shared, "listed"), (area.police_only, "listed")):
        at_work(item, state=state)
    at_work(area.shared, began_at=make.NOON)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.police)

    page = client.get(f"/room/meetings/{area.meeting.pk}/").content.decode()

    assert area.shared.case.reference in page
    assert "Next: case 2" in " ".join(page.split())
    names = {party.person.surname for party in Party.objects.select_related("person")} | {
        "Ida Stone",
        "Ola Reed",
        "Ada Quill",
    }
    assert [name for name in names if name in page] == []


def test_of_a_restricted_case_the_shared_screen_tells_its_place_only(client, area):
    at_work(area.shared, state="listed", began_at=make.NOON)
    restrict(viewer=make.system(), case=area.shared.case, reason="Staff.", readers=[])
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    page = client.get(f"/room/meetings/{area.meeting.pk}/").content.decode()

    assert ("Case 1 of 2" in " ".join(page.split()), area.shared.case.reference in page) == (True, False)


def test_a_shared_screen_that_is_not_old_is_told_nothing(client, area):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.police)
    where = f"/room/meetings/{area.meeting.pk}/since/"
    mark = re.search(r'"seen": "(\d+)"', client.get(where).content.decode())[1]

    assert client.get(where, {"seen": mark}).status_code == 204
    actions.add_risk(viewer=area.viewer(), case=area.shared.case, text="He has a key.", item=area.shared)
    assert client.get(where, {"seen": mark}).status_code == 200


def test_what_is_typed_makes_the_shared_screen_no_older_but_that_of_the_chair(client, area, chair):
    shared = f"/room/meetings/{area.meeting.pk}/since/"
    own = f"/room/cases/{area.shared.pk}/chair/since/"
    marks = {where: re.search(r'"seen": "([^"]+)"', client.get(where).content.decode())[1] for where in (shared, own)}

    area.minuted(area.shared)
    line = {"kind": "fact", "agency": "pol", "may_be_minuted": "yes", "key": "a"}
    for path, fields in (
        ("line", line | {"text": "Seen.", "turn": "1"}),
        ("line", line | {"text": "Seen twice.", "turn": "2"}),
        ("text", {"name": "wishes", "text": "To stay.", "seen": "[]"}),
    ):
        sent = client.post(f"/room/cases/{area.shared.pk}/{path}/", fields, headers={"X-Live": "1"})
        assert sent.status_code == 200

    answers = {where: client.get(where, {"seen": mark}).status_code for where, mark in marks.items()}
    assert answers == {shared: 204, own: 200}
