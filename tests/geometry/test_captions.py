"""Labels that are printed just above the fields of a page belong to them; labels to their left do not."""

from marac.geometry.captions import in_rows, over_fields, with_boxes

HIGH, WIDE = 16, 100


def word(text: str, x: float, top: float) -> dict:
    return {"text": text, "x0": x, "x1": x + 6 * len(text), "top": top, "bottom": top + 9}


def field(text: str, x: float, top: float) -> dict:
    return {**word(text, x, top), "typed": True, "field": (x, top, x + WIDE, top + HIGH)}


def captioned(rows: int) -> tuple[list[dict], list[dict]]:
    """Three labels in a row, each over its field, and as many rows as are asked for."""
    typed = [field(f"v{x}{n}", x, 112 + 40 * n) for n in range(rows) for x in (40, 160, 280)]
    printed = [word(f"L{x}{n}", x, 100 + 40 * n) for n in range(rows) for x in (40, 160, 280)]
    return typed, printed


def told(rows) -> list[list[tuple[str, str]]]:
    return [[tuple(" ".join(w["text"] for w in part) for part in pair) for pair in row] for row in rows]


def test_each_field_has_the_label_above_it_and_each_row_its_fields_from_left_to_right():
    typed, printed = captioned(2)

    assert told(in_rows(over_fields(typed, printed))) == [
        [("L400", "v400"), ("L1600", "v1600"), ("L2800", "v2800")],
        [("L401", "v401"), ("L1601", "v1601"), ("L2801", "v2801")],
    ]


def test_a_page_with_few_fields_or_with_labels_before_them_prints_no_captions():
    typed, printed = captioned(1)
    before = [field(f"v{n}", 160, 100 + 40 * n) for n in range(8)]

    assert over_fields(typed, printed) == []
    assert over_fields(before, [word(f"Label {n}", 40, 103 + 40 * n) for n in range(8)]) == []


def test_words_close_before_a_field_are_its_label_whatever_stands_above():
    typed, printed = captioned(3)
    labels = {label[0]["text"] for label, _field in over_fields(typed, [*printed, word("No.", 18, 116)])}

    assert labels == {word["text"] for word in printed} - {"L400"}


def test_boxes_beneath_a_label_on_the_same_line_are_answers_of_the_row():
    typed, printed = captioned(2)
    label = [word("Safe?", 400, 100)]
    boxes = [word("☒", 400, 116), word("Yes", 412, 116), word("☐", 440, 116), word("No", 452, 116)]

    rows = with_boxes(in_rows(over_fields(typed, printed)), [*label, *boxes])

    assert told(rows)[0][-1] == ("Safe?", "☒ Yes ☐ No")
    assert len(rows[1]) == 3


def test_a_box_with_its_words_on_the_line_of_the_labels_stands_by_itself():
    typed, printed = captioned(2)
    loose = [word("☒", 400, 100), word("Disabled", 412, 100), word("☐", 400, 116), word("Pregnant", 412, 116)]

    assert len(with_boxes(in_rows(over_fields(typed, printed)), loose)[0]) == 3
