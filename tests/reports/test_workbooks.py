"""The workbook opened again cell by cell, templates of the wrong edition, the commands, and the recount."""

import csv
import io
import re
import subprocess
import sys
from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from marac.access.roles import Role
from marac.accounts import operations as accounts
from marac.audit.models import AuditEvent
from marac.directory.choices import ReturnEdition
from marac.directory.models import ReturnGroup
from marac.directory.operations import change_setting
from marac.kernel.refusal import Refusal
from marac.kernel.tables import csv_bytes
from marac.people.models import EthnicGroup, Sex, Told
from marac.reports.columns import headings
from marac.reports.queries import cases_exported, quarter_return
from marac.reports.rules import read_quarter
from marac.reports.workbooks import check_edition, export_table, return_workbook
from tests import make
from tests.reports import world

pytestmark = pytest.mark.django_db
RECOUNT = Path(__file__).resolve().parents[2] / "script" / "recount"
BIRTHS = st.none() | st.dates(date(1930, 1, 1), date(2010, 1, 1))
HEARD = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["new", "repeat", "transfer"]),
        "source": st.sampled_from(ReturnGroup.values),
        "children": st.integers(0, 3),
        "state": st.sampled_from(["heard", "heard", "deferred"]),
        "perpetrators": st.lists(BIRTHS, max_size=2).map(tuple),
        "born": BIRTHS,
        "sex": st.sampled_from(Sex.values),
        "ethnic_group": st.sampled_from(EthnicGroup.values),
        "lgbt": st.sampled_from(Told.values),
        "disabled": st.sampled_from(Told.values),
    }
)
SMALL = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def workbook_of(marac) -> bytes:
    return return_workbook(quarter_return(make.system(), marac, read_quarter(world.QUARTER)))


def template(first_row) -> bytes:
    book = Workbook()
    book.active.append(list(first_row))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_the_workbook_is_one_sheet_with_the_headings_and_a_row_a_meeting(area):
    meeting = world.meeting(area)
    world.heard(meeting, children=2, sex="male", ethnic_group="white_other", lgbt="yes", disabled="no")
    world.heard(meeting, kind="repeat", source="mash", sex="female", born=date(2009, 1, 1))

    book = load_workbook(io.BytesIO(workbook_of(area)))

    rows = [[cell.value for cell in row] for row in book.active.iter_rows()]
    sources = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]
    people = [1, 1, 0, 1, 1, None, 0]
    assert book.sheetnames == ["Return"]
    assert tuple(rows[0]) == headings(ReturnEdition.UK)
    assert [rows[1][0], rows[1][1].date()] == ["Northmoor", world.HELD]
    assert rows[1][2:] == [2, 1, 2, 1, *sources, *people, 0, 0, 0, 1, 0]
    assert len(rows) == 2
    assert book.active["B2"].number_format == "dd/mm/yyyy"
    assert [cell.data_type for row in book.active.iter_rows() for cell in row if cell.data_type == "f"] == []


def test_the_scottish_edition_has_its_own_headings(area):
    change_setting(viewer=make.system(), marac=area, name="return_edition", value="scotland", from_on=date(2025, 1, 1))
    world.heard(world.meeting(area))

    book = load_workbook(io.BytesIO(workbook_of(area)))

    assert tuple(cell.value for cell in book.active[1]) == headings(ReturnEdition.SCOTLAND)
    assert book.active["O1"].value == "Justice social work cases"


def test_a_return_with_errors_makes_no_workbook(area):
    world.heard(world.meeting(area), source="")

    with pytest.raises(Refusal, match="has errors"):
        workbook_of(area)


@pytest.mark.parametrize("edition", list(ReturnEdition))
def test_a_template_of_the_right_edition_passes(edition):
    assert check_edition(template(headings(edition)), edition) is None


@pytest.mark.parametrize(
    ("first_row", "words"),
    [
        (headings(ReturnEdition.SCOTLAND), "This is the Scottish edition."),
        (("MARAC Name", "Meeting date"), "differ in column C"),
        ((*headings(ReturnEdition.UK), "More"), "differ in column AG"),
        (("Marac name", *headings(ReturnEdition.UK)[1:]), "differ in column A."),
    ],
)
def test_a_wrong_template_is_refused_saying_what_it_is(first_row, words):
    with pytest.raises(Refusal) as refused:
        check_edition(template(first_row), ReturnEdition.UK)

    assert words in refused.value.sentence


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04 cut short", b"0" * 3_000_000])
def test_what_is_no_workbook_is_refused(content):
    with pytest.raises(Refusal):
        check_edition(content, ReturnEdition.UK)


def test_a_locked_workbook_is_refused():
    """The mark of a password is one bit beside the name of each part."""
    content = bytearray(template(headings(ReturnEdition.UK)))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(head), bytes(content)):
            content[found.start() + flags] |= 1

    with pytest.raises(Refusal, match="without a password"):
        check_edition(bytes(content), ReturnEdition.UK)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_workbook_is_refused_or_read(changes):
    content = bytearray(template(headings(ReturnEdition.UK)))
    for where, byte in changes:
        content[int(where * len(content))] = byte

    with suppress(Refusal):
        check_edition(bytes(content), ReturnEdition.UK)


