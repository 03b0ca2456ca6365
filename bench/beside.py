"""Copies an area beside itself, by the database itself, so that a database is as large as a nation's."""

from typing import Any

from django.db import connection, models, transaction

from marac.actions.models import Action, Risk
from marac.cases.models import Case, CaseAccess
from marac.directory.models import Marac
from marac.flags.models import Flag
from marac.meetings.models import AgendaItem, Meeting
from marac.people.models import Party, Person
from marac.referrals.models import Referral
from marac.research.models import Request

FAR = 10_000_000  # between the numbers of one area's records and the next
COPIED: tuple[type[models.Model], ...] = (
    *(Marac, Case, CaseAccess, Person, Party, Referral, Meeting, AgendaItem, Risk, Action, Flag, Request),
)
OTHERWISE = {"prefix": "prefix || {n}", "name": "name || ' ' || {n}", "reference": "reference || '/' || {n}"}


def beside(more: int) -> None:
    """So many areas, from the database's own rows; those of the demonstration have the lowest numbers. Its agencies sit
    in all of them, so that each has as many seats more."""
    for number in range(1, more + 1):
        with transaction.atomic(), connection.cursor() as cursor:
            for model in COPIED:
                fields = model._meta.concrete_fields
                values = ", ".join(_value(field, number) for field in fields)
                table, names = model._meta.db_table, ", ".join(field.column for field in fields)
                cursor.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE id < {FAR}")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _value(field: Any, number: int) -> str:
    name = field.column
    if field.primary_key or field.related_model in COPIED:
        return f"{name} + {number * FAR}"
    return OTHERWISE.get(name, name).format(n=number)
