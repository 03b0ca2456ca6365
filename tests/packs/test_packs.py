"""Papers for a meeting: asked for, made one after another, cut for each person when made and again when opened."""

import io
from datetime import date

import pypdf
import pytest
from django.db.models import QuerySet

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.cases import operations as cases
from marac.kernel.refusal import Refusal
from marac.mail.models import Outgoing
from marac.packs import due, operations
from marac.packs.models import Pack
from marac.packs.queries import SHAPE, reading_of
from marac.referrals.models import Referral
from marac.research.models import Finding, Request
from marac.risk.models import RiskAssessment
from tests import make
from tests.minutes.area import made

pytestmark = pytest.mark.django_db
TOLD = "cases chair confidentiality held_on marac marking needed overdue shape starts_at venue"
TOLD_OF_A_CASE = (
    "actions case_id findings flags hearings judgement kind later_actions orders people reference referred_by risk "
    "spoke_for_victim wishes"
)


def pages(answer):
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages]


def opened(client, user):
    make.enter(client, user)
    return client.get(f"/packs/{Pack.objects.filter(user=user).latest('number').pk}/pdf/")


def test_each_person_has_the_cases_that_they_may_see_and_their_name_on_every_page(client, table):
    user = table.person(table.housing)
    table.make()

    answer = opened(client, user)

    found = pages(answer)
    assert answer["Content-Type"] == "application/pdf"
    assert all(f"{user.name}, Northmoor Homes" in page and "Issue 1, made" in page for page in found)
    assert [item.case.reference in " ".join(found) for item in (table.shared, table.police_only)] == [True, False]
    assert "Tallow1" in " ".join(found)
    assert "Tallow2" not in " ".join(found)


def test_no_address_stands_on_paper(client, table):
    user = table.person(table.police)
    table.make()

    assert "Mill Lane" not in " ".join(pages(opened(client, user)))


def test_of_a_count_that_came_without_its_answers_the_papers_say_just_that(client, table):
    user = table.person(table.police)
    numbers = {"yes": 18, "not_known": 0, "unanswered": 24, "threshold": 14}
    made(
        RiskAssessment(
            case=table.shared.case, tool="dash-24", tool_version="2015", completed_on=table.meeting.held_on, **numbers
        )
    )
    table.make()

    found = " ".join(" ".join(pages(opened(client, user))).split())

    assert "18 of 24 yes; the answers themselves were not given; the threshold was 14" in found
    assert "not answered" not in found


ORDERS = "Not to go to 7 Refuge Road, until 1 May 2026. Sentence on 2 April."


def with_orders(table, item):
    """A later referral of the case, with a sealed address that its orders name."""
    victim = {"surname": "Tallow", "addresses": [{"text": "7 Refuge Road", "confidential": True}]}
    content = {"orders": ORDERS, "victims": [victim]}
    given = {"state": "accepted", "kind": "repeat", "received_on": date(2026, 3, 1), "agency": table.police}
    return made(Referral(marac=table.marac, case=item.case, content=content, **given))


def test_court_orders_stand_in_the_papers_of_the_case_as_they_were_told_and_with_nothing_sealed(client, table):
    user = table.person(table.police)
    with_orders(table, table.shared)
    table.make()

    found = " ".join(" ".join(pages(opened(client, user))).split())

    assert "Court orders, bail and hearings" in found
    assert "As told on 1 March 2026, Police: Not to go to" in found
    assert "Sentence on 2 April." in found
    assert "Refuge Road" not in found + str(Pack.objects.get(user=user).content)


def test_the_orders_of_a_case_that_is_not_theirs_are_not_in_their_papers(client, table):
    user = table.person(table.housing)
    with_orders(table, table.police_only)
    table.make()

    assert "Sentence on 2 April." not in " ".join(pages(opened(client, user)))


def test_what_may_only_be_spoken_does_not_reach_paper(client, table):
    user = table.person(table.police)
    day = table.meeting.held_on
    asked = Request(item=table.shared, case=table.shared.case, agency=table.police, due_on=day, asked_on=day)
    asked = made(asked)
    for text, minuted in (("Attended twice.", "yes"), ("Source inside the house.", "oral")):
        made(Finding(request=asked, kind="fact", text=text, may_be_minuted=minuted))
    table.make()

    found = " ".join(pages(opened(client, user)))

    assert ["Attended twice." in found, "Source inside" in found] == [True, False]


