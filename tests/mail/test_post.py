"""The mail round against a real mail server: one message a person, nothing in it, nothing lost and nothing doubled."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from marac.access.roles import Role
from marac.kernel.refusal import Refusal
from marac.mail import operations, transport
from marac.mail.letters import notice
from marac.mail.models import Outgoing
from marac.mail.post import send_due
from marac.mail.rules import Kind
from tests import make

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def clock():
    return NOW


def waiting(*, people=1, about=("meeting 1",), today=make.TODAY):
    """An area with an agency, and each of its people told about each thing."""
    area = make.marac()
    homes = make.agency(marac=area)
    members = [make.member(Role.REPRESENTATIVE, marac=area, agency=homes) for _each in range(people)]
    for each in about:
        operations.notify(
            viewer=make.system(today),
            kind=Kind.MINUTES,
            marac=area,
            agencies=[homes],
            about=each,
            reference=f"NM {each}",
        )
    return members


def test_the_message_says_that_something_waits_and_nothing_else(post):
    (ada,) = waiting(about=("26/0007",))

    assert send_due(make.system(), clock) == 1

    ((to, message),) = post.taken
    assert (to, message["Subject"]) == (ada.email, "Something waits for you")
    assert [line for line in message.get_payload().splitlines() if line] == [
        "Something waits for you in OpenMARAC. Sign in to see it:",
        "https://table.example.org/",
        "Reference: NM 26/0007",
        "This message was sent by the system. Answers to it are not read.",
    ]
    assert Outgoing.objects.get().sent_at == NOW


def test_a_person_gets_one_message_for_all_that_waits(post):
    waiting(about=("1", "2"))

    send_due(make.system(), clock)

    assert len(post.taken) == 1
    assert "Reference: NM 1, NM 2" in post.taken[0][1].get_payload().splitlines()


def test_what_was_sent_is_not_sent_again(post):
    waiting()

    assert [send_due(make.system(), clock) for _each in range(2)] == [1, 0]
    assert len(post.taken) == 1


def test_what_the_server_refuses_is_tried_again_later_and_its_neighbours_go(post):
    members = waiting(people=2)
    post.answer = "451 Try again later"
    send_due(make.system(), clock)
    said = set(Outgoing.objects.values_list("error", flat=True))
    post.answer = ""

    at_once = send_due(make.system(), clock)
    later = send_due(make.system(), lambda: NOW + timedelta(minutes=5))

    assert (at_once, later, said) == (0, 2, {"The mail server answered: 451 Try again later"})
    assert post.to == sorted(member.email for member in members)
    assert set(Outgoing.objects.values_list("attempts", "state")) == {(1, "sent")}


def test_the_same_message_keeps_its_number_when_it_is_sent_again(post):
    """A run that was killed after the server took the message leaves no mark; its successor sends it once more."""
    (ada,) = waiting()
    (row,) = operations.claim(viewer=make.system(), address=ada.email, at=NOW)
    transport.send(notice([row.reference]), to=ada.email, name=str(row.pk))

    at_once = send_due(make.system(), clock)
    later = send_due(make.system(), lambda: NOW + timedelta(minutes=16))

    assert (at_once, later) == (0, 1)
    first, second = (message["Message-ID"] for _to, message in post.taken)
    assert first == second


def test_a_server_that_dies_half_way_leaves_the_message_for_later(post):
    waiting()
    post.dies = True
    send_due(make.system(), clock)
    post.dies = False

    assert (len(post.taken), send_due(make.system(), lambda: NOW + timedelta(minutes=5))) == (0, 1)


def test_a_server_that_is_away_costs_one_attempt_a_round(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 1, False
    waiting(people=3)

    assert send_due(make.system(), clock) == 0

    assert sorted(Outgoing.objects.values_list("attempts", flat=True)) == [0, 0, 1]
    assert Outgoing.objects.get(attempts=1).error == "The mail server did not answer: Connection refused"


def test_without_a_mail_server_each_message_is_a_file_in_the_outbox(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    waiting(today=timezone.localdate())

    call_command("tick")

    (kept,) = (tmp_path / "outbox").iterdir()
    assert "Something waits for you" in kept.read_text()


def test_two_rounds_at_once_send_each_message_once(transactional_db, post):
    members = waiting(people=8)
    begin = threading.Barrier(2)

    def round_of_mail():
        begin.wait()
        send_due(make.system(), clock)
        connections.close_all()

    rounds = [threading.Thread(target=round_of_mail) for _each in range(2)]
    for each in rounds:
        each.start()
    for each in rounds:
        each.join()

    assert post.to == sorted(member.email for member in members)
    assert set(Outgoing.objects.values_list("state", flat=True)) == {"sent"}


def test_a_rolled_back_operation_sends_nothing(transactional_db, post):
    area = make.marac()
    homes = make.agency(marac=area)
    make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    system = make.system()

    with pytest.raises(Refusal):
        refused_after_telling(viewer=system, area=area, agency=homes)

    assert (send_due(system, clock), post.taken) == (0, [])


@operations.operation(needs=operations.Permission.SEE_OWN_WORK)
def refused_after_telling(*, viewer, area, agency):
    operations.notify(viewer=viewer, kind=Kind.MINUTES, marac=area, agencies=[agency], about="x", reference="x")
    raise Refusal("Something else was wrong.")


def test_what_comes_one_by_one_in_a_meeting_is_gathered_into_one_message(post):
    area = make.marac()
    homes = make.agency(marac=area)
    make.member(Role.REPRESENTATIVE, marac=area, agency=homes)
    for about in ("1", "2"):
        operations.notify(
            viewer=make.system(), kind=Kind.FLAGS, marac=area, agencies=[homes], about=about, reference=f"A/{about}"
        )
    queued_at = Outgoing.objects.latest("queued_at").queued_at

    soon = send_due(make.system(), lambda: queued_at + timedelta(minutes=30))
    later = send_due(make.system(), lambda: queued_at + timedelta(hours=2))

    assert (soon, later) == (0, 1)
    assert "Reference: A/1, A/2" in post.taken[0][1].get_payload().splitlines()


def test_what_takes_the_place_of_something_is_told_in_numbers_alone():
    numbers = {"number": 3, "replaces": 2, "another_time": 1, "new": 1, "gone": 0, "moved": 4}

    body = notice(["NM 25/03/2026"], [("NM 25/03/2026", numbers)]).body

    assert "NM 25/03/2026: issue 3 takes the place of issue 2. Added: 1. Taken off: 0. Moved: 4." in body
    assert "The day or the time is another." in body
    assert "case" not in body.lower()
