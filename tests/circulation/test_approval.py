"""The chair approves what was shown; an issue takes the place of another; and who was barred since stops the post."""

import io
import re
from datetime import date

import pytest
from docx import Document as WordDocument

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.cases import operations as cases
from marac.circulation import operations
from marac.circulation.queries import recipients
from marac.circulation.rules import ChangedMeanwhile
from marac.directory import operations as directory
from marac.mail.models import Outgoing
from marac.minutes import operations as minutes
from marac.minutes.changes import marks
from marac.minutes.models import Entry, Issue
from marac.minutes.queries import whole_minutes
from tests import make
from tests.minutes.area import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    found = build()
    found.minuted(found.shared)
    found.minuted(found.police_only, text="Weapon found at the door.")
    return found


def shown_on(page):
    return re.search(r'name="shown"[^>]*value="([^"]*)"', page).group(1)


def words(answer):
    document = WordDocument(io.BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([each.text for each in document.paragraphs] + cells)


def test_text_that_changed_while_the_chair_was_reading_is_not_approved_and_what_is_new_is_shown(area, client):
    make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.police)
    address = f"/minutes/meetings/{area.meeting.pk}/approve/"
    opened = client.get(address).content.decode()
    area.minuted(area.shared, text="Said while the chair was reading.")

    again = client.post(address, {"shown": shown_on(opened)}).content.decode()

    assert not Issue.objects.exists()
    new = again[again.index("New since you opened this page") : again.index("This is what goes out")]
    assert ("Said while the chair was reading." in new, "Attended twice in February." in new) == (True, False)
    client.post(address, {"shown": shown_on(again)})
    assert Issue.objects.get().content == whole_minutes(area.viewer(), area.meeting)


def test_a_word_less_is_a_change_too(area):
    chair = area.viewer(Role.CHAIR)
    shown = marks(whole_minutes(chair, area.meeting))
    line = Entry.objects.get(text="Attended twice in February.")
    minutes.strike_entry(viewer=area.viewer(), entry=line, reason="Of another case")

    with pytest.raises(ChangedMeanwhile):
        operations.approve(viewer=chair, meeting=area.meeting, shown=shown)


def test_the_chair_reads_the_minutes_as_they_go_out_before_approving_and_that_is_noted(area, client):
    make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.police)

    page = client.get(f"/minutes/meetings/{area.meeting.pk}/approve/").content.decode()

    assert ("Weapon found at the door." in page, "He may come back." in page) == (True, True)
    read = AuditEvent.objects.filter(kind="read", name="minutes to approve").last()
    assert sorted(read.details["case_ids"]) == sorted([area.shared.case_id, area.police_only.case_id])


def test_what_a_correction_changed_is_marked_in_the_next_issue_and_what_it_took_out_is_not_printed_again(area, client):
    area.approved()
    area.sent()
    line = Entry.objects.get(text="Attended twice in February.")
    minutes.strike_entry(viewer=area.viewer(), entry=line, reason="Of another case")
    area.minuted(area.shared, text="Attended once in March.")
    area.approved()
    second = area.sent()
    make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)

    page = client.get(f"/minutes/issues/{second.pk}/").content.decode()
    file = words(client.get(f"/minutes/issues/{second.pk}/word/"))

    for said in (page, file):
        assert ("Changed since issue 1" in said, "Attended twice in February." in said) == (True, False)
        assert (said.count("Police: Attended once in March."), "Taken out" in said) == (1, True)


def test_what_changed_in_a_case_is_not_told_to_who_does_not_read_that_case(area, client):
    area.approved()
    area.sent()
    area.minuted(area.police_only, text="The weapon is a knife.")
    area.approved()
    second = area.sent()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    page = client.get(f"/minutes/issues/{second.pk}/").content.decode()

    assert ("knife" in page, area.police_only.case.reference in page) == (False, False)


def test_an_issue_that_another_took_the_place_of_is_withdrawn_from_readers_and_kept_for_the_office(area, client):
    area.approved()
    first = area.sent()
    area.minuted(area.shared, text="Attended once in March.")
    area.approved()
    second = area.sent()

    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    page = client.get(f"/minutes/issues/{first.pk}/").content.decode()
    assert ("This issue was withdrawn" in page, f"/minutes/issues/{second.pk}/" in page) == (True, True)
    assert "Attended twice" not in page
    assert client.get(f"/minutes/issues/{first.pk}/word/").status_code == 404

    make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)
    assert "Attended twice in February." in client.get(f"/minutes/issues/{first.pk}/").content.decode()


def test_somebody_barred_since_the_page_was_shown_stops_the_post_and_is_named_before_anything_leaves(area, client):
    reader = make.member(Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    area.approved()
    make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)
    address = f"/minutes/meetings/{area.meeting.pk}/issue/"
    opened = client.get(address).content.decode()
    cases.bar(viewer=area.viewer(Role.CHAIR), case=area.shared.case, user=reader, reason="A neighbour")

    again = client.post(address, {"shown": shown_on(opened)}).content.decode()

    assert "nothing was sent" in again
    assert f"{reader.name} may open no case of this meeting, and is not told." in again
    assert Issue.objects.get().state == "approved"
    assert not Outgoing.objects.filter(kind="minutes").exists()
    client.post(address, {"shown": shown_on(again)})
    assert Issue.objects.get().state == "issued"
    assert not Outgoing.objects.filter(kind="minutes", user=reader).exists()


def test_who_is_barred_from_one_case_of_several_is_told_of_the_others(area):
    constable = make.member(Role.REPRESENTATIVE, marac=area.marac, agency=area.police)
    cases.bar(viewer=area.viewer(Role.CHAIR), case=area.shared.case, user=constable, reason="A neighbour")

    found = {each.agency: each for each in recipients(area.viewer(), area.meeting)}[area.police]

    assert [person.pk for person in found.told] == [constable.pk]
    assert [(kept.name, kept.references) for kept in found.kept] == [(constable.name, [area.shared.case.reference])]


def test_an_agency_that_left_the_panel_and_has_no_case_gets_nothing(area):
    charity = make.agency("Harbour Trust", marac=area.marac)
    area.there(charity)
    directory.end_seat(viewer=make.system(), seat=charity.panelseat_set.get(), until_on=date(2026, 3, 3))

    area.approved()
    issue = area.sent()

    assert charity not in [copy.agency for copy in issue.copies.all()]
    gone = {each.agency: each.has_left for each in recipients(area.viewer(), area.meeting)}
    assert (gone[charity], gone[area.police]) == (True, False)
