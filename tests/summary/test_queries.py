"""A case at a glance holds what each viewer is told of it, and no more, and prints on one sheet."""

from datetime import date

import pytest
from django.test import Client

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.disputes.operations import dispute_roles, record_acting
from marac.flags.operations import ask_for_flags
from marac.intake.tools import tool_named
from marac.minutes import operations as minutes
from marac.people.models import Party
from marac.people.operations import enter_people
from marac.referrals.models import Referral
from marac.risk import operations as risk
from marac.summary.queries import MOST_ASSESSMENTS, MOST_LINES, summary
from tests import make
from tests.minutes import area as minuted

pytestmark = pytest.mark.django_db
DASH = tool_named("dash-24")
CHILD = {"surname": "Tallow", "forenames": "Kit", "dob": "2018-02-03", "lives_with_victim": True}
PEOPLE = {
    "victims": [{"surname": "Tallow", "forenames": "Wren", "dob": "1990-06-01"}],
    "perpetrators": [{"surname": "Heron", "forenames": "Ash", "age_stated": 38}],
    "children": [CHILD],
}


@pytest.fixture
def area():
    made = minuted.build()
    enter_people(viewer=make.system(), case=made.shared.case, content=PEOPLE)
    return made


def assess(area, day: date) -> None:
    answers = dict.fromkeys(DASH.keys[:14], "yes") | dict.fromkeys(DASH.keys[14:17], "not_known")
    given = {"answers": answers, "sources": {}, "comments": {}}
    risk.assess(viewer=area.viewer(Role.COORDINATOR), case=area.shared.case, tool=DASH, completed_on=day, **given)


def said(area, wishes: str) -> None:
    discussion = minutes.open_discussion(viewer=area.viewer(), item=area.shared)
    texts = {"wishes": wishes, "spoke_for_victim": "Her adviser"}
    minutes.save_discussion(viewer=area.viewer(), discussion=discussion, revision=discussion.revision, texts=texts)


def told(area, role: Role = Role.COORDINATOR, agency=None):
    return summary(area.viewer(role, agency), area.shared.case)


def test_it_says_who_is_who_and_how_old(area):
    known = [(each.name, each.party.role, each.age) for each in told(area).people]

    assert known == [
        ("Wren Tallow", "victim", "35"),
        ("Ash Heron", "perpetrator", "38"),
        ("Kit Tallow", "child", "8"),
    ]


def test_what_she_wants_stands_there_with_who_said_it(area):
    said(area, "She wants to stay in her home.")

    wishes = told(area).wishes
    assert (wishes.wishes, wishes.spoke_for_victim) == ("She wants to stay in her home.", "Her adviser")


def test_the_newest_assessments_are_drawn_the_oldest_on_the_left_with_what_was_not_answered(area):
    for month in range(1, MOST_ASSESSMENTS + 2):
        assess(area, date(2025, month, 5))

    found = told(area)

    assert [column.day.month for column in found.picture] == [2, 3, 4, 5, 6, 7]
    assert found.assessments[0].assessment.completed_on == date(2025, 7, 5)
    assert {
        (column.words, column.yes > 0, column.open > 0, column.threshold is not None) for column in found.picture
    } == {("14/24", True, True, True)}


def test_only_open_actions_stand_there_and_of_many_how_many_fall_due_later(area):
    for number in range(MOST_LINES + 2):
        area.promised(area.shared.case, due_on=date(2026, 4, 1 + number))

    actions = told(area).actions

    assert ([each.due_on.day for each in actions.rows], actions.older) == ([1, 2, 3, 4, 5, 6], 2)


def test_an_agency_is_shown_its_own_actions_alone(area):
    area.promised(area.shared.case, due_on=date(2026, 4, 1), task="Ring the officer.")
    area.promised(area.shared.case, due_on=date(2026, 4, 2), task="Change the locks.", agency=area.housing)

    rows = told(area, Role.REPRESENTATIVE, area.housing).actions.rows

    assert [each.agency for each in rows] == [area.housing]


def test_flags_are_told_by_the_day_on_which_they_end(area):
    ask_for_flags(viewer=area.viewer(Role.COORDINATOR), case=area.shared.case, anchor_on=date(2026, 3, 2))

    (found,) = told(area).flags

    assert (found.placed, found.agencies) == (False, ["Northmoor Homes", "Police"])


def test_orders_are_told_by_referral_and_nothing_sealed_stands_in_them(area):
    content = {
        "orders": "Not to go to 7 Refuge Road, until 1 May.",
        "victims": [{"surname": "Tallow", "addresses": [{"text": "7 Refuge Road", "confidential": True}]}],
    }
    minuted.made(
        Referral(
            marac=area.marac,
            case=area.shared.case,
            agency=area.police,
            state="accepted",
            kind="repeat",
            received_on=date(2026, 2, 1),
            content=content,
        )
    )

    (order,) = told(area).orders

    assert "until 1 May" in str(order.words)
    assert "Refuge" not in str(order.words)


def test_whoever_acts_for_the_other_is_told_nothing_of_the_case_but_who_she_is(area):
    said(area, "She wants him gone.")
    assess(area, date(2026, 1, 5))
    office, case = area.viewer(Role.COORDINATOR), area.shared.case
    ash = Party.objects.get(case=case, role="perpetrator").person_id
    dispute = {"said_by": "His adviser", "said_on": make.TODAY, "reason": "He says that she hits him"}
    dispute_roles(viewer=office, case=case, second=ash, **dispute)
    record_acting(viewer=office, case=case, person=ash, agency=area.housing, worker=None, reason="Told us")

    found = told(area, Role.REPRESENTATIVE, area.housing)

    assert (found.held, found.wishes, found.assessments, found.orders) == (True, None, [], [])
    assert (found.people[0].name, found.people[0].born) == ("Wren Tallow", "")


@pytest.mark.parametrize("more", [0, 4])
def test_it_asks_the_same_number_of_questions_however_much_is_known(area, more, django_assert_num_queries):
    for number in range(more):
        assess(area, date(2025, 1 + number, 5))
        area.promised(area.shared.case, due_on=date(2026, 4, 1 + number))
    viewer = area.viewer(Role.COORDINATOR)

    with django_assert_num_queries(7):
        summary(viewer, area.shared.case)


def test_the_page_is_for_those_who_may_open_the_case_and_is_recorded(area):
    client = Client()
    make.signed_in(client, marac=area.marac, agency=area.police)

    answer = client.get(f"/cases/{area.shared.case.pk}/summary/")

    assert (answer.status_code, "Wren Tallow" in answer.content.decode()) == (200, True)
    assert AuditEvent.objects.filter(kind="read", name="case summary", case_id=area.shared.case.pk).count() == 1
    other = Client()
    make.signed_in(other, marac=make.marac("Elsewhere"), agency=make.agency("Elsewhere Homes"))
    assert other.get(f"/cases/{area.shared.case.pk}/summary/").status_code == 404
