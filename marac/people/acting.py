"""Which rows of who acts for whom are about the viewer."""

from django.db.models import Q

from marac.access.viewer import Viewer
from marac.accounts.models import Membership


def mine(viewer: Viewer) -> Q:
    return Q(user=viewer.user_id)


def of_my_agencies(viewer: Viewer) -> Q:
    """Of any of them: another role for another agency is no way round."""
    held = Membership.objects.in_force(viewer.today).filter(user=viewer.user_id)
    return Q(agency=viewer.agency_id) | Q(agency__in=held.values("agency"))
