"""Deciding through the page: the grounds with their reasons, who is known, and each way it can go."""

from pathlib import Path

import pytest

from marac.cases.models import Case
from marac.people.models import Party
from marac.referrals import operations as referrals
from marac.referrals.models import Referral
from marac.triage import operations as triage
from marac.triage.forms import ASKED
from tests import make
from tests.referrals.pages import errors_of, form_of

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "intake"
FORM = "norbrook-tolliver.docx"


@pytest.fixture
def area():
    return make.marac()


@pytest.fixture
def outreach(area):
    return make.agency("Norbrook Women’s Outreach", marac=area, group="voluntary")


@pytest.fixture
def coordinator(client, area, outreach):
    return make.signed_in(client, marac=area, agency=outreach)


def read(area, name=FORM):
    content = (SAMPLES / name).read_bytes()
    return referrals.read_document(viewer=make.viewer(maracs=[area]), marac=area, name=name, content=content)


@pytest.fixture
def referral(area, outreach):
    return read(area)


def filled(client, address):
    """What a browser would send back if somebody pressed the button without changing anything."""
    return form_of(client.get(address))


def test_the_grounds_come_with_their_reasons(client, coordinator, referral):
    page = client.get(f"/referrals/{referral.pk}/decide/").content.decode()

    assert "17 of 24 yes: 14 or more is visible high risk in this MARAC." in page
    assert "New: no earlier referral of these people is known." in page


def test_words_of_a_referral_are_never_taken_for_markup_or_for_a_place_to_fill(client, area, coordinator, referral):
    written = "<form action=//elsewhere.example.org> sure, 100% {yes} %(num)s"
    changes = {"criteria.professional_judgement": True, "evidence.professional_judgement": written}
    changes |= {"victims[0].dob": None, "victims[0].dob_raw": written}
    referrals.correct(viewer=make.viewer(maracs=[area]), referral=referral, changes=changes)

    pages = [client.get(f"/referrals/{referral.pk}/{page}/").content.decode() for page in ("decide", "review")]

    assert ["<form action=//elsewhere" in page for page in pages] == [False, False]
    assert ["sure, 100% {yes} %(num)s" in page for page in pages] == [True, True]


def test_each_question_is_asked_once_whatever_decision_asks_for_it(client, coordinator, referral):
    address = f"/referrals/{referral.pk}/decide/"
    page = client.get(address).content.decode()

    asked = [name for names in ASKED.values() for name in names]
    assert set(asked) <= set(filled(client, address)) | {"lacking", "withdrawal"}  # of which nothing is chosen yet
    assert [page.count(f'id="id_{name}"') for name in asked] == [1] * len(asked)


def test_accepting_leads_to_the_case(client, coordinator, referral):
    address = f"/referrals/{referral.pk}/decide/"

    answer = client.post(address, filled(client, address) | {"decision": "accept"}, follow=True)

    assert answer.status_code == 200
    assert Case.objects.get().reference in answer.content.decode()


def test_a_known_victim_is_proposed_and_a_repeat_goes_with_their_case(client, area, coordinator, referral):
    viewer = make.viewer(maracs=[area])
    case = triage.accept(viewer=viewer, referral=referral, kind="new", reason="", known={})
    victim = Party.objects.get(case=case, role="victim").person
    again = Referral.objects.get(pk=read(area, "avonbrook-referral.pdf").pk)
    same = {f"victims[0].{name}": referral.content["victims"][0][name] for name in ("surname", "forenames", "dob")}
    referrals.correct(viewer=viewer, referral=again, changes=same)
    address = f"/referrals/{again.pk}/decide/"

    page = client.get(address)
    chosen = {"decision": "accept", "kind": "repeat", "case": case.pk, "victims[0]": victim.pk, "reason": "Again."}
    client.post(address, filled(client, address) | chosen)

    assert case.reference in page.content.decode()
    assert Referral.objects.get(pk=again.pk).case == case
    assert Case.objects.count() == 1


def again_of(area, referral, **changes):
    """The case of an accepted referral, and a second one about the same victim."""
    viewer = make.viewer(maracs=[area])
    case = triage.accept(viewer=viewer, referral=referral, kind="new", reason="", known={})
    again = Referral.objects.get(pk=read(area, "avonbrook-referral.pdf").pk)
    same = {
        f"{group}[0].{name}": referral.content[group][0][name]
        for group in ("victims", "perpetrators")
        for name in ("surname", "forenames", "dob")
    }
    referrals.correct(viewer=viewer, referral=again, changes=same | changes)
    return case, again


def test_accepting_asks_of_each_person_who_may_be_known_who_it_is(client, area, coordinator, referral):
    _case, again = again_of(area, referral)
    address = f"/referrals/{again.pk}/decide/"

    refused = client.post(address, filled(client, address) | {"decision": "accept", "reason": "Again."})

    assert list(errors_of(refused)) == ["victims[0]", "perpetrators[0]"]
    assert Referral.objects.get(pk=again.pk).state == "read"


def test_other_decisions_ask_nothing_about_who_is_known(client, area, coordinator, referral):
    _case, again = again_of(area, referral)
    address = f"/referrals/{again.pk}/decide/"

    client.post(
        address,
        filled(client, address) | {"decision": "return", "lacking": "other", "reason": "A name."},
    )

    assert Referral.objects.get(pk=again.pk).state == "returned"


