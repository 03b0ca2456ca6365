"""What an agency has to answer, one request with its answer, and the coordinator's grid."""

import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.meetings.operations import defer_item
from marac.research import operations
from marac.research.models import Finding, Request
from tests import make

pytestmark = pytest.mark.django_db

LINE = {"line0-text": "FOUND-A1", "line0-kind": "fact", "line0-may_be_minuted": "yes", "line0-source": "Ward"}


@pytest.fixture
def at_health(client, area, health):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=health)
    return client


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    at_health, asked, rows, django_assert_num_queries
):
    for _each in range(rows):
        asked()

    with django_assert_num_queries(5):
        page = at_health.get("/research/").content.decode()

    assert page.count("Checked, nothing held") == rows


def test_nothing_held_is_one_press(at_health, asked, health):
    request = asked()

    page = at_health.post(f"/research/{request.pk}/nothing-held/", follow=True).content.decode()

    assert "Checked, nothing held" in page
    assert Request.objects.get(pk=request.pk).answer == "not_known"
    assert at_health.get(f"/research/{request.pk}/nothing-held/").status_code == 405


def test_the_page_shows_whom_to_search_for_and_not_where_they_live(at_health, asked):
    request = asked()

    page = at_health.get(f"/research/{request.pk}/").content.decode()

    assert [word in page for word in ("Wren Tallow", "Jenny Heron", "1990")] == [True, True, True]
    assert [word in page for word in ("Mill Lane", "a note that is not told")] == [False, False]
    assert AuditEvent.objects.last().details == {"request_id": request.pk}


def test_findings_are_sent_and_shown_and_a_blank_line_is_passed_over(at_health, asked):
    request = asked()
    answers = LINE | {"answer": "known", "lines": "2", "flag_in_place": "yes", "withheld": "KEPT-B2"}

    sent = at_health.post(f"/research/{request.pk}/", answers)
    page = at_health.get(f"/research/{request.pk}/").content.decode()

    assert (sent.status_code, Finding.objects.count()) == (302, 1)
    assert ("FOUND-A1" in page, "KEPT-B2" in page) == (True, True)


def test_what_is_withheld_is_not_on_the_coordinators_page(client, at_health, asked, area, police):
    request = asked()
    at_health.post(f"/research/{request.pk}/", LINE | {"answer": "known", "lines": "1", "withheld": "KEPT-B2"})
    make.signed_in(client, marac=area, agency=police)

    page = client.get(f"/research/{request.pk}/").content.decode()

    assert ("FOUND-A1" in page, "KEPT-B2" in page, "Send the answer" in page) == (True, False, False)


def test_more_lines_keeps_what_was_typed_and_sends_nothing(at_health, asked):
    request = asked()

    page = at_health.post(f"/research/{request.pk}/", LINE | {"more": "yes", "lines": "2"}).content.decode()

    assert ("FOUND-A1" in page, 'name="line3-text"' in page, "There is a problem" in page) == (True, True, False)
    assert Finding.objects.count() == 0


def test_a_line_half_written_is_asked_about_beside_its_question(at_health, asked):
    request = asked()

    answers = {"answer": "known", "lines": "1", "line0-text": "FOUND-A1"}
    page = at_health.post(f"/research/{request.pk}/", answers).content.decode()

    assert "Say whether this is fact, opinion or intelligence" in page
    assert 'href="#id_line0-kind"' in page


def test_nothing_held_after_findings_is_refused_with_a_sentence(at_health, asked, nurse):
    request = asked()
    operations.answer(viewer=nurse, request=request, withheld="KEPT-B2")

    refused = at_health.post(f"/research/{request.pk}/nothing-held/")

    assert (refused.status_code, "already written what it found" in refused.content.decode()) == (409, True)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_grid_asks_the_same_number_of_questions_however_many_cases(
    client, area, police, listed, meeting, rows, django_assert_num_queries
):
    make.signed_in(client, marac=area, agency=police)
    for _each in range(rows):
        listed()
    client.post(f"/research/meetings/{meeting.pk}/ask/")

    with django_assert_num_queries(6):
        page = client.get(f"/research/meetings/{meeting.pk}/").content.decode()

    assert page.count("Waiting") == rows * 2


def test_a_representative_has_no_grid_and_no_request_of_another_agency(at_health, asked, meeting, police):
    asked()
    theirs = Request.objects.get(agency=police)

    assert at_health.get(f"/research/meetings/{meeting.pk}/").status_code == 404
    assert at_health.post(f"/research/meetings/{meeting.pk}/ask/").status_code == 404
    assert at_health.get(f"/research/{theirs.pk}/").status_code == 404


def test_an_answer_that_is_sent_twice_is_one_answer(at_health, asked):
    request = asked()
    answers = LINE | {"answer": "known", "lines": "2", "flag_in_place": "yes", "withheld": ""}

    for _each in range(2):
        at_health.post(f"/research/{request.pk}/", answers)

    assert Finding.objects.count() == 1


def test_words_that_come_after_the_case_was_taken_off_the_list_are_given_back(at_health, asked, coordinator):
    request = asked()
    defer_item(viewer=coordinator, item=request.item, reason="No room")

    answers = LINE | {"answer": "known", "lines": "1", "flag_in_place": "", "withheld": "KEPT-B2"}
    page = at_health.post(f"/research/{request.pk}/", answers).content.decode()

    assert "This case is no longer on the list. Tell the coordinator what you found." in page
    assert ("FOUND-A1" in page, "KEPT-B2" in page) == (True, True)


# ---------------------------------------------------------------- who told it
def told_by(client, request):
    client.post(f"/research/{request.pk}/", LINE | {"answer": "known", "lines": "1", "line0-informant": "TOLD-C3"})
    return Finding.objects.get()


def test_who_told_an_agency_stands_on_no_page_not_even_its_own(client, at_health, asked, area, police):
    request = asked()
    finding = told_by(at_health, request)
    own = at_health.get(f"/research/{request.pk}/").content.decode()
    make.signed_in(client, marac=area, agency=police)
    office = client.get(f"/research/{request.pk}/").content.decode()

    assert ("TOLD-C3" in own, "TOLD-C3" in office, str(finding.informant)) == (False, False, "Withheld")
    assert ("/informant/" in own, "/informant/" in office) == (False, True)


def test_the_office_reveals_who_told_it_and_the_trail_says_so(client, at_health, asked, area, police):
    request = asked()
    finding = told_by(at_health, request)
    refused = at_health.post(f"/research/findings/{finding.pk}/informant/")
    make.signed_in(client, marac=area, agency=police)

    page = client.post(f"/research/findings/{finding.pk}/informant/").content.decode()

    event = AuditEvent.objects.filter(name="InformantRevealed").get()
    assert (refused.status_code, "TOLD-C3" in page) == (404, True)
    assert (event.kind, event.case_id, event.details) == ("read", request.case_id, {"finding_id": finding.pk})
    assert not AuditEvent.objects.filter(changes__icontains="TOLD-C3").exists()
