"""What forms of kinds it had not met taught the reader: who is who, which home is secret, which number is whose."""

import pytest

from marac.labels.sections import section
from marac.reading import read
from marac.vocabulary.lessons import NO_LESSON
from tests.reading.documents import form, lines, mail

HERS = [["Victim"], ["Name", "Ada Hollis"], ["Date of birth", "03/04/1991"]]
HIS = [["Perpetrator"], ["Name", "Ben Crane"], ["Date of birth", "05/06/1988"]]
SECRET = (
    "not to be written on any paper that he may see",
    "goes nowhere else",
    "for the eyes of MARAC only",
    "her family do not know about it",
    "he believes she is in Leeds",
    "nobody but the council has been given this",
    "he must not get this",
    "NOT FOR SHARING",
    "not to have it",
)


def of(*tables: list[list[str]]) -> dict:
    return read(form(*tables), "form.docx").content


def names(people: list[dict]) -> list[str]:
    return [f"{person['forenames']} {person['surname']}" for person in people]


@pytest.mark.parametrize("words", SECRET)
def test_an_address_is_secret_in_whatever_words_that_is_said(words):
    content = of([*HERS, ["Address", f"4 Mill Lane, Westmoor, ZZ1 2AB - {words}"]], HIS)

    assert content["victims"][0]["addresses"][0]["confidential"] is True


@pytest.mark.parametrize("words", SECRET)
def test_where_the_victim_hides_is_never_taken_for_the_home_of_who_harms(words):
    hidden = ["Where now", f"31 Gorse Walk, Eastholme ZZ21 3GW - {words}"]
    content = of([*HERS, ["Address", hidden[1]]], [*HIS, ["Address", "Same as victim"]])

    assert content["perpetrators"][0]["addresses"] == []


def test_same_as_victim_until_a_day_is_not_where_he_lives_now():
    home = ["Address", "4 Mill Lane, Westmoor, ZZ1 2AB"]
    until = ["Address", "As victim until 1 August; now 8 Quay Row, Westmoor, ZZ1 8QR"]

    told = of([*HERS, home], [*HIS, until])["perpetrators"][0]["addresses"]

    assert [each["postcode"] for each in told] == ["ZZ1 8QR"]


def test_an_answer_about_texts_says_nothing_of_calls():
    content = of([*HERS, ["Mobile", "07700 900123"], ["Is it safe to text?", "Safe"]], HIS)

    phone = content["victims"][0]["phones"][0]
    assert (phone["safe_to_call"], phone["safe_to_text"]) == (None, True)


def test_a_number_that_is_given_up_later_may_not_be_texted_either():
    sheet = form([*HERS, ["Mobile", "07700 900123 (text only)"]], HIS)
    told = "Dear all\n\nAda's phone was taken. Do not use 07700 900123 any more.\n\nSam Okoro"

    phone = read(mail(told, ("form.docx", sheet)), "mail.eml").content["victims"][0]["phones"][0]

    assert (phone["safe_to_call"], phone["safe_to_text"]) == (False, False)


def test_person_harmed_by_somebody_is_the_one_who_is_harmed():
    assert section("Person harmed by perpetrator") == "victim"


@pytest.mark.parametrize("words", ["Who is the risk from", "The one they fear", "Non-abusing parent", "PV", "AP"])
def test_a_heading_says_who_is_who(words):
    said = NO_LESSON.section(words) or NO_LESSON.whose(words)

    assert said == ("victim" if words in ("PV", "Non-abusing parent") else "perpetrator")


def test_somebody_whom_the_victim_trusts_is_not_the_victim():
    assert NO_LESSON.whose("Someone our client trusts") is None


def test_a_heading_for_the_danger_opens_another_box():
    content = of(HERS, [["Who is the danger?"], ["Name", "Ben Crane"], ["Date of birth", "05/06/1988"]])

    assert names(content["victims"]) == ["Ada Hollis"]


def test_parents_are_told_apart_by_the_sentence_that_says_who_is_in_danger_from_whom():
    content = read(
        lines(
            "Resident parent", "Name: Ada Hollis", "Date of birth: 03/04/1991",
            "Visiting parent", "Name: Ben Crane", "Date of birth: 05/06/1988",
            "We think that the resident parent is in danger from the visiting parent.",
        ),
        "letter.docx",
    ).content  # fmt: skip

    assert (names(content["victims"]), names(content["perpetrators"])) == (["Ada Hollis"], ["Ben Crane"])


def test_people_whom_answers_number_keep_their_own_facts():
    boxes = [
        ["Children"],
        ["Name", "1. Kit Hollis\n2. Mae Hollis"],
        ["Date of birth", "1. 05/05/2012\n2. 22/08/2015"],
    ]

    children = of(HERS, HIS, boxes)["children"]

    assert [(c["forenames"], c["dob"]) for c in children] == [("Kit", "2012-05-05"), ("Mae", "2015-08-22")]


def test_a_child_who_lives_with_the_client_opens_no_box_for_the_client():
    content = read(
        lines(
            "Victim: Ada Hollis, born 03/04/1991",
            "Children",
            "- Kit Hollis, born 05/05/2012, with our client",
            "- Mae Hollis, born 22/08/2015, with our client",
        ),
        "letter.docx",
    ).content

    assert names(content["children"]) == ["Kit Hollis", "Mae Hollis"]
    assert names(content["victims"]) == ["Ada Hollis"]


def test_a_checklist_that_only_a_service_for_the_stalked_sends_is_the_checklist():
    asked = ("injured", "frightened", "isolated", "depressed", "separated", "stalk", "pregnant", "jealous", "weapon",
             "strangle", "threatened to kill", "animal")  # fmt: skip
    rows = [[f"Is there {each}?", "Yes" if n % 2 else "No"] for n, each in enumerate(asked)]

    content = read(form(HERS, HIS, rows, title="Stalking advocacy: referral to Westmoor MARAC"), "form.docx").content

    assert content["checklist"]["included"] is True
    assert content["checklist"]["score_counted"] == 6


def test_a_number_from_which_the_respondent_rings_is_not_the_clients():
    told = (
        "Dear all\n\nOur client is Ms Ada Hollis (d.o.b. 03.04.1991). The respondent is her former husband, Mr Ben "
        "Crane (d.o.b. 05.06.1988). Our client may be rung on 07700 900123. "
        "The respondent telephones from 07700 900124."
        "\n\nSam Okoro"
    )

    content = read(mail(told), "mail.eml").content

    assert "07700900124" not in [phone["number"] for person in content["victims"] for phone in person["phones"]]


def test_a_question_of_one_word_behind_an_address_asks_whether_it_is_secret():
    home = [["Present address", "9 Fern Court, Westmoor, ZZ1 9XX"], ["Confidential?", "YES - NOT TO LEAVE THE ROOM"]]
    earlier = [["Previous address", "4 Mill Lane, Westmoor, ZZ1 2AB"], ["Confidential?", "No"]]
    alone = [["Ethnic origin", "White British"], ["Confidential?", "Yes"]]

    assert of([*HERS, *home], HIS)["victims"][0]["addresses"][0]["confidential"] is True
    assert of([*HERS, *earlier], HIS)["victims"][0]["addresses"][0]["confidential"] is not True
    assert of([*HERS, *alone], HIS)["victims"][0]["addresses"] == []
