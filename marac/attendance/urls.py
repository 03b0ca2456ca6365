"""Addresses of attendance. A meeting is named by its number."""

from django.urls import path

from marac.attendance.views import meeting, observers

app_name = "attendance"
urlpatterns = [
    path("cases/<int:pk>/", meeting.case, name="case"),
    path("cases/<int:pk>/close/", observers.close, name="close"),
    path("cases/<int:pk>/open/", observers.open_again, name="open"),
    path("observers/<int:pk>/", observers.decide, name="observer"),
    path("observers/<int:pk>/here/", observers.here, name="observer-here"),
    path("<int:pk>/observers/", observers.asked, name="observers"),
    path("cases/<int:pk>/moves/", meeting.move, name="move"),
    path("<int:pk>/", meeting.meeting, name="meeting"),
    path("<int:pk>/own/", meeting.own, name="own"),
    path("<int:pk>/read-out/", meeting.read_out, name="read-out"),
    path("<int:pk>/take-off/", meeting.take_off, name="take-off"),
]
