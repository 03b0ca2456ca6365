"""Taking minutes, approving them, and issues that never change."""

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.minutes import operations
from marac.minutes.models import Copy, Discussion, Entry, Issue
from tests import make
from tests.minutes.area import build, made

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return build()


def save(area, discussion, revision, **texts):
    return operations.save_discussion(viewer=area.viewer(), discussion=discussion, revision=revision, texts=texts)


def test_a_case_has_one_discussion_however_many_begin_it(area):
    first, second = [operations.open_discussion(viewer=area.viewer(), item=area.shared) for _each in range(2)]

    assert (first, Discussion.objects.count()) == (second, 1)


def test_saving_counts_and_keeps_what_was_not_sent(area):
    discussion = operations.open_discussion(viewer=area.viewer(), item=area.shared)
    save(area, discussion, 0, wishes="To stay at home")

    saved = save(area, discussion, 1, conclusion="Risk remains high")

    assert (saved.wishes, saved.conclusion, saved.revision) == ("To stay at home", "Risk remains high", 2)


def test_a_save_over_a_colleagues_newer_text_is_refused(area):
    discussion = operations.open_discussion(viewer=area.viewer(), item=area.shared)
    save(area, discussion, 0, wishes="Theirs")

    with pytest.raises(Stale):
        save(area, discussion, 0, wishes="Mine")

    assert Discussion.objects.get().wishes == "Theirs"


def test_a_representative_takes_no_minutes(area):
    with pytest.raises(NotAllowed):
        operations.open_discussion(viewer=area.viewer(Role.REPRESENTATIVE), item=area.shared)


def test_a_correction_is_in_the_trail_with_what_was_said_before(area):
    area.minuted(area.shared, text="Attended twice.")
    entry = Entry.objects.get()

    operations.correct_entry(
        viewer=area.viewer(),
        entry=entry,
        revision=0,
        agency=area.police,
        kind="opinion",
        text="Attended three times.",
        source="",
        dated_on=None,
        may_be_minuted="yes",
    )

    changed = AuditEvent.objects.last().changes[0]["fields"]
    assert changed["text"] == ["Attended twice.", "Attended three times."]
    assert changed["kind"] == ["fact", "opinion"]


def test_a_struck_line_stays_and_cannot_be_corrected_or_struck_again(area):
    area.minuted(area.shared)
    entry = operations.strike_entry(viewer=area.viewer(), entry=Entry.objects.get(), reason="Wrong person")

    with pytest.raises(Refusal):
        operations.strike_entry(viewer=area.viewer(), entry=entry, reason="Again")

    assert Entry.objects.get().struck_reason == "Wrong person"


def test_after_a_cancelled_meeting_no_line_is_corrected_or_struck(area):
    area.minuted(area.shared)
    entry = Entry.objects.get()
    area.meeting.state = "cancelled"
    made(area.meeting)
    line = {"agency": area.police, "kind": "fact", "text": "Else", "source": "", "dated_on": None}

    with pytest.raises(Refusal, match="cancelled"):
        operations.correct_entry(viewer=area.viewer(), entry=entry, revision=0, may_be_minuted="yes", **line)
    with pytest.raises(Refusal, match="cancelled"):
        operations.strike_entry(viewer=area.viewer(), entry=entry, reason="Wrong person")


def test_only_the_chair_approves(area):
    with pytest.raises(NotAllowed):
        area.approved(Role.COORDINATOR)


def test_a_heard_case_without_minutes_stops_the_approval(area):
    area.minuted(area.shared)

    with pytest.raises(Refusal, match=area.police_only.case.reference):
        area.approved()


def test_unapproved_minutes_do_not_go_out(area):
    area.minuted(area.shared)

    with pytest.raises(Refusal):
        area.sent()


def test_minutes_changed_after_approval_go_back_to_the_chair(area):
    area.minuted(area.shared)
    area.minuted(area.police_only)
    area.approved()
    area.minuted(area.shared, text="Said afterwards.")

    with pytest.raises(Refusal):
        area.sent()

    assert area.approved().number == 1


def test_an_issue_is_frozen_and_sent_to_every_agency_with_a_seat(area):
    issue = area.issued()

    area.meeting.refresh_from_db()
    assert (issue.number, issue.state, area.meeting.state) == (1, "issued", "minuted")
    assert issue.sha256 == issue.document.sha256
    assert [copy.agency for copy in Copy.objects.all()] == [area.housing, area.police]


def test_a_correction_makes_the_next_issue_and_leaves_the_first_as_it_was(area):
    first = area.issued()
    area.minuted(area.shared, text="Corrected.")
    area.approved()

    second = area.sent()

    said = [[line["text"] for line in each.content["cases"][0]["lines"]] for each in (first, second)]
    assert second.number == 2
    assert said == [["Attended twice in February."], ["Attended twice in February.", "Corrected."]]
    assert Issue.objects.get(number=1).content == first.content


def test_what_was_said_in_the_room_only_is_not_in_an_issue(area):
    area.minuted(area.shared, text="Named a neighbour.", may_be_minuted="oral")

    issue = area.issued()

    assert "Named a neighbour." not in str(issue.content)


def test_the_first_opening_of_a_copy_is_kept(area):
    area.issued()
    reader = area.viewer(Role.REPRESENTATIVE, area.housing)
    copy = Copy.objects.get(agency=area.housing)

    operations.open_copy(viewer=reader, copy=copy)

    assert Copy.objects.get(agency=area.housing).opened_by == reader.name


def test_another_agencys_copy_cannot_be_opened(area):
    area.issued()

    with pytest.raises(Unseen):
        operations.open_copy(
            viewer=area.viewer(Role.REPRESENTATIVE, area.housing), copy=Copy.objects.get(agency=area.police)
        )


def test_each_agency_that_gets_a_copy_is_told(area):
    constable = make.member(Role.REPRESENTATIVE, marac=area.marac, agency=area.police)

    issue = area.issued()

    rows = Outgoing.objects.filter(kind="minutes", about=f"meeting {area.meeting.pk}")
    assert {row.agency for row in rows} == {copy.agency for copy in issue.copies.all()}
    assert rows.get(agency=area.police).user == constable


def test_issuing_again_what_has_gone_out_says_so_and_sends_nothing(area):
    area.issued()

    with pytest.raises(Refusal, match="gone out already"):
        area.sent()

    assert Issue.objects.count() == 1
