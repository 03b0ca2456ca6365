"""What labels and headings on no list are taken for, and what they must never be."""

import pytest

from marac.inferred.likely import label, whose
from marac.reading import read
from marac.written.text import Text
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Telephone", "07700 900123"]]


def form(*tables):
    return read(documents.form(*tables), "form.docx").content


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Partner or ex-partner believed to be at risk", "victim"),
        ("Who we believe is abusing her", "perpetrator"),
        ("Person being harmed by a partner", "victim"),
        ("The person she is afraid of", "perpetrator"),
        ("Children with whom the person on probation may have contact", "child"),
        ("Father, alleged perpetrator", "perpetrator"),
        ("Victim's mother", None),
        ("Friend supporting the victim", None),
        ("Victim or perpetrator", None),
        ("What we have seen", None),
    ],
)
def test_whom_a_heading_speaks_of(words, role):
    assert whose(words) == role


@pytest.mark.parametrize(
    ("printed", "answer", "field"),
    [
        ("On what number can they be contacted", "07700 900123", "phone"),
        ("Service user's present accommodation", "Room 8, Station Hotel, Ferrybridge, ZZ58 8SH", "address"),
        ("The day on which the client was born", "3 May 1990", "dob"),
        ("The landlord's number", "07700 900123", None),
        ("Victim town", "Westmoor", None),
        ("Our school's address", "Millrace Junior School, ZZ1 1AA", None),
    ],
)
def test_a_word_of_the_label_and_the_looks_of_the_answer_tell_together(printed, answer, field):
    found = label(printed, Text(answer))

    assert (found and found.field) == field


def test_what_was_made_out_so_is_to_be_checked():
    rows = [["Victim"], ["Name", "Ada Hollis"], ["On what number can they be contacted", "07700 900123"]]

    reading = read(documents.form(rows), "form.docx")

    assert reading.certainty["victims[0].phones[0].number"].sure == "check"


def test_the_name_of_the_alleged_abuser_in_the_victims_box_is_not_the_victims():
    got = form([*VICTIM, ["Name of alleged abuser", "Karl Voss"]])

    assert [v["surname"] for v in got["victims"]] == ["Hollis"]
    assert [p["surname"] for p in got["perpetrators"]] == ["Voss"]


def test_children_beneath_a_long_heading_are_no_victims():
    children = [["Children with whom the person on probation may have contact"], ["Name", "DOB", "School"]]

    got = form(VICTIM, [*children, ["Kit Hollis", "14.06.2016", "Weir Primary"]])

    assert ([v["surname"] for v in got["victims"]], len(got["children"])) == (["Hollis"], 1)


def test_mum_and_dad_are_no_names():
    got = form([["Who is the victim of the abuse?", "Mum"], ["Who is the perpetrator?", "Dad"]])

    assert (got["victims"], got["perpetrators"]) == ([], [])


def test_a_mother_in_a_column_of_roles_is_not_the_victim():
    rows = [["Name", "Who", "Born"], ["Ada Hollis", "Victim", "1.2.1990"], ["Enid Pell", "Victim's mother", "3.4.1960"]]

    assert [v["surname"] for v in form(rows)["victims"]] == ["Hollis"]


def test_a_remark_that_somebody_was_not_told_makes_the_address_secret():
    rows = [*VICTIM, ["Address", "9 Fern Court, Westmoor, ZZ1 9XX", "His family have not been told where she is"]]

    assert form(rows)["victims"][0]["addresses"][0]["confidential"] is True


def test_the_perpetrators_number_in_a_mail_is_not_the_victims():
    words = "Victim - Ada Hollis 11/03/1999\nPerp - Karl Voss dob 27/08/1996\n\nKarl's no. is 07700 900662."

    got = read(documents.mail(words), "mail.eml").content

    assert got["victims"][0]["phones"] == []
    assert [p["number"] for p in got["perpetrators"][0]["phones"]] == ["07700900662"]


def test_the_senders_number_under_a_mail_is_not_the_victims():
    words = "Victim - Ada Hollis 11/03/1999\n\nTa\nSam\nSam Okoro, Support Worker, Harbour Trust, 01632 960663"

    got = read(documents.mail(words), "mail.eml").content

    assert (got["victims"][0]["phones"], got["referrer"]["phones"]) == ([], ["01632960663"])


def test_a_document_that_numbers_its_people_says_the_part_of_each():
    lines = [
        "NOMINAL 1    Involvement: VICTIM",
        "Surname: HOLLIS    Forename(s): Ada",
        "NOMINAL 2    Involvement: SUSPECT",
    ]
    lines += ["Surname: REEVE    Forename(s): Cal", "NOMINAL 3    Involvement: CHILD OF VICTIM AND SUSPECT"]
    lines += ["Surname: REEVE    Forename(s): Kit"]

    got = read(documents.lines(*lines), "form.docx").content

    named = [[each["forenames"] for each in got[role]] for role in ("victims", "perpetrators", "children")]
    assert named == [["Ada"], ["Cal"], ["Kit"]]


def test_people_across_a_table_who_are_only_counted_are_more_of_those_of_its_heading():
    rows = [["Perpetrators"], ["", "First person", "Second person"], ["Name", "Cal REEVE", "Finn REEVE"]]
    rows += [["DOB", "1/1/80", "2/2/82"]]

    assert [each["dob"] for each in form(VICTIM, rows)["perpetrators"]] == ["1980-01-01", "1982-02-02"]


def test_a_label_where_a_name_is_asked_for_names_nobody():
    assert form(VICTIM, [["Children"], ["Name", "D.o.B."], ["Kit Hollis", "1/2/2015"]])["children"] != []
    assert form([["Victim"], ["Name", "Date of birth"], ["Address", "3 Lark Rise, Westmoor ZZ1 2AB"]])["victims"][0][
        "surname"
    ] in (None, "")


@pytest.mark.parametrize(("answer", "homes"), [("Yes", ["ZZ1 2AB"]), ("No", []), ("Not known", []), ("Yes / No", [])])
def test_only_a_plain_yes_says_that_he_lives_where_she_does(answer, homes):
    home = ["Address", "3 Lark Rise, Westmoor ZZ1 2AB"]
    him = [["Perpetrator"], ["Name", "Cal REEVE"], ["Does this person live at the property?", answer]]

    got = form([*VICTIM, home], him)["perpetrators"][0]["addresses"]

    assert [each["postcode"] for each in got] == homes


@pytest.mark.parametrize("words", ["☒ Yes ☐ No", "Yes", "Yes, please"])
def test_an_address_that_must_be_kept_from_him_is_marked(words):
    rows = [["Address", "3 Lark Rise, Westmoor ZZ1 2AB"], ["Must this address be kept from the perpetrator?", words]]

    assert form([*VICTIM, *rows])["victims"][0]["addresses"][0]["confidential"] is True
