"""The pages of minutes: taken by hand, approved, issued, and read by each agency as far as its seats go."""

import hashlib
import io
import re
from datetime import date

import pytest
from docx import Document as WordDocument

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.minutes import operations
from marac.minutes.models import Copy, Entry, Issue
from tests import make
from tests.minutes.area import build

pytestmark = pytest.mark.django_db
OF_A_CASE = ("/room/cases/{item}/", "/minutes/lines/{entry}/", "/minutes/lines/{entry}/strike/")


@pytest.fixture
def area():
    return build()


@pytest.fixture
def office(client, area):
    return make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)


def pressed(client, address):
    """The button of the page, which carries along what the page showed."""
    shown = re.search(r'name="shown"[^>]*value="([^"]*)"', client.get(address).content.decode()).group(1)
    return client.post(address, {"shown": shown}, follow=True)


def line(area, **other):
    return {"kind": "fact", "agency": area.police.pk, "text": "Attended.", "may_be_minuted": "yes"} | other


def test_a_line_is_corrected_and_struck_out_from_its_own_pages(client, area, office):
    area.minuted(area.shared)
    entry = Entry.objects.get()

    client.post(f"/minutes/lines/{entry.pk}/", line(area, text="Attended once.", revision="0"))
    page = client.post(f"/minutes/lines/{entry.pk}/strike/", {"reason": "Wrong case"}, follow=True).content.decode()

    assert "<s>Attended once.</s>" in page
    assert "Wrong case" in page


@pytest.mark.parametrize("path", OF_A_CASE)
def test_working_minutes_are_not_there_for_a_representative(client, area, path):
    area.minuted(area.shared)
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.police)
    where = path.format(item=area.shared.pk, entry=Entry.objects.get().pk)

    assert client.get(where).status_code == 404


def test_a_representative_finds_the_issues_of_a_meeting_and_not_the_work_on_them(client, area):
    issue = area.issued()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    page = client.get(f"/minutes/meetings/{area.meeting.pk}/").content.decode()

    assert f"/minutes/issues/{issue.pk}/" in page
    assert (f"/room/cases/{area.shared.pk}/" in page, "Police" in page) == (False, False)


def test_the_meeting_offers_the_step_that_is_next(client, area, office):
    area.minuted(area.shared)
    area.minuted(area.police_only)
    before = client.get(f"/minutes/meetings/{area.meeting.pk}/").content.decode()
    area.approved()

    after = client.get(f"/minutes/meetings/{area.meeting.pk}/").content.decode()

    assert ["Issue the approved minutes" in page for page in (before, after)] == [False, True]
    assert "ready to go out" in after


@pytest.mark.parametrize(
    "path",
    [
        "/room/cases/{item}/",
        "/minutes/lines/{entry}/",
        "/minutes/lines/{entry}/strike/",
        "/minutes/meetings/{meeting}/",
    ],
)
def test_every_page_of_working_minutes_opens(client, area, office, path):
    area.minuted(area.shared)
    where = path.format(item=area.shared.pk, entry=Entry.objects.get().pk, meeting=area.meeting.pk)

    assert client.get(where).status_code == 200


def test_the_office_cannot_approve_and_what_is_not_approved_is_not_issued(client, area, office):
    approved = client.post(f"/minutes/meetings/{area.meeting.pk}/approve/")
    issued = pressed(client, f"/minutes/meetings/{area.meeting.pk}/issue/")

    assert approved.status_code == 404
    assert "The chair has not approved these minutes." in issued.content.decode()
    assert not Issue.objects.exists()


def test_the_chair_approves_and_the_office_issues(client, area):
    area.minuted(area.shared)
    area.minuted(area.police_only)
    make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.housing)
    pressed(client, f"/minutes/meetings/{area.meeting.pk}/approve/")
    make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)

    answer = pressed(client, f"/minutes/meetings/{area.meeting.pk}/issue/")

    assert "The minutes have gone out." in answer.content.decode()
    assert Issue.objects.get().state == "issued"


def test_a_reader_sees_their_own_cases_and_their_agencys_copy_is_marked_opened(client, area):
    issue = area.issued()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    page = client.get(f"/minutes/issues/{issue.pk}/").content.decode()

    assert (area.shared.case.reference in page, area.police_only.case.reference in page) == (True, False)
    assert "Weapon found" not in page
    assert Copy.objects.get(agency=area.housing).opened_on is not None
    assert AuditEvent.objects.filter(kind="read", name="minutes").last().details["case_ids"] == [area.shared.case_id]


