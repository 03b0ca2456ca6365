"""The present of the invented county: cases and referrals in every state, made by the operations that people use."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import Any

from django.utils.timezone import make_aware

from marac.access.roles import Permission, Role
from marac.access.viewer import Viewer
from marac.accounts.middleware import viewer_of
from marac.audit.operation import operation, record
from marac.caselists import operations as caselists
from marac.cases import operations as cases
from marac.cases.models import Case
from marac.demo.area import Area
from marac.directory.models import Marac, PanelSeat
from marac.emergency.operations import open_in_emergency
from marac.history.listing import lines_of
from marac.history.past import Past
from marac.invented.people import fresh_account, referral_content
from marac.invented.telling import narrative, telling_of
from marac.kernel.workdays import next_workday
from marac.meetings import operations as meetings
from marac.meetings.models import ListSent, Meeting
from marac.people.models import Party
from marac.referrals.models import Referral
from marac.research import operations as research
from marac.research.models import Request
from marac.triage import operations as triage

Content = dict[str, Any]
ANSWERING = 0.62  # of the agencies, so far, for the meeting that is about to come
NOTHING = 0.35
NOT_MET = (
    "Nine yes answers, no escalation, and no concern of the referrer's beyond them. "
    "Sent to the outreach service, which has accepted."
)
UNCLEAR = (
    "Who is at risk from whom is not clear. Please give the date of the last incident, "
    "and how the victim may be reached safely."
)
FURTHER = (
    "{perpetrator} has been bailed with conditions not to contact {victim} or go near the home. "
    "There has been no new incident since the referral."
)
AT_NIGHT = (
    "The hostel rang at eleven: he has left without his tag, and said that he is going to see her. "
    "I need her area, and who is with her."
)


@dataclass(frozen=True)
class ReferralTold:
    """A referral as somebody at an agency typed it."""

    referral_id: int
    state: str


@dataclass
class Present:
    """Who acts, for which meeting, and on which days: `then` is before the cut-off."""

    area: Area
    past: Past
    meeting: Meeting
    then: Viewer
    chance: Random

    @property
    def marac(self) -> Marac:
        return self.meeting.marac

    @property
    def now(self) -> Viewer:
        return self.area.coordinator

    def seat(self, group: str) -> PanelSeat:
        return next(seat for seat in self.past.seats if seat.return_group == group)

    def agency_viewer(self, seat: PanelSeat, today: date) -> Viewer:
        """Whoever represents the agency, with their account if they have one."""
        name = self.past.staff[seat.agency_id][0]
        user = self.area.users.get(name)
        found = viewer_of(user, today) if user else None
        maracs = frozenset(marac.pk for marac in self.area.maracs)
        return found or Viewer(None, name, Role.REPRESENTATIVE, seat.agency_id, maracs, today)


@operation(needs=Permission.REFER)
def tell(
    *, viewer: Viewer, marac: Marac, seat: PanelSeat, content: Content, state: str, from_address: str = ""
) -> Referral:
    told_on = date.fromisoformat(content["referral_date"])
    referral = Referral(
        marac=marac,
        agency=seat.agency,
        return_group=seat.return_group,
        state=state,
        content=content,
        from_address=from_address,
        referred_on=told_on,
        received_on=None if state == Referral.State.DRAFT else told_on,
    )
    referral.save()
    record(ReferralTold(referral_id=referral.pk, state=state))
    return referral


def tell_present(present: Present) -> None:
    """Cases for the meeting that is near, as they were accepted before the cut-off."""
    for make in (_restricted, _no_fixed_abode, _confidential, _serial, _sisters, _transfer, _conflict):
        make(present)


def tell_next(present: Present) -> None:
    """An ordinary list that is still to be sent."""
    for group in ("police", "police", "police", "idva", "mental_health", "childrens_social_care"):
        accept(present, group, told(present, group, _before(present)), known={})


def tell_news(present: Present) -> None:
    """What came since the list went out."""
    _refused(present)
    _further_information(present)
    _same_event(present)
    _still_open(present)


def told(present: Present, group: str, on: date, change: Callable[[Content], None] = lambda _content: None) -> Content:
    seat = present.seat(group)
    content = referral_content(present.chance, area=present.marac.name, agency=seat.agency.name, on=on)
    content["referrer"]["name"] = present.past.staff[seat.agency_id][1]
    change(content)
    telling = telling_of(present.chance, content, present.past.adviser)
    content["narrative"]["text"] = narrative(telling, on)
    return content


def _submit(
    present: Present, group: str, content: Content, state: str = Referral.State.SUBMITTED, from_address: str = ""
) -> Referral:
    seat = present.seat(group)
    viewer = present.agency_viewer(seat, date.fromisoformat(content["referral_date"]))
    given = {"content": content, "state": state, "from_address": from_address}
    return tell(viewer=viewer, marac=present.marac, seat=seat, **given)


def accept(present: Present, group: str, content: Content, *, kind: str = "new", known: dict[str, int]) -> Case:
    referral = _submit(present, group, content)
    reason = "Accepted on the referrer's account and the checklist."
    case = triage.accept(viewer=present.then, referral=referral, kind=kind, reason=reason, known=known)
    referral.refresh_from_db()
    meetings.list_case(viewer=present.then, meeting=present.meeting, case=case, referral=referral)
    return case


def _other(name: str, relationship: str, role: str | None = None, note: str | None = None) -> Content:
    return {"name": name, "relationship": relationship, "role": role, "phones": [], "address": None, "note": note}


def _before(present: Present) -> date:
    return present.then.today - timedelta(days=1)


def _restricted(present: Present) -> None:
    """The perpetrator works for one of the agencies, so only three people may open it."""

    def change(content: Content) -> None:
        content["perpetrators"][0]["occupation"] = "Housing officer"

    case = accept(present, "idva", told(present, "idva", _before(present), change), known={})
    readers = [present.area.users[name] for name in ("Wren Aldous", "Maud Tarrant", "Sorrel Blythe")]
    reason = "The perpetrator is employed by an agency on the panel."
    cases.restrict(viewer=present.then, case=case, readers=readers, reason=reason)


def _no_fixed_abode(present: Present) -> None:
    """A child not yet born, and a perpetrator without an address."""

    def change(content: Content) -> None:
        victim, perpetrator = content["victims"][0], content["perpetrators"][0]
        victim["gender"], victim["forenames"], victim["diversity"]["pregnant"] = "female", "Rosalind", True
        perpetrator["no_fixed_abode"], perpetrator["addresses"] = True, []
        content["checklist"]["answers"] |= {"pregnancy_baby": "yes"}
        unborn = dict.fromkeys(("surname", "forenames", "dob", "dob_raw", "age_stated", "gender", "school"))
        due = present.now.today + timedelta(days=83)
        content["children"] = [
            *content["children"],
            {
                **unborn,
                "unborn": True,
                "edd": due.isoformat(),
                "relationship_to_victim": "Unborn child",
                "relationship_to_perpetrator": "Unborn child",
                "lives_with": "victim",
                "address": None,
            },
        ]
        _count_again(content)

    accept(present, "secondary_care", told(present, "secondary_care", _before(present), change), known={})


def _confidential(present: Present) -> None:
    """A victim who has fled, and a relative of the perpetrator to whom nothing may be said."""

    def change(content: Content) -> None:
        home = content["victims"][0]["addresses"][0]
        home["confidential"], home["type"] = True, "temporary"
        content["others"] = [
            _other(
                f"Odette {content['perpetrators'][0]['surname']}",
                "Perpetrator's mother",
                role="Possible threat: must not receive anything",
                note="Looks after the children on Saturdays",
            )
        ]

    accept(present, "housing", told(present, "housing", _before(present), change), known={})


def _serial(present: Present) -> None:
    """The same perpetrator with two victims who do not know each other."""
    first = told(present, "police", _before(present))
    case = accept(present, "police", first, known={})
    harmer = Party.objects.get(case=case, role=Party.Role.PERPETRATOR).person_id

    def change(content: Content) -> None:
        content["perpetrators"] = first["perpetrators"]
        content["victims"][0]["surname"] = "Marrickson"

    second = told(present, "probation", _before(present), change)
    accept(present, "probation", second, known={"perpetrators[0]": harmer})


def _sisters(present: Present) -> None:
    """Two sisters in one house, harmed by a brother and by a partner."""
    names = ("Carys", "Anwen")
    first = told(present, "police", _before(present))
    for name, other in zip(names, reversed(names), strict=True):

        def change(content: Content, name: str = name, other: str = other) -> None:
            victim = content["victims"][0]
            victim |= {"forenames": name, "surname": "Tregarron", "gender": "female"}
            victim["addresses"] = first["victims"][0]["addresses"]
            for child in content["children"]:
                child |= {"surname": child["surname"] and "Tregarron", "address": victim["addresses"][0]}
            content["others"] = [_other(f"{other} Tregarron", "Sister", role="Also referred")]

        accept(present, "police", told(present, "police", _before(present), change), known={})


def _transfer(present: Present) -> None:
    def change(content: Content) -> None:
        content["previous"] |= {"other_marac": True, "other_marac_detail": "Westerby MARAC, heard in the spring"}

    accept(present, "other", told(present, "other", _before(present), change), kind="transfer", known={})


def _conflict(present: Present) -> None:
    """A representative who knows the family is shut out of the case; another has the surname of somebody in it."""

    def change(content: Content) -> None:
        content["others"] = [_other("Elio Marchetti", "Stepfather")]

    case = accept(present, "education", told(present, "education", _before(present), change), known={})
    user = present.area.users["Ffion Ravenhill"]
    cases.bar(viewer=present.then, case=case, user=user, reason="Related to the victim's family.")


def _refused(present: Present) -> None:
    """Referrals that became no case, each with the reason that the referrer was given."""
    on = present.now.today - timedelta(days=9)
    viewer = replace(present.now, today=on + timedelta(days=1))
    for group, decide, reason in (
        ("primary_care", triage.turn_down, NOT_MET),
        ("mental_health", partial(triage.return_for_information, lacking=["concern"]), UNCLEAR),
        (
            "police",
            partial(triage.withdraw, withdrawal="duplicate"),
            "A duplicate of a referral that was accepted last week.",
        ),
        (
            "housing",
            partial(triage.send_on, elsewhere="Westerby MARAC"),
            "They live in Westerby. Its coordinator takes referrals by the secure mailbox.",
        ),
    ):
        decide(viewer=viewer, referral=_submit(present, group, told(present, group, on)), reason=reason)


def _further_information(present: Present) -> None:
    """Something about a case that is listed already, without a new incident or checklist: it goes with that case."""

    def change(content: Content, names: dict[str, str]) -> None:
        content["checklist"] = dict.fromkeys(content["checklist"]) | {"included": False}
        content["criteria"] = dict.fromkeys(content["criteria"])
        content["narrative"]["text"] = FURTHER.format(**names)

    reason = "No new incident; the panel should know of the bail conditions."
    _goes_with_a_case(present, "police", "update", reason, change)


def _same_event(present: Present) -> None:
    """Two agencies tell of one event: both are kept with the case."""
    reason = "The same evening that the other agency referred."
    _goes_with_a_case(present, "housing", "same_event", reason, lambda _content, _names: None)


def _goes_with_a_case(
    present: Present, group: str, kind: str, reason: str, change: Callable[[Content, dict[str, str]], None]
) -> None:
    before = Referral.objects.filter(marac=present.marac, kind=Referral.Kind.TRANSFER).latest("pk")
    on = present.now.today - timedelta(days=4)
    again = told(present, group, on)
    again |= {role: before.content[role] for role in ("victims", "perpetrators", "previous")}
    again |= {"children": [], "others": []}
    names = {role: before.content[f"{role}s"][0]["forenames"] for role in ("victim", "perpetrator")}
    change(again, names)
    parties = dict(Party.objects.filter(case=before.case).values_list("role", "person"))
    triage.accept(
        viewer=replace(present.now, today=on + timedelta(days=1)),
        referral=_submit(present, group, again),
        kind=kind,
        reason=reason,
        known={f"{role}s[0]": parties[role] for role in names},
        case=before.case,
    )


def _still_open(present: Present) -> None:
    """One that is being written, two that wait, of which one came by mail from nobody knows whom, and one accepted
    after the cut-off and listed with its reason."""
    today = present.now.today
    _submit(present, "education", told(present, "education", today), Referral.State.DRAFT)
    yesterday = told(present, "police", today - timedelta(days=1))
    _submit(present, "police", yesterday, from_address="duty.desk@mail.example.org")
    life = next((life for life in present.past.ended if life.case.marac_id == present.marac.pk), None)
    if life is not None:
        again = fresh_account(present.chance, life.content, today)
        again["narrative"]["text"] = narrative(telling_of(present.chance, again, present.past.adviser), today)
        _submit(present, "police", again)
    referral = _submit(present, "police", told(present, "police", today - timedelta(days=2)))
    viewer = replace(present.now, today=today - timedelta(days=1))
    case = triage.accept(
        viewer=viewer, referral=referral, kind="new", reason="Strangled; remand ends next week.", known={}
    )
    referral.refresh_from_db()
    reason = "The perpetrator is to be released before the meeting after this one."
    item = meetings.list_case(viewer=viewer, meeting=present.meeting, case=case, referral=referral, reason=reason)
    research.ask(viewer=viewer, item=item)
    waiting = _submit(present, "substance", told(present, "substance", today - timedelta(days=3)))
    triage.accept(viewer=viewer, referral=waiting, kind="new", reason="High risk; for the next meeting.", known={})


def open_in_the_night(present: Present) -> None:
    """A case of the next list, on which one agency has a seat, was opened by another last night; it is under review."""
    case = Case.objects.filter(marac=present.marac, listings=None, restricted=False).latest("pk")
    at = make_aware(datetime.combine(present.now.today - timedelta(days=1), time(23, 12)))
    viewer = replace(present.agency_viewer(present.seat("probation"), at.date()), at=at)
    open_in_emergency(viewer=viewer, reference=case.reference, reason=AT_NIGHT, at=at)


def _count_again(content: Content) -> None:
    yes = list(content["checklist"]["answers"].values()).count("yes")
    content["checklist"] |= {"score_stated": yes, "score_counted": yes}
    content["criteria"] |= {"visible_high_risk": yes >= 14, "professional_judgement": yes < 14}


def answer_research(present: Present) -> None:
    """By today most agencies have opened the list and many have answered; the rest are still to."""
    latest = min(present.now.today, present.meeting.research_on)
    sent = set(ListSent.objects.filter(meeting=present.meeting).values_list("agency", flat=True))
    for seat in present.past.panel:
        if seat.agency_id not in sent or present.chance.random() > ANSWERING:
            continue
        days = max(0, (latest - present.meeting.list_on).days)
        on = min(latest, next_workday(latest - timedelta(days=present.chance.randint(0, days)), present.past.holidays))
        viewer = present.agency_viewer(seat, on)
        caselists.open_list(viewer=viewer, meeting=present.meeting)
        asked = Request.objects.visible_to(viewer).filter(item__meeting=present.meeting, agency=seat.agency)
        for request in asked.waiting().select_related("item__referral").order_by("pk"):
            _answer(present, viewer, seat, request)


def _answer(present: Present, viewer: Viewer, seat: PanelSeat, request: Request) -> None:
    drawn = present.chance.random()
    if drawn < 0.08:
        return
    if drawn < 0.08 + NOTHING:
        research.nothing_held(viewer=viewer, request=request)
        return
    telling = telling_of(present.chance, request.item.referral.content, present.past.adviser)
    lines = lines_of(telling, seat, request.asked_on)
    research.answer(viewer=viewer, request=request, lines=lines, flag_in_place=present.chance.random() < 0.3)
