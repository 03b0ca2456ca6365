"""The risk checklist is found in whatever shape it stands, and nothing else is taken for it."""

import pytest

from marac.answers.found import INFERRED
from marac.labels.known import WORDS
from marac.labels.topics import topic
from marac.layout.gathered import Ticked
from marac.layout.risks import checklist_heads
from marac.reading import read
from marac.reading.checklist import settled
from marac.written.blocks import Cell, Place
from marac.written.text import Text
from tests.reading import documents

TOPICS = list(WORDS["topics"])
ASKED = [
    "Injured this time", "Very frightened", "Fears further injury", "Isolated from friends", "Depressed",
    "Separated in the last year", "Conflict over child contact", "Constant texts, calls, following, stalking",
    "Pregnant or a baby under 18 months", "Happening more often", "Getting worse", "Controlling, jealous",
    "Weapons used", "Threats to kill", "Strangled or choked", "Sexual harm", "Honour, family or community",
    "Has hurt anyone else", "Hurt an animal", "Money problems", "Drugs, alcohol or mental health",
    "Threatened or tried suicide", "Breached bail", "Criminal record",
]  # fmt: skip
ANSWERS = ["Y", "N", "DK"] * 8
MEANT = {"Y": "yes", "N": "no", "DK": "dont_know"}
WANTED = {topic: MEANT[answer] for topic, answer in zip(TOPICS, ANSWERS, strict=True)}
BOX = [["Victim"], ["Name", "Ada HOLLIS"]]


def answers(content: bytes, name: str = "form.docx"):
    return read(content, name).content["checklist"]["answers"]


def remarked() -> bytes:
    rows = [["No.", "Question", "Y/N/DK", "Remarks"]]
    rows += [[str(n), asked, said, "see notes"] for n, (asked, said) in enumerate(zip(ASKED, ANSWERS, strict=True), 1)]
    return documents.form(BOX, rows)


def halves() -> bytes:
    lines = list(zip(range(1, 25), ASKED, ANSWERS, strict=True))
    rows = [[str(a), b, c, str(d), e, f] for (a, b, c), (d, e, f) in zip(lines[:12], lines[12:], strict=True)]
    return documents.form(BOX, [["", "Risk", "Y/N/DK", "", "Risk", "Y/N/DK"], *rows])


def dashed() -> bytes:
    return documents.lines("Victim", "Name: Ada HOLLIS", *(f"{a} – {b}" for a, b in zip(ASKED, ANSWERS, strict=True)))


def by_answer() -> bytes:
    told = ["Victim", "Name: Ada HOLLIS", "Risk checklist"]
    for head, said in (("Yes (8)", "Y"), ("No (8)", "N"), ("Don't know (8)", "DK")):
        told += [head, *(asked for asked, answer in zip(ASKED, ANSWERS, strict=True) if answer == said)]
    return documents.lines(*told)


def in_three_lines() -> bytes:
    told = ["Victim", "Name: Ada HOLLIS", "What was answered?"]
    for head, said in (("YES", "Y"), ("NO", "N"), ("NOT SURE", "DK")):
        risks = "; ".join(asked.replace(",", "") for asked, each in zip(ASKED, ANSWERS, strict=True) if each == said)
        told.append(f"{head} - {risks}")
    return documents.lines(*told)


@pytest.mark.parametrize("shape", [remarked, halves, dashed, by_answer, in_three_lines])
def test_a_checklist_is_read_in_every_shape(shape):
    assert answers(shape()) == WANTED


def test_ten_questions_of_another_kind_are_no_checklist():
    rows = [[f"Is page {n} of the passport kept safe?", "Yes"] for n in range(12)]

    assert read(documents.form(BOX, rows), "form.docx").content["checklist"]["included"] is False


def ticks(*topics: str | None) -> list[Ticked]:
    return [Ticked(topic, "yes", Place("", "", "", "", f"b{n}"), False) for n, topic in enumerate(topics)]


def test_a_line_between_two_that_are_known_is_what_is_asked_between_them_and_is_to_be_checked():
    told = settled(ticks(*TOPICS[:6], None, *TOPICS[7:]))

    assert (told[6].topic, told[6].sure) == (TOPICS[6], INFERRED)


def test_of_two_lines_that_seem_to_ask_the_same_the_first_stands():
    told = settled(ticks(*TOPICS[:8], TOPICS[7], *TOPICS[9:]))

    assert [told[7].topic, told[8].topic, told[8].sure] == [TOPICS[7], TOPICS[8], INFERRED]


@pytest.mark.parametrize(
    "topics",
    [
        [*reversed(TOPICS[:12]), None, None, *reversed(TOPICS[14:])],  # another order
        [*TOPICS[:6], None, *TOPICS[7:12]],  # too few
        [*TOPICS[:6], None, None, *TOPICS[7:]],  # two lines for one risk
    ],
)
def test_nothing_is_told_by_an_order_that_is_not_the_usual_one(topics):
    assert [each.topic for each in settled(ticks(*topics))].count(None) == topics.count(None)


