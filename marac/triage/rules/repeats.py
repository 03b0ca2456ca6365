"""Whether a referral is a repeat: the same victim and perpetrator, within the months that this MARAC counts.

SafeLives' definition, as protocols have it: another victim or another perpetrator makes a new case, linked to the
first; later than the months, a new referral. Sources differ in what the months are counted from, so it is a setting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from marac.directory.choices import NAMES, Anchor, FurtherInformation
from marac.directory.profile import Profile
from marac.kernel.dates import format_date
from marac.kernel.refusal import Refusal
from marac.kernel.text import _, one_after_another, sentence_list
from marac.kernel.workdays import add_months

NEW, REPEAT, UNCLEAR = "new", "repeat", ""
CALLED = {
    Anchor.LAST_REFERRAL: _("last referral"),
    Anchor.ORIGINAL_REFERRAL: _("original referral"),
    Anchor.LAST_HEARD: _("last meeting that heard it"),
    Anchor.LAST_INCIDENT: _("last incident"),
}
# Where the date that the MARAC counts from is not known, the nearest in meaning stands in, and the reason says so.
STAND_INS = (Anchor.LAST_REFERRAL, Anchor.LAST_HEARD, Anchor.LAST_INCIDENT, Anchor.ORIGINAL_REFERRAL)


@dataclass(frozen=True)
class Proposal:
    """`kind` is new, repeat, or empty where it cannot be said. `until` is the last day that makes a repeat.

    `case` is the reference of the case that it would go with; `about_cases` says that cases on record led to it.
    """

    kind: str
    reason: str
    until: date | None = None
    case: str = ""
    about_cases: bool = False


@dataclass(frozen=True)
class Earlier:
    """A case with somebody of this referral in it. `same_perpetrator` is None where either names no perpetrator."""

    case: str
    same_victim: bool
    same_perpetrator: bool | None
    dates: Mapping[Anchor, date]


def propose(earlier: Sequence[Earlier], written: Mapping[Anchor, date], profile: Profile, on: date) -> Proposal:
    """What to propose for a referral of the day `on`; `written` are the dates that the form itself gives.

    Of several cases with the same victim and perpetrator, the one whose months end last.
    """
    victims = [each for each in earlier if each.same_victim]
    both = [each for each in victims if each.same_perpetrator]
    if both:
        found = [_of_case(each, written, profile, on) for each in both]
        return _with_the_terms(max(found, key=lambda each: (each.kind == REPEAT, each.until or date.min)), profile)
    unclear = [each.case for each in victims if each.same_perpetrator is None]
    if unclear:
        told = _(
            "It cannot be said: the victim is in {cases}, but no perpetrator is named in both. "
            "A repeat is abuse between the same two. Find out who the perpetrator is."
        )
        return Proposal(UNCLEAR, told.format(cases=sentence_list(unclear)), about_cases=True)
    if victims:
        told = _("New, and linked: the victim is in {cases}, with another perpetrator.")
        return Proposal(NEW, told.format(cases=sentence_list([each.case for each in victims])), about_cases=True)
    if earlier:
        told = _("New, and linked: the perpetrator is in {cases}, with another victim. Consider a serial perpetrator.")
        return Proposal(NEW, told.format(cases=sentence_list([each.case for each in earlier])), about_cases=True)
    return repeat_or_new(written, profile, on)


def check_incident(incident_on: date | None, today: date) -> None:
    if incident_on and incident_on > today:
        raise Refusal(_("The day of the latest incident is still to come. Check the year."), field="incident_on")


def check_new_incident(
    kind: str, incident_on: date | None, last_referral_on: date | None, further_information: FurtherInformation
) -> None:
    """Further information without a new incident is an update of the case and no repeat, where the MARAC says so."""
    if kind != REPEAT or further_information is not FurtherInformation.UPDATE:
        return
    if incident_on and last_referral_on and incident_on <= last_referral_on:
        told = _(
            "The latest incident, {incident}, is not after the last referral, {last}. Without a new incident this is "
            "further information on the case, or another agency's referral of the same event: choose that, or correct "
            "the day."
        )
        told = told.format(incident=format_date(incident_on), last=format_date(last_referral_on))
        raise Refusal(told, field="kind")


def _of_case(each: Earlier, written: Mapping[Anchor, date], profile: Profile, on: date) -> Proposal:
    found = repeat_or_new(dict(written) | dict(each.dates), profile, on)
    return replace(found, case=each.case, about_cases=True)


def _with_the_terms(proposal: Proposal, profile: Profile) -> Proposal:
    """What the MARAC takes for a repeat cannot be read from a form, so it is said beside the proposal."""
    if proposal.kind != REPEAT:
        return proposal
    told = _("In this MARAC a repeat is {definition}. Further information without a new incident is {further}.")
    told = told.format(definition=NAMES[profile.repeat_definition], further=NAMES[profile.further_information])
    return replace(proposal, reason=one_after_another(proposal.reason, told, by=". "))


def repeat_or_new(previous_dates: Mapping[Anchor, date], profile: Profile, today: date) -> Proposal:
    """What to propose for a referral of `today`, from the dates known of earlier ones about the same people.

    The last day counts: a referral on 14 March 2027 is within 12 months of 14 March 2026.
    """
    past = {anchor: on for anchor, on in previous_dates.items() if on <= today}
    if not past:
        return Proposal(NEW, _none_known(previous_dates))
    wanted = profile.repeat_anchor
    used = wanted if wanted in past else next(anchor for anchor in STAND_INS if anchor in past)
    until = add_months(past[used], profile.repeat_months)
    facts = {
        "until": format_date(until),
        "months": profile.repeat_months,
        "used": CALLED[used],
        "on": format_date(past[used]),
        "wanted": CALLED[wanted],
    }
    kind = REPEAT if today <= until else NEW
    return Proposal(kind, _sentence(kind, known=used is wanted).format(**facts), until)


def _none_known(previous_dates: Mapping[Anchor, date]) -> str:
    if not previous_dates:
        return _("New: no earlier referral of these people is known.")
    later = format_date(min(previous_dates.values()))
    return _("New: the only earlier date known, {later}, is after this referral. Check it.").format(later=later)


def _sentence(kind: str, *, known: bool) -> str:
    if kind == REPEAT and known:
        return _(
            "Repeat until {until}: {months} months from the {used}, {on} (this MARAC counts from: {wanted})",
        )
    if kind == REPEAT:
        return _(
            "Repeat until {until}: {months} months from the {used}, {on} "
            "(this MARAC counts from: {wanted}, whose date is not known)"
        )
    if known:
        return _("New: {months} months from the {used}, {on}, ended on {until} (this MARAC counts from: {wanted})")
    return _(
        "New: {months} months from the {used}, {on}, ended on {until} "
        "(this MARAC counts from: {wanted}, whose date is not known)"
    )
