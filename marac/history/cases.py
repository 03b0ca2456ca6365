"""The cases of one meeting of the invented past: people, referrals, checklists and seats."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from marac.cases.models import Case, CaseAccess
from marac.directory.models import PanelSeat
from marac.history.past import Life, Listing, Past
from marac.intake.people import Mentioned, people_in
from marac.invented.people import REPEAT, SERIAL, fresh_account, referral_content
from marac.invented.telling import MEETING, narrative
from marac.kernel.workdays import add_months
from marac.matching.keys import search_keys
from marac.people.models import Address, OtherName, Party, Person, Phone, SearchKey
from marac.referrals.models import Referral
from marac.risk.models import Judgement, RiskAssessment

POLICE_SHARE = 20.0  # beside 1.0 for each of eleven others: 64 in 100 nationally (SafeLives, year to September 2024)


def refer(past: Past, held_on: date, cut_off_on: date, number: int) -> list[Listing]:
    """So many referrals for a meeting: some are repeats of cases of the last year, the rest open a case."""
    waiting = {each.life.case.pk for each in past.deferred}
    lives = [life for pk, life in past.lives.items() if pk not in waiting]
    open_lives = [life for life in lives if life.flags_end_on > held_on > life.heard_on]
    again = min(len(open_lives), sum(past.chance.random() < REPEAT for _each in range(number)))
    returning = [_returned(past, life, cut_off_on) for life in past.chance.sample(open_lives, again)]
    new = [_new(past, cut_off_on) for _each in range(number - again)]
    Case.objects.bulk_create([each.life.case for each in new])
    _write_people(past, [each.life for each in new])
    listings = new + returning
    for each in listings:
        each.referral.case = each.life.case
    Referral.objects.bulk_create([each.referral for each in listings])
    RiskAssessment.objects.bulk_create([_assessment(past, each) for each in listings])
    Judgement.objects.bulk_create([_judgement(past, each) for each in listings if _is_judged(past, each)])
    _seat(past, new, returning, held_on)
    past.lives |= {each.life.case.pk: each.life for each in new}
    return listings


def _new(past: Past, cut_off_on: date) -> Listing:
    on = cut_off_on - timedelta(days=past.chance.randrange(1, 12))
    seat = _referrer(past)
    content = referral_content(past.chance, area=past.marac.name, agency=seat.agency.name, on=on)
    if past.perpetrators and past.chance.random() < SERIAL:
        content["perpetrators"] = [past.chance.choice(past.perpetrators)[1]]
    content["narrative"]["text"] = narrative(past.tell(content), on)
    case = Case(marac=past.marac, reference=past.next_reference(on), opened_on=on)
    return _listing(past, Life(case, content, on, on), seat, Referral.Kind.NEW, on)


def _returned(past: Past, life: Life, cut_off_on: date) -> Listing:
    on = max(life.heard_on + timedelta(days=1), cut_off_on - timedelta(days=past.chance.randrange(1, 12)))
    life.content = fresh_account(past.chance, life.content, on)
    life.content["narrative"]["text"] = narrative(past.tell(life.content), on)
    seat = _referrer(past)
    life.content["referrer"] |= {"agency": seat.agency.name}
    return _listing(past, life, seat, Referral.Kind.REPEAT, on)


def _referrer(past: Past) -> PanelSeat:
    weights = [POLICE_SHARE if seat.return_group == "police" else 1.0 for seat in past.seats]
    return past.chance.choices(past.seats, weights=weights)[0]


def _listing(past: Past, life: Life, seat: PanelSeat, kind: str, on: date) -> Listing:
    decided_on = past.workday(on, past.chance.choice((0, 1, 1, 2)))
    referral = Referral(
        marac=past.marac,
        agency=seat.agency,
        return_group=seat.return_group,
        state=Referral.State.ACCEPTED,
        kind=kind,
        content=life.content,
        referred_on=on,
        received_on=on,
        incident_on=on - timedelta(days=past.chance.randrange(0, 9)),
        decided_on=decided_on,
        decided_by=past.office["coordinator"],
        decision_reason=_reason(past, life, kind, on),
    )
    return Listing(life, referral, past.tell(life.content))


def _reason(past: Past, life: Life, kind: str, on: date) -> str:
    yes = life.content["checklist"]["score_counted"]
    which = "repeat" if kind == Referral.Kind.REPEAT else _ground(past, yes)
    return past.tell(life.content).one_of(MEETING["decision"][which], on, yes=yes).text


def _ground(past: Past, yes: int) -> str:
    return "high" if yes >= past.profile.high_risk_answers else "judgement"


def _assessment(past: Past, each: Listing) -> RiskAssessment:
    """Answers and count agree."""
    checklist, referral = each.life.content["checklist"], each.referral
    given = list(checklist["answers"].values())
    return RiskAssessment(
        case=each.life.case,
        referral=referral,
        tool="dash-24",
        tool_version="2015",
        completed_on=referral.referred_on or past.today,
        answers=checklist["answers"],
        yes=given.count("yes"),
        not_known=given.count("dont_know"),
        unanswered=given.count("blank"),
        threshold=past.profile.high_risk_answers,
        completed_by=each.life.content["referrer"]["name"],
    )


def _is_judged(past: Past, each: Listing) -> bool:
    """A count below the threshold carries the referrer's judgement."""
    return _ground(past, each.life.content["checklist"]["score_counted"]) == "judgement"


