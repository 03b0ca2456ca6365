"""A call taken down: kept word by word, handed in whatever is missing, and nobody's until somebody rang back."""

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed, Stale
from marac.calls import operations
from marac.calls.models import Call
from marac.calls.queries import to_ring_back
from marac.drafts import operations as drafts
from marac.drafts.queries import drafts_left_alone, standings
from marac.kernel.refusal import Refusal
from marac.referrals.models import Referral
from tests import make

pytestmark = pytest.mark.django_db
RUNG = {"outcome": "confirmed", "number": "01632 960100", "found_in": "Its web site", "at": make.NOON}


def keep(viewer, call, changes=(), *, unknown=(), unread=(), page="one", revision=None):
    referral = Referral.objects.get(pk=call.referral_id)
    given = {"unknown": dict(unknown), "unread": dict(unread), "page": page}
    revision = referral.revision if revision is None else revision
    return operations.keep(viewer=viewer, call=call, changes=dict(changes), revision=revision, **given)


def content():
    return Referral.objects.get().content


def test_a_call_is_a_draft_of_the_office_with_nobody_in_it(call, area, office, viewer):
    referral = Referral.objects.get()

    assert (referral.by_telephone, referral.agency, referral.state) == (True, office, "draft")
    assert (call.taken_by_id, call.began_at) == (viewer.user_id, make.NOON)
    assert "referrer" not in referral.content


def test_what_the_caller_does_not_know_is_kept_apart_from_no_and_from_what_was_not_asked(viewer, call):
    path = "victims[0].phones[0]."
    given = {f"{path}safe_to_text": False}

    keep(viewer, call, given, unknown={f"{path}safe_to_call": True, f"{path}safe_to_leave_message": False})

    assert content()["victims"][0]["phones"][0] == {"safe_to_text": False}
    assert content()["not_known"] == [f"{path}safe_to_call"]


def test_an_answer_given_later_takes_the_place_of_not_known(viewer, call):
    keep(viewer, call, unknown={"has_children": True, "urgent.danger_now": True})

    keep(viewer, call, {"has_children": False}, unknown={"has_children": False})

    assert (content()["has_children"], content()["not_known"]) == (False, ["urgent.danger_now"])


def test_one_answer_that_cannot_be_stored_does_not_keep_the_others_out(viewer, call):
    given = {"incident_date": "2096-03-01", "victims[0].dob_raw": "31/2/1990", "victims[0].surname": "Tolliver"}

    refused = keep(viewer, call, given)

    assert set(refused) == {"incident_date", "victims[0].dob_raw"}
    assert content()["victims"] == [{"surname": "Tolliver"}]
    assert Call.objects.get().unread == {"incident_date": "2096-03-01", "victims[0].dob_raw": "31/2/1990"}


def test_a_page_does_not_stand_in_its_own_way_but_another_page_does(viewer, call):
    keep(viewer, call, {"views.wants": "To stay"}, revision=0)
    keep(viewer, call, {"views.wants": "To stay at home"}, revision=0)

    with pytest.raises(Stale):
        keep(viewer, call, {"views.wants": "To leave"}, revision=0, page="two")

    assert content()["views"]["wants"] == "To stay at home"


def test_what_is_taken_out_takes_its_not_known_along_and_those_after_it_move_up(viewer, call):
    keep(viewer, call, {"children[0].forenames": "Ann", "children[1].forenames": "Ben"})
    keep(viewer, call, unknown={"children[0].school": True, "children[1].dob_raw": True})

    operations.take_out(viewer=viewer, call=call, path="children[0]")

    assert content()["children"] == [{"forenames": "Ben"}]
    assert content()["not_known"] == ["children[0].dob_raw"]


def test_a_call_that_dropped_half_way_is_handed_in_as_it_is(viewer, call):
    keep(viewer, call, {"victims[0].surname": "Tolliver"})

    operations.hand_in(viewer=viewer, call=call, read_back=False, at=make.NOON)

    referral = Referral.objects.get()
    assert (referral.state, referral.agency, referral.received_on) == ("submitted", None, viewer.today)
    assert list(to_ring_back(viewer)) == [call]


