"""On which template a paper is printed on a day, whose copy it is, and the versions that an area has had."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from marac.access.viewer import Viewer
from marac.directory.models import Agency, Marac
from marac.documents.merge import WORD
from marac.documents.queries import content_of
from marac.papers.fields import PAPER_NAMES, Paper
from marac.papers.models import WordTemplate


@dataclass(frozen=True)
class Sheet:
    """What a paper is printed on, and for whom. `version` is the area's own template; None is ours."""

    template: bytes
    copy_for: str
    version: WordTemplate | None = None


@dataclass(frozen=True)
class Standing:
    """One paper of one MARAC: what prints it today, and every version of the area's own, newest first."""

    marac: Marac
    paper: Paper
    name: str
    in_force: WordTemplate | None
    versions: list[WordTemplate]


def in_force(marac_id: int, paper: Paper, on: date) -> WordTemplate | None:
    """The last that began; where the area has none, or withdrew it, our own prints."""
    found = WordTemplate.objects.in_force(on).filter(marac=marac_id, paper=paper.value).select_related("document")
    return found.order_by("-from_on", "-pk").first()


def sheet_for(viewer: Viewer, marac_id: int, paper: Paper) -> Sheet:
    """For a paper that somebody asks for today: their agency's copy."""
    return sheet_of(in_force(marac_id, paper, viewer.today), paper, copy_for(viewer))


def sheet_of(version: WordTemplate | None, paper: Paper, copy_for: str) -> Sheet:
    template = content_of(version.document) if version else ours(paper)
    return Sheet(template=template, copy_for=copy_for, version=version)


def office_sheet(marac_id: int, paper: Paper, on: date) -> Sheet:
    """For what is kept whole, with every case in it."""
    return sheet_of(in_force(marac_id, paper, on), paper, office_copy())


def office_copy() -> str:
    """Of the kept file and of each cut that the office is given: the words tell nobody that a case is left out."""
    return _("Office copy")


def copy_for(viewer: Viewer) -> str:
    """By the agency for which somebody acts: a person is named nowhere on a paper of many cases."""
    name = Agency.objects.filter(pk=viewer.agency_id or 0).values_list("name", flat=True).first()
    return _("Copy for {agency}").format(agency=name) if name else _("Copy for nobody: not to be given on")


def ours(paper: Paper) -> bytes:
    return (WORD / f"{paper.value}.docx").read_bytes()


def standings(viewer: Viewer) -> list[Standing]:
    maracs = Marac.objects.visible_to(viewer).order_by("name")
    versions = list(WordTemplate.objects.visible_to(viewer).order_by("-pk"))
    found = []
    for marac in maracs:
        for paper, name in PAPER_NAMES.items():
            own = [each for each in versions if each.marac_id == marac.pk and each.paper == paper.value]
            found.append(Standing(marac, paper, name, _last_in_force(own, viewer.today), own))
    return found


def _last_in_force(versions: list[WordTemplate], on: date) -> WordTemplate | None:
    held = [
        each for each in versions if each.from_on and each.from_on <= on and (not each.until_on or each.until_on >= on)
    ]
    return max(held, key=lambda each: (each.from_on or on, each.pk), default=None)
