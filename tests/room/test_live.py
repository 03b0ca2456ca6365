"""The live screen of a case: a line is kept under a name of its own, the summary box by box; what is new is told."""

import json
import re

import pytest

from marac.access.roles import Role
from marac.accounts.middleware import viewer_of
from marac.audit.models import AuditEvent
from marac.conflicts.operations import shut_out
from marac.minutes import operations
from marac.minutes.models import Discussion, Entry
from marac.room.queries.live import course_of
from tests import make
from tests.minutes.area import HELD_ON, build

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return build()


@pytest.fixture
def office(client, area):
    return make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)


def line(**other):
    return {"kind": "fact", "agency": "pol", "text": "Attended.", "may_be_minuted": "yes"} | other


def test_a_line_is_added_and_the_page_says_so(client, area, office):
    answer = client.post(f"/room/cases/{area.shared.pk}/line/", line(dated_on="20/2/2026"), follow=True)

    page = answer.content.decode()
    assert "The line is saved." in page
    assert "Attended." in page
    assert str(Entry.objects.get().dated_on) == "2026-02-20"


def test_a_line_without_its_kind_comes_back_with_what_was_typed(client, area, office):
    answer = client.post(f"/room/cases/{area.shared.pk}/line/", line(kind=""))

    page = answer.content.decode()
    assert "Say whether this is fact, professional opinion or intelligence" in page
    assert "Attended." in page
    assert not Entry.objects.exists()


def test_the_summary_is_saved(client, area, office):
    answer = client.post(f"/room/cases/{area.shared.pk}/", {"wishes": "To stay at home", "revision": "0"}, follow=True)

    assert "The summary is saved." in answer.content.decode()
    assert Discussion.objects.get().wishes == "To stay at home"


def test_both_texts_are_shown_when_a_colleague_was_quicker(client, area, office):
    discussion = operations.open_discussion(viewer=area.viewer(), item=area.shared)
    operations.save_discussion(viewer=area.viewer(), discussion=discussion, revision=0, texts={"wishes": "Their words"})

    page = client.post(f"/room/cases/{area.shared.pk}/", {"wishes": "My words", "revision": "0"}).content.decode()

    assert "Their words" in page
    assert "My words" in page
    assert 'name="revision" value="1"' in page


def test_opening_the_working_minutes_of_a_case_is_recorded(client, area, office):
    client.get(f"/room/cases/{area.shared.pk}/")

    event = AuditEvent.objects.last()
    assert (event.kind, event.name, event.case_id) == ("read", "working minutes", area.shared.case_id)


def test_what_was_agreed_last_time_stands_beside_a_case_and_reading_it_is_recorded(client, area, office):
    earlier, action = area.heard_before(area.shared)

    page = client.get(f"/room/cases/{area.shared.pk}/").content.decode()

    assert ("Since last time" in page, action.task in page, earlier.case.reference in page) == (True, True, True)
    read = AuditEvent.objects.get(kind="read", name="working minutes")
    assert (read.case_id, read.details["case_ids"]) == (area.shared.case_id, [earlier.case_id])


def test_a_summary_saved_from_the_page_as_it_first_stood_is_not_taken_for_old(client, area, office):
    operations.open_discussion(viewer=area.viewer(), item=area.shared)

    page = client.get(f"/room/cases/{area.shared.pk}/").content.decode()

    assert 'name="revision" value="0"' in page


def test_a_line_that_is_sent_twice_is_added_once(client, area, office):
    for _each in range(2):
        client.post(f"/room/cases/{area.shared.pk}/line/", line(key="one"))

    assert Entry.objects.count() == 1


def typed(client, area, **fields):
    """As the page itself sends it."""
    return client.post(f"/room/cases/{area.shared.pk}/line/", line(**fields), headers={"X-Live": "1"})


def test_a_line_is_kept_as_it_grows_and_an_earlier_version_that_comes_late_changes_nothing(client, area, office):
    for turn, text in ((1, "He was"), (3, "He was seen in May."), (2, "He was seen")):
        assert typed(client, area, key="one", turn=turn, text=text).json() == {"saved": True}

    entry = Entry.objects.get()
    assert (entry.text, entry.turn, entry.agency) == ("He was seen in May.", 3, area.police)


