"""Forms as areas use them: what is typed beneath its label, ticked, ringed or numbered is taken for what it is."""

import pytest
from docx import Document
from pikepdf import Array, String

from marac.labels.known import WORDS
from marac.opening import open_file
from marac.reading import read
from tests.reading import documents
from tests.reading.layouts.pdfs import check_field, page, pdf, text_field, words

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Relationship to victim", "Husband"]]
RISKS = list(WORDS["topics"])
ASKED = [
    "Injured this time", "Very frightened", "Afraid of more harm", "Cut off from family", "Low or suicidal",
    "Separated in past year", "Trouble over child contact", "Stalking, calls, texts", "Pregnant / baby under 18 months",
    "Happening more often", "Getting worse", "Controlling or jealous", "Weapon or object used", "Threatened to kill",
    "Strangled, choked", "Sexual harm", "Others who threaten, honour", "Has hurt anyone else", "Has hurt animal or pet",
    "Money, dependence, debt", "Drink, drugs, mental health", "Suicide threats by perpetrator", "Broke bail / order",
    "Police record",
]  # fmt: skip
YES = ("injury", "stalking", "criminal_record")
SAID = ["Y" if risk in YES else "N" for risk in RISKS]


def content(*tables):
    return read(documents.form(*tables), "form.docx").content


def yes(got: dict) -> set[str]:
    return {risk for risk, answer in got["checklist"]["answers"].items() if answer == "yes"}


# ---------------------------------------------------------------- the checklist
def test_answers_that_stand_before_their_questions_are_those_of_the_questions_behind_them():
    rows = [[str(n), SAID[n - 1], ASKED[n - 1], str(n + 12), SAID[n + 11], ASKED[n + 11]] for n in range(1, 13)]

    assert yes(content(VICTIM, HARMS, rows)) == set(YES)


def test_two_questions_beside_each_other_have_heads_and_ticks_of_their_own():
    heads = ["", "Y", "N", "N/K", "", "Y", "N", "N/K"]
    rows = [
        [
            part
            for at in (n, n + 12)
            for part in (ASKED[at], "☒" if SAID[at] == "Y" else "☐", "☒" if SAID[at] == "N" else "☐", "☐")
        ]
        for n in range(12)
    ]

    got = content(VICTIM, HARMS, [heads, *rows])

    assert yes(got) == set(YES)
    assert "blank" not in got["checklist"]["answers"].values()


def test_boxes_with_their_answers_stand_in_the_text_of_the_question_with_a_remark_beside():
    rows = [
        [
            f"{n} {asked}    {'☒' if said == 'Y' else '☐'} Yes {'☒' if said == 'N' else '☐'} No ☐ DK",
            "noted" if n == 1 else "",
        ]
        for n, (asked, said) in enumerate(zip(ASKED, SAID, strict=True), 1)
    ]

    assert yes(content(VICTIM, HARMS, rows)) == set(YES)


def test_what_a_list_of_27_asks_of_the_children_is_not_the_answer_about_the_victim():
    rows = [[asked, {"Y": "Yes", "N": "No"}[said]] for asked, said in zip(ASKED, SAID, strict=True)]
    rows[13] = ["Threatened to kill", "Yes"]
    rows[9:9] = [["Has threatened to hurt or kill the children", "No"], ["Has ever hurt the children", "No"]]

    assert "threats_to_kill" in yes(content(VICTIM, HARMS, rows))


def test_heads_in_two_languages_are_heads():
    heads = ["Rhif No", "Cwestiwn / Question", "Ie Yes", "Na No", "Ddim yn gwybod Don't know"]
    rows = [
        [str(n), asked, "☒" if said == "Y" else "☐", "☒" if said == "N" else "☐", "☐"]
        for n, (asked, said) in enumerate(zip(ASKED, SAID, strict=True), 1)
    ]

    assert yes(content(VICTIM, HARMS, [heads, *rows])) == set(YES)


def test_an_answer_with_a_remark_is_the_answer():
    rows = [
        [str(n), asked, f"{'Yes, 60 a day' if said == 'Y' else 'No – never'}"]
        for n, (asked, said) in enumerate(zip(ASKED, SAID, strict=True), 1)
    ]

    assert yes(content(VICTIM, HARMS, rows)) == set(YES)


