"""The sheets of the referral form that ask what has happened, why it is high risk, and what the victim wants."""

from collections.abc import Iterator

from marac.intake.tools import Tool
from marac.kernel.text import _, one_after_another
from marac.sheets.shape import Group, Question, Sheet

ANSWER = Sheet(
    "answer",
    _("Your answer to the question"),
    (
        Question(
            "answer",
            _("Your answer"),
            _("Short is enough. What belongs on another page of the form can be put right there."),
        ),
    ),
    only_returned=True,
)
_THREE = (
    Question("criteria.visible_high_risk", _("Visible high risk"), _("The count of the checklist reaches the mark")),
    Question("evidence.visible_high_risk", _("What shows it"), kind="area"),
    Question("criteria.professional_judgement", _("Professional judgement"), _("Enough by itself, at any count")),
    Question(
        "evidence.professional_judgement",
        _("What your concern is, and why"),
        _("For example, extreme fear, strangling, isolation, a language or immigration barrier"),
        "area",
    ),
    Question("criteria.potential_escalation", _("Potential escalation"), _("It happens more often, or gets worse")),
    Question("evidence.potential_escalation", _("What gets worse, or happens more often"), kind="area"),
)
_REPEAT = (
    Question("criteria.repeat", _("Repeat"), _("Further abuse since an earlier referral here. Any abuse counts.")),
    Question("evidence.repeat", _("What has happened since"), kind="area"),
)
_EARLIER = (
    Question("previous.this_marac", _("Has the victim been referred here before?")),
    Question("previous.last_date", _("When it was last heard"), _("For example, 27/3/2026")),
    Question("previous.last_ref", _("Reference, if you know it")),
    Question("previous.other_marac", _("Has the victim been referred in another area?")),
    Question("previous.other_marac_detail", _("Where, and when")),
    Question("urgent.cannot_wait", _("Is it too urgent for the next meeting?"), _("Ring the coordinator as well")),
    Question("urgent.reason", _("Why it cannot wait"), kind="area"),
)
EVENTS = Group(
    "events",
    _("Event"),
    (
        Question("on", _("Date"), _("For example, 27/3/2026")),
        Question("what", _("What happened")),
        Question("source", _("Who recorded it"), _("The police with its number, or any other agency")),
    ),
    _("Add an event"),
    offered=0,
)


def grounds(local: tuple[str, ...]) -> Sheet:
    """The four, and those that the local protocol has beside them."""
    own = Group(
        "local_grounds",
        _("Further ground of this area"),
        (
            Question("ground", _("Ground"), kind="chosen", choices=tuple((each, each) for each in local)),
            Question("evidence", _("What shows it"), kind="area"),
        ),
        _("Add a further ground of this area"),
        offered=0,
    )
    return Sheet(
        "grounds",
        _("Grounds"),
        (*_THREE, EVENTS, *_REPEAT, *((own,) if local else ()), *_EARLIER),
        _("One is enough. Say yes to each that you rely on, and what shows it."),
    )


