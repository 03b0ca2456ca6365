"""What must never come out wrong: safe numbers, confidential addresses, roles."""

import pytest

from marac.reading import read
from marac.telephones.safety import said_of_number
from tests.reading import documents

BOX = [["Victim"], ["Name", "Ada HOLLIS"]]


def victim(*rows: list[str]):
    return read(documents.form([*BOX, *rows]), "form.docx").content["victims"][0]


def said(phone):
    return phone["safe_to_call"], phone["safe_to_leave_message"], phone["safe_to_text"]


def test_a_number_of_which_nothing_is_said_is_not_called_safe():
    assert said(victim(["Telephone number", "07700 900123"])["phones"][0]) == (None, None, None)


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("Safe to call any time", (True, None, None)),
        ("Not safe to call", (False, None, None)),
        ("This number isn't safe", (False, None, None)),
        ("Do not call", (False, False, None)),
        ("Never ring this number", (False, False, None)),
        ("Text only", (False, None, True)),
        ("Safe to call but do not text", (True, None, False)),
        ("Safe to call. Do not leave a voicemail.", (True, False, None)),
        ("It is no longer safe", (False, None, None)),
        ("He answers it", (None, None, None)),
        ("Safe number, he answers", (None, None, None)),
        ("He answers her phone", (False, None, None)),
        ("Her brother answers", (False, None, None)),
        ("Not safe to call or text", (False, None, False)),
        ("Not safe to call or leave messages", (False, False, None)),
        ("Unsafe for calls and texts", (False, None, False)),
        ("Not safe to call but text is fine", (False, None, True)),
        ("Perpetrator has access to the phone", (False, None, None)),
        ("Unsafe", (False, None, None)),
        ("Safe?", (None, None, None)),
        ("She is in a safe house", (None, None, None)),
        ("She feels safe at work", (None, None, None)),
        ("Safe contact is her mother", (None, None, None)),
        ("It may be safe to call", (None, None, None)),
        ("Was safe to call until May", (None, None, None)),
        ("We don't know if it is safe to call", (False, False, None)),
        ("Not sure it is safe to leave a message", (None, None, None)),
        ("Texts are not safe", (None, None, False)),
        ("It is not safe to text", (None, None, False)),
        ("Do not ring after six", (False, False, None)),
    ],
)
def test_prose_about_a_number(words, answers):
    phone = victim(["Telephone number", "07700 900123"], ["Contact information", words])["phones"][0]

    assert said(phone) == answers


def test_one_yes_beside_two_numbers_makes_neither_safe():
    got = victim(["Telephone number", "07700 900123 / 01632 960111"], ["Is this number safe to call?", "Yes"])

    assert [phone["safe_to_call"] for phone in got["phones"]] == [None, None]


def test_one_no_beside_two_numbers_makes_both_unsafe():
    got = victim(["Telephone number", "07700 900123 / 01632 960111"], ["Is this number safe to call?", "No"])

    assert [phone["safe_to_call"] for phone in got["phones"]] == [False, False]


def test_the_safe_question_may_stand_before_the_number():
    got = victim(["Safe to call?", "Yes"], ["Telephone number", "07700 900123"])

    assert got["phones"][0]["safe_to_call"] is True


def test_unsafe_outweighs_safe_in_one_document():
    got = victim(
        ["Telephone number", "07700 900123"],
        ["Safe to call?", "Yes"],
        ["Contact information", "Do not use 07700 900123"],
    )

    assert got["phones"][0]["safe_to_call"] is False


