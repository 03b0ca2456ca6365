"""Parts of the rule that every list asks, written as SQL once for each viewer: Django takes longer to write them than a
database to answer. What is written depends on the viewer alone, never on what the database holds."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, F, Func, QuerySet
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


class Among(Func):
    """Whether a number is among those that were written, of which there may be many: looked up for each row. OFFSET
    keeps PostgreSQL from reading all of them first."""

    template = "EXISTS(SELECT 1 FROM (%(rows)s) found WHERE found.found_id = %(expressions)s LIMIT 1 OFFSET 0)"
    output_field = BooleanField()

    def __init__(self, number: str, rows: RawSQL) -> None:
        super().__init__(F(number))
        self.rows = rows

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> tuple[str, Any]:  # type: ignore[override]
        number, params = compiler.compile(self.source_expressions[0])
        sql = self.template % {"rows": self.rows.sql, "expressions": number}
        return sql, (*self.rows.params, *params)
