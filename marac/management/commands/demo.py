"""`marac demo`: fills an empty installation with an invented county, or says how to sign in to it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marac.accounts.models import User
from marac.demo.area import accounts_in_words, build_area
from marac.demo.check import faults
from marac.demo.nation import build_nation, most
from marac.demo.story import SIZES, tell_story
from marac.signin.demonstration import demonstration_here

NATION = "nation"


class Command(BaseCommand):
    help = "Fill an empty installation with invented agencies, people and cases; the same seed gives the same area."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", choices=[*SIZES, NATION], default="month")
        parser.add_argument("--maracs", type=int, default=3, help=f"of a nation, at most {most()} beside the first two")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--accounts", action="store_true", help="say how to sign in, and change nothing")
        parser.add_argument("--check", action="store_true", help="look for rows that break a rule, and change nothing")

    def handle(self, *, size: str, seed: int, accounts: bool, check: bool, maracs: int, **_rest: Any) -> None:
        if check:
            self._check()
            return
        if not accounts:
            self._fill(size, seed, maracs)
        if User.objects.filter(email__endswith="@fellshire.example.org").exists():
            self.stdout.write("Sign in as one of these invented people:")
            for line in accounts_in_words():
                self.stdout.write(f"  {line}")

    def _check(self) -> None:
        found = list(faults(timezone.localdate()))
        for sentence in found:
            self.stdout.write(sentence)
        if found:
            raise CommandError(f"{len(found)} faults.")
        self.stdout.write("Every rule holds.")

    def _fill(self, size: str, seed: int, maracs: int) -> None:
        goes_on = size == NATION and demonstration_here() is not None
        if User.objects.exists() and not goes_on:
            raise CommandError("There are people here already. The demonstration fills an empty installation only.")
        today = timezone.localdate()
        if not User.objects.exists():
            first = "year" if size == NATION else size
            tell_story(build_area(today), size=first, seed=seed, today=today, say=self.stdout.write)
        if size == NATION:
            build_nation(maracs=maracs, seed=seed, today=today, say=self.stdout.write)
