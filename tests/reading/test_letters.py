"""Letters without a form: who is who, and what the sentences tell of each, always to be checked."""

import pytest
from docx import Document

from marac.reading import read
from tests.reading import documents

OPENS = "I would like to refer a mum. I know there is a form. Her name is Ada Hollis and she was born on 3 May 1990."
HARMS = "The perpetrator is Karl Voss, born 4 June 1988."


def letter(*passages: str):
    return read(documents.mail("\n\n".join(passages)), "mail.eml")


def people(reading, whose):
    return [(each["forenames"], each["dob"]) for each in reading.content[whose]]


def test_who_is_referred_may_be_named_a_few_sentences_later():
    reading = letter(OPENS)

    assert people(reading, "victims") == [("Ada", "1990-05-03")]
    assert reading.certainty["victims[0].forenames"].sure == "check"


def test_whoever_is_to_be_listed_at_the_meeting_is_the_victim_and_what_is_told_later_joins_them():
    reading = letter(
        "Please can you list Mrs Ada Hollis for the next Norbrook MARAC.",
        "Ada Jane Hollis, known as Addie, was born on 12 July 1948.",
        "Her son Karl Hollis, date of birth 3/11/1976, moved in last year.",
    )

    assert people(reading, "victims") == [("Ada", "1948-07-12")]


def test_children_are_named_with_facts_between_them():
    reading = letter(
        f"{OPENS} She has two little ones: Ivy Hollis, who was three in May (d.o.b. 2/5/22) and goes to Acorns "
        "pre-school, and Theo Hollis, born on 14th January this year. The date of this letter is below.",
        HARMS,
        "Date of referral: 20 March 2026",
    )

    assert people(reading, "children") == [("Ivy", "2022-05-02"), ("Theo", "2026-01-14")]
    assert [child["school"] for child in reading.content["children"]] == ["Acorns pre-school", None]


def test_what_the_next_sentences_say_is_of_the_one_whom_the_last_was_about():
    reading = letter(
        f"{OPENS} Karl Voss is dad to both. He and Ada split up. His date of birth is 7th May 1999 "
        "and he is back with his father at 22 Pinder Street, Westmoor, ZZ1 4NE."
    )

    assert people(reading, "perpetrators") == [("Karl", "1999-05-07")]
    assert [home["postcode"] for home in reading.content["perpetrators"][0]["addresses"]] == ["ZZ1 4NE"]
    assert reading.certainty["perpetrators[0].forenames"].sure == "check"


def test_another_name_in_brackets_is_nobody_else():
    reading = letter(f"{OPENS} Her partner is Karl Voss (Con Vee on Facebook), d.o.b. 19/03/1996.")

    assert people(reading, "perpetrators") == [("Karl", "1996-03-19")]


def told(sentences: str, whose: str = "victims"):
    return letter(f"{OPENS} {sentences}", HARMS).content[whose][0]


@pytest.mark.parametrize(
    ("sentence", "field", "said"),
    [
        ("She is White Irish and has asthma.", "ethnicity", "White Irish"),
        ("She is of Pakistani origin.", "ethnicity", "Pakistani"),
        ("Ada speaks Urdu and English.", "language", "Urdu and English"),
        ("Her first language is Punjabi.", "language", "Punjabi"),
        ("She needs a woman interpreter.", "interpreter", True),
        ("She does not need an interpreter.", "interpreter", False),
        ("She is not pregnant.", "pregnant", False),
        ("She has a mild learning disability.", "disability_detail", "mild learning disability"),
        ("She wears hearing aids.", "disabled", True),
    ],
)
def test_what_a_sentence_tells_of_her(sentence, field, said):
    assert told(sentence)["diversity"][field] == said


@pytest.mark.parametrize(
    ("sentence", "field", "said"),
    [
        ("Karl works on and off as a roofer.", "occupation", "roofer"),
        ("Karl drives a taxi.", "occupation", "taxi driver"),
        ("Her husband Karl shouts.", "relationship_to_victim", "husband"),
        ("Since May her son, Karl Voss, has come every night.", "relationship_to_victim", "son"),
    ],
)
def test_what_a_sentence_tells_of_him(sentence, field, said):
    assert told(sentence, "perpetrators")[field] == said


@pytest.mark.parametrize(
    "sentence",
    [
        "Karl is White British.",  # of him, not of her
        "Her sister Eve Moss speaks Welsh.",
        "They are Irish.",
        "Her mother needs an interpreter.",
        "Her mother speaks Urdu. She needs an interpreter.",
        "Ada's mother speaks Urdu. She needs an interpreter.",
        "Ada's sister is pregnant.",
        "Ada was pregnant last year.",
        "Ada thought she might be pregnant.",
        "Ada told a Polish speaker at the shop.",
    ],
)
def test_what_is_told_of_another_is_not_hers(sentence):
    content = letter(f"{OPENS} {sentence}", HARMS).content

    assert {key: value for key, value in content["victims"][0]["diversity"].items() if value is not None} == {}
    assert content["children"] == []


