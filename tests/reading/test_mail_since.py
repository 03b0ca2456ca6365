"""What the mail around a form says since: numbers, births, children, homes and answers that it puts right."""

import pytest

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Relationship to victim", "Husband"]]


def sent(text: str):
    form = documents.form(
        [*VICTIM, ["Telephone", "07700 900123"], ["Safe to call?", "Yes"], ["Safe to text?", "Yes"]],
        [*HARMS, ["Address", "As victim"]],
        [["Children"], ["Name", "DOB"], ["Kit Lowe", "11/08/2019"]],
    )
    return read(documents.mail(text, ("form.docx", form)), "referral.eml").content


@pytest.mark.parametrize(
    "said",
    ["Ben has it, so nobody is to use 07700 900123 any more.", "Please take 07700 900123 off everything."],
)
def test_a_number_that_nobody_is_to_use_is_safe_in_no_way(said):
    (phone,) = sent(said)["victims"][0]["phones"]

    assert {phone["safe_to_call"], phone["safe_to_text"], phone["safe_to_leave_message"]} == {False}


def test_a_year_that_the_mail_puts_right_is_the_year_of_the_birth():
    assert sent("My mistake - Kit was born in 2020, not 2019.")["children"][0]["dob"] == "2020-08-11"


def test_a_child_whom_the_mail_names_with_an_age_is_added_once():
    children = sent("Ben has another little one, Macsen, 2, with a girl called Siân. He sees his son Kit, 6, too.")[
        "children"
    ]

    assert [(one["forenames"], one["age_stated"]) for one in children] == [("Kit", None), ("Macsen", 2)]


def test_a_baby_whom_the_mail_expects_is_added():
    assert [
        one["unborn"] for one in sent("She did a test on Saturday, she is about 7 weeks pregnant.")["children"]
    ] == [False, True]


def test_whoever_is_barred_from_her_street_no_longer_lives_there():
    homes = sent("Ben has been bailed to 33 Coppice Hill, Westmoor, ZZ1 9DK, not to come into Fern Court.")[
        "perpetrators"
    ][0]["addresses"]

    assert [home["postcode"] for home in homes] == ["ZZ1 9DK"]


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("I got Kit's date of birth wrong. His school has 19/07/2018.", "2018-07-19"),
        ("They gave me the kids' dates of birth: Kit is 3 Feb 2015.", "2015-02-03"),
        ("I got Zoe's date of birth wrong, it is 19/07/2018.", "2019-08-11"),
    ],
)
def test_a_birth_that_the_mail_puts_right_is_the_one_of_whom_it_names(said, born):
    assert sent(said)["children"][0]["dob"] == born


def test_where_a_child_is_now_is_theirs_and_not_the_home_of_who_harms():
    said = (
        "Kit would not go because of his exams. He is with his gran, Mrs Rudo Moyo, at 17 Tanyard, Westmoor, ZZ1 4HH."
    )
    got = sent(said)

    assert got["children"][0]["address"]["postcode"] == "ZZ1 4HH"
    assert [home["postcode"] for home in got["perpetrators"][0]["addresses"]] == ["ZZ1 9XX"]


def test_the_eldest_whom_the_form_leaves_out_is_added_with_the_home_the_mail_tells():
    said = (
        "I left out her eldest, Ellis Tranter, DOB 2/2/2010. He isn't Ben's. He lives with his dad, Rob Fallon, "
        "at 15 Cobden Street, Westmoor, ZZ1 7JN."
    )
    got = sent(said)

    assert [(one["forenames"], one["dob"]) for one in got["children"]][1:] == [("Ellis", "2010-02-02")]
    assert [home["postcode"] for home in got["perpetrators"][0]["addresses"]] == ["ZZ1 9XX"]


def test_where_probation_puts_him_is_his_home():
    said = "His mum has said no, so probation are putting him in Aspen House, 120 Station Road, Westmoor, ZZ1 4AB."

    assert "ZZ1 4AB" in [home["postcode"] for home in sent(said)["perpetrators"][0]["addresses"]]


