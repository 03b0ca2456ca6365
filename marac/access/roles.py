"""Who may do what: one enumeration of permissions, one table from role to permissions.

Whether somebody may see a particular case is another question: marac/cases/scope.py answers it.
"""

from enum import StrEnum

from marac.kernel.text import _


class Permission(StrEnum):
    """An act that a role may be allowed. The text is what the page *Who may do what* prints."""

    SEE_OWN_WORK = _("See the list of what waits for you")
    SEE_CASES = _("Open a case that you have a seat on")
    SEE_EVERY_CASE = _("Open every case of your MARACs that is not restricted")
    REFER = _("Refer somebody")
    READ_DOCUMENTS = _("Have a referral document read")
    WORK_INBOX = _("Read what came to the inbox, file each message, and record that it was looked through")
    DECIDE_REFERRALS = _("Accept, return or turn down a referral")
    ASSESS_RISK = _("See each answer of a risk assessment, assess again and write a judgement")
    SEE_PEOPLE = _("Search for people and open their pages")
    SEE_CONTACT_DETAILS = _("See telephone numbers, whether they are safe, and referrals as they came")
    REVEAL = _("Reveal a confidential address, a telephone number or who told an agency something, one at a time")
    CORRECT_PEOPLE = _("Correct what is recorded about a person")
    JOIN_PEOPLE = _("Say whether two records are of one person, join them and take that back")
    DECIDE_SERIAL = _("Say whether somebody is a serial perpetrator by the area's rule, and take that back")
    SEE_MEETINGS = _("See meetings, dates and the cases listed that you have a seat on")
    PLAN_MEETINGS = _("Plan the year's meetings, list cases and send the case list")
    RUN_MEETINGS = _("Record attendance, take minutes and set actions in a meeting")
    APPROVE_MINUTES = _("Approve minutes as chair")
    ISSUE_MINUTES = _("Issue and circulate approved minutes")
    READ_MINUTES = _("Read issued minutes of cases that you have a seat on")
    ANSWER_RESEARCH = _("Answer a research request made of your agency")
    SEE_RESEARCH = _("See every agency's answers before a meeting")
    REPORT_ON_ACTION = _("Report on an action of your agency")
    SEE_EVERY_ACTION = _("See every agency's actions in the cases that you can open")
    CONFIRM_FLAG = _("Confirm a flag on your agency's own system")
    MANAGE_FLAGS = _("Ask agencies to place and remove flags")
    SEE_FIGURES = _("See figures that name nobody")
    MAKE_RETURN = _("Make the quarterly return and open its numbers into cases")
    EXPORT_CASES = _("Export cases")
    IMPORT_TRACKERS = _("Import the workbooks of old trackers, and take an import back")
    SET_RULES = _("Change the MARAC's settings")
    MANAGE_DIRECTORY = _("Change agencies, seats on the panel and contacts")
    MANAGE_USERS = _("Invite people and end their access")
    SEE_WHAT_WAS_SENT = _("See what was sent to whom")
    SEE_WHO_LOOKED = _("See who has looked at a case")
    DECIDE_CONFLICTS = _("Decide on conflicts of interest, and shut a case to a person")
    OPEN_IN_EMERGENCY = _("Open a case in an emergency, for a short time and with a reason")
    REVIEW_EMERGENCIES = _("Say whether a case was rightly opened in an emergency")
    OVERSEE = _("Come to alerts, the trail, emergencies and conflicts of interest, as far as each is open to you")
    SEE_ALERTS = _("See alerts of unusual reading by others, and close them")
    DO_DUE_WORK = _("Do what is due without a person (the system itself)")


class Role(StrEnum):
    """What somebody is in a MARAC. One person may hold several, and acts in one at a time."""

    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"
    CHAIR = "chair"
    REPRESENTATIVE = "representative"
    IDVA = "idva"
    REFERRER = "referrer"
    STEERING = "steering"
    DATA_PROTECTION = "data_protection"
    SYSTEM = "system"