# ---------------------------------------------------------------- people
def test_letters_before_names_are_roles_where_both_a_victim_and_a_perpetrator_are_marked():
    heads = ["", "Name", "D.O.B.", "Address"]
    got = content(
        [heads, ["V", "HOLLIS, Ada", "1.2.90", ""], ["P", "LOWE, Ben", "3.4.88", ""], ["C1", "LOWE, Kit", "5.6.19", ""]]
    )

    assert [got[part][0]["forenames"] for part in ("victims", "perpetrators", "children")] == ["Ada", "Ben", "Kit"]


def test_letters_that_may_be_anything_say_nothing():
    heads = ["", "Name", "D.O.B.", "Address"]
    got = content([heads, ["A", "HOLLIS, Ada", "1.2.90", ""], ["B", "LOWE, Ben", "3.4.88", ""]])

    assert got["victims"] == got["perpetrators"] == []


def test_a_column_of_numbers_beside_a_blank_corner_is_no_reason_to_doubt_the_heads():
    heads = ["", "Name", "DOB", "In this case is the", "Address"]
    rows = [
        ["1", "Ada HOLLIS", "1.2.90", "Victim", "9 Fern Court, Westmoor, ZZ1 9XX"],
        ["2", "Ben LOWE", "3.4.88", "Perpetrator", "NFA"],
    ]

    got = content([["PART B  Family"], heads, *rows])

    assert (got["victims"][0]["surname"], got["perpetrators"][0]["surname"]) == ("Hollis", "Lowe")


def test_two_people_beside_each_other_with_the_same_labels_are_two():
    got = content(
        VICTIM,
        [["PERPETRATOR(S)"], ["Name", "Ben LOWE", "Name", "Ruth LOWE"], ["DOB", "3.4.88", "DOB", "Not known, 60ish"]],
    )

    assert [(one["forenames"], one["dob"]) for one in got["perpetrators"]] == [("Ben", "1988-04-03"), ("Ruth", None)]


def test_several_in_one_box_are_told_apart_by_numbers_in_brackets():
    got = content(
        VICTIM,
        [
            ["Person or persons causing harm"],
            ["Name(s)", "(1) Ben LOWE (2) Ruth MOON"],
            ["Relationship to the adult", "(1) son (2) Ben's girlfriend"],
            ["Address(es)", "(1) as above, moved in January\n(2) Flat 2, 90 Gas Street, Westmoor, ZZ1 2BT"],
            ["Phone(s)", "(1) 07700 900517"],
        ],
    )["perpetrators"]

    assert [(one["forenames"], one["addresses"][0]["postcode"]) for one in got] == [
        ("Ben", "ZZ1 9XX"),
        ("Ruth", "ZZ1 2BT"),
    ]
    assert got[0]["relationship_to_victim"] == "son"
    assert [len(one["phones"]) for one in got] == [1, 0]


def test_two_children_in_one_answer_each_have_the_birth_in_their_place():
    asked = "Children: name, DOB, who with, school"
    got = content(VICTIM, HARMS, [[asked, "Kit and Zoe HOLLIS, 3.6.14 and 19.9.17, both with Ada, Hill Primary."]])

    assert [(one["forenames"], one["dob"]) for one in got["children"]] == [("Kit", "2014-06-03"), ("Zoe", "2017-09-19")]


@pytest.mark.parametrize(
    ("written", "surname", "forenames", "aliases"),
    [
        ("Margaret Rose TULLY – Maggie", "Tully", "Margaret Rose", ["Maggie"]),
        ("Ben LOWE – ‘Benny’, ben_l on the apps", "Lowe", "Ben", ["Benny", "ben_l"]),
        ("Ruth MOON, his mother", "Moon", "Ruth", []),
    ],
)
def test_what_stands_behind_a_name_is_another_name_or_a_relation(written, surname, forenames, aliases):
    (one,) = content(VICTIM, [["Perpetrator"], ["Name, nicknames, online names", written]])["perpetrators"]

    assert (one["surname"], one["forenames"], one["aliases"]) == (surname, forenames, aliases)


# ---------------------------------------------------------------- homes
@pytest.mark.parametrize(
    "said",
    [
        "Caravan in the yard at the same address",
        "Back at Ada's since May, same address as her. Not on the tenancy",
        "Same. Moved back in with mum in Jan",
        "In the family home as above, moved himself back in",
    ],
)
def test_the_same_home_may_be_said_further_on(said):
    got = content(VICTIM, [*HARMS, ["Address", said]])

    assert [home["postcode"] for home in got["perpetrators"][0]["addresses"]] == ["ZZ1 9XX"]