def test_what_she_says_since_stands_against_the_form():
    form = documents.form(VICTIM, HARMS, [["Does the victim know?", "No"], ["Checklist score", "13"]])
    said = "Ada knows about the referral and she agrees to it. We went through the checklist again and it's 15 now."
    got = read(documents.mail(said, ("form.docx", form)), "referral.eml").content

    assert (got["consent"]["victim_aware"], got["checklist"]["score_stated"]) == (True, 15)


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("I put Kit’s date of birth down wrongly. Our register says 11 August 2018, not 2019.", "2018-08-11"),
        ("I got Kit's birthday wrong, it is the 21st of August, not the 11th (year is right).", "2019-08-21"),
        ("The police gave me a date of birth of 11/09/2019, mine was wrong.", "2019-09-11"),
        ("Kit's date of birth is wrong. The register says 11/08/2019.", "2019-08-11"),  # as the form has it
        ("Kit was hurt on 11 August 2025. I have the date of birth from the register.", "2019-08-11"),
        ("His date of birth is wrong: it all began on 11 August 2025.", "2019-08-11"),  # no slip of the pen
        ("I put his date of birth in wrong. It should be 8 November 2019.", "2019-11-08"),  # day and month
        ("Ben is out. I also typed Kit's year of birth the wrong way round, it is 2091.", "2019-08-11"),  # not yet
        ("I typed Kit's year of birth wrong, it is 2018.", "2018-08-11"),
        ("I typed the year of birth wrong, it is 2018, not 2019.", "2018-08-11"),
        ("I got the year of birth wrong: they met in 1995.", "2019-08-11"),
    ],
)
def test_a_birth_that_differs_by_one_part_alone_is_put_right_where_the_mail_says_that_it_was_wrong(said, born):
    assert sent(said)["children"][0]["dob"] == born


PASTED = (
    "<table><tr><td>Victim</td><td></td></tr><tr><td>Name</td><td>Ada HOLLIS</td></tr>"
    "<tr><td>Does the victim know?</td><td>Yes</td></tr><tr><td>Does the victim agree?</td><td>No</td></tr></table>"
)


@pytest.mark.parametrize(
    ("said", "agrees"),
    [
        ("Mrs Hollis came in yesterday and now DOES want it to go to MARAC.", True),
        ("She told me this morning that she is happy for it to go to Marac now.", True),
        ("When I told her about the bail she changed her mind and she does now agree to the referral.", True),
        ("She is not happy for it to go to MARAC.", False),
        ("If she is happy for it to go to MARAC I will ring you.", False),
    ],
)
def test_what_she_says_since_counts_above_a_form_that_is_pasted_in_beneath(said, agrees):
    mail = documents.mail(said, html=f"<p>Dear team</p><p>{said}</p>{PASTED}")

    assert read(mail, "referral.eml").content["consent"]["consent_given"] is agrees


@pytest.mark.parametrize(
    "moved",
    [
        "She and the two girls left on Tuesday. They are with a friend at 6 Orchard Cottages, Westmoor, ZZ1 3FW.",
        "She is not at home any more. Since Saturday she is with her aunt, Jo Bell, 6 Orchard Cottages, ZZ1 3FW.",
    ],
)
def test_where_she_went_is_hers_and_kept_though_another_woman_is_named_after_her(moved):
    got = sent(f"{moved} Ben must not find this out, please keep it off anything that is sent round.")

    home = got["victims"][0]["addresses"][0]
    assert (home["postcode"], home["confidential"]) == ("ZZ1 3FW", True)
    assert "ZZ1 3FW" not in str(got["perpetrators"])


