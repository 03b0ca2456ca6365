"""Pages that may show a case wait for a signature; other words are signed again, the same ones are not."""

from marac.access.roles import Permission
from marac.induction import rules


def test_whatever_may_show_a_case_waits_and_referring_somebody_never_does():
    waiting = {each.name for each in Permission if rules.waits(each.name)}

    assert not rules.waits("ANYONE")
    assert rules.waits("SIGNED_IN")
    assert rules.waits("A_PERMISSION_NOBODY_HAS_THOUGHT_OF")
    assert {"SEE_CASES", "SEE_PEOPLE", "READ_MINUTES", "ANSWER_RESEARCH", "READ_DOCUMENTS", "MAKE_RETURN"} < waiting
    assert {"REFER", "SEE_OWN_WORK", "SEE_FIGURES"}.isdisjoint(waiting)


def test_other_words_are_another_version_and_other_spaces_are_not():
    assert rules.mark_of("Keep this  to\nyourself") == rules.mark_of("Keep this to yourself ")
    assert rules.mark_of("Keep this to yourself") != rules.mark_of("Keep this to yourselves")


def test_each_marac_asks_for_its_own_words():
    words = {1: "one", 2: "two", 3: "three"}
    signed = {(1, rules.mark_of("one")), (2, rules.mark_of("older")), (3, rules.mark_of("one"))}

    assert rules.unsigned(words, signed) == [2, 3]