def test_a_line_that_a_colleague_corrected_is_not_written_over_by_the_page_it_came_from(client, area, office):
    typed(client, area, key="one", turn=1, text="He was seen.")
    entry = Entry.objects.get()
    correct = {"text": "She was seen.", "source": "", "dated_on": None, "may_be_minuted": "yes"}
    operations.correct_entry(viewer=area.viewer(), entry=entry, revision=0, agency=area.police, kind="fact", **correct)

    answer = typed(client, area, key="one", turn=2, text="He was seen in May.")

    assert (answer.status_code, "corrected or struck out" in answer.json()["refused"][0]) == (422, True)
    assert Entry.objects.get().text == "She was seen."


def test_marks_for_later_disclosure_are_kept_with_a_line(client, area, office):
    typed(client, area, key="one", known="no", about="child")

    entry = Entry.objects.get()
    assert (entry.known, entry.about) == ("no", "child")
    page = client.get(f"/room/cases/{area.shared.pk}/").content.decode()
    assert ("The perpetrator does not know this" in page, "About a child" in page) == (True, True)


def test_letters_that_mean_no_agency_are_refused_with_a_sentence(client, area, office):
    answer = typed(client, area, key="one", agency="xyz")

    assert answer.json()["refused"] == ["No agency at this table begins so. Type other letters of its name."]


def box(client, area, text, *seen, name="wishes"):
    given = {"name": name, "text": text, "seen": json.dumps(seen)}
    return client.post(f"/room/cases/{area.shared.pk}/text/", given).json()


def test_two_who_write_in_one_box_lose_nothing(client, area, office):
    assert box(client, area, "To stay at home.", "") == {"text": "To stay at home."}

    both = box(client, area, "New locks.", "")

    assert both == {"text": "New locks.\nTo stay at home."}
    assert Discussion.objects.get().wishes == both["text"]
    assert box(client, area, "New locks soon.", "", "New locks.\nTo stay at home.") == {"text": "New locks soon."}


def test_a_page_is_told_what_is_new_once_and_nothing_while_it_is_not_old(client, area, office):
    where = f"/room/cases/{area.shared.pk}/since/"
    typed(client, area, key="one", text="He was seen in May.")
    first = client.get(where).content.decode()
    mark = re.search(r'id="seen" value="(\d+)"', first)[1]

    assert ("He was seen in May." in first, client.get(where, {"seen": mark}).status_code) == (True, 204)
    typed(client, area, key="two", text="She was there.")
    assert "She was there." in client.get(where, {"seen": mark}).content.decode()


def test_a_screen_that_is_open_loses_a_case_in_the_moment_that_it_is_shut(client, area, office):
    where = f"/room/cases/{area.shared.pk}/since/"
    assert client.get(where).status_code == 200
    chair = area.viewer(Role.CHAIR)

    shut_out(viewer=chair, case=area.shared.case, user=office, reason="Knows them.")

    assert client.get(where).status_code == 404
    assert typed(client, area, key="one").status_code == 404


def test_of_a_case_that_is_shut_to_somebody_their_course_has_its_place_and_its_clock_and_nothing_that_leads_to_it(
    area, office
):
    shut_out(viewer=area.viewer(Role.CHAIR), case=area.police_only.case, user=office, reason="Knows them.")

    found = course_of(viewer_of(office, HELD_ON), area.meeting)

    assert found.items == [area.shared]
    assert [each.pk for each in found.listed] == [area.shared.pk, area.police_only.pk]
    assert {name for place in found.listed for name in vars(place)} == {"pk", "minutes", "waits", "is_running", "spent"}


def test_a_case_knows_its_neighbours_on_the_list(area):
    found = course_of(area.viewer(), area.meeting).around(area.police_only)

    assert (found.previous, found.following, found.place, found.total) == (area.shared, None, 2, 2)
