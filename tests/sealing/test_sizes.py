"""The embedded database knows how big its tables are."""

import pytest
from django.db import connection

from config.sqlcipher.sizes import count_sizes
from marac.directory.models import Agency
from tests import make

pytestmark = pytest.mark.django_db


def sizes() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT idx, stat FROM sqlite_stat1 WHERE tbl = 'marac_agency' AND idx IS NOT NULL")
        return {index: int(stat.split()[0]) for index, stat in cursor.fetchall()}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
def test_tables_are_counted_and_again_when_they_have_grown_tenfold():
    make.agency()
    before = Agency.objects.count()
    count_sizes()
    assert set(sizes().values()) == {before}
    for _number in range(10 * before):
        make.agency()
    count_sizes()
    assert set(sizes().values()) == {11 * before}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL counts by itself")
def test_an_empty_table_is_not_taken_for_a_large_one():
    count_sizes()
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'marac_dispute'")
        assert cursor.fetchall() == [("1",)]
