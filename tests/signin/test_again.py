"""A file that asks for the second factor again: it comes, and the browser is led back to where it was asked for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marac.access.fresh import FACTOR_AT
from tests import make

pytestmark = pytest.mark.django_db


def test_after_the_factor_a_page_starts_the_file_and_leads_back(client, area, police):
    user = make.signed_in(client, marac=area, agency=police)
    secret = make.factor(user)
    session = client.session
    session[FACTOR_AT] = (timezone.now() - timedelta(minutes=11)).isoformat()
    session.save()
    page = f"/reports/return/{area.pk}/2025Q4/"
    file = f"{page}workbook/"

    asked = client.get(file, headers={"referer": f"http://testserver{page}"})
    shown = client.post(asked.url, {"code": make.code_of(secret)}, follow=True).content.decode()

    assert (f'content="0; url={file}"' in shown, f'<a href="{page}" class="govuk-back-link">' in shown) == (True, True)
    assert client.get(file).status_code == 409  # this quarter has something to be put right first, and says so
