"""Other doors into the invented county: referrals told by telephone, and links for people without an account."""

from datetime import datetime, time
from typing import Any

from django.utils.timezone import make_aware

from marac.calls import operations as calls
from marac.calls.models import Call
from marac.demo.present import Present
from marac.directory.models import PanelSeat
from marac.guests import operations as guests
from marac.invented.people import referral_content

ITS_OWN = "Our directory of contacts"


def tell_calls(present: Present) -> None:
    confirmed, waiting = (_told(present, group) for group in ("primary_care", "education"))
    for call in (confirmed, waiting):
        calls.hand_in(viewer=present.now, call=call, read_back=call is confirmed, at=_at(present, 10, 40))
    seat = present.seat("primary_care")
    rung = {"number": "01632 960140", "found_in": ITS_OWN, "spoken_to": present.past.staff[seat.agency_id][0]}
    given = {"viewer": present.now, "at": _at(present, 11, 5), "agency": seat.agency}
    calls.ring_back(call=confirmed, outcome=Call.Outcome.CONFIRMED, **rung, **given)
    stranger = _told(present, "housing")
    calls.hand_in(viewer=present.now, call=stranger, read_back=False, at=_at(present, 14, 0))
    calls.ring_back(call=stranger, outcome=Call.Outcome.NOT_KNOWN_THERE, **rung, **given)
    _told(present, "mental_health")


def send_links(present: Present) -> None:
    """For one referral each, to people without an account: one is waited for, one was withdrawn."""
    for group, withdrawn in (("primary_care", False), ("education", True)):
        given = {"marac": present.marac, "agency": present.seat(group).agency, "at": _at(present, 9, 20)}
        given |= {"address": "desk@example.org", "checked": "Rang the number of its web site, and was put through."}
        made = guests.make_link(viewer=present.now, **given)
        if withdrawn:
            guests.withdraw(viewer=present.now, link=made.link, at=_at(present, 9, 40))


def _told(present: Present, group: str) -> Call:
    """As a caller tells it: without a checklist, and not everything is known."""
    seat = present.seat(group)
    content = referral_content(present.chance, area=present.marac.name, agency=seat.agency.name, on=present.now.today)
    call = calls.begin(viewer=present.now, marac=present.marac, at=_at(present, 10, 5))
    unknown = {"victims[0].phones[0].safe_to_text": True, "consent.perpetrator_aware": True}
    given = {"changes": _changes(present, seat, content), "unknown": unknown, "unread": {}}
    calls.keep(viewer=present.now, call=call, revision=0, page="demonstration", **given)
    return call


def _changes(present: Present, seat: PanelSeat, content: dict[str, Any]) -> dict[str, Any]:
    found = {
        "referrer.name": present.past.staff[seat.agency_id][0],
        "referrer.agency": seat.agency.name,
        "referrer.phones": ["01632 960141"],
        "urgent.danger_now": False,
        "safeguarding.done": "They are with a relative tonight, and have the number of the police.",
        "evidence.professional_judgement": "Never seen so afraid; will not say why.",
        "criteria.professional_judgement": True,
        "narrative.text": content["narrative"]["text"],
        "referrer.wants": "That somebody at the police looks at the house.",
    }
    for kind in ("victims", "perpetrators"):
        person = content[kind][0]
        found |= {f"{kind}[0].{name}": person[name] for name in ("surname", "forenames") if person.get(name)}
    phones = content["victims"][0].get("phones") or []
    if phones:
        found |= {"victims[0].phones[0].number": phones[0]["number"], "victims[0].phones[0].safe_to_call": True}
    return found


def _at(present: Present, hour: int, minute: int) -> datetime:
    return make_aware(datetime.combine(present.now.today, time(hour, minute)))
