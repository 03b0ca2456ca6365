"""Every model answers for its fields, is written inside an operation only, and is never written behind its back."""

import ast

import pytest
from django.apps import apps
from django.db import models

from marac.audit.models import Record, RecordQuerySet
from tests.repo import source

MODELS = sorted(apps.get_app_config("marac").get_models(), key=lambda model: model.__name__)
# Django writes a user's last sign-in and sessions by itself; the trail cannot be written by what it records.
NOT_RECORDS = {"User", "OpenSession", "AuditEvent", "AuditCase", "AuditHead"}


def named(model: type[models.Model]) -> str:
    return model.__name__


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_every_field_is_given_redacted_or_withheld(model: type[models.Model]):
    register = model.Register
    classified = [name for part in ("give", "redact", "withhold") for name in getattr(register, part, ())]

    assert sorted(classified) == sorted(field.name for field in model._meta.concrete_fields), (
        f"{model.__name__}.Register names each field once, in give, redact or withhold: "
        "what would be answered to a subject access request?"
    )


@pytest.mark.parametrize("model", MODELS, ids=named)
def test_every_model_says_whom_it_is_about_and_how_long_it_is_kept(model: type[models.Model]):
    assert model.Register.about in {"victim", "person", "user", "nobody"}
    assert model.Register.keep


def test_every_model_but_five_is_a_record():
    assert {model.__name__ for model in MODELS if not issubclass(model, Record)} == NOT_RECORDS


def test_every_record_refuses_bulk_writes_too():
    """A manager of its own must come from `RecordQuerySet`, or `update` and `bulk_create` would leave no trace."""
    records = [model for model in MODELS if issubclass(model, Record)]

    assert [m.__name__ for m in records if not isinstance(m._default_manager.all(), RecordQuerySet)] == []


def test_the_hub_names_every_model():
    """One that marac/models.py does not import has no table, no migration, and no promise tried on it."""
    written = {
        node.name
        for _where, node in source.nodes(source.kind("models"))
        if isinstance(node, ast.ClassDef) and any(ast.unparse(b) in {"Record", "models.Model"} for b in node.bases)
        if "abstract = True" not in ast.unparse(node)
    }

    assert written <= {model.__name__ for model in MODELS}


def test_a_link_between_two_records_is_a_model_of_its_own():
    linked = [f"{model.__name__}.{field.name}" for model in MODELS for field in model._meta.local_many_to_many]

    assert linked == [], "Django writes the rows of a ManyToManyField without asking the model: make it a Record."


def test_no_record_goes_because_another_went():
    """A cascade would remove rows without the trail hearing of it."""
    keys = [(m, f) for m in MODELS for f in m._meta.concrete_fields if isinstance(f, models.ForeignKey)]
    loose = [f"{m.__name__}.{f.name}" for m, f in keys if f.remote_field.on_delete is not models.PROTECT]

    assert loose == [], "Use on_delete=models.PROTECT, and let an operation remove both."
