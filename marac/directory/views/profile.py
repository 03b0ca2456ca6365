"""Pages of the viewer's MARACs, their settings, and the change of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from marac.access.requires import Unseen, requires, visible_or_404
from marac.access.roles import Permission
from marac.directory import operations, queries
from marac.directory.forms import ChangeSettingForm, ConfirmForm
from marac.directory.models import Marac, SettingValue
from marac.directory.profile import SETTINGS, words_of
from marac.ui.formpage import FormPage, done


@requires(Permission.MANAGE_DIRECTORY)
def maracs(request: HttpRequest) -> HttpResponse:
    """Administrators come here for agencies; the rules and the people are the coordinator's."""
    viewer = request.viewer
    shown = {
        "maracs": queries.maracs_of(viewer),
        "may_set_rules": viewer.may(Permission.SET_RULES),
        "may_import_trackers": viewer.may(Permission.IMPORT_TRACKERS),
        "may_manage_users": viewer.may(Permission.MANAGE_USERS),
    }
    return render(request, "directory/maracs.html", shown)


@requires(Permission.SET_RULES)
def settings(request: HttpRequest, pk: int) -> HttpResponse:
    marac = visible_or_404(Marac, request.viewer, pk=pk)
    groups = queries.lines_by_group(marac, request.viewer.today)
    return render(request, "directory/settings.html", {"marac": marac, "groups": groups})


@requires(Permission.SET_RULES)
def change(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    viewer = request.viewer
    marac = visible_or_404(Marac, viewer, pk=pk)
    if name not in SETTINGS:
        raise Unseen
    line = queries.line_of(marac, name, viewer.today)
    started = {"value": line.value, "from_on": viewer.today, "seen": queries.state_of(marac, name)}
    form = ChangeSettingForm(request.POST or None, name=name, initial=started)
    back = reverse("directory:settings", args=[pk])
    if form.is_valid() and done(form, operations.change_setting, viewer=viewer, marac=marac, name=name):
        return redirect(f"{back}#{name}")
    if form.non_field_errors():
        form.look_again()
    page = FormPage(heading=_(line.setting.label), caption=marac.name, button=_("Save"), back=back)
    history = queries.history_of(marac, name)
    return render(request, "directory/change.html", {"form": form, "page": page, "line": line, "history": history})


@requires(Permission.SET_RULES)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a change that has not begun."""
    value = visible_or_404(SettingValue, request.viewer, pk=pk)
    if value.name not in SETTINGS:
        raise Unseen
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    back = reverse("directory:change", args=[value.marac_id, value.name])
    if form.is_valid() and done(form, operations.withdraw_setting, viewer=request.viewer, value=value):
        return redirect(back)
    page = FormPage(
        heading=_("Take back this change?"),
        caption=_(SETTINGS[value.name].label),
        intro=_("What is in force today stays in force: {value} will not begin.").format(
            value=words_of(value.name, value.value)
        ),
        button=_("Take back"),
        back=back,
        warning=True,
    )
    return render(request, "ui/form.html", {"form": form, "page": page})
