"""Worlds as Hypothesis makes them: people in roles that begin and end, and cases with seats, readers and bars. Each is
told to the oracle (tests/cases/oracle.py), and written into the database."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from marac.access.roles import Permission, Role
from marac.accounts.models import Membership, User
from marac.audit.operation import operation, record
from marac.cases.models import Barred, Case, CaseAccess, EmergencySeat, NamedReader
from marac.directory.models import Agency, Marac
from marac.meetings.models import AgendaItem, Meeting
from marac.minutes.models import Discussion
from marac.people.models import ActsFor, Address, Dispute, Party, Person, Phone
from marac.people.operations import refresh_keys
from marac.referrals.models import Referral
from tests.cases.oracle import Acting, Paper, Quarrel, Someone, Span, kept_from, kept_with, may_open, may_review

AREAS, AGENCIES = ("Northmoor", "Fellshire"), ("Police", "Homes", "Help")
PEOPLE, CASES = ("Ada", "Bo", "Cy", "Di", "Ed"), ("a", "b", "c", "d", "e")
ROLES = [role for role in Role if role is not Role.SYSTEM]
AT_THE_TABLE = ("idva", "idva", "representative", "representative", "coordinator", "chair")
SURNAME = "Tallow"
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """A world on paper, on one day."""

    day: date
    people: dict[str, Someone]
    cases: dict[str, Paper]
    # Each case has a victim of its name; these are who harms them, named by the case in which each is the victim.
    harming: dict[str, frozenset[str]] = field(default_factory=dict)
    quarrels: tuple[Quarrel, ...] = ()
    acting: tuple[Acting, ...] = ()

    def in_case(self, key: str) -> set[str]:
        return {key, *self.harming.get(key, ())}

    def kept(self, name: str) -> set[str]:
        return kept_from(self.people[name], self.quarrels, self.acting, self.day)

    def reached_by(self, name: str) -> set[str]:
        """The people of whom somebody is told where they are."""
        opened = [self.in_case(key) for key in self.cases if f"REF{key}" in self.open_to(name)]
        near = kept_with(self.people[name], self.kept(name), opened, self.acting, self.day)
        return {person for people in opened for person in people} - near

    def told_to(self, name: str) -> set[str]:
        """The cases of which somebody is told what was said."""
        return {key for key in self.open_to(name) if not self.in_case(key.removeprefix("REF")) & self.kept(name)}

    def open_to(self, name: str) -> set[str]:
        return {f"REF{key}" for key, case in self.cases.items() if may_open(self.people[name], case, self.day)}

    def reviewed_by(self, name: str) -> set[str]:
        return {f"REF{key}" for key, case in self.cases.items() if may_review(self.people[name], case, self.day)}


def spans(day: date) -> st.SearchStrategy[Span]:
    """In force, over, or still to begin, to the day."""
    first = st.sampled_from([day - 30 * DAY, day, day + DAY])
    last = st.sampled_from([None, day + 30 * DAY, day, day - DAY])
    return st.builds(Span, first, last)


@st.composite
def plans(draw: Any, day: date) -> Plan:
    dated, some = spans(day), st.sets(st.sampled_from(PEOPLE), max_size=2)
    people = {
        name: Someone(
            name,
            draw(st.sampled_from(ROLES)).value,
            draw(st.sampled_from(AGENCIES)),
            draw(st.dictionaries(st.sampled_from(AREAS), dated, min_size=1)),
        )
        for name in PEOPLE
    }
    cases = {
        key: Paper(
            area=draw(st.sampled_from(AREAS)),
            restricted=draw(st.sampled_from([False, False, True])),
            seats=tuple(draw(st.dictionaries(st.sampled_from(AGENCIES), dated)).items()),
            readers=tuple((name, draw(dated)) for name in sorted(draw(some))),
            barred=frozenset(draw(some)),
            emergency=frozenset(draw(some)),
        )
        for key in CASES
    }
    return Plan(day, people, cases)


@st.composite
def disputed(draw: Any, day: date) -> Plan:
    """A world in which few cases are shut, so that most of what is hidden is so because roles are disputed."""
    plan, dated = draw(plans(day)), spans(day)
    cases = {
        key: replace(paper, area=AREAS[0], restricted=draw(st.sampled_from([False] * 4 + [True])), barred=frozenset())
        for key, paper in plan.cases.items()
    }
    cases = {
        key: replace(paper, seats=tuple((agency, Span(day)) for agency in AGENCIES)) for key, paper in cases.items()
    }
    people = {
        name: replace(someone, areas={AREAS[0]: Span(day)}, role=draw(st.sampled_from(AT_THE_TABLE)))
        for name, someone in plan.people.items()
    }
    pairs = draw(st.lists(st.permutations(CASES).map(lambda keys: keys[:2]), min_size=1, max_size=3))
    quarrels = [Quarrel(one, other, draw(st.sampled_from(["", "", one, other]))) for one, other in pairs]
    harming = {key: draw(st.frozensets(st.sampled_from(CASES), max_size=1)) - {key} for key in CASES}
    for each in quarrels:
        harming[each.one] |= {each.other}
    someone = st.sampled_from([person for pair in pairs for person in pair])
    worker, confirmed = st.none() | st.sampled_from(PEOPLE), st.sampled_from([True, True, False])
    acts = st.builds(Acting, someone, st.sampled_from(AGENCIES), worker, confirmed, st.just(Span(day)) | dated)
    acting = draw(st.lists(acts, min_size=3, max_size=9))
    acting = [replace(each, agency=people[each.worker].agency) if each.worker else each for each in acting]
    return replace(plan, people=people, cases=cases, harming=harming, quarrels=tuple(quarrels), acting=tuple(acting))


@dataclass(frozen=True)
class PlanBuilt:
    cases: int


@dataclass
class Built:
    """The plan's records by their names on paper."""

    plan: Plan
    areas: dict[str, Marac] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    meetings: dict[str, Meeting] = field(default_factory=dict)
    victims: dict[str, Person] = field(default_factory=dict)