def test_a_friends_number_says_whose_it_is():
    got = victim(
        ["Telephone number", "07700 900123"],
        ["Contact information", "Safe to call her sister Joy Hollis, 07700 900555"],
    )

    assert [(p["number"], p["whose"], p["safe_to_call"]) for p in got["phones"]] == [
        ("07700900123", "own", None),
        ("07700900555", "sister Joy Hollis", True),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Address", "9 Fern Court, Westmoor, ZZ1 9XX (confidential)"]],
        [["Address", "Refuge, 9 Fern Court, Westmoor, ZZ1 9XX"]],
        [["Address", "9 Fern Court, Westmoor, ZZ1 9XX. Do not disclose."]],
        [["Address", "9 Fern Court, Westmoor, ZZ1 9XX"], ["Is this address confidential?", "Yes"]],
        [["Is this address confidential?", "Yes, she has fled"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]],
        [["Address", "9 Fern Court, Westmoor, ZZ1 9XX"], ["Contact information", "Her address must not be shared."]],
        [
            ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"],
            ["Background", "She has moved. The new address is confidential."],
        ],
    ],
)
def test_a_confidential_address_is_marked_however_it_is_said(rows):
    address = victim(*rows)["addresses"][0]

    assert (address["postcode"], address["confidential"]) == ("ZZ1 9XX", True)


def test_an_address_that_is_not_called_confidential_is_left_unsaid():
    assert victim(["Address", "9 Fern Court, Westmoor, ZZ1 9XX"])["addresses"][0]["confidential"] is None


def test_a_child_as_victim_keeps_the_confidentiality():
    children = [["Child's name", "DOB", "Address"], ["Max Hollis", "3/4/15", "As victim"]]
    got = read(
        documents.form([*BOX, ["Address", "9 Fern Court, ZZ1 9XX, confidential"]], children), "form.docx"
    ).content

    assert got["children"][0]["address"]["confidential"] is True


def test_no_fixed_abode_is_said_and_gives_no_address():
    got = victim(["Address", "NFA"])

    assert (got["no_fixed_abode"], got["addresses"]) == (True, [])


def test_what_cannot_be_read_is_null_and_its_words_are_kept():
    reading = read(documents.form([*BOX, ["DOB", "spring of 91 or 92"]]), "form.docx")

    assert reading.content["victims"][0]["dob"] is None
    assert [u.text for u in reading.unread if u.kind == "value"] == ["DOB: spring of 91 or 92"]


@pytest.mark.parametrize("question", ["Not safe to call?", "Is it unsafe to ring?", "Any reason not to phone her?"])
def test_a_yes_to_a_question_that_was_turned_round_is_no_yes(question):
    got = victim(["Telephone number", "07700 900123"], [question, "Yes"])

    assert got["phones"][0]["safe_to_call"] is not True


@pytest.mark.parametrize(
    "question",
    [
        "Is the perpetrator aware of this referral?",
        "Has the abuser been told about the referral?",
        "Perpetrator consents?",
    ],
)
def test_what_the_perpetrator_knows_is_not_what_the_victim_knows(question):
    got = read(documents.form([*BOX, [question, "Yes"]]), "form.docx").content["consent"]

    assert (got["victim_aware"], got["consent_given"]) == (None, None)


def test_the_perpetrators_number_is_not_safe_because_the_victims_was_asked_about():
    perpetrator = [["Perpetrator"], ["Name", "Ben HOLLIS"], ["Telephone", "07700 900456"], ["Safe to call?", "Yes"]]

    got = read(documents.form(BOX, perpetrator), "form.docx").content

    assert got["victims"][0]["phones"] == []


def test_whoever_stands_under_a_heading_that_is_on_no_list_is_not_the_last_person():
    contact = [["Main contact for the family"], ["Name", "Enid Pell"], ["Telephone", "01632 960993"]]

    got = read(documents.form([*BOX, *contact]), "form.docx").content

    assert [v["surname"] for v in got["victims"]] == ["Hollis"]
    assert got["victims"][0]["phones"] == []


def test_the_next_of_kins_number_is_not_the_victims():
    got = read(documents.form([*BOX, ["Next of kin telephone", "01632 960993"]]), "form.docx").content

    assert got["victims"][0]["phones"] == []


def test_a_heading_that_offers_both_roles_gives_neither():
    got = read(documents.form([["Victim / perpetrator"], ["Name", "Ada HOLLIS"]]), "form.docx").content

    assert (got["victims"], got["perpetrators"]) == ([], [])


