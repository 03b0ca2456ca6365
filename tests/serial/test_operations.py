"""Who harms several people is counted by human beings, proposed, and confirmed or refused by somebody."""

from dataclasses import replace

import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.corrections.operations import add_party, take_off_party
from marac.disputes.operations import decide as decide_dispute
from marac.disputes.operations import dispute_roles
from marac.joins import operations as joins
from marac.joins.models import Pair
from marac.kernel.refusal import Refusal
from marac.people.models import Dispute, Party
from marac.serial.models import SerialDecision, SerialPart
from marac.serial.queries import Filters, rules_for, serial_found
from marac.serial.rules import State
from tests import make
from tests.serial.conftest import MAEVE, WHY, WREN

pytestmark = pytest.mark.django_db


def found(serial, *filters):
    return serial_found(serial.area.office, Filters(*filters), rules_for(serial.area.office))


def test_victims_are_counted_over_all_records_of_him(serial):
    assert serial.state() == (2, State.PROPOSED)

    serial.join()

    assert serial.state() == (3, State.PROPOSED)
    assert [row["shown"] for row in found(serial)] == [serial.he.pk]


def test_two_records_of_one_woman_are_one_victim(serial):
    again = serial.harms(WREN | {"surname": "Sedge"})
    one, other = (Party.objects.get(case=case, role="victim").person for case in (serial.cases[0], again))
    assert serial.state() == (3, State.PROPOSED)

    serial.area.join(one, other)

    assert serial.state() == (2, State.PROPOSED)


def test_he_is_proposed_only_from_the_number_of_the_area_on(serial):
    serial.rule("serial_victims", 3)
    assert (serial.state(), list(found(serial))) == ((2, State.NEITHER), [])

    serial.join()

    assert serial.state() == (3, State.PROPOSED)


def test_cases_before_the_window_do_not_count_and_it_is_said(serial):
    serial.rule("serial_months", 12)
    later = replace(serial.area.office, today=make.TODAY.replace(year=2028))
    serial.area.office = later
    old = [each.counts for each in serial.standing(later).harms]

    assert (old, serial.state(later)) == ([False, False], (0, State.NEITHER))


def test_a_case_in_which_roles_are_disputed_counts_once_it_is_found_who_harms_whom(serial):
    given = {"said_by": "His adviser", "said_on": make.TODAY, "reason": "He says that she hits him"}
    dispute = dispute_roles(viewer=serial.area.office, case=serial.cases[0], second=serial.he.pk, **given)
    assert [each.undisputed for each in serial.standing().harms] == [True, False]
    assert serial.state() == (1, State.NEITHER)

    wren = Party.objects.get(case=serial.cases[0], role="victim").person_id
    hers = Dispute.Outcome.FIRST if dispute.first_id == wren else Dispute.Outcome.SECOND
    found = {"outcome": hers, "screening": "By the respect toolkit", "advice": ""}
    decide_dispute(viewer=serial.area.office, dispute=dispute, **found)

    assert serial.state() == (2, State.PROPOSED)


def test_an_area_may_count_disputed_cases_like_any_other(serial):
    given = {"said_by": "His adviser", "said_on": make.TODAY, "reason": "He says that she hits him"}
    dispute_roles(viewer=serial.area.office, case=serial.cases[0], second=serial.he.pk, **given)

    serial.rule("serial_disputed", "counted")

    assert serial.state() == (2, State.PROPOSED)


def test_a_decision_is_kept_with_author_day_and_reason_and_none_is_changed(serial):
    for verdict in ("confirmed", "withdrawn", "confirmed"):
        serial.decide(verdict)

    kept = serial.standing().acts
    assert [(each.verdict, each.reason, each.decided_by, each.decided_on) for each in kept] == [
        (verdict, WHY, serial.area.office.name, make.TODAY) for verdict in ("confirmed", "withdrawn")
    ]
    assert SerialDecision.objects.count() == 3
    assert serial.state() == (2, State.CONFIRMED)
    assert AuditEvent.objects.filter(name="SerialDecided").count() == 3


def test_what_was_refused_is_asked_again_when_there_is_one_more_victim_and_not_before(serial):
    serial.decide("refused")
    serial.harms(WREN | {"surname": "Sedge"})
    wrens = [Party.objects.get(case=serial.cases[at], role="victim").person for at in (0, -1)]
    assert serial.state() == (3, State.PROPOSED)

    serial.area.join(*wrens)
    assert serial.state() == (2, State.REFUSED)

    serial.join()
    assert serial.state() == (3, State.PROPOSED)


def test_what_was_confirmed_stays_so_when_there_are_more(serial):
    serial.decide("confirmed")

    serial.join()

    assert serial.state() == (3, State.CONFIRMED)


def test_when_a_join_is_taken_back_each_record_has_its_own_cases_and_nothing_is_lost(serial):
    serial.rule("serial_victims", 3)
    serial.join()
    serial.decide("confirmed")

    joins.part(viewer=serial.area.office, pair=Pair.objects.joins().get(), reason="They are cousins, it turned out")

    for person in (serial.he, serial.alias):
        now = serial.standing(person=person)
        assert (now.state, [each.verdict for each in now.acts]) == (State.NEITHER, ["confirmed"])


def test_a_part_that_was_a_mistake_can_still_be_taken_off(serial):
    serial.decide("confirmed")
    add_party(viewer=serial.area.office, case=serial.cases[1], person=serial.alias, role="perpetrator")

    part = Party.objects.get(case=serial.cases[1], person=serial.he)
    take_off_party(viewer=serial.area.office, party=part, reason="Mixed up with his brother")

    assert (serial.state(), SerialPart.objects.count()) == ((1, State.NEITHER), 2)


@pytest.mark.parametrize(
    ("verdict", "reason", "said"),
    [
        ("withdrawn", WHY, "Choose what you decide"),
        ("confirmed", "yes", "Say in a few words why"),
        ("nonsense", WHY, "Choose what you decide"),
    ],
)
def test_what_cannot_be_decided_is_refused(serial, verdict, reason, said):
    with pytest.raises(Refusal, match=said):
        serial.decide(verdict, reason)

    assert SerialDecision.objects.count() == 0


def test_of_somebody_with_one_victim_there_is_nothing_to_decide(serial):
    with pytest.raises(Refusal, match="too few victims"):
        serial.decide("confirmed", person=serial.alias)


def test_who_decides_second_is_told(serial):
    seen = serial.standing().last
    serial.decide("refused")

    with pytest.raises(Stale):
        serial.decide("confirmed", last=seen)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.IDVA, Role.REPRESENTATIVE])
def test_only_the_coordinator_decides(serial, role):
    with pytest.raises(NotAllowed):
        serial.decide("confirmed", viewer=serial.area.viewer(role, serial.agencies[0]))


def test_he_is_found_by_every_name_of_his(serial):
    serial.join()

    for words in ("Heron", "Hernshaw", "ash"):
        assert [row["shown"] for row in found(serial, "all", words)] == [serial.he.pk]
    assert list(found(serial, "all", MAEVE["surname"])) == []
