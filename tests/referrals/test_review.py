"""The record beside its document: what is shown, opened, corrected, and saved by two people at once."""

import re
from dataclasses import dataclass

import pytest

from marac.access.roles import Permission
from marac.audit.models import AuditEvent
from marac.audit.operation import operation, record
from marac.referrals import operations
from marac.referrals.forms import ReviewForm
from marac.referrals.models import Referral
from marac.review.review import review_of
from tests import make
from tests.reading import documents
from tests.referrals.pages import FILES, errors_of, form_of, read, text_of

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Kept:
    referral_id: int


def page_of(referral, opened=""):
    return f"/referrals/{referral.pk}/review/" + (f"?open={opened}" if opened else "")


@operation(needs=Permission.DO_DUE_WORK)
def kept(*, viewer, referral, **values):
    """The referral with these values, without asking whether it may have them."""
    for name, value in values.items():
        setattr(referral, name, value)
    referral.save()
    record(Kept(referral_id=referral.pk))
    return referral


def shown(client, referral, opened=""):
    """The page once somebody has pressed for the document and what is withheld."""
    client.post(f"/referrals/{referral.pk}/review/show/")
    return client.get(page_of(referral, opened))


@pytest.fixture(autouse=True)
def _shown(request):
    if {"client", "coordinator", "referral"} <= set(request.fixturenames):
        request.getfixturevalue("coordinator")
        request.getfixturevalue("client").post(f"/referrals/{request.getfixturevalue('referral').pk}/review/show/")


def filled(client, address):
    """What a browser would send back if somebody pressed the button without changing anything."""
    return form_of(client.get(address))


def groups_of(referral):
    seen = review_of(referral.content, referral.reading)
    return [*(group for section in seen.sections for group in section.groups), *seen.more]


# ---------------------------------------------------------------- what is shown
def test_a_value_is_shown_with_its_place_its_words_and_how_it_was_come_by(client, coordinator, referral):
    page = text_of(client.get(page_of(referral)))

    assert 'Stated: <a class="govuk-link" href="#b5-4-2">table 2, row 4</a>, “Weekdays 9.30' in page
    assert ", taken from another answer; Child 2: Rowan Delaney" in page
    assert 'Inferred: <a class="govuk-link" href="#b3">paragraph 2</a>' in page
    assert 'id="b5-1-2"' in page


def test_every_place_that_is_linked_to_is_on_the_page(client, area, coordinator):
    for name in FILES:
        page = shown(client, read(area, name)).content.decode()
        linked = {part.partition('"')[0] for part in page.split('href="#b')[1:]}

        assert {each for each in linked if f'id="b{each}"' not in page} == set()


def test_what_is_struck_out_in_the_document_is_struck_out_on_the_page(client, coordinator, referral):
    page = client.get(page_of(referral)).content.decode()

    assert "Y / <del>N</del>" in page


def test_what_can_do_harm_or_is_doubtful_comes_first(referral):
    first = [line for row in review_of(referral.content, referral.reading).first for line in row.lines]

    assert {"victims[0].phones[1].safe_to_call", "victims[0].diversity.lgbt"} <= {line.path for line in first}
    assert "children[0].address.text" in {line.path for line in first}


def test_who_is_who_is_one_row_above_all_others_and_the_telephones_come_next(referral):
    who, where, phone, *_others = review_of(referral.content, referral.reading).first

    assert [(whose, [line.shown for line in lines][:2]) for whose, lines in who.people] == [
        ("Victim", ["Tolliver", "Hannah Jane"]),
        ("Perpetrator", ["Delaney", "Craig Anthony"]),
        ("Child 1", ["Tolliver", "Isla"]),
        ("Child 2", ["Delaney", "Rowan"]),
    ]
    assert (where.title, phone.title) == ("Who lives where", "Victim: Phone 1")


