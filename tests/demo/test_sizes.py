"""After a demonstration a database knows how big its tables are."""

import pytest
from django.db import connection

from config.sizes import count_sizes
from marac.directory.models import Agency
from tests import make

pytestmark = pytest.mark.django_db
COUNTED = {
    "sqlite": "SELECT stat FROM sqlite_stat1 WHERE tbl = %s",
    "postgresql": "SELECT reltuples FROM pg_class WHERE relname = %s",
}


def counted(table: str) -> set[int]:
    """What each figure that is kept of the table says."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTED[connection.vendor], [table])
        return {int(str(figure).split()[0].removesuffix(".0")) for (figure,) in cursor.fetchall()}


def forget(table: str) -> None:
    """What a test before, of which something was kept, or a tick counted."""
    count_sizes()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM sqlite_stat1 WHERE tbl = %s", [table])
            cursor.execute("ANALYZE sqlite_schema")


def test_tables_are_counted_and_again_when_they_have_grown_tenfold():
    forget("marac_agency")
    make.agency()
    before = Agency.objects.count()
    count_sizes(much_is_new=True)
    assert counted("marac_agency") == {before}
    for _number in range(10 * before):
        make.agency()
    count_sizes(much_is_new=True)
    assert counted("marac_agency") == {11 * before}


def test_an_empty_table_is_not_taken_for_a_large_one():
    count_sizes(much_is_new=True)
    assert max(counted("marac_dispute")) <= 1
