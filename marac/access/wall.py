"""The second wall, on PostgreSQL: the connection is told for whom it asks, and the policies of marac/cases/policies.py
let through no more than that viewer may come to. A connection that was told nothing sees no case.

There are three ways to be told. A request is its viewer's (marac/accounts/middleware.py). An operation is `lifted`, and
so is a question that must count what its asker may not see. A command is the system's from its start
(marac/commands.py). On the embedded database all of this does nothing.
"""

from collections.abc import Iterator
from contextlib import _GeneratorContextManager, contextmanager
from datetime import date
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connection, connections

from marac.access.roles import Permission
from marac.access.viewer import Viewer, the_system

NOTHING, OWED, OWN_SEATS, EVERY_CASE, EVERYTHING = "nothing", "owed", "own seats", "every case", "everything"

# Once for each request, with the wall lifted. What is told does not grow with history: the policies themselves ask for
# seats, and for what an agency owes or referred. What the viewer `sees` comes last.
_FOR_A_VIEWER = """
SELECT set_config('marac.sees', 'everything', false);
WITH named AS (
    SELECT ARRAY(
        SELECT case_id FROM marac_namedreader
        WHERE user_id = %(user)s AND from_on <= %(today)s AND (until_on IS NULL OR until_on >= %(today)s)
    ) AS cases
)
SELECT set_config('marac.agency', coalesce(%(agency)s::text, ''), false),
    set_config('marac.today', %(today)s::text, false),
    set_config('marac.maracs', %(maracs)s::bigint[]::text, false),
    set_config('marac.barred', ARRAY(SELECT case_id FROM marac_barred WHERE user_id = %(user)s)::text, false),
    set_config('marac.opened', CASE WHEN %(sees)s = 'owed' THEN '{}' ELSE (named.cases || ARRAY(
        SELECT case_id FROM marac_emergencyseat WHERE %(sees)s = 'own seats' AND user_id = %(user)s
        AND opened_at <= %(at)s::timestamptz AND until_at > %(at)s::timestamptz AND NOT case_restricted
    ))::text END, false),
    set_config('marac.reviewed', CASE WHEN %(reviews)s THEN named.cases::text ELSE '' END, false),
    set_config('marac.seated', CASE WHEN %(sees)s = 'own seats' THEN coalesce(%(agency)s::text, '') ELSE '' END, false)
FROM named;
SELECT set_config('marac.sees', %(sees)s, false)
"""
_WITHOUT = "SELECT set_config('marac.sees', %(sees)s, false)"
_AS_IT_BEGAN = "RESET marac.sees"


def sees(viewer: Viewer | None) -> str:
    """Which cases the viewer comes to at all; which of them they see, the policies say."""
    if viewer is None:
        return NOTHING
    if viewer.is_system:
        return EVERYTHING
    if viewer.may(Permission.SEE_EVERY_CASE):
        return EVERY_CASE
    if viewer.may(Permission.SEE_CASES):
        return OWN_SEATS
    owed = viewer.may(Permission.REPORT_ON_ACTION) or viewer.may(Permission.REVIEW_EMERGENCIES)
    return OWED if owed else NOTHING


@contextmanager
def as_seen_by(viewer: Viewer | None) -> Iterator[None]:
    """Until its end the connection asks for this viewer; where there is none, for nobody."""
    ours = vars(connections[DEFAULT_DB_ALIAS])  # of this thread; `connection` stands for those of all of them
    before: list[Viewer | None] = ours.get("asks_for", [])
    if connection.vendor != "postgresql" or (before and _everything(viewer) and _everything(before[-1])):
        yield
        return
    _tell(viewer)
    ours["asks_for"] = [*before, viewer]
    try:
        yield
    finally:
        ours["asks_for"] = before
        if before:
            _tell(before[-1])
        else:
            _run(_AS_IT_BEGAN, {})


def lifted() -> _GeneratorContextManager[None]:
    """Until its end the connection sees everything: what is asked is not for the eyes of one viewer.

    Above a function, as `@lifted()`, for the whole of it; what it gives back has to be fetched by then.
    """
    return as_seen_by(the_system(date.min))


def _everything(viewer: Viewer | None) -> bool:
    return sees(viewer) == EVERYTHING


def _tell(viewer: Viewer | None) -> None:
    told: dict[str, Any] = {"sees": sees(viewer)}
    if viewer is None or told["sees"] in (NOTHING, EVERYTHING):
        _run(_WITHOUT, told)
        return
    of_viewer = {"user": viewer.user_id, "agency": viewer.agency_id, "maracs": sorted(viewer.marac_ids)}
    now = {"today": viewer.today, "at": viewer.at}
    _run(_FOR_A_VIEWER, told | of_viewer | now | {"reviews": viewer.may(Permission.REVIEW_EMERGENCIES)})


def _run(sql: str, values: dict[str, Any]) -> None:
    """In one journey, beside Django's cursor: it is no question of a page."""
    connection.ensure_connection()
    psycopg.ClientCursor(connection.connection).execute(sql, values)
