"""marac encrypt: encrypts a database and files that were kept in clear."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.sqlcipher.convert import Differs, encrypt_database
from marac.documents import store


class Command(BaseCommand):
    help = "Encrypts a database and files kept in clear. The clear copy stays until the encrypted one is proved."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        database = settings.DATABASES["default"]
        if database["ENGINE"] == "config.sqlcipher":
            self._encrypt(Path(database["NAME"]), database["OPTIONS"]["key"])
        else:
            self.stdout.write("The database is not the encrypted one of this product, and is left as it is.")
        sealed = [store.seal_plain(place) for place in list(store.kept_files(settings.FILES))]
        store.remove_halves(settings.FILES)
        self.stdout.write(f"Files: {sum(sealed)} encrypted now, {len(sealed) - sum(sealed)} before.")

    def _encrypt(self, file: Path, key: str) -> None:
        try:
            done = encrypt_database(file, key)
        except Differs as what:
            raise CommandError(
                f"The encrypted copy is not as the original ({what}). Nothing was changed, and the original is kept."
            ) from None
        self.stdout.write(f"{file} is encrypted now." if done else "There is no database in clear.")
