"""From the upload to the review, through the pages, and who finds them at all."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from marac.access.roles import Role
from marac.referrals.models import Referral
from tests import make
from tests.opening.test_hostile import HOSTILE
from tests.referrals.pages import FILES, FORM, SAMPLES, errors_of, form_of, read

pytestmark = pytest.mark.django_db


def sent(client, area, name, content):
    return client.post("/referrals/upload/", {"marac": area.pk, "file": SimpleUploadedFile(name, content)})


def numbers_in(answer):
    """The referrals that a list shows."""
    return [int(number) for number in re.findall(r'href="/referrals/(\d+)/"', answer.content.decode())]


# ---------------------------------------------------------------- upload
@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_document_is_uploaded_and_shown_beside_what_was_read(client, area, coordinator, name):
    answer = sent(client, area, name, (SAMPLES / name).read_bytes())

    referral = Referral.objects.get()
    page = client.get(answer.url)
    assert (answer.status_code, answer.url) == (302, f"/referrals/{referral.pk}/review/#show")
    assert page.status_code == 200
    assert referral.content["victims"][0]["surname"] in page.content.decode()


@pytest.mark.parametrize(
    ("content", "name", "words"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE]
)
def test_a_file_that_cannot_be_read_gets_a_sentence_beside_the_field_and_the_choice_stays(
    client, area, coordinator, name, content, words
):
    answer = sent(client, area, name, content)

    assert answer.status_code == 200
    assert words in errors_of(answer)["file"]
    assert form_of(answer)["marac"] == str(area.pk)
    assert Referral.objects.count() == 0


def test_no_file_at_all_asks_for_one(client, area, coordinator):
    answer = client.post("/referrals/upload/", {"marac": area.pk})

    assert errors_of(answer) == {"file": "Choose the file of the referral"}


def test_the_same_document_again_offers_the_first(client, area, coordinator, referral):
    answer = sent(client, area, "renamed.docx", (SAMPLES / FORM).read_bytes())

    assert f'href="/referrals/{referral.pk}/"' in answer.content.decode()
    assert Referral.objects.count() == 1


def test_a_marac_of_others_cannot_be_chosen(client, coordinator):
    answer = sent(client, make.marac(), FORM, (SAMPLES / FORM).read_bytes())

    assert errors_of(answer)["marac"] == "Choose one of the answers shown"


# ---------------------------------------------------------------- the list, and who sees what
def test_the_list_is_filtered_by_state_and_searched_by_number(client, area, coordinator, referral):
    other = read(area, "eastmere-referral.docx")

    found = numbers_in(client.post("/referrals/", {"words": str(other.pk)}, follow=True))
    none = numbers_in(client.get("/referrals/", {"state": "accepted"}))

    assert (found, none) == ([other.pk], [])


@pytest.mark.parametrize("names", [FILES[:1], FILES[:3]])
def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    client, area, coordinator, names, django_assert_num_queries
):
    for name in names:
        read(area, name)

    with django_assert_num_queries(6):
        answer = client.get("/referrals/")

    assert len(numbers_in(answer)) == len(names)


def test_the_review_page_asks_few_questions(client, coordinator, referral, django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        client.get(f"/referrals/{referral.pk}/review/")


@pytest.mark.parametrize("page", ["", "review/", "decide/"])
def test_a_referral_of_another_marac_is_not_there(client, referral, page):
    elsewhere = make.marac()
    make.signed_in(client, marac=elsewhere, agency=make.agency(marac=elsewhere))

    assert client.get(f"/referrals/{referral.pk}/{page}").status_code == 404
    assert numbers_in(client.get("/referrals/")) == []


@pytest.mark.parametrize(
    ("role", "answers"),
    [
        (Role.COORDINATOR, [200, 200, 200, 200, 200]),
        (Role.ADMINISTRATOR, [200, 200, 200, 200, 404]),
        (Role.REPRESENTATIVE, [302, 404, 200, 404, 404]),
        (Role.REFERRER, [302, 404, 200, 404, 404]),
        (Role.STEERING, [404, 404, 404, 404, 404]),
    ],
)
def test_each_role_has_its_own_pages(client, area, outreach, referral, role, answers):
    make.signed_in(client, role, marac=area, agency=outreach)
    one = f"/referrals/{referral.pk}/"

    pages = ["/referrals/", "/referrals/upload/", one, f"{one}review/", f"{one}decide/"]

    assert [client.get(page).status_code for page in pages] == answers


def test_an_agency_that_did_not_refer_does_not_find_it(client, area, referral):
    make.signed_in(client, Role.REPRESENTATIVE, marac=area, agency=make.agency(marac=area))

    assert client.get(f"/referrals/{referral.pk}/").status_code == 404


@pytest.mark.parametrize("page", ["", "review/", "decide/"])
def test_no_title_or_address_names_anybody(client, coordinator, referral, page):
    answer = client.get(f"/referrals/{referral.pk}/{page}")

    title = answer.content.decode().partition("<title>")[2].partition("</title>")[0]
    assert str(referral.pk) in title
    assert "olliver" not in title
