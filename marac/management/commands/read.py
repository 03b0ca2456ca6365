"""marac read FILE...: reads referral documents as an upload would, and prints what each says; nothing is kept."""

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from marac.kernel.refusal import Refusal
from marac.reading import Lesson, read_safely


class Command(BaseCommand):
    help = (
        "Prints one JSON object a line for each document: the referral as docs/howto/intake.md describes it, and under "
        "`reading` where each value stood, how sure it is, and what was not understood. Nothing is kept."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a .docx, .pdf, .eml or .msg file")

        parser.add_argument(
            "--lesson", type=Path, action="append", default=[], help="a JSON file that says what labels of a form mean"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        lessons = [Lesson.from_plain(json.loads(path.read_text(encoding="utf-8"))) for path in options["lesson"]]
        refused = 0
        for path in options["files"]:
            told = what_it_says(path, lessons)
            refused += "refusal" in told
            self.stdout.write(json.dumps(told, ensure_ascii=False))
        if refused:
            raise CommandError(f"{refused} of {len(options['files'])} files could not be read; each line says why.")


def what_it_says(path: Path, lessons: Sequence[Lesson] = ()) -> dict[str, Any]:
    """The content of the referral, or the refusal; both with the name of the file as `source`."""
    try:
        reading = read_safely(path.read_bytes(), path.name, lessons).as_plain()
    except OSError as error:
        return {"source": path.name, "refusal": f"The file cannot be opened: {error.strerror}."}
    except Refusal as refusal:
        return {"source": path.name, "refusal": refusal.sentence}
    content: dict[str, Any] = reading["content"]
    return content | {"reading": {part: reading[part] for part in ("places", "certainty", "unread")}}
