"""A template prints fields and goes through lists, and can do nothing else, however it is written."""

import io
import time
import zipfile

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn

from marac.documents.merge import fill
from marac.kernel.refusal import Refusal
from marac.papers.apart import look_through
from marac.papers.checking import checked
from marac.papers.fields import FIELDS, Paper, example_of
from marac.papers.queries import ours

MINUTES = Paper.MINUTES


def saved(document):
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def with_line(*lines):
    """Our minutes with these paragraphs at their end."""
    document = Document(io.BytesIO(ours(MINUTES)))
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def said_of(content, paper=MINUTES):
    return [str(each) for each in checked(content, paper).problems]


def with_part(name, content, *, template=None):
    """A template with one part more in its package."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template or ours(MINUTES))) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            new.writestr(each, old.read(each))
        new.writestr(name, content)
    return made.getvalue()


def printed(content):
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([each.text for each in document.paragraphs] + cells)


@pytest.mark.parametrize("paper", list(Paper))
def test_our_own_templates_are_good_and_print_every_declared_field(paper):
    found = checked(ours(paper), paper)

    assert [str(each) for each in found.problems] == []
    assert (
        "12 Tarn Lane" in printed(found.preview) if paper is Paper.CASE_LIST else "FS/26/017" in printed(found.preview)
    )


@pytest.mark.parametrize(
    "line",
    [
        "{{ cases.__class__ }}",
        "{{ marac.__class__.__mro__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ marac['__class__'] }}",
        "{{ marac|attr('__class__') }}",
        "{{ marac.upper() }}",
        "{{ marac|upper }}",
        "{{ marac.format }}",
        "{{ self }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__ }}",
        "{{ lipsum.__globals__ }}",
        "{{ range(1000000000) }}",
        "{% for x in range(1000000000) %}{% endfor %}",
        "{% for x in 'a' * 1000000000 %}{% endfor %}",
        "{{ 9 ** 999999 }}",
        "{{ 1 + 1 }}",
        "{{ 'text' }}",
        "{{ marac ~ venue }}",
        "{{ marac if venue else chair }}",
        "{% if marac == venue %}{% endif %}",
        "{% if marac and venue %}{% endif %}",
        "{% if marac is defined %}{% endif %}",
        "{% set x = marac %}",
        "{% include 'settings.py' %}",
        "{% import 'settings.py' as s %}",
        "{% extends 'settings.py' %}",
        "{% macro m() %}{% endmacro %}",
        "{% block b %}{% endblock %}",
        "{% raw %}{{ marac }}{% endraw %}",
        "{% autoescape false %}{{ marac }}{% endautoescape %}",
        "{% filter upper %}x{% endfilter %}",
        "{% with x = marac %}{% endwith %}",
        "{% call m() %}{% endcall %}",
        "{% do marac.append %}",
        "{% for case in cases if case.reference %}{% endfor %}",
        "{% for case in cases recursive %}{% endfor %}",
        "{% for a, b in cases %}{% endfor %}",
        "{% for case in cases %}{{ loop.index }}{% endfor %}",
        "{% for case in cases[:1] %}{% endfor %}",
        "{% for case in cases|list %}{% endfor %}",
        "{{r marac }}",
        "{% cellbg marac %}",
        "{% colspan marac %}",
        "{# said to nobody #}",
    ],
)
def test_what_does_more_than_print_is_refused(line):
    assert said_of(with_line(line)) != []


@pytest.mark.parametrize("part", ["{% for a in cases %}", "{{ marac", "{% endif %}", "{% if marac %}"])
def test_what_is_not_closed_is_refused_with_where(part):
    assert said_of(with_line(part)) != []


def test_lists_inside_lists_do_not_multiply():
    nested = [f"{{% for {name} in {name}s %}}" for name in ("case",)]
    lines = [*nested, "{% for row in overdue %}", "{{ row.task }}", "{% endfor %}", "{% endfor %}"]

    assert ["overdue" in each and "inside another list" in each for each in said_of(with_line(*lines))] == [True]


def test_a_row_is_not_a_list_of_itself_and_may_not_be_called_as_a_field():
    assert said_of(with_line("{% for row in cases %}{% for x in row %}{% endfor %}{% endfor %}")) != []
    assert said_of(with_line("{% for venue in cases %}{% endfor %}")) != []


def test_a_misspelt_field_is_named_with_where_it_stands_and_the_nearest_right_one():
    found = said_of(with_line("Held at {{ venu }}", "{% for case in cases %}{{ case.refrence }}{% endfor %}"))

    assert found == [
        "There is no field venu in the text (“Held at {{ venu }}”). The nearest is venue.",
        "There is no field case.refrence in the text (“{% for case in cases %}{{ case.refrence }}{% endfor %}”). "
        "The nearest is case.reference.",
    ]


def test_a_field_that_is_typed_in_pieces_is_the_same_field():
    document = Document(io.BytesIO(ours(MINUTES)))
    line = document.add_paragraph()
    for piece in ("{", "{ ve", "nu }", "}"):
        line.add_run(piece).bold = True

    assert said_of(saved(document))[0].startswith("There is no field venu in the text")


def test_a_tag_that_begins_in_one_paragraph_and_ends_in_another_hides_nothing():
    assert said_of(with_line("{{ marac", ".__class__ }}")) != []
    assert said_of(with_line("{% set x", "= marac %}")) != []


@pytest.mark.parametrize("name", ["marking", "copy_for"])
def test_what_stands_on_every_page_is_missed_by_name_also_on_a_first_page_of_its_own(name):
    document = Document(io.BytesIO(ours(MINUTES)))
    document.sections[0].different_first_page_header_footer = True

    assert [name in each for each in said_of(saved(document))].count(True) == 1


@pytest.mark.parametrize("name", ["issue", "hash", "trail", "held_on"])
def test_a_field_that_has_to_be_there_is_said_to_be_missing(name):
    content = with_line()
    document = Document(io.BytesIO(content))
    section = document.sections[0]
    paragraphs = [*document.paragraphs, *section.footer.paragraphs]
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    for paragraph in [*paragraphs, *(each for cell in cells for each in cell.paragraphs)]:
        if f"{{{{ {name} }}}}" in paragraph.text:
            paragraph.text = ""

    assert any(f"{{{{ {name} }}}}" in each and "is missing" in each for each in said_of(saved(document)))


def test_a_marking_that_is_typed_by_hand_is_refused():
    document = Document(io.BytesIO(ours(MINUTES)))
    document.sections[0].header.add_paragraph("OFFICIAL")

    assert ["typed by hand in the header" in each for each in said_of(saved(document))] == [True]


@pytest.mark.parametrize("kind", [RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.A_F_CHUNK])
def test_nothing_leads_outside(kind):
    document = Document(io.BytesIO(ours(MINUTES)))
    document.part.relate_to("https://example.org/x", kind, is_external=True)

    assert ["leads outside" in each for each in said_of(saved(document))] == [True]


@pytest.mark.parametrize("code", ["INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO", "HYPERLINK", "AUTHOR"])
@pytest.mark.parametrize("pieces", [1, 3])
def test_word_fields_that_fetch_are_refused_also_in_pieces(code, pieces):
    document = Document(io.BytesIO(ours(MINUTES)))
    line = document.add_paragraph()
    step = max(1, -(-len(code) // pieces))
    for kind in ("begin", *[code[at : at + step] for at in range(0, len(code), step)], "end"):
        run = line.add_run()._r
        if kind in ("begin", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = kind
        run.append(mark)

    assert [code in each for each in said_of(saved(document))] == [True]


@pytest.mark.parametrize("name", ["word/embeddings/oleObject1.bin", "word/activeX/activeX1.bin"])
def test_embedded_objects_are_refused(name):
    with_object = with_part(name, b"x")

    try:
        said = said_of(with_object)
    except Refusal as refusal:
        said = [refusal.sentence]
    assert said != []


def test_macros_are_refused():
    with pytest.raises(Refusal, match="macros"):
        checked(with_part("word/vbaProject.bin", b"x"), MINUTES)


def test_a_field_where_it_is_not_filled_is_refused():
    note = f'<w:footnotes xmlns:w="{nsmap["w"]}">{{<w:b/>{{ x }}}}</w:footnotes>'

    assert ["word/footnotes.xml" in each for each in said_of(with_part("word/footnotes.xml", note))] == [True]


def test_an_entity_that_unfolds_is_never_unfolded():
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>'

    assert said_of(with_part("word/extra.xml", bomb)) != []


def test_a_file_that_unpacks_to_far_more_is_not_opened():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 70_000_000)

    with pytest.raises(Refusal, match="unpacks to far more"):
        look_through(made.getvalue(), MINUTES)


def test_a_thousand_loops_one_after_another_are_too_many():
    began = time.monotonic()

    said = said_of(with_line(*["{% for case in cases %}{{ case.reference }}{% endfor %}"] * 400))

    assert ["more than 1000" in each for each in said] == [True]
    assert time.monotonic() - began < 10


def test_a_value_stays_text_whatever_it_holds():
    values = example_of(FIELDS[MINUTES]) | {"marac": "{{ marking }} <w:b/> {% for x in cases %}"}

    assert "{{ marking }} <w:b/> {% for x in cases %}" in printed(fill(ours(MINUTES), values))


def test_what_is_kept_of_a_template_names_nobody_and_holds_no_comment():
    document = Document(io.BytesIO(ours(MINUTES)))
    document.core_properties.author = "Ada Quill"

    kept = look_through(saved(document), MINUTES).content

    assert Document(io.BytesIO(kept)).core_properties.author == ""
    with zipfile.ZipFile(io.BytesIO(kept)) as package:
        assert [name for name in package.namelist() if b"Ada Quill" in package.read(name)] == []
