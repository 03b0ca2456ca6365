"""One area with a case of every kind, and everything that can hang from a case, each with words found nowhere else."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from marac.access.roles import Permission, Role
from marac.accounts.models import Membership, User
from marac.actions.models import Action, Reply, Risk
from marac.agenda.models import KeptPlace, SaidNeed
from marac.attendance.models import AtCase, ClosedToObservers, QuorumDecision
from marac.audit.operation import operation, record
from marac.calls.models import Call
from marac.cases.models import Barred, Case, CaseAccess, EmergencySeat, NamedReader
from marac.conflicts.models import Declared, Suggestion
from marac.diary.models import Diary
from marac.diary.rules import address_mark
from marac.directory.models import Agency, BankHoliday, Marac, PanelSeat, SettingValue
from marac.documents import store
from marac.documents.models import Document
from marac.flags.models import Flag
from marac.guests.models import GuestLink
from marac.imports.models import Made
from marac.inbox.models import Message
from marac.joins.models import Pair, PairDecision
from marac.lessons.models import TaughtLabel
from marac.mail.models import Outgoing
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.minutes.models import Copy, Discussion, Entry, Issue
from marac.minutes.queries import whole_minutes
from marac.people.models import ActsFor, Address, Dispute, Party, Person, Phone
from marac.people.operations import refresh_keys
from marac.records.models import Alert
from marac.referrals.models import Referral
from marac.research.models import Finding, Request, Withheld
from marac.risk.models import Judgement, RiskAssessment
from marac.serial.models import SerialDecision, SerialPart
from marac.trackers.models import Line, OldReference, Tracker
from tests import make
from tests.access.dates import keep_dates
from tests.access.paper import action_list_of, pack_of, template_of, word_of

# What each kind of case is, for the agency and the people of the world: see tests/access/rule.py.
KINDS = (
    *("held", "ended", "no_seat", "emergency", "restricted", "named", "barred", "named_and_barred", "elsewhere"),
    "disputed",
)
ROLES = tuple(role for role in Role if role is not Role.SYSTEM)
# In the words of a referral, as on the records made of it: a confidential address, a number and how to tell.
SEALED = {
    "victims": [
        {
            "phones": [{"number": "07700900098", "note": "afterfourReferral"}],
            "addresses": [{"text": "Refuge9Secret", "postcode": "ZZ9 9ZZ", "confidential": True}],
        }
    ],
    "consent": {"safe_to_tell": True, "how_to_tell": "afterfourHow"},
    "narrative": {"text": "He rang 07700 900098 and came to Refuge9Secret."},
}
UNSEATED = ("no_seat", "emergency")
BEFORE = timedelta(days=20)


@dataclass(frozen=True)
class WorldMade:
    what: str


@dataclass
class World:
    """`records` holds, by the name of a model and the kind of case, the keys of what hangs from it."""

    today: date
    marac: Marac
    own: Agency
    other: Agency
    users: dict[Role, User]
    cases: dict[str, Case] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    records: dict[tuple[str, str], list[Any]] = field(default_factory=dict)

    def keep(self, kind: str, row: models.Model) -> Any:
        row.save()
        self.records.setdefault((type(row).__name__, kind), []).append(row)
        return row

    def word(self, kind: str, what: str) -> str:
        """A text that stands in this kind of case only."""
        text = f"{what}{kind.replace('_', '').title()}"
        self.words.setdefault(kind, []).append(text)
        return text


def build(today: date) -> World:
    marac, elsewhere = make.marac("Northmoor"), make.marac("Fellshire")
    own, other = make.agency("Northmoor Homes", marac=marac), make.agency("Northmoor Police", marac=marac)
    users = {role: make.member(role, marac=marac, agency=own) for role in ROLES}
    world = World(today, marac, own, other, users)
    _fill(viewer=make.system(today), world=world, elsewhere=elsewhere)
    return world


@operation(needs=Permission.DO_DUE_WORK)
def _fill(*, viewer: Any, world: World, elsewhere: Marac) -> None:
    here = _meeting(world, "here", world.marac)
    there = _meeting(world, "elsewhere", elsewhere)
    for number, kind in enumerate(KINDS, start=1):
        meeting = there if kind == "elsewhere" else here
        _case(world, kind, meeting, number)
    _issue(viewer, world, "here", here)
    _issue(viewer, world, "elsewhere", there)
    for role, user in world.users.items():
        world.keep(f"of {role.value}", pack_of(viewer, here, user, role, world.own))
    _undecided(world)
    _directory(world, elsewhere)
    for person in Person.objects.all():
        refresh_keys(person)
    record(WorldMade(what="everything"))


def _meeting(world: World, kind: str, marac: Marac) -> Meeting:
    steps = ("cut_off_on", "list_on", "research_on", "papers_on", "action_list_on", "minutes_on")
    dates = dict.fromkeys(steps, world.today - BEFORE) | {"held_on": world.today, "list_sent_on": world.today - BEFORE}
    meeting = world.keep(kind, Meeting(marac=marac, starts_at=time(9, 30), state="listed", venue="Town Hall", **dates))
    for kind_of, agency in ((kind, world.own), (f"{kind} of other", world.other)):
        world.keep(kind_of, ListSent(meeting=meeting, agency=agency, sent_on=world.today - BEFORE))
    keep_dates(world, kind, meeting)
    return meeting


def _case(world: World, kind: str, meeting: Meeting, number: int) -> None:
    reference = world.word(kind, "REF")
    restricted = kind in ("restricted", "named", "named_and_barred")
    opened_on = world.today - BEFORE
    case = Case(marac=meeting.marac, reference=reference, opened_on=opened_on, restricted=restricted)
    world.cases[kind] = world.keep(kind, case)
    _doors(world, kind, case, opened_on)
    _people(world, kind, case, number)
    referral = _referral(world, kind, case)
    item = AgendaItem(meeting=meeting, case=case, referral=referral, position=number, minutes=12)
    item = world.keep(kind, item)
    for sent in ListSent.objects.filter(meeting=meeting):
        sent.cases = [*sent.cases, {"case_id": case.pk, "reference": reference}]
        sent.save()
    _work(world, kind, item, world.other, "Other")
    if kind not in UNSEATED:
        _work(world, kind, item, world.own, "Own")
    _said(world, kind, item)
    user = world.users[Role.COORDINATOR]
    notice = Outgoing(marac=case.marac, agency=world.own, user=user, address=user.email, kind="research", case=case)
    notice.about, notice.reference, notice.queued_on = f"case {case.pk}", reference, world.today
    world.keep(kind, notice)
    _message(world, kind, case)


def _message(world: World, kind: str, case: Case) -> None:
    """What came to the inbox and names the case."""
    original = world.keep(kind, _document(world.today, case.marac, case, f"{kind} mail", "message"))
    message = Message(marac=case.marac, came="mail", document=original, case=case, fingerprint=f"of {kind}")
    message.subject, message.taken_on = world.word(kind, "subject"), world.today
    message.look = {"lines": [world.word(kind, "written")], "files": []}
    message.proposed, message.reasons = "information", [["case", case.reference]]
    world.keep(kind, message)


def _doors(world: World, kind: str, case: Case, from_on: date) -> None:
    CaseAccess(case=case, agency=world.other, basis="panel", from_on=from_on).save()
    if kind not in UNSEATED:
        until_on = world.today - timedelta(days=1) if kind == "ended" else None
        CaseAccess(case=case, agency=world.own, basis="panel", from_on=from_on, until_on=until_on).save()
    for user in world.users.values():
        if kind in ("named", "named_and_barred"):
            NamedReader(case=case, user=user, reason="works on it", from_on=from_on).save()
        if kind in ("barred", "named_and_barred"):
            Barred(case=case, user=user, reason="knows them", from_on=from_on).save()
        if kind in ("emergency", "barred", "restricted"):
            _emergency(case, user, world.own, timezone.now() - timedelta(minutes=1)).save()
    reviewed = _emergency(case, make.user("Una Sorrel"), world.other, timezone.now() - timedelta(days=1))
    reviewed.reason, reviewed.reviewer = world.word(kind, "emergency"), world.users[Role.COORDINATOR]
    world.keep(kind, reviewed)
    suggested = Suggestion(case=case, user=reviewed.user, strong=False, made_on=from_on)
    suggested.reasons = [["surname", "victim"]]
    world.keep(kind, suggested)


def _emergency(case: Case, user: User, agency: Agency, at: datetime) -> EmergencySeat:
    seat = EmergencySeat(case=case, user=user, agency=agency, reason="asked", opened_at=at, review_by_on=at.date())
    seat.until_at = at + timedelta(hours=9)
    return seat


def _people(world: World, kind: str, case: Case, number: int) -> None:
    victim = Person(marac=case.marac, surname=world.word(kind, "Tallow"), forenames="Wren", born_as_written="1990")
    perpetrator = Person(marac=case.marac, surname=world.word(kind, "Heron"), forenames="Ash")
    for person, role in ((victim, "victim"), (perpetrator, "perpetrator")):
        world.keep(kind, person)
        world.keep(kind, Party(case=case, person=person, role=role, note=world.word(kind, f"note{role}")))
    _dispute(world, kind, case, victim, perpetrator)
    asked = Pair(marac=case.marac, first=victim, second=perpetrator, risk=5, weight=1, proposed_on=world.today)
    by = {"pair": world.keep(kind, asked), "decided_by": "Ada", "decided_on": world.today}
    world.keep(kind, PairDecision(verdict="cannot_tell", reason=world.word(kind, "paired"), **by))
    verdict = SerialDecision(verdict="confirmed", reason=world.word(kind, "serial"), on=1, decided_on=world.today)
    world.keep(kind, SerialPart(decision=world.keep(kind, verdict), case=case, person=perpetrator))
    world.keep(kind, Phone(person=victim, number=f"077009000{number:02}", note=world.word(kind, "afterfour")))
    world.keep(kind, Address(person=victim, text=world.word(kind, "MillLane"), postcode="ZZ1 1ZZ"))
    refuge = Address(person=victim, text=f"Refuge{number}Secret", postcode="ZZ9 9ZZ", confidential=True)
    world.keep(kind, refuge)


def _dispute(world: World, kind: str, case: Case, victim: Person, perpetrator: Person) -> None:
    """Recorded by mistake in every case but one, where the agency of the world acts for whom the victim accuses."""
    dispute = Dispute(case=case, first=victim, second=perpetrator, said_by=world.word(kind, "accuser"))
    dispute.said_on, dispute.reason = world.today, world.word(kind, "accused")
    if kind != "disputed":
        dispute.outcome, dispute.decided_on, dispute.ended_on = "mistake", world.today, world.today
    world.keep(kind, dispute)
    acting = {"reason": "Told us", "confirmed": True, "from_on": world.today}
    if kind in ("held", "disputed"):
        acts = world.keep(kind, ActsFor(person=perpetrator, agency=world.own, **acting))
        world.records.setdefault(("ActsFor", "here"), [acts])


def _referral(world: World, kind: str, case: Case) -> Referral:
    document = world.keep(kind, _document(world.today, case.marac, case, kind))
    content = {"referrer": {"name": world.word(kind, "Referrer")}, "concerns": world.word(kind, "concern")}
    content |= SEALED
    found = Referral(marac=case.marac, case=case, document=document, agency=world.other, state="accepted", kind="new")
    found.content, found.referred_on, found.received_on = content, world.today - BEFORE, world.today - BEFORE
    found.decision_reason = world.word(kind, "decision")
    found.by_telephone = True
    world.keep(kind, found)
    clerk = world.users[Role.COORDINATOR]
    call = Call(referral=found, taken_by=clerk, began_at=timezone.now(), ended_at=timezone.now())
    call.spoken_to = world.word(kind, "spoken")
    world.keep(kind, call)
    numbers = {"yes": 15, "not_known": 0, "unanswered": 0, "threshold": 14}
    assessment = RiskAssessment(case=case, referral=found, tool="dash", tool_version="1", **numbers)
    assessment.completed_on = world.today - BEFORE
    world.keep(kind, assessment)
    said = {"judged_by": "Somebody", "judged_on": world.today - BEFORE, "reasons": world.word(kind, "judgement")}
    world.keep(kind, Judgement(case=case, referral=found, **said))
    return found


def _document(made_on: date, marac: Marac, case: Case | None, kind: str, what: str = "referral") -> Document:
    content = f"{what} {kind}".encode()
    kept = {"stored_as": store.keep(content), "sha256": store.sha256_of(content), "size": len(content)}
    return Document(marac=marac, case=case, kind=what, name=f"{what}.txt", added_on=made_on, added_by="Ada", **kept)


def _work(world: World, kind: str, item: AgendaItem, agency: Agency, whose: str) -> None:
    """What each agency was asked, undertook and marks: the records of the other agency are kept as `Other…`."""
    case, soon = item.case, world.today + timedelta(days=10)
    mine = agency == world.own
    asked = Request(item=item, case=case, agency=agency, asked_on=world.today, due_on=soon)
    action = Action(case=case, item=item, agency=agency, agreed_on=world.today, due_on=soon)
    action.task = world.word(kind, f"task{whose}")
    flag = Flag(case=case, agency=agency, anchor_on=world.today, counted_from="hearing", starts_on=world.today)
    flag.ends_on, flag.asked_on, flag.confirm_by_on = soon, world.today, soon
    for row in (asked, action, flag):
        world.keep(kind if mine else f"{kind} of other", row)
    said = Reply(action=action, said="away", on=world.today, by="Ada", answer_by_on=soon)
    said.reason = world.word(kind, f"task{whose}Said")
    world.keep(kind if mine else f"{kind} of other", said)
    found = Finding(request=asked, kind="fact", text=world.word(kind, f"finding{whose}"), may_be_minuted="yes")
    found.informant = f"Informant{whose}Secret"
    world.keep(kind if mine else f"{kind} of other", found)
    Withheld(request=asked, text=f"withheld{whose}{kind}").save()


def _said(world: World, kind: str, item: AgendaItem) -> None:
    world.keep(kind, Risk(case=item.case, item=item, text=world.word(kind, "risk")))
    KeptPlace(item=item).save()
    need = {"agency": world.other, "needed": True, "reason": world.word(kind, "needed"), "said_by": "Ada"}
    SaidNeed(item=item, **need).save()
    AtCase(item=item, agency=world.other, name=world.word(kind, "attender"), joined_at=timezone.now()).save()
    shut = {"closed_on": world.today, "closed_by": "Ada"}
    ClosedToObservers(item=item, reason=world.word(kind, "closedto"), **shut).save()
    decided = {"decision": "hear", "absent": ["Northmoor Police"], "decided_on": world.today, "decided_by": "Ada"}
    QuorumDecision(item=item, reason=world.word(kind, "quorum"), **decided).save()
    discussion = world.keep(kind, Discussion(item=item, case=item.case, wishes=world.word(kind, "wishes")))
    line = {"kind": "fact", "may_be_minuted": "yes", "author": "Ada", "position": 1}
    text = world.word(kind, "line")
    world.keep(kind, Entry(discussion=discussion, case=item.case, agency=world.other, text=text, **line))


def _issue(viewer: Any, world: World, kind: str, meeting: Meeting) -> None:
    """Minutes that went out. Their Word file is of the whole meeting; nobody here sees every case of it."""
    AgendaItem.objects.filter(meeting=meeting).update(state="heard")
    content = whole_minutes(viewer, meeting)
    AgendaItem.objects.filter(meeting=meeting).update(state="listed")
    file = word_of(content)
    document = Document(marac=meeting.marac, kind="minutes", name="minutes.docx", size=len(file), added_by="Ada")
    document.stored_as, document.sha256, document.added_on = store.keep(file), store.sha256_of(file), world.today
    world.keep(f"minutes {kind}", document)
    issue = Issue(meeting=meeting, number=1, state="issued", document=document, content=content)
    issue.sha256 = document.sha256
    action_list_of(meeting, world.today).save()
    issue.approved_on = issue.issued_on = world.today
    issue.approved_by = issue.issued_by = "Ida Stone"
    world.keep(kind, issue)
    for agency in (world.own, world.other):
        Copy(issue=issue, agency=agency, sent_on=world.today).save()


def _undecided(world: World) -> None:
    """Referrals that no case was made of yet, with the documents that they were read from."""
    for kind, agency, state in (
        ("sent by own", world.own, "submitted"),
        ("sent by other", world.other, "submitted"),
        ("draft of own", world.own, "draft"),
        ("draft of other", world.other, "draft"),
    ):
        content = {"concerns": world.word(kind, f"undecided{kind.title().replace(' ', '')}")}
        content |= SEALED if state == "submitted" else {}
        document = world.keep(kind, _document(world.today, world.marac, None, kind))
        found = Referral(marac=world.marac, agency=agency, state=state, content=content, document=document)
        found.received_on = world.today
        world.keep(kind, found)


def _directory(world: World, elsewhere: Marac) -> None:
    """Records of an area that hang from no case."""
    stranger = User(email="stranger@elsewhere.example.org", name="Stan Oak")
    stranger.set_unusable_password()
    world.keep("elsewhere", stranger)
    for kind, marac, user in (
        ("here", world.marac, world.users[Role.REPRESENTATIVE]),
        ("elsewhere", elsewhere, stranger),
    ):
        world.records["Marac", kind] = [marac]
        world.records.setdefault(("User", kind), [user])
        later = world.today + timedelta(days=30)
        label = {"form": ["victim name"], "label": "her line", "means": "victim.phone", "taught_on": world.today}
        world.keep(kind, TaughtLabel(marac=marac, taught_by="Ada", **label))
        world.keep(kind, SettingValue(marac=marac, name="repeat_months", value=13, from_on=later, set_by="Ada"))
        membership = Membership(user=user, agency=world.other, marac=marac, role="referrer", from_on=world.today)
        world.keep(kind, membership)
        world.keep(kind, PanelSeat(marac=marac, agency=world.other, return_group="police", from_on=world.today))
        _alert(world, kind, marac, user)
        link = GuestLink(marac=marac, agency=world.other, address=f"guest@{kind}.example.org", mark=kind, code_mark="x")
        link.made_at, link.until_at = timezone.now(), timezone.now() + timedelta(days=7)
        world.keep(kind, link)
        _tracker(world, kind, marac)
        world.keep(kind, template_of(marac, world.today))
        world.keep(kind, Declared(user=user, kind="known", marks={"known": ["mark"]}, made_on=world.today))
    _alert(world, "about the coordinator", world.marac, world.users[Role.COORDINATOR])
    world.records["Agency", "here"] = [world.other]
    Diary(user=world.users[Role.CHAIR], mark=address_mark("unknown")).save()
    world.keep("here", BankHoliday(nation="england_and_wales", on=world.today, name="Proclaimed day"))


def _tracker(world: World, kind: str, marac: Marac) -> None:
    """The workbook of an old tracker, with a row for each case of the area."""
    document = _document(world.today, marac, None, kind, "tracker")
    document.save()
    sheet = {"name": "Log", "hidden": False, "rows": 1, "kind": "cases", "header_row": 1, "headings": {}, "columns": {}}
    tracker = world.keep(kind, Tracker(marac=marac, document=document, sheets=[sheet], added_on=world.today))
    cases = {name: case for name, case in world.cases.items() if case.marac_id == marac.pk}
    for number, (name, case) in enumerate(cases.items(), start=2):
        row = Line(
            tracker=tracker, sheet=0, number=number, kind="cases", case=case, choice="leave", standing="6_left_out"
        )
        world.keep(name, row)
        world.keep(name, OldReference(case=case, text=f"OLD/{number}"))
        world.keep(name, Made(tracker=tracker, line=row, model="case", record_id=case.pk, mark="print"))


def _alert(world: World, kind: str, marac: Marac, user: User) -> None:
    case = world.cases["restricted" if kind == "here" else "held"]
    alert = Alert(marac=marac, user=user, kind="at_night", key="night", case=case, raised_on=world.today)
    alert.about_manager, alert.first_at = kind == "about the coordinator", timezone.now()
    world.keep(kind, alert)
