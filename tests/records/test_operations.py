"""Alerts are raised once, told to those who may know, and closed with a reason; the head leaves once a day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.reading import record_reading, record_refusal, record_search
from marac.audit.verification import current_head, heads_in
from marac.cases.operations import bar
from marac.conflicts.operations import declare
from marac.directory.operations import change_setting
from marac.mail.models import Outgoing
from marac.people.models import Party, Person
from marac.records import operations
from marac.records.models import Alert
from marac.records.post import raise_alerts, send_head
from marac.records.queries import open_alerts
from tests import make
from tests.conflicts.conftest import put_in

pytestmark = pytest.mark.django_db


class Area:
    def __init__(self):
        self.marac = make.marac("Northmoor")
        self.homes = make.agency("Northmoor Homes", marac=self.marac)
        self.people = {
            role: make.member(role, marac=self.marac, agency=self.homes) for role in Role if role != "system"
        }

    def viewer(self, role):
        return make.viewer(role, maracs=[self.marac], agency=self.homes, user=self.people[role])

    def old_case(self):
        return make.case(marac=self.marac, seen_by=(self.homes,), opened_on=make.TODAY - timedelta(days=400))

    def never_at_night(self):
        """The entries of a test are written at whatever hour it runs."""
        for name, value in (("night_from", 24), ("night_until", 0)):
            make_setting(self, name, value)


def make_setting(area, name, value):
    change_setting(
        viewer=make.system(), marac=area.marac, name=name, value=value, from_on=make.TODAY, reason="For a test"
    )


@pytest.fixture
def area():
    made = Area()
    made.never_at_night()
    return made


def look():
    return raise_alerts(make.system())


def test_who_opens_many_old_cases_raises_one_alert_and_the_coordinator_is_told(area):
    make_setting(area, "alert_cases", 3)
    curious = area.viewer(Role.REPRESENTATIVE)
    for _ in range(3):
        record_reading(curious, "case", case_id=area.old_case().pk)

    assert (look(), look()) == (1, 0)

    alert = Alert.objects.get()
    assert (alert.user_id, alert.kind, len(alert.entries)) == (curious.user_id, "many_cases", 3)
    notices = Outgoing.objects.filter(kind="alert")
    assert [each.user for each in notices] == [area.people[Role.COORDINATOR]]


def test_cases_counted_before_the_last_round_count_with_those_after_it(area):
    make_setting(area, "alert_cases", 3)
    curious = area.viewer(Role.REPRESENTATIVE)
    for raised in (0, 0, 1):
        record_reading(curious, "case", case_id=area.old_case().pk)
        assert look() == raised


def test_new_cases_are_everybodys_work(area):
    make_setting(area, "alert_cases", 2)
    for _ in range(4):
        record_reading(
            area.viewer(Role.REPRESENTATIVE), "case", case_id=make.case(marac=area.marac, opened_on=localdate()).pk
        )

    assert look() == 0


def test_who_searches_for_their_own_name_raises_an_alert_and_never_sees_it(area):
    someone = area.viewer(Role.REPRESENTATIVE)
    record_search(someone, "people", terms="ada quill", found=0)

    assert look() == 1

    alert = Alert.objects.get()
    seen = {role: Alert.objects.visible_to(area.viewer(role)).exists() for role in area.people}
    assert [role for role, sees in seen.items() if sees] == [Role.COORDINATOR]
    themselves = replace(area.viewer(Role.COORDINATOR), user_id=someone.user_id)
    with pytest.raises(Unseen):
        operations.close(viewer=themselves, alert=alert, reason="That was me")


def test_who_opens_a_case_with_their_own_surname_raises_an_alert_about_that_case(area):
    case = area.old_case()

    @operations.operation(needs=operations.Permission.DO_DUE_WORK)
    def fill(*, viewer):
        person = Person(marac=area.marac, surname="QUILL", forenames="Ash")
        person.save()
        Party(case=case, person=person, role="perpetrator").save()
        operations.record(operations.AlertClosed(alert_id=0))

    fill(viewer=make.system())
    record_reading(area.viewer(Role.REPRESENTATIVE), "case", case_id=case.pk)

    assert look() == 1
    assert [(each.kind, each.case_id) for each in Alert.objects.all()] == [("own_opened", case.pk)]


def test_an_alert_about_the_coordinator_goes_to_the_chair_and_to_other_coordinators(area):
    other = make.user()
    make.accounts.give_role(
        viewer=make.system(),
        user=other,
        agency=area.homes,
        marac=area.marac,
        role="coordinator",
        from_on=make.TODAY,
    )
    record_search(area.viewer(Role.COORDINATOR), "people", terms="Quill", found=0)

    look()

    told = {each.user for each in Outgoing.objects.filter(kind="alert")}
    assert told == {area.people[Role.CHAIR], other}
    assert not open_alerts(area.viewer(Role.COORDINATOR)).exists()
    assert open_alerts(area.viewer(Role.CHAIR)).exists()


def test_nobody_but_who_was_told_of_an_alert_sees_that_a_notice_went(area):
    record_search(area.viewer(Role.COORDINATOR), "people", terms="Quill", found=0)
    look()

    assert not Outgoing.objects.visible_to(area.viewer(Role.COORDINATOR)).exists()
    assert not Outgoing.objects.visible_to(area.viewer(Role.ADMINISTRATOR)).exists()


def test_an_alert_is_closed_with_what_was_found_out(area):
    record_search(area.viewer(Role.REPRESENTATIVE), "people", terms="Quill", found=0)
    look()

    closed = operations.close(
        viewer=area.viewer(Role.COORDINATOR), alert=Alert.objects.get(), reason="Her manager asked her to."
    )

    assert (closed.closed_on, closed.closed_by) == (make.TODAY, "Ada Quill")
    assert not open_alerts(area.viewer(Role.COORDINATOR)).exists()


def test_a_round_in_which_nobody_looked_writes_nothing(area):
    look()
    before = AuditEvent.objects.count()

    assert (look(), AuditEvent.objects.count()) == (0, before)


def test_the_head_leaves_once_a_day_in_a_message_that_tells_nothing(area, settings, mailoutbox):
    settings.HEAD_TO = ["keeper@elsewhere.example.org"]
    head = current_head()

    assert (send_head(make.system()), send_head(make.system())) == (1, 0)
    assert send_head(make.system(make.TODAY + timedelta(days=1))) == 1

    first = mailoutbox[0]
    assert (first.to, heads_in(first.body)) == (["keeper@elsewhere.example.org"], [head])
    assert "marac" not in f"{first.subject} {first.body}".lower()


def test_without_an_address_no_head_leaves(area, mailoutbox):
    assert (send_head(make.system()), mailoutbox) == (0, [])


def test_who_opens_a_case_at_the_address_that_they_declared_raises_an_alert(area):
    someone = area.viewer(Role.REPRESENTATIVE)
    case = area.old_case()
    put_in(viewer=make.system(), case=case, surname="Tallow", home=("14 Mill Lane", "ZZ1 1ZZ"))
    declare(viewer=someone, kind="home", text="16 Mill Lane", postcode="ZZ1 1ZZ")

    record_reading(someone, "case", case_id=case.pk)
    record_search(someone, "people", terms="zz11zz", found=0)
    look()

    assert set(Alert.objects.values_list("kind", flat=True)) == {"own_home_opened", "own_home_searched"}


def test_who_is_barred_and_asks_in_vain_raises_an_alert_and_others_who_ask_do_not(area):
    case = area.old_case()
    bar(viewer=make.system(), case=case, user=area.people[Role.REPRESENTATIVE], reason="Cousin")
    for role in (Role.REPRESENTATIVE, Role.IDVA):
        record_refusal(area.viewer(role), "emergency", case_id=case.pk, reference=case.reference)

    look()

    alerts = list(Alert.objects.values_list("kind", "user", "case"))
    assert alerts == [("shut_to_them", area.people[Role.REPRESENTATIVE].pk, case.pk)]


def test_a_case_read_in_an_emergency_raises_an_alert(area):
    someone, case = area.viewer(Role.REPRESENTATIVE), make.case(marac=area.marac, opened_on=localdate())
    make.emergency(case, area.people[Role.REPRESENTATIVE], agency=area.homes, at=now())
    record_reading(someone, "case", case_id=case.pk)

    look()

    assert [each.kind for each in Alert.objects.all()] == ["in_emergency"]
