"""How a page says who may open it, and how it fetches a record that its viewer may see."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse

from marac.access.roles import Permission
from marac.access.viewer import Viewer

View = Callable[..., HttpResponse]
AnyModel = TypeVar("AnyModel", bound=Model)


class Unseen(Http404):
    """The record is not there, or not for this viewer. The two are never told apart.

    `model` and `key` are what was asked for, where it was a record: they go into the trail, and nowhere else.
    """

    def __init__(self, model: type[Model] | None = None, key: Any = None) -> None:
        super().__init__()
        self.model, self.key = model, key


def requires(permission: Permission) -> Callable[[View], View]:
    """The page is for those whose role has this permission; for all others it does not exist (404)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            viewer: Viewer | None = getattr(request, "viewer", None)
            if viewer is None or not viewer.may(permission):
                raise Unseen
            return view(request, *args, **kwargs)

        return _declared(guarded, permission.name)

    return decorate


def open_to_anyone(view: View) -> View:
    """The page is shown without signing in; there are few of these and each is pinned in a test."""
    vars(view)["login_required"] = False
    return _declared(view, "ANYONE")


def open_to_signed_in(view: View) -> View:
    """The page is for everybody who is signed in, whatever their role."""
    return _declared(view, "SIGNED_IN")


def visible_or_404(model: type[AnyModel], viewer: Viewer, *joined: str, **lookup: Any) -> AnyModel:
    """The one record that the viewer may see; otherwise `Unseen`, whether it exists or not.

    `joined` names foreign keys that the page reads, so that they come in the same question.
    """
    manager: Any = model._default_manager
    rows = manager.visible_to(viewer).filter(**lookup)
    found: AnyModel | None = (rows.select_related(*joined) if joined else rows).first()
    if found is None:
        raise Unseen(model, lookup.get("pk"))
    return found


def _declared(view: View, opens_to: str) -> View:
    """`opens_to` is what the promises test and the page *Who may do what* read."""
    vars(view)["opens_to"] = opens_to
    return view
