"""What is asked for and not there, most urgent first. Nothing blank blocks a referral: it can be asked for later."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from marac.intake.paths import each_of, value_at
from marac.intake.scores import count_answers
from marac.intake.tools import Tool
from marac.kernel.text import _, one_after_another

SAFETY, IDENTITY, DECISION, COUNTS = 1, 2, 3, 4


@dataclass(frozen=True)
class Missing:
    """`path` is where it belongs; `words` are shown after `whose` ("Victim 1"); a lower `urgency` comes first."""

    urgency: int
    path: str
    whose: str
    words: str


Content = Mapping[str, Any]

_OF_VICTIM = (
    (SAFETY, "phones", _("no telephone number or other way to reach them safely")),
    (IDENTITY, "surname", _("no surname")),
    (IDENTITY, "forenames", _("no forenames")),
    (IDENTITY, "dob", _("no date of birth")),
    (IDENTITY, "addresses", _("no address")),
    (COUNTS, "gender", _("gender not given")),
    (COUNTS, "diversity.ethnicity", _("ethnicity not given")),
    (COUNTS, "diversity.disabled", _("disability not given")),
    (COUNTS, "diversity.lgbt", _("whether LGBT is not given")),
    (COUNTS, "diversity.interpreter", _("whether an interpreter is needed is not given")),
    (COUNTS, "gp", _("GP not given")),
)
_OF_PERPETRATOR = (
    (IDENTITY, "surname", _("no surname")),
    (IDENTITY, "forenames", _("no forenames")),
    (IDENTITY, "dob", _("no date of birth")),
    (IDENTITY, "addresses", _("no address: it is not known where they are")),
    (IDENTITY, "relationship_to_victim", _("relationship to the victim not given")),
)
_OF_CHILD = (
    (IDENTITY, "forenames", _("no forenames")),
    (IDENTITY, "dob", _("no date of birth")),
    (COUNTS, "lives_with", _("where the child lives is not given")),
    (COUNTS, "school", _("school or nursery not given")),
)
_OF_REFERRAL = (
    (SAFETY, "consent.victim_aware", _("whether the victim knows of the referral is not given")),
    (SAFETY, "views.safe_to_talk_to", _("who is safe to talk to is not given")),
    (SAFETY, "views.not_safe_to_talk_to", _("who is not safe to talk to is not given")),
    (DECISION, "narrative.text", _("no account of what has happened")),
    (DECISION, "views.afraid_of", _("whom the victim is afraid of is not given")),
    (DECISION, "consent.consent_given", _("whether the victim consents is not given")),
    (DECISION, "previous.this_marac", _("whether the case was here before is not given")),
    (DECISION, "previous.other_marac", _("whether the case was at another MARAC is not given")),
    (COUNTS, "referral_date", _("no date of referral")),
)
# Asked by our own form only: what comes in on another form is not short of it.
_OF_OUR_FORM = (
    (SAFETY, "consent.perpetrator_aware", _("whether the perpetrator knows of the referral is not given")),
    (SAFETY, "consent.safe_to_tell", _("whether the victim can safely be told what was decided is not given")),
    (SAFETY, "safeguarding.done", _("what has been done already is not given")),
    (DECISION, "incident_date", _("no date of the incident")),
    (DECISION, "views.of_risk", _("the victim's own view of the risk is not given")),
    (DECISION, "views.wants", _("what the victim wants is not given")),
    (DECISION, "checklist.with_victim", _("whether the checklist was completed with the victim is not given")),
    (DECISION, "sharing.basis", _("the lawful basis for sharing is not given")),
    (COUNTS, "adviser.involved", _("whether an adviser is supporting the victim is not given")),
)
_WITHOUT_CONSENT = (
    (DECISION, "sharing.why", _("why it is shared without the victim's agreement is not given")),
    (DECISION, "sharing.decided_by", _("who decided to share it without the victim's agreement is not given")),
)
_GROUNDS = (
    ("visible_high_risk", _("visible high risk is given as a ground, without its evidence")),
    ("professional_judgement", _("professional judgement is given as a ground, without its evidence")),
    ("potential_escalation", _("potential escalation is given as a ground, without its evidence")),
    ("repeat", _("a repeat is given as a ground, without its evidence")),
)
_OF_REFERRER = (
    (IDENTITY, "referrer.agency", _("agency not given")),
    (IDENTITY, "referrer.name", _("name not given")),
)

HARDLY_LACKING = re.compile(r"(?:victims|perpetrators)\[\d+\]\.surname|perpetrators\[\d+\]\.addresses\b")


def missing(content: Content, tool: Tool) -> list[Missing]:
    """In the order in which it should be asked for; within one urgency, in the order of the form."""
    found = [*_people(content), *_referral(content), *_checklist(content, tool)]
    return sorted(found, key=lambda each: each.urgency)


def overlooked(found: list[Missing]) -> list[Missing]:
    """Of these, what hardly a referral lacks, so that whoever or whatever read it may have overlooked it: who is
    harmed, who harms, and where they are."""
    return [each for each in found if HARDLY_LACKING.match(each.path)]


def is_blank(value: Any) -> bool:
    """No is an answer, and so is nought; an empty text or list is none."""
    return value is None or value in ("", [], {})


def _people(content: Content) -> Iterator[Missing]:
    kinds = (
        ("victims", _("Victim"), _OF_VICTIM),
        ("perpetrators", _("Perpetrator"), _OF_PERPETRATOR),
        ("children", _("Child"), _OF_CHILD),
    )
    for kind, called, asked in kinds:
        people = list(each_of(content, kind))
        if not people and kind != "children":
            yield Missing(IDENTITY, f"{kind}[0].surname", called, _("nobody is named"))
        for number, (path, person) in enumerate(people, 1):
            whose = one_after_another(called, str(number)) if len(people) > 1 else called
            skipped = _not_asked(person)
            for urgency, field, words in asked:
                if field not in skipped and is_blank(value_at(person, field)):
                    yield Missing(urgency, f"{path}.{_first(field)}", whose, _or_near(field, person, words))
            if kind == "victims":
                yield from _phones(path, person, whose)


def _not_asked(person: Mapping[str, Any]) -> set[str]:
    """An unborn child has no birth date or school; who has no fixed abode has no address."""
    skipped: set[str] = set()
    if person.get("unborn"):
        skipped |= {"forenames", "dob", "school", "lives_with"}
    if person.get("no_fixed_abode"):
        skipped.add("addresses")
    return skipped


def _or_near(field: str, person: Mapping[str, Any], words: str) -> str:
    """An uncertain date of birth is still asked for, and what is known of it is said."""
    if field == "dob" and person.get("dob_raw"):
        return _("no exact date of birth, only “{written}”").format(written=person["dob_raw"])
    return words


def _first(field: str) -> str:
    """Where a value of a list is to be put."""
    return {"phones": "phones[0].number", "addresses": "addresses[0].text"}.get(field, field)


def _phones(path: str, person: Mapping[str, Any], whose: str) -> Iterator[Missing]:
    """The victim's only: nobody rings the others. By its place in the list, for the number itself is sealed."""
    for place, (where, phone) in enumerate(each_of(person, "phones"), 1):
        for field, words in (
            ("safe_to_call", _("it is not known whether number {number} is safe to call")),
            ("safe_to_leave_message", _("it is not known whether a message may be left on number {number}")),
            ("safe_to_text", _("it is not known whether number {number} is safe to text")),
        ):
            if phone.get(field) is None and not (field != "safe_to_call" and phone.get("safe_to_call") is None):
                yield Missing(SAFETY, f"{path}.{where}.{field}", whose, words.format(number=place))