def test_what_an_agency_says_later_may_only_be_spoken_leaves_papers_that_were_made(client, table):
    user = table.person(table.police)
    day = table.meeting.held_on
    asked = made(Request(item=table.shared, case=table.shared.case, agency=table.police, due_on=day, asked_on=day))
    stays, goes = (
        made(Finding(request=asked, kind="fact", text=text, may_be_minuted="yes"))
        for text in ("Attended twice.", "A neighbour told us.")
    )
    table.make()
    goes.may_be_minuted = "oral"
    made(goes)

    found = " ".join(pages(opened(client, user)))

    assert [stays.text in found, goes.text in found] == [True, False]


def test_whoever_was_barred_before_has_it_not_and_who_is_barred_since_loses_it(client, table):
    before, since = table.person(table.police), table.person(table.police)
    cases.bar(viewer=table.office, case=table.shared.case, user=before, reason="A cousin of his.")
    table.make()
    cases.bar(viewer=table.office, case=table.police_only.case, user=since, reason="Lives next door.")

    texts = [" ".join(pages(opened(client, user))) for user in (before, since)]

    assert [table.shared.case.reference in text for text in texts] == [False, True]
    assert [table.police_only.case.reference in text for text in texts] == [True, False]
    assert "Tallow2" not in texts[1]


def test_a_case_that_was_restricted_since_is_on_no_paper(client, table):
    user = table.person(table.police)
    table.make()
    cases.restrict(viewer=make.system(), case=table.shared.case, readers=[user], reason="Works on it")

    assert table.shared.case.reference not in " ".join(pages(opened(client, user)))


def test_nobody_opens_the_papers_of_another(client, table):
    user = table.person(table.police)
    table.make()
    make.signed_in(client, Role.COORDINATOR, marac=table.marac, agency=table.police)

    assert client.get(f"/packs/{Pack.objects.get(user=user).pk}/pdf/").status_code == 404


def test_the_next_issue_says_what_is_new_and_the_one_before_is_withdrawn(client, table):
    user = table.person(table.police)
    table.make()
    late = table.listed(3, table.police)
    first = Pack.objects.get(user=user)
    table.make()
    make.enter(client, user)

    withdrawn = client.get(f"/packs/{first.pk}/pdf/")
    text = " ".join(pages(opened(client, user))[:1])

    assert withdrawn.status_code == 410
    assert "Issue 2 took its place" in withdrawn.content.decode()
    assert "Changed since issue 1" in text
    assert f"New: {late.case.reference}" in text


def of_before(pack):
    """As an earlier version kept them: a finding had no number, so that none could be taken out again."""
    content = {name: value for name, value in pack.content.items() if name != "shape"}
    for case in content["cases"]:
        case["findings"] = [{"agency": "Fen Constabulary", "kind": "fact", "text": "Attended.", "source": ""}]
        del case["orders"]
    QuerySet(Pack).filter(pk=pack.pk).update(content=content)


@pytest.mark.parametrize("how", ["pdf", "locked"])
def test_papers_of_an_earlier_version_are_not_opened_and_say_what_to_do(client, table, how):
    user = table.person(table.police)
    table.make()
    of_before(Pack.objects.get(user=user))
    make.enter(client, user)

    refused = client.get(f"/packs/{Pack.objects.get(user=user).pk}/{how}/")
    read = AuditEvent.objects.filter(name="PapersOpened").count()
    table.make()
    again = opened(client, user)

    assert (refused.status_code, read) == (409, 0)
    assert "make the papers of this meeting again" in refused.content.decode()
    assert again["Content-Type"] == "application/pdf"
    assert "Changed since" not in " ".join(pages(again))


def test_whoever_adds_a_key_to_papers_gives_them_another_shape(table):
    user = table.person(table.police)
    table.make()

    content = Pack.objects.get(user=user).content

    keys = [" ".join(sorted(each)) for each in (content, content["cases"][0])]
    assert (SHAPE, keys) == (2, [TOLD, TOLD_OF_A_CASE])


def test_an_issue_without_a_change_says_so(client, table):
    user = table.person(table.police)
    table.make()
    table.make()

    assert "Nothing. The issue before is withdrawn" in " ".join(pages(opened(client, user)))


