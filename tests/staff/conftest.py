"""An area with one agency, today."""

import pytest
from django.utils import timezone

from tests import make


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def area():
    return make.marac("Northmoor")


@pytest.fixture
def police(area):
    return make.agency("Northmoor Police", marac=area)
