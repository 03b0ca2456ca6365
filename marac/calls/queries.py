"""What a page of a call shows, and whose caller is still to be rung back."""

from dataclasses import dataclass

from django.db.models import QuerySet

from marac.access.viewer import Viewer
from marac.calls.models import Call
from marac.calls.rules import still_to_ask
from marac.calls.script import script
from marac.intake.missing import Missing, missing
from marac.intake.paths import without_blanks
from marac.referrals.models import Referral
from marac.referrals.queries import asked_of
from marac.sheets import Sheet, sheet_of


@dataclass(frozen=True)
class Asking:
    """The script of a call, and what of it was not asked yet: by section, and first of all."""

    sheets: tuple[Sheet, ...]
    by_sheet: dict[str, list[Missing]]
    following: list[tuple[Missing, Sheet]]


def asking(viewer: Viewer, referral: Referral) -> Asking:
    tool, local = asked_of(referral, viewer.today)
    sheets = script(tool, local)
    by_sheet: dict[str, list[Missing]] = {}
    for each in still_to_ask(referral.content, missing(without_blanks(referral.content), tool)):
        sheet = sheet_of(each.path, sheets) or sheet_of(f"{each.path}[0]", sheets)
        if sheet is not None and not any(other.path == each.path for other in by_sheet.get(sheet.slug, ())):
            by_sheet.setdefault(sheet.slug, []).append(each)
    following = [(by_sheet[sheet.slug][0], sheet) for sheet in sheets if sheet.slug in by_sheet]
    return Asking(sheets, by_sheet, following)


def call_of(viewer: Viewer, referral: Referral) -> Call | None:
    """In which it was told; none of a referral that came otherwise."""
    return Call.objects.visible_to(viewer).filter(referral=referral).first()


def to_ring_back(viewer: Viewer) -> QuerySet[Call]:
    """Calls that were handed in, whose agency has not said yet that it stands by them."""
    found = Call.objects.visible_to(viewer).filter(ended_at__isnull=False, outcome="").select_related("referral")
    return found.exclude(referral__state=Referral.State.WITHDRAWN)
