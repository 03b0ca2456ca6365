"""Records by the names of their models, and the print of one: equal as long as no field of it was changed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from django.apps import apps
from django.db.models import Model

Key = tuple[str, int]
AT_ONCE = 500  # SQLite takes so many values in a question


def mark_of(record: Model) -> str:
    fields = {
        field.attname: field.get_prep_value(getattr(record, field.attname)) for field in record._meta.concrete_fields
    }
    return sha256(json.dumps(fields, sort_keys=True, default=str).encode()).hexdigest()


def model_named(name: str) -> Any:
    return apps.get_model("marac", name)


def by_model(keys: Iterable[Key]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for name, pk in keys:
        found[name].append(pk)
    return found


def records_of(keys: Iterable[Key]) -> dict[Key, Model]:
    """Those that are there, as they are now."""
    return {
        (name, pk): each
        for name, pks in by_model(keys).items()
        for some in in_parts(pks)
        for pk, each in model_named(name)._default_manager.in_bulk(some).items()
    }


def in_parts(pks: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(pks), AT_ONCE):
        yield pks[start : start + AT_ONCE]
