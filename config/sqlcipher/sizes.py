"""How many rows the embedded database takes its tables to have: where it does not know, it guesses which index leads to
few of them."""

from django.db import connection

NOTE_EMPTY = """
    INSERT INTO sqlite_stat1 (tbl, idx, stat) SELECT name, NULL, '1' FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN (SELECT tbl FROM sqlite_stat1)
"""


def count_sizes(*, much_is_new: bool = False) -> int:
    """Of tables that were never counted, or have ten times as many rows as then, 400 rows of each index are read. Of an
    empty one nothing is noted, and it is taken for a large one: it is noted here, with one row. Gives 0, for nobody is
    to be told of it. PostgreSQL counts by itself, some time after: where much is new it is asked to do so now."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 400")
            cursor.execute("PRAGMA optimize = 0x10002")
            cursor.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'")
            if cursor.fetchone()[0]:
                cursor.execute(NOTE_EMPTY)
    elif much_is_new:
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return 0
