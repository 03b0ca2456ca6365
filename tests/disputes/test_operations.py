"""Who is told what while roles are disputed, once it is decided, and by what an agency says of itself."""

from dataclasses import replace

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.disputes.operations import (
    confirm_acting,
    decide,
    dispute_roles,
    end_acting,
    record_acting,
    say_for_whom,
)
from marac.disputes.queries import mirrored, mirrored_anywhere, own_sides, sides_of
from marac.kernel.refusal import Refusal
from marac.office.worklist import waiting_for
from marac.people.finding import people_found
from marac.people.models import ActsFor, Address, Dispute, Party, Phone
from marac.people.operations import enter_people, reveal_phone
from tests import make
from tests.disputes.conftest import seat_as_adviser

pytestmark = pytest.mark.django_db
WORDS = {"said_by": "Anchor", "said_on": make.TODAY, "reason": "He says that she hits him"}
SCREENED = {"screening": "Both histories were compared", "advice": "Haven, Anchor"}


def disputed(two, case=None):
    case = case or two.hers
    second = two.ash if case == two.hers else two.wren
    return dispute_roles(viewer=two.office, case=case, second=second.pk, **WORDS)


def homes(viewer):
    """Of whom an address is told; the child's is hers."""
    return sorted(Address.objects.visible_to(viewer).values_list("person__forenames", flat=True))


EVERYBODY, HERS, HIS = ["Ash", "Robin", "Wren"], ["Robin", "Wren"], ["Ash"]


# ---------------------------------------------------------------- what is told
def test_whoever_acts_for_one_is_told_nothing_of_where_the_other_is_in_either_case(two):
    two.acts(two.ash, two.men)
    two.acts(two.wren, two.women)
    his = two.viewer(Role.REPRESENTATIVE, two.men)
    before = homes(his)

    disputed(two, two.his)

    assert (before, homes(his)) == (EVERYBODY, HIS)
    assert homes(two.viewer(Role.IDVA, two.women)) == ["Wren"]
    assert [homes(two.viewer(role, two.police)) for role in (Role.REPRESENTATIVE, Role.CHAIR)] == [EVERYBODY] * 2


def test_a_reveal_a_search_and_a_referral_are_refused_as_if_they_were_not_there(two):
    two.acts(two.ash, two.men)
    his = two.viewer(Role.IDVA, two.men)
    disputed(two)
    hers = Phone.objects.get(person=two.wren)

    found = [len(people_found(his, words)) for words in ("07700 900214", "ZZ1 1AA", "Tallow", "ZZ2 2BB")]

    with pytest.raises(Unseen):
        reveal_phone(viewer=his, phone=hers)
    assert found == [0, 0, 2, 1]
    assert reveal_phone(viewer=his, phone=Phone.objects.get(person=two.ash)).number == "07700900317"


def test_in_an_agency_that_acts_for_both_each_named_worker_is_told_of_their_own_person(two):
    for_her, for_him = (make.member(Role.IDVA, marac=two.area, agency=two.women) for _each in range(2))
    two.acts(two.wren, two.women, for_her)
    two.acts(two.ash, two.women, for_him)

    disputed(two)

    told = [homes(two.viewer(Role.IDVA, two.women, each)) for each in (for_her, for_him, None)]
    assert told == [["Wren"], HIS, []]


def test_an_adviser_of_whom_nobody_knows_for_whom_they_act_is_told_of_neither(two):
    seat_as_adviser(two, two.women, two.men)

    disputed(two)

    assert [homes(two.viewer(Role.IDVA, each)) for each in (two.women, two.men)] == [[], []]
    assert [each.name for each in sides_of(two.office, two.hers).unknown] == ["Anchor", "Haven"]


def test_the_only_adviser_service_is_taken_to_act_for_whom_was_referred_first_and_says_why(two):
    seat_as_adviser(two, two.women)

    disputed(two, two.his)

    acting = ActsFor.objects.get()
    assert (acting.person, acting.agency, acting.confirmed) == (two.wren, two.women, True)
    assert "only adviser service" in acting.reason


def test_another_role_for_another_agency_is_no_way_round(two):
    two.acts(two.ash, two.men)
    worker = make.member(Role.REPRESENTATIVE, marac=two.area, agency=two.men)
    make.give_role(worker, Role.REPRESENTATIVE, marac=two.area, agency=two.police)

    disputed(two)

    assert homes(two.viewer(Role.REPRESENTATIVE, two.police, worker)) == HIS


