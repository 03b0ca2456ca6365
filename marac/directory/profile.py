"""A MARAC's profile: every number and word that the local protocol decides, with its default and where that comes from.

Adding a setting is adding a field here: the page, the validation and the dated history follow from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from marac.directory.choices import (
    NAMES,
    Anchor,
    Carried,
    DisputedCases,
    EmergencyRoles,
    FurtherInformation,
    MeetingModel,
    ProvisionalBar,
    RepeatDefinition,
    ReturnEdition,
)
from marac.directory.unseated import NOTHING, UNSEATED
from marac.intake.tools import names_of_first, tool_named
from marac.intake.wording import in_short
from marac.kernel.bankholidays import Nation
from marac.kernel.refusal import Refusal
from marac.kernel.text import Sentence, _
from marac.kernel.workdays import Moving


@dataclass(frozen=True)
class Setting:
    """How one field of the profile is asked for. `confirmed` is false where no source gives the number.

    `offers` are the only values that a text may have, each with its words; `in_short` reads one that is too long
    to show.
    """

    label: str
    group: str
    unit: str = ""
    confirmed: bool = True
    least: int = 0
    most: int = 0
    long: bool = False
    offers: Mapping[str, str] | None = None
    may_be_empty: bool = False
    in_short: Callable[[str], str] | None = None


def _set(default: Any, label: str, group: str, **more: Any) -> Any:
    return field(default=default, metadata={"setting": Setting(label, group, **more)})


TOOLS = {name: f"{tool_named(name).name}, {tool_named(name).version}" for name in names_of_first()}
_PLACE, _WORDS, _RISK, _REPEAT = _("The area"), _("Words"), _("Thresholds"), _("Repeats and flags")
_SERIAL = _("Serial perpetrators")
_DATES, _MEETING, _PAPERS = _("Days and deadlines"), _("The meeting"), _("Papers")
_FIGURES = _("Figures")
_PEOPLE = _("People")
_WATCH = _("Unusual reading")
_INBOX = _("The inbox")
_DOORS = _("Emergencies and conflicts of interest")
_WORKDAYS = _("working days")


def _days(default: int, label: str, *, confirmed: bool) -> Any:
    return _set(default, label, _DATES, unit=_WORKDAYS, confirmed=confirmed, least=0, most=60)


@dataclass(frozen=True)
class Profile:
    """The rules in force in one MARAC on one day. Defaults are what the field's sources give, or what is common."""

    nation: Nation = _set(Nation.ENGLAND, _("Nation, for bank holidays and terms"), _PLACE)
    adult_females: int = _set(0, _("Women aged 16 and over in the area"), _PLACE, most=10_000_000)
    population_base: str = _set("Census 2021", _("Where that number comes from"), _PLACE)
    name_in_return: str = _set("", _("Name of the MARAC as registered for the national return"), _PLACE)
    return_edition: ReturnEdition = _set(ReturnEdition.UK, _("Edition of the national return"), _PLACE)

    adviser: str = _set("IDVA", _("Domestic violence adviser is called"), _WORDS)
    probation: str = _set("Probation", _("Probation is called"), _WORDS)
    adult_safeguarding: str = _set("Adult social care", _("Adult safeguarding is called"), _WORDS)

    risk_tool: str = _set("dash-24", _("Risk checklist"), _RISK, offers=TOOLS)
    young_risk_tool: str = _set(
        "young-24", _("Risk checklist for a victim under 18"), _RISK, offers=TOOLS, confirmed=False
    )
    high_risk_answers: int = _set(14, _("Yes answers that make visible high risk"), _RISK, least=1, most=60)
    young_high_risk_answers: int = _set(
        14,
        _("Yes answers that make visible high risk for a victim under 18"),
        _RISK,
        confirmed=False,
        least=1,
        most=60,
    )
    escalation_events: int = _set(3, _("Events that make potential escalation"), _RISK, least=1, most=50)
    escalation_months: int = _set(12, _("Months in which those events are counted"), _RISK, least=1, most=60)

    local_grounds: str = _set(
        "", _("Further grounds of the local protocol, one on each line"), _RISK, long=True, may_be_empty=True
    )

    wordings: str = _set(
        "", _("Licensed wording of the risk checklists"), _RISK, long=True, may_be_empty=True, in_short=in_short
    )

    repeat_definition: RepeatDefinition = _set(RepeatDefinition.ANY_ABUSE, _("A repeat is"), _REPEAT)
    repeat_anchor: Anchor = _set(Anchor.LAST_REFERRAL, _("Months of a repeat are counted from"), _REPEAT)
    repeat_months: int = _set(12, _("Months in which a further incident is a repeat"), _REPEAT, least=1, most=60)
    further_information: FurtherInformation = _set(
        FurtherInformation.UPDATE, _("Further information without a new incident is"), _REPEAT, confirmed=False
    )
    flag_anchor: Anchor = _set(Anchor.LAST_REFERRAL, _("Months of a flag are counted from"), _REPEAT)
    flag_months: int = _set(12, _("Months that a flag stays"), _REPEAT, least=1, most=60)
    flag_confirm_days: int = _set(2, _("Days to confirm a flag"), _REPEAT, unit=_WORKDAYS, confirmed=False, most=60)

    serial_victims: int = _set(
        2, _("Victims that make a serial perpetrator"), _SERIAL, confirmed=False, least=2, most=20
    )
    serial_months: int = _set(0, _("Months that are looked back; 0 for all"), _SERIAL, confirmed=False, most=600)
    serial_disputed: DisputedCases = _set(
        DisputedCases.LEFT_OUT, _("Cases in which roles are disputed are"), _SERIAL, confirmed=False
    )

    cut_off_days: int = _days(10, _("Referrals close before the meeting"), confirmed=False)
    list_days: int = _days(8, _("Case list goes out before the meeting"), confirmed=True)
    research_days: int = _days(5, _("Research is due before the meeting"), confirmed=False)
    papers_days: int = _days(5, _("Papers go out before the meeting"), confirmed=True)
    minutes_days: int = _days(5, _("Minutes go out after the meeting"), confirmed=False)
    action_list_days: int = _days(1, _("Action list goes out after the meeting"), confirmed=False)
    action_days: int = _days(20, _("An action takes at the longest, though the next meeting be later"), confirmed=False)
    table_answer_days: int = _days(
        2, _("An agency that was not there, or took an action away, says whether it will do it"), confirmed=False
    )
    triage_days: int = _days(1, _("A new referral is looked at"), confirmed=False)
    answer_days: int = _days(2, _("A question about a referral is answered, or asked again"), confirmed=False)
    adviser_days: int = _days(2, _("Adviser first tries to reach the victim"), confirmed=True)
    guest_link_days: int = _set(
        7,
        _("A link for one referral by somebody without an account holds"),
        _DATES,
        unit=_("days"),
        confirmed=False,
        least=1,
        most=30,
    )
    draft_days: int = _set(
        90,
        _("A draft of a referral is kept when nobody writes on it"),
        _DATES,
        unit=_("days"),
        confirmed=False,
        least=7,
        most=366,
    )
    draft_warning_days: int = _set(
        14, _("Its writers are warned before it is cleared"), _DATES, unit=_("days"), confirmed=False, least=1, most=60
    )

    inbox_check_hour: int = _set(
        12, _("Hour of a working day by which the inbox has been looked through"), _INBOX, confirmed=False, most=24
    )
    mailbox_alarm_hours: int = _set(
        4,
        _("A mailbox may be away before the office is told"),
        _INBOX,
        unit=_("hours"),
        confirmed=False,
        least=1,
        most=72,
    )
    not_ours_days: int = _set(
        90,
        _("A message that is not ours is kept"),
        _INBOX,
        unit=_("days"),
        confirmed=False,
        least=7,
        most=2600,
    )

    meeting_model: MeetingModel = _set(MeetingModel.VIRTUAL, _("How the MARAC meets"), _MEETING)
    holiday_moves: Moving = _set(
        Moving.NEXT, _("A meeting that would fall on a bank holiday is held on"), _MEETING, confirmed=False
    )
    minutes_a_case: int = _set(12, _("Minutes for a case"), _MEETING, unit=_("minutes"), least=1, most=120)
    history_cases: int = _set(
        20,
        _("Cases timed at meetings before their minutes are expected of the next; 0 for never"),
        _MEETING,
        unit=_("cases"),
        confirmed=False,
        most=500,
    )
    opening_minutes: int = _set(
        10, _("Opening business before the first case"), _MEETING, unit=_("minutes"), confirmed=False, most=120
    )
    break_after_minutes: int = _set(
        0, _("Minutes of cases after which there is a break; 0 for none"), _MEETING, confirmed=False, most=480
    )
    break_minutes: int = _set(10, _("Length of a break"), _MEETING, unit=_("minutes"), confirmed=False, most=120)
    longest_minutes: int = _set(
        240, _("A meeting is at most"), _MEETING, unit=_("minutes"), confirmed=False, least=30, most=600
    )
    full_days: int = _set(
        14,
        _("Days before a meeting from which it is said that it is too full"),
        _MEETING,
        unit=_("days"),
        confirmed=False,
        most=60,
    )
    carried: Carried = _set(
        Carried.FIRST, _("A case put off by an earlier meeting is heard"), _MEETING, confirmed=False
    )
    quorum: int = _set(
        5, _("Core agencies that make a quorum"), _MEETING, unit=_("agencies"), confirmed=False, least=0, most=40
    )
    emergency_quorum: int = _set(
        0,
        _("Agencies that make a quorum at an emergency MARAC; 0 for all that were called"),
        _MEETING,
        confirmed=False,
        most=40,
    )
    emergency_hours: int = _set(
        0, _("An emergency MARAC begins within; 0 for no limit"), _MEETING, unit=_("hours"), confirmed=False, most=168
    )
    confidentiality: str = _set(
        _(
            "What is said here is confidential. It is shared to keep people safe and for no other purpose, is not "
            "passed on outside this meeting without the agreement of the agency that gave it, and is stored securely "
            "by each agency."
        ),
        _("Confidentiality statement read at the start"),
        _MEETING,
        long=True,
    )

    chair_script: str = _set(
        _(
            "Say which case this is, and ask whoever referred it to present it.\n"
            "Ask the adviser first: what does the victim want, in their own words, and is it safe to reach them?\n"
            "Ask each agency for what it holds: facts, then opinions, each called what it is.\n"
            "Sum up the risk: what harm is possible, what adds to it, what supports and which safety plans there are.\n"
            "Ask for actions against each risk: who, what, by when.\n"
            "Conclude, and say who tells the victim, how and by when."
        ),
        _("The chair's script for each case, a step on each line"),
        _MEETING,
        long=True,
    )

    induction: str = _set(
        _(
            "I open a case only because my work on it needs it, and never out of curiosity. I know that every page "
            "that I open is recorded, and that others see who has looked.\n"
            "I pass nothing on outside the meeting without the agreement of the agency that gave it. I never tell the "
            "person who causes the harm, their family or their friends that there is a referral, a case or a meeting.\n"
            "If I know anybody in a case, I say so to the coordinator and open nothing of it.\n"
            "I have been shown how this MARAC works and how to contact a victim safely."
        ),
        _("Words that everybody signs before they open their first case"),
        _PEOPLE,
        long=True,
    )

    confirm_people_months: int = _set(
        12,
        _("Months after which an agency confirms its people again, or their access lapses; 0 for never"),
        _PEOPLE,
        most=60,
    )
    confirm_people_days: int = _set(
        28, _("Days before that on which it is asked for"), _PEOPLE, confirmed=False, least=1, most=180
    )

    told_unseated: str = _set(
        NOTHING, _("A search says of people in cases that one may not open"), _PEOPLE, confirmed=False, offers=UNSEATED
    )

    small_number: int = _set(
        5, _("Counts up to this are kept back in figures that name nobody"), _FIGURES, confirmed=False, most=50
    )

    alert_cases: int = _set(
        20, _("Cases out of role that somebody opens in an hour"), _WATCH, confirmed=False, least=2, most=500
    )
    alert_meeting_days: int = _set(
        28, _("Days before and after a meeting on which its cases are in role"), _WATCH, confirmed=False, most=366
    )
    night_from: int = _set(22, _("Hour at which the night begins"), _WATCH, confirmed=False, least=12, most=24)
    night_until: int = _set(6, _("Hour at which the night ends"), _WATCH, confirmed=False, most=12)

    emergency_roles: EmergencyRoles = _set(
        EmergencyRoles.TABLE, _("Who may open a case in an emergency"), _DOORS, confirmed=False
    )
    emergency_minutes: int = _set(
        60,
        _("A case stays open in an emergency"),
        _DOORS,
        unit=_("minutes"),
        confirmed=False,
        least=5,
        most=720,
    )
    emergency_review_days: int = _set(
        2, _("Days to review it"), _DOORS, unit=_WORKDAYS, confirmed=False, least=1, most=20
    )
    conflict_bars: ProvisionalBar = _set(
        ProvisionalBar.STRONG,
        _("A suggested conflict of interest shuts the case until it is decided"),
        _DOORS,
        confirmed=False,
    )

    marking: str = _set("OFFICIAL-SENSITIVE", _("Protective marking"), _PAPERS)
    flag_text: str = _set(
        _("High-risk domestic abuse: tell the coordinator of any further incident."),
        _("Words of the flag"),
        _PAPERS,
        long=True,
    )

    @property
    def own_grounds(self) -> tuple[str, ...]:
        """The grounds that the local protocol has beside the four."""
        return tuple(dict.fromkeys(line.strip() for line in self.local_grounds.splitlines() if line.strip()))


