"""A nation of invented MARACs, one after another, each whole or not at all: what broke off can go on."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice, product
from random import Random

from django.db import transaction

from config.sizes import count_sizes
from marac.access.roles import Role
from marac.access.viewer import the_system
from marac.accounts import operations as accounts
from marac.demo.area import AGENCIES, SINCE
from marac.directory import operations as directory
from marac.directory.models import Marac, ReturnGroup
from marac.history import begin_past, make_history
from marac.kernel.workdays import next_workday

FIRST = (
    "Ald",
    "Birk",
    "Cold",
    "Dun",
    "Elver",
    "Fen",
    "Gar",
    "Harrow",
    "Ingle",
    "Kelder",
    "Lang",
    "Moss",
    "Nether",
    "Ox",
)
LAST = (
    *("bury", "combe", "dale", "field", "gate", "ham", "hurst", "mere", "minster", "port", "shaw", "stead", "thorpe"),
    *("toft", "wick", "worth", "by", "ley", "ford-on-Weir", "cross", "beck", "garth"),
)
DAYS = 365
CASES = 16  # a meeting, nationally (SafeLives)


def names() -> Iterator[tuple[str, str]]:
    """A name and a prefix of references for each MARAC, in one order, as many as there are."""
    for number, (last, first) in enumerate(product(LAST, FIRST), start=1):
        yield f"{first}{last}", f"{first[:2].upper()}{number}"


def most() -> int:
    return len(FIRST) * len(LAST)


def build_nation(*, maracs: int, seed: int, today: date, say: Callable[[str], None]) -> None:
    """So many MARACs beside those that there are; one that is there already is passed over."""
    there = set(Marac.objects.values_list("name", flat=True))
    for number, (name, prefix) in enumerate(islice(names(), maracs), start=1):
        if name in there:
            continue
        with transaction.atomic():
            _build(name, prefix, Random(f"{seed} {name}"), today)
        say(f"{number} of {maracs}: {name}")
    count_sizes(much_is_new=True)


def _build(name: str, prefix: str, chance: Random, today: date) -> None:
    system = the_system(today)
    marac = directory.add_marac(viewer=system, name=name, prefix=prefix)
    women = 500 * chance.randrange(60, 220)
    for setting, value in (("adult_females", women), ("name_in_return", name)):
        directory.change_setting(viewer=system, marac=marac, name=setting, value=value, from_on=SINCE)
    for theirs, group in AGENCIES:
        agency = directory.add_agency(
            viewer=system, name=f"{name} {_without_county(theirs)}", mail_domains="example.org"
        )
        directory.give_seat(
            viewer=system,
            marac=marac,
            agency=agency,
            return_group=group,
            from_on=SINCE,
            is_adviser_service=group is ReturnGroup.IDVA,
        )
    past = begin_past(marac, chance, today)
    for seat in past.seats:
        accounts.add_colleague(
            viewer=system,
            email=f"{seat.return_group.replace('_', '-')}@{prefix.lower()}.example.org",
            name=past.staff[seat.agency_id][0],
            marac=marac,
            agency=seat.agency,
            role=Role.REPRESENTATIVE.value,
            from_on=SINCE,
        )
    before = next_workday(today + timedelta(days=chance.randrange(1, 13)), past.holidays)
    cases = max(4, round(chance.gauss(CASES, 5)))
    make_history(system, past, since=today - timedelta(days=DAYS), before=before, cases=cases, say=lambda _text: None)


def _without_county(agency: str) -> str:
    """Police, Children's Services, Turning Leaf Recovery."""
    return agency.removeprefix("Fellshire ").removeprefix("Calderwick ")