def test_whoever_decides_sees_both_unless_they_are_named_themselves(two):
    worker = make.member(Role.IDVA, marac=two.area, agency=two.men)
    make.give_role(worker, Role.COORDINATOR, marac=two.area, agency=two.men)
    as_coordinator = two.viewer(Role.COORDINATOR, two.men, worker)
    two.acts(two.ash, two.men)
    disputed(two)
    before = homes(as_coordinator)

    two.acts(two.ash, two.men, worker)

    assert (before, homes(as_coordinator)) == (EVERYBODY, HIS)


# ---------------------------------------------------------------- decided
@pytest.mark.parametrize(
    ("outcome", "to_his", "to_hers"),
    [
        ("first", HIS, EVERYBODY),
        ("second", EVERYBODY, ["Wren"]),
        ("both", HIS, ["Wren"]),
        ("untold", HIS, ["Wren"]),
        ("mistake", EVERYBODY, EVERYBODY),
    ],
)
def test_a_decision_opens_only_whoever_was_found_to_do_the_harm(two, outcome, to_his, to_hers):
    two.acts(two.ash, two.men)
    two.acts(two.wren, two.women)
    made = disputed(two)

    decide(viewer=two.office, dispute=made, outcome=outcome, **SCREENED)

    told = [homes(two.viewer(Role.REPRESENTATIVE, each)) for each in (two.men, two.women)]
    assert told == [to_his, to_hers]


def test_a_decision_says_by_what_screening_and_leaves_the_parties_as_they_are(two):
    before = list(Party.objects.order_by("pk").values())
    made = disputed(two)

    with pytest.raises(Refusal, match="screening"):
        decide(viewer=two.office, dispute=made, outcome="first", screening=" ", advice="")
    decide(viewer=two.office, dispute=made, outcome="first", **SCREENED)

    made.refresh_from_db()
    assert (made.outcome, made.screening, made.decided_by) == ("first", SCREENED["screening"], two.office.name)
    assert list(Party.objects.order_by("pk").values()) == before
    assert [each.name for each in AuditEvent.objects.order_by("-number")[:1]] == ["DisputeDecided"]


def test_of_two_who_decide_at_once_the_second_is_told(two):
    made = disputed(two)
    decide(viewer=two.office, dispute=made, outcome="both", revision=1, **SCREENED)

    with pytest.raises(Stale):
        decide(viewer=two.office, dispute=made, outcome="first", revision=1, **SCREENED)
    with pytest.raises(Refusal, match="decided already"):
        decide(viewer=two.office, dispute=made, outcome="first", **SCREENED)


def test_what_was_decided_is_disputed_again_in_a_new_record(two):
    two.acts(two.wren, two.women)
    first = disputed(two)
    decide(viewer=two.office, dispute=first, outcome="first", **SCREENED)

    with_new = disputed(two, two.his)

    first.refresh_from_db()
    assert (first.outcome, first.ended_on, with_new.outcome) == ("first", make.TODAY, "")
    assert homes(two.viewer(Role.REPRESENTATIVE, two.women)) == ["Wren"]
    with pytest.raises(Refusal, match="recorded already"):
        disputed(two)


# ---------------------------------------------------------------- suggested
def test_the_same_two_the_other_way_round_are_suggested_until_it_is_recorded(two):
    before = [[(each.case, each.person) for each in mirrored(two.office, case)] for case in (two.hers, two.his)]

    disputed(two)

    assert before == [[(two.his, two.ash)], [(two.hers, two.wren)]]
    assert [mirrored(two.office, case) for case in (two.hers, two.his)] == [[], []]


def test_whoever_decides_reads_of_it_today_until_it_is_recorded(two):
    def told(viewer):
        return [(row.what, row.href) for row in waiting_for(viewer) if "harm the other" in row.what]

    words = "2 cases in which each of two people is said to harm the other"
    before = (told(two.office), told(two.viewer(Role.IDVA, two.women)))

    disputed(two)

    assert before == ([(words, f"/disputes/cases/{two.hers.pk}/")], [])
    assert told(two.office) == []


