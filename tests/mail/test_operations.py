"""Notices: queued with the change that causes them, to those who may know, and never twice."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from marac.access.roles import Role
from marac.accounts.models import Membership
from marac.accounts.operations import end_role
from marac.audit.models import AuditEvent
from marac.cases.operations import bar, restrict
from marac.kernel.refusal import Refusal
from marac.mail import operations
from marac.mail.models import Outgoing
from marac.mail.rules import Kind
from tests import make

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.fixture
def homes(area):
    return make.agency("Northmoor Homes", marac=area)


def tell(viewer, area, *agencies, kind=Kind.CASE_LIST, case=None, about="meeting 1"):
    return operations.notify(
        viewer=viewer, kind=kind, marac=area, agencies=agencies, about=about, reference="A1 04/03/2026", case=case
    )


def states():
    return sorted(Outgoing.objects.values_list("state", flat=True))


def test_those_who_speak_for_the_agency_are_told_and_nobody_else(area, homes, coordinator):
    ada = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    make.member(Role.STEERING, marac=area, agency=homes)
    make.member(Role.REPRESENTATIVE, marac=make.marac(), agency=homes)

    made = tell(coordinator, area, homes)

    assert [(row.user, row.address, row.queued_on) for row in made] == [(ada, ada.email, make.TODAY)]
    event = AuditEvent.objects.last()
    assert (event.name, event.details["told"], event.details["untold"]) == ("NoticesQueued", [ada.pk], [])


def test_an_agency_with_nobody_to_tell_is_on_record(area, homes, coordinator):
    made = tell(coordinator, area, homes)

    assert [(row.agency, row.user, row.state) for row in made] == [(homes, None, "nobody")]


def test_the_same_notice_is_not_queued_again_while_it_waits(area, homes, coordinator):
    make.member(Role.IDVA, marac=area, agency=homes)
    tell(coordinator, area, homes)

    assert tell(coordinator, area, homes) == []
    assert len(tell(coordinator, area, homes, about="meeting 2")) == 1


def test_somebody_barred_from_the_case_is_not_told_of_it(area, homes, coordinator):
    ada, ben = (make.member(Role.REPRESENTATIVE, marac=area, agency=homes) for _each in range(2))
    case = make.case(marac=area, seen_by=(homes,))
    bar(viewer=coordinator, case=case, user=ada, reason="Her cousin")

    assert [row.user for row in tell(coordinator, area, homes, kind=Kind.FLAGS, case=case)] == [ben]


def test_of_a_restricted_case_only_its_named_readers_are_told(area, homes, coordinator):
    ada, _ben = (make.member(Role.REPRESENTATIVE, marac=area, agency=homes) for _each in range(2))
    case = make.case(marac=area, seen_by=(homes,))
    restrict(viewer=make.system(), case=case, readers=[ada], reason="Staff")
    case.refresh_from_db()

    assert [row.user for row in tell(make.system(), area, homes, kind=Kind.FLAGS, case=case)] == [ada]


def test_an_address_outside_the_agencys_domains_is_held_until_somebody_lets_it_go(area, coordinator):
    homes = make.agency(marac=area)
    ada = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    with_domains = homes
    with_domains.mail_domains = "homes.example.org"

    (held,) = tell(coordinator, area, with_domains)
    operations.try_again(viewer=coordinator, notice=held)

    assert (held.state, held.address) == ("held", ada.email)
    assert states() == ["queued"]


def test_only_one_of_two_runs_gets_a_notice(area, homes, coordinator):
    ada = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    tell(coordinator, area, homes)

    first = operations.claim(viewer=make.system(), address=ada.email, at=NOW)

    assert len(first) == 1
    with pytest.raises(Refusal):
        operations.claim(viewer=make.system(), address=ada.email, at=NOW + timedelta(minutes=1))


def test_a_claim_of_a_run_that_was_killed_is_taken_over(area, homes, coordinator):
    ada = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    tell(coordinator, area, homes)
    operations.claim(viewer=make.system(), address=ada.email, at=NOW)

    assert len(operations.claim(viewer=make.system(), address=ada.email, at=NOW + timedelta(minutes=16))) == 1


def test_who_lost_the_role_after_queueing_is_not_sent_it(area, homes, coordinator):
    ada = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    tell(coordinator, area, homes)
    end_role(viewer=coordinator, membership=Membership.objects.get(user=ada), until_on=date(2026, 3, 3))

    assert operations.claim(viewer=make.system(), address=ada.email, at=NOW) == []
    assert states() == ["stopped"]


def test_who_was_barred_after_queueing_is_not_sent_it(area, homes, coordinator):
    ada = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    case = make.case(marac=area, seen_by=(homes,))
    tell(coordinator, area, homes, kind=Kind.FLAGS, case=case)
    bar(viewer=coordinator, case=case, user=ada, reason="Her cousin")

    assert operations.claim(viewer=make.system(), address=ada.email, at=NOW) == []
    assert states() == ["stopped"]


def test_what_is_no_longer_news_is_not_sent(area, homes, coordinator):
    ada = make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    tell(replace(coordinator, today=date(2026, 2, 1)), area, homes)

    assert operations.claim(viewer=make.system(), address=ada.email, at=NOW) == []
    assert states() == ["lapsed"]


def test_a_failure_waits_longer_each_time_and_then_gives_up(area, homes, coordinator, settings):
    settings.MAIL_ATTEMPTS = 2
    make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    (row,) = tell(coordinator, area, homes)

    operations.put_off(viewer=make.system(), notices=[row], at=NOW, reason="451 later")
    first = Outgoing.objects.get()
    operations.put_off(viewer=make.system(), notices=[row], at=NOW, reason="550 no")
    second = Outgoing.objects.get()

    assert (first.state, first.next_try_at) == ("queued", NOW + timedelta(minutes=5))
    assert (second.state, second.attempts, second.error) == ("given_up", 2, "550 no")


def test_what_was_set_aside_stays_so(area, homes, coordinator, settings):
    settings.MAIL_ATTEMPTS = 1
    make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    (row,) = tell(coordinator, area, homes)
    operations.put_off(viewer=make.system(), notices=[row], at=NOW, reason="550 no")

    operations.set_aside(viewer=coordinator, notice=row)

    assert states() == ["set_aside"]
    with pytest.raises(Refusal):
        operations.try_again(viewer=coordinator, notice=row)