@pytest.mark.parametrize("unknown", [0, 11, 23])
def test_the_one_line_that_is_not_known_of_twenty_four_asks_the_one_risk_that_is_left(unknown):
    order = TOPICS[12:] + TOPICS[:12]  # not the usual order

    told = settled(ticks(*order[:unknown], None, *order[unknown + 1 :]))

    assert [line.topic for line in told] == order
    assert told[unknown].sure == INFERRED


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("Incidents are closer together", "more_often"),
        ("Choking, smothering or holding under water", "strangulation"),
        ("Has hurt a child, an elder or an earlier partner", "hurt_others"),
        ("Anyone else threatens or frightens them", "other_people_hba"),
        ("Has said that he would kill himself", "abuser_suicidal"),
        ("Has said that he would kill her", "threats_to_kill"),
        ("She expects more harm to herself or the children", "fears_harm"),
    ],
)
def test_a_risk_is_known_in_many_words(words, asks):
    assert topic(words) == asks


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        (["No.", "Question", "No", "Yes", "D/K"], {2: "no", 3: "yes", 4: "dont_know"}),
        (["No", "Question", "Yes", "No"], {2: "yes", 3: "no"}),
        (["Question", "Yes", "No", "Question", "Yes", "No"], {1: "yes", 2: "no", 4: "yes", 5: "no"}),
        (["No.", "Question", "Answer"], {}),
    ],
)
def test_the_head_of_the_numbers_is_no_answer_whichever_comes_first(heads, columns):
    row = tuple(Cell(Text(words), 1, n + 1, n) for n, words in enumerate(heads))

    assert checklist_heads(row) == columns


def test_boxes_for_each_answer_in_one_cell_are_read_though_nothing_heads_the_questions():
    said = ["☒ Yes ☐ No    ☐ N/K", "☐ Yes ☒ No    ☐ N/K", "☐ Yes ☐ No    ☒ N/K"]
    rows = [["", "Yes / No / Not known", "Comment"], *([words, said[n % 3], ""] for n, words in enumerate(ASKED))]
    got = read(documents.form(BOX, rows), "form.docx").content["checklist"]["answers"]

    assert [got[risk] for risk in TOPICS] == [("yes", "no", "dont_know")[n % 3] for n in range(24)]


@pytest.mark.parametrize("title", ["Young person’s risk questions", "Risk checklist – young people’s version"])
def test_the_checklist_for_young_people_is_known_by_its_title(title):
    rows = [[title, "Y / N"], *([words, "Y"] for words in ASKED)]

    assert read(documents.form(BOX, rows), "form.docx").content["checklist"]["variant"] == "young_person"


@pytest.mark.parametrize(
    "heads", ["Y    N    ?", "Y = yes N = no ? = not known / not Y    N    ?", "One cross on each line.    Y    N    ?"]
)
def test_boxes_at_the_end_of_each_line_answer_for_what_the_line_above_them_ends_with(heads):
    boxes = {"Y": "☒ ☐ ☐", "N": "☐ ☒ ☐", "DK": "☐ ☐ ☒"}
    lines = [f"{n}. {words}    {boxes[said]}" for n, (words, said) in enumerate(zip(ASKED, ANSWERS, strict=True), 1)]
    got = read(documents.lines("Victim", "Name: Ada HOLLIS", heads, *lines), "form.docx").content["checklist"]

    assert got["answers"] == WANTED


def test_rows_of_one_table_in_words_on_no_list_stay_in_the_checklist():
    unknown = {3: "They do the other thing", 14: "It makes me feel odd", 15: "Something else"}
    asked = [unknown.get(n, words) for n, words in enumerate(ASKED)]
    rows = [[words, said] for words, said in zip(asked, ANSWERS, strict=True)]
    rows[12:12] = [["Things that have been done", ""]]
    got = read(documents.form(BOX, [["Checklist", ""], *rows]), "form.docx").content["checklist"]

    assert got["included"]
    assert got["answers"]["criminal_record"] == WANTED["criminal_record"]


def test_what_is_present_absent_or_unknown_is_an_answer():
    ticks = {"Y": ["✓", "", ""], "N": ["", "✓", ""], "DK": ["", "", "✓"]}
    rows = [[words, *ticks[said]] for words, said in zip(ASKED, ANSWERS, strict=True)]
    got = read(documents.form(BOX, [["Indicator", "Present", "Absent", "Unknown"], *rows]), "form.docx").content

    assert got["checklist"]["answers"] == WANTED


def test_heads_in_welsh_and_english_are_answers():
    ticks = {"Y": ["☒", "☐", "☐"], "N": ["☐", "☒", "☐"], "DK": ["☐", "☐", "☒"]}
    rows = [[f"Cymraeg / {words}", *ticks[said]] for words, said in zip(ASKED, ANSWERS, strict=True)]
    got = read(documents.form(BOX, [["Pwnc / Topic", "Ydi / Yes", "Nac ydi / No", "?"], *rows]), "form.docx").content

    assert got["checklist"]["answers"] == WANTED


def test_what_else_the_table_asks_between_its_risks_is_no_risk():
    rows = [[words, said] for words, said in zip(ASKED, ANSWERS, strict=True)]
    rows[22:22] = [["Does the victim agree to the referral?", "Y"], ["Has the victim been told?", "Y"]]
    got = read(documents.form(BOX, [["Checklist", ""], *rows]), "form.docx").content

    assert (got["consent"]["consent_given"], got["checklist"]["answers"]["injury"]) == (True, WANTED["injury"])
