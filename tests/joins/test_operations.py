"""Joining and taking it back: nothing lost, nothing half done, refused where it would endanger somebody."""

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.cases.operations import restrict
from marac.conflicts.models import Suggestion
from marac.corrections.operations import add_address, add_party, correct_address, correct_person
from marac.disputes.operations import dispute_roles
from marac.identity.models import Joined
from marac.intake.people import Described
from marac.joins import operations
from marac.joins.models import Pair, PairDecision
from marac.joins.rules import Risk
from marac.joins.whole import whole_person
from marac.kernel.refusal import Refusal
from marac.office.casefile import case_file
from marac.people.finding import people_found
from marac.people.models import Address, Party, Person, Phone
from marac.people.operations import enter_people
from marac.people.queries import known_people
from marac.reports.queries import _each_once
from marac.triage.queries import cases_met
from tests import make
from tests.joins.conftest import HIS, MAIDEN, MARRIED, WHY

pytestmark = pytest.mark.django_db


def decide(area, pair, verdict, reason=WHY, **more):
    return operations.decide(viewer=area.office, pair=pair, verdict=verdict, reason=reason, **more)


def part(area, pair, reason="They turned out to be cousins", **more):
    return operations.part(viewer=area.office, pair=pair, reason=reason, **more)


def groups():
    found: dict[int, set[int]] = {}
    for each in Joined.objects.all():
        found.setdefault(each.head_id, set()).add(each.person_id)
    return found


def test_two_records_that_are_alike_are_proposed_with_what_may_be_missed(area, twice):
    pair = area.pair(*twice)

    assert (pair.state, pair.risk, Pair.objects.count()) == ("open", Risk.REPEAT, 1)


def test_a_join_keeps_each_fact_where_it_is_with_who_decided_when_and_why(area, twice):
    pair = area.join(*twice)

    one, other = twice
    assert groups() == {one.pk: {one.pk, other.pk}}
    assert (one.addresses.count(), other.addresses.count(), one.phones.count(), other.phones.count()) == (1, 1, 1, 1)
    decision = PairDecision.objects.get()
    assert (decision.pair, decision.verdict, decision.reason) == (pair, "same", WHY)
    assert (decision.decided_by, decision.decided_on) == (area.office.name, make.TODAY)
    joined = AuditEvent.objects.get(name="PeopleJoined")
    assert joined.details["person_ids"] == [one.pk, other.pk]


def test_what_was_decided_is_not_asked_again_until_something_new_is_learned(area, twice):
    pair = decide(area, area.pair(*twice), "not_same")

    assert area.pair(*twice).state == "not_same"
    correct_person(viewer=area.office, person=twice[0], gender="Woman")
    again = area.pair(*twice)
    assert (again.state, again.pk) == ("open", pair.pk)
    assert [each.verdict for each in again.decisions.all()] == ["not_same"]


def test_a_change_that_says_nothing_new_does_not_ask_again(area, twice):
    decide(area, area.pair(*twice), "cannot_tell")

    correct_person(viewer=area.office, person=twice[0], gender="")
    add_party(viewer=area.office, case=area.cases[1], person=twice[0], role="other")

    assert area.pair(*twice).state == "cannot_tell"


def test_a_proposal_goes_when_what_was_alike_was_a_mistake(area, twice):
    area.pair(*twice)

    correct_person(viewer=area.office, person=twice[0], forenames="Robin", born="9 May 1970")
    area_now = operations.compare(viewer=make.system(), marac=area.marac, people=[twice[0].pk])

    assert (area_now, Pair.objects.count()) == (0, 0)


def test_a_decision_asks_for_a_reason_and_for_the_right_to_decide(area, twice):
    pair = area.pair(*twice)

    with pytest.raises(Refusal, match="how you know"):
        decide(area, pair, "same", reason="yes")
    for role in (Role.ADMINISTRATOR, Role.CHAIR, Role.IDVA, Role.REPRESENTATIVE):
        with pytest.raises(NotAllowed):
            operations.decide(viewer=area.viewer(role, area.homes), pair=pair, verdict="same", reason=WHY)
    elsewhere = make.viewer(maracs=[make.marac()], agency=area.police, user=area.coordinator)
    with pytest.raises(Unseen):
        operations.decide(viewer=elsewhere, pair=pair, verdict="same", reason=WHY)
    assert PairDecision.objects.count() == 0


