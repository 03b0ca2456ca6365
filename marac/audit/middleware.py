"""Whatever somebody signed in asked for in vain is in the trail; what they are shown is the same as before."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from marac.access.requires import Unseen
from marac.access.wall import lifted
from marac.audit.reading import record_refusal


class RefusalMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Here the view's own transactions are over, so that nothing undoes the entry."""
        if not isinstance(exception, Unseen) or not request.user.is_authenticated:
            return
        details = {"page": request.resolver_match.view_name, "method": request.method}
        if exception.model is not None:
            details |= {"model": exception.model.__name__, "key": exception.key}
        if request.viewer is None:
            details["of_user_id"] = request.user.pk
        record_refusal(request.viewer, "page", case_id=_case_of(exception.model, exception.key), **details)


def _case_of(model: type[Model] | None, key: Any) -> int | None:
    """The case that the record hangs from, asked for alike whether there is such a record or not."""
    if model is None or key is None:
        return None
    names = {field.name: field.attname for field in model._meta.concrete_fields}
    name = "pk" if model.__name__ == "Case" else names.get("case")
    with lifted():
        return name and model._base_manager.filter(pk=key).values_list(name, flat=True).first()
