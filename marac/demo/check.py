"""Whether an invented area keeps every rule of the models: rows written in bulk are asked what a form would ask."""

from collections.abc import Iterator
from datetime import date

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Count, Exists, F, ForeignKey, Model, OuterRef, Q

from marac.access.viewer import the_system
from marac.actions.models import Action
from marac.actions.rules import State, check_belongs, check_cannot, check_task, check_words
from marac.audit.models import Record
from marac.audit.verification import verify_trail
from marac.cases.models import Case, CaseAccess
from marac.flags.models import Flag
from marac.kernel.refusal import Refusal
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.models import Entry, Issue
from marac.minutes.queries import whole_minutes
from marac.minutes.rules import check_line
from marac.people.models import Party
from marac.referrals.models import Referral
from marac.research.models import Finding, Request
from marac.risk.models import Judgement, RiskAssessment


def faults(today: date) -> Iterator[str]:
    """What is wrong, a sentence each; nothing where every rule holds. The database itself keeps what is unique."""
    for model in apps.get_app_config("marac").get_models():
        if issubclass(model, Record):
            yield from _fields(model)
    for look in (_assessments, _referrals, _cases, _lines, _actions, _dates, _waiting, _positions):
        yield from look()
    yield from _ahead(today)
    yield from _issues(today)
    verdict = verify_trail()
    if verdict.first_bad is not None:
        yield verdict.sentence


def _fields(model: type[Model]) -> Iterator[str]:
    """Choices, lengths and blanks, which SQLite does not ask about; keys are the database's own business.

    Not known is a value where a column allows it, and so is an empty answer in JSON.
    """
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, ForeignKey)]
    keys = {field.name for field in model._meta.concrete_fields} - {field.name for field in fields}
    for row in model._default_manager.iterator(chunk_size=2000):
        left_out = {each.name for each in fields if (each.null and getattr(row, each.name) is None)}
        left_out |= {each.name for each in fields if getattr(row, each.name) == {}}
        try:
            row.clean_fields(exclude=keys | left_out)
        except ValidationError as error:
            yield f"{model.__name__} {row.pk}: {error.message_dict}"


def _assessments() -> Iterator[str]:
    judged = set(Judgement.objects.values_list("referral_id", flat=True))
    for each in RiskAssessment.objects.exclude(answers={}).iterator():
        given = list(each.answers.values())
        if (each.yes, each.not_known, each.unanswered) != tuple(map(given.count, ("yes", "dont_know", "blank"))):
            yield f"Assessment {each.pk}: the counts are not those of its answers."
        if each.threshold is None or not each.referral_id:
            continue
        if each.yes < each.threshold and each.referral_id not in judged:
            yield f"Assessment {each.pk}: below the threshold, and nobody says why it was accepted."
        stated = Referral.objects.get(pk=each.referral_id).content["criteria"]["visible_high_risk"]
        if stated is not None and stated != (each.yes >= each.threshold):
            yield f"Assessment {each.pk}: the ground that the referral states does not follow from the count."


def _referrals() -> Iterator[str]:
    decided = {"accepted", "not_met", "withdrawn", "returned", "elsewhere"}
    for each in Referral.objects.iterator():
        if (each.state in decided) != bool(each.decided_on and each.decided_by):
            yield f"Referral {each.pk} is {each.state}; its decision has a day and a name, or neither."
        if (each.state == "accepted") != bool(each.case_id and each.kind):
            yield f"Referral {each.pk} is {each.state}; only what is accepted has a case and a kind."
        if each.referred_on and each.received_on and each.received_on < each.referred_on:
            yield f"Referral {each.pk} was received before it was made."


def _cases() -> Iterator[str]:
    victims = Count("parties", filter=Q(parties__role=Party.Role.VICTIM), distinct=True)
    harmers = Count("parties", filter=Q(parties__role=Party.Role.PERPETRATOR), distinct=True)
    counted = Case.objects.annotate(victims=victims, harmers=harmers)
    for each in counted.filter(Q(victims=0) | Q(harmers=0)):
        yield f"Case {each.reference} has nobody as victim, or nobody as perpetrator."
    heard = AgendaItem.objects.filter(state=AgendaItem.State.HEARD)
    for model in (RiskAssessment, CaseAccess):
        missing = heard.exclude(case__in=model._default_manager.values("case"))
        for item in missing.select_related("case"):
            yield f"Case {item.case.reference} was heard without a {model.__name__}."