@pytest.mark.parametrize(
    "said",
    [
        "Same address until March, now not known",
        "Left the family home in May",
        "Not at the same address",
        "Opposite the family home",
    ],
)
def test_a_home_that_is_no_longer_shared_is_not_given_to_who_harms(said):
    assert content(VICTIM, [*HARMS, ["Address", said]])["perpetrators"][0]["addresses"] == []


def test_the_home_that_is_kept_in_its_own_words_is_never_the_family_home():
    got = content(
        [
            *VICTIM,
            [
                "If staying elsewhere, where, and who may know",
                "With her nan, 3 Almond Yard, Westmoor, ZZ1 3AY. Ben does not know. Confidential",
            ],
        ],
        [*HARMS, ["Address", "In the family home as above"]],
    )

    assert {home["postcode"] for home in got["perpetrators"][0]["addresses"]} <= {"ZZ1 9XX"}
    assert [home["confidential"] for home in got["victims"][0]["addresses"] if home["postcode"] == "ZZ1 3AY"] == [True]


def test_where_letters_go_is_nobodys_home():
    got = content(
        [
            ["Victim"],
            ["Name", "Ada HOLLIS"],
            ["Address", "NFA, in a van. Post goes to The Day Centre, 22 Bridge Gate, Westmoor, ZZ1 3EF"],
        ],
        [*HARMS, ["Address", "As victim, or at his brother's, 8 Kiln Bank, Westmoor, ZZ1 7TN"]],
    )

    assert [home["postcode"] for home in got["perpetrators"][0]["addresses"]] == ["ZZ1 7TN"]


# ---------------------------------------------------------------- labels over answers
def test_a_row_of_labels_is_answered_by_the_row_beneath():
    got = content(
        VICTIM,
        HARMS,
        [
            ["Consent"],
            ["Have you told the client?", "Does the client agree?", "If not, why are you going ahead?"],
            ["Yes", "No", "She is afraid of him"],
        ],
    )

    assert (got["consent"]["victim_aware"], got["consent"]["consent_given"]) == (True, False)
    assert got["consent"]["reason"] == "She is afraid of him"


@pytest.mark.parametrize("asked", ["Safe to…", "It is safe to", "Safe ways to use it:"])
def test_each_way_of_reaching_her_has_its_box(asked):
    got = content([*VICTIM, ["Telephone", "07700 900421"], [asked, "☒ ring   ☒ text   ☐ leave voicemail"]], HARMS)
    (phone,) = got["victims"][0]["phones"]

    assert (phone["safe_to_call"], phone["safe_to_text"], phone["safe_to_leave_message"]) == (True, True, False)


def test_a_box_for_mail_says_nothing_of_messages():
    got = content(
        [*VICTIM, ["Telephone", "07700 900421"], ["Safe ways to use it:", "☐ Call ☒ Text ☐ Voicemail ☒ E-mail"]], HARMS
    )
    (phone,) = got["victims"][0]["phones"]

    assert (phone["safe_to_call"], phone["safe_to_leave_message"]) == (False, False)


# ---------------------------------------------------------------- fields of a PDF
def field_form(*fields, drawn=()):
    return read(pdf(page(*drawn), fields={0: list(fields)}), "form.pdf").content


def test_an_empty_field_keeps_its_place_so_that_the_next_answer_is_not_moved():
    heads = [words(40, 740, "Surname"), words(250, 740, "Known as"), words(460, 740, "Born")]
    got = field_form(
        text_field(40, 720, "a", "HOLLIS"), text_field(250, 720, "b", ""), text_field(460, 720, "c", "1.2.90"),
        drawn=[words(40, 770, "Victim"), *heads],
    )  # fmt: skip

    assert (got["victims"][0]["aliases"], got["victims"][0]["dob"]) == ([], "1990-02-01")


def test_fields_far_beneath_their_heads_belong_to_the_column_of_the_field_above():
    heads = [words(40, 740, "Name"), words(250, 740, "DOB")]
    rows = [
        text_field(x, y, f"{x}{y}", value)
        for y, row in ((720, ("Kit LOWE", "5.6.19")), (690, ("Zoe LOWE", "7.8.21")))
        for x, value in zip((40, 250), row, strict=True)
    ]
    got = field_form(*rows, drawn=[words(40, 770, "Children"), *heads])

    assert [one["dob"] for one in got["children"]] == ["2019-06-05", "2021-08-07"]


