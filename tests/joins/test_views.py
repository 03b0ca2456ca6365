"""The queue, two people side by side, one person with all their records, and what becomes of what was typed."""

from datetime import date

import pytest
from django.core.management import call_command

from marac.access.roles import Permission, Role
from marac.audit.models import AuditEvent
from marac.audit.operation import operation, record
from marac.joins import operations
from marac.joins.models import LinkRun, Pair
from marac.joins.operations import PeopleCompared
from marac.referrals.models import Referral
from tests import make
from tests.joins.conftest import HIS, MAIDEN, MARRIED, WHY

pytestmark = pytest.mark.django_db
QUEUE = "/people/same/"


@pytest.fixture
def office(client, area):
    make.enter(client, area.coordinator)
    return client


def page(client, address, **more):
    return client.get(address, **more).content.decode()


def test_the_queue_has_the_worst_risk_first_with_reasons(office, area, twice):
    (_wren, ash) = area.enters(MARRIED | {"surname": "Alder", "dob": "1970-01-01"}, by=HIS)
    (_robin, ash_too) = area.enters(MARRIED | {"surname": "Birch", "dob": "1960-01-01"}, by=HIS)
    area.pair(*twice)
    area.pair(ash, ash_too)

    shown = page(office, QUEUE)

    assert shown.index("A repeat may be missed</td>") < shown.index(
        "Somebody who harms more than one person may be missed</td>"
    )
    assert "same birth date" in shown.partition("For:")[2].partition("Against:")[0]
    assert "different surname" in shown.partition("Against:")[2].partition("</td>")[0]
    assert "Ash Heron" not in page(office, f"{QUEUE}?risk=1")
    assert office.post(QUEUE, {"words": "Heron"}, follow=True).content.decode().count("Wren Tallow and") == 0


def test_two_stand_side_by_side_with_what_agrees_and_differs_and_no_number_or_sealed_place(office, area, twice):
    pair = area.pair(*twice)

    shown = page(office, f"{QUEUE}{pair.pk}/")

    for words in ("Wren Tallow", "Wren Sedge", "3 April 1991", "Differ", "Agree", area.cases[0].reference):
        assert words in shown
    assert "07700" not in shown
    assert shown.count("5 Mill Lane") == 1
    assert AuditEvent.objects.filter(name="two people compared").count() == 1


def test_joined_from_the_page_they_are_one_person_and_the_old_address_leads_there(office, area, twice):
    pair = area.pair(*twice)
    typed = {"verdict": "same", "reason": WHY, "revision": pair.revision}

    office.post(f"{QUEUE}{pair.pk}/", typed)
    answer = office.get(f"/people/{twice[1].pk}/", follow=True)

    assert answer.redirect_chain == [(f"/people/{twice[0].pk}/?record={twice[1].pk}", 302)]
    shown = answer.content.decode()
    assert f"Person {twice[1].pk} is recorded as the same person as person {twice[0].pk}" in shown
    for words in ("Wren Tallow", "Wren Sedge", "Wrennie", WHY, "Take this join back"):
        assert words in shown
    for case in area.cases:
        assert case.reference in shown
    assert "There is nobody to decide on." in page(office, QUEUE)


@operation(needs=Permission.DO_DUE_WORK)
def refer(*, viewer, case, on):
    Referral(marac=case.marac, case=case, state="accepted", kind="new", referred_on=on, received_on=on).save()
    record(PeopleCompared(marac_id=case.marac_id, people=0, proposed=0))


def test_before_and_after_a_join_it_is_said_what_follows_by_the_rule_of_the_area(office, area):
    one, his = area.enters(MARRIED, by=HIS)
    other, his_again = area.enters(MAIDEN, by=HIS)
    for case, on in zip(area.cases, (date(2025, 9, 1), date(2026, 3, 1)), strict=True):
        refer(viewer=make.system(), case=case, on=on)
    told = f"New, and linked: the victim is in {area.cases[0].reference}, with another perpetrator"
    assert told in page(office, f"{QUEUE}{area.pair(one, other).pk}/")

    area.join(his, his_again)
    area.join(one, other)

    shown = page(office, f"/people/{one.pk}/")
    assert f"{area.cases[1].reference}: Repeat until 1 September 2026: 12 months from the last referral" in shown
    assert "different people" not in page(office, f"/people/{his.pk}/")


