"""Changing the data key and all that is sealed with it, in steps that can be broken off anywhere and run again.

While the coming key stands beside the key, nothing starts but the change itself. Each thing says which key it has, or
is tried with both, so that no list of what is done has to be kept. The key is replaced at the very end.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from config.keys import CannotStart, coming_key, finish_change
from config.sqlcipher.rekey import NeitherKey, change_database_key
from marac.documents import store
from marac.kernel.sealed import Broken, derive, is_sealed_with, seal, unseal


@dataclass(frozen=True)
class Changed:
    """How much was given the new key now, and what neither key opens and was left as it is."""

    files: int
    columns: int
    broken: tuple[str, ...]


def change_keys(
    keys: Path, old: bytes, database: Path | None, files: Path, columns: Callable[[bytes, bytes], list[bool | str]]
) -> Changed:
    """`database` is the encrypted one, where that is used. `columns` seals the columns anew: reseal_columns. Nobody
    else may use the data meanwhile. Raises CannotStart."""
    new = coming_key(keys)
    if database is not None:
        try:
            change_database_key(database, old=derive(old, "database").hex(), new=derive(new, "database").hex())
        except NeitherKey:
            raise CannotStart(f"Neither the key in {keys} nor the coming one opens {database}.") from None
    resealed = columns(old, new)
    store.remove_halves(files)
    rewrapped = [_change_file(place, old, new) for place in list(store.kept_files(files))]
    finish_change(keys, old)
    broken = [each for each in (*resealed, *rewrapped) if isinstance(each, str)]
    return Changed(files=rewrapped.count(True), columns=resealed.count(True), broken=tuple(broken))


def reseal_columns(old: bytes, new: bytes, models: Iterable[Any]) -> list[bool | str]:
    """Every column that one of the models names in SEALED, {"secret": "sealed_for"}: the name of a field that holds
    what `seal` made, as bytes or in base 64, and of the method that gives its context. All of them, or none."""
    one, other = derive(old, "columns"), derive(new, "columns")
    with transaction.atomic():
        return [
            _reseal(row, name, getattr(row, context)(), one, other)
            for model in models
            for name, context in getattr(model, "SEALED", {}).items()
            for row in model._base_manager.order_by("pk")
        ]


def _reseal(row: Any, name: str, context: bytes, old: bytes, new: bytes) -> bool | str:
    kept = getattr(row, name)
    if not kept:
        return False
    sealed = b64decode(kept) if isinstance(kept, str) else bytes(kept)
    if is_sealed_with(sealed, new):
        return False
    try:
        again = seal(unseal(sealed, key=old, context=context), key=new, context=context)
    except Broken:
        return f"{row._meta.label} {row.pk}, {name}"
    _write(row, name, b64encode(again).decode() if isinstance(kept, str) else again)
    return True


def _write(row: Any, name: str, value: bytes | str) -> None:
    """What the column says does not change, so this is no operation, and the row keeps its revision."""
    quoted = connection.ops.quote_name
    table, column, pk = (
        quoted(each) for each in (row._meta.db_table, row._meta.get_field(name).column, row._meta.pk.column)
    )
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE {pk} = %s", [value, row.pk])


def _change_file(place: Path, old: bytes, new: bytes) -> bool | str:
    try:
        return store.change_key(place, old=derive(old, "files"), new=derive(new, "files"))
    except Broken:
        return f"file {place.name}"