def test_the_word_file_of_a_reader_holds_their_own_cases_only(client, area):
    issue = area.issued()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    answer = client.get(f"/minutes/issues/{issue.pk}/word/")

    headings = [each.text for each in WordDocument(io.BytesIO(answer.content)).paragraphs]
    assert answer["Content-Disposition"] == 'attachment; filename="2026-03-03-minutes-issue-1.docx"'
    assert f"Case {area.shared.case.reference}" in headings
    assert f"Case {area.police_only.case.reference}" not in headings


def test_who_sees_every_case_gets_the_very_file_that_was_kept(client, area, office):
    issue = area.issued()

    answer = client.get(f"/minutes/issues/{issue.pk}/word/")

    assert hashlib.sha256(answer.content).hexdigest() == issue.sha256


def test_the_kept_file_does_not_leave_by_the_page_of_documents(client, area, office):
    issue = area.issued()

    assert client.get(f"/documents/{issue.document_id}/").status_code == 404


def test_minutes_of_another_area_are_not_there(client, area):
    issue = area.issued()
    elsewhere = make.marac()
    make.signed_in(client, Role.COORDINATOR, marac=elsewhere, agency=make.agency(marac=elsewhere))

    assert client.get(f"/minutes/issues/{issue.pk}/").status_code == 404


def test_a_line_that_a_colleague_corrected_meanwhile_comes_back_with_both_texts(client, area, office):
    area.minuted(area.shared)
    entry = Entry.objects.get()
    client.post(f"/minutes/lines/{entry.pk}/", line(area, text="Their words", revision="0"))

    page = client.post(f"/minutes/lines/{entry.pk}/", line(area, text="My words", revision="0")).content.decode()

    assert ("Their words" in page, "My words" in page, 'name="revision" value="1"' in page) == (True, True, True)
    assert Entry.objects.get().text == "Their words"


def test_the_chair_is_told_which_case_has_no_risk_summary(client, area):
    operations.open_discussion(viewer=area.viewer(), item=area.police_only)
    area.minuted(area.shared)
    make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.housing)

    page = pressed(client, f"/minutes/meetings/{area.meeting.pk}/approve/").content.decode()

    assert f"There is no risk summary yet for {area.police_only.case.reference}." in page
    assert not Issue.objects.exists()


def test_overdue_actions_open_the_meeting_with_a_way_to_report(client, area, office):
    action = area.promised(area.shared.case, due_on=date(2026, 2, 9))

    page = client.get(f"/minutes/meetings/{area.meeting.pk}/").content.decode()

    assert (action.task in page, f"/actions/{action.pk}/" in page) == (True, True)


def test_where_rows_are_blocks_each_overdue_action_names_its_agency(client, area, office):
    for day in (8, 9):
        area.promised(area.shared.case, due_on=date(2026, 2, day), agency=area.housing)

    page = client.get(f"/minutes/meetings/{area.meeting.pk}/").content.decode()

    assert page.count(f'marac-table__again">{area.housing.name}<') == 1


def agenda(client, area, agency):
    """What an agency's agenda says in its tables, and its protective marking."""
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=agency)
    answer = client.get(f"/minutes/meetings/{area.meeting.pk}/agenda/")
    document = WordDocument(io.BytesIO(answer.content))
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    return answer["Content-Disposition"], document.sections[0].header.paragraphs[0].text, cells


def test_a_chair_is_offered_a_report_on_their_own_agencys_actions_only(client, area):
    for agency in (area.housing, area.police):
        area.promised(area.shared.case, due_on=date(2026, 2, 9), agency=agency)
    make.signed_in(client, Role.CHAIR, marac=area.marac, agency=area.police)

    page = " ".join(client.get(f"/minutes/meetings/{area.meeting.pk}/").content.decode().split())

    assert (page.count("Report<span"), page.count("Open<span")) == (1, 1)


def test_an_agenda_is_the_readers_own_cut_of_the_cases_and_of_what_is_overdue(client, area):
    late = area.promised(area.shared.case, due_on=date(2026, 2, 9)).task
    ours, theirs = area.shared.case.reference, area.police_only.case.reference

    _file, _marking, police = agenda(client, area, area.police)
    file, marking, housing = agenda(client, area, area.housing)

    assert (file, marking) == ('attachment; filename="2026-03-03-agenda.docx"', "OFFICIAL-SENSITIVE")
    assert (police >= {ours, theirs, late}, housing & {ours, theirs, late}) == (True, {ours})
