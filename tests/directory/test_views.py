"""Settings, agencies and bank holidays as pages: what they show, what they refuse, and for whom they do not exist."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from marac.access.roles import Role
from marac.directory import operations
from marac.directory.models import Agency, PanelSeat, ReturnGroup, SettingValue
from marac.directory.profile import SETTINGS
from marac.directory.queries import profile_on, state_of
from tests import make

pytestmark = pytest.mark.django_db
SEAT = {"return_group": "housing", "standing": "on_call", "from_on": "1/4/2026"}


@pytest.fixture
def today():
    """The day of the request, as the middleware has it."""
    return timezone.localdate()


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area, group=ReturnGroup.POLICE)


@pytest.fixture
def coordinator(client, area, police):
    return make.signed_in(client, marac=area, agency=police)


def typed(day):
    return f"{day.day}/{day.month}/{day.year}"


def text(answer):
    return answer.content.decode()


def test_the_bar_leads_to_the_settings_of_ones_own_maracs(client, coordinator, area):
    other = make.marac("Southmoor")

    page = text(client.get("/settings/"))

    assert (area.name in page, other.name in page, f'href="/settings/{area.pk}/"' in page) == (True, False, True)
    assert 'href="/settings/"' in text(client.get("/"))


def test_an_administrator_finds_agencies_and_no_rules(client, area, police):
    make.signed_in(client, Role.ADMINISTRATOR, marac=area, agency=police)

    page = text(client.get("/settings/"))

    assert (f"/settings/{area.pk}/agencies/" in page, f'"/settings/{area.pk}/"' in page) == (True, False)
    assert [client.get(f"/settings/{area.pk}/{end}").status_code for end in ("", "agencies/")] == [404, 200]


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.CHAIR, Role.IDVA, Role.REFERRER, Role.STEERING])
def test_for_all_others_there_are_no_settings(client, area, police, role):
    make.signed_in(client, role, marac=area, agency=police)
    addresses = ["", f"{area.pk}/", f"{area.pk}/agencies/", f"{area.pk}/rules/repeat_months/", "bank-holidays/"]

    assert [client.get(f"/settings/{each}").status_code for each in addresses] == [404] * 5


def test_the_settings_of_another_marac_are_not_there(client, coordinator):
    other = make.marac("Southmoor")
    agency = make.agency("Southmoor Homes", marac=other)
    seat = PanelSeat.objects.get(agency=agency)
    coming = operations.change_setting(
        viewer=make.system(), marac=other, name="repeat_months", value=6, from_on=date(2090, 1, 1)
    )
    addresses = [
        *(f"{other.pk}/{each}" for each in ("", "rules/repeat_months/", "agencies/", "agencies/add/")),
        *(f"{other.pk}/agencies/{agency.pk}/seat/", f"seats/{seat.pk}/end/", f"changes/{coming.pk}/take-back/"),
    ]

    assert [client.get(f"/settings/{each}").status_code for each in addresses] == [404] * len(addresses)


def test_every_setting_is_shown_with_its_value_and_where_it_comes_from(client, coordinator, area, today):
    operations.change_setting(viewer=make.system(), marac=area, name="marking", value="SECRET", from_on=make.TODAY)
    later = today + timedelta(days=30)
    operations.change_setting(viewer=make.system(), marac=area, name="repeat_months", value=7, from_on=later)

    page = text(client.get(f"/settings/{area.pk}/"))

    assert [name for name in SETTINGS if f'id="{name}"' not in page] == []
    assert "Since 4 March 2026, set by OpenMARAC" in page
    assert f"7 from {later.day} " in page
    unconfirmed = [name for name, setting in SETTINGS.items() if not setting.confirmed]
    assert page.count("Not confirmed by a source") == len(unconfirmed)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_settings_ask_the_same_number_of_questions_however_many_were_changed(
    client, coordinator, area, rows, django_assert_num_queries
):
    for name in ("probation", "adult_safeguarding", "marking")[:rows]:
        operations.change_setting(viewer=make.system(), marac=area, name=name, value="Words", from_on=make.TODAY)

    with django_assert_num_queries(5):
        client.get(f"/settings/{area.pk}/")


@pytest.mark.parametrize("name", list(SETTINGS))
def test_each_setting_has_a_page_to_change_it(client, coordinator, area, name):
    page = text(client.get(f"/settings/{area.pk}/rules/{name}/"))

    assert ('name="value"' in page, "It has never been changed." in page) == (True, True)


def test_a_setting_that_does_not_exist_has_no_page(client, coordinator, area):
    assert client.get(f"/settings/{area.pk}/rules/shoe_size/").status_code == 404


def test_a_setting_is_changed_and_its_history_stands_below(client, coordinator, area, today):
    address = f"/settings/{area.pk}/rules/repeat_months/"

    answer = client.post(address, {"value": "6", "from_on": typed(today), "reason": "Protocol of <2026>"})

    assert (answer.status_code, answer.url) == (302, f"/settings/{area.pk}/#repeat_months")
    assert SettingValue.objects.get().value == 6
    assert "Protocol of &lt;2026&gt;" in text(client.get(address))


@pytest.mark.parametrize(
    ("typed_in", "sentence"),
    [
        ({"value": "61"}, "Enter a number from 1 to 60"),
        ({"value": ""}, "Enter a whole number, such as 12"),
        ({"value": "many"}, "Enter a whole number, such as 12"),
        ({"from_on": ""}, "Enter the day from which it holds"),
        ({"from_on": "31/2/2026"}, "There is no such date"),
        ({"from_on": "1/1/2020"}, "Say why it is set for days gone by"),
    ],
)
def test_a_setting_that_cannot_be_says_why_beside_its_box(client, coordinator, area, today, typed_in, sentence):
    given = {"value": "6", "from_on": typed(today), "reason": ""} | typed_in

    page = text(client.post(f"/settings/{area.pk}/rules/repeat_months/", given))

    assert page.count(sentence) == 2, "once in the summary and once beside the box"
    assert SettingValue.objects.count() == 0


def test_the_later_of_two_who_change_one_setting_is_told_sees_the_other_value_and_can_save_again(
    client, coordinator, area, today
):
    address = f"/settings/{area.pk}/rules/repeat_months/"
    before = state_of(area, "repeat_months")
    operations.change_setting(viewer=make.system(), marac=area, name="repeat_months", value=7, from_on=make.TODAY)
    mine = {"value": "6", "from_on": typed(today), "seen": before}

    refused = text(client.post(address, mine))

    assert ("Somebody else changed this setting meanwhile" in refused, 'value="6"' in refused) == (True, True)
    assert f'value="{state_of(area, "repeat_months")}"' in refused
    client.post(address, mine | {"seen": state_of(area, "repeat_months")})
    assert profile_on(area.pk, today).repeat_months == 6


def test_words_with_a_percent_sign_are_shown_as_they_are(client, coordinator, area, today):
    operations.change_setting(
        viewer=make.system(), marac=area, name="flag_text", value="100% %s %(x)s", from_on=make.TODAY
    )

    pages = [text(client.get(f"/settings/{area.pk}/{end}")) for end in ("", "rules/flag_text/")]

    assert ["100% %s %(x)s" in page for page in pages] == [True, True]


def test_a_change_that_has_not_begun_is_taken_back(client, coordinator, area, today):
    coming = operations.change_setting(
        viewer=make.system(), marac=area, name="repeat_months", value=6, from_on=today + timedelta(days=9)
    )
    address = f"/settings/changes/{coming.pk}/take-back/"

    assert address in text(client.get(f"/settings/{area.pk}/rules/repeat_months/"))
    assert "Take back this change?" in text(client.get(address))
    assert SettingValue.objects.count() == 1
    answer = client.post(address, {"csrfmiddlewaretoken": "x"})

    assert answer.url == f"/settings/{area.pk}/rules/repeat_months/"
    assert SettingValue.objects.count() == 0


def test_a_change_that_has_begun_is_not_taken_back(client, coordinator, area):
    row = operations.change_setting(viewer=make.system(), marac=area, name="repeat_months", value=6, from_on=make.TODAY)

    page = text(client.post(f"/settings/changes/{row.pk}/take-back/", {"csrfmiddlewaretoken": "x"}))

    assert "This change has begun" in page


def test_agencies_are_found_by_name_or_domain_with_their_seats(client, coordinator, area, police):
    make.agency("Northmoor Homes")

    page = text(client.post(f"/settings/{area.pk}/agencies/", {"words": "POLICE"}, follow=True))

    assert ("Northmoor Police" in page, "Northmoor Homes" in page) == (True, False)
    assert "Core: researches every case. Police" in page
    assert "There is no such agency." in text(
        client.post(f"/settings/{area.pk}/agencies/", {"words": "zzz"}, follow=True)
    )


def test_long_lists_of_agencies_have_pages(client, coordinator, area):
    for number in range(51):
        make.agency(f"Agency of page {number:02}")

    assert "page=2" in text(client.get(f"/settings/{area.pk}/agencies/"))


@pytest.mark.parametrize("rows", [1, 3])
def test_agencies_ask_the_same_number_of_questions_however_many_there_are(
    client, coordinator, area, rows, django_assert_num_queries
):
    for _each in range(rows):
        make.agency(marac=area)

    with django_assert_num_queries(7):
        client.get(f"/settings/{area.pk}/agencies/")


def test_an_agency_is_added_and_then_seated(client, coordinator, area):
    answer = client.post(
        f"/settings/{area.pk}/agencies/add/",
        {"name": "Northmoor Homes", "mail_domains": "Homes.example.org, x@let.example.org"},
    )
    agency = Agency.objects.get(name="Northmoor Homes")
    assert (answer.url, agency.mail_domains) == (
        f"/settings/{area.pk}/agencies/{agency.pk}/seat/",
        "homes.example.org let.example.org",
    )

    client.post(answer.url, SEAT)

    seat = PanelSeat.objects.get(agency=agency)
    assert (seat.return_group, seat.standing, seat.from_on) == ("housing", "on_call", date(2026, 4, 1))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": ""}, "Enter the name of the agency"),
        ({"name": "northmoor police"}, "There is already an agency of this name"),
        ({"name": "Homes", "mail_domains": "not a domain"}, "Enter domains such as"),
    ],
)
def test_an_agency_that_cannot_be_added_says_why(client, coordinator, area, given, sentence):
    page = text(client.post(f"/settings/{area.pk}/agencies/add/", given))

    assert (page.count(sentence), Agency.objects.count()) == (2, 1)


def test_a_seat_asks_for_its_group_and_standing(client, coordinator, area, police):
    address = f"/settings/{area.pk}/agencies/{police.pk}/seat/"

    page = text(client.post(address, {"return_group": "", "from_on": "1/4/2026"}))

    assert "Choose the group in the national return" in page
    assert "Choose core or on call" in page
    assert '<option value="police" selected>' in text(client.get(address))


def test_a_seat_is_changed_from_a_day_on_and_ended(client, coordinator, area, police):
    client.post(f"/settings/{area.pk}/agencies/{police.pk}/seat/", SEAT)
    seats = PanelSeat.objects.filter(agency=police).order_by("from_on")
    assert [seat.until_on for seat in seats] == [date(2026, 3, 31), None]

    address = f"/settings/seats/{seats[1].pk}/end/"
    refused = text(client.post(address, {"until_on": "1/1/2026"}))
    answer = client.post(address, {"until_on": "30/4/2026"})

    assert "Enter a day on or after" in refused
    assert (answer.status_code, seats.all()[1].until_on) == (302, date(2026, 4, 30))


def test_bank_holidays_are_listed_by_nation_and_year(client, coordinator):
    operations.add_holidays(viewer=make.system(), nation="scotland", days={date(2026, 11, 30): "St Andrew's Day"})

    shown = text(client.get("/settings/bank-holidays/", {"nation": "scotland", "year": "2026"}))
    others = [text(client.get(f"/settings/bank-holidays/?{each}")) for each in ("", "nation=mars&year=x", "year=0")]

    assert "30 November 2026" in shown
    assert ["No day is known" in page for page in others] == [True] * 3
