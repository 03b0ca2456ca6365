"""How many rows a database takes its tables to have: where it does not know, it guesses which index leads to few."""

from django.db import connection

NOTE_EMPTY = """
    INSERT INTO sqlite_stat1 (tbl, idx, stat) SELECT name, NULL, '1' FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN (SELECT tbl FROM sqlite_stat1)
"""


def count_sizes(*, much_is_new: bool = False) -> int:
    """Gives 0, for nobody is to be told of it. Embedded, of tables that were never counted, or have ten times as many
    rows as then, 400 rows of each index are read. Of an empty one nothing is noted there, and it is taken for a large
    one: it is noted here, with one row. PostgreSQL counts by itself, some time after: it is asked to do so now where
    much is new."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit = 400")
            cursor.execute("PRAGMA optimize = 0x10002")
            cursor.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'")
            if cursor.fetchone()[0]:
                cursor.execute(NOTE_EMPTY)
        elif much_is_new:
            cursor.execute("ANALYZE")
    return 0
