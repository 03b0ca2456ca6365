"""marac export cases: writes every case discussed as CSV, a row for each meeting that heard it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marac.access.roles import Permission
from marac.audit.reading import record_export
from marac.kernel.refusal import Refusal
from marac.kernel.tables import csv_bytes
from marac.reports.queries import cases_exported, marac_named, maracs_of, viewer_for
from marac.reports.workbooks import export_table, write_privately


class Command(BaseCommand):
    help = "Writes every case discussed as CSV, without names: enough to count the quarterly return again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["cases"])
        parser.add_argument("--out", required=True, type=Path, help="the .csv file to write")
        parser.add_argument("--marac", help="name of one MARAC; left out, all that may be seen")
        parser.add_argument("--as", dest="email", help="address of who exports; left out, the system does")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            viewer = viewer_for(options["email"], timezone.localdate(), Permission.EXPORT_CASES)
            maracs = [marac_named(viewer, options["marac"])] if options["marac"] else maracs_of(viewer)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        exported = cases_exported(viewer, maracs)
        marac_ids = [marac.pk for marac in maracs]
        record_export(viewer, "cases", marac_ids=marac_ids, rows=len(exported.rows), left_out=exported.unseen)
        try:
            write_privately(options["out"], csv_bytes(export_table(exported)))
        except OSError as error:
            raise CommandError(f"The file cannot be written: {error.strerror}. Choose another place.") from error
        self.stdout.write(f"{len(exported.rows)} rows; {exported.unseen} left out, not open to who exports")
