"""An area with its office, agencies that write from their own domains, and a mailbox on a real mail server."""

import pytest

from marac.directory import operations as directory
from tests import make
from tests.mailboxes.fixtures import mail_server, mailbox, set_up
from tests.meetings.conftest import meeting, plan

__all__ = ["mail_server", "mailbox", "meeting", "plan", "set_up"]


@pytest.fixture
def homes(area):
    """Writes from a domain of its own."""
    made = directory.add_agency(
        viewer=make.system(), name="Northmoor Homes", mail_domains="homes.northmoor.example.org"
    )
    directory.give_seat(
        viewer=make.system(), marac=area, agency=made, return_group="housing", from_on=make.date(2020, 1, 1)
    )
    return made
