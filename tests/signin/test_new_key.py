"""After the data key was changed, people sign in with the second factors that they have."""

import pytest
from django.apps import apps
from django.test import Client

from config.rotation import reseal_columns
from marac.kernel.sealed import derive, new_key
from marac.signin.models import Authenticator, RecoveryCode
from marac.signin.operations.factors import make_recovery_codes
from tests import make
from tests.signin.device import Device
from tests.signin.test_entering import is_in, password, second
from tests.signin.test_passkeys import sets_up, shows

pytestmark = pytest.mark.django_db


@pytest.fixture
def key_changed(settings):
    """Gives every sealed column a new key, as `marac rotate-keys` does, and goes on with that."""

    def change():
        new = new_key()
        said = reseal_columns(settings.DATA_KEY, new, apps.get_models())
        settings.DATA_KEY, settings.SEALING_KEY = new, derive(new, "columns")
        return said

    return change


def opens(person, code):
    client = Client()
    password(client, person.email)
    second(client, code)
    return is_in(client)


def kept():
    secrets, marks = Authenticator.objects.values_list("secret"), RecoveryCode.objects.values_list("mark")
    return {text for (text,) in [*secrets, *marks]}


def test_the_app_and_every_recovery_code_work_after_a_change_of_keys(person, area, police, key_changed):
    secret = make.factor(person)
    codes = make_recovery_codes(viewer=make.viewer(maracs=[area], agency=police, user=person))

    assert key_changed() == [True] * 13

    assert opens(person, make.code_of(secret))
    assert [opens(person, code) for code in (codes[0], codes[9], codes[0])] == [True, True, False]
    assert key_changed() == [True] * 11
    assert opens(person, codes[5])


def test_nothing_that_was_sealed_stays_as_it_was(person, area, police, key_changed, settings):
    make.factor(person)
    make_recovery_codes(viewer=make.viewer(maracs=[area], agency=police, user=person))
    before = kept()

    key_changed()

    assert (len(before), len(kept()), before & kept()) == (11, 11, set())


def test_a_passkey_works_after_a_change_of_keys(person, key_changed):
    device, client = Device(), Client(SERVER_NAME="localhost")
    password(client, person.email)
    sets_up(client, device)

    key_changed()

    other = Client(SERVER_NAME="localhost")
    shows(other, device)
    assert is_in(other)
