"""The trail shows by itself where it was tampered with, and against heads kept elsewhere that its end was cut off."""

import copy
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.utils import DatabaseError
from hypothesis import given, settings
from hypothesis import strategies as st

from marac.audit.append_only import protect, unprotect
from marac.audit.chain import CHAINED, Entry, append
from marac.audit.models import AuditCase, AuditEvent, AuditHead
from marac.audit.reading import record_reading, record_search
from marac.audit.verification import current_head, heads_in, verify, verify_trail
from tests import elsewhere, make

pytestmark = pytest.mark.django_db
EACH = 2000
TOGETHER = 10  # in one transaction: each waits for the disk


def write(number):
    for count in range(number):
        record_search(make.system(), "people", terms=f"word {count}", found=count)


def rows():
    return list(AuditEvent.objects.order_by("number").values(*CHAINED, "mac"))


def verify_command(*more):
    said = StringIO()
    call_command("audit", "verify", *more, stdout=said)
    return said.getvalue()


@pytest.fixture
def unprotected(db):
    """What somebody does who owns the database: the triggers are taken off first. Rolled back with the test."""
    unprotect(connection)


@pytest.fixture
def protected(unprotected):
    """As after every migration, also where the tables were made without them."""
    protect(connection)


def test_a_trail_that_nobody_touched_is_whole():
    write(5)

    assert verify_command() == "The trail is whole: 5 entries, the last is 5. It agrees with 0 heads noted elsewhere.\n"


def test_any_edit_of_the_trail_is_found_and_the_first_entry_that_does_not_fit_is_named():
    write(8)
    whole, head = rows(), current_head()

    @settings(max_examples=300)
    @given(data=st.data())
    def edit(data):
        edited, first_bad = an_edit_of(whole, data)
        verdict = verify(iter(edited), heads=[head])
        assert (verdict.first_bad, bool(verdict.sentence)) == (first_bad, True)

    edit()


def an_edit_of(whole, data):
    """The trail after one act of tampering, and the number of the first entry that cannot be right."""
    edited = copy.deepcopy(whole)
    at, other = data.draw(st.lists(st.integers(0, 7), min_size=2, max_size=2, unique=True))
    act = data.draw(st.sampled_from(["change", "remove", "put in", "move", "cut off"]))
    if act == "change":
        name = data.draw(st.sampled_from([*CHAINED, "mac"]))
        edited[at][name] = another(edited[at][name])
    elif act == "remove":
        del edited[at]
    elif act == "put in":
        edited.insert(at, copy.deepcopy(edited[other]) | {"number": at + 1, "name": "forged"})
    elif act == "move":
        edited[at], edited[other] = edited[other] | {"number": at + 1}, edited[at] | {"number": other + 1}
    else:
        del edited[at:]
    return edited, (min(at, other) if act == "move" else at) + 1


def another(value):
    if isinstance(value, dict | list):
        return {"other": 1}
    if isinstance(value, int):
        return value + 1
    return f"{value}x" if isinstance(value, str) else value.replace(microsecond=1) if value else 7


def test_entries_cut_off_at_the_end_are_missed_by_the_head_that_a_mail_or_minutes_kept(unprotected, tmp_path):
    write(9)
    noted = tmp_path / "mails.txt"
    noted.write_text(f"Please keep this.\n\nRecord {current_head()} \n")
    AuditEvent.objects.filter(number__gt=6).delete()
    last = AuditEvent.objects.last()
    AuditHead.objects.update(number=last.number, mac=last.mac)

    assert verify_trail().first_bad is None
    with pytest.raises(CommandError, match="ends at entry 6, but once reached 9: what came after 6 was removed"):
        verify_command("--head", str(noted))


def test_entries_cut_off_are_found_without_a_noted_head_where_the_head_row_was_forgotten(unprotected):
    write(9)
    AuditEvent.objects.filter(number__gt=6).delete()

    assert verify_trail().first_bad == 7


def test_a_trail_written_anew_with_the_key_differs_from_a_head_that_was_noted(unprotected):
    write(4)
    noted = heads_in(str(current_head()))
    AuditEvent.objects.all().delete()
    AuditHead.objects.all().delete()
    write(6)

    assert verify_trail().first_bad is None
    assert "is not the one that was noted" in verify_trail(heads=noted).sentence


