"""marac inbox fetch: takes in what arrived in the MARACs' mailboxes, once. The tick does the same."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from marac.access.viewer import the_system
from marac.inbox.fetching import fetch_due


class Command(BaseCommand):
    help = "Takes in what arrived in the MARACs' mailboxes, each message once. It may be killed and run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["fetch"])

    def handle(self, *args: Any, **options: Any) -> None:
        taken = fetch_due(the_system(timezone.localdate()), timezone.now)
        self.stdout.write(f"{taken} messages taken")