def test_a_label_that_says_confidential_makes_its_address_so():
    address = victim(["Address (confidential)", "9 Fern Court, Westmoor, ZZ1 9XX"])["addresses"][0]

    assert address["confidential"] is True


def test_a_yes_about_the_victims_mother_says_nothing_of_the_victims_number():
    got = victim(["Telephone number", "07700 900123"], ["Is it safe to call the victim's mother?", "Yes"])

    assert got["phones"][0]["safe_to_call"] is not True


def test_a_question_about_the_perpetrator_does_not_give_them_what_follows():
    rows = [*BOX, ["Is that address known to the perpetrator?", "No"], ["Telephone number", "07700 900123"]]

    got = read(documents.form([*rows, ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]), "form.docx").content

    assert (got["perpetrators"], got["victims"][0]["phones"][0]["number"]) == ([], "07700900123")
    assert got["victims"][0]["addresses"][0]["confidential"] is True


def test_whether_he_knows_her_address_is_not_whether_she_knows_of_the_referral():
    got = read(documents.form([*BOX, ["Does he know it?", "Yes"]]), "form.docx").content

    assert got["consent"]["victim_aware"] is None


@pytest.mark.parametrize(
    ("label", "answer", "answers"),
    [
        ("Safe to call?", "Do not ring", (False, False, None)),
        ("Safe to call?", "Do not know", (None, None, None)),
        ("Safe to call / leave a message?", "Call: Y   Message: N", (True, False, None)),
        ("Safe to call / leave a message?", "Call: Y / N   Message: Y / N", (None, None, None)),
        ("Safe to call / leave a message?", "Call: Y when he is at work   Message: N", (None, False, None)),
        ("Safe to contact on this number? Best times?", "Yes, 10 to 2. Do not leave voicemails", (True, False, None)),
    ],
)
def test_an_answer_about_ways_of_reaching_her(label, answer, answers):
    assert said(victim(["Telephone number", "07700 900123"], [label, answer])["phones"][0]) == answers


def test_a_number_whose_label_says_that_it_is_not_safe():
    assert said(victim(["Old number - not safe", "07700 900123"])["phones"][0])[0] is False


@pytest.mark.parametrize("asked", ["Has she consented?", "Is the victim aware of the referral?"])
def test_do_not_is_no_yes(asked):
    consent = read(documents.form([*BOX, [asked, "Do not know"]]), "form.docx").content["consent"]

    assert (consent["victim_aware"], consent["consent_given"]) == (None, None)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Confidential address - not to be shared with any other party", "3 Lark Rise, Westmoor ZZ1 2AB"),
        ("Current address", "With her aunt at an address she does NOT want disclosed: 3 Lark Rise, Westmoor ZZ1 2AB"),
        ("Where is she living now?", "Refuge. Address must not be recorded: PO Box 3, Westmoor ZZ1 2AB"),
    ],
)
def test_an_address_that_is_kept_from_others_is_hers_and_marked(label, words):
    homes = victim([label, words])["addresses"]

    assert [(home["postcode"], home["confidential"]) for home in homes] == [("ZZ1 2AB", True)]


def test_whether_the_perpetrator_is_aware_of_the_address_is_asked_of_the_victims():
    rows = [["Address", "3 Lark Rise, Westmoor ZZ1 2AB"], ["Is the perpetrator aware of this address?", "No"]]

    assert victim(*rows)["addresses"][0]["confidential"] is True


NOT_THIS = [
    "capacity to consent to this referral", "been asked whether she consents to this referral",
    "refused consent to this referral", "been able to give consent to this referral",
    "declined to consent to this referral",
]  # fmt: skip


@pytest.mark.parametrize("asked", NOT_THIS)
def test_whether_she_could_agree_or_was_asked_is_not_whether_she_agreed(asked):
    rows = [[f"Has the victim {asked}?", "Yes"]]

    assert read(documents.form([*BOX, *rows]), "form.docx").content["consent"]["consent_given"] is None


