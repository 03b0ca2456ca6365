"""The pages of an old tracker, from the upload to taking it back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from marac.access.roles import Role
from marac.audit.models import AuditEvent
from marac.cases.models import Case
from marac.trackers.models import Line, Tracker
from tests import make
from tests.trackers import legacy

pytestmark = pytest.mark.django_db


def uploaded(client, area, content, name="old.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post("/trackers/upload/", {"marac": area.pk, "file": file}, follow=True).content.decode()


@pytest.fixture
def office(client, area, police, agencies):
    make.signed_in(client, marac=area, agency=police)
    return client


def test_a_workbook_goes_all_the_way_and_back(office, area):
    page = uploaded(office, area, legacy.plain())
    tracker = Tracker.objects.get()
    assert "Column J counts 2 children and names none" in page

    imported = office.post(f"/trackers/{tracker.pk}/import/", follow=True).content.decode()
    cases = Case.objects.count()
    undone = office.post(f"/trackers/{tracker.pk}/undo/", follow=True).content.decode()

    assert ("Take the import back" in imported, cases) == (True, 2)
    assert ("Taken back by" in undone, Case.objects.count()) == (True, 0)


def test_once_imported_an_address_is_shown_by_its_own_recorded_act_only(office, area):
    uploaded(office, area, legacy.plain())
    line = Line.objects.get(kind="cases", number=3)
    before = office.get(f"/trackers/rows/{line.pk}/").content.decode()
    office.post(f"/trackers/{line.tracker_id}/import/")
    after = office.get(f"/trackers/rows/{line.pk}/").content.decode()
    corrected = office.get(f"/trackers/rows/{line.pk}/correct/", follow=True).content.decode()

    assert ["In refuge" in page for page in (before, after, corrected)] == [True, False, False]


def test_bad_rows_stand_first_and_the_import_says_what_to_do(office, area):
    page = uploaded(office, area, legacy.untidy())
    tracker = Tracker.objects.get()
    refused = office.post(f"/trackers/{tracker.pk}/import/").content.decode()
    only_bad = office.get(f"/trackers/{tracker.pk}/?standing=1_bad").content.decode()

    assert "“31/2/19” in column B is no day that can be read" in page
    assert page.index("Sheet MARAC LOG 2018-19, row 10") < page.index("Sheet MARAC LOG 2018-19, row 5<")
    assert "2 rows cannot be taken in as they are" in refused
    assert ("row 10" in only_bad, "row 14" in only_bad) == (True, False)


def test_a_row_is_corrected_and_decided_on_its_page(office, area):
    uploaded(office, area, legacy.untidy())
    line = Line.objects.get(number=10)
    form = office.get(f"/trackers/rows/{line.pk}/correct/").content.decode()
    answers = {"revision": line.revision, "column-A": "16", "column-B": "31/3/19", "column-F": "", "column-D": "Vane"}
    page = office.post(f"/trackers/rows/{line.pk}/correct/", answers, follow=True).content.decode()
    office.post(f"/trackers/rows/{line.pk}/", {"revision": line.revision + 1, "choice": "leave"})

    assert 'value="31/2/19"' in form or "31/2/19</textarea>" in form
    assert "is no day that can be read" not in page
    assert Line.objects.get(pk=line.pk).standing == Line.Standing.LEFT_OUT


def test_columns_and_agencies_are_said_on_their_pages(office, area, agencies):
    uploaded(office, area, legacy.by_meeting())
    tracker = Tracker.objects.get()
    names = office.get(f"/trackers/{tracker.pk}/agencies/").content.decode()
    office.post(f"/trackers/{tracker.pk}/agencies/", {"name-0": agencies["Agency Housing"].pk})
    columns = office.get(f"/trackers/{tracker.pk}/sheets/0/").content.decode()
    letters = {f"column-{letter}": name for letter, name in tracker.sheets[0]["columns"].items()}
    said = letters | {"kind": "cases", "column-H": "-", "revision": Tracker.objects.get().revision}
    office.post(f"/trackers/{tracker.pk}/sheets/0/", said)

    assert ("Housing" in names, "Police" in names) == (True, True)
    assert "B: DOB" in columns
    assert Tracker.objects.get().sheets[0]["columns"]["H"] == "-"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04 nothing", "could not be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old .xls file"),
        (b"%PDF-1.4", "not an Excel workbook"),
        (legacy.changed(legacy.plain(), "Cases", "N2", '=WEBSERVICE("http://example.org")'), "fetches something"),
        (legacy.changed(legacy.plain(), "Cases", "N2", "=cmd|'/c calc'!A1"), "fetches something"),
    ],
)
def test_what_is_hostile_or_no_workbook_is_refused_in_a_sentence(office, area, content, sentence):
    assert sentence in uploaded(office, area, content)
    assert not Tracker.objects.exists()


def test_what_somebody_wrote_like_a_formula_or_a_tag_is_text(office, area):
    page = uploaded(office, area, legacy.changed(legacy.untidy(), "MARAC LOG 2018-19", "E5", "<b>Ngozi</b>"))

    assert "<b>Ngozi" not in page
    assert "Ngozi" in page


def test_whose_rows_were_shown_is_in_the_trail(office, area):
    uploaded(office, area, legacy.plain())

    shown = AuditEvent.objects.filter(kind="read", name="tracker").last()

    assert set(shown.details["lines"]) == set(Line.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CHAIR, Role.REPRESENTATIVE])
def test_nobody_else_comes_to_these_pages(client, area, police, role):
    make.signed_in(client, role, marac=area, agency=police)

    assert client.get("/trackers/").status_code in (403, 404)
