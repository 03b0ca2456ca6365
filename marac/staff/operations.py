"""Somebody leaves, or moves to another post; people are confirmed; and who confirms them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import Contact, Membership, User
from marac.accounts.operations import confirm, give_role
from marac.accounts.queries import acts_elsewhere
from marac.audit.operation import lock, operation, record
from marac.directory.models import Agency, Marac
from marac.invitations.operations import stop_account
from marac.kernel.refusal import Refusal
from marac.kernel.text import _
from marac.mail.operations import notify
from marac.mail.rules import Kind
from marac.staff.models import Handover
from marac.staff.queries import confirmed_by, has_role_in, may_be_contact, open_work, roles_now

DAY = timedelta(days=1)


@dataclass(frozen=True)
class PersonLeft:
    of_user_id: int
    handed_to: int | None
    roles: list[int]


@dataclass(frozen=True)
class PersonMoved:
    of_user_id: int
    handed_to: int | None
    agency_id: int
    from_on: date


@dataclass(frozen=True)
class HandoverTaken:
    handover_id: int


@dataclass(frozen=True)
class PeopleConfirmed:
    of_user_ids: list[int]
    roles: list[int]


@dataclass(frozen=True)
class ContactNamed:
    of_user_id: int
    agency_id: int
    marac_id: int


@dataclass(frozen=True)
class ContactAsked:
    of_user_id: int
    agency_id: int
    marac_id: int
    lapses_on: date


@operation(needs=Permission.MANAGE_USERS)
def leave(*, viewer: Viewer, user: User, to: User | None, at: datetime) -> None:
    """At once: the roles end, open sessions too, and what their agency has open is handed to somebody named."""
    user, held = _theirs(viewer, user)
    _hand_over(viewer, user, held, to)
    _end(held, viewer.today)
    if acts_elsewhere(viewer, user):
        user.sessions_ended_at = at
        user.save()
    else:
        stop_account(viewer=viewer, user=user, at=at)
    record(PersonLeft(of_user_id=user.pk, handed_to=to.pk if to else None, roles=[row.pk for row in held]))


@operation(needs=Permission.MANAGE_USERS)
def move(
    *, viewer: Viewer, user: User, to: User | None, marac: Marac, agency: Agency, role: str, from_on: date, at: datetime
) -> None:
    """To another post from a day on: the seats that they have end the day before, whoever forgets to end them."""
    user, held = _theirs(viewer, user)
    if from_on < viewer.today:
        raise Refusal(_("Enter today or a later day."), field="from_on")
    _hand_over(viewer, user, held, to)
    _end(held, from_on)
    if from_on == viewer.today:
        user.sessions_ended_at = at
        user.save()
    give_role(viewer=viewer, user=user, agency=agency, marac=marac, role=role, from_on=from_on)
    record(PersonMoved(of_user_id=user.pk, handed_to=to.pk if to else None, agency_id=agency.pk, from_on=from_on))


@operation(needs=Permission.SEE_OWN_WORK)
def take_over(*, viewer: Viewer, handover: Handover) -> None:
    handover = lock(Handover, viewer, handover.pk)
    handover.taken_on = viewer.today
    handover.save()
    record(HandoverTaken(handover_id=handover.pk))


@operation(needs=Permission.SEE_OWN_WORK)
def confirm_people(*, viewer: Viewer, roles: list[Membership]) -> int:
    """That these people still do it, by the contact of their agency or the office; a role that lapsed holds again."""
    found = list(confirmed_by(viewer).filter(pk__in=[row.pk for row in roles]).select_for_update(of=("self",)))
    if len(found) < len(roles) or not found:
        raise Refusal(_("You do not confirm these people. Open the page again to see whom you do."))
    for row in found:
        confirm(viewer, row)
        row.save()
    record(PeopleConfirmed(of_user_ids=sorted({row.user_id for row in found}), roles=[row.pk for row in found]))
    return len(found)


@operation(needs=Permission.MANAGE_USERS)
def name_contact(*, viewer: Viewer, role: Membership) -> Contact:
    """Who answers for an agency's people from today, in place of whoever did."""
    chosen = may_be_contact(viewer).filter(pk=role.pk).first()
    if chosen is None:
        raise Refusal(_("This person has no role for the agency today. Choose somebody who has."), field="role")
    before = Contact.objects.not_ended(viewer.today).filter(marac=chosen.marac, agency=chosen.agency)
    before.filter(from_on=viewer.today).delete()
    before.update(until_on=viewer.today - DAY)
    made = Contact(marac=chosen.marac, agency=chosen.agency, user=chosen.user, from_on=viewer.today)
    made.save()
    record(ContactNamed(of_user_id=made.user_id, agency_id=made.agency_id, marac_id=made.marac_id))
    return made


@operation(needs=Permission.DO_DUE_WORK)
def ask_contact(*, viewer: Viewer, contact: Contact, lapses_on: date) -> None:
    """By mail, before access lapses."""
    notify(
        viewer=viewer,
        kind=Kind.PEOPLE,
        marac=contact.marac,
        agencies=[contact.agency],
        about=f"people {contact.pk} {lapses_on}",
        reference=_("people"),
        only=[contact.user_id],
    )
    record(ContactAsked(contact.user_id, contact.agency_id, contact.marac_id, lapses_on))


def _theirs(viewer: Viewer, user: User) -> tuple[User, list[Membership]]:
    user = lock(User, viewer, user.pk)
    if user.pk == viewer.user_id:
        raise Refusal(_("You cannot do this for yourself. Ask another coordinator."))
    held = roles_now(viewer, user)
    if not held:
        raise Refusal(_("This person has no role here any more."))
    return user, held


def _hand_over(viewer: Viewer, user: User, held: list[Membership], to: User | None) -> None:
    """One handover for each agency and MARAC that has something open; its new person is told by mail."""
    for agency, marac in {(row.agency, row.marac): None for row in held}:
        work = open_work(agency.pk, marac.pk)
        if not work.is_any:
            continue
        if to is None:
            raise Refusal(_("Their agency has open work. Choose who goes on with it."), field="to")
        if to.pk == user.pk or not has_role_in(to, agency.pk, marac.pk, viewer.today):
            raise Refusal(
                _("{name} has no role for {agency} in {marac} today. Choose somebody who has, or give them one first."),
                field="to",
                name=to.name,
                agency=agency.name,
                marac=marac.name,
            )
        made = Handover(marac=marac, agency=agency, left=user, to=to, handed_on=viewer.today, **vars(work))
        made.save()
        notify(
            viewer=viewer,
            kind=Kind.PEOPLE,
            marac=marac,
            agencies=[agency],
            about=f"handover {made.pk}",
            reference=f"H{made.pk}",
            only=[to.pk],
        )


def _end(held: list[Membership], before: date) -> None:
    """The day before is the last; a role that would only begin then never does. Nor is a leaver anybody's contact."""
    for row in held:
        row.until_on = before - DAY
        row.save()
        Contact.objects.not_ended(before).filter(user=row.user_id, agency=row.agency_id, marac=row.marac_id).update(
            until_on=before - DAY
        )
