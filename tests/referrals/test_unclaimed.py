"""What a document tells and the record has with nobody is asked about, until it is put with somebody or seen."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from marac.audit.models import AuditEvent
from marac.referrals import operations
from marac.referrals.covering import covered
from marac.review.first import Whose
from marac.review.review import review_of
from marac.review.unclaimed import unclaimed
from tests import make
from tests.reading import documents
from tests.referrals.pages import FILES, read, text_of

CONTENT = {
    "victims": [{"surname": "Hollis", "forenames": "Ada", "dob": "1990-02-01", "phones": [{"number": "07700900111"}]}],
    "perpetrators": [{"surname": "Reeve", "addresses": [{"text": "4 Mill Row, Westmoor", "postcode": "ZZ1 4AB"}]}],
    "children": [],
    "referrer": {"name": "Ines Birch", "phones": ["01632960222"]},
    "narrative": {"text": "He also rings from 07700 900999 and lives at 9 Kiln Lane, Westmoor ZZ1 9ZZ."},
}


def page(words, rows=()):
    cells = [
        [{"row": at, "column": column, "span": 1, "text": text} for column, text in enumerate(row, 1)]
        for at, row in enumerate(rows, 1)
    ]
    return {
        "id": "b1",
        "kind": "table" if rows else "line",
        "part": "a.docx",
        "place": "line 1",
        "text": words,
        "rows": cells,
    }


def asked(words="", rows=(), content=CONTENT):
    return [line.value for line in unclaimed(content, {"pages": [page(words, rows)]})]


@pytest.mark.parametrize(
    "words",
    [
        "He also rings from 07700 900999.",
        "He is at 9 Kiln Lane, Westmoor.",
        "He is in the refuge, ZZ1 9ZZ.",
        "Arlo Finch, born 8 January 2026.",
        "Baby dob 8/1/26",
        "Tariq Hollis has threatened her too.",
        "Second person: Jean REEVE, mother-in-law",
        "He also has a lad of 11, Mason, who stops with them at weekends.",
        "There is a baby brother, Alfie, who was one in December.",
        "He has a little boy too: he is called Riley and lives with his mother.",
        "Grandson: Jago",
        "He is on remand in HMP Longmoor, A9914GX.",
        "The children are Mia 6 (Barton Infants) and a baby.",
        "Their son Leo, aged 3, is there.",
    ],
)
def test_what_is_with_nobody_is_asked_about_even_where_the_account_tells_it(words):
    assert asked(words) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "Ring her on +44 7700 900111, or me on 01632 960 222.",
        "They live at 4 Mill Row, Westmoor, zz14ab.",
        "Her home is 4 Mill Row.",
        "Ada Hollis, born 1 Feb 1990.",
        "Mrs Hollis and Mr Reeve were seen on 8 January 2026.",
        "A pre-birth assessment was asked for on 8 January 2026.",
        "The Hollis family",
        "School: after 9.30, Year 6, Flat 2. The children went on May 3, to Ward 7.",
        "She is at the baby clinic, Tuesdays. A child, Ada said, must not hear it. Her daughter's name is on the form.",
    ],
)
def test_what_the_record_has_is_not_asked_about(words):
    assert asked(words) == []


def test_a_child_and_a_birth_are_asked_about_beneath_what_heads_them_in_one_cell():
    assert asked("Children (names, ages, where they live)\nMia 6 (Barton Infants) + Leo 3, all at home.") == [
        "Mia 6 (Barton Infants) + Leo 3, all at home."
    ]
    assert asked("Date of birth\n07/02/1999") == ["07/02/1999"]


def test_a_child_who_was_read_as_part_of_a_birth_is_asked_about():
    held = {**CONTENT, "children": [{"dob_raw": "Macsen Hollis, 3.11.2017, grandson"}]}

    assert asked("Macsen Hollis, 3.11.2017, grandson", content=held) == ["Macsen Hollis, 3.11.2017, grandson"]


def test_a_word_or_two_are_shown_with_what_stands_beside_and_over_them():
    grid = [["Child", "School", "Born"], ["Kirsty Moss", "Hill", "3/4/2019"]]
    questions = [["Your name?", "Ines Birch"], ["When was he born?", "3/4/2019"]]

    assert asked(rows=grid) == ["Hill Born: 3/4/2019"]
    assert asked(rows=questions) == ["When was he born?: 3/4/2019"]


def test_the_same_is_asked_about_once_where_it_first_stands():
    assert asked("Ring 07700 900999.\nNever ring 07700 900999.") == ["Ring 07700 900999."]


@given(some.text(max_size=80), some.text(max_size=20))
def test_whatever_is_written_there_is_an_answer_and_no_trouble(words, surname):
    asked(words, [[words, words]], {"victims": [{"surname": surname}]})


@pytest.mark.parametrize("piece", ["A-", "A'", "Aa ", "9 Aaaa ", "(", "born 1/"])
def test_words_without_an_end_are_looked_through_soon(piece):
    began = time.process_time()
    asked(piece * 20_000)

    assert time.process_time() - began < 1


def test_each_sentence_of_a_paragraph_is_asked_about():
    assert asked("She rents 9 Kiln Lane. His number is 07700 900999. Ring Ada on 07700 900111.") == [
        "She rents 9 Kiln Lane.",
        "His number is 07700 900999.",
    ]


def test_of_a_long_sentence_what_is_asked_about_is_shown():
    (shown,) = asked(f"He went on {'and on ' * 40}and rang from 07700 900999 in the end, {'again ' * 20}and again.")

    assert "07700 900999" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) <= 111


@given(some.text("ab .", max_size=400), some.integers(0, 300))
def test_words_around_what_is_asked_about_are_of_one_length_at_most(words, at):
    said = f"{words[:at]} 07700 900999 {words[at:]}"

    assert all(len(line) <= 111 for line in asked(said))


def test_the_account_puts_nothing_with_anybody():
    assert asked(CONTENT["narrative"]["text"]) == [CONTENT["narrative"]["text"]]


@pytest.fixture
def form(area, coordinator, client):
    """A referral whose form tells two numbers in places that ask for none."""
    rows = [["Victim name", "Ada HOLLIS"], ["Perpetrator name", "Cal REEVE"], ["Parking", "Ask at 01632 960333"]]
    content = documents.form(rows)
    referral = operations.read_document(
        viewer=make.viewer(maracs=[area]), marac=area, name="form.docx", content=content
    )
    client.post(f"/referrals/{referral.pk}/review/show/")
    return referral


def whose(referral):
    referral.refresh_from_db()
    return [row for row in review_of(referral.content, referral.reading).first if isinstance(row, Whose)]


@pytest.mark.django_db
def test_the_page_asks_whose_it_is_with_a_link_to_its_place_until_somebody_says_nothing_is_missing(client, form):
    address = f"/referrals/{form.pk}/review/"
    shown = text_of(client.get(address))
    (row,) = whose(form)
    paths = [line.path for line in row.lines]

    answer = text_of(client.post(f"{address}checked/", {"path": paths, "revision": form.revision}, follow=True))

    assert "Whose is this?" in shown
    assert f'Ask at 01632 960333 (<a class="govuk-link" href="#{row.line.anchor}">' in shown
    assert "Nothing is missing" in shown
    assert "Whose is this?" not in answer
    assert whose(form) == []
    assert AuditEvent.objects.filter(kind="change").last().details["paths"] == paths
    assert "960333" not in "".join(paths)


@pytest.mark.django_db
def test_what_is_put_with_somebody_is_no_longer_asked_about(area, form):
    operations.correct(
        viewer=make.viewer(maracs=[area]), referral=form, changes={"victims[0].phones[0].number": "01632960333"}
    )

    assert whose(form) == []


@pytest.mark.django_db
def test_nothing_of_it_is_told_while_the_document_is_covered(client, form):
    client.post(f"/referrals/{form.pk}/review/cover/")

    page = text_of(client.get(f"/referrals/{form.pk}/review/"))

    assert ("960333" in page, "Whose is this?" in page) == (False, False)


@pytest.mark.django_db
def test_of_the_samples_only_what_their_forms_print_is_asked_about(area):
    asked_of = {name: [line.value for row in whose(read(area, name)) for line in row.lines] for name in FILES}

    assert {name: len(lines) for name, lines in asked_of.items() if lines} == {"avonbrook-referral.pdf": 2}


@pytest.mark.django_db
def test_nothing_of_it_stands_on_the_page_while_the_referral_is_covered(client, form):
    address = f"/referrals/{form.pk}/review/"
    assert "01632 960333" in text_of(client.get(address))

    client.post(f"{address}cover/")

    assert "01632 960333" not in text_of(client.get(address))
    assert not [row for row in review_of(*covered(form)).first if isinstance(row, Whose)]
