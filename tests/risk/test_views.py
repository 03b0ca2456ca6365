"""The page of the risk in a case: for whom it is, what it shows, and that nothing typed is lost."""

import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.intake.tools import names, tool_named
from marac.risk import operations as risk
from marac.risk.models import Judgement, RiskAssessment
from tests import make

pytestmark = pytest.mark.django_db
DASH = tool_named("dash-24")


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def agency(area):
    return make.agency(marac=area)


@pytest.fixture
def case(area, agency):
    return make.case(marac=area, seen_by=(agency,))


def text_of(answer):
    return " ".join(answer.content.decode().split())


def assessed(area, case, answers):
    viewer = make.viewer(maracs=[area])
    given = {"completed_on": None, "sources": {"injury": "Her GP"}, "comments": {}}
    return risk.assess(viewer=viewer, case=case, tool=DASH, answers=answers, **given)


def test_the_page_says_what_is_not_answered_what_moved_and_who_said_so(client, area, agency, case):
    assessed(area, case, {"injury": "no"})
    assessed(area, case, dict.fromkeys(DASH.keys[:14], "yes") | {"animals": "dont_know"})
    make.signed_in(client, marac=area, agency=agency)

    page = text_of(client.get(f"/risk/{case.pk}/"))

    assert "14 of 24 yes, 1 not known, 9 not answered; the threshold was 14" in page
    assert 'Injury in the current incident</th><td class="govuk-table__cell">No</td>' in page
    assert "(Her GP)" in page


def test_the_case_says_the_count_and_leads_to_the_answers(client, area, agency, case):
    assessed(area, case, dict.fromkeys(DASH.keys[:14], "yes"))
    make.signed_in(client, marac=area, agency=agency)

    page = text_of(client.get(f"/cases/{case.pk}/"))

    assert "14 of 24 yes, 0 not known, 10 not answered; the threshold was 14" in page
    assert f'href="/risk/{case.pk}/"' in page


def test_opening_it_is_recorded(client, area, agency, case):
    make.signed_in(client, marac=area, agency=agency)

    client.get(f"/risk/{case.pk}/")

    event = AuditEvent.objects.last()
    assert (event.kind, event.name, event.case_id) == ("read", "risk", case.pk)


@pytest.mark.parametrize(("role", "status"), [(Role.IDVA, 200), (Role.REPRESENTATIVE, 404)])
def test_single_answers_are_for_the_office_and_the_adviser(client, area, agency, case, role, status):
    make.signed_in(client, role, marac=area, agency=agency)

    assert client.get(f"/risk/{case.pk}/").status_code == status


@pytest.mark.parametrize("name", sorted(names()))
def test_a_case_is_assessed_again_with_any_tool(client, area, agency, case, name):
    make.signed_in(client, Role.IDVA, marac=area, agency=agency)
    tool = tool_named(name)
    typed = {f"answers.{key}": "yes" for key in tool.keys[:1]} | {"grade": "high", "narrative": "She is afraid."}

    answer = client.post(f"/risk/{case.pk}/assess/{name}/", typed)

    assert (answer.status_code, RiskAssessment.objects.get().tool) == (302, name)


def test_what_was_typed_stays_when_an_assessment_is_refused(client, area, agency, case):
    make.signed_in(client, marac=area, agency=agency)

    answer = client.post(f"/risk/{case.pk}/assess/dash-24/", {"comments.injury": "A cut lip", "completed_on": "x"})

    page = text_of(answer)
    assert answer.status_code == 200
    assert 'value="A cut lip"' in page
    assert not RiskAssessment.objects.exists()


def test_a_tool_that_is_not_there_is_not_found(client, area, agency, case):
    make.signed_in(client, marac=area, agency=agency)

    assert client.get(f"/risk/{case.pk}/assess/dash-99/").status_code == 404


def test_a_judgement_is_kept_with_the_name_of_whoever_wrote_it(client, area, agency, case):
    user = make.signed_in(client, Role.IDVA, marac=area, agency=agency)

    client.post(f"/risk/{case.pk}/judge/", {"reasons": "She sleeps in her car."})

    kept = Judgement.objects.get()
    assert (kept.judged_by, kept.reasons) == (user.name, "She sleeps in her car.")


def test_the_page_asks_as_many_questions_for_many_assessments_as_for_one(
    client, area, agency, case, django_assert_max_num_queries
):
    for _number in range(6):
        assessed(area, case, {"injury": "yes"})
    make.signed_in(client, marac=area, agency=agency)

    with django_assert_max_num_queries(14):
        client.get(f"/risk/{case.pk}/")
