"""marac wording: loads the licensed wording of risk tools for one MARAC from a file, from a day on."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marac.access.viewer import the_system
from marac.directory.models import Marac
from marac.directory.operations import change_setting
from marac.intake.wording import in_short
from marac.kernel.refusal import Refusal


class Command(BaseCommand):
    help = "Loads the wording of risk tools that an area holds the licence for. docs/howto/wording.md shows the file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--name", required=True, help="of the MARAC, such as Northmoor")
        parser.add_argument("--from", dest="start", type=date.fromisoformat, help="such as 2026-04-01; else today")

    def handle(self, *args: Any, **options: Any) -> None:
        marac = Marac.objects.filter(name=options["name"]).first()
        if marac is None:
            raise CommandError(f"There is no MARAC called {options['name']}.")
        viewer = the_system(timezone.localdate())
        start = options["start"] or viewer.today
        try:
            text = options["file"].read_text(encoding="utf-8")
            kept = change_setting(viewer=viewer, marac=marac, name="wordings", value=text, from_on=start)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"The file cannot be read as text: {error}") from error
        self.stdout.write(f"From {start}: {in_short(kept.value) or 'words of our own only'}")