ACCOUNT = Sheet(
    "account",
    _("What has happened"),
    (
        Question(
            "incident_date", _("Date of the incident"), _("The one that led to the referral. For example, 27/3/2026")
        ),
        Question(
            "narrative.text",
            _("What has happened"),
            _("Facts: what, when and where, injuries, who was there, children too. Then what went before."),
        ),
        Question("crime_refs", _("Police references"), _("One on each line"), "lines"),
        Question("orders", _("Court orders, bail and hearings"), _("Which, until when, and the next date"), "area"),
    ),
)
CONSENT = Sheet(
    "consent",
    _("What the victim knows and agrees to"),
    (
        Question("consent.victim_aware", _("Does the victim know of this referral?")),
        Question("consent.consent_given", _("Does the victim agree to it?"), _("At high risk it can be made without")),
        Question("consent.reason", _("If not: why they were not told, or do not agree"), kind="area"),
        Question("consent.safe_to_tell", _("Can the victim safely be told what is decided?")),
        Question("consent.how_to_tell", _("How, and by whom"), _("Never in writing where the perpetrator may see it")),
        Question("consent.police_contact", _("Does the victim want the police to be in touch?")),
    ),
    _("Knowing, agreeing, and the law that lets you share are three things. The next page asks for the third."),
)
SHARING = Sheet(
    "sharing",
    _("The basis for sharing"),
    (
        Question("sharing.basis", _("Lawful basis"), _("Your own agency knows which it relies on")),
        Question("sharing.basis_detail", _("The basis in full, or another"), _("With any further article or schedule")),
        Question(
            "sharing.why",
            _("If the victim does not agree: why it is shared all the same"),
            _("And how their rights were weighed against the danger"),
            "area",
        ),
        Question("sharing.risk_if_not", _("What may happen if it is not shared"), kind="area"),
        Question("sharing.limited_to", _("What is shared, and why no more than that"), kind="area"),
        Question("sharing.decided_by", _("Who decided"), _("Name and post")),
        Question("sharing.decided_on", _("When"), _("For example, 27/3/2026")),
    ),
    _("This is the record of the decision to share. Without the victim's agreement, somebody has to have decided."),
)
VIEWS = Sheet(
    "views",
    _("The victim's own views"),
    (
        Question("views.afraid_of", _("Whom are they afraid of?"), _("Everybody, not only the perpetrator")),
        Question("views.safe_to_talk_to", _("Who is safe to talk to?")),
        Question("views.not_safe_to_talk_to", _("Who is not safe to talk to?")),
        Question("views.of_risk", _("How do they see the risk?"), kind="area"),
        Question("views.wants", _("What do they want to happen?"), kind="area"),
    ),
)
DONE = Sheet(
    "done",
    _("What has been done already"),
    (
        Question("urgent.danger_now", _("Is anybody in danger now?"), _("If so, ring 999 before you go on")),
        Question(
            "safeguarding.done",
            _("What has been done today"),
            _("To keep them safe until the meeting. A referral never takes the place of acting now."),
            "area",
        ),
        Question("adviser.involved", _("Is an adviser supporting the victim?"), _("An IDVA, or an outreach worker")),
        Question("adviser.name", _("Who")),
        Question("agencies_involved", _("Other agencies involved"), _("And who there knows the family"), "area"),
        Question(
            "safeguarding.adult_at_risk", _("Is the victim an adult at risk?"), _("With needs for care or support")
        ),
        Question("safeguarding.adult_concern_raised", _("Has an adult safeguarding concern been raised?")),
        Question("referrer.wants", _("What do you ask of the meeting?"), kind="area"),
    ),
)


def checklist(tool: Tool) -> Sheet:
    """The questions of an area's own checklist, each with who said so; or the grade, of a tool that ends in one."""
    graded = (
        Question("checklist.grade", _("Grade")),
        Question("checklist.grade_reasons", _("Why it is graded so"), kind="area"),
    )
    intro = _("The subjects in short words; ask them as your own copy of the checklist does. Not known is not a yes.")
    return Sheet(
        "checklist",
        _("Risk checklist"),
        (
            *(graded if tool.grades else _asked(tool)),
            Question("checklist.completed_on", _("Completed on"), _("For example, 27/3/2026")),
            Question("checklist.with_victim", _("Was it completed with the victim?")),
            Question("checklist.source", _("If not, where the answers come from")),
        ),
        one_after_another(intro, tool.about) if tool.about else intro,
        listed=True,
    )


def further_checklist(tool: Tool) -> Sheet:
    """The questions that a yes to one of the checklist calls for."""
    return Sheet(tool.id, tool.name, tuple(_asked(tool)), tool.about, only_after=tool.follows, listed=True)


def _asked(tool: Tool) -> Iterator[Question]:
    for item in tool.items:
        yield Question(f"checklist.answers.{item.key}", item.words, item.prompt, "answer")
        yield Question(f"checklist.sources.{item.key}", _("Who said so, if not the victim"))
        yield Question(f"checklist.comments.{item.key}", _("Comment"))