def test_somebody_new_makes_a_second_record(client, area, coordinator, referral):
    _case, again = again_of(area, referral)
    address = f"/referrals/{again.pk}/decide/"
    new = {"victims[0]": "new", "perpetrators[0]": "new", "kind": "new", "case": ""}

    client.post(address, filled(client, address) | new | {"decision": "accept", "reason": "Another family."})

    assert Party.objects.filter(role="victim").values("person").distinct().count() == 2


def test_one_person_on_record_is_not_two_children_of_a_referral(client, area, coordinator):
    first, second = read(area, "eastmere-referral.docx"), read(area, "avonbrook-referral.pdf")
    viewer = make.viewer(maracs=[area])
    alike = {"forenames": "Pip", "surname": "Calloway", "dob": "2019-03-04"}
    both = {f"children[{row}].{name}": value for row in (0, 1) for name, value in alike.items()}
    referrals.correct(viewer=viewer, referral=first, changes=both)
    case = triage.accept(viewer=viewer, referral=first, kind="new", reason="High risk.", known={})
    referrals.correct(viewer=viewer, referral=second, changes=both)
    child = Party.objects.filter(case=case, role="child").first().person_id
    address = f"/referrals/{second.pk}/decide/"

    twice = {"decision": "accept", "reason": "Again.", "children[0]": child, "children[1]": child}
    refused = client.post(address, filled(client, address) | twice)

    assert {"children[0]", "children[1]"} <= set(errors_of(refused))


def test_beside_a_repeat_stands_the_last_plan(client, area, coordinator, referral):
    case, again = again_of(area, referral)

    page = client.get(f"/referrals/{again.pk}/decide/").content.decode()

    plan = page.partition('id="last-plan"')[2].partition("</section>")[0]
    told = (case.reference, "No meeting has heard this case yet.", "No action was agreed.", "asked for a flag")
    assert [words for words in told if words not in plan] == []
    assert f"{case.reference} (same perpetrator, " in page


def test_of_a_new_referral_no_plan_is_shown(client, coordinator, referral):
    assert 'id="last-plan"' not in client.get(f"/referrals/{referral.pk}/decide/").content.decode()


@pytest.mark.parametrize(
    ("decision", "more", "state"),
    [
        ("return", {"lacking": "contact"}, "returned"),
        ("turn_down", {}, "not_met"),
        ("send_on", {"elsewhere": "Southmoor"}, "elsewhere"),
        ("withdraw", {"withdrawal": "duplicate"}, "withdrawn"),
    ],
)
def test_another_decision_needs_its_reason_first(client, coordinator, referral, decision, more, state):
    address = f"/referrals/{referral.pk}/decide/"

    refused = client.post(address, filled(client, address) | {"decision": decision} | more)
    client.post(address, filled(client, address) | {"decision": decision, "reason": "Because."} | more)

    assert list(errors_of(refused)) == ["reason"]
    assert Referral.objects.get().state == state


def test_a_decision_on_an_older_text_is_refused(client, area, coordinator, referral):
    address = f"/referrals/{referral.pk}/decide/"
    typed = filled(client, address) | {"decision": "accept"}
    referrals.correct(viewer=make.viewer(maracs=[area]), referral=referral, changes={"victims[0].gp": "Other"})

    client.post(address, typed)

    assert Referral.objects.get().state == "read"


def test_who_decides_after_a_colleague_gets_their_reason_back(client, area, coordinator, referral):
    address = f"/referrals/{referral.pk}/decide/"
    typed = filled(client, address) | {"decision": "turn_down", "reason": "Eight answers, no other ground."}
    triage.withdraw(viewer=make.viewer(maracs=[area]), referral=referral, withdrawal="duplicate", reason="Sent twice.")

    page = client.post(address, typed).content.decode()

    assert "This is what you wrote. It was not saved." in page
    assert ("Eight answers, no other ground." in page, "has been decided" in page) == (True, True)


def test_an_agency_that_nobody_knows_is_named_with_what_to_do(client, area, coordinator, referral):
    """What it says of itself may hold anything."""
    changes = {"referrer.agency": "Bramble {0} Aid <b>"}
    referrals.correct(viewer=make.viewer(maracs=[area]), referral=referral, changes=changes)

    page = client.get(f"/referrals/{referral.pk}/decide/").content.decode()

    assert (
        "The referral says: Bramble {0} Aid &lt;b&gt;. If it is not in the list, give it its seat under Settings"
        in page
    )


def test_what_went_back_is_a_page_without_names(client, area, coordinator, outreach, referral):
    assert "No referral was returned." in client.get("/referrals/went-back/").content.decode()
    address = f"/referrals/{referral.pk}/decide/"
    client.post(address, filled(client, address) | {"decision": "return", "lacking": "checklist", "reason": "Send it."})

    page = client.get("/referrals/went-back/").content.decode()

    assert "The risk checklist, or answers in it: 1" in page
    assert outreach.name in page
    assert "olliver" not in page.replace("Norbrook Women’s Outreach", "")


def test_a_return_that_does_not_say_what_is_missing_says_so_beside_it(client, area, coordinator, referral):
    address = f"/referrals/{referral.pk}/decide/"

    refused = client.post(address, filled(client, address) | {"decision": "return", "reason": "Send the checklist."})

    assert list(errors_of(refused)) == ["lacking"]
    assert "Send the checklist." in refused.content.decode()
