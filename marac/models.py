"""The hub by which Django finds every model. Nothing else imports it."""

from marac.accounts.models import Contact, Membership, User
from marac.actions.models import Action, Reply, Risk
from marac.agenda.models import Agenda, Coming, KeptPlace, SaidNeed
from marac.attendance.models import Attendance, ClosedToObservers, Observer
from marac.audit.models import AuditCase, AuditEvent, AuditHead
from marac.calls.models import Call
from marac.cases.models import Barred, Case, CaseAccess, EmergencySeat, NamedReader
from marac.circulation.models import ActionList
from marac.conflicts.models import Compared, Declared, Suggestion
from marac.connections.models import Connection, Identity
from marac.diary.models import Diary, Invited
from marac.directory.models import Agency, BankHoliday, Marac, PanelSeat, SettingValue
from marac.documents.models import Document
from marac.flags.models import Flag
from marac.guests.models import GuestLink
from marac.identity.models import Joined, ToCompare
from marac.imports.models import Made
from marac.inbox.models import LookedThrough, Message
from marac.induction.models import Signature
from marac.invitations.models import FactorReset, Invitation
from marac.joins.models import LinkRun, Pair, PairDecision, Sealed
from marac.lessons.models import TaughtLabel
from marac.library.models import StandardAction, TextBlock
from marac.mail.models import Outgoing
from marac.mailboxes.models import Mailbox
from marac.meetings.models import AgendaItem, ListSent, Meeting
from marac.minutes.models import Copy, Discussion, Entry, Issue
from marac.packs.models import Pack
from marac.papers.models import WordTemplate
from marac.people.models import ActsFor, Address, Dispute, OtherName, Party, Person, Phone, SearchKey
from marac.records.models import Alert, Bookmark
from marac.referrals.models import Referral
from marac.research.models import Finding, Request, Withheld
from marac.risk.models import Judgement, RiskAssessment
from marac.serial.models import SerialDecision, SerialPart
from marac.series.models import ChairAway, PlannedDate, Series, SkippedDay
from marac.sessions.models import OpenSession
from marac.signin.models import Authenticator, Passkey, RecoveryCode, Tries
from marac.staff.models import Handover
from marac.trackers.models import Lesson, Line, OldReference, Tracker

__all__ = [
    "Action",
    "ActionList",
    "ActsFor",
    "Address",
    "Agency",
    "Agenda",
    "AgendaItem",
    "Alert",
    "Attendance",
    "AuditCase",
    "AuditEvent",
    "AuditHead",
    "Authenticator",
    "BankHoliday",
    "Barred",
    "Bookmark",
    "Call",
    "Case",
    "CaseAccess",
    "ChairAway",
    "ClosedToObservers",
    "Coming",
    "Compared",
    "Connection",
    "Contact",
    "Copy",
    "Declared",
    "Diary",
    "Discussion",
    "Dispute",
    "Document",
    "EmergencySeat",
    "Entry",
    "FactorReset",
    "Finding",
    "Flag",
    "GuestLink",
    "Handover",
    "Identity",
    "Invitation",
    "Invited",
    "Issue",
    "Joined",
    "Judgement",
    "KeptPlace",
    "Lesson",
    "Line",
    "LinkRun",
    "ListSent",
    "LookedThrough",
    "Made",
    "Mailbox",
    "Marac",
    "Meeting",
    "Membership",
    "Message",
    "NamedReader",
    "Observer",
    "OldReference",
    "OpenSession",
    "OtherName",
    "Outgoing",
    "Pack",
    "Pair",
    "PairDecision",
    "PanelSeat",
    "Party",
    "Passkey",
    "Person",
    "Phone",
    "PlannedDate",
    "RecoveryCode",
    "Referral",
    "Reply",
    "Request",
    "Risk",
    "RiskAssessment",
    "SaidNeed",
    "Sealed",
    "SearchKey",
    "SerialDecision",
    "SerialPart",
    "Series",
    "SettingValue",
    "Signature",
    "SkippedDay",
    "StandardAction",
    "Suggestion",
    "TaughtLabel",
    "TextBlock",
    "ToCompare",
    "Tracker",
    "Tries",
    "User",
    "Withheld",
    "WordTemplate",
]
