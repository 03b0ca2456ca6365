"""What sentences say of consent, the grounds and an expected child; a yes is taken from plain words alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.answers.unborn import expected
from marac.reading import read
from tests.reading import documents

BOX = [["Victim"], ["Name", "Ada HOLLIS"], ["DOB", "01/02/1990"]]
HIM = [["Perpetrator"], ["Name", "Cal REEVE"], ["DOB", "1/1/80"]]
PLAIN = [
    "She knows about the referral and has agreed to it.",
    "Ada is aware of the MARAC referral and has given consent.",
    "Ada knows that we are referring her and signed our consent form on 1 May.",
    "I explained what MARAC is and she's happy for you all to talk about her.",
    "She knows that I am writing to you and is happy for it to go ahead, although she does not want the police there.",
]
DOUBTFUL = [
    "but", "unless he is in custody", "if her mother agrees", "although not yet", "but later withdrew it",
    "only for her sister", "however she may change her mind", "until she was told of the police", "we think?",
]  # fmt: skip


def told(*sentences):
    content = documents.form(BOX, HIM, [["Background", "\n".join(sentences)]])
    return read(content, "form.docx").content


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_sentence_that_says_plainly_that_she_knows_and_agrees(sentence):
    consent = told(sentence)["consent"]

    assert (consent["victim_aware"], consent["consent_given"]) == (True, True)


@given(st.sampled_from(PLAIN), st.sampled_from(DOUBTFUL))
def test_a_doubt_in_the_sentence_leaves_no_yes(sentence, doubt):
    consent = told(f"{sentence.rstrip('.')} {doubt}.")["consent"]

    assert True not in (consent["victim_aware"], consent["consent_given"])


@pytest.mark.parametrize(
    "sentence",
    [
        "She does not know about the referral and has not consented.",
        "Her mother knows about the referral.",
        "Her husband has agreed to it.",
        "We asked her about the referral.",
        "Cal knows about the referral and has agreed to it.",
        "The landlord knows about the referral.",
        "I explained the referral to Cal and he has agreed to it.",
        "She is happy for you to call her on this number.",
        "She knows that we are looking for a place and has agreed to go there.",
    ],
)
def test_what_is_no_plain_yes_of_hers_is_none(sentence):
    consent = told(sentence)["consent"]

    assert True not in (consent["victim_aware"], consent["consent_given"])


@pytest.mark.parametrize(
    ("asked", "answer", "knows", "agrees"),
    [
        ("Does she know about this, and does she agree?", "Yes to both, she asked us to do it", True, True),
        ("Has she been told about MARAC and does she agree?", "Yes, but she has not agreed", None, None),
        ("Have you told them?", "Yes", True, None),
        ("Is the client happy for us to share?", "Yes, verbally", None, True),
        ("Has she agreed?", "Yes, then withdrew it on Friday", None, None),
        ("Has she agreed?", "Agrees in principle", None, None),
        ("Consent", "Obtained by phone on 2 May", None, True),
        ("Consent", "Refused", None, False),
    ],
)
def test_an_answer_to_a_question_about_consent(asked, answer, knows, agrees):
    consent = read(documents.form(BOX, HIM, [["Consent and history"], [asked, answer]]), "form.docx").content["consent"]

    assert (consent["victim_aware"], consent["consent_given"]) == (knows, agrees)


@pytest.mark.parametrize(
    "asked", ["If not agreed, why are you sharing?", "Reason shared without agreement", "If no consent, why shared"]
)
def test_why_it_is_shared_without_consent_is_asked_in_many_ways(asked):
    content = read(documents.form(BOX, HIM, [[asked, "She is afraid that he will hear"]]), "form.docx").content

    assert content["consent"]["reason"] == "She is afraid that he will hear"


def test_a_heading_about_consent_is_no_consent():
    content = read(documents.form(BOX, HIM, [["Consent and safety", "He reads her phone."]]), "form.docx").content

    assert content["consent"]["consent_given"] is None


def test_the_grounds_and_the_ticks_are_read_from_a_sentence():
    got = told("We are referring on professional judgement. The DASH was done on 2 May and scored 12.")

    assert (got["criteria"]["professional_judgement"], got["criteria"]["repeat"]) == (True, None)
    assert got["checklist"]["score_stated"] == 12


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("She is 20 weeks pregnant, due 19/10/2025.", "2025-10-19"),
        ("Ada is expecting another baby on 2 August 2026.", "2026-08-02"),
        ("She is pregnant.", None),
        ("Their unborn baby is due 3rd May 2026.", "2026-05-03"),
    ],
)
def test_a_child_who_is_expected_is_one_of_the_children(sentence, due):
    assert [(child["unborn"], child["edd"]) for child in told(sentence)["children"]] == [(True, due)]


@pytest.mark.parametrize(
    "sentence",
    [
        "She is not pregnant.",
        "He hit her when she was pregnant.",
        "She lost the baby she was expecting.",
        "Is she pregnant?",
    ],
)
def test_a_child_who_is_not_expected_now_is_none(sentence):
    assert told(sentence)["children"] == []


def test_a_plain_yes_to_pregnant_is_an_expected_child_even_without_a_day():
    content = read(documents.form([*BOX, ["Pregnant?", "Yes"]], HIM), "form.docx").content

    assert [(child["unborn"], child["edd"]) for child in content["children"]] == [(True, None)]


@given(
    st.integers(1, 28), st.sampled_from(["due", "EDD", "expected on", "due on the"]), st.sampled_from(["May", "August"])
)
def test_the_day_after_the_word_is_the_day_when_it_is_due(day, word, month):
    assert expected(f"She is pregnant, {word} {day} {month} 2026.", 2026)[1].isoformat()[8:] == f"{day:02}"


@pytest.mark.parametrize(
    ("answer", "aware", "agrees"),
    [
        ("Told: yes, 18.11.25. Agree: no. He is afraid.", True, False),
        ("Told: yes. Agree: yes", True, True),
        ("Told: no. Agree: no", False, False),
        ("Yes", True, True),
        ("Yes, but he does not agree", None, None),
    ],
)
def test_where_both_are_asked_in_one_a_no_to_either_is_never_a_yes(answer, aware, agrees):
    rows = [["Victim"], ["Name", "Ada HOLLIS"], ["Has the victim been told and do they agree?", answer]]

    consent = read(documents.form(rows), "form.docx").content["consent"]

    assert (consent["victim_aware"], consent["consent_given"]) == (aware, agrees)


def test_a_number_before_each_question_is_no_question():
    rows = [
        ["5", "Victim's name", "Ada HOLLIS"],
        ["6", "Victim's date of birth", "1.2.1990"],
        ["7", "Risk score", "16"],
    ]

    content = read(documents.form(rows), "form.docx").content

    assert [(v["surname"], v["dob"]) for v in content["victims"]] == [("Hollis", "1990-02-01")]
    assert content["checklist"]["score_stated"] == 16
