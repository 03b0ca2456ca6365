"""Names that sound alike have one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.phonetics import phonetic_key, phonetic_parts


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Catherine", "Kathryn"),
        ("Smith", "Smyth"),
        ("Stephen", "Steven"),
        ("Geoffrey", "Jeffrey"),
        ("Reid", "Reed"),
        ("Hussain", "Hossein"),
        ("Mohammed", "Muhammad"),
        ("Macdonald", "McDonald"),
        ("O'Brien", "OBRIEN"),
    ],
)
def test_names_that_sound_alike_have_one_key(a, b):
    assert phonetic_key(a) == phonetic_key(b)


def test_names_that_sound_different_have_two():
    assert phonetic_key("Robert") != phonetic_key("Rupert")


def test_each_word_has_its_key():
    assert phonetic_parts("Mrs O'Brien-Smith") == ("OBRN", "SM0")
    assert phonetic_key("Mrs O'Brien-Smith") == "OBRN SM0"


def test_a_name_in_another_script_stands_for_itself():
    assert phonetic_key("Иван") == "иван"


@given(st.text(max_size=40))
def test_any_text_has_one_key_for_each_word(name):
    assert all(phonetic_parts(name))
    assert len(phonetic_key(name).split()) == len(phonetic_parts(name))
