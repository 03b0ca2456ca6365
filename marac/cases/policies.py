"""The second wall in SQL: PostgreSQL's row-level security. The rule for a case is said once, in `seen`, as
`CaseQuerySet.visible_to` says it; every other table asks only whether the case that its row hangs from is there.

What the connection was told (marac/access/wall.py) is read once for each statement, not for each row: hence
the SELECTs.
"""

from typing import Any

SEES = "(SELECT current_setting('marac.sees', true))"
AGENCY = "(SELECT NULLIF(current_setting('marac.agency', true), '')::bigint)"


def told(name: str) -> str:
    """The numbers of a setting of the connection, as rows."""
    return f"(SELECT unnest(NULLIF(current_setting('marac.{name}', true), '')::bigint[]))"


def seen(c: str) -> str:
    """The rule, of a row of cases that is called `c`."""
    return f"""
        {SEES} <> 'owed' AND {c}.marac_id IN {told("maracs")} AND {c}.id NOT IN {told("barred")}
        AND (NOT {c}.restricted AND ({SEES} = 'every case' OR {c}.id IN {told("seats")}) OR {c}.id IN {told("named")})
    """


def known(c: str) -> str:
    """By its number and dates alone: what is owed or reviewed, and what became of an own referral, names the case."""
    return f"""
        {c}.marac_id IN {told("maracs")} AND {c}.id NOT IN {told("barred")}
        AND (
            {c}.id IN {told("referred")} OR NOT {c}.restricted AND {c}.id IN {told("owed")}
            OR {c}.id IN {told("reviewed")} AND (NOT {c}.restricted OR {c}.id IN {told("named")})
        )
    """


# What was kept of an earlier viewer is nobody's.
OF_A_VIEWER = f"{SEES} IN ('owed', 'own seats', 'every case')"
OF_A_CASE = f"EXISTS (SELECT FROM marac_case c WHERE c.id = row.case_id AND {seen('c')})"
OWED = f"""
    row.agency_id = {AGENCY}
    AND EXISTS (SELECT FROM marac_case c WHERE c.id = row.case_id AND NOT c.restricted AND c.id IN {told("owed")})
"""
REVIEWED = f"EXISTS (SELECT FROM marac_case c WHERE c.id = row.case_id AND c.id IN {told('reviewed')})"
NAMED = f"row.case_id IN {told('named')} AND EXISTS (SELECT FROM marac_case c WHERE c.id = row.case_id)"
HERE = f"row.marac_id IN {told('maracs')}"
OWN_REFERRAL = f"row.agency_id = {AGENCY} AND {HERE} AND row.case_id NOT IN {told('barred')}"
OF_A_PERSON = "EXISTS (SELECT FROM marac_party p WHERE p.person_id = row.{key})"

POLICIES = {
    "case": f"({seen('row')}) OR ({known('row')})",
    **dict.fromkeys(("caseaccess", "barred", "party", "riskassessment", "agendaitem", "request"), OF_A_CASE),
    **dict.fromkeys(("risk", "discussion", "entry", "suggestion"), OF_A_CASE),
    **dict.fromkeys(("action", "flag"), f"{OF_A_CASE} OR ({OWED})"),
    "namedreader": f"{OF_A_CASE} OR ({NAMED})",
    "emergencyseat": f"{OF_A_CASE} OR ({REVIEWED})",
    "referral": f"{OF_A_CASE} OR (row.case_id IS NULL AND {HERE}) OR ({OWN_REFERRAL})",
    "document": f"{OF_A_CASE} OR (row.case_id IS NULL AND {HERE})",
    "outgoing": f"{HERE} AND (row.case_id IS NULL OR {OF_A_CASE})",
    **dict.fromkeys(("finding", "withheld"), "EXISTS (SELECT FROM marac_request r WHERE r.id = row.request_id)"),
    "issue": "EXISTS (SELECT FROM marac_agendaitem i WHERE i.meeting_id = row.meeting_id)",
    "person": OF_A_PERSON.format(key="id"),
    **dict.fromkeys(("othername", "address", "phone"), OF_A_PERSON.format(key="person_id")),
}


def raise_wall(connection: Any) -> None:
    """Forced, so that it holds for the account that owns the tables too. Nothing holds a superuser."""
    with connection.cursor() as cursor:
        for table, condition in POLICIES.items():
            of_viewer = f"{OF_A_VIEWER} AND ({condition})".replace("row.", f"marac_{table}.")
            cursor.execute(f"ALTER TABLE marac_{table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
            cursor.execute(f"CREATE POLICY wall ON marac_{table} USING ({SEES} = 'everything' OR {of_viewer})")


def take_wall_down(connection: Any) -> None:
    """For undoing the migration."""
    with connection.cursor() as cursor:
        for table in POLICIES:
            cursor.execute(f"DROP POLICY wall ON marac_{table}")
            cursor.execute(f"ALTER TABLE marac_{table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY")
