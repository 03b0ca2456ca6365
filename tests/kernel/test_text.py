"""Words are joined, cut and cleaned without losing what they say."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.text import _, clean, clean_line, one_after_another, safe_file_name, sentence_list, shorten

anything = st.text(st.characters(), max_size=200)


def test_the_marker_changes_nothing():
    assert _("Choose a date.") == "Choose a date."


@pytest.mark.parametrize(
    ("items", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_reads_as_a_sentence(items, sentence):
    assert sentence_list(items) == sentence


def in_welsh(text):
    return {"The {part} is missing.": "Mae’r {part} ar goll.", "name": "enw", "Ask for it.": "Gofynnwch."}.get(
        text, text
    )


def test_a_sentence_with_something_in_it_is_still_translated_with_what_was_put_in():
    told = _("The {part} is missing.").format(part=_("name"))

    assert told == "The name is missing."
    assert told.said(in_welsh) == "Mae’r enw ar goll."


def test_sentences_set_one_after_another_are_each_translated():
    told = one_after_another(_("The {part} is missing.").format(part="dob"), _("Ask for it."))

    assert told == "The dob is missing. Ask for it."
    assert told.said(in_welsh) == "Mae’r dob ar goll. Gofynnwch."


@given(anything)
def test_what_was_put_in_is_never_taken_for_a_sentence_of_ours(written):
    assert _("The {part} is missing.").format(part=written).said(in_welsh) == f"Mae’r {written} ar goll."


def test_a_sentence_keeps_its_making_when_it_is_copied():
    told = pickle.loads(pickle.dumps(_("The {part} is missing.").format(part=_("name"))))

    assert told.said(in_welsh) == "Mae’r enw ar goll."


def test_a_long_line_is_cut_after_a_whole_word():
    assert shorten("Change the locks, and fit a chain", 20) == "Change the locks…"
    assert shorten("Change  the\nlocks", 20) == "Change the locks"
    assert shorten("Llanfairpwllgwyngyll", 6) == "Llanf…"


@given(anything, st.integers(0, 50))
def test_a_shortened_line_is_never_too_long(text, length):
    assert len(shorten(text, length)) <= length


def test_typed_text_loses_control_characters_and_direction_marks():
    typed = "Sarah\u202e\x00 O'Brien\u200f \r\n\r\nlives\x07 here\u2028"
    assert clean(typed) == "Sarah O'Brien\n\nlives here"


def test_a_letter_and_its_accent_become_one():
    assert clean("Zoe\u0308") == "Zo\u00eb"


def test_half_a_character_that_no_database_stores_is_dropped():
    assert clean("a\ud800b") == "ab"


def test_a_joiner_that_persian_is_spelt_with_stays():
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_a_short_answer_is_one_line():
    assert clean_line("  Sarah\n\tJane ") == "Sarah Jane"


@given(anything)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize(
    ("references", "name"),
    [
        (("2026-14", "agenda"), "2026-14-agenda.docx"),
        (("MARAC-2026-14",), "2026-14.docx"),
        (("../../etc/passwd",), "etc-passwd.docx"),
        (("a\x00b\u202ec",), "a-b-c.docx"),
        (("con",), "document-con.docx"),
        (("",), "document.docx"),
    ],
)
def test_file_names_are_made_of_references(references, name):
    assert safe_file_name(*references, extension=".docx") == name


@given(st.lists(anything, max_size=4), st.sampled_from(["docx", "csv", ""]))
def test_file_names_are_short_and_plain(references, extension):
    name = safe_file_name(*references, extension=extension)
    assert 0 < len(name) <= 80
    assert not set(name) - set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.")
    assert not name.startswith(("-", "."))
