"""marac holidays: adds the bank holidays of the four nations that are not known yet."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from marac.access.viewer import the_system
from marac.directory.operations import add_holidays
from marac.kernel.bankholidays import Nation, bank_holidays

YEARS_BACK, YEARS_AHEAD = 2, 3
FIRST_YEAR, LAST_YEAR = 2000, 2100


class Command(BaseCommand):
    help = "Adds the bank holidays of England, Wales, Scotland and Northern Ireland that are not known yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--years", type=years, help="such as 2024-2030; left out, two years back to three ahead")

    def handle(self, *args: Any, **options: Any) -> None:
        today = timezone.localdate()
        asked = options["years"] or range(today.year - YEARS_BACK, today.year + YEARS_AHEAD + 1)
        for nation in Nation:
            days = {on: name for year in asked for on, name in bank_holidays(nation, year).items()}
            new = add_holidays(viewer=the_system(today), nation=nation.value, days=days)
            self.stdout.write(f"{nation.value}: {new} added, {len(days) - new} known already")


def years(text: str) -> range:
    """ "2024-2030" or "2026" as the years meant, both ends included."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text.strip())
    if match is None:
        raise ArgumentTypeError("write the years as 2024-2030")
    first, last = int(match[1]), int(match[2] or match[1])
    if not FIRST_YEAR <= first <= last <= LAST_YEAR:
        raise ArgumentTypeError(f"write the earlier year first, from {FIRST_YEAR} to {LAST_YEAR}")
    return range(first, last + 1)
