"""A referral from its first draft to its decision."""

from typing import Self

from django.db import models
from django.db.models import Q

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.audit.models import Record
from marac.cases.models import Case
from marac.cases.scope import seen
from marac.directory.models import Agency, Marac, ReturnGroup
from marac.documents.models import Document
from marac.kernel.text import _
from marac.people.scope import Confided


class ReferralQuerySet(Confided):
    def visible_to(self, viewer: Viewer) -> Self:
        """The referrer's own agency, and whoever decides referrals in that MARAC. Once it became a case, of those who
        see the case: its own agency, and those who see how to reach the victim; of them nobody who acts for the other
        where roles are disputed, for it tells of both.

        What was never sent, a draft or a draft given up, is seen by the referrer's own agency only; of what was told by
        telephone, by its office.
        """
        if viewer.is_system:
            return self
        refers = viewer.may(Permission.REFER) and viewer.agency_id is not None
        own = Q(agency=viewer.agency_id) if refers else Q(pk=None)
        of_case = Q(seen(viewer))
        if not viewer.may(Permission.SEE_CONTACT_DETAILS):
            of_case &= own
        never_sent = Q(state=Referral.State.DRAFT) | Q(state=Referral.State.WITHDRAWN, received_on=None)
        if viewer.may(Permission.READ_DOCUMENTS):
            undecided = own | ~never_sent
        else:
            undecided = own & ~(never_sent & Q(by_telephone=True))
        found = self.filter(of_case | (undecided & Q(case=None)), marac__in=viewer.marac_ids)
        if not viewer.may(Permission.SEE_CONTACT_DETAILS) and not viewer.may(Permission.READ_DOCUMENTS):
            found = found.filter(own)  # as both say already: for its index
        return found.told_to(viewer)

    def waiting(self) -> Self:
        return self.filter(state__in=(Referral.State.SUBMITTED, Referral.State.READ))


class Lacking(models.TextChoices):
    """What was poor about a referral when it came, as areas count it: by agency, to teach those who refer."""

    WHO = "who", _("Who is who: names, dates of birth, addresses")
    CONTACT = "contact", _("How the victim can be reached safely")
    PERPETRATOR = "perpetrator", _("Who the perpetrator is, and where")
    CHECKLIST = "checklist", _("The risk checklist, or answers in it")
    CONCERN = "concern", _("What the professional concern is, and why")
    EVENTS = "events", _("The events that show escalation")
    CONSENT = "consent", _("Whether the victim was told and agrees, or why not")
    SAFETY = "safety", _("What has been done today to keep them safe")
    OTHER = "other", _("Something else, as written below")


class Withdrawal(models.TextChoices):
    """Why a referral is withdrawn. That the victim does not agree is not among them."""

    REFERRER = "referrer", _("The referrer takes it back")
    DUPLICATE = "duplicate", _("The same agency has referred the same event already")
    WRONG_PERSON = "wrong_person", _("It is about the wrong person")


class Referral(Record):
    """What somebody told us. `content` is the referral in the shape of marac-intake/1 (docs/howto/intake.md): the draft
    is this row, so nothing is lost with a session; `reading` says where each value stood in the document it came from.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        READ = "read", _("Read from a document, to be checked")
        SUBMITTED = "submitted", _("Submitted")
        RETURNED = "returned", _("Returned for more information")
        ACCEPTED = "accepted", _("Accepted")
        NOT_MET = "not_met", _("Threshold not met")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        ELSEWHERE = "elsewhere", _("For another MARAC")

    class Kind(models.TextChoices):
        NEW = "new", _("New")
        REPEAT = "repeat", _("Repeat")
        TRANSFER = "transfer", _("Transfer in")
        UPDATE = "update", _("Further information on a case")
        SAME_EVENT = "same_event", _("Another agency's referral of the same event")

    marac = models.ForeignKey(Marac, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True)
    return_group = models.CharField(max_length=30, choices=ReturnGroup, blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    kind = models.CharField(max_length=10, choices=Kind, blank=True)
    content = models.JSONField(default=dict)
    reading = models.JSONField(default=dict, blank=True)
    from_address = models.CharField(max_length=254, blank=True, help_text="Of the message that it came in")
    sender_verified = models.TextField(blank=True, help_text="How somebody made sure who sent that message")
    sender_verified_by = models.CharField(max_length=200, blank=True)
    sender_verified_on = models.DateField(null=True, blank=True)
    by_telephone = models.BooleanField(default=False, help_text="Written down by the office while somebody told it")
    referred_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    written_on = models.DateField(null=True, blank=True, help_text="The last day on which the referrer wrote on it")
    incident_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decision_reason = models.TextField(blank=True)
    lacking = models.JSONField(default=list, blank=True, help_text="What was poor about it, also once it is mended")
    withdrawal = models.CharField(max_length=12, choices=Withdrawal, blank=True)
    elsewhere = models.CharField(max_length=120, blank=True, help_text="The MARAC that it is for")
    answer_by_on = models.DateField(null=True, blank=True)
    chased_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)

    # With these a case is told of no further abuse: nothing is counted from them, and they list no case.
    TELLS_NOTHING_NEW = (Kind.UPDATE, Kind.SAME_EVENT)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        ordering = ("-received_on", "-pk")
        indexes = (
            models.Index(fields=("state", "marac"), name="referral_by_state"),
            models.Index(fields=("-received_on", "-id"), name="referral_newest"),
            models.Index(fields=("marac", "-received_on", "-id"), name="referral_by_marac"),
            models.Index(fields=("agency", "marac", "-received_on", "-id"), name="referral_by_agency"),
        )

    class Register:
        about, keep = "victim", "with the case; without one, the MARAC's retention period"
        redact = (
            "id",
            "marac",
            "agency",
            "return_group",
            "case",
            "document",
            "state",
            "kind",
            "content",
            "reading",
            "by_telephone",
            "from_address",
            "sender_verified",
            "sender_verified_by",
            "sender_verified_on",
            "referred_on",
            "received_on",
            "written_on",
            "incident_on",
            "decided_on",
            "decided_by",
            "decision_reason",
            "lacking",
            "withdrawal",
            "elsewhere",
            "answer_by_on",
            "chased_on",
            "revision",
        )

    def __str__(self) -> str:
        return f"referral {self.pk}"

    @property
    def is_unverified(self) -> bool:
        """It came in a message, and nobody has made sure who sent that. A signed-in account needs no more."""
        return bool(self.from_address) and self.sender_verified_on is None