def test_a_date_in_three_fields_is_one_date():
    days = [text_field(120, 718, "d", "27"), text_field(160, 718, "m", "08"), text_field(200, 718, "y", "1993")]
    for field, left in zip(days, (120, 160, 200), strict=True):
        field.Rect = Array([left, 718, left + 26, 732])
    strokes = [words(150, 721, "/"), words(190, 721, "/")]
    got = field_form(
        text_field(120, 738, "n", "HOLLIS"),
        *days,
        drawn=[words(40, 770, "Victim"), words(40, 741, "Surname"), words(40, 721, "Date of birth"), *strokes],
    )

    assert got["victims"][0]["dob"] == "1993-08-27"


def test_a_field_whose_title_is_in_other_letters_is_read():
    field = text_field(120, 738, "x", "HOLLIS")
    field.T = String(b"Client\x92s surname")
    got = field_form(field, drawn=[words(40, 770, "Victim"), words(40, 741, "Surname")])

    assert got["victims"][0]["surname"] == "Hollis"


def test_a_tick_box_stands_on_the_line_of_the_words_behind_it():
    boxes = [check_field(40, 712, "f", None, full=False), check_field(120, 712, "m", None, full=True)]
    drawn = page(words(40, 722, "Gender"), words(56, 714, "Female"), words(136, 714, "Male"))
    told = [block.text.words for block in open_file(pdf(drawn, fields={0: boxes}), "form.pdf")]

    assert told == ["Gender", "☐ Female    ☒ Male"]


def test_fields_beneath_a_line_of_labels_and_fields_are_headed_by_its_labels():
    drawn, fields = [words(40, 790, "Victim"), words(40, 770, "Name"), words(40, 730, "Children")], []
    fields.append(text_field(90, 767, "v", "Ada HOLLIS"))
    for n, label in enumerate(("Name", "Born", "Lives with")):
        drawn.append(words(40 + 180 * n, 700, label))
        for row, told in enumerate((("Kit Lowe", "5/6/2019", "Mum"), ("Ivy Lowe", "7/8/2021", "Nan"))):
            field = text_field(95 + 180 * n, 697 - 24 * row, f"c{n}{row}", told[n])
            field.Rect = Array([95 + 180 * n, 697 - 24 * row, 205 + 180 * n, 711 - 24 * row])
            fields.append(field)
    got = field_form(*fields, drawn=drawn)["children"]

    assert [(child["forenames"], child["dob"]) for child in got] == [("Kit", "2019-06-05"), ("Ivy", "2021-08-07")]


def test_a_label_over_several_lines_before_its_field_is_one_label():
    field = text_field(200, 690, "p", "07700 900421, ring after six")
    field.Rect = Array([200, 690, 500, 726])
    lines = [words(40, 718, "Telephone numbers,"), words(40, 707, "and what is safe"), words(40, 696, "for each")]
    got = field_form(
        text_field(200, 738, "n", "HOLLIS"), field, drawn=[words(40, 770, "Victim"), words(40, 741, "Surname"), *lines]
    )

    assert [phone["number"] for phone in got["victims"][0]["phones"]] == ["07700900421"]


def test_a_heading_with_a_letter_behind_its_number_opens_the_box_of_its_people():
    document = Document()
    for heading, rows in (
        ("1a  Children (all, including those living elsewhere)", [["Child", "DOB"], ["Kit LOWE", "5.6.2019"]]),
        ("1b  Parent or carer who is being harmed", [["Name", "Ada HOLLIS"]]),
        (
            "1c  Adult(s) whose behaviour is a risk – one line each",
            [
                ["Name", "DOB", "Relationship to 1b"],
                ["Ben LOWE", "3.4.88", "Ex-husband"],
                ["Dan LOWE (Ben's brother)", "not known, 30s", "Brother in law"],
            ],
        ),
    ):
        document.add_paragraph(heading)
        documents.table(document, rows)
    got = read(documents.saved(document), "form.docx").content

    assert [one["forenames"] for one in got["perpetrators"]] == ["Ben", "Dan"]
    assert [one["forenames"] for one in got["children"]] == ["Kit"]
