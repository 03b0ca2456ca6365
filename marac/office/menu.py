"""The places in the bar at the top: each viewer gets those that their role may open."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marac.access.roles import ROLE_NAMES, Permission
from marac.signin.demonstration import demonstration_here

PLACES = [
    (gettext_lazy("Today"), "office:today", Permission.SEE_OWN_WORK),
    (gettext_lazy("Inbox"), "inbox:queue", Permission.WORK_INBOX),
    (gettext_lazy("Referrals"), "referrals:all", Permission.REFER),
    (gettext_lazy("Cases"), "office:cases", Permission.SEE_CASES),
    (gettext_lazy("Meetings"), "meetings:all", Permission.SEE_MEETINGS),
    (gettext_lazy("People"), "people:search", Permission.SEE_PEOPLE),
    (gettext_lazy("Research"), "research:mine", Permission.ANSWER_RESEARCH),
    (gettext_lazy("Actions"), "actions:all", Permission.REPORT_ON_ACTION),
    (gettext_lazy("Flags"), "flags:mine", Permission.CONFIRM_FLAG),
    (gettext_lazy("Settings"), "directory:maracs", Permission.MANAGE_DIRECTORY),
    (gettext_lazy("Figures"), "reports:figures", Permission.SEE_FIGURES),
    (gettext_lazy("Return"), "reports:return", Permission.MAKE_RETURN),
    (gettext_lazy("Oversight"), "records:oversight", Permission.OVERSEE),
]


def menu(request: HttpRequest) -> dict[str, Any]:
    """For every template: the viewer and their role, the menu, whether they find people, and a demonstration."""
    shown = demonstration_here()
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return {"viewer": None, "menu": [], "may_find": False, "role_name": "", "demonstration": shown}
    places = [(text, reverse(name)) for text, name, permission in PLACES if viewer.may(permission)]
    items = [{"text": text, "href": href, "current": _is_under(request.path, href)} for text, href in places]
    return {
        "viewer": viewer,
        "menu": items,
        "may_find": viewer.may(Permission.SEE_PEOPLE),
        "role_name": _(ROLE_NAMES[viewer.role]),
        "demonstration": shown,
        "cover_minutes": settings.COVER_MINUTES,
    }


def _is_under(path: str, href: str) -> bool:
    return path == href or (href != "/" and path.startswith(href))