def _referral(content: Content) -> Iterator[Missing]:
    for urgency, path, words in _OF_REFERRAL:
        if is_blank(value_at(content, path)):
            yield Missing(urgency, path, _("Referral"), words)
    for urgency, path, words in _OF_REFERRER:
        if is_blank(value_at(content, path)):
            yield Missing(urgency, path, _("Referrer"), words)
    if is_blank(value_at(content, "referrer.phones")) and is_blank(value_at(content, "referrer.email")):
        yield Missing(IDENTITY, "referrer.email", _("Referrer"), _("no telephone number or e-mail address"))
    unaware = value_at(content, "consent.victim_aware") is False or value_at(content, "consent.consent_given") is False
    if unaware and is_blank(value_at(content, "consent.reason")):
        words = _("the victim does not know or does not agree, and no reason is given")
        yield Missing(DECISION, "consent.reason", _("Referral"), words)
    yield from _criteria(content)
    if content.get("form"):
        yield from _our_form(content)


def _our_form(content: Content) -> Iterator[Missing]:
    refused = value_at(content, "consent.consent_given") is False
    for urgency, path, words in (*_OF_OUR_FORM, *(_WITHOUT_CONSENT if refused else ())):
        if is_blank(value_at(content, path)):
            yield Missing(urgency, path, _("Referral"), words)
    for ground, words in _GROUNDS:
        shown = ground == "potential_escalation" and content.get("events")
        if value_at(content, f"criteria.{ground}") and is_blank(value_at(content, f"evidence.{ground}")) and not shown:
            yield Missing(DECISION, f"evidence.{ground}", _("Referral"), words)
    if not content.get("children") and content.get("has_children") is not False:
        words = _("they are not named") if content.get("has_children") else _("whether there are any is not given")
        yield Missing(IDENTITY, "has_children", _("Children"), words)


def _criteria(content: Content) -> Iterator[Missing]:
    criteria = value_at(content, "criteria") or {}
    local = any(each.get("ground") for _path, each in each_of(content, "local_grounds"))
    if not any(criteria.values()) and not local:
        yield Missing(DECISION, "criteria.visible_high_risk", _("Referral"), _("no ground is ticked"))


def _checklist(content: Content, tool: Tool) -> Iterator[Missing]:
    if tool.grades:
        if is_blank(value_at(content, "checklist.grade")):
            yield Missing(DECISION, "checklist.grade", _("Referral"), _("the risk is not graded"))
        elif is_blank(value_at(content, "checklist.grade_reasons")):
            words = _("the risk is graded, without the account that says why")
            yield Missing(DECISION, "checklist.grade_reasons", _("Referral"), words)
        return
    answers = value_at(content, "checklist.answers")
    if not answers:
        yield Missing(DECISION, f"checklist.answers.{tool.keys[0]}", _("Referral"), _("no risk checklist"))
        return
    unanswered = count_answers(answers, tool.keys).unanswered
    if unanswered:
        words = _("{number} questions of the checklist are not answered").format(number=unanswered)
        yield Missing(DECISION, "checklist.answers", _("Referral"), words)
