"""An area with its coordinator signed in, and one referral read from a document."""

import pytest

from tests import make
from tests.referrals.pages import read


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def outreach(area):
    return make.agency("Norbrook Women’s Outreach", marac=area, group="voluntary")


@pytest.fixture
def coordinator(client, area, outreach):
    return make.signed_in(client, marac=area, agency=outreach)


@pytest.fixture
def referral(area, outreach):
    return read(area)
