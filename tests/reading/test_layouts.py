"""Each way in which forms hold their answers, by a small document of its own."""

from docx import Document

from marac.reading import read
from tests.reading import documents, markup

PERSON = [["Victim"], ["Name", "Ada HOLLIS"], ["DOB", "01/02/1990"]]


def content(source: bytes, name: str = "form.docx"):
    return read(source, name).content


def test_label_cells_and_value_cells_give_a_person():
    got = content(documents.form([["Client name", "HOLLIS, Ada"], ["Client date of birth", "1st Feb 1990"]]))

    assert [(v["surname"], v["forenames"], v["dob"]) for v in got["victims"]] == [("Hollis", "Ada", "1990-02-01")]


def test_label_lines_give_a_person():
    got = content(
        documents.lines("Victim", "Name: Ada Hollis", "Date of birth: 1.2.90", "Address: 4 Mill Row, Westmoor, ZZ1 4AB")
    )

    victim = got["victims"][0]
    assert (victim["surname"], victim["dob"], victim["addresses"][0]["postcode"]) == ("Hollis", "1990-02-01", "ZZ1 4AB")


def test_two_boxes_under_the_same_heading_are_two_people():
    box = [["Perpetrator"], ["Name", "Cal REEVE"], ["DOB", "1/1/80"]]
    other = [["Perpetrator"], ["Name", "Finn REEVE"], ["DOB", "2/2/82"]]

    got = content(documents.form(PERSON, box, other))

    assert [p["forenames"] for p in got["perpetrators"]] == ["Cal", "Finn"]


def test_columns_headed_victim_and_perpetrator_are_kept_apart():
    document = Document()
    table = document.add_table(rows=3, cols=4)
    names, births = ["Name", "Ada Hollis", "Name", "Cal Reeve"], ["DOB", "1/2/90", "DOB", "1/1/80"]
    for row, words in enumerate((["Victim", "", "Perpetrator", ""], names, births)):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(0, 2).merge(table.cell(0, 3))

    got = content(documents.saved(document))

    assert (got["victims"][0]["dob"], got["perpetrators"][0]["dob"]) == ("1990-02-01", "1980-01-01")


def test_a_form_that_never_says_whose_name_it_is_names_nobody():
    reading = read(documents.form([["Name", "Ada Hollis"], ["DOB", "1/2/90"]]), "form.docx")

    assert reading.content["victims"] == reading.content["perpetrators"] == []
    assert {unread.text for unread in reading.unread} >= {"Name: Ada Hollis", "DOB: 1/2/90"}


def test_a_struck_out_letter_leaves_the_other_as_the_answer():
    runs = '<w:r><w:t xml:space="preserve">Y / </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>N</w:t></w:r>'

    assert (
        content(documents.body(documents.cell_row("Has consent been given?", runs)))["consent"]["consent_given"] is True
    )


def test_yes_and_no_both_standing_is_no_answer():
    assert content(documents.form([["Has consent been given?", "Y / N"]]))["consent"]["consent_given"] is None


def test_ticked_boxes_are_read_whether_before_or_after_their_words():
    for words, given in (
        ("☐ Yes  ☒ No", False),
        ("Yes ☒  No ☐", True),
        ("[x] Yes [ ] No", True),
        ("Yes ☒  No ☒", None),
    ):
        got = content(documents.form([["Has consent been given?", words]]))
        assert (words, got["consent"]["consent_given"]) == (words, given)


def test_a_legacy_drop_down_gives_the_entry_of_its_number():
    entries = "".join(f'<w:listEntry w:val="{word}"/>' for word in ("Please select", "Male", "Female"))
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>'
        f'<w:result w:val="2"/>{entries}</w:ddList></w:ffData></w:fldChar></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    xml = documents.cell_row("Victim name", "<w:r><w:t>Ada Hollis</w:t></w:r>") + documents.cell_row("Gender", field)

    assert content(documents.body(xml))["victims"][0]["gender"] == "female"


