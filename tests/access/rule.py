"""Who may see what, written a second time from the papers, without asking the product's own rule.

Which cases somebody opens, the oracle says (tests/cases/oracle.py). Here: what of a case each role is shown. Those who
review what was opened in an emergency see who did and why, and not the case.
"""

from datetime import date

from marac.access.roles import Role
from tests.access.pages import OWN
from tests.cases.oracle import Paper, Someone, Span, may_open

REVIEWS = {Role.COORDINATOR, Role.CHAIR, Role.DATA_PROTECTION}
OFFICE = {Role.COORDINATOR, Role.ADMINISTRATOR}
PREPARES = OFFICE | {Role.CHAIR}
# Who is told how the victim can be reached, and reads referrals as they came.
CONTACT = OFFICE | {Role.IDVA}
FOR_CONTACT = {"Phone", "Referral", "Document"}
CONTACT_WORDS = ("afterfour", "Referrer", "concern", "decision")
TABLE = PREPARES | {Role.REPRESENTATIVE, Role.IDVA}
REPORTS = TABLE | {Role.REFERRER}

TODAY = date(2026, 3, 4)
OVER, LASTS = Span(date(2020, 1, 1), date(2026, 3, 3)), Span(date(2020, 1, 1))
SEAT, READER, THEY = (("own", LASTS),), (("they", LASTS),), frozenset({"they"})
# What each kind of case of the world is on paper, for the agency called own and the person called they.
KINDS = {
    "held": Paper("here", seats=SEAT),
    "ended": Paper("here", seats=(("own", OVER),)),
    "no_seat": Paper("here"),
    "emergency": Paper("here", emergency=THEY),
    "restricted": Paper("here", restricted=True, seats=SEAT),
    "named": Paper("here", restricted=True, seats=SEAT, readers=READER),
    "barred": Paper("here", seats=SEAT, barred=THEY),
    "named_and_barred": Paper("here", restricted=True, seats=SEAT, readers=READER, barred=THEY),
    "elsewhere": Paper("elsewhere", seats=SEAT),
    "disputed": Paper("here", seats=SEAT),
}
# In one case roles are disputed, and the agency called own acts for whom the victim accuses. Its people may know who
# is in the case, and nothing by which the victim could be found.
AGAINST_THE_VICTIM = {Role.REPRESENTATIVE, Role.IDVA}
TELLS = {"Phone", "Address", "Referral", "Document", "RiskAssessment", "Judgement", "Discussion", "Entry", "Risk"}
TELLING_WORDS = ("MillLane", "notevictim", "afterfour", "Referrer", "concern", "decision", "risk", "wishes", "line")
TELLING_WORDS += ("taskOther", "findingOther")
OF_A_CASE = {
    *("Case", "Party", "Person", "Phone", "AgendaItem", "Discussion", "Entry", "Risk", "RiskAssessment", "Document"),
    *("Judgement", "Referral", "Address"),
}
# Nobody sees an alert about themselves; the chair sees those about the coordinator.
ALERTS_OF = {Role.COORDINATOR: "here", Role.CHAIR: "about the coordinator"}
# What somebody declared of themselves, only they see, and their papers for a meeting; an old tracker, who imports it.
OF_SOMEBODY = {
    "Alert": ALERTS_OF,
    "Declared": {Role.REPRESENTATIVE: "here"},
    "Tracker": {Role.COORDINATOR: "here"},
    "Pack": {role: f"of {role.value}" for role in TABLE},
}
OF_AN_AREA = {"Marac", "User", "SettingValue", "Membership", "PanelSeat", "Agency", "BankHoliday", "TaughtLabel"} | {
    "WordTemplate"
}
# Marks and actions that an agency still owes outlive its seat, but not a restriction or a bar.
STILL_OWED = {"held", "ended", "disputed"}


def cases(role: Role) -> set[str]:
    """The kinds of case that somebody in this role opens."""
    somebody = Someone("they", role.value, "own", {"here": LASTS})
    return {kind for kind, case in KINDS.items() if may_open(somebody, case, TODAY)}


