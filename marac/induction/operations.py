"""Signing the words in force."""

from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.operation import lock, operation, record
from marac.directory.models import Marac
from marac.induction.models import Signature
from marac.induction.queries import unsigned_maracs, words_of
from marac.induction.rules import mark_of
from marac.kernel.refusal import Refusal
from marac.kernel.text import _


@dataclass(frozen=True)
class WordsSigned:
    marac_id: int
    mark: str


@dataclass(frozen=True)
class AllSigned:
    marac_ids: list[int]


@operation(needs=Permission.SEE_OWN_WORK)
def sign(*, viewer: Viewer, marac: Marac, mark: str) -> Signature:
    """`mark` is of the words that the page showed: others that came into force meanwhile have to be read first."""
    marac = lock(Marac, viewer, marac.pk)
    words = words_of(marac.pk, viewer.today)
    if mark != mark_of(words):
        raise Refusal(_("These words were changed while you read them. Read the new ones, and sign those."))
    user = lock(User, viewer, viewer.user_id)
    made, _new = Signature.objects.get_or_create(
        user=user, marac=marac, mark=mark, defaults={"words": words, "signed_on": viewer.today}
    )
    record(WordsSigned(marac_id=marac.pk, mark=mark))
    return made


@operation(needs=Permission.SEE_OWN_WORK)
def sign_all(*, viewer: Viewer) -> None:
    """What waits in each of the viewer's MARACs, by who read it on paper: the invented people of a demonstration."""
    for marac_id in unsigned_maracs(viewer.user_id, viewer.marac_ids, viewer.today):
        mark = mark_of(words_of(marac_id, viewer.today))
        sign(viewer=viewer, marac=Marac.objects.get(pk=marac_id), mark=mark)
    record(AllSigned(marac_ids=sorted(viewer.marac_ids)))