def test_what_cannot_be_read_is_put_right_before_it_is_handed_in(viewer, call):
    keep(viewer, call, unread={"incident_date": "31/2"})

    with pytest.raises(Refusal, match="could not be read"):
        operations.hand_in(viewer=viewer, call=call, read_back=True, at=make.NOON)

    assert Referral.objects.get().state == "draft"


def test_once_the_agency_stands_by_the_call_the_referral_is_its_own(viewer, call, area, police):
    theirs = make.viewer(Role.REPRESENTATIVE, maracs=[area], agency=police)
    operations.hand_in(viewer=viewer, call=call, read_back=True, at=make.NOON)
    before = Referral.objects.visible_to(theirs).count()

    operations.ring_back(viewer=viewer, call=call, agency=police, **RUNG)

    referral = Referral.objects.get()
    assert (before, referral.agency, referral.return_group) == (0, police, "police")
    assert Referral.objects.visible_to(theirs).get() == referral
    assert not to_ring_back(viewer)


def test_a_call_that_nobody_there_knows_of_stays_no_agencys(viewer, call, police):
    operations.hand_in(viewer=viewer, call=call, read_back=True, at=make.NOON)

    operations.ring_back(viewer=viewer, call=call, agency=police, **RUNG | {"outcome": "not_known_there"})

    assert (Referral.objects.get().agency, Call.objects.get().outcome) == (None, "not_known_there")


@pytest.mark.parametrize(
    ("without", "sentence"),
    [({"number": " "}, "number that you rang"), ({"found_in": ""}, "where you found"), ({}, "Choose the agency")],
)
def test_ringing_back_says_which_number_where_it_was_found_and_which_agency(viewer, call, without, sentence):
    operations.hand_in(viewer=viewer, call=call, read_back=True, at=make.NOON)

    with pytest.raises(Refusal, match=sentence):
        operations.ring_back(viewer=viewer, call=call, **RUNG | without)


def test_a_call_that_is_confirmed_is_not_rung_back_again(viewer, call, police):
    operations.hand_in(viewer=viewer, call=call, read_back=True, at=make.NOON)
    operations.ring_back(viewer=viewer, call=call, agency=police, **RUNG)

    with pytest.raises(Refusal, match="confirmed already"):
        operations.ring_back(viewer=viewer, call=call, of_no_agency=True, **RUNG)


def test_colleagues_at_the_offices_agency_do_not_see_what_is_being_told(call, area, office):
    for role in (Role.REPRESENTATIVE, Role.REFERRER, Role.IDVA):
        colleague = make.viewer(role, maracs=[area], agency=office)
        assert not Referral.objects.visible_to(colleague).exists()
        assert not Call.objects.visible_to(colleague).exists()
        assert not standings(colleague).exists()
        with pytest.raises((Unseen, NotAllowed)):
            drafts.write(viewer=colleague, referral=call.referral, changes={"views.wants": "x"})


def test_the_office_of_another_area_sees_nothing_of_it(call, office):
    elsewhere = make.viewer(maracs=[make.marac("Westerby")], agency=office)

    assert not Call.objects.visible_to(elsewhere).exists()
    with pytest.raises(Unseen):
        keep(elsewhere, call, {"views.wants": "x"}, revision=0)


def test_a_call_is_never_cleared_as_a_draft_that_was_left_alone(viewer, call):
    later = make.system(make.TODAY.replace(year=2028))

    assert drafts_left_alone(later) == []
    with pytest.raises(Refusal):
        drafts.clear_draft(viewer=later, referral=call.referral)


def test_each_step_is_in_the_trail(viewer, call, police):
    keep(viewer, call, {"views.wants": "To stay"})
    operations.hand_in(viewer=viewer, call=call, read_back=True, at=make.NOON)
    operations.ring_back(viewer=viewer, call=call, agency=police, **RUNG)

    names = set(AuditEvent.objects.values_list("name", flat=True))
    assert {"CallBegun", "CallKept", "ReferralWritten", "CallHandedIn", "ReferralSent", "CallerRungBack"} <= names
