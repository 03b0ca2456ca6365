"""How many rows the embedded database takes its tables to have: where it does not know, it guesses which index leads to
few of them."""

from django.db import connection


def count_sizes() -> int:
    """Of tables that were never counted, or have ten times as many rows as then, 400 rows of each index are read. Gives
    0, for nobody is to be told of it. PostgreSQL counts by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 400")
            cursor.execute("PRAGMA optimize = 0x10002")
    return 0