ROLE_NAMES = {
    Role.COORDINATOR: _("Coordinator"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.CHAIR: _("Chair"),
    Role.REPRESENTATIVE: _("Agency representative"),
    Role.IDVA: _("Domestic violence adviser"),
    Role.REFERRER: _("Referrer"),
    Role.STEERING: _("Steering group member"),
    Role.DATA_PROTECTION: _("Data protection contact"),
    Role.SYSTEM: _("The system"),
}

_AT_THE_TABLE = frozenset(
    {
        Permission.SEE_OWN_WORK,
        Permission.SEE_CASES,
        Permission.REFER,
        Permission.SEE_PEOPLE,
        Permission.SEE_MEETINGS,
        Permission.READ_MINUTES,
        Permission.ANSWER_RESEARCH,
        Permission.REPORT_ON_ACTION,
        Permission.CONFIRM_FLAG,
        Permission.SEE_FIGURES,
    }
)

_OFFICE = _AT_THE_TABLE | {
    Permission.SEE_EVERY_CASE,
    Permission.READ_DOCUMENTS,
    Permission.ASSESS_RISK,
    Permission.WORK_INBOX,
    Permission.SEE_CONTACT_DETAILS,
    Permission.REVEAL,
    Permission.CORRECT_PEOPLE,
    Permission.PLAN_MEETINGS,
    Permission.RUN_MEETINGS,
    Permission.ISSUE_MINUTES,
    Permission.SEE_RESEARCH,
    Permission.SEE_EVERY_ACTION,
    Permission.MANAGE_FLAGS,
    Permission.MANAGE_DIRECTORY,
    Permission.SEE_WHAT_WAS_SENT,
    Permission.DECIDE_CONFLICTS,
    Permission.OVERSEE,
}

ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.COORDINATOR: _OFFICE
    | {
        Permission.DECIDE_REFERRALS,
        Permission.JOIN_PEOPLE,
        Permission.DECIDE_SERIAL,
        Permission.MAKE_RETURN,
        Permission.EXPORT_CASES,
        Permission.IMPORT_TRACKERS,
        Permission.SET_RULES,
        Permission.MANAGE_USERS,
        Permission.SEE_WHO_LOOKED,
        Permission.SEE_ALERTS,
        Permission.REVIEW_EMERGENCIES,
    },
    Role.ADMINISTRATOR: _OFFICE,
    Role.CHAIR: _AT_THE_TABLE
    | {
        Permission.SEE_EVERY_CASE,
        Permission.SEE_RESEARCH,
        Permission.SEE_EVERY_ACTION,
        Permission.RUN_MEETINGS,
        Permission.APPROVE_MINUTES,
        Permission.SEE_ALERTS,
        Permission.DECIDE_CONFLICTS,
        Permission.REVIEW_EMERGENCIES,
        Permission.OVERSEE,
    },
    Role.REPRESENTATIVE: _AT_THE_TABLE | {Permission.OPEN_IN_EMERGENCY},
    Role.IDVA: _AT_THE_TABLE
    | {
        Permission.ASSESS_RISK,
        Permission.SEE_CONTACT_DETAILS,
        Permission.REVEAL,
        Permission.SEE_EVERY_ACTION,
        Permission.OPEN_IN_EMERGENCY,
    },
    Role.REFERRER: frozenset({Permission.SEE_OWN_WORK, Permission.REFER, Permission.REPORT_ON_ACTION}),
    Role.STEERING: frozenset({Permission.SEE_OWN_WORK, Permission.SEE_FIGURES}),
    Role.DATA_PROTECTION: frozenset({Permission.SEE_OWN_WORK, Permission.REVIEW_EMERGENCIES, Permission.OVERSEE}),
    Role.SYSTEM: frozenset(Permission),
}


def roles_with(permission: Permission) -> list[str]:
    """The roles of people that are allowed it, as memberships hold them."""
    return [role.value for role in Role if role is not Role.SYSTEM and permission in ALLOWED[role]]
