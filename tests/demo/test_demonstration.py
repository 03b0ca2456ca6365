"""The demonstration says that it is one, fills an empty installation only, and is the same from the same seed."""

from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import models, transaction

from marac.audit.models import Record
from marac.demo.area import build_area, demonstration
from marac.demo.story import tell_story
from marac.signin.demonstration import demonstration_here, write_note
from tests import make

pytestmark = pytest.mark.django_db
ON = date(2026, 3, 4)
OTHERWISE = (models.ForeignKey, models.DateTimeField)
# Drawn anew, of a file with a time in it, sealed, or a key.
ASIDE = {"stored_as", "sha256", "size", "password", "about", "letter", "mark", "code_mark"}
# Keys of other records; a referral that is no case yet has nothing else to be called by.
NAMES_A_KEY = {"Outgoing": {"reference"}, "Agenda": {"earlier"}}


def told(area, seed):
    tell_story(area, size="month", seed=seed, today=ON, say=lambda _text: None)


def without_keys(value):
    """What was kept as JSON names cases by their keys, which a database counts on after its rows were taken away."""
    if isinstance(value, dict):
        return {name: without_keys(each) for name, each in value.items() if not name.endswith("_id")}
    return [without_keys(each) for each in value] if isinstance(value, list) else value


def rows():
    """Every value of every record but keys: two areas are the same when these are."""
    found = {}
    for model in [model for model in Record.__subclasses__() if model._meta.app_label == "marac"]:
        names = [
            field.name
            for field in model._meta.concrete_fields
            if not isinstance(field, models.ForeignKey | models.DateTimeField)
            and not field.primary_key
            and field.name not in ASIDE | NAMES_A_KEY.get(model.__name__, set())
        ]
        every = model._default_manager
        values = every.values_list(*names) if names else [()] * every.count()  # of no name at all Django gives all
        found[model.__name__] = sorted(str([without_keys(value) for value in row]) for row in values)
    issues = found.pop("Issue")
    return found | {"issues": len(issues)}


def undone(area, seed):
    """The area's rows, with its story taken away again."""
    with transaction.atomic():
        told(area, seed)
        found = rows()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_and_day_give_the_same_rows():
    area = build_area(ON)

    first, again, other = undone(area, seed=7), undone(area, seed=7), undone(area, seed=8)

    assert first == again
    assert first["Person"] != other["Person"]


def test_the_demonstration_fills_an_empty_installation_only():
    make.user()

    with pytest.raises(CommandError, match="fills an empty installation only"):
        call_command("demo")
    assert demonstration_here() is None


def test_every_page_says_that_it_is_a_demonstration(client):
    write_note(demonstration())
    notice = "Demonstration: invented people. Do not enter real ones."
    area = make.marac()

    outside = client.get("/account/sign-in/").content.decode()
    make.signed_in(client, marac=area, agency=make.agency(marac=area))
    inside = client.get("/cases/").content.decode()

    assert notice in outside
    assert "school-nurse@fellshire.example.org" in outside
    assert "invented people only" in outside
    assert notice in inside
    assert "school-nurse@fellshire.example.org" not in inside


def test_a_real_installation_says_nothing_of_demonstrations(client):
    page = client.get("/account/sign-in/").content.decode()

    assert "emonstration" not in page
