"""Forms whose answers take turns: rows of labels and of answers, people in one box, alternatives that stand or fall."""

import pytest

from marac.labels.known import WORDS, find
from marac.reading import read
from tests.reading import documents
from tests.reading.markup import p, r, tbl, tc, tr, word

VICTIM = [["Victim"], ["Name", "Ada HOLLIS"], ["Address", "9 Fern Court, Westmoor, ZZ1 9XX"]]
HARMS = [["Perpetrator"], ["Name", "Ben LOWE"], ["Relationship to victim", "Husband"]]
RISKS = list(WORDS["topics"])
REGROUPED = [
    "Frightened of the person", "Hurt this time", "Thinks it will happen again or get worse",
    "Kept from family or doctor",
    "Very low, or thoughts of ending it", "Pregnant, or a baby under 18 months", "Left them in the last year",
    "Rows about seeing children", "Happens more often than it did", "Is worse than it was", "Following, endless calls",
    "Runs their life / jealous", "Weapon, or something used as one", "Hands round neck, smothered",
    "Said they would kill", "Sexual things that were not wanted", "Money taken or controlled", "Pets or animals harmed",
    "Somebody else joins in or threatens", "Has hurt somebody else", "Drink, drugs or mental health",
    "Talked about or tried suicide", "Broken bail or a court order", "Known to police",
]  # fmt: skip


def content(*tables):
    return read(documents.form(*tables), "form.docx").content


def marked(*rows: tuple[str, str, str], how: str = "strike"):
    """A form with one more table, in each row of which a stretch of the answer is struck out, or marked as `how`."""
    cells = []
    for asked, answer, part in rows:
        before, _, after = answer.partition(part)
        cells.append(tr(tc(p(r(asked))), tc(p(r(before), r(part, how), r(after)))))
    people = [tbl(*(tr(*(tc(p(r(words))) for words in row)) for row in table)) for table in (VICTIM, HARMS)]
    return read(word(*people, tbl(*cells)), "form.docx").content


# ---------------------------------------------------------------- rows of labels and rows of answers
TURNS = [
    ["The woman"],
    ["Her name", "Date of birth"],
    ["Ada HOLLIS", "1.2.90"],
    ["Address now", "Address she left"],
    ["9 Fern Court, Westmoor, ZZ1 9XX", "66 Mill Street, Westmoor, ZZ1 2MS"],
    ["Her phone and when it is safe", "Numbers not to use"],
    ["07700 900421, ring before 3", "07700 900422, her old phone, Ben has it"],
    ["GP", "Occupation"],
    ["Kiln Surgery", "Cook"],
]


def test_labels_that_take_turns_with_their_answers_are_answered_from_beneath():
    (victim,) = content(TURNS, HARMS)["victims"]

    assert (victim["surname"], victim["dob"], victim["gp"]) == ("Hollis", "1990-02-01", "Kiln Surgery")
    assert [home["type"] for home in victim["addresses"]] == ["current", "previous"]
    assert [phone["number"] for phone in victim["phones"]] == ["07700900421", "07700900422"]
    assert not any(phone["safe_to_call"] for phone in victim["phones"] if phone["number"] == "07700900422")


def test_a_table_of_labels_beside_their_answers_takes_no_turns():
    beside = [
        ["Perpetrator"], ["Name", "Ben LOWE"], ["Pronouns", "he/him"], ["Birthday", "3.4.88"],
        ["Lives", "12 Kiln Bank, Westmoor, ZZ1 7TN"], ["Work", "Roofer"], ["Ethnicity", "White British"],
    ]  # fmt: skip
    (one,) = content(VICTIM, beside)["perpetrators"]

    assert (one["surname"], one["dob"], one["occupation"]) == ("Lowe", "1988-04-03", "Roofer")


# ---------------------------------------------------------------- several in one box
def test_two_who_are_named_in_one_answer_are_told_of_by_their_first_names():
    got = content(
        VICTIM,
        [
            ["Perpetrator(s) name", "Ben LOWE and his girlfriend Ruth MOON"],
            ["Perpetrator(s) DOB", "Ben 02/04/1985, Ruth N/K"],
            ["Perpetrator(s) address", "Ben is at the victim's address. Ruth: 8 Gas Street, Westmoor, ZZ1 9PL"],
            ["Relationship to victim", "Ben – son. Ruth – son's girlfriend"],
        ],
    )["perpetrators"]

    assert [(one["forenames"], one["dob"]) for one in got] == [("Ben", "1985-04-02"), ("Ruth", None)]
    assert [one["addresses"][0]["postcode"] for one in got] == ["ZZ1 9XX", "ZZ1 9PL"]