def test_a_legacy_tick_box_is_full_when_checked_is_set():
    def box(checked):
        inner = "<w:checked/>" if checked else ""
        return (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
            f'<w:default w:val="0"/>{inner}</w:checkBox></w:ffData></w:fldChar></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    runs = f"{box(True)}<w:r><w:t> Yes </w:t></w:r>{box(False)}<w:r><w:t> No</w:t></w:r>"

    assert (
        content(documents.body(documents.cell_row("Does the victim consent?", runs)))["consent"]["consent_given"]
        is True
    )


def test_a_content_control_gives_what_was_typed_and_a_prompt_gives_nothing():
    typed = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Ada Hollis</w:t></w:r></w:sdtContent></w:sdt>"
    prompt = typed.replace("<w:sdtPr/>", "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>").replace("Ada Hollis", "Click here")

    got = content(documents.body(documents.cell_row("Victim name", typed) + documents.cell_row("Occupation", prompt)))

    assert (got["victims"][0]["surname"], got["victims"][0]["occupation"]) == ("Hollis", None)


def test_words_in_a_text_box_are_read():
    words = "<w:p><w:r><w:t>Date of referral: 3 June 2025</w:t></w:r></w:p>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{words}</w:txbxContent></w:pict></w:r></w:p>"

    assert content(documents.body(box))["referral_date"] == "2025-06-03"


def test_a_table_inside_a_cell_is_read():
    document = Document()
    outer = document.add_table(rows=1, cols=1)
    inner = outer.cell(0, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Victim name", "Ada Hollis"

    assert content(documents.saved(document))["victims"][0]["surname"] == "Hollis"


def test_deleted_words_are_not_read():
    runs = "<w:del><w:r><w:delText>Ann</w:delText></w:r></w:del><w:ins><w:r><w:t>Ada Hollis</w:t></w:r></w:ins>"

    assert content(documents.body(documents.cell_row("Victim name", runs)))["victims"][0]["forenames"] == "Ada"


def test_children_are_read_one_a_line_and_empty_lines_are_nobody():
    head = ["Child's name", "Date of birth", "School"]
    rows = [["Children"], head, ["Max Hollis", "3/4/15", "Mill Primary"], ["Unborn", "EDD 1/12/25", ""], ["", "", ""]]

    got = content(documents.form([["Date", "3/6/25"]], PERSON, rows))["children"]

    assert [(c["forenames"], c["dob"], c["unborn"], c["edd"]) for c in got] == [
        ("Max", "2015-04-03", False, None),
        (None, None, True, "2025-12-01"),
    ]


def test_checklist_columns_are_counted():
    head = ["", "Question", "Yes", "No", "Don't know"]
    lines = [["1", "Injury", "X", "", ""], ["2", "Strangled or choked", "", "", "✓"], ["3", "Pets", "", "✓", ""]]

    got = content(documents.form([head, *lines]))["checklist"]

    answers = [got["answers"][topic] for topic in ("injury", "strangulation", "animals", "weapons")]
    assert (got["score_counted"], answers) == (1, ["yes", "dont_know", "no", "blank"])


def test_the_narrative_keeps_every_word():
    got = content(documents.form([["Background\nFirst he shouted. Note: he left.\nThen he came back."]]))

    assert got["narrative"]["text"] == "First he shouted. Note: he left.\nThen he came back."


def test_every_value_has_a_place_that_shows_its_cell():
    reading = read(documents.form(PERSON), "form.docx")

    place = reading.places["victims[0].dob"]
    assert (place.part, place.place, place.label, place.source) == (
        "form.docx",
        "table 1, row 3, column 2",
        "DOB",
        "01/02/1990",
    )
    block = next(block for block in reading.pages if block["id"] == place.block)
    assert block["rows"][place.row - 1][place.column - 1]["text"] == "01/02/1990"


def test_a_label_that_is_not_known_is_kept_word_for_word():
    reading = read(documents.form([*PERSON, ["Shoe size", "Six and a half"]]), "form.docx")

    assert [(u.kind, u.text, u.place.place) for u in reading.unread if "Shoe" in u.text] == [
        ("label", "Shoe size: Six and a half", "table 1, row 4, column 2")
    ]


def test_a_ringed_word_in_a_pdf_is_the_answer():
    ring = "200 700 m 200 720 230 720 230 700 c 230 690 200 690 200 700 c S"
    text = "BT /F1 11 Tf 40 700 Td (Has consent been given?) Tj 165 0 Td (Yes / No) Tj ET"

    assert content(documents.pdf(f"{text} {ring}"), "form.pdf")["consent"]["consent_given"] is True


def test_label_lines_in_a_pdf_are_read():
    text = "BT /F1 11 Tf 40 700 Td (Victim name: Ada HOLLIS) Tj 0 -20 Td (Date of birth: 01/02/1990) Tj ET"

    assert content(documents.pdf(text), "form.pdf")["victims"][0]["dob"] == "1990-02-01"


def test_criteria_ticked_one_a_line_are_read():
    rows = [["Reason for referral"], ["☒ Professional judgement"], ["☐ Visible high risk (14 or more)"]]

    got = content(documents.form(rows))["criteria"]

    assert (got["professional_judgement"], got["visible_high_risk"], got["repeat"]) == (True, False, None)


def test_a_sentence_that_holds_the_words_of_a_label_stays_in_the_narrative():
    told = ["Reason for referral", "She has a new address.", "The victim is afraid of him and says so", "Police came."]

    got = content(documents.lines(*told))

    assert got["narrative"]["text"] == "\n".join(told[1:])


def test_an_oval_drawn_over_an_answer_is_asked_about_and_never_guessed():
    ringed = markup.tc(markup.p("Yes / No", markup.oval(0, 20)))
    rows = (markup.tr("Victim telephone", "07700 900111"), markup.tr("Safe to call?", ringed))

    reading = read(markup.word(markup.tbl(*rows)), "form.docx")

    assert reading.content["victims"][0]["phones"][0]["safe_to_call"] is None
    assert "Safe to call?: Yes / No ◯" in [each.text for each in reading.unread]


def test_where_ticks_and_crosses_are_both_used_a_cross_is_a_no():
    for words, given in (("✔ Yes   ✘ No", True), ("✗ Yes   ✓ No", False)):
        assert content(documents.form([["Has consent been given?", words]]))["consent"]["consent_given"] is given


def test_boxes_after_a_label_stand_before_their_words():
    words = "Criteria met:  ☑ 14 or more ticks   ☐ Professional judgement   ☐ Repeat"

    got = content(documents.lines(words))["criteria"]

    assert (got["visible_high_risk"], got["professional_judgement"], got["repeat"]) == (True, False, False)


def test_a_question_in_bold_is_no_answer_to_the_one_before():
    asked = ["Victim's full name", "Date of birth", "Address", "Gender", "Telephone number", "Something of our own"]
    rows = [
        (ask, answer) for ask, answer in zip(asked, ["Ada Hollis", "1/2/90", "", "Female", "", "Blue"], strict=True)
    ]
    blocks = [markup.p(markup.r(words, "b")) + (markup.p(answer) if answer else "") for words, answer in rows]

    victim = content(markup.word(*blocks))["victims"][0]

    assert (victim["gender"], victim["addresses"], victim["phones"]) == ("female", [], [])