def _lines() -> Iterator[str]:
    for each in Entry.objects.iterator():
        try:
            check_line(kind=each.kind, agency=each.agency_id, text=each.text, may_be_minuted=each.may_be_minuted)
        except Refusal as refusal:
            yield f"Line {each.pk}: {refusal.sentence}"
    for model in (Entry, Finding, Action):
        for field in ("text", "task"):
            if hasattr(model, field):
                for row in model._default_manager.filter(Q(**{f"{field}__contains": "{"}) | Q(**{field: ""})):
                    yield f"{model.__name__} {row.pk}: a name is missing from its words."


def _actions() -> Iterator[str]:
    for each in Action.objects.select_related("item", "risk").iterator():
        try:
            check_task(task=each.task, due_on=each.due_on, agreed_on=each.agreed_on)
            check_belongs(
                case_id=each.case_id,
                item_case_id=each.item.case_id if each.item else None,
                risk_case_id=each.risk.case_id if each.risk else None,
            )
            if each.state != "open":
                check_words(State(each.state), reason=each.reason, outcome=each.outcome)
            if each.state == State.CANNOT:
                check_cannot(cause=each.cause, new_plan=each.new_plan)
        except Refusal as refusal:
            yield f"Action {each.pk}: {refusal.sentence}"
    owners = CaseAccess.objects.filter(case=OuterRef("case"), agency=OuterRef("agency"))
    for each in Action.objects.filter(~Exists(owners)):
        yield f"Action {each.pk}: its agency has no seat on the case."


def _dates() -> Iterator[str]:
    """Days that cannot come before others."""
    orders: tuple[tuple[type[Model], str, str], ...] = (
        (Meeting, "cut_off_on", "list_on"),
        (Meeting, "list_on", "held_on"),
        (Meeting, "held_on", "minutes_on"),
        (Request, "asked_on", "due_on"),
        (Request, "asked_on", "answered_on"),
        (Action, "agreed_on", "reported_on"),
        (Flag, "asked_on", "confirmed_on"),
        (Flag, "asked_on", "ends_on"),
        (Flag, "removal_asked_on", "removed_on"),
        (Issue, "approved_on", "issued_on"),
        (Case, "opened_on", "closed_on"),
    )
    for model, first, then in orders:
        for row in model._default_manager.filter(**{f"{then}__lt": F(first)}):
            yield f"{model.__name__} {row.pk}: {then} is before {first}."


def _waiting() -> Iterator[str]:
    over = AgendaItem.objects.filter(meeting__state__in=(Meeting.State.HELD, Meeting.State.MINUTED))
    for item in over.filter(state=AgendaItem.State.LISTED).select_related("case"):
        yield f"Case {item.case.reference} still waits at a meeting that was held."
    for item in over.filter(state=AgendaItem.State.HEARD, discussion=None).select_related("case"):
        yield f"Case {item.case.reference} was heard and nothing is minuted."
    for item in over.exclude(state=AgendaItem.State.HEARD).filter(reason="").select_related("case"):
        yield f"Case {item.case.reference} was not heard, and no reason is given."


def _positions() -> Iterator[str]:
    twice = AgendaItem.objects.values("meeting", "position").annotate(times=Count("pk")).filter(times__gt=1)
    for row in twice.order_by("meeting"):
        yield f"Meeting {row['meeting']} has two cases in place {row['position']}."


def _ahead(today: date) -> Iterator[str]:
    """What has happened is not dated ahead."""
    past = (
        (Request, "answered_on"),
        (Finding, "dated_on"),
        (Entry, "dated_on"),
        (Action, "reported_on"),
        (Flag, "confirmed_on"),
        (Flag, "removed_on"),
        (Issue, "issued_on"),
        (Referral, "received_on"),
        (Referral, "decided_on"),
    )
    for model, field in past:
        for row in model._default_manager.filter(**{f"{field}__gt": today}):
            yield f"{model.__name__} {row.pk}: {field} is still to come."


def _issues(today: date) -> Iterator[str]:
    """The last issue of a meeting whose minutes went out says what the minutes say."""
    for meeting in Meeting.objects.filter(state=Meeting.State.MINUTED):
        last = Issue.objects.filter(meeting=meeting, state=Issue.State.ISSUED).order_by("-number").first()
        if last is None or last.content != whole_minutes(the_system(today), meeting):
            yield f"The minutes of the meeting of {meeting.held_on} did not go out as they stand."
        elif not last.copies.exists():
            yield f"The minutes of the meeting of {meeting.held_on} went to nobody."