def test_checking_can_begin_in_the_middle_and_still_finds_what_is_wrong_after_it(unprotected):
    write(6)
    AuditEvent.objects.filter(number=2).update(user_name="Nobody")
    assert verify_trail(start=4).checked == 3

    AuditEvent.objects.filter(number=5).update(user_name="Nobody")

    assert verify_trail(start=4).first_bad == 5


def test_a_file_without_a_head_is_refused_rather_than_passed_over(tmp_path):
    empty = tmp_path / "mails.txt"
    empty.write_text("Nothing here.")

    with pytest.raises(CommandError, match="holds no head"):
        verify_command("--head", str(empty))


def test_the_head_is_printed_as_a_number_and_a_code():
    write(3)
    said = StringIO()

    call_command("audit", "head", stdout=said)

    assert heads_in(said.getvalue()) == [current_head()]


def test_letters_that_a_database_does_not_keep_neither_stop_nor_break_the_trail():
    with transaction.atomic():
        append(
            make.system(), [Entry(kind="search", name="people", details={"terms": "a\x00b\ud800c\\u0000", "n": 1.5})]
        )

    assert AuditEvent.objects.get().details == {"terms": "abc\\u0000", "n": 1.5}
    assert verify_trail().first_bad is None


CHANGES = [
    "UPDATE marac_auditevent SET user_name = 'x'",
    "UPDATE marac_auditevent SET number = number + 100",
    "DELETE FROM marac_auditevent",
    "DELETE FROM marac_auditevent WHERE number = 2",
]
OF_ONE_DATABASE = {
    "sqlite": ["INSERT OR REPLACE INTO marac_auditevent SELECT * FROM marac_auditevent WHERE number = 2"],
    "postgresql": ["TRUNCATE marac_auditevent", "TRUNCATE marac_auditevent CASCADE"],
}


@pytest.mark.parametrize("change", [*CHANGES, *(each for changes in OF_ONE_DATABASE.values() for each in changes)])
def test_the_database_refuses_to_change_the_trail(change, protected):
    others = {each for vendor, changes in OF_ONE_DATABASE.items() if vendor != connection.vendor for each in changes}
    if change in others:
        return
    write(3)
    before = rows()

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)

    assert rows() == before


def append_readings(entries):
    for number in range(0, int(entries), TOGETHER):
        with transaction.atomic():
            for case in range(number, number + TOGETHER):
                record_reading(make.system(), "case", case_id=case)


def test_two_processes_that_write_at_once_leave_neither_a_gap_nor_a_fork(transactional_db):
    both = [elsewhere.start("tests.audit.test_verification.append_readings", EACH) for _ in range(2)]

    for each in both:
        each.communicate(timeout=60)
    assert [each.returncode for each in both] == [0, 0]

    verdict = verify_trail()
    assert (verdict.checked, verdict.first_bad) == (2 * EACH, None)


def showed(case_ids):
    with transaction.atomic():
        append(make.system(), [Entry(kind="read", name="case list", details={"case_ids": case_ids})])


FORGED = {
    "a look put in": lambda: AuditCase.objects.create(event=1, case_id=9),
    "a look taken away": lambda: AuditCase.objects.filter(event=2, case_id=8).delete(),
    "a look moved to another case": lambda: AuditCase.objects.filter(event=2, case_id=8).update(case_id=9),
    "a look moved to another entry": lambda: AuditCase.objects.filter(event=2, case_id=8).update(event=3),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_the_cases_that_one_entry_showed_are_found_changed(forge, unprotected):
    write(1)
    showed([7, 8])
    showed([])
    assert list(AuditCase.objects.values_list("event", "case_id").order_by("pk")) == [(2, 7), (2, 8)]
    assert verify_trail().first_bad is None

    forge()

    verdict = verify_trail()
    assert (verdict.first_bad, verdict.sentence) == (
        1 if forge is FORGED["a look put in"] else 2,
        f"Entry {verdict.first_bad} names other cases than those that are noted beside it.",
    )
