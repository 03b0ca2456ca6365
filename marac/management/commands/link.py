"""marac link: compares everybody on record with everybody, for records that may be of one person. Joins nobody."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marac.access.viewer import the_system
from marac.directory.models import Marac
from marac.joins.linking import advance, begin


class Command(BaseCommand):
    help = (
        "Compares everybody on record with everybody and proposes who may be the same person. Stopped, it goes on "
        "where it was. People decide."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--marac", metavar="PREFIX", help="only this MARAC, by the prefix of its references")
        parser.add_argument("--background", action="store_true", help="leave the work to the tick")

    def handle(self, *args: Any, **options: Any) -> None:
        chosen = {"prefix": options["marac"]} if options["marac"] else {}
        maracs = list(Marac.objects.filter(**chosen).order_by("pk"))
        if not maracs:
            raise CommandError("There is no such MARAC. Give the prefix of its references.")
        viewer = the_system(timezone.localdate())
        for marac in maracs:
            run = begin(viewer=viewer, marac=marac)
            if run.compared:
                self.stdout.write(f"{marac.prefix}: goes on after {run.compared} of {run.people} people")
            while run.ended_on is None and not options["background"]:
                run = advance(viewer=viewer, run=run)
                self.stdout.write(f"{marac.prefix}: {run.compared} of {run.people} people, {run.proposed} proposals")
