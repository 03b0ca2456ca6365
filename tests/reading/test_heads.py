"""What heads a box or a column, and what is an answer already: an answer is never taken for a head."""

import pytest

from marac.labels.known import find
from marac.labels.sections import section
from marac.reading import read
from tests.reading import documents

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "Ty Isaf, Heol y Bryn, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Relationship to victim", "Husband"]]


def content(*tables):
    return read(documents.form(*tables), "form.docx").content


def test_captions_with_their_answers_head_no_columns():
    rows = [
        ["Surname\nHOLLIS", "Other names\nAda Mary", "Known as\nAddie"],
        ["Date of birth\n14/10/1953", "Age\n72", "Sex\nFemale"],
        ["Address\n9 Fern Court, Westmoor, ZZ1 9XX", "NHS number\n999 014 2317", "GP\nDr Ash"],
    ]
    (victim,) = content([["Victim"]], rows)["victims"]

    assert [victim["surname"], victim["forenames"], victim["aliases"]] == ["Hollis", "Ada Mary", ["Addie"]]


def test_captions_of_a_child_in_each_row_and_a_row_of_captions_over_nothing():
    rows = [
        ["Name\nKit LOWE", "Age / D.O.B.\n28/09/25", "Living with\nvictim", "School\nHV Pat"],
        ["Name\nIvy LOWE", "Age / D.O.B.\n3 yrs", "Living with\nher nan", "School\nNK"],
        ["Name", "Age / D.O.B.", "Living with", "School"],
    ]
    got = content([["Date of referral", "1 March 2026"]], VICTIM, HARMS, [["Children"]], rows)["children"]

    assert [(one["forenames"], one["dob"], one["age_stated"]) for one in got] == [
        ("Kit", "2025-09-28", None), ("Ivy", None, 3),
    ]  # fmt: skip


def test_an_answer_that_holds_the_words_of_a_label_is_no_head():
    about = [
        ["About the client"],
        ["Name (and any other names)", "Ada Joy HOLLIS (née Voss) street name Taz"],
        ["D.O.B. and age", "16 July 1996 – 29"],
        ["M / F / other", "F"],
        ["Home address", "9 Fern Court, Westmoor, ZZ1 9XX"],
    ]
    (victim,) = content(about)["victims"]

    assert (victim["surname"], victim["dob"], victim["gender"]) == ("Hollis", "1996-07-16", "female")
    assert {"Voss", "Taz"} <= set(victim["aliases"])


@pytest.mark.parametrize(
    ("heading", "whose"),
    [
        ("2. WHO ARE YOU WORRIED ABOUT? (THE CLIENT)", "victim"),
        ("D   Any children (of either of them, or who visit)", "child"),
        ("C   The person alleged to be causing harm", "perpetrator"),
        ("C Person(s) of concern", "perpetrator"),
        ("B Person at risk", "victim"),
        ("A Your details", "referrer"),
        ("iv. Their children", "child"),
        ("Children and grandchildren under 18 who are in contact with any of the above", "child"),
        ("Part 3 Persons alleged to be responsible", "perpetrator"),
    ],
)
def test_a_heading_says_whose_box_it_opens(heading, whose):
    assert section(heading) == whose


@pytest.mark.parametrize(
    ("label", "field", "role"),
    [
        ("Name, age, where they live, what they are to the adult and to the person causing harm", "whole", None),
        ("He / she / they", "gender", None),
        ("When was he or she born?", "dob", None),
        ("Has she agreed to the referral? (delete) Yes / No", "consent.consent_given", "case"),
        ("Who are you worried about?", None, None),
        ("Name, DOB, relationship to client and abuser, who they live with, school", "whole", None),
    ],
)
def test_a_label_asks_what_it_asks_whatever_else_it_names(label, field, role):
    found = find(label)

    assert (found.field if found else None) == field
    assert not found or found.role in (role, None)


def test_a_child_whose_label_names_the_one_who_harms_is_a_child():
    asks = "Name, age, where they live, what they are to the adult and to the person causing harm"
    told = "Ellie LOWE, 8 (no date). Ben’s daughter. Lives with her mum, Gemma Ross, 22 Mill Mews, Westmoor, ZZ1 7TJ."
    got = content(VICTIM, HARMS, [["D   Any children (of either of them)"], [asks, told]])

    assert [one["forenames"] for one in got["perpetrators"]] == ["Ben"]
    assert [one["forenames"] for one in got["children"]] == ["Ellie"]


def test_two_questions_over_two_answers_are_no_question_and_its_answer():
    rows = [["Been to any MARAC before? Which, when", "Police incident no."], ["Not here.", "STO-0412-080326"]]
    got = content(VICTIM, HARMS, rows)

    assert (got["crime_refs"], got["previous"]["this_marac"]) == (["STO-0412-080326"], False)


