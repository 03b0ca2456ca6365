"""What a label may be taught to mean, and which labels nobody teaches: those that speak of safety."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from marac.kernel.refusal import Refusal
from marac.kernel.text import _, one_after_another
from marac.labels import known, sections
from marac.written.text import plain

LONGEST_LABEL = 140
WHOSE = {"victim": _("Victim"), "perpetrator": _("Perpetrator"), "child": _("Child"), "referrer": _("Referrer")}
EVERYBODY = {
    "name": _("Name"),
    "surname": _("Surname"),
    "forenames": _("Forenames"),
    "aliases": _("Also known as"),
    "dob": _("Date of birth"),
    "gender": _("Gender"),
    "address": _("Address"),
}
ADULTS = {
    "phone": _("Telephone"),
    "occupation": _("Occupation"),
    "housing": _("Housing"),
    "gp": _("GP"),
    "nhs_number": _("NHS number"),
    "diversity.ethnicity": _("Ethnicity"),
    "diversity.disability": _("Disability"),
    "diversity.language": _("Language"),
    "diversity.interpreter": _("Interpreter"),
}
OF_WHOM = {
    "victim": EVERYBODY | ADULTS,
    "perpetrator": EVERYBODY | {"relationship_to_victim": _("Relationship to the victim")} | ADULTS,
    "child": EVERYBODY
    | {
        "relationship_to_victim": _("Relationship to the victim"),
        "relationship_to_perpetrator": _("Relationship to the perpetrator"),
        "lives_with": _("Lives with"),
        "school": _("School or nursery"),
    },
}
OF_REFERRAL = {
    "referrer": _("Referrer: name"),
    "referrer.agency": _("Referrer: agency"),
    "referrer.role": _("Referrer: post"),
    "referrer.phone": _("Referrer: telephone"),
    "referrer.email": _("Referrer: e-mail"),
    "referral_date": _("Date of referral"),
    "crime_refs": _("Police reference"),
    "narrative": _("Account: what happened, and what is feared"),
    "consent.reason": _("Why the victim was not told, or does not agree"),
    "previous.last": _("When this MARAC last heard the case"),
    "previous.other_marac_detail": _("Which other MARAC, and when"),
}
HEADING = _("a heading: what follows is about them")
PASS_OVER = "ignore"
# What says whether somebody is safely reached or told, or an address may be known, is neither taught nor passed over.
SAFETY_FIELDS = frozenset(
    {
        *("safe_to_call", "safe_to_leave_message", "safe_to_text", "contact_note", "address_confidential"),
        *("views.both", "views.afraid_of", "views.safe_to_talk_to", "views.not_safe_to_talk_to"),
        *("consent.victim_aware", "consent.consent_given"),
    }
)
SAFETY_WORDS = re.compile(
    r"\b(?:un)?safe|confidential|disclos|secret|refuge|\bmessage|voicemail|\btexts?\b"
    r"|\bdo not\b|\bmust not\b|consent|aware"
)
ABOUT_SAFETY = _(
    "This label asks about safety, consent or what must be kept from somebody. The reader decides that by the words of "
    "each document and asks where it is not sure, so nothing else can be said of it."
)
NO_SUCH = _("Choose what this label asks for from the list.")


def meanings() -> dict[str, str]:
    """Everything that a label may mean, in the order of a form; the last is to pass over it."""
    offered: dict[str, str] = {PASS_OVER: _("Nothing that is kept: pass over it")}
    offered.update(OF_REFERRAL)
    for whose, fields in OF_WHOM.items():
        for field, called in fields.items():
            offered[f"{whose}.{field}"] = one_after_another(WHOSE[whose], called, by=": ")
        offered[whose] = one_after_another(WHOSE[whose], HEADING, by=": ")
    return offered


def check(label: str, means: str) -> None:
    """Refuse what no lesson may say."""
    if means not in meanings():
        raise Refusal(NO_SUCH, field="means")
    if not plain(label) or len(label) > LONGEST_LABEL:
        raise Refusal(_("This is no label of a form. Correct the field by hand instead."), field="means")
    if is_about_safety(label):
        raise Refusal(ABOUT_SAFETY, field="means")


def may_teach(label: str) -> bool:
    return bool(plain(label)) and len(label) <= LONGEST_LABEL and not is_about_safety(label)


def is_about_safety(label: str) -> bool:
    found = known.find(label)
    return bool(found and found.field in SAFETY_FIELDS) or bool(SAFETY_WORDS.search(plain(label)))


def known_by(reading: Mapping[str, Any]) -> list[str]:
    """The labels by which the form of a reading is known again: none that the reader does not know from other forms, so
    that nothing of what was filled in is kept."""
    printed = {place["label"] for place in reading.get("places", {}).values()}
    return sorted({plain(words) for words in printed if known.find(words) or sections.section(words)} - {""})


def is_of(form: Iterable[str], known: Iterable[str]) -> bool:
    """Whether labels by which two forms are known are of one and the same: most of the fewer are among the others."""
    here, there = set(form), set(known)
    return bool(here and there) and len(here & there) >= 0.8 * min(len(here), len(there))
