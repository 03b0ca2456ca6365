"""One notice to one person, from the operation that caused it to the mail server that took it."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.audit.models import Record, RecordQuerySet
from marac.cases.models import Case
from marac.cases.scope import seen
from marac.directory.models import Agency, Marac
from marac.mail.rules import (
    GATHERED,
    GATHERED_FOR,
    KEPT_TO_WHOM_IT_WENT,
    KIND_NAMES,
    STATE_NAMES,
    State,
)

# A run that was killed in the middle of sending is taken to be gone after this long, and its notice is sent again.
CLAIM_HOLDS = timedelta(minutes=15)


class OutgoingQuerySet(RecordQuerySet):
    def visible_to(self, viewer: Viewer) -> Self:
        """Those who see what was sent in their MARACs; a notice about a case as far as they may see the case. An alert
        and the like may be about them: each sees those that went to themselves only."""
        if viewer.is_system:
            return self
        if not viewer.may(Permission.SEE_WHAT_WAS_SENT):
            return self.none()
        of_case = seen(viewer)
        open_to_all = ~Q(kind__in=[kind.value for kind in KEPT_TO_WHOM_IT_WENT]) | Q(user=viewer.user_id)
        return self.filter(open_to_all, Q(case=None) | of_case, marac__in=viewer.marac_ids)

    def free(self, at: datetime) -> Self:
        """May be sent now: not in the hands of a run that may still be sending it, nor waiting after a failure."""
        free = Q(claimed_at=None) | Q(claimed_at__lte=at - CLAIM_HOLDS)
        return self.filter(free, Q(next_try_at=None) | Q(next_try_at__lte=at), state=State.QUEUED.value)

    def due(self, at: datetime) -> Self:
        """To be sent now: of what is gathered, once it has waited for its neighbours."""
        gathered = Q(kind__in=[kind.value for kind in GATHERED])
        return self.free(at).filter(~gathered | Q(queued_at__lte=at - GATHERED_FOR))


class Outgoing(Record):
    """`about` is the thing as the code knows it ("meeting 12"), `reference` as people do; `address` is copied, so that
    the record stays true when theirs changes. Without a user it says that an agency had nobody to
    be told, or is a letter to somebody without an account. `letter` is
    what it says, sealed, where that is of its own; it is kept until it has left."""

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)
    address = models.EmailField(blank=True)
    kind = models.CharField(max_length=10, choices=[(kind.value, text) for kind, text in KIND_NAMES.items()])
    about = models.CharField(max_length=40)
    reference = models.CharField(max_length=40)
    changes = models.JSONField(default=dict, help_text="Which issue takes the place of which, and what differs")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True)
    queued_on = models.DateField()
    queued_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(
        max_length=10, choices=[(state.value, text) for state, text in STATE_NAMES.items()], default=State.QUEUED.value
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    letter = models.TextField(blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    number = models.CharField(max_length=120, blank=True, help_text="Of the message that it went in, for its answers")

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        ordering = ("-queued_on", "-pk")
        indexes = (
            models.Index(fields=("state", "next_try_at"), name="mail_by_state"),
            models.Index(fields=("marac", "-queued_on"), name="mail_by_marac"),
            models.Index(fields=("about",), name="mail_by_about"),
            models.Index(fields=("number",), name="mail_by_number"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at=None)),
                name="mail_sent_with_its_time",
            ),
            models.CheckConstraint(
                condition=Q(user=None, address="", state="nobody")
                | (Q(user=None, kind="guest") & ~Q(address="") & ~Q(state="nobody"))
                | (Q(user__isnull=False) & ~Q(state="nobody")),
                name="mail_to_a_person_or_to_nobody",
            ),
            models.CheckConstraint(condition=Q(letter="") | Q(state="queued"), name="mail_letter_while_it_waits"),
        )

    class Register:
        about, keep = "user", "as long as the cases they worked on"
        give = ("id", "marac", "agency", "user", "address", "kind", "queued_on", "queued_at", "state", "sent_at")
        redact = ("about", "reference", "changes", "case")
        withhold = ("attempts", "error", "letter", "next_try_at", "claimed_at", "number")

    # Read by a change of keys (config/rotation.py).
    SEALED = {"letter": "sealed_for"}

    def __str__(self) -> str:
        return f"notice {self.pk}"

    def sealed_for(self) -> bytes:
        """Moved to a row for another address, it cannot be opened."""
        return f"letter {self.user_id} {self.address}".encode()
