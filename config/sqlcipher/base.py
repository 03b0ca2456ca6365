"""Django's SQLite backend on SQLCipher: the same words to the database, and every page of the file encrypted."""

import datetime
import decimal
from collections.abc import Mapping
from itertools import tee
from typing import Any

from django.db.backends.sqlite3 import base as plain
from django.utils.asyncio import async_unsafe
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as sqlcipher

from config.sqlcipher.opening import give_key

# What Django sets on Python's own sqlite3, which this module is a twin of.
sqlcipher.register_converter("bool", b"1".__eq__)
sqlcipher.register_converter("date", plain.decoder(parse_date))
sqlcipher.register_converter("time", plain.decoder(parse_time))
sqlcipher.register_converter("datetime", plain.decoder(parse_datetime))
sqlcipher.register_converter("timestamp", plain.decoder(parse_datetime))
sqlcipher.register_adapter(decimal.Decimal, str)
sqlcipher.register_adapter(datetime.date, plain.adapt_date)
sqlcipher.register_adapter(datetime.datetime, plain.adapt_datetime)


class DatabaseWrapper(plain.DatabaseWrapper):
    """OPTIONS["key"] is the key as 64 hexadecimal digits."""

    display_name = "SQLCipher"
    Database = sqlcipher

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        key = conn_params.pop("key")
        connection = give_key(sqlcipher.connect(**conn_params), key)
        plain.register_functions(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        for command in filter(None, map(str.strip, self.init_commands)):
            connection.execute(command)
        return connection

    def create_cursor(self, name: str | None = None) -> "Cursor":
        return self.connection.cursor(factory=Cursor)


class Cursor(sqlcipher.Cursor):
    """Django writes %s and %(name)s; SQLite reads ? and :name."""

    convert_query = plain.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Any) -> Any:
        peeked, params = tee(iter(param_list))
        first = next(peeked, None)
        names = list(first) if first and isinstance(first, Mapping) else None
        return super().executemany(self.convert_query(query, param_names=names), params)
