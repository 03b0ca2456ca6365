"""marac begin: the first MARAC of an installation, or a further one, with its coordinator."""

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from marac.access.roles import Role
from marac.access.viewer import Viewer, the_system
from marac.accounts.operations import add_colleague
from marac.accounts.queries import has_account
from marac.directory.models import Agency
from marac.directory.operations import add_agency, add_marac, change_setting
from marac.directory.queries import agency_named
from marac.kernel.bankholidays import Nation
from marac.kernel.refusal import Refusal


class Command(BaseCommand):
    help = "Adds a MARAC with its coordinator. The password is asked for, or read from standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True, help="of the MARAC, such as Northmoor")
        parser.add_argument("--prefix", required=True, help="that begins every case reference, such as NM")
        parser.add_argument("--nation", default=Nation.ENGLAND.value, choices=[nation.value for nation in Nation])
        parser.add_argument("--agency", required=True, help="that the coordinator works for")
        parser.add_argument("--person", required=True, help="the coordinator's name")
        parser.add_argument("--email", required=True, help="the coordinator's work e-mail address")

    def handle(self, *args: Any, **options: Any) -> None:
        viewer = the_system(timezone.localdate())
        try:
            validate_email(options["email"])
            password = "" if has_account(options["email"]) else _password()
            with transaction.atomic():
                _begin(viewer, password, options)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        except Refusal as refusal:
            raise CommandError(refusal.sentence) from refusal
        call_command("holidays", stdout=self.stdout)
        self.stdout.write(f"{options['name']} is ready: {options['email']} can sign in as its coordinator.")


def _begin(viewer: Viewer, password: str, options: dict[str, Any]) -> None:
    marac = add_marac(viewer=viewer, name=options["name"], prefix=options["prefix"])
    change_setting(viewer=viewer, marac=marac, name="nation", value=options["nation"], from_on=viewer.today)
    coordinator = add_colleague(
        viewer=viewer,
        email=options["email"],
        name=options["person"],
        password=password,
        marac=marac,
        agency=_agency(viewer, options["agency"]),
        role=Role.COORDINATOR.value,
        from_on=viewer.today,
    )
    if password:
        validate_password(password, coordinator)  # when the names of the place are known


def _agency(viewer: Viewer, name: str) -> Agency:
    return agency_named(name) or add_agency(viewer=viewer, name=name)


def _password() -> str:
    """Typed twice at a terminal, else the first line of standard input: never an argument, which others can see."""
    if not sys.stdin.isatty():
        password = sys.stdin.readline().rstrip("\n")
    else:
        password = getpass("Password for the coordinator: ")
        if password != getpass("The same again: "):
            raise CommandError("The two are not the same. Run the command again.")
    return password
