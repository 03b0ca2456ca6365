"""Who is invited, who is not, and what follows a change of people."""

import pytest

from marac.access.roles import Role
from marac.accounts import operations as accounts
from marac.accounts.models import Membership
from marac.accounts.operations import end_role
from marac.audit.models import AuditEvent
from marac.diary import operations
from marac.diary.models import Diary, Invited
from marac.diary.queries import wanted_of
from marac.mail.models import Outgoing
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_ada(area, police, ada):
    return make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police, user=ada)


def states():
    return list(Invited.objects.order_by("meeting__held_on").values_list("cancelled", "sequence"))


def test_who_does_not_wish_it_is_taken_out_and_invited_again_when_they_do(published, as_ada, round_of):
    round_of()
    operations.wish(viewer=as_ada, invited=False)
    assert round_of() == 2
    assert states() == [(True, 1), (True, 1)]

    operations.wish(viewer=as_ada, invited=True)
    assert round_of() == 2
    assert states() == [(False, 2), (False, 2)]


def test_whoever_loses_the_role_has_the_entries_taken_out(published, ada, round_of, area, police):
    round_of()
    held = Membership.objects.get(user=ada)
    office = make.viewer(maracs=[area], agency=police, user=make.user("Bea Lark"))
    end_role(viewer=office, membership=held, until_on=make.TODAY)

    assert round_of() == 2
    assert states() == [(True, 1), (True, 1)]


def test_one_that_has_not_left_is_replaced_by_the_newer(published, as_ada, round_of):
    round_of()
    operations.wish(viewer=as_ada, invited=False)
    round_of()

    found = Outgoing.objects.filter(kind="diary").values_list("state", flat=True)
    assert sorted(found) == ["queued", "queued", "stopped", "stopped"]


def test_nobody_is_invited_at_an_address_that_is_not_of_their_agency(area, published, ada):
    elsewhere = make.agency("Northmoor Homes", marac=area)
    stranger = accounts.add_person(viewer=make.system(), email="bea@elsewhere.example.net", name="Bea Lark")
    make.give_role(stranger, Role.REPRESENTATIVE, marac=area, agency=elsewhere)

    assert {user for _meeting, user in wanted_of(area.pk, make.TODAY)} == {ada.pk}


def test_a_specialist_is_not_invited_before_the_list_is_out(area, published, ada):
    school = make.agency("Fenside Schools", marac=area, standing="on_call")
    make.give_role(make.user("Bea Lark"), Role.REPRESENTATIVE, marac=area, agency=school)

    assert {user for _meeting, user in wanted_of(area.pk, make.TODAY)} == {ada.pk}


def test_of_a_private_address_only_a_mark_is_kept_and_a_new_one_ends_the_old(as_ada):
    first, second = (operations.make_address(viewer=as_ada) for _each in range(2))

    diary = Diary.objects.get()
    assert first != second
    assert second not in str(diary.__dict__)
    assert second not in str(list(AuditEvent.objects.values_list("details", "changes")))


def test_the_trail_says_who_was_invited(published, ada, round_of):
    round_of()

    event = AuditEvent.objects.filter(name="InvitationsSent").latest("number")
    assert (event.details["asked"], event.details["cancelled"]) == ([ada.pk], [])


def test_a_round_with_nothing_to_send_asks_five_questions_for_a_marac_however_many_its_dates_and_people(
    area, published, ada, police, round_of, django_assert_num_queries
):
    for name in ("Bea Lark", "Cy Reed", "Di Moss"):
        make.give_role(make.user(name), Role.REPRESENTATIVE, marac=area, agency=police)
    assert round_of() == 8

    with django_assert_num_queries(1 + 5):
        assert round_of() == 0
