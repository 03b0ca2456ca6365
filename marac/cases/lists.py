"""A list that grows with the years, of somebody with several MARACs."""

from typing import Any

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.sql.where import WhereNode

from marac.access.viewer import Viewer
from marac.cases.written import written
from marac.ui.pages import First


def of_each_marac(viewer: Viewer, marac: str) -> First:
    """Rows of which the first so many of the list are sure to be among: the first of each MARAC by itself. An index has
    the rows of one in their order; those of two SQLite would all look through and sort. PostgreSQL knows better."""

    def first(rows: QuerySet[Any], number: int) -> QuerySet[Any]:
        if viewer.is_system:
            return rows
        if connection.vendor == "postgresql" or len(viewer.marac_ids) < 2:
            return rows.filter(**{f"{marac}__in": viewer.marac_ids})
        of = [rows.filter(**{marac: each}).values(found_id=F("pk"))[:number] for each in sorted(viewer.marac_ids)]
        parts = [written(each) for each in of]
        sql = " UNION ALL ".join(f"SELECT found_id FROM ({part.sql}) part_{n}" for n, part in enumerate(parts))
        found = rows.all()
        found.query.where = WhereNode()  # of these numbers nothing has to be asked again
        return found.filter(pk__in=RawSQL(sql, tuple(value for part in parts for value in part.params)))

    return first