def test_who_decides_second_is_told(area, twice):
    pair = area.pair(*twice)
    decide(area, pair, "not_same", revision=pair.revision)

    with pytest.raises(Stale):
        decide(area, pair, "same", revision=pair.revision)

    assert groups() == {}


def test_the_victim_and_who_harms_them_are_never_joined(area, twice):
    pair = area.pair(*twice)
    add_party(viewer=area.office, case=area.cases[0], person=twice[1], role="perpetrator")

    with pytest.raises(Refusal, match=f"in {area.cases[0].reference} one of them is the victim"):
        decide(area, pair, "same")

    assert (groups(), PairDecision.objects.count()) == ({}, 0)


def test_of_a_case_that_is_shut_to_who_decides_no_word_is_said(area, twice):
    pair = area.pair(*twice)
    shut = make.case(marac=area.marac)
    for person, role in zip(twice, ("victim", "perpetrator"), strict=True):
        add_party(viewer=area.office, case=shut, person=person, role=role)
    restrict(viewer=make.system(), case=shut, readers=[make.user()], reason="Staff")

    with pytest.raises(Refusal) as refused:
        decide(area, pair, "same")

    assert "not open to you" in str(refused.value)
    assert shut.reference not in str(refused.value)


def test_two_who_are_said_to_harm_each_other_are_never_joined(area, twice):
    pair = area.pair(*twice)
    both = make.case(marac=area.marac)
    parties = [add_party(viewer=area.office, case=both, person=each, role="victim") for each in twice]
    given = {"said_by": "Police", "said_on": make.TODAY, "reason": "Each says the other began"}
    dispute_roles(viewer=area.office, case=both, second=parties[1].person_id, **given)

    with pytest.raises(Refusal, match="each of them is said to harm the other"):
        decide(area, pair, "same")


def test_two_who_were_told_apart_are_not_joined_by_a_third(area):
    (one,), (other,), (third,) = (area.enters(each) for each in (MARRIED, MAIDEN, MARRIED))
    decide(area, area.pair(one, other), "not_same")
    area.join(one, third)

    with pytest.raises(Refusal, match=f"{one.pk} and {other.pk} were found not to be the same"):
        decide(area, Pair.objects.get(first=other.pk, second=third.pk), "same")


def test_joins_of_joins_come_apart_where_they_are_taken_back(area):
    (one,), (other,), (third,) = (area.enters(each) for each in (MARRIED, MAIDEN, MARRIED))
    first = area.join(one, other)
    area.join(one, third)
    assert groups() == {one.pk: {one.pk, other.pk, third.pk}}

    part(area, first)

    assert groups() == {one.pk: {one.pk, third.pk}}
    assert Pair.objects.get(pk=first.pk).state == "not_same"
    area.pair(one, other)
    assert Pair.objects.get(pk=first.pk).state == "not_same"


def test_what_was_added_since_stays_with_the_record_it_came_to(area, twice):
    pair = area.join(*twice)
    one, other = twice
    add_address(viewer=area.office, person=one, text="9 New Street", postcode="ZZ3 3CC")
    later = make.case(marac=area.marac)
    add_party(viewer=area.office, case=later, person=other, role="victim")

    part(area, pair)

    assert sorted(each.shown for each in one.addresses.all()) == ["5 Mill Lane, ZZ1 1AA", "9 New Street, ZZ3 3CC"]
    assert set(other.parties.values_list("case_id", flat=True)) == {area.cases[1].pk, later.pk}
    assert groups() == {}


def test_an_address_that_is_confidential_on_one_record_is_so_on_all_until_they_are_parted(area, twice):
    one, other = twice
    assert [Address.objects.get(person=each).confidential for each in twice] == [False, True]

    pair = area.join(one, other)
    assert [Address.objects.get(person=each).confidential for each in twice] == [True, True]

    part(area, pair)
    assert [Address.objects.get(person=each).confidential for each in twice] == [False, True]


def test_what_a_join_masked_and_somebody_saved_since_stays_masked(area, twice):
    pair = area.join(*twice)
    home = Address.objects.get(person=twice[0])
    from_page = {"text": "5 Mill Lane", "postcode": "ZZ1 1AA", "kind": "current", "confidential": True}
    correct_address(viewer=area.office, address=home, **from_page)

    part(area, pair)

    assert Address.objects.get(pk=home.pk).confidential


