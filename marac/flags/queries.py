"""What pages ask about flags: an agency's own, and what is missing anywhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.cases.models import Case
from marac.cases.scope import seen
from marac.directory.choices import NAMES, Anchor
from marac.directory.queries import profile_on
from marac.flags.models import Flag, FlagQuerySet
from marac.flags.rules import STANDING_NAMES, Standing, chosen_anchor, standing_on


@dataclass(frozen=True)
class Row:
    """A flag with where it stands today, in words, and what its agency may press."""

    flag: Flag
    standing: Standing
    words: str
    late: bool


@dataclass(frozen=True)
class Terms:
    """The local rules that a flag is asked for by: months, what they are counted from, and the words of the flag."""

    months: int
    counted_from: str
    text: str


@dataclass(frozen=True)
class CountedFrom:
    """The day that a flag's months are counted from, and in words what that day was."""

    on: date
    words: str


def my_flags(viewer: Viewer) -> FlagQuerySet[Flag]:
    """The viewer's agency's current flags, by end; `seen` says whether the viewer may open the case."""
    found: FlagQuerySet[Flag] = Flag.objects.visible_to(viewer).current().filter(agency=viewer.agency_id)
    return found.select_related("case").annotate(seen=seen(viewer))


def gaps(viewer: Viewer) -> FlagQuerySet[Flag]:
    """Flags not confirmed, past their end, or asked to be removed, of every agency; for those who manage flags."""
    if not viewer.may(Permission.MANAGE_FLAGS):
        return Flag.objects.none()
    found: FlagQuerySet[Flag] = Flag.objects.visible_to(viewer).here(viewer).gaps(viewer.today)
    return found.select_related("case", "agency").order_by("case__reference", "agency__name")


def cases_past_end(viewer: Viewer, limit: int) -> list[Case]:
    """Cases whose flags have all reached their end, and of which nobody has asked for them to be taken off."""
    here = Flag.objects.filter(case=OuterRef("pk"), removal_asked_on=None).current()
    over = Case.objects.visible_to(viewer).filter(Exists(here), ~Exists(here.filter(ends_on__gt=viewer.today)))
    return list(over.order_by("pk")[:limit])


def flags_of(viewer: Viewer, case: Case) -> FlagQuerySet[Flag]:
    """The flags of one case that the viewer may see, by agency, those removed too."""
    found: FlagQuerySet[Flag] = Flag.objects.visible_to(viewer).filter(case=case)
    return found.select_related("agency", "case").order_by("agency__name", "starts_on")


def rows(viewer: Viewer, flags: Iterable[Flag]) -> list[Row]:
    made = []
    for flag in flags:
        standing = standing_of(viewer, flag)
        late = (standing is Standing.ASKED and flag.confirm_by_on < viewer.today) or standing is Standing.ENDED
        made.append(Row(flag, standing, STANDING_NAMES[standing], late))
    return made


def standing_of(viewer: Viewer, flag: Flag) -> Standing:
    return standing_on(
        viewer.today,
        ends_on=flag.ends_on,
        confirmed_on=flag.confirmed_on,
        removal_asked_on=flag.removal_asked_on,
        removed_on=flag.removed_on,
    )


def anchor_for(viewer: Viewer, case: Case, dates: Mapping[Anchor, date]) -> CountedFrom | None:
    """Which of the dates of a case its flags are counted from today; None where none would do."""
    profile = profile_on(case.marac_id, viewer.today)
    found = chosen_anchor(profile.flag_anchor, dates, profile.flag_months, viewer.today)
    return CountedFrom(found[1], NAMES[found[0]]) if found else None


def is_flagged(case: Case) -> bool:
    """Some agency has a flag on it, or was asked to place one."""
    found: bool = Flag.objects.filter(case=case).current().exists()
    return found


def terms_for(viewer: Viewer, case: Case) -> Terms:
    """What the MARAC's protocol says of flags today."""
    profile = profile_on(case.marac_id, viewer.today)
    return Terms(profile.flag_months, NAMES[profile.flag_anchor], profile.flag_text)