def test_a_number_of_which_nobody_said_that_it_is_safe_says_so(client, area, coordinator, referral):
    phone = "victims[0].phones[0]."
    given = {"viewer": make.viewer(maracs=[area]), "referral": referral}
    operations.correct(**given, changes={f"{phone}safe_to_call": None})

    assert "Not said whether it is safe to call" in text_of(client.get(page_of(referral)))


def test_a_row_says_to_the_eye_to_the_script_and_to_a_screen_reader_from_where_it_was_read(
    client, coordinator, referral
):
    page = text_of(client.get(page_of(referral)))

    assert '<li class="marac-first__row" data-read-from="b5-3-2 b5-3-4 b5-4-2">' in page
    assert "Read from: table 2, row 3, “Telephone number”." in page
    assert 'aria-describedby="from-1"' in page
    assert "Read from: table 3, row 1, “Perpetrator(s) name”" in text_of(
        client.get(page_of(referral, "perpetrators-0-names"))
    )


def test_what_is_to_be_checked_first_is_not_said_again_in_its_group(client, coordinator, referral):
    review = review_of(referral.content, referral.reading)
    below = [
        line.path
        for group in groups_of(referral)
        for run in group.rows(review.above)
        for row in run
        for line in row.lines
    ]
    page = text_of(client.get(page_of(referral)))

    assert set(below) & review.above == set()
    assert set(below) | review.above == {line.path for group in groups_of(referral) for line in group.said}
    assert '<a class="govuk-link" href="#first">Above' in page


def test_a_number_to_be_checked_stands_whole_beside_what_is_said_of_it(referral):
    rows = {row.title: row for row in review_of(referral.content, referral.reading).first}

    assert {"number", "safe_to_call", "safe_to_leave_message", "note"} <= {
        line.path.rpartition(".")[2] for line in rows["Victim: Phone 2"].lines
    }


def test_a_home_stands_once_with_all_who_are_there_and_is_checked_once_for_all_of_them(client, coordinator, referral):
    _who, where, *_others = review_of(referral.content, referral.reading).first
    paths = [line.path for line in where.lines]

    page = text_of(shown(client, referral))
    client.post(f"{page_of(referral)}checked/", {"path": paths, "revision": referral.revision})

    referral.refresh_from_db()
    words = re.sub(r"<[^>]+>", "", page)
    assert "14 Lantern Row, Norbrook, ZZ3 7TB: Victim: Hannah Jane Tolliver; Child 1: Isla Tolliver" in words
    assert "Does anybody live at another’s address too?" in page
    assert not set(paths) & review_of(referral.content, referral.reading).above


def test_what_was_not_read_is_said_and_marked_where_it_stands(client, coordinator, referral):
    page = text_of(client.get(page_of(referral)))

    assert f"see for yourself ({len(referral.reading['unread'])})" in page
    assert "Not read</span> Bruised arm, cut lip." in page


def test_somebody_whose_part_the_document_does_not_say_is_asked_about(client, area, coordinator):
    boxes = [[["Subject"], ["Name", name], ["DOB", "1.2.1990"]] for name in ("Ada Hollis", "Eve Moss")]
    viewer = make.viewer(maracs=[area])
    content = documents.form(*boxes)
    two = operations.read_document(viewer=viewer, marac=area, name="form.docx", content=content)

    assert "Who is this? The document names Ada Hollis and does not say" in text_of(shown(client, two))


def test_a_home_that_was_not_found_of_those_who_harm_is_said_openly_until_it_is_there(client, area, coordinator):
    rows = [["Victim name", "Ada HOLLIS"], ["Perpetrator name", "Cal REEVE"]]
    viewer = make.viewer(maracs=[area])
    content = documents.form(rows)
    nowhere = operations.read_document(viewer=viewer, marac=area, name="form.docx", content=content)
    before = text_of(shown(client, nowhere))

    nowhere.refresh_from_db()
    operations.correct(viewer=viewer, referral=nowhere, changes={"perpetrators[0].addresses[0].text": "4 Mill Row"})
    after = text_of(shown(client, nowhere))

    assert re.search(
        r"Not found in the document\..*?Perpetrator: no address: it is not known where they are", before, re.S
    )
    assert "Not found in the document." not in after


