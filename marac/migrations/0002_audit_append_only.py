"""The audit trail can only grow, by triggers on both databases."""

from django.db import migrations

from marac.audit.append_only import protect, unprotect


def forwards(apps, schema_editor):
    protect(schema_editor.connection)


def backwards(apps, schema_editor):
    unprotect(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("marac", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
