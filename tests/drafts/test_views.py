"""The form of whoever refers: written step by step, sent, returned and answered, and what became of it."""

import re

import pytest

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.cases import operations as cases
from marac.drafts import operations
from marac.intake.tools import tool_named
from marac.referrals.models import Referral
from marac.sheets import sheets_for
from marac.triage import operations as triage
from tests import make
from tests.referrals.pages import errors_of, form_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(area):
    return make.agency("Bramble Lane School", marac=area, group="education")


@pytest.fixture
def referrer(client, area, school):
    return make.signed_in(client, Role.REFERRER, marac=area, agency=school)


@pytest.fixture
def draft(area, school):
    return operations.begin(viewer=make.viewer(Role.REFERRER, maracs=[area], agency=school), marac=area)


def page_of(draft, slug=""):
    return f"/referrals/{draft.pk}/form/{slug}{'/' if slug else ''}"


def filled(client, address):
    return form_of(client.get(address))


def stored():
    return Referral.objects.get().content


def test_beginning_makes_a_draft_that_knows_who_refers(client, area, school, referrer):
    answer = client.post("/referrals/begin/", {"marac": area.pk})

    made = Referral.objects.get()
    assert answer.url == page_of(made)
    assert (made.state, made.agency, made.return_group, made.received_on) == ("draft", school, "education", None)
    assert stored()["referrer"] == {"agency": "Bramble Lane School", "name": referrer.name}


@pytest.mark.parametrize(
    "sheet",
    [each for each in sheets_for(tool_named("dash-24")) if not (each.only_returned or each.only_after)],
    ids=lambda each: each.slug,
)
def test_every_step_opens_and_saves_a_blank_page_without_a_change(client, referrer, draft, sheet):
    address = page_of(draft, sheet.slug)

    answer = client.post(address, filled(client, address))

    assert (answer.status_code, errors_of(answer)) == (302, {})
    assert Referral.objects.get().revision == 0


def test_the_stalking_questions_are_a_step_once_stalking_is_answered_yes(client, referrer, draft):
    before = client.get(page_of(draft, "stalking-11")).status_code
    client.post(page_of(draft, "checklist"), {"revision": "0", "checklist.answers.stalking": "yes"})
    typed = {"checklist.answers.stalking_first": "not_asked", "checklist.sources.stalking_first": "Her sister"}

    address = page_of(draft, "stalking-11")
    client.post(address, filled(client, address) | typed)

    assert before == 404
    assert stored()["checklist"]["answers"] == {"stalking": "yes", "stalking_first": "not_asked"}
    assert stored()["checklist"]["sources"] == {"stalking_first": "Her sister"}


def test_a_step_is_saved_by_itself_and_leads_to_the_next(client, referrer, draft):
    address = page_of(draft, "victim")
    typed = {
        "victims[0].surname": "Tolliver",
        "victims[0].aliases": "Han\n\nHannah Ray",
        "victims[0].dob_raw": "3/4/91",
    }

    answer = client.post(address, filled(client, address) | typed)

    assert answer.url == page_of(draft, "reach")
    assert stored()["victims"] == [
        {"surname": "Tolliver", "aliases": ["Han", "Hannah Ray"], "dob_raw": "3/4/91", "dob": "1991-04-03"}
    ]
    assert filled(client, address)["victims[0].aliases"] == "Han\nHannah Ray"


def test_an_uncertain_date_of_birth_is_kept_in_its_words(client, referrer, draft):
    address = page_of(draft, "perpetrators")

    client.post(address, filled(client, address) | {"perpetrators[0].dob_raw": "about 40 years"})

    assert stored()["perpetrators"] == [{"dob_raw": "about 40 years", "dob": None}]


@pytest.mark.parametrize(
    ("slug", "path", "typed", "sentence"),
    [
        ("victim", "victims[0].dob_raw", "31/2/1990", "There is no such date."),
        ("victim", "victims[0].dob_raw", "3/4/2090", "The date of birth is in the future. Check the year."),
        ("account", "incident_date", "31/2/2026", "There is no such date."),
        ("account", "incident_date", "5/3/2096", "This date is still to come. Check the year."),
    ],
)
def test_an_impossible_date_gets_a_sentence_and_nothing_typed_is_lost(
    client, referrer, draft, slug, path, typed, sentence
):
    address = page_of(draft, slug)
    other = "victims[0].surname" if slug == "victim" else "narrative.text"

    answer = client.post(address, filled(client, address) | {path: typed, other: "Tolliver"})

    assert errors_of(answer)[path].startswith(sentence[:20])
    assert form_of(answer)[other] == "Tolliver"
    assert Referral.objects.get().revision == 0


