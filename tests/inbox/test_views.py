"""The pages of the inbox, as whoever works it uses them."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from marac.access.roles import Role
from marac.accounts.models import User
from marac.actions import operations as actions
from marac.audit.models import AuditEvent
from marac.inbox.models import LookedThrough, Message
from marac.inbox.operations.taking import AlreadyTaken
from marac.inbox.uploading import take_file
from marac.meetings.operations import list_case
from marac.research import operations as research
from marac.research.models import Request
from tests import make
from tests.inbox.letters import SAMPLES, mail
from tests.meetings.conftest import referral_of
from tests.reading.saved_mail import msg

pytestmark = pytest.mark.django_db
FORM = SAMPLES / "intake/norbrook-tolliver.docx"


@pytest.fixture
def signed_in(client, area, police):
    return make.signed_in(client, marac=area, agency=police)


@pytest.fixture
def case(area, homes):
    return make.case(marac=area, seen_by=(homes,))


@pytest.fixture
def listed(case, meeting, coordinator):
    """The case on the list of a meeting to come."""
    return list_case(viewer=coordinator, meeting=meeting, case=case, referral=referral_of(case))


@pytest.fixture
def bring(area):
    def brought(content, name="message.eml"):
        return take_file(viewer=make.system(), marac=area, name=name, content=content)

    return brought


def press(client, message, name, **typed):
    return client.post(reverse(f"inbox:{name}", args=[message.pk]), {"revision": message.revision, **typed})


def text_of(answer):
    return " ".join(answer.content.decode().split())


def test_the_queue_shows_what_waits_and_never_the_words_of_a_message(client, signed_in, bring, case):
    bring(mail(f"About {case.reference}", "Her number is 07700 900111."))

    page = text_of(client.get(reverse("inbox:queue")))

    assert f"Information on a case, {case.reference}" in page
    assert "07700 900111" not in page


def test_a_message_is_read_with_its_reasons_and_that_it_was_read_is_in_the_trail(client, signed_in, bring, case):
    message = bring(mail(f"About {case.reference}", "Her number is 07700 900111."))

    page = text_of(client.get(reverse("inbox:one", args=[message.pk])))

    assert "It names our case" in page
    assert "Her number is 07700 900111." in page
    assert AuditEvent.objects.get(name="message").case_id == case.pk


def test_an_uploaded_form_is_made_a_referral_by_one_press(client, signed_in, area):
    file = SimpleUploadedFile(FORM.name, FORM.read_bytes())
    answer = client.post(reverse("inbox:upload"), {"marac": area.pk, "file": file})
    message = Message.objects.get()
    assert answer.url == reverse("inbox:one", args=[message.pk])

    answer = press(client, message, "referral")

    message.refresh_from_db()
    assert answer.url == reverse("referrals:review", args=[message.referral_id])
    assert client.get(answer.url).status_code == 200


def test_what_was_brought_before_is_led_to_and_what_cannot_be_taken_is_said(client, signed_in, area, bring):
    before = bring(FORM.read_bytes(), FORM.name)

    again = client.post(
        reverse("inbox:upload"), {"marac": area.pk, "file": SimpleUploadedFile("a.docx", FORM.read_bytes())}
    )
    picture = client.post(reverse("inbox:upload"), {"marac": area.pk, "file": SimpleUploadedFile("a.png", b"\x89PNG1")})

    assert reverse("inbox:one", args=[before.pk]) in again.content.decode()
    assert "This is a picture, and pictures cannot be read." in text_of(picture)


def test_two_at_once_and_the_second_is_told(client, signed_in, bring):
    message = bring(mail("For two"))
    first = press(client, message, "correspondence")

    second = press(client, message, "not-ours", reason="Spam")
    third = press(client, message, "correspondence")

    assert (first.status_code, second.status_code, third.status_code) == (302, 200, 409)
    assert "has dealt with this message meanwhile: Kept as correspondence" in text_of(second)
    assert "Spam" in text_of(second)


def test_a_case_is_named_and_a_wrong_reference_is_said_beside_what_was_typed(client, signed_in, bring, case):
    message = bring(mail("She has moved"))
    wrong = press(client, message, "information", reference="A9/26/0001")

    press(client, message, "information", reference=case.reference)

    message.refresh_from_db()
    assert "There is no case of that reference that you can open." in text_of(wrong)
    assert (message.state, message.case) == ("information", case)
    press(client, message, "put-back")
    assert Message.objects.get().state == "put_back"


def test_a_report_on_an_action_is_typed_with_the_mail_beside_it(client, signed_in, bring, case, homes):
    given = {"case": case, "agency": homes, "task": "Change the locks", "due_on": make.TODAY}
    action = actions.set_action(viewer=make.system(), **given)
    message = bring(mail(f"{case.reference} action {action.pk}", "The locks were changed on Monday."))
    form = text_of(client.get(reverse("inbox:action", args=[message.pk])))

    press(client, message, "action", action=action.pk, state="complete", outcome="Changed", said_by="Una Sorrel")

    action.refresh_from_db()
    assert "The locks were changed on Monday." in form
    assert (action.state, action.said_by) == ("complete", "Una Sorrel")


def test_an_answer_to_research_is_typed_with_who_wrote_it(client, signed_in, bring, listed, homes):
    case = listed.case
    research.ask(viewer=make.system(), item=listed)
    asked = Request.objects.get(agency=homes)
    message = bring(mail(f"{case.reference} research", "They rent from us, no arrears."))
    typed = {"request": asked.pk, "answer": "known", "text": "They rent from us", "kind": "fact"}

    nobody = press(client, message, "research", **typed, may_be_minuted="yes")
    press(client, message, "research", **typed, may_be_minuted="yes", said_by="Una Sorrel")

    asked.refresh_from_db()
    message.refresh_from_db()
    assert "Write down who at the agency wrote this." in text_of(nobody)
    assert (asked.answer, asked.said_by, asked.findings.get().text) == ("known", "Una Sorrel", "They rent from us")
    assert (message.proposed, message.state, message.request) == ("research", "research", asked)


def test_who_is_on_duty_records_that_the_queue_was_looked_through(client, signed_in, area):
    client.post(reverse("inbox:look-through", args=[area.pk]))

    assert LookedThrough.objects.get().by == signed_in.name
    assert signed_in.name in text_of(client.get(reverse("inbox:looks")))


def test_what_is_searched_is_kept_out_of_the_address_and_in_the_trail(client, signed_in, bring):
    bring(mail("Who comes on Monday"))
    bring(mail("Another"))
    client.post(reverse("inbox:queue"), {"words": "monday"})

    page = text_of(client.get(reverse("inbox:queue")))

    assert ("Who comes on Monday" in page, "Another" in page) == (True, False)
    assert AuditEvent.objects.get(kind="search").details["found"] == 1


def test_however_long_the_queue_is_the_page_asks_as_often(client, signed_in, bring, django_assert_max_num_queries):
    for number in range(3):
        bring(mail(f"Message {number}"))
    client.get(reverse("inbox:queue"))

    with django_assert_max_num_queries(22) as first:
        client.get(reverse("inbox:queue"))
    for number in range(3, 9):
        bring(mail(f"Message {number}"))
    with django_assert_max_num_queries(len(first)):
        client.get(reverse("inbox:queue"))


def test_nobody_else_finds_an_inbox(client, area, police, bring):
    message = bring(mail("For the office"))
    make.signed_in(client, Role.CHAIR, marac=area, agency=police)

    assert client.get(reverse("inbox:queue")).status_code == 404
    assert client.get(reverse("inbox:one", args=[message.pk])).status_code == 404
    assert User.objects.count() == 1


def test_markup_in_a_message_is_shown_as_text(client, signed_in, bring):
    message = bring(mail("<b>Bold</b>", number="bold", body="<img src=http://localhost:9/x> <script>alert(1)</script>"))

    page = client.get(reverse("inbox:one", args=[message.pk])).content.decode()

    assert "&lt;b&gt;Bold&lt;/b&gt;" in page
    assert "<img src" not in page


SENT = datetime(2026, 3, 4, 9, 15, tzinfo=UTC)
OUTLOOK = {"sender": "Una Sorrel", "address": "una@homes.northmoor.example.org"}


def test_a_mail_that_outlook_saved_shows_its_sender_and_words_once(client, signed_in, bring, case, homes):
    saved = msg(("notes.txt", b"x"), subject=f"About {case.reference}", body="She has moved.", sent=SENT, **OUTLOOK)

    taken = bring(saved, "saved.msg")

    assert (taken.sender_name, taken.sender_address, taken.agency, taken.case) == (*OUTLOOK.values(), homes, case)
    page = text_of(client.get(reverse("inbox:one", args=[taken.pk])))
    assert all(words in page for words in ("Una Sorrel", "She has moved.", "notes.txt", "4 March 2026"))
    with pytest.raises(AlreadyTaken):
        bring(saved, "the same again.msg")


def test_a_form_in_a_mail_that_outlook_saved_is_proposed_as_a_referral(bring):
    assert bring(msg(("form.docx", FORM.read_bytes()), body="Attached.", **OUTLOOK), "a.msg").proposed == "referral"
