"""Every field of a referral's content (marac-intake/1): what it is called, what it takes, and whether it can harm."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from marac.intake.paths import NO_SUCH
from marac.intake.tools import every_item
from marac.kernel.dates import NOT_READ, read_exact
from marac.kernel.refusal import Refusal
from marac.kernel.text import _, clean, one_after_another

LAST_TWO_FIGURE_YEAR = 2029  # births and referrals: nobody writes of one further ahead, so 12/3/60 is 1960
LONGEST = 20_000
ANSWERS = {
    "yes": _("Yes"),
    "no": _("No"),
    "dont_know": _("Not known"),
    "not_asked": _("Not asked"),
    "blank": _("Not answered"),
}
GRADES = {"standard": _("Standard"), "medium": _("Medium"), "high": _("High")}
# As areas quote them; none is forced upon an agency, which may have another.
BASES = {
    "public_task": _("Public task: UK GDPR Article 6(1)(e)"),
    "vital_interests": _("Vital interests: UK GDPR Article 6(1)(d)"),
    "law_enforcement": _("Law enforcement: Data Protection Act 2018, Part 3"),
    "other": _("Another, named below"),
}
GENDERS = {"female": _("Female"), "male": _("Male")}
KINDS_OF_ADDRESS = {
    "current": _("Current"),
    "home": _("Home"),
    "previous": _("Previous"),
    "temporary": _("Temporary"),
    "bail": _("Bail"),
    "prison": _("Prison"),
    "release": _("On release"),
    "last_known": _("Last known"),
    "contact": _("Contact"),
    "mail": _("For letters"),
    "other": _("Other"),
}
NOT_OFFERED = _("Choose one of the answers shown")
NOT_A_NUMBER = _("Enter a whole number, such as 12")


@dataclass(frozen=True)
class Field:
    """`kind` is text, long, yes_no, date, number or choice. `critical` fields harm somebody when they are wrong."""

    label: str
    kind: str = "text"
    critical: bool = False
    choices: tuple[tuple[str, str], ...] = ()


def _choice(label: str, choices: Mapping[str, str], *, critical: bool = False) -> Field:
    return Field(label, "choice", critical, tuple(choices.items()))


_ADDRESS = {
    "text": Field(_("Address"), critical=True),
    "postcode": Field(_("Postcode"), critical=True),
    "type": _choice(_("Kind of address"), KINDS_OF_ADDRESS),
    "confidential": Field(_("Address is confidential"), "yes_no", critical=True),
}
_PHONE = {
    "number": Field(_("Number"), critical=True),
    "whose": Field(_("Whose number")),
    "safe_to_call": Field(_("Safe to call"), "yes_no", critical=True),
    "safe_to_leave_message": Field(_("Safe to leave a message"), "yes_no", critical=True),
    "safe_to_text": Field(_("Safe to text"), "yes_no", critical=True),
    "note": Field(_("When and how")),
}
_DIVERSITY = {
    "ethnicity": Field(_("Ethnicity, as written")),
    "bme": Field(_("Black, Asian or racially minoritised"), "yes_no"),
    "disabled": Field(_("Disabled"), "yes_no"),
    "disability_detail": Field(_("Disability")),
    "lgbt": Field(_("LGBT"), "yes_no"),
    "language": Field(_("Language")),
    "interpreter": Field(_("Needs an interpreter"), "yes_no"),
    "nationality": Field(_("Nationality")),
    "religion": Field(_("Religion")),
    "pregnant": Field(_("Pregnant"), "yes_no"),
}
_NAMED = {
    "surname": Field(_("Surname"), critical=True),
    "forenames": Field(_("Forenames"), critical=True),
    "dob": Field(_("Date of birth"), "date", critical=True),
    "dob_raw": Field(_("Date of birth, as written")),
    "age_stated": Field(_("Age"), "number"),
    "gender": _choice(_("Gender"), GENDERS),
}


def _under(stem: str, fields: dict[str, Field], called: str = "") -> dict[str, Field]:
    return {
        f"{stem}.{name}": replace(
            field, label=one_after_another(called, field.label, by=": ") if called else field.label
        )
        for name, field in fields.items()
    }


_PERSON = {
    **_NAMED,
    "aliases[]": Field(_("Also known as")),
    "relationship_to_victim": Field(_("Relationship to the victim")),
    **_under("addresses[]", _ADDRESS),
    "no_fixed_abode": Field(_("No fixed abode"), "yes_no"),
    **_under("phones[]", _PHONE),
    "nhs_number": Field(_("Health number")),
    "gp": Field(_("GP")),
    "housing": Field(_("Housing")),
    "occupation": Field(_("Occupation")),
    "gender_described": Field(_("Gender in their own words")),
    "communication": Field(_("Help with communication or access")),
    "vehicle": Field(_("Vehicle")),
    "danger_to_workers": Field(_("Danger to workers"), "long", critical=True),
    **_under("diversity", _DIVERSITY),
}
_CHILD = {
    **_NAMED,
    "unborn": Field(_("Not born yet"), "yes_no"),
    "edd": Field(_("Due date"), "date"),
    "relationship_to_victim": Field(_("Relationship to the victim")),
    "relationship_to_perpetrator": Field(_("Relationship to the perpetrator")),
    "lives_with": Field(_("Lives with")),
    **_under("address", _ADDRESS),
    "school": Field(_("School or nursery")),
}
_OTHER = {
    "name": Field(_("Name")),
    "relationship": Field(_("Relationship")),
    "role": Field(_("Part in the case"), critical=True),
    **_under("phones[]", _PHONE),
    **_under("address", _ADDRESS),
    "must_not_receive": Field(_("Must not receive anything about this"), "yes_no", critical=True),
    "note": Field(_("Note")),
}
_MATTER = {
    "asked": Field(_("Question that the referrer was asked"), "long"),
    "answer": Field(_("The referrer's answer"), "long"),
    "referral_date": Field(_("Date of referral"), "date"),
    "incident_date": Field(_("Date of the incident"), "date"),
    "urgent.danger_now": Field(_("Somebody is in danger now"), "yes_no", critical=True),
    "urgent.cannot_wait": Field(_("Cannot wait for the next meeting"), "yes_no"),
    "urgent.reason": Field(_("Why it cannot wait"), "long"),
    "case_area": Field(_("Area")),
    **_under(
        "referrer",
        {
            "agency": Field(_("Agency")),
            "name": Field(_("Name")),
            "role": Field(_("Post")),
            "phones[]": Field(_("Telephone")),
            "email": Field(_("E-mail")),
            "note": Field(_("When and how to be reached")),
            "manager": Field(_("Manager who agreed")),
            "wants": Field(_("What the referrer asks for"), "long"),
        },
    ),
    **_under(
        "criteria",
        {
            "visible_high_risk": Field(_("Visible high risk is ticked"), "yes_no"),
            "professional_judgement": Field(_("Professional judgement is ticked"), "yes_no"),
            "potential_escalation": Field(_("Potential escalation is ticked"), "yes_no"),
            "repeat": Field(_("Repeat is ticked"), "yes_no"),
        },
    ),
    "evidence.visible_high_risk": Field(_("Evidence of visible high risk"), "long"),
    "evidence.professional_judgement": Field(_("Evidence for professional judgement"), "long"),
    "evidence.potential_escalation": Field(_("Evidence of escalation"), "long"),
    "evidence.repeat": Field(_("Evidence of a repeat"), "long"),
    "events[].on": Field(_("Date of the event"), "date"),
    "events[].what": Field(_("What happened")),
    "events[].source": Field(_("Who recorded the event")),
    "local_grounds[].ground": Field(_("Ground of the local protocol")),
    "local_grounds[].evidence": Field(_("Evidence of that ground"), "long"),
    "checklist.score_stated": Field(_("Yes answers, as somebody wrote down"), "number"),
    "checklist.completed_on": Field(_("Checklist completed on"), "date"),
    "checklist.with_victim": Field(_("Checklist completed with the victim"), "yes_no"),
    "checklist.source": Field(_("Where the answers come from")),
    "checklist.grade": _choice(_("Grade"), GRADES),
    "checklist.grade_reasons": Field(_("Why it is graded so"), "long"),
    "consent.victim_aware": Field(_("Victim knows of the referral"), "yes_no", critical=True),
    "consent.consent_given": Field(_("Victim agrees"), "yes_no", critical=True),
    "consent.reason": Field(_("Why the victim was not told or asked"), "long"),
    "consent.safe_to_tell": Field(_("Victim can safely be told what was decided"), "yes_no", critical=True),
    "consent.how_to_tell": Field(_("How and by whom the victim is to be told")),
    "consent.police_contact": Field(_("Victim wants the police to be in touch"), "yes_no", critical=True),
    "consent.perpetrator_aware": Field(_("Perpetrator knows of the referral"), "yes_no", critical=True),
    "sharing.basis": _choice(_("Lawful basis for sharing"), BASES),
    "sharing.basis_detail": Field(_("The basis in full, or another")),
    "sharing.why": Field(_("Why it is shared without the victim's agreement"), "long"),
    "sharing.risk_if_not": Field(_("What may happen if it is not shared"), "long"),
    "sharing.limited_to": Field(_("What is shared, and why no more"), "long"),
    "sharing.decided_by": Field(_("Who decided to share it")),
    "sharing.decided_on": Field(_("Decided to share it on"), "date"),
    "previous.this_marac": Field(_("Was here before"), "yes_no"),
    "previous.last_date": Field(_("When"), "date"),
    "previous.last_ref": Field(_("Reference then")),
    "previous.other_marac": Field(_("Was at another MARAC"), "yes_no"),
    "previous.other_marac_detail": Field(_("Which, and when")),
    "views.afraid_of": Field(_("Afraid of"), critical=True),
    "views.safe_to_talk_to": Field(_("Safe to talk to"), critical=True),
    "views.not_safe_to_talk_to": Field(_("Not safe to talk to"), critical=True),
    "views.of_risk": Field(_("The victim's own view of the risk"), "long"),
    "views.wants": Field(_("What the victim wants"), "long"),
    "has_children": Field(_("There are children"), "yes_no"),
    "safeguarding.done": Field(_("What has been done already"), "long"),
    "safeguarding.child_referral": Field(_("Children's services have been told"), "yes_no"),
    "safeguarding.child_referral_on": Field(_("Children's services were told on"), "date"),
    "safeguarding.child_referral_to": Field(_("Who was told")),
    "safeguarding.adult_at_risk": Field(_("Victim is an adult at risk"), "yes_no"),
    "safeguarding.adult_concern_raised": Field(_("An adult safeguarding concern has been raised"), "yes_no"),
    "adviser.involved": Field(_("An adviser is supporting the victim"), "yes_no"),
    "adviser.name": Field(_("Adviser")),
    "agencies_involved": Field(_("Other agencies involved"), "long"),
    "orders": Field(_("Orders, bail and hearings"), "long"),
    "crime_refs[]": Field(_("Police reference")),
    "narrative.text": Field(_("What has happened"), "long"),
}


@cache
def fields() -> dict[str, Field]:
    """Every field by its pattern: a path with `[]` for each number in a list."""
    found = dict(_MATTER)
    for kind, shape in (("victims", _PERSON), ("perpetrators", _PERSON), ("children", _CHILD), ("others", _OTHER)):
        found |= _under(f"{kind}[]", shape)
    for item in every_item().values():
        found[f"checklist.answers.{item.key}"] = _choice(item.words, ANSWERS)
        found[f"checklist.comments.{item.key}"] = Field(one_after_another(item.words, _("comment"), by=": "))
        found[f"checklist.sources.{item.key}"] = Field(one_after_another(item.words, _("who said so"), by=": "))
    return found


def field_at(path: str) -> Field:
    """The field of a path; refuses a path that is no part of a referral."""
    found = fields().get(pattern_of(path))
    if found is None:
        raise Refusal(NO_SUCH)
    return found


def is_field(path: str) -> bool:
    return pattern_of(path) in fields()


def pattern_of(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path)


def checked(path: str, value: Any) -> Any:
    """The value as it is stored: yes or no as true or false, dates as ISO text, nothing as None."""
    field = field_at(path)
    if value is None or value == "":
        return "blank" if path.startswith("checklist.answers.") else None
    return _CHECKS[field.kind](field, value, path)


def _checked_text(field: Field, value: Any, path: str) -> str | None:
    return clean(str(value))[:LONGEST] or None


def _checked_yes_no(field: Field, value: Any, path: str) -> bool:
    if value in (True, "yes"):
        return True
    if value in (False, "no"):
        return False
    raise Refusal(NOT_OFFERED, field=path)


def _checked_choice(field: Field, value: Any, path: str) -> str:
    if value not in dict(field.choices):
        raise Refusal(NOT_OFFERED, field=path)
    return str(value)


def _checked_date(field: Field, value: Any, path: str) -> str:
    if isinstance(value, date):
        return value.isoformat()
    try:
        found = read_exact(str(value), last_year=LAST_TWO_FIGURE_YEAR)
    except Refusal as refusal:
        raise refusal.at(path) from None
    if found is None:
        raise Refusal(NOT_READ, field=path)
    return found.isoformat()


def _checked_number(field: Field, value: Any, path: str) -> int:
    text = str(value).strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        raise Refusal(NOT_A_NUMBER, field=path)
    return int(text)


_CHECKS = {
    "text": _checked_text,
    "long": _checked_text,
    "yes_no": _checked_yes_no,
    "choice": _checked_choice,
    "date": _checked_date,
    "number": _checked_number,
}