def test_a_line_of_a_mail_from_which_something_was_read_is_not_called_unread(client, area, coordinator):
    page = text_of(shown(client, read(area, "calderwick-email.eml")))

    assert "Read in part</span> 2. I left a child off." in page
    assert "Not read</span> Hi," in page


def test_every_field_can_be_opened_once(referral):
    paths = [line.path for group in groups_of(referral) for line in group.lines]
    keys = [group.key for group in groups_of(referral)]

    assert (len(paths), len(keys)) == (len(set(paths)), len(set(keys)))
    assert {"victims[0].surname", "children[1].dob", "checklist.answers.weapons", "narrative.text"} <= set(paths)
    assert {"children[2].forenames", "victims[0].phones[2].number"} <= set(paths)


def test_fields_are_drawn_only_for_the_group_that_is_open(client, coordinator, referral):
    closed, opened = filled(client, page_of(referral)), filled(client, page_of(referral, "victims-0-more"))

    assert [name for name in closed if "[" in name] == []
    assert "victims[0].gp" in opened
    assert "victims[0].surname" not in opened


def test_a_referral_that_was_typed_in_has_no_document_beside_it(client, area, coordinator):
    content = {"schema": "marac-intake/1", "victims": [{"surname": "Hollis", "phones": [{"number": "07700900123"}]}]}
    typed = kept(viewer=make.system(), referral=Referral(marac=area), state=Referral.State.SUBMITTED, content=content)

    page = text_of(client.get(page_of(typed)))

    assert "Hollis" in page
    assert "The document" not in page
    assert "Added by hand" not in page


def test_a_decided_referral_is_shown_and_cannot_be_opened(client, coordinator, referral):
    kept(viewer=make.system(), referral=referral, state=Referral.State.NOT_MET)

    page = shown(client, referral, "victims-0-more").content.decode()

    assert "victims[0].gp" not in page
    assert "stays as it was" in page


def test_opening_a_referral_is_recorded(client, coordinator, referral):
    client.get(page_of(referral))

    event = AuditEvent.objects.last()
    assert (event.kind, event.name, event.details) == ("read", "referral", {"referral_id": referral.pk})