def test_a_column_for_a_partner_beside_another_who_harms_is_the_perpetrators():
    got = content(
        [
            ["", "Woman / birthing person", "Partner or ex-partner", "Other person who causes harm"],
            ["Full name", "Ada HOLLIS", "Ben LOWE", "Ruth LOWE"],
            ["Date of birth", "1.2.90", "3.4.88", "approx 58"],
            ["Address and postcode", "9 Fern Court, Westmoor, ZZ1 9XX", "same", "same"],
        ]
    )

    assert [one["forenames"] for one in got["victims"]] == ["Ada"]
    assert [one["forenames"] for one in got["perpetrators"]] == ["Ben", "Ruth"]
    assert [one["addresses"][0]["postcode"] for one in got["perpetrators"]] == ["ZZ1 9XX", "ZZ1 9XX"]


def test_whoever_lives_with_another_who_harms_has_the_same_home():
    got = content(
        VICTIM,
        [
            ["", "Person causing harm 1", "Person causing harm 2"],
            ["Name", "Ben LOWE", "Ruth LOWE"],
            ["Where do they live?", "8 Gas Street, Westmoor, ZZ1 9PL", "Lives with Ben"],
        ],
    )["perpetrators"]

    assert [one["addresses"][0]["postcode"] for one in got] == ["ZZ1 9PL", "ZZ1 9PL"]


def test_nominals_are_called_by_their_numbers_further_down():
    got = content(
        [
            ["No", "Role", "Name (SURNAME, forenames)", "Born", "Sex", "Address", "Connection"],
            ["N1", "VIC", "HOLLIS, Ada", "1/2/1990", "F", "9 Fern Court, Westmoor, ZZ1 9XX", "-"],
            ["N2", "SUS", "LOWE, Ben", "3/4/1988", "M", "NFA", "Ex-partner of N1"],
            ["N3", "CHI", "LOWE,\nKit", "5/6/2019", "M", "With N1", "Son of N1 and N2"],
            ["N4", "WIT", "OBI, Emeka", "n/k", "M", "c/o the station", "Colleague of N1"],
        ],
        [["N1 informed", "Yes"], ["N2 knows of referral", "No"], ["N1 consents", "Yes"]],
    )

    assert [got[part][0]["forenames"] for part in ("victims", "perpetrators", "children")] == ["Ada", "Ben", "Kit"]
    assert (got["consent"]["victim_aware"], got["consent"]["consent_given"]) == (True, True)


@pytest.mark.parametrize(
    ("told", "surname"), [("Ruby, surname not known", None), ("Ruby (don't know surname)", None), ("Ruby MOON", "Moon")]
)
def test_that_a_surname_is_not_known_is_no_surname(told, surname):
    heads = ["Name", "DOB / age", "Sex", "Where do they live?"]
    (child,) = content(VICTIM, HARMS, [["Children"], heads, [told, "about 4", "F", "With dad"]])["children"]

    assert (child["forenames"], child["surname"]) == ("Ruby", surname)


# ---------------------------------------------------------------- homes
@pytest.mark.parametrize("told", ["18 Wharf Brae as above, still in the flat", "Still at 18 Wharf Brae"])
def test_a_house_that_his_own_box_names_is_his_though_hers_is_kept_secret(told):
    secret = "Since May at her gran's, 7 Skerry View, Westmoor, ZZ1 4HS. Ben must not find out"
    home = f"Tenancy: 18 Wharf Brae, Westmoor, ZZ1 1DR\n{secret}"
    got = content([["Victim"], ["Name", "Ada HOLLIS"], ["Address", home]], [*HARMS, ["Address", told]])

    assert [each["postcode"] for each in got["perpetrators"][0]["addresses"]] == ["ZZ1 1DR"]
    assert [each["confidential"] for each in got["victims"][0]["addresses"] if each["postcode"] == "ZZ1 4HS"] == [True]


def test_a_ticked_box_alone_keeps_the_home_before_it_secret():
    ticked = [*VICTIM, ["Tick if this address must not be shared outside the meeting", "☒"]]
    empty = [*VICTIM, ["Tick if this address must not be shared outside the meeting", "☐"]]

    assert content(ticked, HARMS)["victims"][0]["addresses"][0]["confidential"] is True
    assert content(empty, HARMS)["victims"][0]["addresses"][0]["confidential"] is None


def test_a_box_behind_an_address_that_says_it_is_confidential_is_no_part_of_it():
    told = "9 Fern Court, Westmoor, ZZ1 9XX    ☒ Confidential, do not disclose"
    (home,) = content([["Victim"], ["Name", "Ada HOLLIS"], ["Address", told]], HARMS)["victims"][0]["addresses"]

    assert (home["text"], home["postcode"], home["confidential"]) == ("9 Fern Court, Westmoor", "ZZ1 9XX", True)


