"""Values by path, and what each field takes."""

import pytest

from marac.intake.fields import checked, field_at, fields
from marac.intake.paths import value_at, with_value, without
from marac.kernel.refusal import Refusal

CONTENT = {"victims": [{"phones": [{"number": "1", "safe_to_call": None}], "diversity": None}]}


def test_a_value_is_found_by_its_path():
    assert value_at(CONTENT, "victims[0].phones[0].number") == "1"


@pytest.mark.parametrize("path", ["victims[3].surname", "views.afraid_of", "victims[0].diversity.lgbt", "victims.x"])
def test_where_nothing_stands_there_is_none(path):
    assert value_at(CONTENT, path) is None


@pytest.mark.parametrize(
    "path",
    ["victims[0].phones[0].safe_to_call", "victims[0].phones[1].number", "victims[1].surname", "views.afraid_of"],
)
def test_a_value_is_put_where_it_belongs_and_the_original_stays(path):
    made = with_value(CONTENT, path, "x")

    assert (value_at(made, path), value_at(CONTENT, path)) == ("x", None)


def test_a_value_past_the_end_of_a_list_is_refused():
    with pytest.raises(Refusal):
        with_value(CONTENT, "victims[5].surname", "x")


@pytest.mark.parametrize("path", ["", "victims[", "victims[0]..x", "a b", "victims[-1]"])
def test_a_path_that_is_none_is_refused(path):
    with pytest.raises(Refusal):
        with_value(CONTENT, path, "x")


def test_an_entry_is_taken_out_and_those_after_it_move_up():
    made = without({"children": [{"surname": "A"}, {"surname": "B"}]}, "children[0]")

    assert made == {"children": [{"surname": "B"}]}


@pytest.mark.parametrize("path", ["children[7]", "victims", "victims[0].phones"])
def test_only_an_entry_of_a_list_can_be_taken_out(path):
    with pytest.raises(Refusal):
        without(CONTENT, path)


@pytest.mark.parametrize(
    ("path", "given", "kept"),
    [
        ("victims[0].surname", " Tolliver\u202e ", "Tolliver"),
        ("victims[0].surname", "", None),
        ("victims[0].dob", "3/4/91", "1991-04-03"),
        ("children[0].edd", "2026-07-01", "2026-07-01"),
        ("victims[0].phones[0].safe_to_call", "no", False),
        ("victims[0].phones[0].safe_to_call", "", None),
        ("victims[0].age_stated", "60", 60),
        ("checklist.answers.weapons", "yes", "yes"),
        ("checklist.answers.weapons", None, "blank"),
    ],
)
def test_a_value_is_kept_in_the_form_of_its_field(path, given, kept):
    assert checked(path, given) == kept


@pytest.mark.parametrize(
    ("path", "given"),
    [
        ("victims[0].dob", "31 2 1990"),
        ("victims[0].dob", "last spring"),
        ("victims[0].phones[0].safe_to_call", "maybe"),
        ("victims[0].age_stated", "sixty"),
        ("checklist.answers.weapons", "perhaps"),
        ("victims[0].gender", "x"),
    ],
)
def test_a_value_that_its_field_cannot_be_is_refused_beside_it(path, given):
    with pytest.raises(Refusal) as refused:
        checked(path, given)

    assert refused.value.field == path


@pytest.mark.parametrize("path", ["schema", "victims[0].is_admin", "checklist.answers.other", "victims.surname"])
def test_no_other_field_can_be_set(path):
    with pytest.raises(Refusal):
        field_at(path)


def test_every_field_has_a_name_to_show():
    assert all(field.label for field in fields().values())