def test_a_number_is_added_and_taken_out_without_a_script_and_what_was_typed_stays(client, referrer, draft):
    address = page_of(draft, "reach")
    typed = filled(client, address) | {"victims[0].phones[0].number": "01632 960118"}

    added = client.post(address, typed | {"add": "victims[0].phones[1]"})
    again = filled(client, address) | {"victims[0].phones[1].number": "07700 900214"}
    client.post(address, again | {"remove": "victims[0].phones[0]"})

    assert added.url == f"{address}#victims[0].phones[1]"
    assert [phone["number"] for phone in stored()["victims"][0]["phones"]] == ["07700 900214"]


def test_somebody_with_a_mistake_in_their_fields_can_still_be_taken_out(client, referrer, draft):
    address = page_of(draft, "children")
    client.post(address, filled(client, address) | {"add": "children[0]"})

    client.post(address, filled(client, address) | {"children[0].edd": "31/2/2026", "remove": "children[0]"})

    assert stored()["children"] == []


def test_a_page_that_was_overtaken_is_refused_with_what_was_typed_and_theirs_beside_it(
    client, area, school, referrer, draft
):
    address = page_of(draft, "victim")
    typed = filled(client, address) | {"victims[0].gp": "Mine"}
    colleague = make.viewer(Role.REFERRER, maracs=[area], agency=school)
    operations.write(viewer=colleague, referral=draft, changes={"victims[0].gp": "Theirs"})

    refused = client.post(address, typed)
    client.post(address, form_of(refused))

    assert form_of(refused)["victims[0].gp"] == "Mine"
    assert "Saved meanwhile by somebody else: Theirs" in text_of(refused)
    assert stored()["victims"][0]["gp"] == "Mine"


def test_the_checklist_is_counted_on_the_servers_answer(client, referrer, draft):
    address = page_of(draft, "checklist")
    typed = {f"checklist.answers.{key}": "yes" for key in ("injury", "weapons")}
    typed |= {"checklist.answers.sexual": "dont_know", "checklist.comments.weapons": "A kitchen knife"}

    answer = client.post(address, filled(client, address) | typed | {"then": "here"}, follow=True)

    assert "2 of 24 yes, 1 not known, 21 not answered. 14 yes answers are visible high risk" in text_of(answer)
    assert stored()["checklist"]["score_counted"] == 2
    assert stored()["checklist"]["comments"] == {"weapons": "A kitchen knife"}


def test_the_list_says_what_is_done_and_what_is_missing(client, referrer, draft):
    given = {"views.afraid_of": "Him", "views.safe_to_talk_to": "Her sister", "views.not_safe_to_talk_to": "His mother"}
    given |= {"views.of_risk": "He will find me", "views.wants": "To stay at home"}
    address = page_of(draft, "views")
    client.post(address, filled(client, address) | given)

    page = text_of(client.get(page_of(draft)))

    assert "1 of 14 parts are done." in page
    assert re.search(r"The victim's own views </a>.{0,200}?Done", page)
    assert re.search(r"Children </a>.{0,300}?Not started", page)


def test_it_is_sent_with_all_that_is_missing_and_then_read_only(client, referrer, draft):
    before = client.get(page_of(draft, "check"))

    answer = client.post(page_of(draft, "check"), form_of(before))

    sent = Referral.objects.get()
    assert "Victim: nobody is named" in text_of(before)
    assert answer.url == f"/referrals/ours/{draft.pk}/"
    assert (sent.state, sent.received_on, sent.referred_on) == ("submitted", sent.received_on, sent.received_on)
    assert client.get(page_of(draft)).url == answer.url
    assert client.get(page_of(draft, "victim")).url == answer.url
    assert "Send the referral" not in text_of(client.get(page_of(draft, "check")))


def test_a_draft_that_is_withdrawn_stays_with_its_agency(client, area, referrer, draft):
    client.post(page_of(draft, "give-up"), filled(client, page_of(draft, "give-up")))

    assert Referral.objects.get().state == "withdrawn"
    assert "Withdrawn" in text_of(client.get("/referrals/ours/"))
    assert list(Referral.objects.visible_to(make.viewer(maracs=[area]))) == []


def test_a_referral_that_was_sent_is_withdrawn_with_a_reason_from_where_it_stands(client, referrer, draft):
    client.post(page_of(draft, "check"), filled(client, page_of(draft, "check")))
    address = f"/referrals/ours/{draft.pk}/withdraw/"

    offered = address in client.get(f"/referrals/ours/{draft.pk}/").content.decode()
    without = client.post(address, filled(client, address))
    kept = Referral.objects.get().state
    client.post(address, filled(client, address) | {"reason": "Sent twice"})

    assert "Say why it is withdrawn." in text_of(without)
    assert (offered, kept, Referral.objects.get().state) == (True, "submitted", "withdrawn")
    assert "Sent twice" in text_of(client.get(f"/referrals/ours/{draft.pk}/"))


@pytest.mark.parametrize("page", ["", "victim", "check", "give-up"])
def test_a_draft_is_not_there_for_others(client, area, draft, page):
    make.signed_in(client, marac=area, agency=make.agency(marac=area))

    assert client.get(page_of(draft, page)).status_code == 404