def test_a_notice_about_an_address_that_is_never_read_out_keeps_it_secret():
    form = documents.form(VICTIM, HARMS, title="REFUGE ADDRESS: never to be read out or minuted outside the meeting.")

    assert read(form, "form.docx").content["victims"][0]["addresses"][0]["confidential"] is True


def test_a_postcode_in_a_box_of_its_own_belongs_to_the_address_and_not_to_what_is_said_after_it():
    told = "Bailed to his brother's, 23 Coldwell Avenue, Westmoor. Not to go to 9 Fern Court"
    got = content(VICTIM, [*HARMS, ["Address", told, "Postcode", "ZZ1 5DF"]])
    homes = got["perpetrators"][0]["addresses"]

    assert [(home["postcode"], home["text"].partition(",")[0]) for home in homes] == [("ZZ1 5DF", "23 Coldwell Avenue")]


def test_a_grandchild_who_is_told_of_after_that_none_live_there_is_a_child():
    told = "None living there. Grandson Ioan (Huw's lad, 15) lives with his mother in Westmoor."
    (child,) = content(VICTIM, HARMS, [["Any under 18 in or visiting the household", told]])["children"]

    assert (child["forenames"], child["age_stated"]) == ("Ioan", 15)


# ---------------------------------------------------------------- alternatives
def test_no_before_yes_is_answered_by_what_stands():
    got = marked(("Does the victim know?", "No / Yes", "No"), ("Does the victim consent?", "No / Yes", "Yes"))[
        "consent"
    ]

    assert (got["victim_aware"], got["consent_given"]) == (True, False)


def test_grounds_between_strokes_stand_where_the_others_are_struck_out():
    got = marked(("Grounds", "HIGH RISK DASH / PROFESSIONAL JUDGEMENT / ESCALATION / REPEAT", "PROFESSIONAL JUDGEMENT"))

    assert {ground for ground, chosen in got["criteria"].items() if chosen is False} == {"professional_judgement"}
    assert got["criteria"]["visible_high_risk"] is True


def test_a_list_of_which_what_does_not_apply_was_to_be_struck_out():
    lines = [
        p(r("Reason for coming to MARAC (cross out the ones that don't apply)")),
        p(r("14 or more yes answers")),
        p(r("My professional judgement", "strike")),
        p(r("Things are escalating – 3 or more incidents in a year", "strike")),
        p(r("Repeat – been to MARAC in the last 12 months")),
    ]
    people = [tbl(*(tr(*(tc(p(r(words))) for words in row)) for row in table)) for table in (VICTIM, HARMS)]
    got = read(word(*people, *lines), "form.docx").content["criteria"]

    assert [got[key] for key in ("visible_high_risk", "professional_judgement", "potential_escalation", "repeat")] == [
        True, False, False, True,
    ]  # fmt: skip


def test_boxes_in_two_lists_beside_each_other_each_answer_for_their_own_words():
    left, right = "☒  Professional judgement\n☐  14 or more 'yes'", "☐  Getting worse: three incidents\n☐  Repeat"
    got = content(VICTIM, HARMS, [["Why are you asking? (tick every one that is true)"], [left, right]])["criteria"]

    assert {ground for ground, chosen in got.items() if chosen} == {"professional_judgement"}


def test_boxes_behind_gaps_stand_before_their_words():
    told = "Tick all that apply    ☒ High risk 14+    ☐ Professional judgement    ☒ Repeat"
    form = documents.form(VICTIM, HARMS, title=told)
    got = read(form, "form.docx").content["criteria"]

    assert (got["visible_high_risk"], got["professional_judgement"], got["repeat"]) == (True, False, True)


# ---------------------------------------------------------------- the checklist
@pytest.mark.parametrize("words", ["Yes     No     Unsure", "Y   N   ?"])
def test_questions_in_an_order_of_their_own_are_answered_by_what_is_marked(words):
    answers = words.split()
    yes = {0, 1, 11, 23}
    rows = []
    for number, asked in enumerate(REGROUPED):
        if number in (0, 8, 18):
            rows.append(tr(tc(p(r("About them")), span=3)))
        part = answers[0] if number in yes else answers[1]
        before, _, after = words.partition(part)
        answer = p(r(before), r(part, 'highlight w:val="yellow"'), r(after))
        rows.append(tr(tc(p(r(str(number + 1)))), tc(p(r(asked))), tc(answer)))
    people = [tbl(*(tr(*(tc(p(r(text))) for text in row)) for row in table)) for table in (VICTIM, HARMS)]
    got = read(word(*people, tbl(*rows)), "form.docx").content["checklist"]

    assert {risk for risk, answer in got["answers"].items() if answer == "yes"} == {
        "frightened", "injury", "control_jealousy", "criminal_record",
    }  # fmt: skip
    assert "blank" not in got["answers"].values()