def test_where_nobodys_sex_is_told_a_home_that_is_kept_secret_is_not_that_of_who_harms():
    form = documents.form(
        [["Victim"], ["Name", "Lee HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]],
        [["Perpetrator"], ["Name", "Kim LOWE"], ["Address", "As victim"]],
    )
    said = (
        "Lee walked out of the hostel on Saturday. He is at his dad’s, 5 Orchard Garth, Westmoor, ZZ1 6TR. "
        "Kim does not know and must not find out."
    )
    got = read(documents.mail(said, ("form.docx", form)), "referral.eml").content

    assert "ZZ1 6TR" not in str(got["perpetrators"])
    assert got["victims"][0]["addresses"][0] | {"text": ""} == {
        "text": "", "postcode": "ZZ1 6TR", "type": "current", "confidential": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "The number on the form is on his account and he can see everything that goes to it, so not that one any more.",
        "Ben reads what comes to the number on the form.",
        "Please don’t ring or text the 123 number any more, Ben sees it all. No messages on it either.",
        "Her mobile is cut off as from today.",
    ],
)
def test_a_number_of_the_form_that_the_mail_speaks_against_is_safe_in_no_way(said):
    (phone,) = sent(said)["victims"][0]["phones"]

    assert {phone["safe_to_call"], phone["safe_to_text"], phone["safe_to_leave_message"]} == {False}


def test_where_she_went_after_she_left_is_no_home_of_before():
    said = (
        "Ada and the little one left Fern Court on Saturday and are at her mum’s, 4 Weavers Croft, Westmoor, ZZ1 8JB. "
        "Ben does not know where that is. Please keep it off the agenda."
    )
    home = sent(said)["victims"][0]["addresses"][0]

    assert (home["postcode"], home["confidential"]) == ("ZZ1 8JB", True)
    assert home["type"] != "previous"


def test_a_child_named_behind_a_colon_is_added():
    said = "He has a daughter whom I left out: Eleanor (Ellie) Marsh, 3 May 2013. She lives with her mum in Mardle."
    names = [(one["forenames"], one["surname"], one["dob"]) for one in sent(said)["children"]]

    assert names == [("Kit", "Lowe", "2019-08-11"), ("Eleanor", "Marsh", "2013-05-03")]


def test_a_note_on_the_form_itself_forbids_the_number_that_it_replaces_and_not_the_new_one():
    form = documents.lines(
        "Victim", "Name: Ada HOLLIS", "Phone: 07700 900123", "Safe to call: Yes", "Perpetrator", "Name: Ben LOWE",
        "UPDATE 2 June. Ada has a new phone, 07700 900552, OK to ring and to text. Please don’t use the number on the "
        "form any more, Ben’s mum has got hold of it.",
    )  # fmt: skip
    safe = {one["number"]: one["safe_to_call"] for one in read(form, "form.docx").content["victims"][0]["phones"]}

    assert safe == {"07700900123": False, "07700900552": True}


def test_where_he_will_be_going_on_release_is_his():
    said = (
        "Ben’s release has been brought forward to 28 October. He will be going to Kestrel House (approved premises), "
        "2 Gaol Lane, Westmoor, ZZ1 5LX."
    )

    assert "ZZ1 5LX" in [home["postcode"] for home in sent(said)["perpetrators"][0]["addresses"]]


@pytest.mark.parametrize(
    ("said", "told", "counted"),
    [
        ("She was hurt again on Saturday. Q7 should now be a yes, which makes it 13.", "yes", 13),
        ("Question 7 is now yes.", "yes", 13),
        ("Please look at Q7 again, I was not sure.", "no", 12),
        ("Q99 should be a yes.", "no", 12),
    ],
)
@pytest.mark.parametrize("led", [lambda n, words: [str(n), words], lambda n, words: [f"Q{n} {words}"]])
def test_an_answer_of_the_checklist_that_the_mail_changes_by_its_number(said, told, counted, led):
    asked = [
        "Frightened", "Choked", "Threats to kill", "Weapons", "Split up", "Stalking", "Injured this time", "Pregnant",
        "Fears more harm", "Happening more often", "Getting worse", "Jealous", "Cut off from family",
    ]  # fmt: skip
    answers = {words: "N" if words == "Injured this time" else "Y" for words in asked}
    rows = [[*led(n, words), answer] for n, (words, answer) in enumerate(answers.items(), 1)]
    form = documents.form(VICTIM, HARMS, [[*["No.", "Question", "Y / N"][-len(rows[0]) :]], *rows])
    got = read(documents.mail(said, ("form.docx", form)), "referral.eml").content["checklist"]

    assert (got["answers"]["injury"], got["score_counted"]) == (told, counted)


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("- Found his date of birth on the tenancy file, 11th April 1976.", "1976-04-11"),
        ("Kit was in too. I have his date of birth as 11/08/2019.", None),  # it may be the child's
        ("His date of birth is not known. She rang on 11 April 2024 and 12 April 2024.", None),
    ],
)
def test_a_birth_that_the_form_lacks_is_that_of_the_one_adult_whom_it_can_mean(said, born):
    assert sent(said)["perpetrators"][0]["dob"] == born


def test_a_note_on_the_form_takes_back_a_number_by_whose_it_is_though_it_names_who_has_it_now():
    form = documents.lines(
        "Victim", "Name: Ada HOLLIS", "Phone: 07700 900123", "Safe to call: Yes", "Perpetrator", "Name: Ben LOWE",
        "Ada's mobile is no use now, Ben took it off her on Tuesday and is answering it. Do NOT ring or text it.",
    )  # fmt: skip
    got = read(form, "form.docx").content

    assert [(one["number"], one["safe_to_call"]) for one in got["victims"][0]["phones"]] == [("07700900123", False)]
    assert got["perpetrators"][0]["phones"] == []


def test_the_number_of_a_colleague_who_covers_is_not_the_victims():
    said = "I'm on leave Friday, Dot Marsh has the case then (01632 960776)."

    assert [one["number"] for one in sent(said)["victims"][0]["phones"]] == ["07700900123"]