def test_answers_offered_in_the_label_are_not_the_answer():
    got = content(VICTIM, HARMS, [["Consent"], ["Does she/he consent? (delete) Yes / No", "No"]])

    assert got["consent"]["consent_given"] is False


@pytest.mark.parametrize(
    ("printed", "told"),
    [("Worker’s own judgement: Yes / No", None), ("Worker’s own judgement: Yes", True)],
)
def test_a_ground_with_both_answers_printed_is_not_relied_on(printed, told):
    got = read(
        documents.lines("Victim", "Name: Ada HOLLIS", "Score 14 or more: Yes / No", printed), "form.docx"
    ).content

    assert got["criteria"]["professional_judgement"] is told


@pytest.mark.parametrize(
    ("home", "same"),
    [
        ("At Mrs Hollis’s, Ty Isaf", True),
        ("Ty Isaf, as Mrs Hollis", True),
        ("HMP Stanlow. Before that with Ada at Ty Isaf", False),
        ("Rowan Ward, Kestrel House, Westmoor", False),
    ],
)
def test_a_house_is_known_by_its_name_where_it_is_told_in_full_of_another(home, same):
    (harms,) = content(VICTIM, [*HARMS, ["Address", home]])["perpetrators"]

    assert ("ZZ1 9XX" in [each["postcode"] for each in harms["addresses"]]) is same


