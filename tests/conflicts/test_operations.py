"""Conflicts of interest: suggested when somebody joins either side, decided by who is no part of it, and at once."""

import pytest

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.cases.models import Barred
from marac.conflicts import operations
from marac.conflicts.due import compare_new_staff
from marac.conflicts.models import Declared, Suggestion
from marac.conflicts.queries import waiting
from marac.corrections import operations as corrections
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.people.models import Person
from tests import make
from tests.conflicts.conftest import STAFF, Area

pytestmark = pytest.mark.django_db
HOME = ("14 Mill Lane, Northmoor", "ZZ1 1ZZ")


def told():
    return {notice.user.name for notice in Outgoing.objects.filter(kind="conflict")}


def deciders(area):
    return {who for who in area.staff if waiting(area.viewer(who)).exists()}


def test_the_same_surname_is_suggested_to_the_coordinators_and_shuts_nothing_by_itself(area):
    case = area.case("Quill")

    found = Suggestion.objects.get()
    assert (found.case, found.user, found.reasons) == (case, area.staff["housing"], [["surname", "victim"]])
    assert deciders(area) == {"coordinator", "other"}
    assert told() == {"Cora Thorne", "Colm Sedge"}
    assert area.sees("housing", case)


def test_a_strong_likeness_shuts_the_case_until_somebody_decides(area):
    operations.declare(viewer=area.viewer("housing"), kind="home", text="14 Mill Ln", postcode="ZZ11ZZ")

    case = area.case(home=HOME, confidential=True)

    assert not area.sees("housing", case)
    found = Suggestion.objects.get()
    operations.dismiss(viewer=area.viewer("coordinator"), suggestion=found, reason="She moved out ten years ago")
    assert area.sees("housing", case)


@pytest.mark.parametrize(("value", "seen"), [("any", False), ("never", True)])
def test_whether_it_shuts_the_case_is_a_setting(area, value, seen):
    area.rule("conflict_bars", value)

    assert area.sees("housing", area.case("Quill")) is seen


def test_what_is_confirmed_shuts_the_case_and_is_not_asked_again(area):
    case = area.case("Quill")

    operations.confirm(viewer=area.viewer("coordinator"), suggestion=Suggestion.objects.get(), reason="Her brother")
    operations.look_at_cases(make.system(), [case.pk])

    assert not area.sees("housing", case)
    assert Barred.objects.get().reason == "Her brother"
    assert deciders(area) == set()
    with pytest.raises(Refusal, match="already"):
        operations.dismiss(viewer=area.viewer("other"), suggestion=Suggestion.objects.get(), reason="Not so at all")


def test_what_was_dismissed_comes_again_only_when_there_is_more_to_say(area):
    case = area.case("Quill")
    operations.dismiss(viewer=area.viewer("coordinator"), suggestion=Suggestion.objects.get(), reason="Not related")
    operations.look_at_cases(make.system(), [case.pk])
    assert deciders(area) == set()

    operations.declare(viewer=area.viewer("housing"), kind="known", text="Wren Quill")

    assert deciders(area) == {"coordinator", "other"}
    assert Suggestion.objects.get().reasons == [["known", "victim"], ["surname", "victim"]]


def test_to_dismiss_needs_a_reason(area):
    area.case("Quill")

    with pytest.raises(Refusal, match="why"):
        operations.dismiss(viewer=area.viewer("coordinator"), suggestion=Suggestion.objects.get(), reason="No")


def test_one_about_a_coordinator_goes_to_the_other_and_they_never_see_it(area):
    area.case("Thorne")

    assert deciders(area) == {"other"}
    with pytest.raises(Unseen):
        operations.dismiss(
            viewer=area.viewer("coordinator"), suggestion=Suggestion.objects.get(), reason="That is my affair"
        )


def test_one_about_the_only_coordinator_goes_to_the_administrator_and_the_chair():
    area = Area("other")

    area.case("Thorne")

    assert deciders(area) == {"administrator", "chair"}
    assert told() == {"Avis Birch", "Ida Stone"}


def test_a_coordinator_who_is_shut_out_of_the_case_does_not_decide_on_others():
    area = Area("other")
    case = area.case()
    operations.declare_conflict(viewer=area.viewer("coordinator"), case=case, reason="My sister's case")

    operations.declare(viewer=area.viewer("housing"), kind="known", text="Wren Tallow")

    assert deciders(area) == {"administrator", "chair"}


@pytest.mark.parametrize("change", ["surname", "address", "phone", "party"])
def test_a_person_of_the_case_who_changes_is_compared_again(area, change):
    operations.declare(viewer=area.viewer("housing"), kind="home", text="14 Mill Lane", postcode="ZZ1 1ZZ")
    operations.declare(viewer=area.viewer("housing"), kind="phone", text="07700 900214")
    case, office = area.case(), area.viewer("administrator")
    person = Person.objects.get()
    assert not Suggestion.objects.exists()

    if change == "surname":
        corrections.correct_person(viewer=office, person=person, surname="Quill")
    elif change == "address":
        corrections.add_address(viewer=office, person=person, text=HOME[0], postcode=HOME[1])
    elif change == "phone":
        corrections.add_phone(viewer=office, person=person, number="07700 900214")
    else:
        corrections.add_new_person(
            viewer=office, case=case, surname="Quill", forenames="Ash", born="", role="perpetrator"
        )

    expected = {"surname": "surname", "address": "home", "phone": "phone", "party": "surname"}[change]
    assert [reason for reason, _role in Suggestion.objects.get().reasons] == [expected]


def test_who_is_given_a_role_or_another_name_is_compared_by_the_next_round(area):
    case = area.case("Larch")
    compare_new_staff(make.system())
    assert not Suggestion.objects.exists()

    area.joins("Lil Larch", Role.REFERRER)

    assert [compare_new_staff(make.system()) for _round in range(2)] == [1, 0]
    assert Suggestion.objects.get().case == case


def test_what_is_declared_cannot_be_read_from_the_database(area):
    operations.declare(viewer=area.viewer("housing"), kind="home", text=HOME[0], postcode=HOME[1])
    operations.declare(viewer=area.viewer("housing"), kind="known", text="Wren Tallow")

    kept = str(list(Declared.objects.values())) + str(list(AuditEvent.objects.values("details", "changes")))
    assert [word for word in ("mill", "zz1", "1zz", "tallow", "wren") if word in kept.lower()] == []
    assert not any(Declared.objects.visible_to(area.viewer(who)).exists() for who in STAFF if who != "housing")


def test_who_declares_a_conflict_is_shut_out_at_once_and_the_coordinators_are_told(area):
    case = area.case()

    operations.declare_conflict(viewer=area.viewer("housing"), case=case, reason="My neighbour's daughter")

    assert not area.sees("housing", case)
    assert told() == {"Cora Thorne", "Colm Sedge"}
    with pytest.raises(Unseen):
        operations.declare_conflict(viewer=area.viewer("housing"), case=case, reason="My neighbour's daughter")


def test_somebody_is_shut_out_by_hand_and_let_in_again_with_reasons(area):
    case, office = area.case(), area.viewer("coordinator")
    operations.shut_out(viewer=office, case=case, user=area.staff["housing"], reason="Told me that he is her uncle")
    assert not area.sees("housing", case)

    operations.let_in(viewer=office, case=case, user=area.staff["housing"], reason="Another Hal Quill, it turns out")

    assert area.sees("housing", case)
    named = list(AuditEvent.objects.filter(case_id=case.pk).values_list("name", flat=True))
    assert [name for name in named if name in ("PersonBarred", "BarLifted")] == ["PersonBarred", "BarLifted"]
