"""marac audit verify, marac audit head: whether the trail is whole, and its last entry for keeping elsewhere."""

from argparse import ArgumentParser, FileType
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from marac.audit.verification import current_head, heads_in, verify_trail


class Command(BaseCommand):
    help = "Checks the audit trail, and prints its head, to be kept where nobody with access to the database can reach."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        acts.add_parser("head", help="print the number and the code of the last entry")
        verify = acts.add_parser("verify", help="check every entry, and name the first that does not fit")
        verify.add_argument("--from", dest="start", type=int, default=1, metavar="N", help="begin at entry N")
        verify.add_argument(
            "--head",
            action="append",
            default=[],
            type=FileType(encoding="utf-8", errors="replace"),
            metavar="FILE",
            help="text with heads that were noted: the mails, or lines of a number and a code; may be given again",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["act"] == "head":
            self.stdout.write(str(current_head() or "Nothing was written to the trail yet."))
            return
        self._verify(options["start"], [head for file in options["head"] for head in self._heads(file)])

    def _heads(self, file: Any) -> list[Any]:
        with file:
            found = heads_in(file.read())
        if not found:
            raise CommandError(f"{file.name} holds no head: a number, a space, and 32 letters or more.")
        return found

    def _verify(self, start: int, heads: list[Any]) -> None:
        if start < 1:
            raise CommandError("Entries are numbered from 1.")
        compared = [head for head in heads if head.number >= start]
        verdict = verify_trail(start, compared)
        if verdict.first_bad is not None:
            raise CommandError(f"{verdict.sentence} {verdict.checked} entries before it fit.")
        self.stdout.write(
            f"The trail is whole: {verdict.checked} entries, the last is {verdict.last}. "
            f"It agrees with {len(compared)} heads noted elsewhere."
        )
