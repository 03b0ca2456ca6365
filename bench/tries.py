"""Tries wrong passwords in this process, in an empty database: run by bench/signin.py."""

import os
import statistics
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection  # noqa: E402 - only after django.setup()
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from marac.access.viewer import the_system  # noqa: E402
from marac.accounts.operations import add_person  # noqa: E402

KNOWN, UNKNOWN = "ada@agency.example.org", "nobody@agency.example.org"


def main(times: int) -> None:
    viewer = the_system(timezone.localdate())
    add_person(viewer=viewer, email=KNOWN, name="Ada Quill", password="a long invented password")
    client, taken = Client(HTTP_HOST="localhost"), {KNOWN: [], UNKNOWN: []}
    for _time in range(times):
        for email, found in taken.items():
            with connection.cursor() as cursor:
                cursor.execute("DELETE FROM marac_tries")
            began = time.perf_counter()
            client.post("/account/sign-in/", {"email": email, "password": "a wrong invented password"})
            found.append((time.perf_counter() - began) * 1000)
    for name, email in (("known account", KNOWN), ("unknown account", UNKNOWN)):
        print(f"{name}: median {statistics.median(taken[email]):.1f} ms of {times} tries")


if __name__ == "__main__":
    main(int(sys.argv[1]))