def test_an_answer_is_changed_by_its_number_in_the_second_half_of_a_row_too():
    asked = ["Frightened", "Choked", "Threats to kill", "Weapons", "Split up", "Stalking", "Injured this time",
             "Pregnant", "Fears more harm", "Happening more often", "Getting worse", "Jealous"]  # fmt: skip
    rows = [[str(n), asked[n - 1], "Y", str(n + 6), asked[n + 5], "N"] for n in range(1, 7)]
    form = documents.form(VICTIM, HARMS, [["No.", "Risk", "Answer", "No.", "Risk", "Answer"], *rows])
    got = read(documents.mail("Question 7 should be a Yes.", ("form.docx", form)), "referral.eml").content["checklist"]

    assert (got["answers"]["injury"], got["score_counted"]) == ("yes", 7)


def test_the_number_of_a_colleague_who_is_to_be_rung_is_not_the_victims():
    said = "While I'm off please ring my colleague Lewis Harker, 01632 960781."

    assert [one["number"] for one in sent(said)["victims"][0]["phones"]] == ["07700900123"]


def test_where_conditions_say_that_he_is_to_live_is_his():
    said = "1. He was granted bail today. Conditions: live and sleep at his father’s, 88 Lower Row, Westmoor, ZZ1 9DD."

    assert "ZZ1 9DD" in [home["postcode"] for home in sent(said)["perpetrators"][0]["addresses"]]


def test_a_boy_who_lives_with_her_mother_does_not_live_with_her():
    said = (
        "I had left off her eldest, Idris Hollis, born 9 August 2012. He is from her first marriage and lives with "
        "her mother in Little Fenby, I have no address."
    )
    eldest = next(one for one in sent(said)["children"] if one["forenames"] == "Idris")

    assert (eldest["lives_with"] == "victim", eldest["address"]) == (False, None)


def test_where_a_child_has_gone_is_not_where_he_is_though_it_is_with_his_mother():
    said = "Kit has gone to Ben's mum, Sandra Tarrant, at 9 Quarry Bank, ZZ1 6RS, agreed with Children's Services."
    got = sent(said)

    assert "ZZ1 6RS" not in [home["postcode"] for home in got["perpetrators"][0]["addresses"]]
    assert (got["children"][0]["lives_with"], got["children"][0]["address"]["postcode"]) == (
        "Ben's mum, Sandra Tarrant", "ZZ1 6RS",
    )  # fmt: skip


def test_where_a_court_bailed_him_to_is_his():
    said = "Ben was charged and bailed by the court on Saturday to his sister's, 77 Dock Street, Westmoor, ZZ1 1BE."

    assert "ZZ1 1BE" in [home["postcode"] for home in sent(said)["perpetrators"][0]["addresses"]]


def test_where_a_child_and_her_mother_have_gone_is_hers():
    said = "Kit and Ada are at Ada's mum's, 9 Quarry Bank, Westmoor, ZZ1 6RS. Ben must not find out."

    assert "ZZ1 6RS" in [home["postcode"] for home in sent(said)["victims"][0]["addresses"]]


def test_what_goes_on_with_but_is_said_of_the_same_number():
    (phone,) = sent("Ada's mobile: still ok to ring before 3 but please do not leave messages after all.")["victims"][
        0
    ]["phones"]

    assert (phone["safe_to_call"], phone["safe_to_leave_message"]) == (True, False)


def test_the_number_of_one_more_who_harms_is_not_the_victims():
    told = "I think Leanne ought to go down as a second perpetrator. She took the bank card. She is on 07700 900844."

    assert [phone["number"] for phone in sent(told)["victims"][0]["phones"]] == ["07700900123"]


def test_a_child_whom_he_has_with_another_is_not_called_by_her_name_and_does_not_live_here():
    said = "I missed a child: Max Lowe, Ben's son with Tess Arden, born 4/10/2020. He lives with Tess in Thornby."

    children = sent(said)["children"]

    assert [(one["forenames"], one["dob"]) for one in children] == [("Kit", "2019-08-11"), ("Max", "2020-10-04")]
    assert (children[1]["lives_with"], children[1]["address"]) == (None, None)


def test_a_year_of_birth_that_a_record_has_otherwise_is_that_of_the_record():
    said = "I put 2019 for Kit's year of birth. His school's record says 11 August 2018."

    assert sent(said)["children"][0]["dob"] == "2018-08-11"


def test_a_year_that_is_put_right_beside_a_day_that_is_right_is_that_of_the_birth():
    said = "I have Kit's date of birth wrong, he was born in 2018 (11 August is right)."

    assert sent(said)["children"][0]["dob"] == "2018-08-11"


def test_where_they_are_of_whom_he_must_not_know_is_not_his():
    said = (
        "Ben turned up at her nan's on Saturday, so the two are not there any more. They are at her auntie Gail's, "
        "7 Quarry Bank, Westmoor, ZZ1 6RS. Ben does not know about Gail's and it must not get to him."
    )

    assert "ZZ1 6RS" not in [home["postcode"] for home in sent(said)["perpetrators"][0]["addresses"]]
