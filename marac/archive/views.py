"""The page that searches past minutes. What is typed is kept in the session, and in the trail with what it found."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marac.access.requires import requires
from marac.access.roles import Permission
from marac.archive import queries
from marac.archive.forms import FilterForm
from marac.archive.rules import wanted
from marac.audit.reading import record_search
from marac.ui.pages import keep_words, kept_words, page_of


@requires(Permission.READ_MINUTES)
def search(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return keep_words(request)
    viewer = request.viewer
    meetings = queries.meetings_with_minutes(viewer)
    form = FilterForm(request.GET.dict(), meetings=meetings, agencies=queries.agencies_named(viewer))
    chosen = queries.Filters(**form.cleaned_data) if form.is_valid() else queries.Filters()
    words = kept_words(request)
    page = page_of(request, queries.hits(viewer, wanted(words), chosen))
    case_ids = sorted({each.passage.case_id for each in page.rows})
    if words:
        record_search(viewer, "past minutes", terms=words, found=page.total, case_ids=case_ids)
    shown = {"page": page, "form": form, "reasons": queries.reasons(viewer, case_ids)}
    return render(request, "archive/search.html", shown)