@pytest.mark.parametrize(
    "asked", ["Aware of the referral?", "Told about this referral?", "Has consented to this referral?"]
)
def test_what_somebody_else_knows_or_agreed_to_is_not_what_the_victim_did(asked):
    parents = [["Parents of the young person"], ["Name", "Relationship", asked], ["Jo HOLLIS", "Mother", "Yes"]]
    consent = read(documents.form(BOX, parents), "form.docx").content["consent"]

    assert (consent["victim_aware"], consent["consent_given"]) == (None, None)


@pytest.mark.parametrize(
    ("words", "call", "text"),
    [("Call yes, text no", True, False), ("Calls no, texts yes", False, True), ("Phone no 07700 900123", None, None)],
)
def test_each_way_of_reaching_her_has_its_own_yes_or_no(words, call, text):
    said = said_of_number(words, pointed=True)

    assert (said.get("safe_to_call"), said.get("safe_to_text")) == (call, text)


@pytest.mark.parametrize(
    ("asked", "answer", "safe"),
    [
        ("When is it safe to call?", "Weekdays between 10am and 2pm", True),
        ("When is it safe to call?", "Never in the evenings", None),
        ("When is it safe to call?", "Mornings if he is at work", None),
        ("When is it not safe to call?", "Weekdays after 2pm", None),
    ],
)
def test_hours_say_that_it_is_safe_then_only_where_that_was_asked(asked, answer, safe):
    phone = victim(["Telephone", "07700 900123"], [asked, answer])["phones"][0]

    assert phone["safe_to_call"] is safe or (safe is None and phone["safe_to_call"] is False)


@pytest.mark.parametrize("title", ["Other people of concern", "Other professionals involved", "Witness"])
def test_other_people_are_in_none_of_the_parts(title):
    got = read(documents.form(BOX, [[title], ["Name", "Jo REEVE"], ["DOB", "1/1/80"]]), "form.docx").content

    assert [each["forenames"] for each in got["victims"]] == ["Ada"]
    assert got["perpetrators"] == []


def test_a_birth_date_that_the_mail_puts_right_stands():
    form = documents.form(BOX, [["Children"], ["Name", "DOB"], ["Kit Hollis", "20/05/2012"]])
    text = "Form attached. Kit's date of birth should be 20/05/2013."

    got = read(documents.mail(text, ("form.docx", form)), "mail.eml").content

    assert [child["dob"] for child in got["children"]] == ["2013-05-20"]


def test_a_new_address_of_which_he_must_not_know_is_marked():
    form = documents.form([*BOX, ["Address", "3 Lark Rise, Westmoor ZZ1 2AB"]])
    text = "Ada is now at a safe address: 4 Lantern Yard, Westmoor, ZZ1 4LY. He does not know about it."

    homes = read(documents.mail(text, ("form.docx", form)), "mail.eml").content["victims"][0]["addresses"]

    assert [home["confidential"] for home in homes if home["postcode"] == "ZZ1 4LY"] == [True]


def test_boxes_beside_each_other_are_each_their_own_answer():
    rows = [["☐ Visible High Risk", "☒ Professional Judgement"], ["☒ Potential Escalation", "☐ Repeat"]]

    got = read(documents.form([["Reason for referral"]], rows), "form.docx").content["criteria"]

    assert list(got.values()) == [False, True, True, False]


@pytest.mark.parametrize("cross", "✗✘")
@pytest.mark.parametrize("beside", ["✗ Repeat", "✓ Repeat", "Repeat"])
def test_a_ground_with_a_cross_beside_a_tick_is_never_taken_for_chosen(cross, beside):
    row = ["Threshold met (tick)", "✓ Professional judgement", f"{cross} Visible high risk", beside]

    got = read(documents.form([["Victim"], ["Name", "Ada HOLLIS"]], [row]), "form.docx").content

    assert got["criteria"]["visible_high_risk"] is not True
