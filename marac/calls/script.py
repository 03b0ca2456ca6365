"""The script of a call: questions of the referral form, in the order in which a conversation goes, and what to say."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from marac.intake.missing import SAFETY, Missing
from marac.intake.tools import Tool
from marac.kernel.text import _
from marac.sheets import matters, people
from marac.sheets.shape import Group, Question, Sheet

# What only a call asks for, before all else.
FIRST = (
    Missing(SAFETY, "referrer.name", _("Caller"), _("name not given")),
    Missing(SAFETY, "referrer.agency", _("Caller"), _("agency not given")),
    Missing(SAFETY, "referrer.phones", _("Caller"), _("no number to ring back")),
    Missing(SAFETY, "urgent.danger_now", _("Now"), _("whether anybody is in danger now is not given")),
    Missing(SAFETY, "safeguarding.done", _("Now"), _("what has been done today is not given")),
)


def _picked(parts: tuple[Question | Group, ...], *paths: str) -> tuple[Question | Group, ...]:
    by_path = {part.path: part for part in parts}
    return tuple(by_path[path] for path in paths)


def _of_each(sheet: Sheet, *paths: str) -> Group:
    """The group that a sheet begins or goes on with, such as the victims, and these of its questions."""
    group = next(part for part in sheet.parts if isinstance(part, Group))
    return replace(group, parts=_picked(group.parts, *paths))


def _asked(sheet: Sheet, path: str, label: str, hint: str = "") -> Question:
    """The same question, in the words of somebody who asks it aloud."""
    found = next(part for part in sheet.parts if part.path == path)
    assert isinstance(found, Question)
    return replace(found, label=label, hint=hint)


_YOU, _DONE, _CONSENT = people.YOU, matters.DONE, matters.CONSENT
CALLER = Sheet(
    "caller",
    _("Who is calling"),
    (
        _asked(_YOU, "referrer.name", _("Name of the caller")),
        _asked(_YOU, "referrer.agency", _("Agency")),
        _asked(_YOU, "referrer.role", _("Post")),
        _asked(_YOU, "referrer.phones", _("Number to ring back"), _("In case the line drops. One on each line")),
        _asked(_YOU, "referrer.email", _("E-mail address of work")),
    ),
    _("“Who am I speaking to, from which agency, and where can I ring you back if we are cut off?”"),
)
NOW = Sheet(
    "now",
    _("Is anybody in danger now?"),
    (
        _asked(
            _DONE, "urgent.danger_now", _("Is anybody in danger at this moment?"), _("If so: 999 first, then go on")
        ),
        _asked(_DONE, "safeguarding.done", _("What has been done today to keep them safe?")),
    ),
    _("“Is anybody in danger now? What have you done today?”"),
)
HER = Sheet(
    "victim",
    _("Who is at risk, and how are they safely reached"),
    (
        _of_each(people.VICTIM, "surname", "forenames", "aliases", "dob_raw"),
        _of_each(people.REACH, "phones", "addresses", "no_fixed_abode"),
        _of_each(people.NEEDS, "diversity.language", "diversity.interpreter", "communication"),
    ),
    _("“Who is it about? Spell it for me. Which number can be rung, when, and who may pick up?”"),
)
HIM = Sheet(
    "perpetrators",
    _("Who harms them"),
    (
        _of_each(
            people.PERPETRATORS,
            *("surname", "forenames", "aliases", "dob_raw", "relationship_to_victim", "addresses", "danger_to_workers"),
        ),
        *_picked(people.PERPETRATORS.parts, "consent.perpetrator_aware"),
    ),
    _("“Who harms them? Anybody else? Where is he now? Does he know that you ring?”"),
)
CHILDREN = Sheet(
    "children",
    _("Children"),
    (
        *_picked(people.CHILDREN.parts, "has_children"),
        _of_each(people.CHILDREN, "surname", "forenames", "dob_raw", "lives_with", "school"),
        *_picked(people.CHILDREN.parts, "safeguarding.child_referral", "safeguarding.child_referral_to"),
    ),
    _("“Are there children, or is one on the way? Have children's services been told?”"),
)
HAPPENED = Sheet(
    "account",
    _("What has happened"),
    (
        *_picked(matters.ACCOUNT.parts, "incident_date", "narrative.text", "crime_refs", "orders"),
        *_picked(matters.VIEWS.parts, "views.afraid_of"),
    ),
    _("“What happened, when and where? And before that? Whom are they afraid of?”"),
)
KNOWS = Sheet(
    "consent",
    _("What they know and agree to"),
    (
        *_picked(_CONSENT.parts, "consent.victim_aware", "consent.consent_given", "consent.reason"),
        *_picked(_CONSENT.parts, "consent.safe_to_tell", "consent.how_to_tell"),
        *_picked(matters.SHARING.parts, "sharing.basis", "sharing.why", "sharing.decided_by"),
        *_picked(matters.VIEWS.parts, "views.safe_to_talk_to", "views.not_safe_to_talk_to"),
    ),
    _("“Do they know that you ring, and agree? If not: why, who decided to share it, and on which basis?”"),
)
WANTED = Sheet(
    "wanted",
    _("What is wanted"),
    (
        *_picked(matters.VIEWS.parts, "views.of_risk", "views.wants"),
        _asked(_DONE, "referrer.wants", _("What does the caller ask of the meeting?")),
        *_picked(_DONE.parts, "adviser.involved", "adviser.name", "agencies_involved"),
    ),
    _("“What do they want? What do you want from us? Who else works with the family?”"),
)


@cache
def script(tool: Tool, local_grounds: tuple[str, ...] = ()) -> tuple[Sheet, ...]:
    """All of it, with the checklist that the area asks for and the grounds that it has of its own."""
    return (CALLER, NOW, HER, HIM, CHILDREN, HAPPENED, _risk(tool, local_grounds), _answers(tool), KNOWS, WANTED)


def _risk(tool: Tool, local_grounds: tuple[str, ...]) -> Sheet:
    grounds = matters.grounds(local_grounds).parts
    paths = [part.path for part in grounds if part.path.startswith(("criteria.", "evidence."))]
    local = ("local_grounds",) if local_grounds else ()
    score = () if tool.grades else (_SCORE,)
    graded = ("checklist.grade", "checklist.grade_reasons") if tool.grades else ()
    asked = (*graded, "checklist.with_victim", "checklist.source")
    return Sheet(
        "checklist",
        _("Risk"),
        (
            *score,
            *_picked(matters.checklist(tool).parts, *asked),
            *_picked(grounds, *paths, *local, "previous.this_marac", "previous.other_marac"),
            *_picked(grounds, "urgent.cannot_wait", "urgent.reason"),
        ),
        _("“Which risk checklist did you use, and what was the count? Or what is your concern, and why?”"),
    )


_SCORE = Question("checklist.score_stated", _("Count of yes answers, as the caller gives it"))


def _answers(tool: Tool) -> Sheet:
    """One by one, for a caller who has not filled in a checklist; without who said so, which the caller does."""
    return Sheet("answers", tool.name, tuple(_each(tool)), tool.about, listed=True)


def _each(tool: Tool) -> Iterator[Question]:
    for item in () if tool.grades else tool.items:
        yield Question(f"checklist.answers.{item.key}", item.words, item.prompt, "answer")
