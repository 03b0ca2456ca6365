"""Checking the trail from end to end, entry by entry, against the heads that were noted out of its reach."""

import hmac
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from marac.audit.chain import CHAINED, mac_of
from marac.audit.models import AuditCase, AuditEvent, AuditHead

SHOWN = 32  # letters of a MAC that are printed: 128 bits
CHUNK = 2000
NOTED = re.compile(r"(?<!\d)([1-9]\d{0,18})[ \t]+([0-9a-f]{32,64})(?![0-9a-f])")


@dataclass(frozen=True)
class Head:
    """The last entry at some moment: its number, and its MAC or the first letters of it."""

    number: int
    code: str

    def __str__(self) -> str:
        return f"{self.number} {self.code}"


@dataclass(frozen=True)
class Verdict:
    """How many entries were read, the number of the last, and the first that does not fit, with a sentence about it."""

    checked: int
    last: int
    first_bad: int | None = None
    sentence: str = ""


def current_head() -> Head | None:
    """The last entry now, as it is printed and sent; None while nothing was ever written."""
    head = AuditHead.objects.filter(pk=1).first()
    return Head(head.number, head.mac[:SHOWN]) if head and head.number else None


def heads_in(text: str) -> list[Head]:
    """Every head that a saved mail, a page or a list of lines holds: a number and 32 letters or more after it."""
    return [Head(int(number), code) for number, code in NOTED.findall(text)]


def verify_trail(start: int = 1, heads: Iterable[Head] = ()) -> Verdict:
    """Check the stored trail from the entry `start` to its end; memory does not grow with its length.

    The head that the database keeps is read before the entries, so that what is appended meanwhile does no harm.
    """
    kept = AuditHead.objects.filter(pk=1).first()
    known = [*heads, *([Head(kept.number, kept.mac)] if kept and kept.number else [])]
    before = AuditEvent.objects.filter(number=start - 1).values_list("mac", flat=True).first()
    if start > 1 and before is None:
        return Verdict(0, 0, start - 1, _("Entry %(n)s is missing, before the first to check.") % {"n": start - 1})
    rows = AuditEvent.objects.filter(number__gte=start).order_by("number").values(*CHAINED, "mac")
    return verify(beside(rows.iterator(chunk_size=CHUNK)), start=start, previous=before or "", heads=known)


def beside(rows: Iterator[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Each row with `noted`, the cases that stand beside it: asked for after the rows, which may still grow."""
    while chunk := list(islice(rows, CHUNK)):
        noted: dict[int, list[int]] = defaultdict(list)
        there = AuditCase.objects.filter(event__range=(chunk[0]["number"], chunk[-1]["number"]))
        for number, case_id in there.values_list("event", "case_id"):
            noted[number].append(case_id)
        yield from ({**row, "noted": noted[row["number"]]} for row in chunk)


def verify(
    rows: Iterator[Mapping[str, Any]], *, start: int = 1, previous: str = "", heads: Iterable[Head] = ()
) -> Verdict:
    """Walk the chain from `start`, whose predecessor's MAC is `previous`; stop at the first entry that does not fit."""
    noted: dict[int, list[str]] = {}
    for head in heads:
        noted.setdefault(head.number, []).append(head.code)
    number = start - 1
    for row in rows:
        wrong = _fault(row, number + 1, previous, noted)
        if wrong:
            return Verdict(number - start + 1, number, number + 1, wrong)
        previous, number = row["mac"], number + 1
    gone = max(noted, default=0)
    if gone > number:
        sentence = _("The trail ends at entry %(last)s, but once reached %(n)s: what came after %(last)s was removed.")
        return Verdict(number - start + 1, number, number + 1, sentence % {"last": number, "n": gone})
    return Verdict(checked=number - start + 1, last=number)


def _fault(row: Mapping[str, Any], number: int, previous: str, noted: Mapping[int, list[str]]) -> str:
    """Why the row cannot be the entry of that number, in a sentence; empty where it fits."""
    if row["number"] != number:
        return _("Entry %(n)s is missing: the next that is there is %(found)s.") % {"n": number, "found": row["number"]}
    if not hmac.compare_digest(row["mac"], mac_of(row, previous)):
        return _("Entry %(n)s does not fit: it was changed, put in or moved after it was written.") % {"n": number}
    if sorted(row.get("noted", [])) != sorted(row["details"].get("case_ids", [])):
        return _("Entry %(n)s names other cases than those that are noted beside it.") % {"n": number}
    if any(not row["mac"].startswith(code) for code in noted.get(number, [])):
        return _("Entry %(n)s is not the one that was noted: the trail was written anew up to there.") % {"n": number}
    return ""
