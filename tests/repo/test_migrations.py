"""The tables are what the models say, and no migration takes anything away."""

import io

import pytest
from django.core.management import call_command
from django.db import migrations
from django.db.migrations.loader import MigrationLoader

TAKES_AWAY = (migrations.DeleteModel, migrations.RemoveField)


@pytest.mark.django_db
def test_no_model_changes_without_its_migration():
    said = io.StringIO()
    try:
        call_command("makemigrations", "--check", "--dry-run", stdout=said, skip_checks=True)
    except SystemExit:
        pytest.fail(f"Run marac makemigrations: {said.getvalue()}", pytrace=False)


def test_no_migration_takes_a_table_or_a_column_away():
    """One that must is a decision: name it here, with what becomes of what it held."""
    disk = MigrationLoader(None).disk_migrations
    ours = [migration for (app, _name), migration in disk.items() if app == "marac"]
    acts = [(each.name, act) for each in ours for act in each.operations]
    gone = [f"{name} {type(act).__name__}" for name, act in acts if isinstance(act, TAKES_AWAY)]

    assert ours != []
    assert gone == []
