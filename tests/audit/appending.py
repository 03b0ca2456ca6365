"""A process of its own that writes entries to a database: python -m tests.audit.appending NAME ENTRIES."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402

from marac.audit.reading import record_reading  # noqa: E402
from tests import make  # noqa: E402

TOGETHER = 10  # in one transaction: each waits for the disk

if __name__ == "__main__":
    name, entries = sys.argv[1:]
    connection.settings_dict["NAME"] = name
    for number in range(0, int(entries), TOGETHER):
        with transaction.atomic():
            for case in range(number, number + TOGETHER):
                record_reading(make.system(), "case", case_id=case)
