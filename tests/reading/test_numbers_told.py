"""Whose a number is that stands in the sentences of a letter: hers, his, somebody's through whom she is reached."""

import pytest

from marac.reading import read
from tests.reading import documents

HEARD = "Please can you list Mrs Ada Hollis, born 3 May 1990, for the next Norbrook MARAC."
HARMS = "The perpetrator is her husband Karl Hollis, born 4 June 1988."


@pytest.fixture(params=["mail", "letter"])
def told(request):
    """What a sentence leaves with her and with him, in a mail and in a letter."""

    def written(sentence: str):
        passages = [HEARD, HARMS, sentence]
        made = (
            read(documents.mail("\n\n".join(passages)), "mail.eml")
            if request.param == "mail"
            else read(documents.lines("Dear colleague", *passages), "letter.docx")
        )
        hers, his = made.content["victims"][0]["phones"], made.content["perpetrators"][0]["phones"]
        return [(each["number"][-3:], each["whose"]) for each in hers], [each["number"][-3:] for each in his]

    return written


@pytest.mark.parametrize(
    "sentence",
    [
        "The number we have for Mr Hollis is 07700 900123.",
        "The only number that I have for him is 07700 900123.",
        "We hold 07700 900123 for Karl.",
        "Mr Hollis’s mobile is 07700 900123.",
        "Karl is a roofer. His mobile is 07700 900123.",
        "Karl is a roofer. He can be reached on 07700 900123.",
        "He has to live at Dovecote House, 2 Chantry Row, Ellerby, ZZ58 6AF, and his number there is 07700 900123.",
    ],
)
def test_a_number_that_is_said_to_be_his_is_his(told, sentence):
    assert told(f"He hit her. {sentence}") == ([], ["123"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Her brother Tom Moss knows. His number is 07700 900123 and it is safe to call.",
        "His mother can be reached on 07700 900123.",
        "My direct number is 07700 900123.",
        "The number for the duty desk is 07700 900123.",
        "Please ring me on 07700 900123.",
    ],
)
def test_a_number_of_somebody_else_is_neither_hers_nor_his(told, sentence):
    assert told(sentence) == ([], [])


def test_a_sentence_with_a_number_of_each_is_read_in_two(told):
    said = "Her mobile is 07700 900123, safe to call, and Karl's mobile is 07700 900124."

    assert told(said) == ([("123", "own")], ["124"])


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Her friend Mrs Eve Moss, on 07700 900123, has agreed to take messages for her.", "friend Eve Moss"),
        ("Her mum, Eve Moss, can be rung at any time on 07700 900123 and will pass it on.", "mum Eve Moss"),
        ("Her mum will ring her on her mobile, 07700 900123.", "own"),
    ],
)
def test_a_number_through_which_she_is_reached_says_whose_it_is(told, sentence, whose):
    assert told(sentence) == ([("123", whose)], [])


def test_the_landline_that_he_answers_is_kept_as_one_not_to_be_rung(told):
    hers, his = told("Please do not telephone the landline at Mill Lane (01632 960292), which Karl answers.")

    assert (hers, his) == ([("292", "own")], [])


def test_a_phone_of_hers_that_he_has_taken_stays_hers_and_is_not_safe():
    form = documents.form(
        [["Victim"], ["Name", "Ada HOLLIS"], ["Gender", "Female"], ["Phone", "07700 900639 (safe)"]],
        [["Perpetrator"], ["Name", "Karl LOWE"], ["Gender", "Male"]],
    )
    said = "Karl was there last night and has taken her mobile, so please do NOT use 07700 900639, he answers it."
    told = read(documents.mail(f"Form attached for Ada HOLLIS.\n\n{said}", ("form.docx", form)), "mail.eml").content

    phone = told["victims"][0]["phones"][0]
    assert (phone["number"], phone["safe_to_call"]) == ("07700900639", False)
    assert told["perpetrators"][0]["phones"] == []


def test_the_number_in_the_form_is_the_one_that_the_mail_takes_back():
    form = documents.form([["Victim"], ["Name", "Ada HOLLIS"], ["Mobile", "07700 900411"], ["Safe to call?", "Yes"]])
    mail = documents.mail(
        "Use 07700 900412 from now on, ok to ring any time. "
        "Please do NOT use the number in the form, he has the handset.",
        ("form.docx", form),
    )
    phones = {each["number"][-3:]: each for each in read(mail, "mail.eml").content["victims"][0]["phones"]}

    assert (phones["411"]["safe_to_call"], phones["412"]["safe_to_call"]) == (False, True)


def test_what_an_earlier_mail_says_of_a_number_does_not_open_it_again():
    mail = documents.mail(
        "Please do not use 07700 900411, he has it.\n\nSam\n\n-----Original Message-----\nFrom: Jo <jo@example.org>\n"
        "Sent: Monday\n\nVICTIM\nName: Ada HOLLIS\nDOB: 3/5/1990\nMobile: 07700 900411, safe to call any time\n"
    )

    assert read(mail, "mail.eml").content["victims"][0]["phones"][0]["safe_to_call"] is False


def test_a_number_that_belongs_to_one_who_harms_is_theirs():
    victim = [["Victim"], ["Name", "Ada HOLLIS"]]
    how = [
        [
            "How can she be contacted safely?",
            "The mobile on our system, 07700 900331, belongs to Zubaida: do not ring it.",
        ]
    ]
    harms = [["Perpetrator"], ["Name", "Zubaida KHAN"], ["Relationship to victim", "Mother-in-law"]]
    content = read(documents.form([*victim, *how], harms), "form.docx").content

    assert content["victims"][0]["phones"] == []
    assert [each["number"] for each in content["perpetrators"][0]["phones"]] == ["07700900331"]


def test_a_postscript_belongs_to_the_mail():
    mail = documents.mail(
        f"{HEARD} {HARMS}\n\nHer mobile is 07700 900594.\n\nMany thanks\nSam\n\n"
        "PS Do not ring 07700 900594 any more, he has got it. She has a new one, 07700 900597. "
        "You can ring that any time."
    )
    phones = {
        each["number"][-3:]: each["safe_to_call"] for each in read(mail, "mail.eml").content["victims"][0]["phones"]
    }

    assert phones == {"594": False, "597": True}


def test_a_signature_above_a_pasted_form_is_the_senders():
    mail = documents.mail(
        "One for the 9th please. Form pasted below.\n\nSam\n\nSam Okoro | IDVA | Harbour Trust\n"
        "01632 960602 | s.okoro@harbourtrust.example.org\n\nMARAC REFERRAL FORM\n\nCLIENT\nName: Ada HOLLIS\n"
        "DOB: 3/5/1990\nPhone: 07700 900608\n\nPERSON CAUSING HARM\nName: Karl VOSS\nDOB: 4/6/1988\n"
        "Relationship: husband\n\nWHAT HAPPENED\nHe hit her with the lead of the iron on Friday night.\n"
    )
    content = read(mail, "mail.eml").content

    assert [each["number"] for each in content["victims"][0]["phones"]] == ["07700900608"]
    assert content["referrer"]["phones"] == ["01632960602"]
