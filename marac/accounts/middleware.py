"""Makes the viewer of each request. The one place that asks the clock for today."""

from collections.abc import Callable
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from marac.access.roles import Role
from marac.access.viewer import Viewer
from marac.access.wall import as_seen_by
from marac.accounts.models import Membership, User

ACTS_AS = "acts_as"  # in the session: the agency and the role that somebody with several chose
# In the session: the agency on whose word alone somebody is signed in. It opens that agency's roles and no others.
WITHIN = "within_agency"


class ViewerMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()
        request.today = timezone.localdate(request.now)
        request.viewer = viewer_now(request) if request.user.is_authenticated else None
        with as_seen_by(request.viewer):
            return self.get_response(request)


def viewer_of(
    user: User,
    today: date,
    wanted: tuple[int, str] | None = None,
    at: datetime | None = None,
    within: int | None = None,
) -> Viewer | None:
    """Who this person is today, for any agency or `within` one; None once their last role has ended.

    Somebody with several roles acts in the `wanted` one (agency and role) while they hold it, and else in the one
    given first; in every MARAC where they hold it for that agency.
    """
    roles = Membership.objects.filter(user=user).in_force(today).order_by("pk")
    held = list(roles.values_list("agency_id", "role", "marac_id", "marac__rule_changes"))
    held = [each for each in held if within in (None, each[0])]
    if not held:
        return None
    pairs = [(agency, name) for agency, name, _marac, _changes in held]
    agency_id, role = wanted if wanted in pairs else pairs[0]
    maracs = {marac: changes for agency, name, marac, changes in held if (agency, name) == (agency_id, role)}
    return Viewer(user.pk, user.name, Role(role), agency_id, frozenset(maracs), today, at, sum(maracs.values()))


def viewer_now(request: HttpRequest) -> Viewer | None:
    """The viewer of whoever is signed in at this moment, in the role that they chose."""
    kept = request.session.get(ACTS_AS)
    wanted = tuple(kept) if kept else None
    return viewer_of(request.user, request.today, wanted, request.now, request.session.get(WITHIN))
