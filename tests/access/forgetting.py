"""A case taken out of the database with all that hangs from it, as if it had never been."""

from django.db import models

from marac.actions.models import Action, Reply, Risk
from marac.agenda.models import KeptPlace, SaidNeed
from marac.attendance.models import AtCase, ClosedToObservers, QuorumDecision
from marac.calls.models import Call
from marac.cases.models import Barred, Case, CaseAccess, EmergencySeat, NamedReader
from marac.conflicts.models import Suggestion
from marac.documents import store
from marac.documents.models import Document
from marac.flags.models import Flag
from marac.imports.models import Made
from marac.inbox.models import Message
from marac.joins.models import Pair, PairDecision
from marac.mail.models import Outgoing
from marac.meetings.models import AgendaItem, ListSent
from marac.minutes.models import Discussion, Entry, Issue
from marac.people.models import Dispute, Party
from marac.referrals.models import Referral
from marac.research.models import Finding, Request, Withheld
from marac.risk.models import Judgement, RiskAssessment
from marac.serial.models import SerialDecision, SerialPart
from marac.trackers.models import Line, OldReference
from tests.access.paper import word_of
from tests.access.world import World

FROM_A_CASE: dict[type[models.Model], str] = {
    **dict.fromkeys((KeptPlace, SaidNeed, AtCase, QuorumDecision, ClosedToObservers), "item__case"),
    SerialDecision: "parts__case",
    SerialPart: "case",
    PairDecision: "pair__first__parties__case",
    Pair: "first__parties__case",
    Made: "line__case",
    Line: "case",
    OldReference: "case",
    Message: "case",
    Call: "referral__case",
    Entry: "case",
    Discussion: "case",
    **dict.fromkeys((Withheld, Finding), "request__case"),
    **dict.fromkeys((Request, Flag), "case"),
    Reply: "action__case",
    **dict.fromkeys((Action, Risk, Outgoing, AgendaItem, RiskAssessment, Judgement, Referral, Document, Party), "case"),
    Dispute: "case",
    CaseAccess: "case",
    EmergencySeat: "case",
    Suggestion: "case",
    NamedReader: "case",
    Barred: "case",
    Case: "pk",
}


def forget(world: World, kinds: set[str]) -> None:
    """To be rolled back."""
    gone = [world.cases[kind].pk for kind in kinds]
    for issue in Issue.objects.all():
        content = issue.content | {"cases": [each for each in issue.content["cases"] if each["case_id"] not in gone]}
        file = word_of(content)
        kept = {"stored_as": store.keep(file), "sha256": store.sha256_of(file)}
        models.QuerySet(Document).filter(pk=issue.document_id).update(**kept)
        models.QuerySet(Issue).filter(pk=issue.pk).update(content=content, sha256=kept["sha256"])
    for sent in ListSent.objects.all():
        cases = [each for each in sent.cases if each["case_id"] not in gone]
        models.QuerySet(ListSent).filter(pk=sent.pk).update(cases=cases)
    for model, path in FROM_A_CASE.items():
        rows = models.QuerySet(model).filter(**{f"{path}__in": gone})
        models.QuerySet(model).filter(pk__in=list(rows.values_list("pk", flat=True)))._raw_delete("default")
