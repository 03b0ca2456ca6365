"""On PostgreSQL the database itself shows a viewer no case that is not for them."""

from django.db import migrations

from marac.cases.policies import raise_wall, take_wall_down


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        raise_wall(schema_editor.connection)


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        take_wall_down(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("marac", "0003_cases_of_an_entry")]
    operations = [migrations.RunPython(forwards, backwards)]
