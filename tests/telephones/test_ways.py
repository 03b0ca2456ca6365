"""Which ways of reaching somebody a remark allows: to call, to text, to leave a message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.telephones.safety import said_of_number

CALL, TEXT, MESSAGE = "safe_to_call", "safe_to_text", "safe_to_leave_message"
# Each way with yes or no; a way of which nothing is said is left out.
SAID = [
    ("can be rung in school hours only, not texted.", {CALL: True, TEXT: False}),
    ("New mobile 07700 900453, calls and texts both fine.", {CALL: True, TEXT: True}),
    ("Her old number 07700 900454 is on his contract: never use it.", {CALL: False, MESSAGE: False}),
    ("She may be rung on her work mobile, 07700 900672, between noon and 1 pm only.", {CALL: True}),
    ("No messages should be left.", {MESSAGE: False}),
    ("Ring the ward on 01632 960382 and ask for me or the nurse in charge.", {CALL: True}),
    ("Friend Beata Kos 07700 900383, safe to call and to leave a message.", {CALL: True, MESSAGE: True}),
    ("Fine to call or text at any time", {CALL: True, TEXT: True}),
    ("OK to ring and leave word", {CALL: True, MESSAGE: True}),
    ("she would like text messages only, sent while she is at the lunch club", {CALL: False, TEXT: True}),
    ("Ring her at work: 01632 960886, Tuesdays and Thursdays 9 till 12.", {CALL: True}),
    ("Calls between 11am and 4pm only, no texts, no voice messages.", {CALL: True, TEXT: False, MESSAGE: False}),
    ("Messages are fine", {MESSAGE: True}),
    ("Please text rather than call.", {CALL: False, TEXT: True}),
    ("Do not call or text this number.", {CALL: False, TEXT: False, MESSAGE: False}),
    ("Contact by text message only.", {CALL: False, TEXT: True}),
    ("Please do not ring; WhatsApp is fine.", {CALL: False, TEXT: True, MESSAGE: False}),
    ("Safe for calls, not for texts.", {CALL: True, TEXT: False}),
    ("Not safe to text, can ring mornings.", {CALL: True, TEXT: False}),
    ("May be called but voicemail may not be used.", {CALL: True, MESSAGE: False}),
    ("It is safe to telephone at work but not to leave messages.", {CALL: True, MESSAGE: False}),
    ("Text first, wears hearing aids and may not hear it ring.", {TEXT: True}),
    ("Calls are monitored by him.", {CALL: False}),
    ("Safe to call (no)", {CALL: False}),
    ("Safe to call: no", {CALL: False}),
    ("Safe to ring - never", {CALL: False}),
    ("☐ Safe to ring ☒ Safe to text", {CALL: False, TEXT: True}),
    ("She can be reached by him on this", {}),
    ("He can text her.", {TEXT: None}),
    ("He rings her at work and texts her all day.", {}),
    ("She rings her mother when it is safe.", {}),
    ("Call log shows 40 calls from him.", {}),
    ("Can be called if he is out.", {}),
    ("It might be okay to text.", {}),
    ("Is it safe to call?", {}),
    ("No calls, texts or voicemails.", {CALL: False, TEXT: False, MESSAGE: False}),
    ("No calls or texts, email only.", {CALL: False, TEXT: False, MESSAGE: False}),
    ("Never calls or messages.", {CALL: False, MESSAGE: False}),
    ("Safe to ring, but please not after 9pm.", {CALL: True}),
    ("Ring or text, not before 11.", {}),
    ("Do not ring before 11.", {CALL: False, MESSAGE: False}),
    ("any time", {}),
    ("Ring twice then hang up, she will call back.", {}),
    ("This phone is shared with him.", {}),
]
ALLOWED = [words for words, said in SAID if any(said.values())]


@pytest.mark.parametrize(("words", "said"), [each for each in SAID if None not in each[1].values()])
def test_a_remark_allows_and_refuses_each_way_of_its_own(words, said):
    assert said_of_number(words, pointed=True) == said


@given(st.sampled_from(["Safe to call", "OK to text", "Fine to leave a message", "Safe to ring or text"]), st.data())
def test_a_no_after_whatever_is_asked_is_never_a_yes(asked, data):
    denied = data.draw(st.sampled_from([" (no)", ": no", " - No", " – never", ", not", " (N)", "? No"]))

    assert True not in said_of_number(f"{asked}{denied}", pointed=True).values()


@given(st.sampled_from(ALLOWED), st.sampled_from(["If he is out, ", "Unless he is at home: ", "Until Friday, "]))
def test_nothing_is_allowed_in_a_sentence_that_begins_with_a_condition(words, before):
    assert True not in said_of_number(f"{before}{words}", pointed=True).values()


@given(st.sampled_from(["Safe to call", "OK to text", "Fine to leave a message"]), st.data())
def test_nothing_is_allowed_where_a_condition_follows(allowed, data):
    bound = data.draw(
        st.sampled_from(
            [", unless he is at home", ", but only if he is out", " – until he moves back", ", when he is away"]
        )
    )

    assert True not in said_of_number(f"{allowed}{bound}.", pointed=True).values()
