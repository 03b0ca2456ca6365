"""The `marac` command: every management command of the product under one name."""

import os
import sys

from django.core.management import execute_from_command_line

from config.keys import CannotStart
from config.start import prepare


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["MARAC_SEES"] = "everything"  # a command is the system's; requests are their viewer's
    name = "".join(sys.argv[1:2]).replace("-", "_") if "".join(sys.argv[1:2])[:1] != "-" else ""
    try:
        prepare(name)
        execute_from_command_line([sys.argv[0], *([name] if name else sys.argv[1:2]), *sys.argv[2:]])
    except CannotStart as reason:
        sys.exit(str(reason))
