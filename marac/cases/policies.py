"""The second wall in SQL: PostgreSQL's row-level security. The rule for a case is said once, in `within` and `opens`,
as `CaseQuerySet.visible_to` says it, of one row alone: what hangs from a case carries its MARAC, and whether it is
restricted, in two more columns, which the database itself fills in and keeps true (raise_wall). Some models have the
first of them too (WITH_MARAC).

What the connection was told (marac/access/wall.py) is read once for each statement, not for each row: hence
the SELECTs.
"""

from typing import Any


def setting(name: str, kind: str) -> str:
    return f"NULLIF(current_setting('marac.{name}', true), '')::{kind}"


def told(name: str, kind: str = "bigint[]") -> str:
    return f"(SELECT {setting(name, kind)})::{kind}"


def seat(row: str, agency: str, on: str) -> str:
    """A seat of the agency that is in force on the day."""
    in_force = f"{row}.from_on <= {on} AND ({row}.until_on IS NULL OR {row}.until_on >= {on})"
    return f"{row}.agency_id = {agency} AND {in_force}"


def own_seat(row: str) -> str:
    """No agency is told as `seated` for those who see every case, or none."""
    return seat(row, setting("seated", "bigint"), setting("today", "date"))


SEES = "current_setting('marac.sees', true)"
EVERY_CASE = f"(SELECT {SEES} = 'every case')"
# What was kept of an earlier viewer is nobody's: without a MARAC there is no case.
MARACS = f"""
    (SELECT CASE WHEN {SEES} IN ('owed', 'own seats', 'every case') THEN {setting("maracs", "bigint[]")} END)::bigint[]
"""
OWN = f"row.agency_id = {told('agency', 'bigint')}"
# OFFSET keeps PostgreSQL from reading every seat of the agency, where it need look up one.
SEATED = f"EXISTS (SELECT FROM marac_caseaccess s WHERE s.case_id = {{case}} AND {own_seat('s')} OFFSET 0)"


def within(case: str, marac: str, *grounds: str) -> str:
    """In the viewer's MARACs, not where they are barred, and on one of these grounds: the cheapest stands first."""
    return f"{marac} = ANY({MARACS}) AND {case} <> ALL({told('barred')}) AND ({' OR '.join(grounds)})"


def opens(case: str, restricted: str) -> str:
    by_role = f"NOT {restricted} AND ({EVERY_CASE} OR {SEATED.format(case=case)})"
    return f"{case} = ANY({told('opened')}) OR {by_role}"


def of_case(*besides: str) -> str:
    """Whoever sees the case; `besides` says which of its rows are somebody's who may not."""
    return within("row.case_id", "row.case_marac_id", *besides, opens("row.case_id", "row.case_restricted"))


def of_case_by_row(*besides: str) -> str:
    """The same for tables of which no list reads many rows of others: quicker to plan, slower for each row."""
    every_case = f"NOT row.case_restricted AND {EVERY_CASE}"
    seen = "wall_seen(row.case_id, row.case_restricted)"
    return within("row.case_id", "row.case_marac_id", *besides, every_case, seen)


# An own action or mark is owed although the seat has ended.
OWED = f"{OWN} AND NOT row.case_restricted"
# Of emergencies is told whoever reviews them: where the case is restricted, if they are named.
REVIEWED = f"row.case_id = ANY({told('reviewed')})"
TO_REVIEW = f"{REVIEWED} OR {told('reviewed')} IS NOT NULL AND NOT row.case_restricted"
NO_CASE_YET = f"row.case_id IS NULL AND row.marac_id = ANY({MARACS})"
OF_A_TRACKER = "EXISTS (SELECT FROM marac_tracker t WHERE t.id = row.tracker_id)"
OF_A_PERSON = "EXISTS (SELECT FROM marac_party p WHERE p.person_id = row.{key})"

# Papers of a meeting that were cut for one agency; what is done with them is followed by those who see every case.
OF_AN_AREA = f"EXISTS (SELECT FROM marac_meeting m WHERE m.id = row.meeting_id AND m.marac_id = ANY({MARACS}))"
CUT_FOR_AN_AGENCY = f"{OF_AN_AREA} AND ({EVERY_CASE} OR (SELECT {SEES} = 'own seats') AND {OWN})"