def test_a_name_that_both_bear_tells_of_neither():
    reading = letter(
        "The victim is Ada Hollis, born 3 May 1990.",
        "The perpetrator is her wife Eve Hollis, born 4 June 1988.",
        "Mrs Hollis has asthma. She is White British.",
    )

    assert [
        each["diversity"]["ethnicity"] for whose in ("victims", "perpetrators") for each in reading.content[whose]
    ] == [
        None,
        None,
    ]


def test_every_one_of_a_numbered_list_of_those_who_harm_is_one_of_them():
    reading = letter(
        "CLIENT",
        "Ada Hollis, born 3 May 1990",
        "WHO SHE IS AT RISK FROM",
        "1) Karl Voss, her husband, dob 04/06/1988",
        "2) Rita Voss, her mother-in-law. I don't have a date of birth.",
    )

    assert [each["forenames"] for each in reading.content["perpetrators"]] == ["Karl", "Rita"]


def test_with_whom_a_parent_lives_is_not_where_the_child_does():
    reading = letter(
        f"{OPENS} She has a son, Kit Hollis, born 2 May 2015. Karl Voss is his dad. "
        "He was born on 4 June 1988 and lives with his father in Eastmoor."
    )

    assert [child["lives_with"] for child in reading.content["children"]] in ([None], ["victim"])


HOME = "Her home is 4 Fern Court, Westmoor, ZZ1 4AB."


@pytest.mark.parametrize(
    ("sentence", "home"),
    [
        ("Karl moved in with her in May, when his lease ended.", "ZZ1 4AB"),
        ("Karl lives at 9 Oak Lane, Eastmoor, ZZ2 2AB.", "ZZ2 2AB"),
        ("Karl used to live with her.", None),
        ("Karl moved in with her in May but has left.", None),
        ("Karl lives with her brother.", None),
        ("Karl does not know that she lives at 9 Oak Lane, Eastmoor, ZZ2 2AB.", None),
    ],
)
def test_where_a_sentence_says_that_he_lives(sentence, home):
    homes = letter(f"{OPENS} {HOME}", f"{HARMS} {sentence}").content["perpetrators"][0]["addresses"]

    assert [each["postcode"] for each in homes] == [home] * bool(home)


def test_where_she_went_is_not_told_openly_where_the_passage_says_who_knows_of_it():
    content = letter(f"{OPENS} She now lives at 9 Oak Lane, Eastmoor, ZZ2 2AB. Karl has not been told.", HARMS).content

    assert all(home["confidential"] for home in content["victims"][0]["addresses"])


def test_a_sentence_with_a_date_is_no_question_to_which_the_next_one_is_the_answer():
    reading = letter("The victim is Ada Hollis, born 3 May 1990.", "The perpetrator is Eve Voss, born 4 June 1988.")

    assert people(reading, "victims") == [("Ada", "1990-05-03")]
    assert people(reading, "perpetrators") == [("Eve", "1988-06-04")]


def test_who_is_named_behind_an_address_does_not_live_there():
    content = letter(
        f"{OPENS} {HOME}",
        HARMS,
        "The daughter is Ivy Hollis, born 2 May 2015. She lives with her gran, Rita Hollis, at 9 Oak Lane, Eastmoor, "
        "ZZ2 2AB and stays with Ada at weekends.",
    ).content

    assert [home["postcode"] for home in content["victims"][0]["addresses"]] == ["ZZ1 4AB"]


def test_a_doctor_is_hers_where_the_sentence_before_was_about_her():
    assert told("She is White British. GP is Fern Surgery.")["gp"] == "Fern Surgery"


def test_a_school_stands_beside_the_birth_of_a_child():
    content = letter(
        OPENS, f"{HARMS} His little boy, Noah Voss (d.o.b. 05-Jul-2017, Skylark Primary), came with him."
    ).content

    assert [(child["school"], child["relationship_to_perpetrator"]) for child in content["children"]] == [
        ("Skylark Primary", "son")
    ]


def test_days_beneath_each_other_in_a_table_are_not_the_day_of_the_referral():
    document = Document()
    document.add_paragraph("12 May 2026")
    document.add_paragraph("Re: Mrs Ada HOLLIS, born 3 May 1990")
    rows = [["Date", "Seen by", "Entry"], ["19 Nov 2025", "Midwife", "Bruise"], ["10 Mar 2026", "Nurse", "Tearful"]]
    documents.table(document, rows)

    assert read(documents.saved(document), "letter.docx").content["referral_date"] == "2026-05-12"


