"""marac return: writes the quarterly return of a MARAC as a workbook."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marac.access.roles import Permission
from marac.audit.reading import record_export
from marac.kernel.refusal import Refusal
from marac.reports.queries import marac_named, quarter_return, viewer_for
from marac.reports.rules import read_quarter
from marac.reports.workbooks import return_workbook, write_privately


class Command(BaseCommand):
    help = "Writes the quarterly return of a MARAC as a workbook; refuses while it has errors, and lists them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--marac", required=True, help="name of the MARAC")
        parser.add_argument("--quarter", required=True, help="such as 2025Q4")
        parser.add_argument("--out", required=True, type=Path, help="the .xlsx file to write")
        parser.add_argument("--as", dest="email", help="address of who makes it; left out, the system does")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            viewer = viewer_for(options["email"], timezone.localdate(), Permission.MAKE_RETURN)
            marac = marac_named(viewer, options["marac"])
            made = quarter_return(viewer, marac, read_quarter(options["quarter"]))
            for sentence in (*made.errors, *made.warnings):
                self.stderr.write(sentence)
            content = return_workbook(made)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        record_export(viewer, "return", marac_id=marac.pk, quarter=str(made.quarter), rows=len(made.rows))
        try:
            write_privately(options["out"], content)
        except OSError as error:
            raise CommandError(f"The file cannot be written: {error.strerror}. Choose another place.") from error
        self.stdout.write(f"{made.quarter}: {len(made.rows)} meetings, {made.totals['C']} cases")