@operation(needs=Permission.DO_DUE_WORK)
def build(*, viewer: Any, plan: Plan, at: datetime) -> Built:
    """Every victim has one surname; every case was heard at its area's last meeting and is listed for the next."""
    made = Built(plan)
    for number, name in enumerate(AREAS):
        made.areas[name] = _saved(Marac(name=name, prefix=f"G{number}"))
        made.meetings[name] = _meeting(made.areas[name], plan.day + 20 * DAY)
    made.agencies = {name: _saved(Agency(name=name)) for name in AGENCIES}
    for someone in plan.people.values():
        user = User(email=f"{someone.name.lower()}@agency.example.org", name=someone.name)
        user.set_unusable_password()
        made.users[someone.name] = _saved(user)
        for area, span in someone.areas.items():
            agency = made.agencies[someone.agency]
            _saved(Membership(user=user, agency=agency, marac=made.areas[area], role=someone.role, **_days(span)))
    last = {name: _meeting(marac, plan.day - 20 * DAY) for name, marac in made.areas.items()}
    for position, (key, paper) in enumerate(plan.cases.items(), start=1):
        made.cases[key] = _case(made, key, paper)
        _emergencies(made, key, at)
        _hangs(made, key, position, last[paper.area])
    _disputes(made)
    record(PlanBuilt(cases=len(made.cases)))
    return made


def _saved(row: Any) -> Any:
    row.save()
    return row


def _days(span: Span) -> dict[str, Any]:
    return {"from_on": span.first, "until_on": span.last}


def _meeting(marac: Marac, held_on: date) -> Meeting:
    steps = ("cut_off_on", "list_on", "research_on", "papers_on", "action_list_on", "minutes_on")
    dates = dict.fromkeys(steps, held_on - 10 * DAY) | {"held_on": held_on, "list_sent_on": held_on - 10 * DAY}
    return _saved(Meeting(marac=marac, starts_at=time(9, 30), state="listed", **dates))


def _case(made: Built, key: str, paper: Paper) -> Case:
    opened_on = made.plan.day - 40 * DAY
    marac, reference = made.areas[paper.area], f"REF{key}"
    case = _saved(Case(marac=marac, reference=reference, opened_on=opened_on, restricted=paper.restricted))
    for agency, span in paper.seats:
        _saved(CaseAccess(case=case, agency=made.agencies[agency], basis="panel", **_days(span)))
    for name, span in paper.readers:
        _saved(NamedReader(case=case, user=made.users[name], reason="works on it", **_days(span)))
    for name in sorted(paper.barred):
        _saved(Barred(case=case, user=made.users[name], reason="knows them", from_on=opened_on))
    return case


def _emergencies(made: Built, key: str, at: datetime) -> None:
    """Everybody opened every case so once; for some it is open still."""
    for name, someone in made.plan.people.items():
        until = at + timedelta(minutes=30 if name in made.plan.cases[key].emergency else 0)
        seat = EmergencySeat(case=made.cases[key], user=made.users[name], agency=made.agencies[someone.agency])
        seat.reason, seat.review_by_on = "It cannot wait.", made.plan.day
        seat.opened_at, seat.until_at = at - timedelta(minutes=30), until
        seat.save()


def _hangs(made: Built, key: str, position: int, last: Meeting) -> None:
    case = made.cases[key]
    victim = _saved(Person(marac=case.marac, surname=SURNAME, forenames=f"Wren {key}"))
    refresh_keys(victim)
    _saved(Party(case=case, person=victim, role="victim"))
    made.victims[key] = victim
    referral = Referral(marac=case.marac, case=case, state="accepted", kind="new")
    referral.referred_on = referral.received_on = made.plan.day - 40 * DAY
    _saved(referral)
    given = {"case": case, "referral": referral, "position": position, "minutes": 10}
    heard = _saved(AgendaItem(meeting=last, state="heard", **given))
    _saved(Discussion(item=heard, case=case, wishes=f"Wishes {key}"))
    _saved(AgendaItem(meeting=made.meetings[made.plan.cases[key].area], **given))


def _disputes(made: Built) -> None:
    """Everybody can be reached; who harms whom, between whom that is disputed, and who acts for whom."""
    people, plan = made.victims, made.plan
    for key, person in people.items() if plan.harming else ():
        _saved(Address(person=person, text=f"{key} Mill Lane", postcode="ZZ1 1ZZ"))
        _saved(Phone(person=person, number=f"0770090000{CASES.index(key)}"))
        for other in sorted(plan.harming[key]):
            _saved(Party(case=made.cases[key], person=people[other], role="perpetrator"))
    for each in plan.quarrels:
        outcome = {"": "", each.one: "second", each.other: "first"}[each.harms]
        two = {"first": people[each.one], "second": people[each.other], "outcome": outcome}
        _saved(Dispute(case=made.cases[each.one], said_by="Police", said_on=plan.day, reason="Both say so", **two))
    for act in plan.acting:
        user = made.users[act.worker] if act.worker else None
        whom = {"person": people[act.person], "agency": made.agencies[act.agency], "user": user}
        _saved(ActsFor(**whom, reason="Told us", confirmed=act.confirmed, **_days(act.span)))
