"""Several questions about one thing, asked of the database as one: a page that joins ten tables makes one journey."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import CharField, IntegerField, JSONField, Model, QuerySet, Value
from django.db.models.functions import Cast, JSONObject


@dataclass(frozen=True)
class Wanted:
    """Rows of one model and the fields that are read of them. `agency__name` brings a record of that foreign key too,
    with its name and nothing else."""

    rows: QuerySet[Any]
    fields: tuple[str, ...]


def wanted(rows: QuerySet[Any], *fields: str) -> Wanted:
    return Wanted(rows.order_by(), ("pk", *fields))


def together(*asked: Wanted) -> list[list[Any]]:
    """The records of each question, in no order. A field that was not named is fetched when somebody reads it."""
    parts = [
        each.rows.values_list(
            Value(number, output_field=IntegerField()),
            Cast(JSONObject(**{name: name for name in each.fields}), CharField()),
        )
        for number, each in enumerate(asked)
    ]
    found: list[list[Any]] = [[] for _each in asked]
    for number, text in parts[0].union(*parts[1:], all=True):
        found[number].append(_record(asked[number].rows.model, json.loads(text)))
    return found


def _record(model: type[Model], row: Mapping[str, Any]) -> Any:
    """A record as Django itself would have made it, and under each foreign key what was asked of it."""
    own = {model._meta.pk.attname if name == "pk" else name: value for name, value in row.items() if "__" not in name}
    made = _made(model, own)
    beside: dict[str, dict[str, Any]] = {}
    for path, value in row.items():
        key, _between, name = path.partition("__")
        if name:
            beside.setdefault(key, {})[name] = value
    for key, values in beside.items():
        field: Any = model._meta.get_field(key)
        number = own[field.attname]
        setattr(made, key, None if number is None else _made(field.related_model, values | {"id": number}))
    return made


def _made(model: type[Model], values: Mapping[str, Any]) -> Any:
    """JSON has neither days nor, on SQLite, yes and no: each field reads its own value. What is JSON itself comes
    as it is from PostgreSQL, and from SQLite as its text."""
    fields = [field for field in model._meta.concrete_fields if field.attname in values]
    return model.from_db(
        connection.alias,
        [field.attname for field in fields],
        [_value(field, values[field.attname]) for field in fields],
    )


def _value(field: Any, value: Any) -> Any:
    inside = isinstance(field, JSONField) and isinstance(value, str)
    return json.loads(value) if inside else field.to_python(value)
