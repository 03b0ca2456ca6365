"""The invented county: two MARACs with one coordinator, their agencies, and people to sign in as."""

from dataclasses import dataclass
from datetime import date

from marac.access.roles import ROLE_NAMES, Role
from marac.access.viewer import Viewer, the_system
from marac.accounts import operations as accounts
from marac.accounts.middleware import viewer_of
from marac.accounts.models import Membership, User
from marac.directory import operations as directory
from marac.directory.models import Agency, Marac, ReturnGroup
from marac.induction.operations import sign_all
from marac.invented.county import PEOPLE
from marac.kernel.bankholidays import Nation, bank_holidays
from marac.signin.demonstration import Account, Demonstration, write_note
from marac.staff.operations import name_contact

PASSWORD = "invented people only"
SINCE = date(2015, 1, 1)
MARACS = (("Norbrook", "NB", 41_200), ("Calderwick", "CW", 23_600))

AGENCIES = (
    ("Fellshire Police", ReturnGroup.POLICE),
    ("Fellshire Council Community Safety", ReturnGroup.OTHER),
    ("Fellshire Children's Services", ReturnGroup.CHILDRENS_SOCIAL_CARE),
    ("Fellshire Adult Services", ReturnGroup.ADULT_SOCIAL_CARE),
    ("Calderwick Domestic Abuse Service", ReturnGroup.IDVA),
    ("Meadowbank Homes", ReturnGroup.HOUSING),
    ("Fellshire Primary Care", ReturnGroup.PRIMARY_CARE),
    ("Fellshire Hospitals", ReturnGroup.SECONDARY_CARE),
    ("Fellshire Mental Health", ReturnGroup.MENTAL_HEALTH),
    ("Fellshire Probation", ReturnGroup.PROBATION),
    ("Turning Leaf Recovery", ReturnGroup.SUBSTANCE),
    ("Fellshire Schools", ReturnGroup.EDUCATION),
)


@dataclass(frozen=True)
class Area:
    """What the story needs: the MARACs, agencies and people by name, and the coordinator."""

    maracs: list[Marac]
    agencies: dict[str, Agency]
    users: dict[str, User]
    coordinator: Viewer


def build_area(today: date) -> Area:
    """Through the product's own operations, so that the trail shows how it came to be; the note that says so first."""
    write_note(demonstration())
    system = the_system(today)
    for nation in Nation:
        days = {on: name for year in range(2015, today.year + 3) for on, name in bank_holidays(nation, year).items()}
        directory.add_holidays(viewer=system, nation=nation.value, days=days)
    maracs = [_marac(system, name, prefix, women) for name, prefix, women in MARACS]
    agencies = {
        name: directory.add_agency(viewer=system, name=name, mail_domains="example.org") for name, _ in AGENCIES
    }
    for marac in maracs:
        for name, group in AGENCIES:
            directory.give_seat(
                viewer=system,
                marac=marac,
                agency=agencies[name],
                return_group=group,
                from_on=SINCE,
                is_adviser_service=group is ReturnGroup.IDVA,
            )
    users = [_person(system, account, name, role, agencies[agency], maracs) for account, name, role, agency in PEOPLE]
    for role in Membership.objects.filter(user=users[2]):
        name_contact(viewer=system, role=role)
    return Area(maracs, agencies, {user.name: user for user in users}, _acting(users[0], today))


def demonstration() -> Demonstration:
    """Who may sign in: what each of them is, and the one password."""
    accounts = [Account(_address(account), f"{ROLE_NAMES[role]}, {agency}") for account, _name, role, agency in PEOPLE]
    return Demonstration(accounts, PASSWORD)


def accounts_in_words() -> list[str]:
    """A line a person: their address, what they are; the one password last."""
    lines = [f"{each.address:<45}{each.what}" for each in demonstration().accounts]
    return [*lines, f"Password for all of them: {PASSWORD}"]


def _marac(system: Viewer, name: str, prefix: str, women: int) -> Marac:
    marac = directory.add_marac(viewer=system, name=name, prefix=prefix)
    for setting, value in (("adult_females", women), ("name_in_return", name)):
        directory.change_setting(viewer=system, marac=marac, name=setting, value=value, from_on=SINCE)
    return marac


def _person(system: Viewer, account: str, name: str, role: Role, agency: Agency, maracs: list[Marac]) -> User:
    user = accounts.add_person(viewer=system, email=_address(account), name=name, password=PASSWORD)
    for marac in maracs:
        accounts.give_role(viewer=system, user=user, agency=agency, marac=marac, role=role.value, from_on=SINCE)
    sign_all(viewer=_acting(user, system.today))
    return user


def _acting(user: User, today: date) -> Viewer:
    viewer = viewer_of(user, today)
    assert viewer is not None, "they have just been given a role"
    return viewer


def _address(account: str) -> str:
    return f"{account}@fellshire.example.org"
