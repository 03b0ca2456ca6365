"""`marac demo`: fills an empty installation with an invented county, or says how to sign in to it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from marac.accounts.models import User
from marac.demo.area import accounts_in_words, build_area
from marac.demo.check import faults
from marac.demo.story import SIZES, tell_story


class Command(BaseCommand):
    help = "Fill an empty installation with invented agencies, people and cases; the same seed gives the same area."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", choices=SIZES, default="month")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--accounts", action="store_true", help="say how to sign in, and change nothing")
        parser.add_argument("--check", action="store_true", help="look for rows that break a rule, and change nothing")

    def handle(self, *, size: str, seed: int, accounts: bool, check: bool, **_rest: Any) -> None:
        if check:
            self._check()
            return
        if not accounts:
            self._fill(size, seed)
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

    def _fill(self, size: str, seed: int) -> None:
        if User.objects.exists():
            raise CommandError("There are people here already. The demonstration fills an empty installation only.")
        today = timezone.localdate()
        tell_story(build_area(today), size=size, seed=seed, today=today, say=self.stdout.write)
