"""A person's papers as a PDF: the day, what is overdue, and a page or more for each case."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from marac.kernel.dates import format_date, short_date
from marac.kernel.issues import Since
from marac.kernel.text import safe_file_name
from marac.meetings.models import AgendaItem
from marac.people.models import Party
from marac.printing.blocks import Block, Facts, Heading, Items, Sheet, Table, Text
from marac.printing.pdf import print_pdf
from marac.referrals.models import Referral
from marac.research.rules import KIND_NAMES, Kind
from marac.risk.rules import in_words
from marac.ui.refusals import said


def pack_file(
    content: Mapping[str, Any], since: Since | None, *, name: str, agency: str, number: int, made_on: date
) -> bytes:
    """`name` and `agency` stand on every page, with the issue and its day."""
    held_on = format_date(date.fromisoformat(content["held_on"]))
    return print_pdf(
        Sheet(
            title=_("Papers for {day}, issue {number}").format(day=held_on, number=number),
            language=get_language(),
            marking=content["marking"],
            copy_for=_("{name}, {agency}").format(name=name, agency=agency),
            foot=_("Papers for {day}. Issue {number}, made {made_on}").format(
                day=held_on, number=number, made_on=short_date(made_on)
            ),
            blocks=[
                *_front(content, held_on, name),
                *_since(since),
                *_order(content["cases"]),
                *_overdue(content["overdue"]),
                *(block for case in content["cases"] for block in _case(case)),
            ],
        )
    )


def pack_name(content: Mapping[str, Any], number: int) -> str:
    """Names neither a person nor what kind of meeting it is."""
    return safe_file_name(content["held_on"], "papers", f"issue-{number}", extension="pdf")


def _front(content: Mapping[str, Any], held_on: str, name: str) -> list[Block]:
    needed = (
        _("{arrive} to {leave}").format(arrive=content["needed"][0], leave=content["needed"][1])
        if content["needed"]
        else _("Not worked out yet")
    )
    return [
        Heading(_("Papers for {day}").format(day=held_on), level=1),
        Text(
            _("These papers are for {name} alone. Give them to nobody, and destroy them after the meeting.").format(
                name=name
            )
        ),
        Facts(
            [
                (_("Meeting"), content["marac"]),
                (_("Starts"), content["starts_at"]),
                (_("Venue"), content["venue"] or _("Not recorded")),
                (_("Chair"), content["chair"] or _("Not recorded")),
                (_("Your agency is needed"), needed),
            ]
        ),
        Heading(_("Confidentiality")),
        Text(_(content["confidentiality"])),
    ]


def _since(since: Since | None) -> list[Block]:
    if since is None:
        return []
    heading = Heading(_("Changed since issue {number}").format(number=since.number))
    if since.is_same:
        return [heading, Text(_("Nothing. The issue before is withdrawn all the same: use this one."))]
    said = ((_("New"), since.new), (_("Changed"), since.changed), (_("No longer on the list"), since.gone))
    return [heading, Facts([(label, ", ".join(references)) for label, references in said if references])]


def _order(cases: Sequence[Mapping[str, Any]]) -> list[Block]:
    heading = Heading(_("Cases in their order"))
    if not cases:
        return [heading, Text(_("There is no case on the list that may stand on paper for you."))]
    rows = [(each["reference"], _kind(each), each["referred_by"] or _("Not recorded")) for each in cases]
    hint = Text(_("Cases that you may not see are not on this list, and restricted ones are read on the screen only."))
    return [heading, Table((3, 3, 5), (_("Case"), _("Kind"), _("Referred by")), rows), hint]


def _overdue(rows: Sequence[Mapping[str, Any]]) -> list[Block]:
    heading = Heading(_("Overdue from earlier meetings"))
    if not rows:
        return [heading, Text(_("None."))]
    head = (_("Agency"), _("Case"), _("Action"), _("Was due"))
    return [
        heading,
        Table(
            (3, 2, 6, 2),
            head,
            [(each["agency"], each["reference"], each["task"], _day(each["due_on"])) for each in rows],
        ),
    ]


def _case(case: Mapping[str, Any]) -> list[Block]:
    wishes = case["wishes"] or _("Not recorded at a meeting, or not for you")
    if case["spoke_for_victim"]:
        wishes = _("{wishes} Said by {name}.").format(wishes=wishes, name=case["spoke_for_victim"])
    return [
        Heading(_("Case {reference}").format(reference=case["reference"]), new_page=True),
        Text(
            _("{kind}, referred by {agency}").format(
                kind=_kind(case), agency=case["referred_by"] or _("nobody recorded")
            )
        ),
        Heading(_("What the victim wants"), level=3),
        Text(wishes),
        *_people(case["people"]),
        *_risk(case),
        *_orders(case["orders"]),
        *_found(case["findings"]),
        *_before(case),
    ]


def _people(people: Sequence[Mapping[str, Any]]) -> list[Block]:
    rows = [
        (each["name"], _(Party.Role(each["role"]).label), each["born"] or _("Not known"), each["age"] or _("Not known"))
        for each in people
    ]
    return (
        [Heading(_("People"), level=3), Table((5, 4, 3, 2), (_("Name"), _("Who"), _("Born"), _("Age")), rows)]
        if rows
        else []
    )


def _risk(case: Mapping[str, Any]) -> list[Block]:
    counts = [
        f"{format_date(date.fromisoformat(each['on']))}, {_(each['name'])}: {said(in_words(each))}"
        for each in case["risk"]
    ]
    found: list[Block] = [
        Heading(_("Risk over time"), level=3),
        Items(counts or [_("No checklist is recorded, or not for you")]),
    ]
    judged = case["judgement"]
    if judged:
        found.append(
            Text(
                _("Judged by {name}, {day}: {reasons}").format(
                    name=judged["by"], day=_day(judged["on"]), reasons=judged["reasons"]
                )
            )
        )
    return found


def _orders(orders: Sequence[Mapping[str, Any]]) -> list[Block]:
    """Each as it was told on its day, as on the page of the case at a glance."""
    texts = []
    for each in orders:
        day = format_date(date.fromisoformat(each["on"])) if each["on"] else _("a day that is not recorded")
        whose = _("{day}, {agency}").format(day=day, agency=each["agency"]) if each["agency"] else day
        texts.append(_("As told on {whose}: {words}").format(whose=whose, words=each["words"]))
    return [
        Heading(_("Court orders, bail and hearings"), level=3),
        Items(texts or [_("None recorded, or not for you")]),
    ]


def _found(findings: Sequence[Mapping[str, Any]]) -> list[Block]:
    heading = Heading(_("What agencies found"), level=3)
    if not findings:
        return [heading, Text(_("Nothing that may stand on paper, or not for you."))]
    rows = [(each["agency"], _(KIND_NAMES[Kind(each["kind"])]), each["text"], each["source"]) for each in findings]
    return [heading, Table((3, 2, 7, 3), (_("Agency"), _("Kind"), _("Information"), _("Source")), rows)]


def _before(case: Mapping[str, Any]) -> list[Block]:
    heard = [
        f"{format_date(date.fromisoformat(each['held_on']))}: {_(AgendaItem.State(each['state']).label)}"
        for each in case["hearings"]
    ]
    flags = [
        _("{how}, until {day}: {agencies}").format(
            how=_("Placed") if each["placed"] else _("Asked for, not placed"),
            day=_day(each["ends_on"]),
            agencies=", ".join(each["agencies"]),
        )
        for each in case["flags"]
    ]
    found: list[Block] = [
        Heading(_("Earlier meetings"), level=3),
        Items(heard or [_("None, or not for you")]),
        Heading(_("Open actions"), level=3),
        *_actions(case),
    ]
    return [*found, Heading(_("Flags"), level=3), Items(flags or [_("None, or not for you")])]


def _actions(case: Mapping[str, Any]) -> list[Block]:
    if not case["actions"]:
        return [Text(_("None open, or not for you"))]
    rows = [(each["agency"], each["task"], _day(each["due_on"])) for each in case["actions"]]
    found: list[Block] = [Table((3, 8, 2), (_("Agency"), _("Undertook to"), _("By when")), rows)]
    later = case["later_actions"]
    if later:
        found.append(Text(ngettext("%(num)s due later", "%(num)s due later", later) % {"num": later}))
    return found


def _kind(case: Mapping[str, Any]) -> str:
    return _(Referral.Kind(case["kind"]).label) if case["kind"] else _("Not recorded")


def _day(written: str) -> str:
    return short_date(date.fromisoformat(written))
