"""One's own account, and the people of one's MARACs: what is shown, refused, and to whom it does not exist."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marac.access.roles import Role
from marac.accounts import operations
from marac.accounts.models import Membership, User
from marac.audit.models import AuditEvent
from tests import make

pytestmark = pytest.mark.django_db
NEW = "four words unlike each other"


@pytest.fixture
def today():
    """The day of the request, as the middleware has it."""
    return timezone.localdate()


@pytest.fixture
def coordinator(client, area, police):
    return make.signed_in(client, marac=area, agency=police)


def typed(day):
    return f"{day.day}/{day.month}/{day.year}"


def text(answer):
    return answer.content.decode()


@pytest.fixture
def given(area, police):
    return {
        "email": "Kim@Police.example.org",
        "name": "Kim Lark",
        "marac": str(area.pk),
        "agency": str(police.pk),
        "role": "chair",
        "from_on": "1/1/2026",
    }


def test_settings_lead_to_the_people_of_ones_own_maracs(client, coordinator, area, police):
    make.member(Role.CHAIR, marac=make.marac(), agency=police)

    page = text(client.get("/account/people/"))

    assert "/account/people/" in text(client.get("/settings/"))
    assert ("Coordinator, Northmoor Police, Northmoor" in page, "Chair" in page) == (True, False)


def test_people_are_found_by_name_or_address(client, coordinator, area, police):
    operations.add_colleague(
        viewer=make.system(),
        email="kim@police.example.org",
        name="Kim Lark",
        marac=area,
        agency=police,
        role="chair",
        from_on=make.TODAY,
    )

    pages = [text(client.post("/account/people/", {"words": words}, follow=True)) for words in ("LARK", "kim@", "zzz")]

    assert ["Kim Lark" in page for page in pages] == [True, True, False]
    assert "There is nobody of this name here." in pages[2]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    client, coordinator, area, police, rows, django_assert_num_queries
):
    for _each in range(rows):
        make.member(Role.CHAIR, marac=area, agency=police)

    with django_assert_num_queries(6):
        client.get("/account/people/")


def test_a_second_role_is_given_and_ended_from_a_day(client, coordinator, area, police, given, today):
    user = make.member(Role.CHAIR, marac=area, agency=police)
    role = {name: given[name] for name in ("marac", "agency", "from_on")} | {"role": "representative"}

    client.post(f"/account/people/{user.pk}/roles/add/", role)
    again = text(client.post(f"/account/people/{user.pk}/roles/add/", role))
    held = Membership.objects.get(user=user, role="representative")
    answer = client.post(f"/account/roles/{held.pk}/end/", {"until_on": typed(today)})

    assert "This person has this role for this agency already." in again
    assert (answer.status_code, Membership.objects.get(pk=held.pk).until_on) == (302, today)


def test_an_ended_role_ends_what_an_open_session_can_see(client, coordinator, area, police, today):
    other = make.viewer(maracs=[area])
    own = Membership.objects.get(user=coordinator)
    assert client.get("/settings/").status_code == 200

    operations.end_role(viewer=other, membership=own, until_on=today - timedelta(days=1))

    assert client.get("/settings/").status_code == 404


def test_ones_own_role_cannot_be_ended(client, coordinator, today):
    own = Membership.objects.get(user=coordinator)

    page = text(client.post(f"/account/roles/{own.pk}/end/", {"until_on": typed(today)}))

    assert "You cannot end a role of your own." in page


def test_people_and_roles_of_another_marac_are_not_there(client, coordinator, police):
    hidden = make.member(Role.CHAIR, marac=make.marac(), agency=police)
    role = Membership.objects.get(user=hidden)
    ends = [f"people/{hidden.pk}/{end}" for end in ("", "roles/add/", "account/", "account/renew/")] + [
        f"roles/{role.pk}/end/"
    ]

    assert [client.get(f"/account/{end}").status_code for end in ends] == [404] * 5


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.COORDINATOR, Role.SYSTEM)])
def test_only_a_coordinator_manages_people(client, area, police, role):
    user = make.signed_in(client, role, marac=area, agency=police)
    ends = ["people/", "people/add/", f"people/{user.pk}/", f"people/{user.pk}/account/"]

    assert [client.get(f"/account/{end}").status_code for end in ends] == [404] * 4
    assert client.get("/account/").status_code == 200


def test_ones_own_password_needs_the_present_one_and_keeps_the_session(client, area, police):
    user = make.member(Role.CHAIR, marac=area, agency=police, password=make.PASSWORD)
    make.enter(client, user)

    wrong = text(client.post("/account/password/", {"current": "wrong", "password": NEW}))
    answer = client.post("/account/password/", {"current": make.PASSWORD, "password": NEW})

    assert "This is not the password that you have now." in wrong
    assert (answer.url, client.get("/account/").status_code) == ("/account/", 200)
    assert User.objects.get(pk=user.pk).check_password(NEW)


def test_somebody_with_two_roles_switches_between_them(client, area, police):
    user = make.signed_in(client, Role.CHAIR, marac=area, agency=police)
    assert "Act as this" not in text(client.get("/account/"))
    operations.give_role(
        viewer=make.clerk(), user=user, agency=police, marac=area, role="coordinator", from_on=make.TODAY
    )
    assert client.get("/settings/").status_code == 404

    answer = client.post("/account/", {"acts_as": f"{police.pk}:coordinator"})

    assert answer.url == "/"
    assert client.get("/settings/").status_code == 200


def test_a_role_that_one_does_not_have_cannot_be_chosen(client, area, police):
    make.signed_in(client, Role.CHAIR, marac=area, agency=police)

    page = text(client.post("/account/", {"acts_as": f"{police.pk}:coordinator"}))

    assert client.get("/settings/").status_code == 404
    assert "Choose one of the answers shown" in page


def test_acting_in_another_role_is_in_the_trail(client, coordinator, area, police, today):
    operations.give_role(
        viewer=make.clerk(), user=coordinator, agency=police, marac=area, role="chair", from_on=today - timedelta(1)
    )

    client.post("/account/", {"acts_as": f"{police.pk}:chair"})

    was = {"was_role": "coordinator", "was_agency_id": police.pk}
    last = AuditEvent.objects.order_by("number").last()
    assert (last.name, last.role, last.user_id, last.details) == ("acts in another role", "chair", coordinator.pk, was)