SETTINGS: Mapping[str, Setting] = {each.name: each.metadata["setting"] for each in fields(Profile)}
KINDS: Mapping[str, Callable[[Any], Any]] = {
    each.name: str if isinstance(each.default, Sentence) else type(each.default) for each in fields(Profile)
}


def profile_from(values: Mapping[str, Any]) -> Profile:
    """The profile with the stored values over the defaults; names no longer known are passed over."""
    return Profile(**{name: KINDS[name](value) for name, value in values.items() if name in KINDS})


def checked(name: str, value: Any) -> Any:
    """The value as it is stored (a number or a text); refuses what the setting cannot be."""
    if name not in SETTINGS:
        raise Refusal(_("There is no such setting. Choose one from the list."))
    setting = SETTINGS[name]
    kind = KINDS[name]
    if kind is int:
        return _checked_number(setting, value)
    if issubclass(kind, StrEnum):
        if value not in set(kind):
            raise Refusal(_("Choose one of the answers shown"), field="value")
        return str(value)
    if setting.offers is not None and value not in setting.offers:
        raise Refusal(_("Choose one of the answers shown"), field="value")
    if not str(value).strip() and not setting.may_be_empty:
        raise Refusal(_("Enter some words"), field="value")
    if setting.in_short is not None:
        setting.in_short(str(value))  # refuses what it cannot read
    return str(value).strip()


def _checked_number(setting: Setting, value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise Refusal(_("Enter a whole number, such as 12"), field="value") from None
    if not setting.least <= number <= setting.most:
        raise Refusal(_("Enter a number from {least} to {most}"), field="value", least=setting.least, most=setting.most)
    return number


def words_of(name: str, value: Any) -> str:
    """A stored value as a sentence shows it, still to be translated where it is one of the product's own words."""
    kind = KINDS[name]
    if issubclass(kind, StrEnum):
        return NAMES[kind(value)]
    in_short = SETTINGS[name].in_short
    return in_short(value) if in_short else (SETTINGS[name].offers or {}).get(value, str(value))