def test_of_a_man_with_several_victims_it_is_said_how_many(office, area):
    _wren, his = area.enters(MARRIED, by=HIS)
    _robin, his_again = area.enters(MARRIED | {"surname": "Alder", "dob": "1960-01-01"}, by=HIS)

    shown = page(office, f"{QUEUE}{area.pair(his, his_again).pk}/")

    assert "Said to harm 2 different people" in shown
    assert "Somebody who harms more than one person may be missed" in shown


def test_who_decides_second_is_told_and_keeps_what_they_wrote(office, area, twice):
    pair = area.pair(*twice)
    operations.decide(viewer=area.office, pair=pair, verdict="not_same", reason="Two sisters, says the school")
    typed = {"verdict": "same", "reason": "Her adviser told me so", "revision": pair.revision}

    shown = office.post(f"{QUEUE}{pair.pk}/", typed).content.decode()

    assert "Somebody decided on these two while you were writing" in shown
    assert "Two sisters, says the school" in shown
    assert "Her adviser told me so</textarea>" in shown
    assert Pair.objects.get().state == "not_same"


def test_a_join_is_taken_back_from_the_page_of_the_person(office, area, twice):
    pair = area.join(*twice)
    now = Pair.objects.get(pk=pair.pk)

    office.post(f"{QUEUE}{pair.pk}/part/", {"reason": "They are cousins after all", "revision": now.revision})

    assert office.get(f"/people/{twice[1].pk}/").status_code == 200
    assert "Wren Sedge" not in page(office, f"/people/{twice[0].pk}/")
    shown = page(office, f"{QUEUE}{pair.pk}/")
    assert "They are cousins after all" in shown
    assert WHY in shown


def test_who_sees_one_record_is_shown_that_one_and_no_word_of_the_join(client, area, twice):
    area.join(*twice)
    make.enter(client, make.member(Role.REPRESENTATIVE, marac=area.marac, agency=area.police))

    answer = client.get(f"/people/{twice[1].pk}/")

    assert answer.status_code == 200
    shown = answer.content.decode()
    for words in ("Tallow", "joined", f"erson {twice[0].pk}", WHY, area.cases[0].reference):
        assert words not in shown
    assert client.get(f"/people/{twice[0].pk}/").status_code == 404


def test_today_says_how_many_wait_to_the_coordinator_alone(client, area, twice):
    area.pair(*twice)
    make.enter(client, area.coordinator)
    assert "1 pair of people who may be the same" in page(client, "/")

    make.enter(client, make.member(Role.ADMINISTRATOR, marac=area.marac, agency=area.police))
    assert "may be the same" not in page(client, "/")
    assert client.get(QUEUE).status_code == 404


def test_the_whole_register_is_compared_and_goes_on_where_it_was_stopped(area, twice, monkeypatch, capsys):
    monkeypatch.setattr("marac.joins.linking.SLICE", 1)
    call_command("link", background=True)
    call_command("tick")
    assert LinkRun.objects.get().compared == 2

    call_command("link")

    assert Pair.objects.filter(state="open").count() == 1
    run = LinkRun.objects.latest("pk")
    assert (run.people, run.compared, run.ended_on is not None) == (2, 2, True)
    assert "2 of 2 people" in capsys.readouterr().out


def test_a_run_that_is_killed_begins_with_its_last_slice_again(area, twice, monkeypatch):
    monkeypatch.setattr("marac.joins.linking.SLICE", 1)
    call_command("link", background=True)
    monkeypatch.setattr("marac.joins.linking.record", _killed)
    with pytest.raises(KeyboardInterrupt):
        call_command("link")
    assert (LinkRun.objects.get().compared, Pair.objects.count()) == (0, 0)

    monkeypatch.undo()
    call_command("link")
    assert Pair.objects.count() == 1


def _killed(event):
    raise KeyboardInterrupt
