"""Every Word document that we make, opened and printed by another program, says what it should; so do locked PDFs."""

import shutil
import subprocess

import pypdf
import pytest

from marac.access.roles import Role
from marac.documents.merge import fill
from marac.minutes.letters import minutes_letter
from marac.papers.fields import FIELDS, Paper, example_of
from marac.papers.queries import ours
from marac.printing.locked import locked
from marac.printing.pdf import print_pdf
from tests import make
from tests.journeys.papers import as_pdf
from tests.minutes.area import build
from tests.minutes.test_letters import CONTENT
from tests.printing.test_pdf import Text, sheet

# What only a paper with a row in each of its lists says.
SAID = {
    Paper.AGENDA: ["FS/26/017", "Next meeting: 8 September 2026.", "Fit a new lock and a door chain."],
    Paper.CASE_LIST: ["Corin Vash", "Corin Thule", "12 Tarn Lane, ZZ1 1AA", "6 August 2026"],
    Paper.ACTION_LIST: ["Eastmere Housing", "He has a key.", "14/08/2026", "4f1c09ab77de2051"],
    Paper.MINUTES: [
        "The chair decided: Defer the case.",
        "On the day of the meeting: 10:15, put on the list.",
        "He may come back at night.",
        "Crime system, 02/08/2026",
        "Fit a new lock and a door chain.",
    ],
}


def printed(file: bytes, name: str, folder) -> str:
    """The words on the pages, each with one space between it and the next."""
    pages = pypdf.PdfReader(as_pdf(file, name, folder)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("paper", list(Paper))
def test_a_paper_on_our_template_is_printed_whole_with_its_marking_and_whose_copy_it_is(paper, tmp_path):
    text = printed(fill(ours(paper), example_of(FIELDS[paper])), f"{paper}.docx", tmp_path)

    assert [
        words for words in (*SAID[paper], "OFFICIAL-SENSITIVE", "Copy for Eastmere Housing") if words not in text
    ] == []
    assert "{{" not in text
    assert "{%" not in text


def test_what_was_typed_into_minutes_is_printed_as_it_was_typed(tmp_path):
    text = printed(fill(ours(Paper.MINUTES), minutes_letter(CONTENT, 1, "12 abc")), "minutes.docx", tmp_path)

    typed = (
        "To stay & be safe <b>",
        "First line",
        "second line",
        "{{ marking }}",
        "Likely to happen again. (in summary)",
    )
    assert [words for words in typed if words not in text] == []


@pytest.mark.django_db
def test_the_file_that_an_agency_downloads_is_printed_with_its_cases_and_no_others(client, tmp_path):
    area = build()
    issue = area.issued()
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)

    text = printed(client.get(f"/minutes/issues/{issue.pk}/word/").content, "minutes.docx", tmp_path)

    assert [item.case.reference in text for item in (area.shared, area.police_only)] == [True, False]
    assert "Attended twice in February." in text


def test_a_locked_pdf_opens_in_another_reader_with_its_password_only(tmp_path):
    reader = shutil.which("pdftotext")
    assert reader, "There is no Poppler on this machine. script/setup --tests installs it, or says what would."
    file = tmp_path / "locked.pdf"
    file.write_bytes(locked(print_pdf(sheet(Text("Attended twice."))), "violet lanterns hum quietly"))

    def read(*password):
        return subprocess.run([reader, *password, file, "-"], capture_output=True, text=True, timeout=60, check=False)

    opened, shut = read("-upw", "violet lanterns hum quietly"), read("-upw", "another")
    assert "Attended twice." in opened.stdout
    assert (shut.stdout, shut.returncode) != ("", 0)
    assert "Attended twice." not in shut.stdout
