"""A template is edited in Word, uploaded with a slip, mended, seen as a preview, given its day, and prints."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document

from marac.access.roles import Role
from marac.audit.operation import NotAllowed
from marac.documents.scanner import made_here
from marac.kernel.refusal import Refusal
from marac.minutes.models import Issue
from marac.papers.fields import Paper
from marac.papers.models import WordTemplate
from marac.papers.operations import keep_template, put_in_force, withdraw
from marac.papers.queries import in_force, ours
from tests import make
from tests.minutes.area import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return build()


@pytest.fixture
def office(client, area):
    return make.signed_in(client, Role.ADMINISTRATOR, marac=area.marac, agency=area.police)


def edited(line):
    """Our minutes as somebody changed them in Word."""
    document = Document(io.BytesIO(ours(Paper.MINUTES)))
    document.sections[0].header.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def uploaded(client, area, content):
    file = SimpleUploadedFile("our minutes.docx", content)
    return client.post("/settings/papers/minutes/upload/", {"marac": area.marac.pk, "file": file}, follow=True)


def header_of(content):
    return "\n".join(each.text for each in Document(io.BytesIO(content)).sections[0].header.paragraphs)


def kept(area, line="County of Fellshire", from_on=None):
    given = {"viewer": area.viewer(), "marac": area.marac, "paper": Paper.MINUTES}
    template = keep_template(**given, file=made_here(edited(line)))
    return put_in_force(viewer=area.viewer(), template=template, from_on=from_on) if from_on else template


def test_a_slip_is_named_and_nothing_is_kept_until_it_is_mended(client, area, office):
    page = uploaded(client, area, edited("County of {{ marak }}")).content.decode()

    assert "There is no field marak in the header (“County of {{ marak }}”). The nearest is marac." in page
    assert not WordTemplate.objects.exists()
    assert (
        "It prints nothing until you give it a day."
        in uploaded(client, area, edited("County of {{ marac }}")).content.decode()
    )


def test_a_preview_has_invented_people_and_the_file_comes_back_to_be_edited(client, area, office):
    template = kept(area, "County of {{ marac }}")

    seen = client.get(f"/settings/papers/templates/{template.pk}/preview/").content
    again = client.get(f"/settings/papers/templates/{template.pk}/file/").content

    assert "County of Fellshire North" in header_of(seen)
    assert "County of {{ marac }}" in header_of(again)


def test_what_is_no_word_file_is_refused_with_a_sentence(client, area, office):
    assert "This file is not what its name says" in uploaded(client, area, b"%PDF-1.7 x").content.decode()


def test_minutes_are_printed_on_the_template_of_the_day_and_keep_it(client, area, office):
    template = kept(area, "County of {{ marac }}", from_on=make.TODAY)

    issue = area.issued()
    withdraw(viewer=area.viewer(), template=template)

    assert (issue.template, in_force(area.marac.pk, Paper.MINUTES, make.TODAY)) == (template, None)
    whole = client.get(f"/minutes/issues/{issue.pk}/word/").content
    make.signed_in(client, Role.REPRESENTATIVE, marac=area.marac, agency=area.housing)
    own = client.get(f"/minutes/issues/{issue.pk}/word/").content
    assert ["County of Northmoor" in header_of(each) for each in (whole, own)] == [True, True]
    feet = [[line.text for line in Document(io.BytesIO(each)).sections[0].footer.paragraphs] for each in (whole, own)]
    assert ["Office copy" in feet[0], "Copy for Northmoor Homes" in feet[1]] == [True, True]


def test_without_a_template_of_its_own_an_area_prints_on_ours(area):
    assert area.issued().template is None


def test_the_last_that_began_prints_and_one_that_is_to_come_does_not(area):
    first, second = kept(area, from_on=make.TODAY), kept(area, from_on=make.TODAY)
    kept(area, from_on=make.TODAY + timedelta(days=1))
    kept(area)

    assert in_force(area.marac.pk, Paper.MINUTES, make.TODAY) == second
    withdraw(viewer=area.viewer(), template=second)
    assert in_force(area.marac.pk, Paper.MINUTES, make.TODAY) == first


def test_no_template_prints_from_a_day_gone_by_or_from_two_days(area):
    with pytest.raises(Refusal, match="today or a later day"):
        kept(area, from_on=make.TODAY - timedelta(days=1))
    with pytest.raises(Refusal, match="has its day already"):
        put_in_force(viewer=area.viewer(), template=kept(area, from_on=make.TODAY), from_on=make.TODAY)
    with pytest.raises(Refusal, match="nothing to withdraw"):
        withdraw(viewer=area.viewer(), template=kept(area))


def test_only_the_office_brings_a_template(area):
    given = {"marac": area.marac, "paper": Paper.MINUTES, "file": made_here(b"x")}

    with pytest.raises(NotAllowed):
        keep_template(viewer=area.viewer(Role.CHAIR), **given)


def test_the_pages_lead_from_ours_to_a_day_and_back(client, area, office):
    template = kept(area)
    today = timezone.localdate()

    assert "Minutes" in client.get("/settings/papers/").content.decode()
    assert header_of(client.get("/settings/papers/minutes/ours/").content) == "{{ marking }}"
    assert client.get("/settings/papers/letters/ours/").status_code == 404
    page = client.post(f"/settings/papers/templates/{template.pk}/", {"from_on": f"{today:%d/%m/%Y}"}, follow=True)
    assert "Prints from" in page.content.decode()
    client.post(f"/settings/papers/templates/{template.pk}/withdraw/")
    template.refresh_from_db()
    assert template.until_on == today - timedelta(days=1)
    assert Issue.objects.count() == 0
    assert in_force(area.marac.pk, Paper.MINUTES, date(2099, 1, 1)) is None
