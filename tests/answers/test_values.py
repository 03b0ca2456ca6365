"""Names and addresses in all the ways that forms write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marac.answers.addresses import addresses_in
from marac.answers.choices import yes_no
from marac.answers.names import aliases_in, clean_alias, may_be_name, names_nobody, parse_name, without_sentences
from marac.kernel.names import TITLES
from marac.written.text import Mark, Text


@pytest.mark.parametrize(
    ("words", "surname", "forenames", "aliases"),
    [
        ("TOLL, Hanna Jane", "Toll", "Hanna Jane", ()),
        ("Hanna TOLL", "Toll", "Hanna", ()),
        ("Hanna Toll", "Toll", "Hanna", ()),
        ("Mrs Hanna Toll", "Toll", "Hanna", ()),
        ("TOLL, Folasade (goes by Sade)", "Toll", "Folasade", ("Sade",)),
        ("Jordan TOLL a.k.a. Jordy", "Toll", "Jordan", ("Jordy",)),
        ("Hanna TOLL-REED (née Lath)", "Toll-Reed", "Hanna", ("Lath",)),
        ("Craig TOLL (known as ‘Dell’)", "Toll", "Craig", ("Dell",)),
        ("Ana de la Cruz", "de la Cruz", "Ana", ()),
        ("Siân O'NEILL", "O'Neill", "Siân", ()),
        ("Cher", None, "Cher", ()),
        ("Hanna Toll.", "Toll", "Hanna", ()),
        ("Hanna J.", "J.", "Hanna", ()),
        ("Mrs Toll", "Toll", None, ()),
        ("Ada TOLL-REED, likes Addie", "Toll-Reed", "Ada", ("Addie",)),
        ("Ada TOLL, uses TOLL-REED at school", "Toll", "Ada", ("Toll-Reed",)),
        ("TOLL, Ada (Mrs)", "Toll", "Ada", ()),
        ("LI, Wei", "Li", "Wei", ()),
        ("Wei LI", "Li", "Wei", ()),
    ],
)
def test_a_name_is_taken_apart(words, surname, forenames, aliases):
    name = parse_name(words)

    assert (name.surname, name.forenames, name.aliases) == (surname, forenames, aliases)


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("TOLL, Ada Jean. Known as Jean. Surname REED on older entries.", "TOLL, Ada Jean, known as Jean"),
        ("Ada TOLL. Might\nbe Tolls", "Ada TOLL"),
        ("Ada Jean\nTOLL", "Ada Jean TOLL"),
        ("Ada Toll\nBen Lee", "Ada Toll\nBen Lee"),
        ("Mrs. Ada Toll", "Mrs. Ada Toll"),
    ],
)
def test_a_name_stands_without_the_sentences_behind_it(words, alone):
    assert without_sentences(words) == alone


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("Dani. Was Reed when married, to 2021", ["Dani", "Reed"]),
        ("Maiden name Reed", ["Reed"]),
        ("Reed is the married name. Family call her Addie", ["Reed", "Addie"]),
        ("Skye Ward (married name, until 2023)", ["Skye Ward"]),
        ("Bec, Becca / Becky", ["Bec", "Becca", "Becky"]),
        ("Ada Reed (on her passport), ada_r on Snap", ["Ada Reed", "ada_r"]),
        ("used to be Ada Reed. Never say it", ["Ada Reed"]),
        ("Ana de la Cruz", ["Ana de la Cruz"]),
    ],
)
def test_each_other_name_stands_without_when_it_was_used(words, others):
    assert aliases_in(words) == others


@pytest.mark.parametrize(
    "words",
    ["None", "Husband", "Y  N  DK", "Ben has no children", "✓", "Date of Birth", "G2 P1", "Student", "Ellie's", "-"],
)
def test_what_stands_for_a_name_and_is_none_names_nobody(words):
    assert names_nobody(words)


@pytest.mark.parametrize("words", ["Ada Toll", "TOLL", "Ana de la Cruz", "Mark", "May Young"])
def test_a_name_names_somebody(words):
    assert not names_nobody(words)


# A title is no name: there are ranks of two letters.
WORD = st.text("abcdefghij", min_size=2, max_size=9).filter(lambda word: word not in TITLES).map(str.capitalize)


@given(WORD, WORD)
def test_the_ways_of_writing_a_name_agree(surname, forename):
    first = parse_name(f"{surname.upper()}, {forename}")

    assert first == parse_name(f"{forename} {surname.upper()}") == parse_name(f"{forename} {surname}")


@pytest.mark.parametrize(
    ("words", "text", "postcode"),
    [
        ("4 Mill Row, Westmoor, ZZ1 4AB", "4 Mill Row, Westmoor", "ZZ1 4AB"),
        ("Flat 2\n18 Weir Street\nWestmoor\nzz1 4ab", "Flat 2, 18 Weir Street, Westmoor", "ZZ1 4AB"),
        ("12 St. Mary's Road, Westmoor ZZ14AB", "12 St. Mary's Road, Westmoor", "ZZ1 4AB"),
        ("Left home. Now at 4 Mill Row, Westmoor, ZZ1 4AB", "4 Mill Row, Westmoor", "ZZ1 4AB"),
        ("With her aunt, 4 Mill Row, Westmoor, ZZ1 4AB", "4 Mill Row, Westmoor", "ZZ1 4AB"),
        ("4 Mill Row, Westmoor", "4 Mill Row, Westmoor", None),
    ],
)
def test_an_address_is_found_in_its_words(words, text, postcode):
    assert [(found.text, found.postcode) for found in addresses_in(words)] == [(text, postcode)]


@pytest.mark.parametrize("words", ["Unknown", "Not known since May 2024", "N/K", "", "NFA", "with friends"])
def test_words_that_are_no_address_give_none(words):
    assert addresses_in(words) == []


@pytest.mark.parametrize("words", ["High", "Not known", "Client", "Pre-birth", "NHS", "No", "Parent"])
def test_a_word_of_a_form_is_nobodys_name(words):
    assert not may_be_name(words, child=False)


@pytest.mark.parametrize("words", ["Y5 Heron", "Sandra Yeo (mother)", "Karl Voss's brother"])
def test_a_class_or_an_elder_relative_is_no_child(words):
    assert not may_be_name(words, child=True)


@pytest.mark.parametrize("words", ["Kit", "Kit High", "Ada Parent", "Eve Person-Hollis", "Wren"])
def test_what_holds_a_name_may_be_one(words):
    assert may_be_name(words, child=True)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("née Kerr", "Kerr"),
        ("maiden name Treharne", "Treharne"),
        ("uses Lee-Moir on Facebook", "Lee-Moir"),
        ("Kim Platt (before marriage)", "Kim Platt"),
        ("was Justyna Bell", "Justyna Bell"),
        ("‘Shofi’", "Shofi"),
        ("Orla", "Orla"),
        ("Wasim", "Wasim"),
    ],
)
def test_another_name_stands_without_the_words_that_say_what_it_is(written, name):
    assert clean_alias(written) == name


CHOOSE = [
    "Ydy/Yes   Nac ydy/No",
    "Yes/Ydy   No/Nac ydy",
    "Oes / Nac oes",
    "Yes / No",
    "Y / N",
    "No / Yes",
    "Ie/Yes  Nage/No  Ddim yn gwybod",
]


@pytest.mark.parametrize("printed", CHOOSE)
def test_words_to_choose_from_of_which_none_is_marked_are_no_answer(printed):
    assert yes_no(Text(printed)).value is None


@pytest.mark.parametrize(
    ("printed", "chosen", "told"),
    [
        ("Ydy/Yes   Nac ydy/No", "Nac ydy/No", False),
        ("Ydy/Yes   Nac ydy/No", "Ydy/Yes", True),
        ("Yes/Ydy   No/Nac ydy", "No/Nac ydy", False),
        ("Oes / Nac oes", "Nac oes", False),
        ("Yes / No", "No", False),
    ],
)
@pytest.mark.parametrize("kind", ["highlighted", "struck"])
def test_of_answers_in_two_languages_the_one_that_is_marked_is_chosen_and_the_one_struck_out_is_not(
    printed, chosen, told, kind
):
    at = printed.index(chosen)
    answer = yes_no(Text(printed, (Mark(at, at + len(chosen), kind),)))

    assert answer.value is (told if kind == "highlighted" else not told)


@pytest.mark.parametrize(
    ("written", "value", "rest"),
    [
        ("Naddo / No", False, ""),
        ("Nac ydi / No, not yet", False, "not yet"),
        ("Ydy / Yes - by phone", True, "by phone"),
        ("Ydy / Yes   Nac ydy / No", None, ""),
        ("Oes / Yes / No", None, ""),
    ],
)
def test_one_answer_in_two_languages_is_one_answer(written, value, rest):
    said = yes_no(Text(written))

    assert (said.value, said.rest) == (value, rest)
