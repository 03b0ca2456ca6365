"""Reads damaged and twisted referrals for as long as it is told: each is read or refused, soon, and nothing else.

python -m bench.fuzz MINUTES [--seed N] [--keep FOLDER]
"""

import argparse
import io
import random
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

from marac.kernel.refusal import Refusal
from marac.reading import read
from tests.reading import layouts
from tests.reading.saved_mail import msg
from tests.reading.scoring import SAMPLES

SLOW = 5  # seconds of processor in which any of these must be read; the aim for a form is 1
SPICE = [
    b"</w:t>",
    b"<w:tbl>",
    b"<w:tc>",
    b"\x00",
    b"\xff\xfe",
    b"9" * 400,
    b"(" * 300,
    b"%PDF-",
    b"=?utf-8?b?",
    b"\n\n",
    b"From: a\n",
]


def inputs() -> list[tuple[str, bytes]]:
    own = [(one.SOURCE, one.document()) for one in layouts.EVERY]
    given = [
        (path.name, path.read_bytes()) for path in sorted(SAMPLES.iterdir()) if path.suffix in (".docx", ".pdf", ".eml")
    ]
    mails = [("saved.msg", msg(("form.docx", own[1][1]), body="See attached.", sender="Sam Okoro"))]
    return own + given + mails


def twisted(content: bytes, chance: random.Random) -> bytes:
    """The content with a few stretches cut, doubled, moved, overwritten or filled in."""
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((1, 3, 20, 200, 3000)))
        piece = content[start:end]
        new = chance.choice(
            (
                b"",
                piece * 2,
                piece[::-1],
                bytes(chance.randrange(256) for _ in piece[:40]),
                chance.choice(SPICE),
                piece * 30,
            )
        )
        content = content[:start] + new + content[end:]
        if len(content) < 2:
            break
    return content


def between_tags(content: bytes, chance: random.Random) -> bytes:
    """Markup whose elements are doubled, dropped or swapped, and which is still well formed more often than not."""
    pieces = content.split(b"<")
    for _ in range(chance.choice((1, 2, 5, 30))):
        one, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        what = chance.randrange(3)
        if what == 0:
            words = pieces[one].split(b">")
            pieces[one] = (
                words[0] + b">" + chance.choice((b"", b"Yes No", b"Name:", b"01632 960001", b"\n" * 50, b"(" * 80))
            )
        elif what == 1:
            pieces[one], pieces[other] = pieces[other], pieces[one]
        else:
            pieces[one:one] = pieces[one : one + 3]
    return b"<".join(pieces)


def mutated(name: str, content: bytes, chance: random.Random) -> bytes:
    if not name.endswith(".docx") or chance.random() < 0.15:
        return twisted(content, chance)
    held = io.BytesIO()
    change = chance.choice((twisted, between_tags, between_tags))
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            body = old.read(part)
            new.writestr(part, change(body, chance) if part == "word/document.xml" else body)
    return held.getvalue()


def tried(name: str, content: bytes) -> str:
    """read, refused, or the trouble."""
    signal.setitimer(signal.ITIMER_PROF, SLOW)
    try:
        read(content, name)
    except Refusal:
        return "refused"
    except Hangs:
        return "hangs"
    except Exception as error:
        where = traceback.extract_tb(sys.exc_info()[2])[-1]
        return f"{type(error).__name__} at {where.filename.rsplit('marac/', 1)[-1]}:{where.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return "read"


class Hangs(BaseException):
    """No error of the program's, so that no library can take it for one of its own and go on."""


def give_up(_signal: int, _frame: object) -> None:
    raise Hangs


def main() -> None:
    ask = argparse.ArgumentParser()
    ask.add_argument("minutes", type=float)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--keep", type=Path)
    given = ask.parse_args()
    signal.signal(signal.SIGPROF, give_up)
    chance, ends, counts, slowest = random.Random(given.seed), time.monotonic() + given.minutes * 60, Counter(), 0.0
    whole = inputs()
    while time.monotonic() < ends:
        name, content = chance.choice(whole)
        content = mutated(name, content, chance)
        began = time.process_time()
        outcome = tried(name, content)
        slowest = max(slowest, time.process_time() - began)
        counts[outcome] += 1
        if given.keep and outcome not in ("read", "refused") and counts[outcome] < 4:
            given.keep.mkdir(parents=True, exist_ok=True)
            (given.keep / f"{sum(counts.values())}-{name}").write_bytes(content)
    for outcome, number in counts.most_common():
        print(f"{number:7d} {outcome}")
    print(
        f"slowest {slowest:.2f} s of processor; memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )


if __name__ == "__main__":
    main()
