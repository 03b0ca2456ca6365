"""marac match LEFT.csv [RIGHT.csv]: who of one list is who of another, or stands in one list more than once."""

import csv
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marac.kernel.refusal import Refusal
from marac.matching.files import COLUMNS, print_pairs, read_people, write_for_splink, write_pairs
from marac.matching.linking import link

LIKELIER_THAN_NOT = 0.5


class Command(BaseCommand):
    help = (
        "Prints the pairs that are likely to be one person, each with its weight in bits, its probability and what "
        f"speaks for and against it. The files are CSV in UTF-8 with the columns {', '.join(COLUMNS)}; all but the id "
        "may be empty. Nothing is kept, and nothing is asked of the database."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("left", type=Path, metavar="LEFT.csv")
        parser.add_argument(
            "right", type=Path, nargs="?", metavar="RIGHT.csv", help="left out: LEFT is searched for doubles"
        )
        parser.add_argument("--out", type=Path, metavar="PAIRS.csv", help="where the pairs go; else they are printed")
        parser.add_argument(
            "--splink",
            type=Path,
            metavar="FOLDER",
            help="writes the lists and the comparisons there as Splink takes them, with weights learned from them",
        )
        parser.add_argument(
            "--least", type=float, default=LIKELIER_THAN_NOT, help="the lowest probability that is told (0.5)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not 0 <= options["least"] <= 1:
            raise CommandError("--least is a probability: give a number from 0 to 1.")
        today = timezone.localdate()
        try:
            left = read_people(options["left"], today)
            right = read_people(options["right"], today) if options["right"] else None
            if options["splink"]:
                self.stderr.write(f"Written: {', '.join(write_for_splink(options['splink'], left, right))}.")
                return
            found = link(left, right).likely(options["least"])
            if options["out"]:
                count = write_pairs(options["out"], found)
                self.stderr.write(f"{count} pairs written to {options['out'].name}.")
            else:
                print_pairs(csv.writer(self.stdout, lineterminator="\n"), found)
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from None