def _judgement(past: Past, each: Listing) -> Judgement:
    return Judgement(
        case=each.life.case,
        referral=each.referral,
        judged_on=each.referral.referred_on or past.today,
        judged_by=each.life.content["referrer"]["name"],
        reasons=each.referral.decision_reason,
    )


def _write_people(past: Past, lives: list[Life]) -> None:
    known = {id(content): person for person, content in past.perpetrators}
    named: list[tuple[Case, Mentioned, Person, bool]] = []
    for life in lives:
        for each in people_in(life.content, today=life.heard_on):
            told = life.content["perpetrators"][0] if each.role == "perpetrator" else None
            before = known.get(id(told))
            named.append((life.case, each, before or Person(marac=life.case.marac, **each.person), before is None))
            if told is not None and before is None:
                past.perpetrators.append((named[-1][2], told))
    past.perpetrators = past.perpetrators[-60:]
    Person.objects.bulk_create([person for _case, _each, person, is_new in named if is_new])
    rows: dict[type[Model], list[Model]] = {Party: [], Address: [], Phone: [], OtherName: [], SearchKey: []}
    for case, each, person, is_new in named:
        rows[Party].append(Party(case=case, person=person, role=each.role, **each.party))
        if is_new:
            _hang_on(rows, each, person)
    new = [(each.description, person) for _case, each, person, is_new in named if is_new]
    for keys, (_told, person) in zip(search_keys([told for told, _person in new]), new, strict=True):
        rows[SearchKey] += [SearchKey(person=person, value=value) for value in sorted(keys)]
    for model, made in rows.items():
        model.objects.bulk_create(made)


def _hang_on(rows: dict[type[Model], list[Model]], each: Mentioned, person: Person) -> None:
    rows[OtherName] += [OtherName(person=person, text=text) for text in each.other_names]
    rows[Address] += [Address(person=person, **vars(home)) for home in each.homes]
    rows[Phone] += [Phone(person=person, number=n.number, whose=n.whose, note=n.note, **n.safe) for n in each.numbers]


def _seat(past: Past, new: list[Listing], returning: list[Listing], held_on: date) -> None:
    """Every agency on the panel, the adviser service, and the referrer's own seat, which has no end."""
    until = add_months(held_on, past.profile.flag_months)
    rows = [
        CaseAccess(case=each.life.case, agency=seat.agency, basis=basis, from_on=each.life.case.opened_on, until_on=end)
        for each in new
        for seat, basis, end in _bases(past, each, until)
    ]
    CaseAccess.objects.bulk_create(rows)
    CaseAccess.objects.bulk_create(
        [
            CaseAccess(
                case=each.life.case,
                agency=each.referral.agency,
                basis=CaseAccess.Basis.REFERRED,
                from_on=each.referral.received_on,
            )
            for each in returning
        ],
        ignore_conflicts=True,
    )
    again = [each.life.case.pk for each in returning]
    if again:
        CaseAccess.objects.filter(case__in=again).exclude(until_on=None).update(until_on=until)


def _bases(past: Past, each: Listing, until: date) -> list[tuple[PanelSeat, str, Any]]:
    seats: list[tuple[PanelSeat, str, Any]] = [(seat, CaseAccess.Basis.PANEL, until) for seat in past.panel]
    seats += [(seat, CaseAccess.Basis.ADVISER, until) for seat in past.seats if seat.is_adviser_service]
    referrer = next(seat for seat in past.seats if seat.agency_id == each.referral.agency_id)
    return [*seats, (referrer, CaseAccess.Basis.REFERRED, None)]
