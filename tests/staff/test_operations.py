"""A leaver is out at once, a mover by the day; open work is handed to somebody named; agencies confirm their people."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from marac.access.roles import Role
from marac.accounts import operations as accounts
from marac.accounts.middleware import viewer_of
from marac.accounts.models import Contact, Membership
from marac.actions import operations as actions
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.office.worklist import waiting_for
from marac.staff import operations
from marac.staff.models import Handover
from marac.staff.post import ask_contacts
from marac.staff.queries import to_confirm
from tests import make

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def office(area, police, today):
    return viewer_of(make.member(Role.COORDINATOR, marac=area, agency=police), today)


@pytest.fixture
def leaver(area, police):
    return make.member(Role.REPRESENTATIVE, marac=area, agency=police)


@pytest.fixture
def stays(area, police):
    return make.member(Role.REPRESENTATIVE, marac=area, agency=police)


@pytest.fixture
def open_action(area, police, office, today):
    case = make.case(marac=area, seen_by=(police,))
    return actions.set_action(viewer=office, case=case, agency=police, task="Call", due_on=today + 9 * DAY)


def leaves(office, leaver, to):
    operations.leave(viewer=office, user=leaver, to=to, at=timezone.now())


def test_a_leaver_is_out_at_once_also_where_they_are_signed_in(client, office, leaver, stays, today):
    make.enter(client, leaver)
    before = client.get("/").status_code

    leaves(office, leaver, stays)

    assert (before, client.get("/").status_code) == (200, 302)
    leaver.refresh_from_db()
    assert (leaver.is_active, viewer_of(leaver, today)) == (False, None)


def test_their_open_work_is_handed_to_somebody_named_who_is_told(office, leaver, stays, open_action, today):
    leaves(office, leaver, stays)

    made = Handover.objects.get()
    assert (made.left, made.to, made.actions, made.requests, made.drafts) == (leaver, stays, 1, 0, 0)
    assert list(Outgoing.objects.filter(kind="people").values_list("user", flat=True)) == [stays.pk]
    theirs = viewer_of(stays, today)
    told = [row.what for row in waiting_for(theirs)]
    assert "Open work of Northmoor Police that Ada Quill left" in told
    operations.take_over(viewer=theirs, handover=made)
    assert not [row for row in waiting_for(theirs) if "Open work" in row.what]


def test_nobody_leaves_open_work_to_nobody_or_to_a_stranger(office, leaver, open_action, area):
    stranger = make.member(Role.REPRESENTATIVE, marac=area, agency=make.agency("Northmoor Homes", marac=area))

    with pytest.raises(Refusal, match="Choose who goes on with it"):
        leaves(office, leaver, None)
    with pytest.raises(Refusal, match="has no role for Northmoor Police in Northmoor"):
        leaves(office, leaver, stranger)
    leaver.refresh_from_db()
    assert leaver.is_active


def test_who_also_acts_elsewhere_loses_what_they_have_here_and_keeps_the_rest(office, leaver, police, today):
    other = make.marac("Southmoor")
    make.give_role(leaver, Role.REPRESENTATIVE, marac=other, agency=police)

    leaves(office, leaver, None)

    leaver.refresh_from_db()
    assert leaver.is_active
    assert viewer_of(leaver, today).marac_ids == frozenset({other.pk})


def test_nobody_leaves_by_their_own_hand(office, area, police):
    (own,) = [each.user for each in Membership.objects.filter(user=office.user_id)]

    with pytest.raises(Refusal, match="Ask another coordinator"):
        leaves(office, own, None)


def test_a_movers_old_seats_end_the_day_before(office, leaver, area, today):
    homes = make.agency("Northmoor Homes", marac=area)
    first = today + 7 * DAY
    given = {
        "marac": area,
        "agency": homes,
        "role": Role.IDVA.value,
        "from_on": first,
        "to": None,
        "at": timezone.now(),
    }

    operations.move(viewer=office, user=leaver, **given)

    seen = [viewer_of(leaver, first - DAY), viewer_of(leaver, first)]
    assert [viewer.role for viewer in seen] == [Role.REPRESENTATIVE, Role.IDVA]
    assert seen[1].agency_id == homes.pk


def lapsing(user, on):
    """As if what they have was confirmed so long ago that it lapses on this day."""
    held = Membership.objects.get(user=user)
    accounts.end_role(viewer=make.system(), membership=held, until_on=held.from_on)
    then = make.system(on.replace(year=on.year - 1))
    given = {"user": user, "agency": held.agency, "marac": held.marac, "role": held.role}
    return accounts.give_role(viewer=then, from_on=date(2020, 2, 1), **given)


def test_the_contact_is_warned_confirms_and_nobody_confirms_themselves(office, leaver, stays, today):
    contact = operations.name_contact(viewer=office, role=Membership.objects.get(user=stays))
    held = lapsing(leaver, today + 7 * DAY)
    own = lapsing(stays, today + 7 * DAY)
    theirs = viewer_of(stays, today)

    told = [(row.what, row.due_on) for row in waiting_for(theirs)]
    asked = [ask_contacts(make.system(today)) for _each in range(2)]
    operations.confirm_people(viewer=theirs, roles=[held])

    assert told == [("1 person loses access unless confirmed", today + 7 * DAY)]
    assert asked == [1, 0]
    assert [(each.user_id, each.kind) for each in Outgoing.objects.all()] == [(contact.user_id, "people")]
    held.refresh_from_db()
    assert held.confirmed_on == today
    assert held.lapses_on > today + 364 * DAY
    with pytest.raises(Refusal, match="You do not confirm these people"):
        operations.confirm_people(viewer=theirs, roles=[own])


def test_access_that_lapsed_comes_back_when_it_is_confirmed(client, office, leaver, today):
    held = lapsing(leaver, today)
    lost = viewer_of(leaver, today)

    (waiting,) = to_confirm(office)
    operations.confirm_people(viewer=office, roles=[held])

    assert (lost, waiting) == (None, held)
    assert viewer_of(leaver, today) is not None


def test_who_is_no_contact_confirms_nobody(leaver, stays, today):
    held = lapsing(leaver, today)

    assert list(to_confirm(viewer_of(stays, today))) == []
    with pytest.raises(Refusal, match="You do not confirm these people"):
        operations.confirm_people(viewer=viewer_of(stays, today), roles=[held])


def test_a_contact_that_leaves_is_contact_no_longer(office, leaver, stays, today):
    operations.name_contact(viewer=office, role=Membership.objects.get(user=leaver))

    leaves(office, leaver, stays)

    assert not Contact.objects.in_force(today).exists()


def test_the_tick_asks_contacts(office, leaver, stays, today, capsys):
    operations.name_contact(viewer=office, role=Membership.objects.get(user=stays))
    lapsing(leaver, today + DAY)

    call_command("tick")

    assert "1 contacts asked to confirm their people" in capsys.readouterr().out
