"""People whose part no heading says: who is placed by what else is told, always to be checked, and who is not."""

import pytest
from docx import Document

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


def test_a_victim_without_a_name_is_not_given_the_name_of_somebody_else():
    nameless = [["Victim"], ["DOB", "1.2.1990"], ["Address", "3 Mill Lane, Westmoor ZZ1 2AB"]]
    box = [["Subject of this page"], ["Name", "Gary MOSS"], ["DOB", "1.2.1960"]]

    reading = form(nameless, SUSPECT, box)

    assert surnames(reading, "victims") == [None]
    assert "Gary MOSS" in [each.text for each in reading.unread if each.kind == "person"]


def test_somebody_who_is_related_to_the_victim_is_not_the_victim():
    box = [["Subject of this page"], ["Name", "Gary MOSS"], ["DOB", "1.2.1960"], ["Relationship to victim", "Uncle"]]

    assert surnames(form(SUSPECT, box), "victims") == []


LIKEWISE = [["Name", "Gary MOSS"], ["DOB", "1.2.1960"], ["Relationship to victim", "Uncle"]]


@pytest.mark.parametrize(
    ("words", "perpetrators"),
    [("Second person, where there is one", ["Voss", "Moss"]), ("Second professional", ["Voss"]), ("Page", ["Voss"])],
)
def test_a_second_table_that_asks_the_same_is_about_one_more_of_them(words, perpetrators):
    made = Document()
    documents.table(made, VICTIM)
    documents.table(made, [*SUSPECT, ["Relationship to victim", "Husband"]])
    made.add_paragraph(words)
    documents.table(made, LIKEWISE)

    assert surnames(read(documents.saved(made), "form.docx"), "perpetrators") == perpetrators


def test_a_second_table_that_asks_the_same_as_the_victims_is_nobodys():
    made = Document()
    documents.table(made, [*VICTIM, ["Address", "3 Mill Lane, Westmoor ZZ1 2AB"]])
    made.add_paragraph("Second person")
    documents.table(made, [["Name", "Gary MOSS"], ["DOB", "1.2.1960"], ["Address", "9 Mill Lane, Westmoor ZZ1 2AC"]])

    assert surnames(read(documents.saved(made), "form.docx"), "victims") == ["Hollis"]


def test_labels_before_their_answers_are_no_heads_over_the_row_beneath():
    rows = [
        ["Victim"],
        ["Name", "Ada HOLLIS", "DOB", "1.2.1990"],
        ["Ethnic origin", "Latin American", "First language", "Spanish"],
        ["Disability", "Deaf", "Sexual orientation", "Lesbian"],
    ]

    told = form(rows).content["victims"][0]["diversity"]

    assert (told["ethnicity"], told["language"]) == ("Latin American", "Spanish")
    assert (told["disability_detail"], told["lgbt"]) == ("Deaf", True)


@pytest.mark.parametrize(
    ("label", "words", "homes"),
    [
        ("In custody or on bail", "Bailed to 2 Row Street, Westmoor ZZ1 2AB", ["ZZ1 2AB"]),
        ("Conditions", "Not to go to 2 Row Street, Westmoor ZZ1 2AB", []),
        ("Place of work", "2 Row Street, Westmoor ZZ1 2AB", []),
        ("Of note", "His mother lives at 2 Row Street, Westmoor ZZ1 2AB", []),
    ],
)
def test_an_address_beside_words_on_no_list_is_theirs_in_whose_box_it_stands(label, words, homes):
    person = form(VICTIM, [*SUSPECT, [label, words]]).content["perpetrators"][0]

    assert [home["postcode"] for home in person["addresses"]] == homes


HOUSEHOLD = [
    ["Name", "Born", "Position in the household", "Where now"],
    ["Ada Hollis", "01/02/1990", "Joint tenant. Person at risk", "Has left"],
    ["Karl Hollis", "03/04/1988", "Joint tenant. Ada's husband, alleged perpetrator", "Still there"],
    ["Kit Hollis", "05/06/2015", "Son of both", "With Ada"],
]


def test_the_part_that_a_remark_says_outright_outweighs_another_word_in_it():
    reading = form(HOUSEHOLD)

    assert [person["forenames"] for person in reading.content["victims"]] == ["Ada"]
    assert [person["forenames"] for person in reading.content["perpetrators"]] == ["Karl"]


@pytest.mark.parametrize(("victim", "his"), [("Ada Moss", ["07700900123"]), ("Ada Hollis", [])])
def test_a_heading_with_a_title_opens_the_box_of_the_one_grown_person_of_that_name(victim, his):
    document = Document()
    documents.table(document, [HOUSEHOLD[0], [victim, *HOUSEHOLD[1][1:]], *HOUSEHOLD[2:]])
    document.add_heading("About Mr Hollis")
    document.add_paragraph("Mobile: 07700 900123")

    content = read(documents.saved(document), "form.docx").content

    assert [phone["number"] for phone in content["perpetrators"][0]["phones"]] == his


@pytest.mark.parametrize(
    ("asked", "hers", "his"), [("WHO IS HURTING HER", "HER", "HIM"), ("Person harming him", "HIM", "HER")]
)
def test_a_box_headed_by_a_pronoun_is_whose_another_heading_says(asked, hers, his):
    boxes = [[hers], ["Name", "Ada HOLLIS"], ["DOB", "1.2.1990"]], [[asked], ["Name", "Karl VOSS"], ["DOB", "3.4.1988"]]

    reading = form(*boxes)

    assert (surnames(reading, "victims"), surnames(reading, "perpetrators")) == (["Hollis"], ["Voss"])