NAMING_A_CASE = {
    **dict.fromkeys(("agendaitem", "request"), of_case()),
    **dict.fromkeys(("party", "riskassessment", "judgement", "risk", "oldreference"), of_case_by_row()),
    **dict.fromkeys(("discussion", "entry", "suggestion", "barred"), of_case_by_row()),
    # In line PostgreSQL would take a table that asks itself for a circle.
    "caseaccess": of_case_by_row(f"{own_seat('row')} AND NOT row.case_restricted"),
    **dict.fromkeys(("action", "flag"), of_case_by_row(OWED)),
    "namedreader": of_case_by_row(REVIEWED),
    "emergencyseat": of_case_by_row(TO_REVIEW),
    "referral": f"{NO_CASE_YET} OR {of_case_by_row(OWN)}",
    "dispute": "wall_people(row.first_id, row.second_id)",
    # Numbers alone, which each page with the person on it asks.
    "serialpart": "wall_people(row.person_id, row.person_id)",
    **dict.fromkeys(("document", "outgoing"), f"{NO_CASE_YET} OR {of_case_by_row()}"),
    "line": f"{OF_A_TRACKER} AND (row.case_id IS NULL OR {of_case_by_row()})",
    # What became a referral goes where the referral goes.
    "message": f"""
        ({NO_CASE_YET} OR {of_case_by_row()})
        AND (row.referral_id IS NULL OR EXISTS (SELECT FROM marac_referral r WHERE r.id = row.referral_id))
    """,
}
# Their models have `case_marac`, for the embedded database too and for an index on it.
WITH_MARAC = ("action", "flag", "request")
POLICIES = {
    "case": within("row.id", "row.marac_id", opens("row.id", "row.restricted"), "wall_known(row.id, row.restricted)"),
    **NAMING_A_CASE,
    **dict.fromkeys(("tracker", "guestlink"), f"row.marac_id = ANY({MARACS})"),
    "made": OF_A_TRACKER,
    "reply": "EXISTS (SELECT FROM marac_action a WHERE a.id = row.action_id)",
    **dict.fromkeys(("finding", "withheld"), "EXISTS (SELECT FROM marac_request r WHERE r.id = row.request_id)"),
    **dict.fromkeys(
        ("keptplace", "saidneed", "atcase", "quorumdecision", "closedtoobservers"),
        "EXISTS (SELECT FROM marac_agendaitem i WHERE i.id = row.item_id)",
    ),
    "call": "EXISTS (SELECT FROM marac_referral r WHERE r.id = row.referral_id)",
    "actionlist": "EXISTS (SELECT FROM marac_agendaitem i WHERE i.meeting_id = row.meeting_id)",
    "issue": "EXISTS (SELECT FROM marac_agendaitem i WHERE i.meeting_id = row.meeting_id)",
    **dict.fromkeys(("listsent", "pack"), CUT_FOR_AN_AGENCY),
    "observer": f"{OF_AN_AREA} AND {EVERY_CASE}",
    "person": OF_A_PERSON.format(key="id"),
    "pair": " AND ".join(OF_A_PERSON.format(key=key) for key in ("first_id", "second_id")),
    "serialdecision": "EXISTS (SELECT FROM marac_serialpart s WHERE s.decision_id = row.id)",
    "pairdecision": "EXISTS (SELECT FROM marac_pair p WHERE p.id = row.pair_id)",
    "actsfor": f"{MARACS} IS NOT NULL",  # numbers alone, which the rule of disputed roles asks for every viewer
    **dict.fromkeys(("othername", "address", "phone"), OF_A_PERSON.format(key="person_id")),
}