def test_a_school_of_both_is_not_that_of_the_child_who_is_named_after():
    content = letter(
        OPENS,
        "They have three children: Kit Hollis (4 July 2013) and Eve Hollis (17 May 2016), who are both at Fern School, "
        "and baby Noah Hollis (30 January 2025).",
        "Date of referral: 20 March 2026",
    ).content

    assert [child["school"] for child in content["children"]] == ["Fern School", "Fern School", None]


RE = "Re: Karl VOSS, born 16 August 1990"
PARTNER = "I would like the Norbrook MARAC to hear the case of his former partner, Ada HOLLIS (d.o.b. 3 December 1995)."


@pytest.mark.parametrize(
    "serving",
    [
        "I supervise Mr Voss.",
        "Karl Voss was released on licence from HMP Stallard on 20 March.",
        "Mr Voss is on probation until May.",
        "My colleague is the offender manager for Karl Voss.",
    ],
)
def test_a_letter_headed_by_the_one_who_is_supervised_refers_their_partner(serving):
    reading = letter(RE, f"{serving} {PARTNER}", "Miss Hollis lives at 27 Pasture Lane, Westmoor, ZZ1 9GR.")

    assert people(reading, "victims") == [("Ada", "1995-12-03")]
    assert people(reading, "perpetrators") == [("Karl", "1990-08-16")]
    assert reading.content["perpetrators"][0]["addresses"] == []


@pytest.mark.parametrize(
    "said",
    [
        "Her former partner is Karl Voss (d.o.b. 16 August 1990), who was released on licence on 20 March.",
        "I supervise her former partner, Karl Voss, born 16 August 1990.",
        "She has been supported by us since May. Her ex-husband is Karl Voss, born 16 August 1990.",
        "I am the case manager for Ada Hollis. Her husband is Karl Voss, born 16 August 1990.",
        "I supervise Ms Hollis at the depot. I am concerned about her former partner, Karl Voss, born 16 August 1990.",
        "Miss Hollis was released from hospital. I am worried about the risk from her ex, Karl Voss, born 16/8/1990.",
        "Miss Hollis is on probation to this office. We discussed her partner, Karl Voss, born 16 August 1990.",
        "Miss Hollis is serving a sentence. I refer her because of her former partner, Karl Voss, born 16 August 1990.",
    ],
)
def test_a_letter_headed_by_the_victim_is_about_her_whoever_is_supervised(said):
    reading = letter("Re: Ada HOLLIS, born 3 December 1995", f"I would like to refer Miss Hollis. {said}")

    assert people(reading, "victims") == [("Ada", "1995-12-03")]
    assert people(reading, "perpetrators") == [("Karl", "1990-08-16")]


def test_he_is_not_she_of_whom_the_passage_before_told():
    content = letter(
        "Re: Ada HOLLIS, born 3 December 1995",
        f"I would like to refer Miss Hollis. {HARMS}",
        "He has to live at 2 Chantry Row, Eastmoor, ZZ2 6AF.",
    ).content

    assert [home["postcode"] for home in content["victims"][0]["addresses"]] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "He believes that she is still at",
        "He has been told to stay away from",
        "He lives two doors from",
        "He spoke of",
        "He is going to",
        "He says that the tenant of",
        "He must not go to",
    ],
)
def test_where_he_does_not_live_is_not_his_home(sentence):
    content = letter(
        "The victim is Ada Hollis, born 3 May 1990.", HARMS, f"{sentence} 4 Fern Court, Westmoor, ZZ1 4AB."
    )

    assert content.content["perpetrators"][0]["addresses"] == []


@pytest.mark.parametrize(
    ("about", "whose"),
    [
        ("Karl came round. She lives at", "perpetrators"),
        ("Ada rang the police. He lives at", "victims"),
    ],
)
def test_a_home_is_not_that_of_whom_the_pronoun_does_not_fit(about, whose):
    content = letter(
        "The victim is Ada Hollis, born 3 May 1990.", HARMS, f"{about} 9 Oak Lane, Eastmoor, ZZ2 2AB."
    ).content

    assert content[whose][0]["addresses"] == []


@pytest.mark.parametrize("named", ["Karl Voss, her ex, broke in.", "Her ex Karl Voss broke in."])
def test_her_birth_is_not_his_who_was_named_before_it(named):
    content = letter(f"I would like to refer a mum. Her name is Ada Hollis. {named} Her date of birth is 3 May 1990.")

    assert people(content, "perpetrators") in ([], [("Karl", None)])
