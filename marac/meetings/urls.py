"""Addresses of meetings: the year, and one meeting's board."""

from django.urls import path, re_path

from marac.meetings.views import board, year

app_name = "meetings"
urlpatterns = [
    path("", year.all_meetings, name="all"),
    path("<int:pk>/", board.board, name="board"),
    path("<int:pk>/list-case/", board.list_case, name="list-case"),
    path("<int:pk>/cancel/", board.cancel, name="cancel"),
    path("items/<int:pk>/heard/", board.heard, name="heard"),
    re_path(r"^items/(?P<pk>[0-9]+)/(?P<way>defer|withdraw)/$", board.take_off, name="take-off"),
]
