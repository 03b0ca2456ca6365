"""The form as data: every question is a field of the intake, asked once, and whatever can be missing has its page."""

from hypothesis import given
from hypothesis import strategies as st

from marac.intake.fields import fields
from marac.intake.missing import missing
from marac.intake.paths import value_at, with_value, without_blanks
from marac.intake.tools import names_of_first, tool_named
from marac.sheets import is_begun, patterns_of, pieces_of, questions_in, sheet_of, sheets_for, told_on

TOOL = tool_named("dash-24")
SHEETS = sheets_for(TOOL)
# Worked out, or written by the office and by documents only.
NOT_ASKED = {"asked", "case_area", "checklist.score_stated"}
BLANKS = st.recursive(
    st.sampled_from([None, ""]), lambda inner: st.lists(inner, max_size=2) | st.builds(dict), max_leaves=3
)
CONTENT = st.recursive(
    st.sampled_from([None, "", "x", 0, True, False]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3),
    max_leaves=12,
)


def leaves(value):
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each)]
    return [] if value in (None, "") else [value]


def test_every_question_is_a_field_of_the_intake():
    asked = {pattern for sheet in SHEETS for pattern in patterns_of(sheet)}

    assert asked - set(fields()) == set()


def test_no_question_is_asked_on_two_pages():
    asked = [pattern for sheet in SHEETS for pattern in patterns_of(sheet)]

    assert len(asked) == len(set(asked))


def test_what_concerns_the_referral_as_a_whole_is_asked_somewhere():
    every = [sheet for name in names_of_first() for sheet in sheets_for(tool_named(name))]
    asked = {pattern for sheet in every for pattern in patterns_of(sheet)}
    whole = {pattern for pattern in fields() if "[]." not in pattern}

    assert whole - asked == NOT_ASKED


def test_whatever_can_be_missing_has_its_page():
    person = {"phones": [{"number": "1", "safe_to_call": True}]}
    grounds = dict.fromkeys(("visible_high_risk", "professional_judgement", "potential_escalation", "repeat"), True)
    contents = [
        {"form": "x"},
        {"form": "x", "victims": [person], "perpetrators": [{}], "children": [{}], "criteria": grounds},
        {"victims": [{"phones": [{"number": "1"}]}], "checklist": {"answers": {"injury": "yes"}}},
        {"consent": {"victim_aware": False}},
    ]

    found = [each for content in contents for each in missing(content, TOOL)]

    assert [each.path for each in found if sheet_of(each.path, SHEETS) is None] == []


def test_an_empty_form_offers_one_of_each_and_no_child():
    paths = {path for sheet in SHEETS for path, _question in questions_in(pieces_of(sheet, {}))}

    assert {"victims[0].phones[0].number", "perpetrators[0].addresses[0].text"} <= paths
    assert not any(path.startswith(("children[", "victims[1]")) for path in paths)


def test_a_sheet_is_begun_when_one_thing_on_it_is_answered():
    content = {"consent": {"victim_aware": False}}

    assert [sheet.slug for sheet in SHEETS if is_begun(sheet, content)] == ["consent"]


def test_answers_are_read_back_with_whose_they_are():
    content = {"perpetrators": [{"surname": "A"}, {"addresses": [{"text": "1 Lantern Row", "type": "bail"}]}]}
    sheet = next(each for each in SHEETS if each.slug == "perpetrators")

    found = [(told.of, told.label, told.value) for told in told_on(sheet, content)]

    assert found == [
        ((("Perpetrator", 1),), "Surname", "A"),
        ((("Perpetrator", 2), ("Address", 1)), "Address", "1 Lantern Row"),
        ((("Perpetrator", 2), ("Address", 1)), "Kind of address", "Bail"),
    ]


@given(st.sampled_from(sorted(path for s in SHEETS for path, _q in questions_in(pieces_of(s, {})))))
def test_whatever_is_written_on_a_sheet_is_read_back_once(path):
    kind = fields().get(path.replace("[0]", "[]"))
    content = with_value({}, path, ["x"] if kind is None else "2026-03-04" if kind.kind == "date" else True)

    told = [each for sheet in SHEETS for each in told_on(sheet, content)]

    assert (len(told), value_at(content, path) is None) == (1, False)


@given(CONTENT)
def test_blank_entries_go_and_every_answer_stays(content):
    kept = without_blanks(content)

    assert leaves(kept) == leaves(content)
    assert without_blanks(kept) == kept


@given(st.lists(BLANKS, max_size=4))
def test_a_list_of_blanks_is_an_empty_list(blanks):
    assert without_blanks(blanks) == []
