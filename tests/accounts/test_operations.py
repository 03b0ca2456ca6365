"""Accounts: who gets a role, how it ends, and whose password may be set by whom."""

from datetime import date, timedelta

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.accounts import operations
from marac.accounts.middleware import viewer_of
from marac.accounts.models import Membership, User
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.kernel.refusal import Refusal
from tests import make

pytestmark = pytest.mark.django_db
YESTERDAY, TOMORROW = make.TODAY - timedelta(days=1), make.TODAY + timedelta(days=1)


@pytest.fixture
def coordinator(area, police):
    return make.viewer(maracs=[area], agency=police, user=make.member(Role.COORDINATOR, marac=area, agency=police))


def role_of(user):
    return Membership.objects.get(user=user)


def add(viewer, marac, agency, **more):
    given = {"email": "Kim@Police.example.org", "name": "Kim Lark", "role": "chair", "from_on": make.TODAY} | more
    return operations.add_colleague(viewer=viewer, marac=marac, agency=agency, **given)


def test_a_person_is_added_with_a_role_and_no_way_in_until_a_password_is_set(coordinator, area, police):
    user = add(coordinator, area, police)

    assert (user.email, user.has_usable_password(), role_of(user).role) == ("kim@police.example.org", False, "chair")
    assert [event.name for event in AuditEvent.objects.order_by("-number")[:2]] == ["RoleGiven", "PersonAdded"]


def test_no_password_is_written_in_the_trail(coordinator, area, police):
    user = add(coordinator, area, police, password=make.PASSWORD)
    operations.set_password(viewer=coordinator, user=user, password=make.PASSWORD + "2")

    written = [str(event.details) + str(event.changes) for event in AuditEvent.objects.all()]

    assert [text for text in written if make.PASSWORD in text or "argon2" in text] == []


def test_somebody_with_an_account_keeps_it_and_gets_the_role(coordinator, area, police):
    known = make.user("Kim Lark", password=make.PASSWORD)

    user = add(coordinator, area, police, email=known.email.upper(), name="Other", password="another long password")

    assert (user.pk, user.name, user.check_password(make.PASSWORD)) == (known.pk, "Kim Lark", True)


def test_a_role_is_not_given_twice_but_may_begin_anew_after_its_end(coordinator, area, police):
    user = add(coordinator, area, police)
    with pytest.raises(Refusal, match="has this role for this agency already"):
        add(coordinator, area, police)

    operations.end_role(viewer=coordinator, membership=role_of(user), until_on=make.TODAY)
    add(coordinator, area, police, from_on=TOMORROW)

    assert Membership.objects.filter(user=user).count() == 2


@pytest.mark.parametrize("role", ["system", "king"])
def test_only_a_role_of_people_can_be_given(coordinator, area, police, role):
    with pytest.raises(Refusal, match="Choose one of the roles shown"):
        add(coordinator, area, police, role=role)

    assert not User.objects.filter(name="Kim Lark").exists()


def test_a_role_in_another_marac_cannot_be_given(coordinator, police):
    with pytest.raises(Unseen):
        add(coordinator, make.marac(), police)


def test_an_administrator_gives_no_roles(area, police):
    with pytest.raises(NotAllowed):
        add(make.viewer(Role.ADMINISTRATOR, maracs=[area]), area, police)


def test_a_role_holds_on_its_last_day_and_no_longer(coordinator, area, police):
    user = add(coordinator, area, police)

    operations.end_role(viewer=coordinator, membership=role_of(user), until_on=make.TODAY)

    assert [viewer_of(user, on) is not None for on in (make.TODAY, TOMORROW)] == [True, False]


def test_a_role_cannot_end_before_it_began(coordinator, area, police):
    user = add(coordinator, area, police)

    with pytest.raises(Refusal, match="on or after"):
        operations.end_role(viewer=coordinator, membership=role_of(user), until_on=YESTERDAY)


def test_nobody_ends_their_own_role(coordinator):
    own = Membership.objects.get(user_id=coordinator.user_id)

    with pytest.raises(Refusal, match="Ask another coordinator"):
        operations.end_role(viewer=coordinator, membership=own, until_on=make.TODAY)


def test_a_role_in_another_marac_cannot_be_ended(coordinator, police):
    hidden = make.member(Role.CHAIR, marac=make.marac(), agency=police)

    with pytest.raises(Unseen):
        operations.end_role(viewer=coordinator, membership=role_of(hidden), until_on=make.TODAY)


def test_the_password_of_somebody_who_also_acts_elsewhere_is_not_set(coordinator, area, police):
    user = add(coordinator, area, police)
    operations.give_role(
        viewer=make.system(), user=user, agency=police, marac=make.marac(), role="chair", from_on=date(2027, 1, 1)
    )

    with pytest.raises(Refusal, match="also acts in another MARAC"):
        operations.set_password(viewer=coordinator, user=user, password=make.PASSWORD)


def test_the_password_of_a_stranger_is_not_set(coordinator):
    with pytest.raises(Unseen):
        operations.set_password(viewer=coordinator, user=make.user(), password=make.PASSWORD)


def test_somebody_with_two_roles_acts_in_the_first_or_in_the_one_they_want(area, police):
    user = make.member(Role.CHAIR, marac=area, agency=police)
    homes, elsewhere = make.agency("Northmoor Homes"), make.marac()
    for marac in (area, elsewhere):
        operations.give_role(
            viewer=make.system(), user=user, agency=homes, marac=marac, role="representative", from_on=make.TODAY
        )

    first = viewer_of(user, make.TODAY)
    second = viewer_of(user, make.TODAY, (homes.pk, "representative"))
    not_held = viewer_of(user, make.TODAY, (homes.pk, "coordinator"))

    assert (first.role, first.marac_ids) == (Role.CHAIR, {area.pk})
    assert (second.role, second.agency_id) == (Role.REPRESENTATIVE, homes.pk)
    assert second.marac_ids == {area.pk, elsewhere.pk}
    assert not_held == first