def test_a_run_that_was_stopped_is_gone_on_with_and_makes_nothing_twice(table, monkeypatch):
    for agency in (table.police, table.housing):
        table.person(agency)
    table.ask()
    monkeypatch.setattr(due, "A_ROUND", 1)

    rounds = [due.make_waiting(make.system()) for _round in range(3)]

    assert rounds == [1, 1, 0]
    assert list(Pack.objects.values_list("state", flat=True)) == ["made", "made"]
    assert AuditEvent.objects.filter(name="PapersMade").count() == 2


def test_papers_that_another_run_made_meanwhile_are_left_as_they_are(table):
    table.person(table.police)
    [pack] = table.ask()
    due.make_waiting(make.system())

    with pytest.raises(Refusal):
        operations.keep_papers(viewer=make.system(), pack=pack, content=None)

    assert Pack.objects.get().state == "made"


def test_who_has_left_since_it_was_asked_for_gets_none(table):
    user = table.person(table.police)
    table.ask()
    make.end_roles(user)

    due.make_waiting(make.system(date(2026, 3, 5)))

    assert (Pack.objects.get().state, Pack.objects.get().content) == ("nobody", {})


def test_each_person_is_told_that_something_waits(table):
    user = table.person(table.housing)
    table.make()

    assert list(Outgoing.objects.filter(kind="papers").values_list("user", flat=True)) == [user.pk]


def test_the_first_opening_is_kept_with_the_papers_and_each_is_in_the_trail(client, table):
    user = table.person(table.police)
    table.make()
    opened(client, user)
    opened(client, user)

    assert Pack.objects.get().opened_on is not None
    assert AuditEvent.objects.filter(name="papers").count() == 2


@pytest.mark.parametrize(
    ("state", "said"),
    [("planned", "The case list has not gone out"), ("held", "is over"), ("cancelled", "is over")],
)
def test_papers_are_made_between_the_list_and_the_meeting(table, state, said):
    table.person(table.police)
    table.meeting.state = state
    made(table.meeting)

    with pytest.raises(Refusal, match=said):
        table.ask()


def test_papers_are_not_asked_for_twice_at_once(client, table):
    table.person(table.police)
    table.ask()
    make.signed_in(client, Role.ADMINISTRATOR, marac=table.marac, agency=table.police)

    answer = client.post(f"/packs/meetings/{table.meeting.pk}/make/")

    assert (answer.status_code, "being made now" in answer.content.decode()) == (409, True)
    assert "0 of 1 made" in answer.content.decode()


def test_the_office_sees_how_far_it_is_and_who_opened_it(client, table):
    user = table.person(table.police)
    table.make()
    make.signed_in(client, Role.ADMINISTRATOR, marac=table.marac, agency=table.police)

    page = client.get(f"/packs/meetings/{table.meeting.pk}/").content.decode()

    assert "1 of 1 made" in page
    assert user.name in page
    assert "Not yet" in page


def test_what_changed_is_told_of_no_case_that_is_shut_by_now(table):
    user = table.person(table.police)
    table.make()
    table.make()
    cases.bar(viewer=table.office, case=table.police_only.case, user=user, reason="Lives next door.")
    person = make.viewer(Role.REPRESENTATIVE, maracs=[table.marac], agency=table.police, user=user)

    reading = reading_of(person, Pack.objects.filter(user=user).latest("number"))

    assert [each["case_id"] for each in reading.content["cases"]] == [table.shared.case_id]
    assert reading.since.is_same


def test_papers_are_had_locked_with_a_password_that_is_long_enough_and_kept_nowhere(client, table):
    user = table.person(table.police)
    table.make()
    make.enter(client, user)
    address = f"/packs/{Pack.objects.get().pk}/locked/"

    short = client.post(address, {"password": "too short"})
    answer = client.post(address, {"password": "violet lanterns hum quietly"})

    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    assert "at least 15 characters" in short.content.decode()
    assert reader.is_encrypted
    assert reader.decrypt("violet lanterns hum quietly")
    assert table.shared.case.reference in " ".join(page.extract_text() for page in reader.pages)
    assert not AuditEvent.objects.filter(details__icontains="violet").exists()
    assert AuditEvent.objects.filter(name="papers").count() == 1