def test_a_person_is_found_by_every_name_once(area, twice):
    area.join(*twice)

    for words in ("Tallow", "Sedge", "Wrennie", "Tallow Sedge"):
        assert [each.person.pk for each in people_found(area.office, words)] == [twice[0].pk]
    (known,) = known_people(area.office, Described("Sedge", "Wren"))
    assert {case.pk for case in known.cases} == {case.pk for case in area.cases}


def test_who_sees_one_record_does_not_find_it_by_what_only_the_other_says(area, twice):
    area.join(*twice)
    homes = area.viewer(Role.REPRESENTATIVE, area.homes)

    assert [each.person.pk for each in people_found(homes, "Tallow")] == [twice[0].pk]
    assert people_found(homes, "Sedge") == []
    assert people_found(homes, "Tallow Sedge") == []


def test_a_repeat_is_seen_across_the_records(area):
    (one, his) = area.enters(MARRIED, by=HIS)
    (other, his_again) = area.enters(MAIDEN, by=HIS)
    area.join(one, other)
    area.join(his, his_again)

    met = cases_met(area.office, area.marac.pk, victims=[other.pk], perpetrators=[his_again.pk], names_perpetrator=True)

    assert {(each.case.pk, each.earlier.same_victim, each.earlier.same_perpetrator) for each in met} == {
        (case.pk, True, True) for case in area.cases
    }


def test_joined_people_cannot_be_said_to_harm_each_other(area, twice):
    area.join(*twice)
    both = make.case(marac=area.marac)
    for each in twice:
        add_party(viewer=area.office, case=both, person=each, role="victim")

    given = {"said_by": "Police", "said_on": make.TODAY, "reason": "Each says the other began"}
    with pytest.raises(Refusal, match="recorded as one person"):
        dispute_roles(viewer=area.office, case=both, second=twice[1].pk, **given)


def test_who_on_the_staff_is_like_one_record_is_so_in_the_cases_of_the_other(area, twice):
    make.accounts.give_role(
        viewer=make.system(),
        user=make.user("Hal Sedge"),
        agency=area.homes,
        marac=area.marac,
        role=Role.REPRESENTATIVE.value,
        from_on=make.TODAY,
    )
    area.join(*twice)

    assert set(Suggestion.objects.values_list("case_id", flat=True)) == {case.pk for case in area.cases}


def test_a_number_is_safe_on_no_record_if_it_is_unsafe_on_one(area, twice):
    area.join(*twice)

    shown = whole_person(area.office, Person.objects.get(pk=twice[1].pk))
    assert [(each.answers[0], each.outweighed) for each in shown.numbers] == [(False, True), (False, False)]
    assert [each.safe_to_call for each in Phone.objects.order_by("pk")] == [True, False]


def test_the_page_of_a_case_shows_as_unsafe_what_any_record_says_is(area, twice):
    area.join(*twice)
    shown = case_file(area.office, area.cases[0]).people[0].phones

    assert [each.safe_to_call for each in shown] == [False]
    adviser = area.viewer(Role.IDVA, area.homes)
    assert [each.safe_to_call for each in case_file(adviser, area.cases[0]).people[0].phones] == [True]


def test_one_child_with_two_records_in_one_case_is_counted_once(area):
    child = {"surname": "Tallow", "forenames": "Robin", "dob": "2019-05-06", "lives_with": "victim"}
    case = make.case(marac=area.marac)
    enter_people(viewer=area.office, case=case, content={"victims": [MARRIED], "children": [child, child]})
    one, other = (party.person for party in Party.objects.filter(role="child").order_by("pk"))
    before = [each.person_id for each in each_once(case)]

    area.join(one, other)

    assert (len(before), len(each_once(case))) == (3, 2)


def each_once(case):
    return _each_once(list(Party.objects.filter(case=case).select_related("person__joined").order_by("pk")))


def test_what_breaks_half_way_leaves_nothing(area, twice, monkeypatch):
    pair = area.pair(*twice)
    before = AuditEvent.objects.count()
    monkeypatch.setattr("marac.joins.operations.look_at_cases", _broken)

    with pytest.raises(KeyboardInterrupt):
        decide(area, pair, "same")

    assert (groups(), PairDecision.objects.count(), Pair.objects.get().state) == ({}, 0, "open")
    assert [Address.objects.get(person=each).confidential for each in twice] == [False, True]
    assert AuditEvent.objects.count() == before


def _broken(viewer, cases):
    raise KeyboardInterrupt
