"""Nothing is changed by a form from elsewhere, nor by opening a page."""

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from marac.access.roles import Role
from tests import make
from tests.access.test_matrix import PAGES, address, client_of, records

pytestmark = pytest.mark.django_db
# The trail, and that an agency has opened what it was sent: that is what opening means.
WRITTEN_BY_OPENING = {"AuditEvent", "AuditCase", "AuditHead", "OpenSession"}
THEIRS = {"held", "here"}
OPENED = {"ListSent": {"opened_on", "opened_by"}, "Copy": {"opened_on", "opened_by"}, "Pack": {"opened_on"}}


def test_no_address_takes_a_form_without_the_token_of_a_page_of_ours():
    area = make.marac()
    strict = Client(enforce_csrf_checks=True)
    make.signed_in(strict, marac=area, agency=make.agency(marac=area))
    given = {
        page.name: page.at(1) | dict.fromkeys([*page.others, *{"meeting"} & {*page.arguments}], 1) for page in PAGES
    }

    taken = [name for name, keys in given.items() if strict.post(reverse(name, kwargs=keys)).status_code != 403]

    assert taken == []


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REPRESENTATIVE], ids=str)
def test_no_page_changes_anything_by_being_opened(world, role):
    client, before = client_of(world, role), everything()

    for page in PAGES:
        found = sorted(records(world, page), key=lambda each: each[0] not in THEIRS)
        client.get(address(page, world, found[0][1].pk if found else 1))

    after = everything()
    assert {name for name in before if before[name] != after[name]} == set()


def everything():
    """Every row of every table."""
    kept = {}
    for model in apps.get_models():
        name = model.__name__
        if name not in WRITTEN_BY_OPENING:
            fields = [each.attname for each in model._meta.concrete_fields if each.attname not in OPENED.get(name, ())]
            kept[name] = list(model._base_manager.order_by("pk").values_list(*fields))
    return kept
