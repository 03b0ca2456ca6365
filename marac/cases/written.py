"""Parts of the rule that every list asks, written as SQL once for each viewer: Django takes longer to write them than a
database to answer. What is written depends on the viewer alone, never on what the database holds."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Exists, F, Func, QuerySet
from django.db.models.expressions import RawSQL

NOBODY = "SELECT 0 AS found_id WHERE 1 = 0"


def written(rows: QuerySet[Any]) -> RawSQL:
    """Rows of one value each, for `__in`: they are read once, so they have to be few."""
    try:
        return RawSQL(*rows.query.sql_with_params())
    except EmptyResultSet:
        return RawSQL(NOBODY, ())


def numbered(rows: QuerySet[Any], number: str) -> RawSQL:
    """That number of each row, for `Among` too."""
    return written(rows.order_by().values(found_id=F(number)))


def any_of(*parts: RawSQL) -> RawSQL:
    """The numbers of all of them."""
    return RawSQL(" UNION ".join(part.sql for part in parts), tuple(value for part in parts for value in part.params))


TOLD = RawSQL("SELECT found_id FROM told", ())


def asked_once(told: RawSQL, then: RawSQL) -> RawSQL:
    """The numbers that `then` finds, in which those of `told` stand as TOLD as often as it likes."""
    return RawSQL(f"WITH told AS ({told.sql}) {then.sql}", (*told.params, *then.params))


class LookedUp(Exists):
    """Whether there is such a row, looked up for each row of a list. OFFSET keeps PostgreSQL from reading all of them
    first, which pays only where the list is read to its end."""

    template = "EXISTS(%(subquery)s OFFSET 0)"


class Among(Func):
    """Whether a number is among those that were written, of which there may be many: looked up as by `LookedUp`."""

    template = "EXISTS(SELECT 1 FROM (%(rows)s) found WHERE found.found_id = %(expressions)s LIMIT 1 OFFSET 0)"
    output_field = BooleanField()

    def __init__(self, number: str, rows: RawSQL) -> None:
        super().__init__(F(number))
        self.rows = rows

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> tuple[str, Any]:  # type: ignore[override]
        number, params = compiler.compile(self.source_expressions[0])
        sql = self.template % {"rows": self.rows.sql, "expressions": number}
        return sql, (*self.rows.params, *params)
