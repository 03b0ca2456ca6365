"""That no lesson, whatever it says, makes a number safe or a confidential address ordinary."""

from functools import cache

import pytest

from marac.labels import known
from marac.lessons.cautious import cautious
from marac.reading import Lesson, read
from marac.written.text import plain
from tests.reading import documents
from tests.reading.test_samples import SAMPLES

DANGEROUS = ("safe", "phone", "contact", "confidential", "address")
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".docx", ".pdf", ".eml"))
MEANINGS = ("ignore", "victim.phone", "victim.safe_to_call", "victim.contact_note", "victim.address", "perpetrator")
SAFE = ("safe_to_call", "safe_to_leave_message", "safe_to_text")


@cache
def untaught(path):
    return read(path, path.name)


def taught(source, name, lesson):
    return cautious(read(source, name, [lesson]), read(source, name))


def cases():
    for path in FILES:
        printed = {place.label for place in untaught(path).places.values()}
        asked = {words: known.find(words) for words in sorted(printed)}
        for words, label in asked.items():
            if label and any(part in label.field for part in DANGEROUS):
                yield path, words


def people(reading):
    return [person for kind in ("victims", "perpetrators", "others") for person in reading.content[kind]]


def called_safe(reading):
    return {(p["number"], key) for person in people(reading) for p in person["phones"] for key in SAFE if p.get(key)}


def unsafe(reading):
    phones = [phone for person in people(reading) for phone in person["phones"]]
    return {(phone["number"], key) for phone in phones for key in SAFE if phone.get(key) is False}


def hidden(reading):
    victims = [address for victim in reading.content["victims"] for address in victim["addresses"]]
    return {address["postcode"] for address in victims if address["confidential"]}


@pytest.mark.parametrize(
    ("path", "words"), list(cases()), ids=lambda each: getattr(each, "name", plain(str(each))[:30])
)
def test_no_lesson_about_any_sample_makes_anything_less_cautious(path, words):
    before = untaught(path)
    for means in MEANINGS:
        lesson = Lesson.from_plain({"form": [words], "labels": {words: means}})

        after = taught(path, path.name, lesson)

        numbers = {phone["number"] for person in people(after) for phone in person["phones"]}
        assert called_safe(after) <= called_safe(before), means
        assert {each for each in unsafe(before) if each[0] in numbers} <= unsafe(after), means
        addresses = [each for victim in after.content["victims"] for each in victim["addresses"]]
        assert not hidden(before) or not addresses or hidden(after), means


def test_a_confidential_address_stays_so_where_the_label_that_said_it_is_passed_over():
    rows = [
        ["Victim name", "Ada HOLLIS"],
        ["Address", "4 Mill Row, Westmoor ZZ1 4AB"],
        ["Is this address confidential?", "Yes"],
    ]
    lesson = Lesson.from_plain({"form": ["Victim name"], "labels": {"Is this address confidential?": "ignore"}})

    after = taught(documents.form(rows), "form.docx", lesson)

    assert after.content["victims"][0]["addresses"][0]["confidential"] is True
    assert after.certainty["victims[0].addresses[0].confidential"].sure == "check"


def test_what_a_lesson_does_not_touch_is_as_sure_as_before():
    rows = [["Victim name", "Ada HOLLIS"], ["Her line", "07700 900111"]]
    lesson = Lesson.from_plain({"form": ["Victim name"], "labels": {"Her line": "victim.phone"}})

    after = taught(documents.form(rows), "form.docx", lesson)

    assert after.certainty["victims[0].surname"].sure == "sure"
    assert after.certainty["victims[0].phones[0].number"].sure == "likely"