def kept(role: Role, kind: str) -> bool:
    """Whether somebody in this kind of case is kept from this role."""
    return kind.removesuffix(" of other") == "disputed" and role in AGAINST_THE_VICTIM


def seen(role: Role, model: str, kind: str) -> bool:
    """Whether this role sees the record of a model that hangs from this kind of case."""
    theirs, case = not kind.endswith(" of other"), kind.removesuffix(" of other")
    if model in OF_AN_AREA:
        return kind == "here"
    if model == "GuestLink":
        return role in OFFICE and kind == "here"
    if model in OF_SOMEBODY:
        return kind == OF_SOMEBODY[model].get(role)
    if model == OWN:
        return role in REPORTS and kind.endswith(" own")
    if kind.startswith(("sent", "draft")):
        return _undecided(role, model, kind)
    if model in ("Meeting", "Issue", "Series", "PlannedDate", "ChairAway"):
        return role in TABLE and kind == "here"
    if model in OF_AN_AGENCY:
        return OF_AN_AGENCY[model](role, case, theirs)
    return _of_a_case(role, model, case)


def _of_a_case(role: Role, model: str, case: str) -> bool:
    if model not in OF_A_CASE:
        raise LookupError(f"Say in tests/access/rule.py who sees a record of {model}.")
    told = not kept(role, case) or model not in TELLS
    return told and case in cases(role) and (role in CONTACT or model not in FOR_CONTACT)


def _undecided(role: Role, model: str, kind: str) -> bool:
    """Before there is a case: the agency that refers, and the office once it was sent."""
    office = role in OFFICE and (model == "Document" or kind.startswith("sent"))
    own = role in REPORTS and kind.endswith("own") and model == "Referral"
    return office or own


def _request(role: Role, case: str, theirs: bool) -> bool:
    return case in cases(role) and (theirs or role in PREPARES)


def _message(role: Role, case: str, theirs: bool) -> bool:
    return role in OFFICE and case in cases(role)


def _action(role: Role, case: str, theirs: bool) -> bool:
    """The chair and the office follow every action, the adviser those of the victims whom they support."""
    if role is Role.REFERRER:
        return theirs and case in STILL_OWED
    follows = role in PREPARES or (role is Role.IDVA and not kept(role, case))
    return case in cases(role) and (theirs or follows)


def _flag(role: Role, case: str, theirs: bool) -> bool:
    owed = role in TABLE and theirs and case in STILL_OWED
    return owed or (case in cases(role) and (theirs or role in OFFICE))


def _notice(role: Role, case: str, theirs: bool) -> bool:
    return role in OFFICE and case in cases(role)


def _review(role: Role, case: str, theirs: bool) -> bool:
    return role in REVIEWS and case in cases(Role.COORDINATOR)


def _dispute(role: Role, case: str, theirs: bool) -> bool:
    """Only who decides it: nobody else is told that there is one."""
    return role is Role.COORDINATOR and case in cases(role) | {"here"}


def _suggestion(role: Role, case: str, theirs: bool) -> bool:
    """The coordinator. There is one, who can see these cases: so it comes to nobody else."""
    return role is Role.COORDINATOR and case in cases(role)


def _list(role: Role, case: str, theirs: bool) -> bool:
    return case == "here" and (role in PREPARES or (role in TABLE and theirs))


OF_AN_AGENCY = {
    "Observer": lambda role, case, _theirs: role in PREPARES and case == "here",
    "ListSent": _list,
    "Line": lambda role, case, _theirs: role is Role.COORDINATOR and case in cases(role),
    "Suggestion": _suggestion,
    "Pair": _suggestion,
    "Dispute": _dispute,
    "ActsFor": _dispute,
    "EmergencySeat": _review,
    "Outgoing": _notice,
    "Message": _message,
    "Call": _message,
    "Request": _request,
    "Finding": _request,
    "Action": _action,
    "Reply": _action,
    "Flag": _flag,
}
