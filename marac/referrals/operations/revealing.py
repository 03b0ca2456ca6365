"""What of a referral is sealed, shown by an act that the trail keeps: one thing, or the whole while it is checked."""

from dataclasses import dataclass

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import AuditEvent
from marac.audit.operation import lock, operation, record
from marac.intake.masks import sealed_in
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.referrals.models import Referral


@dataclass(frozen=True)
class ReferralShown:
    """The whole, with its document."""

    kind = AuditEvent.Kind.READ

    case_id: int | None
    referral_id: int


@dataclass(frozen=True)
class ReferralPartRevealed:
    kind = AuditEvent.Kind.READ

    case_id: int | None
    referral_id: int
    path: str


@operation(needs=Permission.REVEAL)
def show(*, viewer: Viewer, referral: Referral) -> Referral:
    """For comparing what was read with the document, where one by one would be fifty presses."""
    referral = lock(Referral, viewer, referral.pk)
    record(ReferralShown(case_id=referral.case_id, referral_id=referral.pk))
    return referral


@operation(needs=Permission.REVEAL)
def reveal_part(*, viewer: Viewer, referral: Referral, path: str) -> dict[str, str]:
    """By path, what is sealed there: one text, or those of one number or address."""
    referral = lock(Referral, viewer, referral.pk)
    sealed = sealed_in(referral.content)
    found = {each: text for each, text in sealed.items() if each == path or each.rpartition(".")[0] == path}
    if not found:
        raise Refusal(_("Nothing is withheld there any more. Open the referral again."))
    record(ReferralPartRevealed(case_id=referral.case_id, referral_id=referral.pk, path=path))
    return found
