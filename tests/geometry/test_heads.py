"""Heads over boxes and fields, and the dots between a label and its answer, part what nearly touches."""

from hypothesis import given
from hypothesis import strategies as some

from marac.geometry.columns import in_columns
from marac.geometry.heads import without_leaders

WIDE = 6  # points of a letter


def word(text: str, x: float, top: float, **more) -> dict:
    return {"text": text, "x0": x, "x1": x + WIDE * len(text), "top": top, "bottom": top + 10, **more}


def line(top: float, *placed: tuple[str, float]) -> list[dict]:
    return [word(text, x, top) for text, x in placed]


def told(*lines: list[dict]) -> list[list[list[str]]]:
    return [
        [[" ".join(each["text"] for each in part) for part in row] for row in group]
        for group in in_columns(list(lines))
    ]


HEADS = line(100, ("Yes", 200), ("No", 230), ("Don't", 260), ("know", 294))


def question(top: float, words: str, full: int) -> list[dict]:
    boxes = [("☒" if number == full else "☐", x) for number, x in enumerate((206, 233, 287))]
    return line(top, (words, 40), *boxes)


def test_boxes_under_their_heads_stand_in_columns_of_their_own():
    assert told(HEADS, question(116, "Hurt?", 0), question(132, "Frightened?", 2)) == [
        [["Yes", "No", "Don't know"], ["Hurt?", "☒", "☐", "☐"], ["Frightened?", "☐", "☐", "☒"]]
    ]


def test_a_title_between_questions_takes_the_heads_along():
    groups = told(
        HEADS, question(116, "Hurt?", 0), line(150, ("Her", 40)), question(200, "Afraid?", 1), question(216, "Cut?", 0)
    )

    assert groups[-1][0] == ["Yes", "No", "Don't know"]
    assert groups[-1][1:] == [["Afraid?", "☐", "☒", "☐"], ["Cut?", "☒", "☐", "☐"]]


def test_crosses_that_are_typed_under_heads_are_answers_too():
    assert told(HEADS, line(116, ("Hurt?", 40), ("X", 206)), line(132, ("Afraid?", 40), ("X", 234)))[0][1:] == [
        ["Hurt?", "X"],
        ["Afraid?", "X"],
    ]


def test_a_sentence_that_says_yes_or_no_heads_nothing():
    beneath = line(130, ("Told:", 40), ("☒", 76), ("Yes", 88), ("☐", 112), ("No", 124))

    groups = told(line(100, ("Answer", 40), ("yes", 82), ("or", 106), ("no", 124)), beneath)

    assert groups[-1] == [["Told: ☒ Yes ☐ No"]]


def test_heads_that_nearly_touch_part_where_the_fields_beneath_begin():
    heads = line(100, ("Born", 40), ("To", 68), ("client", 84), ("School", 160))
    fields = [word(text, x, 114, typed=True) for text, x in (("3/4/19", 40), ("Son", 68), ("Hill", 160))]

    assert told(heads, fields) == [[["Born", "To client", "School"], ["3/4/19", "Son", "Hill"]]]


def test_boxes_far_behind_others_answer_another_question():
    row = line(100, ("☐", 40), ("Yes", 52), ("☒", 76), ("No", 88), ("☒", 200), ("Yes", 212), ("☐", 236), ("No", 248))

    assert told(row) == [[["☐ Yes ☒ No", "☒ Yes ☐ No"]]]


def test_dots_that_lead_to_an_answer_are_no_part_of_it():
    printed = "Name..........Mrs"
    chars = [{"x0": 40 + WIDE * n, "x1": 46 + WIDE * n} for n in range(len(printed))]
    (name, answer) = without_leaders([word(printed, 40, 100, chars=chars)])

    assert (name["text"], name["x1"]) == ("Name", 64)
    assert (answer["text"], answer["x0"]) == ("Mrs", 40 + WIDE * 14)


@given(some.text("ab.…_ ", max_size=20))
def test_no_letter_is_lost_with_the_dots(text):
    chars = [{"x0": n, "x1": n + 1} for n in range(len(text))]
    left = "".join(each["text"] for each in without_leaders([word(text, 0, 0, chars=chars)]))

    assert [letter for letter in left if letter in "ab"] == [letter for letter in text if letter in "ab"]


def test_a_field_in_which_nothing_but_a_space_was_typed_breaks_no_line():
    assert told(line(100, ("Pregnant?", 40), (" ", 200), ("Yes", 300), ("No", 360)))
