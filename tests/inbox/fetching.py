"""A process of its own that fetches into a database: python -m tests.inbox.fetching NAME FILES."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["MARAC_SEES"] = "everything"
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

if __name__ == "__main__":
    connection.settings_dict["NAME"], settings.FILES = sys.argv[1:]
    print("begins", flush=True)
    call_command("inbox", "fetch")
