"""A list that grows with the years, of somebody with several MARACs."""

from typing import Any

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from marac.access.viewer import Viewer
from marac.cases.written import written
from marac.ui.pages import First


def of_each_marac(viewer: Viewer, marac: str) -> First:
    """The numbers of the first so many rows, in the order of the list. The embedded database looks for them in each
    MARAC by itself: an index has the rows of one in their order; those of two it would all look through and sort.
    PostgreSQL does not, and would plan the rule once for each."""

    def first(rows: QuerySet[Any], number: int) -> list[int]:
        if connection.vendor == "sqlite" and not viewer.is_system:
            return _joined(rows, [rows.filter(**{marac: each})[:number] for each in sorted(viewer.marac_ids)], number)
        here = rows if viewer.is_system else rows.filter(**{f"{marac}__in": viewer.marac_ids})
        return list(here.values_list("pk", flat=True)[:number])

    return first


def _joined(rows: QuerySet[Any], parts: list[QuerySet[Any]], number: int) -> list[int]:
    of = [written(part.values(found_id=F("pk"))) for part in parts]
    sql = " UNION ALL ".join(f"SELECT found_id FROM ({part.sql}) part_{n}" for n, part in enumerate(of))
    found = rows.model._default_manager.filter(pk__in=RawSQL(sql, tuple(value for part in of for value in part.params)))
    order = rows.query.order_by or rows.model._meta.ordering
    return list(found.order_by(*order).values_list("pk", flat=True)[:number])