def test_the_review_page_asks_few_questions(client, coordinator, referral, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get(page_of(referral))


# ---------------------------------------------------------------- corrections
@pytest.mark.parametrize("name", FILES)
def test_no_group_of_any_document_has_a_change_before_somebody_types(area, name):
    referral = read(area, name)

    for group in groups_of(referral):
        drawn = ReviewForm(group=group, revision=0)
        form = ReviewForm({field.html_name: field.value() for field in drawn}, group=group, revision=0)
        assert (group.key, form.is_valid(), form.changes) == (group.key, True, {})


def test_saving_without_a_change_changes_nothing(client, coordinator, referral):
    address = page_of(referral, "victims-0-phones")

    answer = client.post(address, filled(client, address))

    assert (answer.status_code, errors_of(answer)) == (302, {})
    assert (Referral.objects.get().content, Referral.objects.get().revision) == (referral.content, 0)


def test_a_correction_is_saved_and_what_was_read_is_still_said(client, coordinator, referral):
    address = page_of(referral, "victims-0-names")

    answer = client.post(address, filled(client, address) | {"victims[0].forenames": "Hanna"})

    stored = Referral.objects.get()
    assert answer.url == f"/referrals/{referral.pk}/review/#victims-0-names"
    assert stored.content["victims"][0]["forenames"] == "Hanna"
    assert stored.reading["content"]["victims"][0]["forenames"] == "Hannah Jane"
    assert "The document was read as: Hannah Jane" in text_of(client.get(address))


def test_somebody_who_was_missed_is_added(client, coordinator, referral):
    address = page_of(referral, "children-2-names")

    client.post(address, filled(client, address) | {"children[2].forenames": "Wren"})

    assert Referral.objects.get().content["children"][2] == {"forenames": "Wren"}


def test_a_date_that_is_none_is_refused_beside_its_field_and_nothing_typed_is_lost(client, coordinator, referral):
    address = page_of(referral, "victims-0-names")

    answer = client.post(address, filled(client, address) | {"victims[0].dob": "soon", "victims[0].surname": "Toll"})

    assert list(errors_of(answer)) == ["victims[0].dob"]
    assert 'value="Toll"' in answer.content.decode()


def test_somebody_read_by_mistake_is_taken_out_and_what_was_read_of_the_others_stays(client, coordinator, referral):
    given = {"path": "children[0]", "revision": "0"}

    client.post(f"/referrals/{referral.pk}/review/remove/", given)
    again = client.post(f"/referrals/{referral.pk}/review/remove/", given)

    stored = Referral.objects.get()
    assert [child["forenames"] for child in stored.content["children"]] == ["Rowan"]
    assert [gone["said"]["forenames"] for gone in stored.reading["removed"]] == ["Isla"]
    assert again.status_code == 409
    assert "The document was read as" not in text_of(client.get(page_of(referral)))


# ---------------------------------------------------------------- two people at once
def corrected_meanwhile(area, referral, **changes):
    operations.correct(viewer=make.viewer(maracs=[area]), referral=referral, changes=changes)


def test_a_save_over_a_newer_text_shows_the_newer_beside_what_was_typed(client, area, coordinator, referral):
    address = page_of(referral, "victims-0-more")
    typed = filled(client, address) | {"victims[0].gp": "Mine", "victims[0].housing": "Rented"}
    corrected_meanwhile(area, referral, **{"victims[0].gp": "Theirs", "victims[0].occupation": "Baker"})

    answer = client.post(address, typed)

    page, again = text_of(answer), form_of(answer)
    assert "Somebody else saved this" in page
    assert "Saved by somebody else meanwhile: <strong>Theirs</strong>" in page
    assert (again["victims[0].gp"], again["victims[0].housing"]) == ("Mine", "Rented")
    assert again["victims[0].occupation"] == "Baker"
    assert Referral.objects.get().content["victims"][0]["gp"] == "Theirs"


def test_the_second_press_saves_what_was_typed_and_keeps_what_the_other_saved(client, area, coordinator, referral):
    address = page_of(referral, "victims-0-more")
    typed = filled(client, address) | {"victims[0].gp": "Mine"}
    corrected_meanwhile(area, referral, **{"victims[0].gp": "Theirs", "victims[0].occupation": "Baker"})

    client.post(address, form_of(client.post(address, typed)))

    victim = Referral.objects.get().content["victims"][0]
    assert (victim["gp"], victim["occupation"]) == ("Mine", "Baker")


def test_what_was_typed_for_somebody_who_was_taken_out_meanwhile_is_shown(client, area, coordinator, referral):
    address = page_of(referral, "others-2-phones")
    typed = filled(client, address) | {"others[2].phones[0].number": "07700 900321"}
    operations.remove_entry(viewer=make.viewer(maracs=[area]), referral=referral, path="others[0]")

    answer = client.post(address, typed)

    assert "has been taken out by somebody else" in text_of(answer)
    assert "Number: 07700 900321" in text_of(answer)


@pytest.mark.parametrize("before", ["", "no json", "[]", '{"nothing": "such"}'])
def test_a_page_that_was_tampered_with_is_saved_or_refused_and_never_breaks(client, coordinator, referral, before):
    address = page_of(referral, "victims-0-more")

    answer = client.post(address, filled(client, address) | {"before": before, "victims[0].gp": "Surgery"})

    assert answer.status_code == 302
    assert Referral.objects.get().content["victims"][0]["gp"] == "Surgery"
