"""Boxes never lie on each other, everything is on the paper, and every line ends at a box."""

from hypothesis import given
from hypothesis import strategies as st

from marac.households.rules import MOST_LINES, WIDTH, Said, draw

TEXTS = st.text(min_size=1, max_size=120)
KINDS = st.sampled_from(["victim", "perpetrator", "child", "other"])


@given(st.lists(st.tuples(KINDS, TEXTS, st.lists(TEXTS, max_size=3)), max_size=6), st.lists(TEXTS, max_size=5))
def test_no_box_lies_on_another_and_all_are_on_the_paper(people, places):
    persons = [Said(f"p{at}", kind, name, tuple(notes)) for at, (kind, name, notes) in enumerate(people)]
    homes = [Said(f"h{at}", "home", text) for at, text in enumerate(places)]

    drawing = draw(persons, homes, {each.key: [home.key for home in homes] for each in persons})

    for one in drawing.boxes:
        assert (min(one.x, one.y) >= 0, one.x + one.wide <= WIDTH, one.y + one.high <= drawing.height) == (True,) * 3
        for other in drawing.boxes:
            apart = one.y + one.high <= other.y or other.y + other.high <= one.y or one.x + one.wide <= other.x
            assert one is other or apart or other.x + other.wide <= one.x
    assert len([each for each in drawing.links if each.kind == "home"]) == len(persons) * len(homes)


def test_a_long_name_is_broken_into_a_few_lines_that_fit():
    drawing = draw([Said("p", "victim", "Maximiliana Featherstonehaugh-" * 8)], [], {})

    (box,) = drawing.boxes
    assert len(box.lines) <= MOST_LINES
    assert {len(line.text) <= 19 for line in box.lines} == {True}


def test_who_does_harm_has_an_arrow_to_the_victim_and_a_child_a_line_without():
    people = [Said("v", "victim", "Wren"), Said("p", "perpetrator", "Ash"), Said("c", "child", "Kit")]

    drawing = draw(people, [], {})

    assert [each.kind for each in drawing.links] == ["harms", "arrow", "related"]
