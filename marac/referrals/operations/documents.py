"""A referral from a document: read apart, kept with its source, and corrected by hand until it is decided."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.operation import lock, operation, record
from marac.directory.models import Marac, PanelSeat
from marac.directory.queries import seats_on
from marac.documents.arriving import harmless
from marac.documents.models import Document
from marac.documents.operations import add_document
from marac.documents.queries import content_of
from marac.documents.scanner import Scanned
from marac.intake.changes import changed, day_at
from marac.intake.paths import value_at
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.lessons.apply import read_as_taught
from marac.reading import Reading
from marac.referrals.models import Referral
from marac.referrals.operations.content import keep_content, note_checked, take_out_entry
from marac.referrals.queries import from_the_same_document
from marac.referrals.rules import check_open, is_untouched
from marac.review.unclaimed import unclaimed


@dataclass(frozen=True)
class ReferralRead:
    referral_id: int
    document_id: int


@dataclass(frozen=True)
class ReferralCorrected:
    referral_id: int
    paths: list[str]


@dataclass(frozen=True)
class ReferralEntryRemoved:
    referral_id: int
    path: str


@dataclass(frozen=True)
class ReferralChecked:
    """Values that stay as they were read, for somebody has compared them with the document."""

    referral_id: int
    paths: list[str]


@dataclass(frozen=True)
class ReferralReadAgain:
    """From the same document, with what was taught about its form meanwhile."""

    referral_id: int


class AlreadyHere(Refusal):
    """The same bytes were read before: `referral` is what they became."""

    def __init__(self, referral: Referral) -> None:
        super().__init__(_("This file has been read before. Open that referral instead."), field="file")
        self.referral = referral


def read_document(*, viewer: Viewer, marac: Marac, name: str, content: bytes, kept: Document | None = None) -> Referral:
    """Scan and read a file, and make one referral of it: before the transaction, so that nobody waits for that. `kept`
    is the file's document, where it is kept already."""
    _refuse_twice(viewer, marac, content)
    file = harmless(viewer, marac, content)
    try:
        reading = read_as_taught(content, name, marac)
    except Refusal as refusal:
        raise refusal.at("file") from None
    return _keep_reading(viewer=viewer, marac=marac, name=name, file=file, reading=reading, kept=kept)


@operation(needs=Permission.READ_DOCUMENTS)
def _keep_reading(
    *, viewer: Viewer, marac: Marac, name: str, file: Scanned, reading: Reading, kept: Document | None
) -> Referral:
    marac = lock(Marac, viewer, marac.pk)
    _refuse_twice(viewer, marac, file.content)
    document = kept or add_document(viewer=viewer, marac=marac, name=name, file=file, kind=Document.Kind.REFERRAL)
    seat = _seat_of_referrer(marac, reading.content, viewer.today)
    referral = Referral(
        marac=marac,
        agency=seat.agency if seat else None,
        return_group=seat.return_group if seat else "",
        document=document,
        state=Referral.State.READ,
        content=reading.content,
        reading=reading.as_plain(),
        referred_on=day_at(reading.content, "referral_date"),
        received_on=viewer.today,
    )
    referral.save()
    record(ReferralRead(referral_id=referral.pk, document_id=document.pk))
    return referral


def read_again(*, viewer: Viewer, referral: Referral) -> Referral:
    """With what was taught meanwhile, as long as nobody has corrected or checked anything: that is never undone."""
    if not is_untouched(referral.content, referral.reading) or referral.document is None:
        return referral
    reading = read_as_taught(content_of(referral.document), referral.document.name, referral.marac)
    return _keep_again(viewer=viewer, referral=referral, reading=reading, revision=referral.revision)


@operation(needs=Permission.READ_DOCUMENTS)
def _keep_again(*, viewer: Viewer, referral: Referral, reading: Reading, revision: int) -> Referral:
    referral = lock(Referral, viewer, referral.pk, revision=revision)
    check_open(referral.state)
    referral.reading = reading.as_plain()
    keep_content(referral, reading.content)
    referral.save()
    record(ReferralReadAgain(referral_id=referral.pk))
    return referral


@operation(needs=Permission.READ_DOCUMENTS)
def correct(*, viewer: Viewer, referral: Referral, changes: Mapping[str, Any], revision: int | None = None) -> Referral:
    """Put other values at these paths. What the document said stays in `reading`."""
    referral = lock(Referral, viewer, referral.pk, revision=revision)
    check_open(referral.state)
    keep_content(referral, changed(referral.content, changes))
    referral.save()
    record(ReferralCorrected(referral_id=referral.pk, paths=sorted(changes)))
    return referral


@operation(needs=Permission.READ_DOCUMENTS)
def remove_entry(*, viewer: Viewer, referral: Referral, path: str, revision: int | None = None) -> Referral:
    """Take out somebody, a number or an address that was read by mistake, such as "children[1]"."""
    referral = lock(Referral, viewer, referral.pk, revision=revision)
    check_open(referral.state)
    take_out_entry(referral, path)
    referral.save()
    record(ReferralEntryRemoved(referral_id=referral.pk, path=path))
    return referral


@operation(needs=Permission.READ_DOCUMENTS)
def confirm(*, viewer: Viewer, referral: Referral, paths: Collection[str], revision: int) -> Referral:
    """These values were read right, and at these places nothing is missing.

    `revision` is the page's: what somebody else changed meanwhile was not seen.
    """
    referral = lock(Referral, viewer, referral.pk, revision=revision)
    check_open(referral.state)
    known = {
        *referral.reading.get("certainty", {}),
        *(line.path for line in unclaimed(referral.content, referral.reading)),
    }
    read = [path for path in paths if path in known]
    if not read:
        raise Refusal(_("Nothing was read there from the document. Open the page again and choose what you checked."))
    note_checked(referral, read, by=viewer.name, on=viewer.today)
    referral.save()
    record(ReferralChecked(referral_id=referral.pk, paths=sorted(read)))
    return referral


def _refuse_twice(viewer: Viewer, marac: Marac, content: bytes) -> None:
    first = from_the_same_document(viewer, marac, content)
    if first is not None:
        raise AlreadyHere(first)


def _seat_of_referrer(marac: Marac, content: dict[str, Any], on: date) -> PanelSeat | None:
    """The panel agency that the form names, or the only one whose people write from that mail domain."""
    name = str(value_at(content, "referrer.agency") or "").casefold()
    domain = str(value_at(content, "referrer.email") or "").casefold().rpartition("@")[2]
    seats = list(seats_on(marac.pk, on))
    named = [seat for seat in seats if seat.agency.name.casefold() == name]
    same_domain = [seat for seat in seats if domain and domain in seat.agency.mail_domains.split()]
    return next((found[0] for found in (named, same_domain) if len(found) == 1), None)
