"""marac reset_factor: takes a lost second factor away where nobody else can."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from marac.access.viewer import the_system
from marac.accounts.queries import account_of, active_account
from marac.invitations.operations import reset_at_the_machine


class Command(BaseCommand):
    help = "Takes every second factor of an account away and ends its sessions. Its person is told by mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True, help="of the account")

    def handle(self, *args: Any, **options: Any) -> None:
        user = active_account(account_of(options["email"]) or 0)
        if user is None:
            raise CommandError("There is no open account with this address.")
        now = timezone.now()
        reset_at_the_machine(viewer=the_system(timezone.localdate(now)), user=user, at=now)
        self.stdout.write("Done. At the next sign-in a new factor is set up. The next tick tells its person by mail.")