def test_a_question_in_two_languages_is_one_question():
    form = documents.form(
        [*VICTIM, ["Ffôn / Telephone", "07700 900421"]],
        HARMS,
        title="Diogel i ffonio? / Safe to call?    ☐ Ydy / Yes    ☒ Nac ydy / No",
    )
    assert read(form, "form.docx").content["victims"][0]["phones"][0]["safe_to_call"] is not True


# ---------------------------------------------------------------- by another's line
PEOPLE = [
    ["", "Victim", "Perpetrator 1", "Perpetrator 2"],
    ["Surname", "RAHMAN (was Miah)", "RAHMAN", "Rahman"],
    ["First names", "Nasima", "Shofiqul", "Abdul"],
    ["Date of birth", "19.2.2001 (25)", "30.11.1995", "not known"],
    [
        "Address",
        "27 Heol y Felin, Westmoor, ZZ1 4DT",
        "3 Mill Row, Westmoor, ZZ1 4BW",
        "same as Shofiqul (in the annexe)",
    ],
    ["Ethnicity", "Bangladeshi", "Bangladeshi", "as Perp 1"],
    ["GP", "Dr Ash", "same", "as Nasima"],
]


def test_what_a_column_says_by_pointing_at_another_is_that_ones():
    got = content([["Date of referral", "1 May 2026"]], PEOPLE)
    victim, (first, second) = got["victims"][0], got["perpetrators"]

    assert [victim["age_stated"], victim["aliases"]] == [25, ["Miah"]]
    assert second["addresses"][0]["postcode"] == "ZZ1 4BW"
    assert (second["diversity"]["ethnicity"], first["gp"], second["gp"]) == ("Bangladeshi", "Dr Ash", "Dr Ash")


@pytest.mark.parametrize("written", ["19.2.2001 (26)", "19.2.2001, ref 25", "19.2.2001 (3)"])
def test_a_number_behind_a_birth_that_cannot_be_the_age_is_none(written):
    form = [["Date of referral", "1 March 2026"], *VICTIM[:2], ["Date of birth", written]]
    age = content(form)["victims"][0]["age_stated"]

    assert age == (None if "26" not in written else 26)


@pytest.mark.parametrize(
    "names",
    ["Karl WHITE, son, and Karl’s girlfriend Tanya MOSS (may be Moss)", "Karl WHITE and his girlfriend Tanya MOSS"],
)
def test_two_in_one_answer_who_are_named_with_what_they_are_to_somebody(names):
    got = content(VICTIM, [["Alleged abusers"], ["Name(s)", names], ["Gender", "Karl m, Tanya f"]])["perpetrators"]

    assert [(each["forenames"], each["surname"], each["gender"]) for each in got] == [
        ("Karl", "White", "male"), ("Tanya", "Moss", "female"),
    ]  # fmt: skip


def test_no_fixed_abode_ticked_before_where_they_mostly_are():
    box = "☒ No fixed abode\nSofa surfing. Mostly Dan’s, 3 Staithe Row, Westmoor, ZZ1 8HL"
    (harms,) = content(VICTIM, [*HARMS, ["Address", box]])["perpetrators"]

    assert (harms["no_fixed_abode"], [home["postcode"] for home in harms["addresses"]]) == (True, ["ZZ1 8HL"])


@pytest.mark.parametrize(
    ("head", "of_harms"),
    [
        ("Relationship to (1)", True),
        ("Other person's ...", True),
        ("Young person’s …", False),
        ("Is their", False),
        ("Is the adult at risk’s", False),
        ("Is the alleged abuser’s", True),
        ("Hers?", False),
        ("Husband’s?", True),
    ],
)
def test_heads_that_ask_what_a_child_is_to_whom(head, of_harms):
    label = find(head)

    assert label.field == ("relationship_to_perpetrator" if of_harms else "relationship_to_victim")


@pytest.mark.parametrize(
    ("boxes", "told"),
    [
        ("☐ BME   ☒ LGBT   ☒ Disabled   ☐ Pregnant", (True, True, None)),
        ("☐ BME   ☐ LGBT   ☐ Disabled   ☐ Pregnant", (None, None, None)),
        ("☐ BME   ☒ Likes cats   ☒ LGBT", (None, None, None)),  # of what is ticked one is not known
    ],
)
def test_a_list_from_which_any_may_be_ticked_answers_for_what_is_ticked(boxes, told):
    diversity = content([*VICTIM, ["Tick any that apply", boxes]], HARMS)["victims"][0]["diversity"]

    assert tuple(diversity[key] for key in ("lgbt", "disabled", "pregnant")) == told
