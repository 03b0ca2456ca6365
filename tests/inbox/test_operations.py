"""A message is filed once, by one person; it is put back where that was wrong; and the queue is looked through."""

from datetime import timedelta

import pytest
from django.utils import timezone

from marac.access.requires import Unseen
from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.actions import operations as actions
from marac.audit.models import AuditEvent
from marac.audit.operation import NotAllowed
from marac.cases import operations as cases
from marac.documents import store
from marac.documents.models import Document
from marac.inbox.due import forget_not_ours, tell_of_missed
from marac.inbox.models import LookedThrough, Message
from marac.inbox.operations import filing
from marac.inbox.operations.taking import AlreadyTaken
from marac.inbox.queries import not_looked_through
from marac.inbox.uploading import take_file
from marac.kernel.refusal import Refusal
from marac.kernel.tables import Column, Table, xlsx_bytes
from marac.mail.models import Outgoing
from marac.mail.post import send_due
from marac.referrals.models import Referral
from tests import make
from tests.inbox.letters import SAMPLES, mail

pytestmark = pytest.mark.django_db


def bring(area, coordinator, content, name="message.eml"):
    return take_file(viewer=coordinator, marac=area, name=name, content=content)


@pytest.fixture
def case(area, homes):
    return make.case(marac=area, seen_by=(homes,))


@pytest.fixture
def action(case, homes):
    due_on = make.TODAY + timedelta(days=5)
    return actions.set_action(viewer=make.system(), case=case, agency=homes, task="Change the locks", due_on=due_on)


@pytest.fixture
def letter(area, coordinator, case):
    return bring(area, coordinator, mail(f"About {case.reference}", "She has moved. Telephone 07700 900111."))


def test_a_message_that_names_a_case_is_filed_with_it_and_its_original_stands_there(letter, case, coordinator):
    reference = case.reference.lower()
    filing.file_as_information(viewer=coordinator, message=letter, reference=reference, revision=letter.revision)

    letter.refresh_from_db()
    assert (letter.proposed, letter.state, letter.case) == ("information", "information", case)
    assert (letter.handled_by, letter.document.case) == ("Ada Quill", case)


def test_the_second_of_two_is_told_who_was_first(letter, coordinator):
    filing.keep_as_correspondence(viewer=coordinator, message=letter, revision=letter.revision)

    with pytest.raises(Refusal) as refused:
        filing.set_aside(viewer=coordinator, message=letter, reason="Spam", revision=letter.revision)

    assert refused.value.sentence.startswith("Ada Quill has dealt with this message meanwhile")


def test_what_was_put_back_waits_again_and_is_with_no_case(letter, case, coordinator):
    filing.file_as_information(viewer=coordinator, message=letter, reference=case.reference, revision=1)
    letter.refresh_from_db()

    filing.put_back(viewer=coordinator, message=letter, revision=letter.revision)

    letter.refresh_from_db()
    assert (letter.state, letter.case, letter.document.case, letter.handled_by) == ("put_back", None, None, "")
    filing.keep_as_correspondence(viewer=coordinator, message=letter, revision=letter.revision)
    assert Message.objects.get().state == "letter"


def test_an_action_is_reported_on_with_who_wrote_it(area, coordinator, case, action):
    message = bring(area, coordinator, mail(f"{case.reference} action {action.pk}", "The locks are changed."))

    filing.file_as_action(
        viewer=coordinator,
        message=message,
        action=action.pk,
        state="complete",
        outcome="Locks changed",
        reason="",
        said_by="Una Sorrel",
        revision=1,
    )

    action.refresh_from_db()
    message.refresh_from_db()
    assert (action.state, action.said_by, action.outcome) == ("complete", "Una Sorrel", "Locks changed")
    assert (message.proposed, message.state, message.action, message.case) == ("action", "action", action, case)


def test_an_answer_to_our_notice_is_known_by_its_number(area, coordinator, police):
    make.member(Role.REPRESENTATIVE, marac=area, agency=police)
    case = make.case(marac=area, seen_by=(police,))
    given = {"case": case, "agency": police, "task": "Patrol", "due_on": make.TODAY}
    action = actions.set_action(viewer=make.system(), **given)
    send_due(make.system(), lambda: timezone.now() + timedelta(hours=3))
    number = Outgoing.objects.get(kind="actions").number

    reply = mail("Re: Something waits for you", "Done.", sender="ada@example.org", In_Reply_To=number)
    message = bring(area, coordinator, reply)

    assert (message.proposed, message.case, message.action) == ("action", case, action)
    assert message.reasons[1] == ["reply", case.reference]


def test_the_same_message_is_not_taken_twice(area, coordinator, letter, case):
    with pytest.raises(AlreadyTaken) as refused:
        bring(area, coordinator, mail(f"About {case.reference}", "She has moved. Telephone 07700 900111."))

    assert refused.value.message == letter


def test_a_referral_made_of_a_message_is_not_verified_and_nothing_goes_to_its_address(area, coordinator):
    content = (SAMPLES / "intake/calderwick-email.eml").read_bytes()
    message = bring(area, coordinator, content, "calderwick-email.eml")

    made = filing.make_referral(viewer=coordinator, message=message, revision=1)

    kept = Referral.objects.get(pk=made.pk)
    assert message.sender_address
    assert (kept.from_address, kept.is_unverified) == (message.sender_address, True)
    assert not Outgoing.objects.filter(address=message.sender_address).exists()


