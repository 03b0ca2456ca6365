"""The pages on which a bank holiday is added or taken off: what it moves is shown before it is saved."""

import html
from datetime import date

import pytest

from marac.directory.models import BankHoliday
from marac.series import operations
from tests import make
from tests.series.conftest import plan

pytestmark = pytest.mark.django_db


def text_of(answer):
    return html.unescape(answer.content.decode())


@pytest.fixture
def office(client, area, police):
    """The test client signed in as a coordinator; gives the user."""
    return make.signed_in(client, marac=area, agency=police)


def test_a_proclaimed_day_shows_what_it_moves_before_it_is_saved(client, office, published):
    asked = {"nation": "england", "on": "2/3/2099", "name": "Coronation", "reason": "Proclaimed on 1 May"}

    shown = text_of(client.post("/settings/bank-holidays/add/", asked))
    assert not BankHoliday.objects.exists()
    answer = client.post("/settings/bank-holidays/add/", asked | {"confirm": "yes"})
    again = text_of(client.post("/settings/bank-holidays/add/", asked | {"confirm": "yes"}))

    assert ("23 February 2099" in shown, "20 February 2099" in shown) == (True, True)
    assert answer.url == "/settings/bank-holidays/?nation=england&year=2099"
    assert "Ada Quill: Proclaimed on 1 May" in text_of(client.get(answer.url))
    assert again.count("This day is a bank holiday already.") == 2


def test_a_day_is_made_a_working_day_again_with_a_reason(client, office, published):
    make.directory.add_holidays(viewer=make.system(), nation="england", days={date(2099, 3, 2): "Coronation"})
    day = BankHoliday.objects.get()
    address = f"/settings/bank-holidays/{day.pk}/take-off/"

    refused = text_of(client.post(address, {"reason": "", "confirm": "yes"}))
    client.post(address, {"reason": "Called off", "confirm": "yes"})

    assert "Say why it is a working day again" in refused
    assert not BankHoliday.objects.exists()


def test_meetings_of_other_areas_are_counted_and_not_named(client, office, area):
    elsewhere = make.marac("Southmoor")
    operations.publish(viewer=make.viewer(maracs=[elsewhere]), marac=elsewhere, plan=plan())
    asked = {"nation": "england", "on": "2/3/2099", "name": "Coronation", "reason": "Proclaimed"}

    shown = text_of(client.post("/settings/bank-holidays/add/", asked))

    assert ("of another MARAC" in shown or "of other MARACs" in shown, "Southmoor" in shown) == (True, False)
