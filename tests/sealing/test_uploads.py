"""An upload is held in memory, whole up to the limit, and past it arrives with its size only."""

import tempfile

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory

MEGABYTE = 1024 * 1024


def received(*contents):
    files = {f"file{number}": SimpleUploadedFile("form.docx", each) for number, each in enumerate(contents)}
    return RequestFactory().post("/", files).FILES


@pytest.fixture
def nowhere_to_write(monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")


@pytest.mark.parametrize("size", [0, 1, 3 * MEGABYTE, 25 * MEGABYTE])
def test_it_comes_whole_and_touches_no_disk(size, nowhere_to_write):
    content = b"x" * size

    file = received(content)["file0"]

    assert type(file) is InMemoryUploadedFile
    assert (file.size, file.read() == content) == (size, True)


def test_past_the_limit_it_says_its_size_and_is_not_kept():
    file = received(b"x" * (25 * MEGABYTE + 1))["file0"]

    assert (file.size, file.read()) == (25 * MEGABYTE + 1, b"")


def test_the_limit_is_for_all_files_of_a_request(settings):
    settings.MAX_UPLOAD_BYTES = 10

    files = received(b"123456", b"123456", b"12")

    assert [files[f"file{number}"].read() for number in range(3)] == [b"123456", b"", b""]
