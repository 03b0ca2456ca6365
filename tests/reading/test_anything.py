"""Whatever bytes come in, they are read or refused with a sentence; nothing else happens."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from marac.kernel.refusal import Refusal
from marac.reading import read


@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.pdf", "a.eml", "a.doc", "a"]))
def test_any_bytes_at_all_are_read_or_refused(content, name):
    with contextlib.suppress(Refusal):
        read(content, name)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300))
def test_any_mail_text_at_all_is_read(words):
    content = b"From: a@b.example.org\nTo: c@d.example.org\nSubject: x\n\nHello\n" + words.encode()

    assert read(content, "m.eml").content["schema"] == "marac-intake/1"