def test_an_unknown_step_is_not_there_and_an_answer_only_when_asked(client, referrer, draft):
    assert client.get(page_of(draft, "nothing")).status_code == 404
    assert client.get(page_of(draft, "answer")).status_code == 404


@pytest.mark.parametrize("page", ["", "victim", "check", "give-up"])
def test_no_title_names_anybody(client, referrer, draft, page):
    address = page_of(draft, "victim")
    client.post(address, filled(client, address) | {"victims[0].surname": "Tolliver"})

    title = client.get(page_of(draft, page)).content.decode().partition("<title>")[2].partition("</title>")[0]

    assert str(draft.pk) in title
    assert "Tolliver" not in title


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.REFERRER, 200), (Role.REPRESENTATIVE, 200), (Role.IDVA, 200), (Role.COORDINATOR, 200), (Role.STEERING, 404)],
)
def test_everybody_who_may_refer_finds_the_form(client, area, school, role, status):
    make.signed_in(client, role, marac=area, agency=school)

    assert [client.get(page).status_code for page in ("/referrals/begin/", "/referrals/ours/")] == [status, status]


# ---------------------------------------------------------------- what became of it
@pytest.fixture
def sent(area, school, draft):
    return operations.send(viewer=make.viewer(Role.REFERRER, maracs=[area], agency=school), referral=draft)


@pytest.fixture
def office(area):
    return make.viewer(maracs=[area])


def accepted(office, referral):
    return triage.accept(viewer=office, referral=referral, kind="new", reason="High risk.", known={})


def test_the_referrer_sees_what_became_of_it_without_seeing_the_case(client, office, referrer, sent):
    case = accepted(office, sent)

    page = text_of(client.get(f"/referrals/ours/{sent.pk}/"))

    assert [words in page for words in ("Accepted", case.reference, "High risk.", "4 March 2026")] == [True] * 4
    assert client.get(page_of(sent, "check")).status_code == 404
    assert client.get(f"/cases/{case.pk}/").status_code == 404


def test_whoever_is_barred_from_the_case_learns_nothing(client, office, referrer, sent):
    cases.bar(viewer=make.system(), case=accepted(office, sent), user=referrer, reason="A relative")

    assert client.get(f"/referrals/ours/{sent.pk}/").status_code == 404
    assert f"/referrals/ours/{sent.pk}/" not in client.get("/referrals/ours/").content.decode()


def test_another_agency_learns_nothing(client, area, sent):
    make.signed_in(client, Role.REFERRER, marac=area, agency=make.agency(marac=area))

    assert client.get(f"/referrals/ours/{sent.pk}/").status_code == 404


def test_a_question_is_answered_and_sent_again(client, office, referrer, sent):
    triage.return_for_information(viewer=office, referral=sent, lacking=["other"], reason="Which school?")
    address = page_of(sent, "answer")

    listed = client.get(page_of(sent))
    client.post(address, filled(client, address) | {"answer": "Bramble Lane."})
    client.post(page_of(sent, "check"), filled(client, page_of(sent, "check")))

    again = Referral.objects.get()
    assert "Which school?" in text_of(listed)
    assert (again.state, again.received_on, again.decision_reason) == ("submitted", make.TODAY, "")
    assert (again.content["asked"], again.content["answer"]) == ("Which school?", "Bramble Lane.")


def test_the_office_checks_it_like_any_other_without_a_document(client, area, sent):
    make.signed_in(client, marac=area, agency=make.agency(marac=area))

    client.post(f"/referrals/{sent.pk}/review/show/")
    page = client.get(f"/referrals/{sent.pk}/review/")

    assert page.status_code == 200
    assert "Bramble Lane School" in page.content.decode()
    assert "Open it as it came" not in page.content.decode()


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(
    client, area, school, referrer, django_assert_max_num_queries
):
    viewer = make.viewer(Role.REFERRER, maracs=[area], agency=school)
    for _number in range(5):
        operations.begin(viewer=viewer, marac=area)

    with django_assert_max_num_queries(7):
        client.get("/referrals/ours/")


def test_words_typed_while_a_colleague_sent_the_draft_are_given_back(client, area, school, referrer, draft):
    address = page_of(draft, "victim")
    typed = filled(client, address) | {"victims[0].surname": "Tolliver"}
    operations.send(viewer=make.viewer(Role.REFERRER, maracs=[area], agency=school), referral=draft, revision=0)

    answer = client.post(address, typed)

    page = answer.content.decode()
    assert (answer.status_code, "no longer yours to change" in page, "Tolliver" in page) == (409, True, True)


def test_a_referral_that_is_sent_twice_is_sent_once(client, referrer, draft):
    address = page_of(draft, "check")
    typed = filled(client, address)

    answers = [client.post(address, typed) for _each in range(2)]

    assert [answer.url for answer in answers] == [f"/referrals/ours/{draft.pk}/"] * 2
    assert [event.name for event in AuditEvent.objects.filter(kind="change")].count("ReferralSent") == 1
