"""Text that remembers how it was printed."""

from marac.written.text import Mark, Text


def test_marked_text_is_cut_into_pieces_that_join_to_the_whole():
    text = Text("Y / N", (Mark(4, 5, "struck"),))

    assert text.pieces() == [("Y / ", []), ("N", ["struck"])]


def test_marks_that_overlap_are_all_told():
    pieces = Text("not safe", (Mark(0, 8, "bold"), Mark(0, 3, "underlined"))).pieces()

    assert pieces == [("not", ["bold", "underlined"]), (" safe", ["bold"])]


def test_text_without_marks_that_are_seen_has_no_pieces():
    assert Text("Ada", (Mark(0, 3, "entered"),)).pieces() == []