NOBODY_KNOWN = {
    "kind": "new",
    "source": "police",
    "children": 0,
    "state": "heard",
    "perpetrators": (),
    "born": None,
} | {
    "sex": "female",
    "ethnic_group": "white_british",
    "lgbt": "yes",
    "disabled": "yes",
}


@SMALL
@example(meetings=[(date(2025, 10, 1), []), (date(2025, 10, 1), [NOBODY_KNOWN])])
@given(
    meetings=st.lists(
        st.tuples(st.dates(date(2025, 10, 1), date(2025, 12, 31)), st.lists(HEARD, max_size=3)), min_size=1, max_size=3
    )
)
def test_whatever_was_heard_the_cases_counted_by_other_means_give_the_return(tmp_path, meetings):
    area = make.marac()
    for minute, (day, cases) in enumerate(meetings):
        meeting = world.meeting(area, day, starts_at=time(9, minute))
        for case in cases:
            world.heard(meeting, **case)
    (tmp_path / "return.xlsx").write_bytes(workbook_of(area))
    (tmp_path / "cases.csv").write_bytes(csv_bytes(export_table(cases_exported(make.system(), [area]))))

    assert recounted(tmp_path) == (0, True)


def recounted(folder: Path) -> tuple[int, bool]:
    """The exit code of the recount, and whether it says that nothing differs."""
    arguments = [sys.executable, RECOUNT, folder / "return.xlsx", folder / "cases.csv", world.QUARTER]
    ran = subprocess.run(arguments, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout.strip().endswith(" 0 differences")


def test_the_recount_finds_a_number_that_was_changed(area, tmp_path):
    world.heard(world.meeting(area))
    call_command("return", marac="Northmoor", quarter="2025Q4", out=tmp_path / "return.xlsx")
    call_command("export", "cases", out=tmp_path / "cases.csv")
    assert recounted(tmp_path) == (0, True)

    book = load_workbook(tmp_path / "return.xlsx")
    book.active["D2"] = 1
    book.save(tmp_path / "return.xlsx")

    assert recounted(tmp_path) == (1, False)


def test_the_commands_write_their_files_and_leave_a_trace(area, tmp_path):
    agency = make.agency(marac=area)
    coordinator = make.member(Role.COORDINATOR, marac=area, agency=agency)
    item = world.heard(world.meeting(area), sex="female", perpetrators=(date(2009, 1, 1),))

    call_command("return", marac="northmoor", quarter="2025Q4", out=tmp_path / "a.xlsx", email=coordinator.email)
    call_command("export", "cases", out=tmp_path / "b.csv", email=coordinator.email)

    events = AuditEvent.objects.filter(kind="export").order_by("number")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "b.csv").read_text(encoding="utf-8-sig"))))
    assert [(each.name, each.user_id) for each in events] == [("return", coordinator.pk), ("cases", coordinator.pk)]
    assert [(row["Reference"], row["A perpetrator is under 18"]) for row in rows] == [(item.case.reference, "yes")]
    assert load_workbook(tmp_path / "a.xlsx").active.max_row == 2
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ("a.xlsx", "b.csv")} == {0o600}


def test_a_coordinator_who_is_first_of_all_something_else_may_make_the_return(area, tmp_path):
    agency = make.agency(marac=area)
    user = make.member(Role.CHAIR, marac=area, agency=agency)
    accounts.give_role(
        viewer=make.system(), user=user, agency=agency, marac=area, role="coordinator", from_on=date(2020, 1, 1)
    )

    world.heard(world.meeting(area))

    call_command("return", marac="Northmoor", quarter="2025Q4", out=tmp_path / "a.xlsx", email=user.email.upper())

    assert AuditEvent.objects.last().role == "coordinator"


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(area, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("export", "cases", out=tmp_path / "nowhere" / "b.csv")


@pytest.mark.parametrize("command", [("return", "--marac", "Northmoor", "--quarter", "2025Q4"), ("export", "cases")])
def test_the_commands_refuse_whoever_may_not(area, tmp_path, command):
    chair = make.member(Role.CHAIR, marac=area, agency=make.agency(marac=area))

    for email in (chair.email, "nobody@agency.example.org"):
        with pytest.raises(CommandError, match="Nobody with that address"):
            call_command(*command, "--out", str(tmp_path / "file"), "--as", email)

    assert list(tmp_path.glob("file")) == []


@pytest.mark.parametrize(
    ("marac", "quarter", "words"), [("Nowhere", "2025Q4", "no MARAC of that name"), ("Northmoor", "Q4", "2025Q4")]
)
def test_a_return_of_nowhere_or_no_quarter_is_refused(area, tmp_path, marac, quarter, words):
    with pytest.raises(CommandError, match=words):
        call_command("return", marac=marac, quarter=quarter, out=tmp_path / "a.xlsx")


def test_a_return_with_errors_is_not_written_by_the_command(area, tmp_path, capsys):
    world.heard(world.meeting(area), source="")

    with pytest.raises(CommandError, match="has errors"):
        call_command("return", marac="Northmoor", quarter="2025Q4", out=tmp_path / "a.xlsx")

    assert "Give every referral its source." in capsys.readouterr().err
    assert not (tmp_path / "a.xlsx").exists()
