"""People whose part no heading says: who is placed by what else is told, always to be checked, and who is not."""

import pytest

from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["DOB", "1.2.1990"]]
SUSPECT = [["Perpetrator"], ["Name", "Karl VOSS"], ["DOB", "3.4.1988"]]


def form(*tables):
    return read(documents.form(*tables), "form.docx")


def surnames(reading, whose):
    return [person["surname"] for person in reading.content[whose]]


def test_a_line_of_the_box_says_whose_it_is():
    box = [["Person 2"], ["Name", "Ada HOLLIS"], ["DOB", "1.2.1990"], ["Part in this case", "Carer. Victim of abuse"]]

    assert surnames(form(box), "victims") == ["Hollis"]


def test_the_one_grown_person_left_is_put_forward_as_the_victim_to_be_checked():
    box = [["Subject of this page"], ["Name", "Ada HOLLIS"], ["DOB", "1.2.1990"]]

    reading = form(box, SUSPECT)

    assert surnames(reading, "victims") == ["Hollis"]
    assert reading.certainty["victims[0].surname"].sure == "check"


def test_of_two_people_left_nobody_is_taken_for_the_victim():
    boxes = [[[title], ["Name", name], ["DOB", "1.2.1990"]] for title, name in (("A", "Ada HOLLIS"), ("B", "Eve MOSS"))]

    reading = form(*boxes, SUSPECT)

    assert surnames(reading, "victims") == []
    assert {"Name: Ada HOLLIS", "Name: Eve MOSS"} <= {each.text for each in reading.unread}
    assert [each.text for each in reading.unread if each.kind == "person"] == ["Ada HOLLIS", "Eve MOSS"]


def test_a_second_name_after_words_that_may_be_a_heading_is_not_the_victims():
    words = "Victim\nSurname: HOLLIS\nFirst name: Ada\nThe claimant on the other side\nSurname: VOSS\nFirst name: Karl"

    got = read(documents.mail(words), "mail.eml").content

    assert [victim["surname"] for victim in got["victims"]] == ["Hollis"]


def test_people_side_by_side_keep_what_is_theirs():
    rows = [
        ["Person at risk", "", "Person making the threat", ""],
        ["Name", "Ada HOLLIS", "Name", "Karl VOSS"],
        ["Mobile", "07700 900123", "Mobile", "07700 900124"],
    ]

    got = form(rows).content

    assert [p["number"] for p in got["victims"][0]["phones"]] == ["07700900123"]
    assert [p["number"] for p in got["perpetrators"][0]["phones"]] == ["07700900124"]


def test_the_husband_whom_a_letter_names_is_put_forward_to_be_checked():
    letter = documents.lines(
        "Dear colleague",
        "Referral: Mrs Ada Hollis, born 1 February 1990, of 9 Fern Court, Westmoor, ZZ1 9XX",
        "She told me that her husband did it. Her husband is Karl Hollis, born 3 April 1988, and he lives with her.",
    )

    reading = read(letter, "letter.docx")

    assert [p["forenames"] for p in reading.content["perpetrators"]] == ["Karl"]
    assert reading.certainty["perpetrators[0].forenames"].sure == "check"


def test_whoever_is_alleged_to_have_harmed_the_patient_is_not_the_victim():
    got = form([["Patient", "Ada HOLLIS"], ["Person alleged to have harmed patient", "Karl VOSS"]])

    assert (surnames(got, "victims"), surnames(got, "perpetrators")) == (["Hollis"], ["Voss"])


def test_a_grown_person_whom_a_mail_names_beside_children_is_no_child():
    words = "Victim: Ada Hollis\n\nShe lives with Karl Voss, born 1 January 1980, and they have two children."

    assert read(documents.mail(words), "mail.eml").content["children"] == []


def test_a_student_of_eighteen_is_no_child():
    words = ["Perpetrator: Karl Voss", "Student", "Ada Hollis (18)"]

    assert read(documents.lines(*words), "form.docx").content["children"] == []


def test_a_second_name_in_the_referrers_box_is_not_the_referrers():
    rows = [["Name of the person referring", "Idris Vaughan"], ["Full name of the member", "Ada HOLLIS"]]

    assert form(rows).content["referrer"]["name"] == "Idris Vaughan"


def test_an_address_that_is_to_be_kept_off_papers_is_secret():
    words = "Ada has gone to 9 Fern Court, Westmoor, ZZ1 9XX. Please keep this address off anything sent to him."
    sheet = documents.form([["Victim"], ["Name", "Ada HOLLIS"]])

    homes = read(documents.mail(words, ("form.docx", sheet)), "mail.eml").content["victims"][0]["addresses"]

    assert homes == [] or homes[0]["confidential"] is True


def test_a_patients_label_pasted_into_a_cell_is_one_person():
    label = "HOLLIS, Ada\nDOB 14-Mar-1989\n9 Fern Court, Westmoor, ZZ1 9XX\nTel 07700 900123"

    victim = form([[label, "Completed by: Idris Vaughan"]], SUSPECT).content["victims"][0]

    assert (victim["surname"], victim["dob"], victim["phones"][0]["number"]) == ("Hollis", "1989-03-14", "07700900123")


@pytest.mark.parametrize("heading", ["Other party to the claim (alleged to be abusive)", "Who is doing this"])
def test_plain_speech_in_a_heading_opens_the_perpetrators_box(heading):
    assert surnames(form(VICTIM, [[heading], ["Name", "Karl VOSS"], ["DOB", "3.4.1988"]]), "perpetrators") == ["Voss"]
