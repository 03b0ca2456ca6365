"""The figures of a small story: what each counts, what is kept back, who sees them, and the file."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from marac.access.roles import Role
from marac.actions.models import Action
from marac.attendance.models import Attendance
from marac.audit.models import AuditEvent
from marac.directory import operations as directory
from marac.flags.models import Flag
from marac.meetings.models import ListSent
from marac.minutes.models import Issue
from marac.reports.figures import BY_QUARTER, BY_YEAR, PUBLISHED, figures_of
from marac.research.models import Request
from tests import make
from tests.reports.world import HELD, heard, meeting, saved

pytestmark = pytest.mark.django_db
LATER = date(2025, 11, 20)


@pytest.fixture
def area():
    made = make.marac("Northmoor")
    for name, value in (("small_number", 0), ("adult_females", 30_000)):
        directory.change_setting(
            viewer=make.system(), marac=made, name=name, value=value, from_on=date(2020, 1, 1), reason="A test"
        )
    return made


@pytest.fixture
def housing(area):
    return make.agency("Northmoor Homes", marac=area, group="housing")


@pytest.fixture
def story(area, housing):
    """Four cases at one meeting: one a repeat, three from the police, two children; and what became of it."""
    held = meeting(area, HELD, state="minuted")
    items = [
        heard(held, kind="repeat", sex="male", born=date(2008, 6, 1), lgbt="yes", disabled="no"),
        heard(held, children=2, sex="female", born=date(1990, 1, 1), lgbt="no", disabled="yes"),
        heard(held, sex="female", ethnic_group="asian"),
        heard(held, source="housing", state="deferred"),
        heard(held, source="housing", sex="female", ethnic_group="white_british"),
    ]
    first, second, *_others = items
    common = {"agency": housing, "case": first.case}
    saved(Request(item=first, due_on=HELD, asked_on=HELD, answered_on=HELD, answered_by="A", answer="known", **common))
    saved(Request(item=second, due_on=HELD, asked_on=HELD, **common | {"case": second.case}))
    saved(ListSent(meeting=held, agency=housing, sent_on=HELD))
    saved(Attendance(meeting=held, agency=housing, name="Ada Quill", capacity="representative"))
    saved(Issue(meeting=held, number=1, state="issued", approved_on=HELD, approved_by="A", issued_on=LATER))
    done = {"state": "complete", "reported_on": HELD, "reported_by": "A", "outcome": "Done"}
    saved(Action(item=first, task="Fit locks", agreed_on=HELD, due_on=LATER, **common, **done))
    saved(Action(item=first, task="Visit", agreed_on=HELD, due_on=LATER, **common))
    days = {"anchor_on": HELD, "starts_on": HELD, "asked_on": HELD, "ends_on": date(2026, 11, 12)}
    saved(Flag(**common, counted_from="the meeting", confirm_by_on=HELD, confirmed_on=LATER, confirmed_by="A", **days))
    return items


def cells(viewer, maracs):
    made = figures_of(viewer, maracs)
    last = made.quarters.index(next(quarter for quarter in made.quarters if str(quarter) == "2025Q4"))
    found = {line.figure.key: line.cells[last].text for line in made.by_quarter}
    return found | {line.figure.key: line.cells[made.years.index(2025)].text for line in made.by_year} | {"x": made}


def test_each_figure_of_a_small_story(area, story):
    found = cells(make.viewer(maracs=[area]), [area])

    del found["x"]
    assert found == {
        "cases": "4",
        "repeats": "25% (1 / 4)",
        "referrals": "0",
        "refused": "–",
        "waited": "–",
        "deferred": "20% (1 / 5)",
        "research_in_time": "50% (1 / 2)",
        "research_never": "50% (1 / 2)",
        "attended": "100% (1 / 1)",
        "minutes_in_time": "0% (0 / 1)",
        "actions": "2",
        "actions_in_time": "50% (1 / 2)",
        "actions_undone": "0% (0 / 2)",
        "actions_overdue": "50% (1 / 2)",
        "flags_in_time": "0% (0 / 1)",
        "cases_per_10000": "1.3",
        "children": "0.5",
        "police": "75% (3 / 4)",
        "minoritised": "50% (1 / 2)",
        "lgbt": "50% (1 / 2)",
        "disabled": "50% (1 / 2)",
        "male": "25% (1 / 4)",
        "sixteen_or_seventeen": "50% (1 / 2)",
    }


def test_every_figure_says_in_words_what_it_counts():
    figures = [*BY_QUARTER, *BY_YEAR]

    assert [figure.key for figure in figures if not figure.definition.endswith(".")] == []
    assert len({figure.key for figure in figures}) == len(figures)
    assert set(PUBLISHED["values"]) <= {figure.key for figure in figures}


def test_small_numbers_are_kept_back_by_the_setting(area, story):
    directory.change_setting(
        viewer=make.system(), marac=area, name="small_number", value=5, from_on=date(2025, 1, 1), reason="A test"
    )

    found = cells(make.viewer(maracs=[area]), [area])

    assert found["x"].small == 5
    assert (found["cases"], found["male"], found["cases_per_10000"]) == ("5 or fewer", "kept back", "kept back")


def test_all_together_do_not_give_away_a_marac_that_is_kept_back(area, story):
    other = make.marac("Southmoor")
    held = meeting(other, HELD)
    for _each in range(7):
        heard(held)
    directory.change_setting(
        viewer=make.system(), marac=area, name="small_number", value=5, from_on=date(2025, 1, 1), reason="A test"
    )

    assert cells(make.viewer(maracs=[area, other]), [area, other])["cases"] == "5 or fewer"
    assert cells(make.viewer(maracs=[area, other]), [other])["cases"] == "7"


def test_an_agency_that_referred_nobody_is_named(area, housing):
    make.agency("Northmoor Police", marac=area, group="police")

    made = figures_of(make.viewer(maracs=[area]), [area])

    assert [(name, cell.text) for name, cell in made.agencies] == [("Northmoor Homes", "0"), ("Northmoor Police", "0")]


def test_the_steering_group_sees_figures_and_their_words_and_no_case(client, area, housing, story):
    make.signed_in(client, Role.STEERING, marac=area, agency=housing)

    page = client.get("/reports/figures/").content.decode()

    assert "Each case once for each meeting that heard it." in page
    assert PUBLISHED["source"] in page
    assert [item.case.reference for item in story if item.case.reference in page] == []
    assert client.get("/reports/return/").status_code in (403, 404)


def test_a_figure_file_is_the_page_and_leaves_a_trace(client, area, housing, story):
    make.signed_in(client, Role.STEERING, marac=area, agency=housing)

    answer = client.get("/reports/figures/quarters/")

    rows = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert (rows[0][:2], rows[1][0]) == (("Figure", "What it counts"), "Cases heard")
    assert AuditEvent.objects.filter(kind="export", name="figures").count() == 1


def test_a_marac_of_others_cannot_be_asked_for(client, area, housing):
    other = make.marac("Southmoor")
    make.signed_in(client, Role.STEERING, marac=area, agency=housing)

    assert client.get(f"/reports/figures/?marac={other.pk}").status_code == 404
    assert client.get("/reports/figures/nothing/").status_code == 404


def test_the_page_asks_as_many_questions_of_ten_cases_as_of_none(area, housing, django_assert_max_num_queries):
    held = meeting(area, HELD)
    for _each in range(10):
        heard(held)

    with django_assert_max_num_queries(20):
        figures_of(replace(make.viewer(maracs=[area]), role=Role.STEERING), [area])
