"""What a message is proposed as and why, whom it seems to come from, and when the queue is to be looked through."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.inbox.rules.proposals import REASONS, Facts, actions_in, propose, references_in, shown
from marac.inbox.rules.states import PROPOSED_NAMES, STATE_NAMES, State, check_open, is_missed
from marac.incoming.messages import reads_as_referral
from marac.incoming.sender import Standing, looks_like, own_results, sender_of
from marac.kernel.refusal import Refusal

CASE = {"case": "EM/26/0042"}
KNOWN = Standing.DOMAIN
PEOPLE = {"ada@northmoor.example.org": {1}}
DOMAINS = {
    "homes.northmoor.example.org": {2},
    "northmoor.police.example.org": {1},
    "nhs.example.org": {3, 4},
}


@pytest.mark.parametrize(
    ("facts", "state", "reasons"),
    [
        (Facts(KNOWN, reads_as="form"), State.REFERRAL, ["form"]),
        (Facts(KNOWN, reads_as="form", **CASE), State.REFERRAL, ["form", "case"]),
        (Facts(KNOWN, reads_as="letter", automatic="bulk"), State.REFERRAL, ["letter"]),
        (Facts(KNOWN, **CASE), State.INFORMATION, ["case"]),
        (Facts(KNOWN, **CASE, about="EM 04/03/2026"), State.INFORMATION, ["case", "reply"]),
        (
            Facts(KNOWN, **CASE, asked=(3,), answers_to="research", about="EM"),
            State.RESEARCH,
            ["case", "reply", "asked"],
        ),
        (Facts(KNOWN, **CASE, asked=(3,), words="Research"), State.RESEARCH, ["case", "says_research", "asked"]),
        (Facts(KNOWN, **CASE, asked=(3,), words="She rang"), State.INFORMATION, ["case"]),
        (Facts(KNOWN, **CASE, owed=(5,), words="our action"), State.ACTION, ["case", "says_action", "owes"]),
        (Facts(KNOWN, **CASE, owed=(5, 6), answers_to="actions", about="EM"), State.ACTION, ["case", "reply", "owes"]),
        (Facts(Standing.STRANGER, **CASE, named_action=5), State.ACTION, ["action", "case"]),
        (Facts(KNOWN, answers_to="minutes", about="EM 04/03/2026"), State.CORRESPONDENCE, ["reply"]),
        (Facts(KNOWN), State.CORRESPONDENCE, ["known"]),
        (Facts(Standing.STRANGER), State.CORRESPONDENCE, ["stranger"]),
        (Facts(Standing.LOOKALIKE), State.CORRESPONDENCE, ["stranger"]),
        (Facts(Standing.STRANGER, automatic="bulk"), State.NOT_OURS, ["bulk"]),
        (Facts(Standing.STRANGER, automatic="bulk", **CASE), State.INFORMATION, ["case"]),
        (Facts(KNOWN, automatic="undelivered", **CASE), State.CORRESPONDENCE, ["undelivered", "case"]),
        (Facts(KNOWN, automatic="reply"), State.CORRESPONDENCE, ["away"]),
    ],
)
def test_each_message_is_proposed_as_something_with_its_reasons(facts, state, reasons):
    proposal = propose(facts)

    assert (proposal.state, [code for code, _value in proposal.reasons]) == (state, reasons)


@given(
    st.builds(
        Facts,
        standing=st.sampled_from(Standing),
        reads_as=st.sampled_from(["", "form", "letter"]),
        case=st.sampled_from(["", "EM/26/0042"]),
        asked=st.sampled_from([(), (3,)]),
        owed=st.sampled_from([(), (5,), (5, 6)]),
        named_action=st.sampled_from([None, 5]),
        answers_to=st.sampled_from(["", "research", "actions", "minutes"]),
        automatic=st.sampled_from(["", "bulk", "reply", "undelivered"]),
        words=st.sampled_from(["", "research", "action done"]),
    )
)
def test_whatever_comes_there_is_a_reason_and_what_reads_as_a_referral_is_never_proposed_as_not_ours(facts):
    proposal = propose(facts)

    assert proposal.reasons
    assert all(sentence for sentence in shown(proposal.reasons))
    assert {code for code, _value in proposal.reasons} <= set(REASONS)
    assert proposal.state in PROPOSED_NAMES
    assert not (facts.reads_as and proposal.state is State.NOT_OURS)


def test_our_references_are_known_however_people_write_them():
    text = "Re: EM/26/0042, and em-26-0043, EM 26 0044 and EM260045. Not XEM/26/0046, nor EM/26/004."

    assert references_in(text, "EM") == ["EM/26/0042", "EM/26/0043", "EM/26/0044", "EM/26/0045"]
    assert references_in("nothing of ours", "EM") == []


def test_actions_are_known_by_their_numbers():
    assert actions_in("Action 12 is done; action no. 13 and Action number 14 too. Actions are hard.") == [12, 13, 14]


def test_a_form_names_a_victim_and_somebody_or_something_more():
    assert reads_as_referral(victims=1, perpetrators=1, answers=0)
    assert reads_as_referral(victims=1, perpetrators=0, answers=24)
    assert not reads_as_referral(victims=1, perpetrators=0, answers=4)
    assert not reads_as_referral(victims=0, perpetrators=1, answers=24)


@pytest.mark.parametrize(
    ("address", "name", "standing", "agency", "like"),
    [
        ("Ada@Northmoor.example.org", "Ada", Standing.PERSON, 1, ""),
        ("una@homes.northmoor.example.org", "", Standing.DOMAIN, 2, ""),
        ("una@sub.homes.northmoor.example.org", "", Standing.DOMAIN, 2, ""),
        ("una@nhs.example.org", "", Standing.SHARED, None, ""),
        ("una@hornes.northmoor.example.org", "", Standing.LOOKALIKE, None, "homes.northmoor.example.org"),
        ("una@h0mes.northmoor.example.org", "", Standing.LOOKALIKE, None, "homes.northmoor.example.org"),
        ("una@northmoor-police.example.org", "", Standing.LOOKALIKE, None, "northmoor.police.example.org"),
        ("una@northmoor.police.example.org.evil.example", "", Standing.LOOKALIKE, None, "northmoor.police.example.org"),
        ("una@nhs-example-org.evil.example", "", Standing.LOOKALIKE, None, "nhs.example.org"),
        ("una@example.net", "ada@northmoor.example.org", Standing.LOOKALIKE, None, "ada@northmoor.example.org"),
        ("una@example.net", "Una", Standing.STRANGER, None, ""),
        ("", "", Standing.STRANGER, None, ""),
    ],
)
def test_an_address_is_compared_with_those_that_are_known(address, name, standing, agency, like):
    found = sender_of(address, name, people=PEOPLE, domains=DOMAINS)

    assert (found.standing, found.agency_id, found.like) == (standing, agency, like)


def test_the_nearest_of_two_domains_says_whose_an_address_is():
    known = DOMAINS | {"northmoor.example.org": {5}}
    below, above = "una@homes.northmoor.example.org", "una@northmoor.example.org"

    assert [sender_of(each, "", people={}, domains=known).agency_id for each in (below, above)] == [2, 5]


def test_a_domain_is_never_taken_for_itself():
    assert not any(looks_like(domain, domain) for domain in DOMAINS)


@pytest.mark.parametrize(
    ("lines", "server", "found"),
    [
        (["mx.example.org; spf=pass smtp.mailfrom=x; dkim=fail"], "mx.example.org", {"spf": "pass", "dkim": "fail"}),
        (["mx.evil.example; spf=pass", "mx.example.org; spf=fail"], "mx.example.org", {}),
        (["mx.evil.example; spf=pass"], "mx.example.org", {}),
        (["spf=pass (sender IP is 192.0.2.1); dmarc=none"], "-", {"spf": "pass", "dmarc": "none"}),
        (["mx.evil.example; spf=pass"], "-", {}),
        (["mx.example.org; spf=pass"], "", {}),
        ([], "mx.example.org", {}),
    ],
)
def test_only_what_the_own_server_says_at_the_top_is_shown(lines, server, found):
    assert own_results(lines, server) == found


def test_the_second_of_two_is_told_what_the_first_did():
    with pytest.raises(Refusal) as refused:
        check_open("not_ours", "Ada Quill")

    assert refused.value.sentence == (
        "Ada Quill has dealt with this message meanwhile: Not ours. Open it again to see."
    )


@pytest.mark.parametrize(
    ("now", "missed"),
    [
        (datetime(2026, 3, 4, 11, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 4, 12, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 7, 15, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 5, 15, 0, tzinfo=UTC), False),
    ],
)
def test_a_look_is_missed_on_working_days_only(now, missed):
    assert is_missed(now, 12, {date(2026, 3, 5)}) is missed


def test_every_state_has_a_name():
    assert set(STATE_NAMES) == set(State)
