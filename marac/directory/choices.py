"""What a setting may be where it is one of a few answers, and the words of each."""

from enum import StrEnum

from marac.kernel.bankholidays import Nation
from marac.kernel.text import _
from marac.kernel.workdays import Moving


class Anchor(StrEnum):
    """The date from which twelve months are counted: sources differ (domain paper 3.4), so it is chosen and shown."""

    LAST_REFERRAL = "last_referral"
    ORIGINAL_REFERRAL = "original_referral"
    LAST_HEARD = "last_heard"
    LAST_INCIDENT = "last_incident"


class RepeatDefinition(StrEnum):
    """What makes a further referral a repeat: SafeLives' current wording, or its earlier one."""

    ANY_ABUSE = "any_abuse"
    CRIMINAL = "criminal"


class FurtherInformation(StrEnum):
    """What a referral is that tells of no new incident."""

    UPDATE = "update"
    REPEAT = "repeat"


class DisputedCases(StrEnum):
    """Whether cases between two who are each said to harm the other count towards a serial perpetrator."""

    LEFT_OUT = "left_out"
    COUNTED = "counted"


class MeetingModel(StrEnum):
    IN_PERSON = "in_person"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"
    NO_SITTING = "no_sitting"


class Carried(StrEnum):
    """Where a case stands that an earlier meeting put off."""

    FIRST = "first"
    ANYWHERE = "anywhere"


class EmergencyRoles(StrEnum):
    """Who may open a case without a seat in an emergency; the office and the chair have no need to."""

    TABLE = "table"
    ADVISERS = "advisers"
    NOBODY = "nobody"


class ProvisionalBar(StrEnum):
    """Which suggested conflicts of interest shut the case to the person until somebody decides."""

    STRONG = "strong"
    ANY = "any"
    NEVER = "never"


class ReturnEdition(StrEnum):
    """The two workbooks differ in the headings of fourteen columns."""

    UK = "uk"
    SCOTLAND = "scotland"


NAMES: dict[StrEnum, str] = {
    Nation.ENGLAND: _("England"),
    Nation.WALES: _("Wales"),
    Nation.SCOTLAND: _("Scotland"),
    Nation.NORTHERN_IRELAND: _("Northern Ireland"),
    Anchor.LAST_REFERRAL: _("the last referral"),
    Anchor.ORIGINAL_REFERRAL: _("the original referral"),
    Anchor.LAST_HEARD: _("the last meeting that heard it"),
    Anchor.LAST_INCIDENT: _("the last incident"),
    RepeatDefinition.ANY_ABUSE: _("any further abuse, criminal or not"),
    RepeatDefinition.CRIMINAL: _("further abuse that would be a crime if reported"),
    FurtherInformation.UPDATE: _("an update of the open case"),
    FurtherInformation.REPEAT: _("a repeat like any other"),
    DisputedCases.LEFT_OUT: _("left out until it is found who harms whom"),
    DisputedCases.COUNTED: _("counted like any other"),
    MeetingModel.IN_PERSON: _("in person"),
    MeetingModel.VIRTUAL: _("by video"),
    MeetingModel.HYBRID: _("in person and by video"),
    MeetingModel.NO_SITTING: _("no sitting: a closing date for information"),
    Carried.FIRST: _("before new cases"),
    Carried.ANYWHERE: _("wherever the order is best"),
    Moving.NEXT: _("the next working day"),
    Moving.PREVIOUS: _("the working day before"),
    Moving.WEEK_LATER: _("the same weekday a week later"),
    EmergencyRoles.TABLE: _("agency representatives and advisers"),
    EmergencyRoles.ADVISERS: _("advisers only"),
    EmergencyRoles.NOBODY: _("nobody"),
    ProvisionalBar.STRONG: _("if it is strong: same name, home or number, or surname and street"),
    ProvisionalBar.ANY: _("whatever is alike, a surname too"),
    ProvisionalBar.NEVER: _("never: only once it is confirmed"),
    ReturnEdition.UK: _("United Kingdom"),
    ReturnEdition.SCOTLAND: _("Scotland"),
}
