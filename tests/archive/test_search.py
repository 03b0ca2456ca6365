"""The search across past minutes finds in the reader's own copy and nothing else, and says why it may be read."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.access.roles import Role
from marac.archive.queries import Filters, hits, reasons
from marac.archive.rules import answers, around, passages, wanted
from marac.audit.models import AuditEvent
from marac.cases import operations as cases
from marac.minutes import operations as minutes
from marac.minutes.models import Entry
from tests import make
from tests.minutes.area import build


@pytest.fixture
def area(db):
    return build()


def found(viewer, words, **filters):
    return [each.passage.text for each in hits(viewer, wanted(words), Filters(**filters))]


def reader(area, agency=None):
    return area.viewer(Role.REPRESENTATIVE, agency or area.housing)


@pytest.mark.parametrize(
    ("words", "text", "said"),
    [
        ("knife", "A knife at the door.", True),
        ("KNI", "A knife at the door.", True),
        ("nife", "A knife at the door.", False),
        ("door knife", "A knife at the door.", True),
        ("door sword", "A knife at the door.", False),
        ("zoe", "Zoë rang.", True),
        ("zoë", "Zoe rang.", True),
        ("at", "A knife at the door.", True),
    ],
)
def test_all_words_are_there_each_as_the_beginning_of_one(words, text, said):
    asked = wanted(words)

    assert (bool(asked) and answers(text, asked)) is (said and words != "at")


@given(st.text(max_size=60), st.text(max_size=400))
def test_any_words_and_any_text_give_an_answer(words, text):
    asked = wanted(words)

    assert answers(text, asked) in (True, False)
    assert len(around(text, asked)) <= 182


def test_an_agency_finds_in_its_own_cases_and_not_in_the_others_of_the_same_meeting(area):
    area.issued()

    assert found(reader(area), "attended") == ["Attended twice in February."]
    assert found(reader(area), "weapon") == []
    assert found(reader(area, area.police), "weapon") == ["Weapon found at the door."]


def test_what_was_said_in_the_room_only_or_struck_is_found_by_nobody(area):
    area.minuted(area.shared, text="A neighbour said it.", may_be_minuted="oral")
    area.issued()
    line = Entry.objects.get(text="Attended twice in February.")
    minutes.strike_entry(viewer=area.viewer(), entry=line, reason="Of another case")
    area.approved()
    area.sent()

    for viewer in (area.viewer(), reader(area), reader(area, area.police)):
        assert (found(viewer, "neighbour"), found(viewer, "attended")) == ([], [])


def test_what_was_corrected_and_has_not_gone_out_is_not_found_by_readers(area):
    area.issued()
    area.minuted(area.shared, text="Corrected afterwards.")

    assert found(reader(area), "corrected") == []


def test_minutes_that_have_not_gone_out_are_found_by_those_who_write_them_only(area):
    area.minuted(area.shared, text="Still being written.")

    assert found(area.viewer(), "written") == ["Still being written."]
    assert found(reader(area), "written") == []


def test_somebody_barred_from_a_case_finds_nothing_in_it(area):
    area.issued()
    user = make.member(Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    viewer = make.viewer(Role.REPRESENTATIVE, maracs=[area.marac], agency=area.housing, user=user)
    assert found(viewer, "attended") != []

    cases.bar(viewer=area.viewer(Role.CHAIR), case=area.shared.case, user=user, reason="A neighbour")

    assert found(viewer, "attended") == []


def test_it_is_filtered_by_year_meeting_and_agency(area):
    area.issued()
    police = reader(area, area.police)

    assert found(police, "weapon", year="2026", meeting=str(area.meeting.pk), agency="Police") != []
    assert found(police, "weapon", year="2025") == []
    assert found(police, "weapon", meeting="999999") == []
    assert found(police, "weapon", agency="Northmoor Homes") == []


def test_every_hit_says_why_it_may_be_read(area, client):
    area.issued()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    client.post("/minutes/search/", {"words": "attended"})

    page = client.get("/minutes/search/").content.decode()

    assert ("Your agency has a seat on it" in page, "1 found" in page) == (True, True)
    assert "Weapon" not in page
    event = AuditEvent.objects.filter(kind="search", name="past minutes").last()
    assert (event.details["terms"], event.details["found"]) == ("attended", 1)
    assert event.details["case_ids"] == [area.shared.case_id]
    assert "reads every case" in reasons(area.viewer(), [area.shared.case_id])[area.shared.case_id]


def test_what_a_reader_may_not_see_is_not_looked_at(area):
    """The count and the time it takes tell nothing: a passage of a case that is not theirs never comes to the words."""
    content = area.issued().content

    looked = [each.case_id for each in passages(content, {area.shared.case_id})]

    assert set(looked) == {area.shared.case_id}


def test_ten_years_of_minutes_are_searched_fast(area):
    issue = area.issued()
    line = {"agency": "Police", "kind": "fact", "text": "He came to the door again and again. " * 6, "source": ""}
    line |= {"dated_on": "", "summary": False}
    case = issue.content["cases"][0]
    many = [{**case, "lines": [line] * 10} for _each in range(20)]
    contents = [{**issue.content, "cases": many} for _meeting in range(120)]
    asked = wanted("knife nowhere")
    began = time.process_time()

    found = [each for content in contents for each in passages(content, {case["case_id"]}) if answers(each.text, asked)]

    assert found == []
    assert time.process_time() - began < 1