# Asked for a row only when nothing cheaper opened it; the costs say so. `wall_seen` ends because PostgreSQL compares
# numbers and days before it asks a policy, so that it comes to own seats alone, which need it not. `wall_known`: by its
# number and dates alone. What is owed or reviewed, and what became of an own referral, names the case. `wall_people`:
# by its people, in whichever case and on whichever record of theirs. Nearly every list asks for disputes, and written
# out this takes longer to plan than the list to read.
FUNCTIONS = f"""
CREATE FUNCTION wall_seen(of_case bigint, restricted boolean) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 2000 AS $$
DECLARE
    own bigint := {setting("seated", "bigint")};
    today date := {setting("today", "date")};
BEGIN
    RETURN of_case = ANY({setting("opened", "bigint[]")}) OR NOT restricted AND EXISTS (
        SELECT FROM marac_caseaccess s WHERE s.case_id = of_case AND {seat("s", "own", "today")}
    );
END $$;
CREATE FUNCTION wall_known(of_case bigint, restricted boolean) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 5000 AS $$
DECLARE
    own bigint := {setting("agency", "bigint")};
    reviewed bigint[] := {setting("reviewed", "bigint[]")};
BEGIN
    IF NOT restricted AND EXISTS (SELECT FROM marac_flag f WHERE f.case_id = of_case AND f.agency_id = own) THEN
        RETURN true;
    ELSIF NOT restricted AND EXISTS (SELECT FROM marac_action a WHERE a.case_id = of_case AND a.agency_id = own) THEN
        RETURN true;
    ELSIF EXISTS (SELECT FROM marac_referral r WHERE r.case_id = of_case AND r.agency_id = own) THEN
        RETURN true;
    END IF;
    RETURN (of_case = ANY(reviewed) OR reviewed IS NOT NULL AND NOT restricted)
        AND EXISTS (SELECT FROM marac_emergencyseat e WHERE e.case_id = of_case);
END $$;
CREATE FUNCTION wall_people(one bigint, other bigint) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 2000 AS $$
BEGIN
    RETURN EXISTS (SELECT FROM marac_party p WHERE p.person_id IN (one, other)) OR EXISTS (
        SELECT FROM marac_joined a JOIN marac_joined b ON b.head_id = a.head_id
        JOIN marac_party p ON p.person_id = b.person_id WHERE a.person_id IN (one, other)
    );
END $$;
CREATE FUNCTION wall_note_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT c.marac_id, c.restricted INTO NEW.case_marac_id, NEW.case_restricted
    FROM marac_case c WHERE c.id = NEW.case_id;
    RETURN NEW;
END $$;
ALTER TABLE marac_case ADD CONSTRAINT wall_case UNIQUE (id, marac_id, restricted)
"""
# A case that is restricted takes what hangs from it along, and no row can say otherwise than its case.
COLUMNS = """
ALTER TABLE marac_{table} ADD COLUMN IF NOT EXISTS case_marac_id bigint, ADD COLUMN case_restricted boolean;
UPDATE marac_{table} t SET case_marac_id = c.marac_id, case_restricted = c.restricted
    FROM marac_case c WHERE c.id = t.case_id;
ALTER TABLE marac_{table} ADD CONSTRAINT wall_{table} FOREIGN KEY (case_id, case_marac_id, case_restricted)
    REFERENCES marac_case (id, marac_id, restricted) ON UPDATE CASCADE;
CREATE TRIGGER wall_note_case BEFORE INSERT OR UPDATE OF case_id ON marac_{table}
    FOR EACH ROW EXECUTE FUNCTION wall_note_case()
"""


def raise_wall(connection: Any) -> None:
    """Forced, so that it holds for the account that owns the tables too. Nothing holds a superuser."""
    with connection.cursor() as cursor:
        cursor.execute(FUNCTIONS)
        for table in NAMING_A_CASE:
            cursor.execute(COLUMNS.format(table=table))
        for table, condition in POLICIES.items():
            rule = f"(SELECT {SEES} = 'everything') OR {condition}".replace("row.", f"marac_{table}.")
            cursor.execute(f"CREATE POLICY wall ON marac_{table} USING ({rule})")
            cursor.execute(f"ALTER TABLE marac_{table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")


def take_wall_down(connection: Any) -> None:
    """For undoing the migration."""
    with connection.cursor() as cursor:
        for table in POLICIES:
            cursor.execute(f"DROP POLICY wall ON marac_{table}")
            cursor.execute(f"ALTER TABLE marac_{table} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY")
        for table in NAMING_A_CASE:
            cursor.execute(f"DROP TRIGGER wall_note_case ON marac_{table}")
            cursor.execute(f"ALTER TABLE marac_{table} DROP CONSTRAINT wall_{table}, DROP COLUMN case_restricted")
            if table not in WITH_MARAC:
                cursor.execute(f"ALTER TABLE marac_{table} DROP COLUMN case_marac_id")
        cursor.execute("ALTER TABLE marac_case DROP CONSTRAINT wall_case")
        cursor.execute("DROP FUNCTION wall_seen, wall_known, wall_people, wall_note_case")
