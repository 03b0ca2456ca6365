"""marac rotate-keys: makes a new data key and gives it to everything that is encrypted."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.utils import timezone

from config.keys import coming_file, last_file
from config.rotation import change_keys, reseal_columns
from config.start import check
from marac.access.viewer import the_system
from marac.kernel.sealed import derive, id_of
from marac.records.operations import note_new_key


class Command(BaseCommand):
    help = "Makes a new data key and gives it to the database, files and sealed columns. Broken off, run it again."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        database, old = settings.DATABASES["default"], settings.DATA_KEY
        if not coming_file(settings.MARAC_KEYS).exists():
            check(database, settings.FILES, settings.FILES_KEY, settings.MARAC_KEYS)
        encrypted = database["ENGINE"] == "config.sqlcipher"
        file = Path(database["NAME"]) if encrypted else None
        done = change_keys(settings.MARAC_KEYS, old, file, settings.FILES, self._columns)
        self.stdout.write(f"The new key is in use: {done.files} files and {done.columns} columns were given it.")
        self.stdout.write(
            f"Back up {settings.MARAC_KEYS} now. {last_file(settings.MARAC_KEYS, old).name} opens the backups from "
            "before, and nothing else: remove it when the last of them is gone."
        )
        for each in done.broken:
            self.stderr.write(f"Neither key opens this, and it was left as it is: {each}")

    def _columns(self, old: bytes, new: bytes) -> list[bool | str]:
        """The database has the new key by now; one that was never migrated has no columns."""
        options = connection.settings_dict["OPTIONS"]
        if "key" in options:
            options["key"] = derive(new, "database").hex()
        if "django_migrations" not in connection.introspection.table_names():
            return []
        with transaction.atomic():
            ids = {"key_id": id_of(new).hex(), "old_key_id": id_of(old).hex()}
            note_new_key(viewer=the_system(timezone.localdate()), **ids)
            return reseal_columns(old, new, apps.get_models())