def test_a_form_by_itself_is_proposed_as_a_referral_and_pressed_twice_makes_one(area, coordinator):
    content = (SAMPLES / "intake/norbrook-tolliver.docx").read_bytes()
    message = bring(area, coordinator, content, "norbrook-tolliver.docx")

    first = filing.make_referral(viewer=coordinator, message=message, revision=1)
    with pytest.raises(Refusal):
        filing.make_referral(viewer=coordinator, message=Message.objects.get(), revision=1)
    filing.put_back(viewer=coordinator, message=message, revision=2)
    again = filing.make_referral(viewer=coordinator, message=Message.objects.get(), revision=3)

    assert (message.proposed, again, Document.objects.count()) == ("referral", first, 1)


def test_an_excel_file_waits_like_any_other_and_an_old_word_file_is_refused_kindly(area, coordinator):
    content = xlsx_bytes(Table("Answers", [Column("case", "Case")], [("EM/26/0001",)]))
    assert bring(area, coordinator, content, "answers.xlsx").state == "waiting"

    with pytest.raises(Refusal) as refused:
        bring(area, coordinator, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old.doc")
    assert refused.value.sentence.startswith("Old Word files (.doc) cannot be read.")


def test_what_is_not_ours_needs_a_reason_and_is_forgotten_after_the_areas_days(area, coordinator):
    message = bring(area, coordinator, mail("Toner at half price"))
    with pytest.raises(Refusal):
        filing.set_aside(viewer=coordinator, message=message, reason=" ", revision=1)
    filing.set_aside(viewer=coordinator, message=message, reason="Advertising", revision=1)
    file = message.document.stored_as

    on_the_day = make.system(make.TODAY + timedelta(days=90))
    a_day_later = make.system(make.TODAY + timedelta(days=91))
    assert (forget_not_ours(on_the_day), forget_not_ours(a_day_later), forget_not_ours(a_day_later)) == (0, 1, 0)

    message.refresh_from_db()
    assert (message.subject, message.look, message.document, message.reason) == ("", {}, None, "Advertising")
    with pytest.raises(Refusal):
        store.fetch(file, "0" * 64)
    with pytest.raises(AlreadyTaken):
        bring(area, coordinator, mail("Toner at half price"))


def test_only_the_office_of_the_area_comes_to_its_messages(area, letter, homes, coordinator):
    elsewhere = make.viewer(maracs=[make.marac()])
    others = [make.viewer(role, maracs=[area], agency=homes) for role in (Role.CHAIR, Role.REPRESENTATIVE, Role.IDVA)]

    assert [Message.objects.visible_to(each).count() for each in (coordinator, elsewhere, *others)] == [1, 0, 0, 0, 0]
    with pytest.raises(NotAllowed):
        filing.keep_as_correspondence(viewer=others[0], message=letter, revision=1)


def test_who_is_barred_from_a_case_sees_no_message_about_it(area, letter, case, coordinator, homes):
    user = make.member(Role.ADMINISTRATOR, marac=area, agency=homes)
    cases.bar(viewer=make.system(), case=case, user=user, reason="knows them")
    barred = make.viewer(Role.ADMINISTRATOR, maracs=[area], agency=homes, user=user)

    assert (Message.objects.visible_to(barred).count(), Message.objects.visible_to(coordinator).count()) == (0, 1)
    with pytest.raises(Unseen):
        filing.keep_as_correspondence(viewer=barred, message=letter, revision=1)
    assert not Document.objects.visible_to(barred).exists()


def test_a_message_about_a_restricted_case_goes_to_its_readers_or_the_office_could_not_see_that_it_came(
    area, case, coordinator, homes
):
    adviser = make.member(Role.IDVA, marac=area, agency=homes)
    chair = make.member(Role.COORDINATOR, marac=area, agency=homes)
    cases.restrict(viewer=make.system(), case=case, readers=[adviser, chair], reason="Staff")

    named = bring(area, make.system(), mail(f"About {case.reference}"))
    reader = Viewer(chair.pk, "Ida", Role.COORDINATOR, homes.pk, frozenset([area.pk]), make.TODAY)

    assert named.case == case
    assert (Message.objects.visible_to(coordinator).count(), Message.objects.visible_to(reader).count()) == (0, 1)


def test_whoever_may_not_open_a_case_learns_nothing_of_it_by_bringing_in_a_file_that_names_it(
    area, case, coordinator, homes
):
    adviser, chair = (make.member(role, marac=area, agency=homes) for role in (Role.IDVA, Role.COORDINATOR))
    cases.restrict(viewer=make.system(), case=case, readers=[adviser, chair], reason="Staff")

    there = bring(area, coordinator, mail(f"About {case.reference}"))
    not_there = bring(area, coordinator, mail("About A1/26/9999"))

    assert (there.case, there.proposed, there.reasons) == (None, not_there.proposed, not_there.reasons)


def test_the_words_of_a_message_never_stand_in_the_trail(letter):
    assert "07700 900111" not in str(list(AuditEvent.objects.values_list("details", "changes")))


def test_nobody_looked_by_the_hour_and_the_office_is_told_once(area, coordinator, police, letter):
    make.member(Role.COORDINATOR, marac=area, agency=police)
    noon = make.NOON
    system = make.system()

    assert not_looked_through(coordinator, noon - timedelta(hours=1)) == []
    assert not_looked_through(coordinator, noon) == [area]
    assert (tell_of_missed(system, noon), tell_of_missed(system, noon)) == (1, 0)
    assert Outgoing.objects.filter(kind="inbox").count() == 1

    filing.look_through(viewer=coordinator, marac=area)
    assert not_looked_through(coordinator, noon) == []
    assert LookedThrough.objects.get().waiting == 1
