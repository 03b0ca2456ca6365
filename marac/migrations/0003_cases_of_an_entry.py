"""The cases that an entry names are noted beside it by the database itself."""

from django.db import migrations

from marac.audit.append_only import note_cases, note_no_cases


def forwards(apps, schema_editor):
    note_cases(schema_editor.connection)


def backwards(apps, schema_editor):
    note_no_cases(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("marac", "0002_audit_append_only")]
    operations = [migrations.RunPython(forwards, backwards)]