def test_as_the_form_calls_somebody_in_a_letter_of_its_own():
    psa = [["PSA"], ["Name", "Ada HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
    got = content(psa, [["Persons alleged to be responsible"], ["Name", "Ben LOWE"], ["Address", "As PSA"]])

    assert got["perpetrators"][0]["addresses"][0]["postcode"] == "ZZ1 9XX"


def test_two_who_are_numbered_are_told_of_by_their_first_names_after_that():
    got = content(
        VICTIM,
        [
            ["About the perpetrators"],
            ["Name(s) and D.O.B.", "1) Wayne LEE 19/2/90   2) his brother Dean Lee, dob not known"],
            ["Address(es)", "Wayne – 77 Coppice Road, Westmoor ZZ1 2HT. Dean – 14a Station Parade, Westmoor ZZ1 1AB"],
            ["Contact numbers", "Wayne 07700 900457"],
        ],
    )["perpetrators"]

    assert [(one["forenames"], [h["postcode"] for h in one["addresses"]], len(one["phones"])) for one in got] == [
        ("Wayne", ["ZZ1 2HT"], 1), ("Dean", ["ZZ1 1AB"], 0),
    ]  # fmt: skip


def test_a_child_with_her_sister_does_not_live_with_her():
    got = content(
        VICTIM, HARMS, [["Children"], ["Name", "Born"], ["Sana LOWE, lives in Mardle with Ada's sister", "3/4/2016"]]
    )["children"]

    assert (got[0]["forenames"], got[0]["address"]) == ("Sana", None)
    assert got[0]["lives_with"] != "victim"


def test_people_who_are_numbered_in_each_cell_beneath_the_heads_are_told_apart():
    rows = [
        ["Name(s) and any other names used", "Date(s) of birth", "Relationship to adult at risk"],
        ["1) Adrian STOTT\n2) Kelly-Anne FEWSTER", "1) 14.2.69\n2) not known", "1) son\n2) son’s girlfriend"],
    ]
    home = [["Address(es)", "Both at Ada’s, moved in August 2025"]]
    got = content(VICTIM, [["C   PERSON(S) ALLEGED TO HAVE CAUSED HARM"]], rows, home)["perpetrators"]

    assert [(one["surname"], one["dob"], one["relationship_to_victim"]) for one in got] == [
        ("Stott", "1969-02-14", "son"), ("Fewster", None, "son’s girlfriend"),
    ]  # fmt: skip
    assert [[each["postcode"] for each in one["addresses"]] for one in got] == [["ZZ1 9XX"]] * 2


def test_children_are_known_by_what_is_asked_of_them_and_a_birth_beneath_a_name_is_theirs():
    rows = [
        ["Name and DOB", "Relationship to victim", "Relationship to perpetrator", "Living with", "School"],
        ["Eilidh Hollis\n21.09.2014", "daughter", "none", "her granny", "Mill Primary"],
        ["Finlay Lowe\n03/02/22", "son", "son", "victim", "none"],
    ]
    got = content(VICTIM, HARMS, [["Circumstances"], ["What happened?", "He came to the door."]], rows)["children"]

    assert [(one["forenames"], one["dob"]) for one in got] == [("Eilidh", "2014-09-21"), ("Finlay", "2022-02-03")]


def test_whoever_is_grown_is_no_child_though_their_line_stands_among_the_children():
    rows = [
        ["Name", "DOB / age", "Lives with"],
        ["Lewis is in the army, not at home", "22", ""],
        ["Kit LOWE", "16", "victim"],
    ]
    got = content(VICTIM, HARMS, [["Children"]], rows)

    assert [one["forenames"] for one in got["children"]] == ["Kit"]


def test_whether_a_case_has_been_here_before():
    got = content(VICTIM, HARMS, [["Has the client been here before?", "Yes when? 19 June 2025"]])["previous"]

    assert (got["this_marac"], got["last_date"]) == (True, "2025-06-19")


def test_the_head_of_whoever_refers_opens_their_box_and_a_head_that_is_answered_does_not():
    post = [["Advocate"], ["Name", "Fiona Geddes"], ["Post", "Community Safety Advocate"], ["Phone", "01632 960715"]]
    got = content(VICTIM, HARMS, [["Children"], ["Name", "Kit LOWE"], ["Age", "4"]], post)

    assert (got["referrer"]["name"], got["referrer"]["phones"]) == ("Fiona Geddes", ["01632960715"])
    assert [one["forenames"] for one in got["children"]] == ["Kit"]


@pytest.mark.parametrize("head", ["Person or persons the concern is about", "The person we are concerned about"])
def test_whom_the_concern_is_about_harms_where_whoever_is_harmed_has_a_box_of_their_own(head):
    got = content([["Householder at risk"], *VICTIM[1:]], [[head], *HARMS[1:]])

    assert [[one["forenames"] for one in got[part]] for part in ("victims", "perpetrators")] == [["Ada"], ["Ben"]]


@pytest.mark.parametrize("head", ["3. Who are they fleeing?", "Who is she fleeing from?"])
def test_whoever_is_fled_from_harms(head):
    got = content(VICTIM, [[head], *HARMS[1:]])

    assert [one["forenames"] for one in got["perpetrators"]] == ["Ben"]


def test_a_heading_in_two_languages_behind_its_number_in_both_opens_its_box():
    head = "Rhan 2 / Part 2.  Y person sy’n achosi niwed / The person causing harm"

    assert section(head) == "perpetrator"
    asked = ["Aware of this referral?", "Yes ☒    No ☐"]
    got = content(VICTIM, [[head], *HARMS[1:], ["Ethnic origin", "Dewiswch / Select"], asked])
    assert [one["diversity"]["ethnicity"] for one in got["perpetrators"]] == [None]


def test_a_number_where_a_job_was_asked_is_a_number():
    got = content([*VICTIM, ["Work", "01632 960526"]], HARMS)["victims"][0]

    assert (got["occupation"], [one["number"] for one in got["phones"]]) == (None, ["01632960526"])


PEOPLE = ["Name", "Born", "M / F", "Who is this to the adult"]


@pytest.mark.parametrize(
    ("before", "head", "codes"),
    [
        ("Nominals (V = victim, S = suspect, C = child, O = other)", "Role", ("V", "S1", "S2", "C1", "O")),
        (
            "One line for each person",
            "Role here",
            ("Being harmed", "Causing harm", "Causing harm", "Child – not seen", "Supporter"),
        ),
    ],
)
def test_a_list_of_everybody_is_told_apart_by_its_column_of_roles(before, head, codes):
    people = [
        ["HOLLIS, Ada", "19.07.88", "F", "Mum"], ["LOWE, Ben @ ‘Benno’", "04.12.86", "M", "Ex-husband"],
        ["LOWE, Carl", "15.05.91", "M", "Brother-in-law"], ["LOWE, Kit", "02.02.2015", "M", "Son"],
        ["HOLLIS, Nan", "1951", "F", "Grandmother"],
    ]  # fmt: skip
    rows = [[*PEOPLE, head], *([*person, code] for person, code in zip(people, codes, strict=True))]
    got = read(documents.form(rows, title=before), "form.docx").content

    assert [[one["forenames"] for one in got[part]] for part in ("victims", "perpetrators", "children")] == [
        ["Ada"], ["Ben", "Carl"], ["Kit"],
    ]  # fmt: skip
    assert got["perpetrators"][0]["aliases"] == ["Benno"]
    assert "Mum" not in [one["relationship_to_victim"] for one in got["perpetrators"]]


def test_of_an_orientation_what_is_ticked_counts():
    rows = [["Sexual orientation", "☐ Heterosexual    ☒ Gay / lesbian    ☐ Bisexual    ☐ Not known"]]
    other = [["Sexual orientation", "☒ Heterosexual    ☐ Gay / lesbian    ☐ Bisexual"]]

    assert content([*VICTIM, *rows], HARMS)["victims"][0]["diversity"]["lgbt"] is True
    assert content([*VICTIM, *other], HARMS)["victims"][0]["diversity"]["lgbt"] is False
