"""Changing one's own password."""

from marac.access.roles import Permission
from marac.access.viewer import Viewer
from marac.accounts.models import User
from marac.accounts.operations import change_password
from marac.audit.operation import lock, operation
from marac.kernel.text import _
from marac.mail.letters import changed
from marac.mail.operations import write_to

CHANGED = _("The password of your account was changed.")


@operation(needs=Permission.SEE_OWN_WORK)
def change_own_password(*, viewer: Viewer, password: str) -> User:
    """Other open sessions of theirs end; the page asks for the password that they have now."""
    user = lock(User, viewer, viewer.user_id)
    change_password(user, password)
    tell_of_new_password(viewer, user)
    return user


def tell_of_new_password(viewer: Viewer, user: User) -> None:
    """To be called inside the operation that changed it."""
    write_to(viewer, user, changed(CHANGED), f"password {user.pk}")
