"""Two issues of a list beside each other: what is new, gone, changed, and the least that explains another order."""

from itertools import permutations

from marac.kernel.issues import compared, cut


def rows(text):
    return [{"case_id": ord(each), "reference": each} for each in text]


def moved(before, after):
    return "".join(compared(1, rows(before), rows(after), in_order=True).moved)


def test_what_is_new_and_what_is_gone_is_told_by_its_reference():
    since = compared(3, rows("abc"), rows("bcd"), in_order=True)

    assert (since.number, since.new, since.gone, since.moved, since.is_same) == (3, ["d"], ["a"], [], False)


def test_a_case_that_says_something_else_is_changed():
    earlier = [{"case_id": 1, "reference": "a", "kind": "new"}]

    assert compared(1, earlier, [earlier[0] | {"kind": "repeat"}]).changed == ["a"]


def test_of_a_case_that_jumps_to_the_front_it_alone_has_moved():
    assert moved("abcde", "eabcd") == "e"
    assert moved("abcde", "bcdea") == "a"


def test_what_comes_between_or_goes_moves_nobody():
    assert moved("abcd", "axbyd") == ""


def test_the_order_is_nothing_where_it_is_not_asked_for():
    assert compared(1, rows("ab"), rows("ba")).is_same


def test_no_smaller_number_of_moves_would_explain_the_order():
    for after in permutations("abcde"):
        fewest = min(
            5 - len(kept)
            for bits in range(32)
            for kept in ["".join(each for place, each in enumerate("abcde") if bits >> place & 1)]
            if "".join(each for each in after if each in kept) == kept
        )
        assert len(moved("abcde", "".join(after))) == fewest


def test_what_the_reader_may_not_see_is_cut_from_both_so_that_it_differs_in_nothing():
    may_see = {ord("a"), ord("c")}

    assert compared(1, cut(rows("abc"), may_see), cut(rows("acx"), may_see), in_order=True).is_same