def test_a_dispute_with_somebody_else_hides_no_other(two):
    """Of the two, one is recorded in a dispute with a third."""
    third = make.case(marac=two.area)
    content = {"victims": [{"surname": "Finch"}], "perpetrators": [{"surname": "Crane"}]}
    enter_people(viewer=two.office, case=third, content=content, known={"perpetrators[0]": two.ash.pk})
    dispute_roles(viewer=two.office, case=third, second=two.ash.pk, **WORDS)

    assert set(mirrored_anywhere(two.office).values_list("case", "person")) == {
        (two.hers.pk, two.wren.pk),
        (two.his.pk, two.ash.pk),
    }


def test_a_case_with_other_people_suggests_nothing(two):
    other = make.case(marac=two.area)
    make_his = {"victims": [{"surname": "Heron"}], "perpetrators": [{"surname": "Crane"}]}
    from_another = {"victims[0]": two.ash.pk}
    enter_people(viewer=two.office, case=other, content=make_his, known=from_another)

    assert mirrored(two.office, other) == []
    assert other.pk not in mirrored_anywhere(two.office).values_list("case", flat=True)


# ---------------------------------------------------------------- what an agency says of itself
def test_what_an_agency_says_of_itself_shuts_and_opens_nothing_before_it_is_confirmed(two):
    his = two.viewer(Role.IDVA, two.men)
    disputed(two)
    two.acts(two.ash, two.men)

    said = say_for_whom(viewer=his, case=two.hers, person=two.wren.pk)
    as_both = homes(his)
    confirm_acting(viewer=two.office, acting=said)

    assert (as_both, homes(his), own_sides(his, two.hers)) == ([], [], sorted([two.ash.pk, two.wren.pk]))


def test_an_adviser_says_for_whom_they_act_and_is_told_once_the_coordinator_confirms(two):
    hers = two.viewer(Role.IDVA, two.women)
    disputed(two)

    said = say_for_whom(viewer=hers, case=two.hers, person=two.wren.pk)
    before = homes(hers)
    confirm_acting(viewer=two.office, acting=said)

    assert (before, homes(hers)) == ([], ["Wren"])


def test_no_agency_ends_its_own_or_learns_that_there_is_a_dispute(two):
    acting = two.acts(two.ash, two.men)
    his = two.viewer(Role.REPRESENTATIVE, two.men)
    disputed(two)

    with pytest.raises(NotAllowed):
        end_acting(viewer=his, acting=acting, reason="We stopped")

    assert [Dispute.objects.visible_to(his).count(), ActsFor.objects.visible_to(his).count()] == [0, 0]
    assert (mirrored(replace(his, marac_ids=frozenset()), two.hers), homes(his)) == ([], HIS)


def test_once_they_act_no_more_all_is_open_again(two):
    acting = two.acts(two.ash, two.men)
    disputed(two)
    his = two.viewer(Role.REPRESENTATIVE, two.men)

    end_acting(viewer=two.office, acting=acting, reason="He left their programme")

    assert homes(his) == EVERYBODY


def test_one_worker_is_not_named_for_both_nor_for_an_agency_where_they_are_not(two):
    worker = make.member(Role.IDVA, marac=two.area, agency=two.women)
    two.acts(two.wren, two.women, worker)

    with pytest.raises(Refusal, match="both"):
        two.acts(two.ash, two.women, worker)
    with pytest.raises(Refusal, match="role for that agency"):
        two.acts(two.wren, two.men, worker)


def test_whoever_is_not_in_the_case_can_neither_be_accused_nor_be_acted_for(two):
    stranger = two.viewer(Role.REPRESENTATIVE, two.police)
    child = Party.objects.get(role="child").person_id

    with pytest.raises(Refusal, match="victim or perpetrator"):
        dispute_roles(viewer=two.office, case=two.hers, second=child, **WORDS)
    with pytest.raises(Refusal, match="why the roles"):
        dispute_roles(viewer=two.office, case=two.hers, second=two.ash.pk, **WORDS | {"reason": "?"})
    with pytest.raises(Unseen):
        say_for_whom(viewer=stranger, case=two.hers, person=child)
    with pytest.raises(Unseen):
        record_acting(viewer=two.office, case=two.hers, person=child, agency=two.men, worker=None, reason="Told us")
