"""One case as a page shows it: who is in it, and the seats on it."""

from dataclasses import dataclass

from marac.access.viewer import Viewer
from marac.cases.models import Case, CaseAccess
from marac.people.models import Party


@dataclass(frozen=True)
class CaseFile:
    """The case with its parties in order (victim, perpetrators, children, others) and its seats."""

    case: Case
    parties: list[Party]
    seats: list[CaseAccess]


_ORDER = [Party.Role.VICTIM, Party.Role.PERPETRATOR, Party.Role.CHILD, Party.Role.OTHER]


def case_file(viewer: Viewer, case: Case) -> CaseFile:
    """Everything the page needs, in a constant number of queries."""
    parties = Party.objects.visible_to(viewer).filter(case=case).select_related("person")
    parties = parties.prefetch_related("person__addresses", "person__phones", "person__other_names")
    seats = CaseAccess.objects.filter(case=case).select_related("agency").order_by("agency__name", "from_on")
    return CaseFile(case=case, parties=sorted(parties, key=lambda each: _ORDER.index(each.role)), seats=list(seats))


def cases_found(viewer: Viewer, words: str):
    """The viewer's cases, newest first; with words, those whose reference holds them."""
    found = Case.objects.visible_to(viewer).select_related("marac")
    return found.filter(reference__icontains=words) if words else found
