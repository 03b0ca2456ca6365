"""The pages of an agenda, as they are pressed."""

import pytest

from marac.access.roles import Role
from marac.agenda.models import Coming, KeptPlace, SaidNeed
from marac.agenda.queries import sitting
from marac.directory.operations import end_seat
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, area, police):
    make.signed_in(client, Role.COORDINATOR, marac=area, agency=police)
    return client


def text(answer):
    return answer.content.decode()


def test_the_agenda_is_ordered_in_one_press_and_says_what_it_saves(office, meeting, listed, police, housing):
    listed([police], [housing], [police], [housing])
    page = text(office.get(f"/agenda/{meeting.pk}/"))
    assert "24 min" in page
    assert "Not worked out for the agenda as it stands now." in page

    answer = office.post(f"/agenda/{meeting.pk}/order/", {"revision": "1"}, follow=True)

    assert "This is proved." in text(answer)
    assert "<strong>0 min</strong>" in text(answer)


def test_a_case_is_moved_by_a_button_that_is_chosen_again_so_that_it_goes_on_from_the_keyboard(
    office, meeting, listed, police, housing
):
    one = listed([police], [housing], [police])[0]

    answer = office.post(f"/agenda/items/{one.pk}/place/", {"revision": "1", "place": "2", "way": "later"}, follow=True)

    assert answer.redirect_chain[0][0].endswith(f"?moved={one.pk}&way=later")
    assert text(answer).count("autofocus") == 1
    assert KeptPlace.objects.get().item_id == one.pk


@pytest.mark.parametrize("revision", ["", "0", "nonsense", "99999999999999999999"])
def test_a_press_on_a_page_that_is_old_changes_nothing_and_shows_how_it_stands(
    office, meeting, listed, police, revision
):
    one = listed([police], [police])[0]

    answer = office.post(f"/agenda/items/{one.pk}/place/", {"revision": revision, "place": "2"})

    assert answer.status_code == 409
    assert "Somebody else changed the agenda" in text(answer)
    assert not KeptPlace.objects.exists()


def test_times_are_typed_as_people_write_them_and_nonsense_comes_back(office, meeting, listed, police, housing):
    listed([housing])
    wrong = office.post(f"/agenda/{meeting.pk}/coming/", {"agency": housing.pk, "from_at": "teatime"})
    assert "Enter a time of day" in text(wrong)
    assert 'value="teatime"' in text(wrong)

    office.post(f"/agenda/{meeting.pk}/coming/", {"agency": housing.pk, "from_at": "10.15am", "people": "2"})

    assert str(Coming.objects.get().from_at) == "10:15:00"


def test_wishes_that_no_order_keeps_are_named_with_what_to_do(office, meeting, listed, police, housing):
    listed([housing], [housing])
    office.post(f"/agenda/{meeting.pk}/coming/", {"agency": housing.pk, "from_at": "9.40", "until_at": "9.50"})

    answer = office.post(f"/agenda/{meeting.pk}/order/", {"revision": "1"})

    assert answer.status_code == 409
    assert "No order keeps all of this" in text(answer)
    assert "Northmoor Homes is there from minute 0 to 10" in text(answer)


def test_why_each_agency_is_needed_is_shown_and_said_otherwise(office, meeting, listed, police, housing):
    one = listed([police])[0]
    page = text(office.get(f"/agenda/items/{one.pk}/need/"))
    assert "Checked, nothing held" in page
    assert "Holds information" in page

    office.post(f"/agenda/items/{one.pk}/need/", {"agency": housing.pk, "needed": "yes", "reason": "Her landlord"})

    assert SaidNeed.objects.get().needed


def test_an_agency_that_left_and_a_case_that_needs_nobody_are_said_before_the_press(
    office, meeting, listed, police, housing, area
):
    _one, two = listed([housing], [])
    seat = area.panelseat_set.get(agency=housing)
    end_seat(viewer=make.system(), seat=seat, until_on=make.TODAY)

    page = text(office.get(f"/agenda/{meeting.pk}/"))

    assert f"Nobody is needed for {two.case.reference}" in page
    assert "Northmoor Homes left the panel on 04/03/2026 and is still named for" in page
    assert sitting(meeting, make.TODAY).cases[0].needed == []


def test_an_agency_reads_its_own_slot(client, area, meeting, listed, police, housing):
    one, _two = listed([housing], [police])
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=housing)

    page = text(client.get(f"/agenda/{meeting.pk}/slot/"))

    assert "Come at 09:40. You can leave at 09:52." in page
    assert one.case.reference in page
    assert client.get(f"/agenda/{meeting.pk}/").status_code in (403, 404)
