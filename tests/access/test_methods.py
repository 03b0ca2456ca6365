"""A page is read by GET or HEAD and sent by POST; no other word opens or changes anything."""

import pytest
from django.test import Client
from django.urls import reverse

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from tests import make
from tests.access.pages import every_page

pytestmark = pytest.mark.django_db
PLAIN = [page.name for page in every_page() if not page.arguments]


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "CONNECT", "LOOK"])
def test_another_method_opens_no_page_and_changes_nothing(method):
    area = make.marac("Norbrook")
    client = Client()
    make.signed_in(client, Role.COORDINATOR, marac=area, agency=make.agency(marac=area))
    before = AuditEvent.objects.count()

    answers = [client.generic(method, reverse(name)) for name in PLAIN]

    assert {(answer.status_code, answer.content, answer["Allow"]) for answer in answers} == {
        (405, b"", "GET, HEAD, POST")
    }
    assert AuditEvent.objects.count() == before


def test_whoever_types_the_address_of_a_button_is_told_where_it_stands(client):
    area = make.marac("Norbrook")
    make.signed_in(client, Role.COORDINATOR, marac=area, agency=make.agency(marac=area))

    answer = client.get("/emergency/reviews/1/end/")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Go back to the page that it stands on" in answer.content.decode()