def test_a_box_headed_by_a_pronoun_is_nobodys_where_nothing_says_whose():
    reading = form([["HER"], ["Name", "Ada HOLLIS"], ["DOB", "1.2.1990"]])

    assert surnames(reading, "victims") == []


def test_a_column_of_roles_says_too_what_a_relative_is():
    content = form(HOUSEHOLD).content

    assert content["perpetrators"][0]["relationship_to_victim"] == "husband"
    assert content["children"][0]["relationship_to_victim"].lower().startswith("son")


def test_a_possessive_head_asks_whose_child_it_is_and_makes_nobody_the_victim():
    children = [
        ["Children at the address"],
        ["Name", "DOB", "Age", "Patient's", "School"],
        ["Kit Hollis", "Not known", "8", "Son", "Fern Primary"],
        ["Eve Hollis", "11/08/2022", "3", "Daughter", "None"],
    ]
    reading = form([["Patient"], *VICTIM[1:]], SUSPECT, children)

    assert surnames(reading, "victims") == ["Hollis"]
    assert [child["forenames"] for child in reading.content["children"]] == ["Kit", "Eve"]
    assert [child["relationship_to_victim"].lower() for child in reading.content["children"]] == ["son", "daughter"]


def test_a_column_of_roles_may_be_headed_as_that_of_those_who_refer_is_and_yes_is_nobody():
    household = [
        ["Family and household"],
        ["Name", "DOB", "Role in this contact", "In household"],
        ["HOLLIS, Ada", "01/02/1990", "Mother; victim", "Yes"],
        ["VOSS, Karl", "03/04/1988", "Mother's partner; alleged perpetrator", "No, since 05/10/2026"],
    ]
    numbers = [
        ["Who", "Number", "Call?", "Text?"],
        ["A Hollis", "07700 900111", "Y", "N"],
        ["K Voss", "07700 900112", "", ""],
    ]
    content = form(household, numbers).content

    assert [(v["surname"], [p["number"] for p in v["phones"]]) for v in content["victims"]] == [
        ("Hollis", ["07700900111"])
    ]
    assert [(p["surname"], [n["number"] for n in p["phones"]]) for p in content["perpetrators"]] == [
        ("Voss", ["07700900112"])
    ]
    assert content["children"] == []


STUDENT = [
    ["About the student"],
    ["Which student is this about?", "Ada Hollis. Born 1 February 2009, so 17."],
    ["Does the student know you are sending this?", "Yes"],
]


def test_who_is_asked_whether_they_know_and_agree_is_the_victim_where_nobody_else_is():
    asked = [["About the person they are frightened of"], ["Who is it?", "Karl Voss, 20 (d.o.b. 3/5/06)"]]

    assert surnames(form([["Date", "3 June 2026"]], STUDENT, asked), "victims") == ["Hollis"]


def test_a_student_who_knows_of_it_is_not_the_victim_where_the_form_names_one():
    reading = form([["Date", "3 June 2026"]], [["Victim"], ["Name", "Eve MOSS"], ["DOB", "1.2.1980"]], STUDENT)

    assert surnames(reading, "victims") == ["Moss"]


def test_a_relation_where_a_name_was_asked_is_no_name():
    rows = [
        ["Perpetrator"],
        ["Name", "Karl VOSS"],
        ["Is ... to the person being harmed", "Husband"],
        ["Born", "3.4.1988"],
    ]

    content = form(VICTIM, rows).content

    assert [(each["surname"], each["relationship_to_victim"]) for each in content["perpetrators"]] == [
        ("Voss", "Husband")
    ]


def beside(*more, relation="Brother"):
    other = [["Perpetrator 2"], ["Name", "Mia MOSS"], ["Relationship to victim", relation], *more]
    return form([*VICTIM, ["Date of referral", "4 June 2026"]], [["Perpetrator 1"], *SUSPECT[1:]], other)


@pytest.mark.parametrize("told", [["DOB", "3.4.2019"], ["Age", "4"]])
def test_a_young_child_among_those_who_harm_is_a_child_to_be_checked(told):
    reading = beside(told)

    assert (surnames(reading, "perpetrators"), surnames(reading, "children")) == (["Voss"], ["Moss"])
    assert reading.as_plain()["certainty"]["children[0].surname"]["sure"] == "check"


@pytest.mark.parametrize("told", [["DOB", "3.4.2012"], ["Age", "14"], ["DOB", "not known"]])
def test_whoever_is_ten_or_of_no_known_age_keeps_the_part_that_the_form_gives(told):
    assert surnames(beside(told), "perpetrators") == ["Voss", "Moss"]


def test_a_husband_with_a_birth_that_was_mistyped_is_no_child_nor_is_the_only_one_who_harms():
    assert surnames(beside(["DOB", "3.4.2019"], relation="Husband"), "perpetrators") == ["Voss", "Moss"]
    assert surnames(form(VICTIM, [*SUSPECT[:2], ["Age", "4"]]), "perpetrators") == ["Voss"]


@pytest.mark.parametrize("name", [";", "no surname", "(surname not known)"])
def test_that_there_is_no_surname_is_no_name_and_no_trouble(name):
    assert surnames(form(VICTIM, [["Perpetrator"], ["Name", name], ["DOB", "3.4.1988"]]), "victims") == ["Hollis"]
