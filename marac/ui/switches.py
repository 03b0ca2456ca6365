"""The page on which something that is set up is opened or closed, and what is said of that before it is done."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from marac.ui.formpage import FormPage, done

Ways = Mapping[str, tuple[Callable[..., Any], Any, Any]]  # "open" and "close": the operation, its name, what it means


def switched(
    request: HttpRequest, form: Any, way: str, ways: Ways, *, back: str, caption: str, **given: Any
) -> HttpResponse:
    """`form` asks nothing but whether it is meant; `given` is what it is done to. What is not there leads
    `back`, and so does a way that is none."""
    if way not in ways or None in given.values():
        return redirect(back)
    act, heading, intro = ways[way]
    if form.is_valid() and done(form, act, viewer=request.viewer, **given):
        return redirect(back)
    page = FormPage(heading, heading, back, caption=caption, intro=intro, warning=way == "close")
    return render(request, "ui/form.html", {"form": form, "page": page})
