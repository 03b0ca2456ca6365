"""Addresses of the desk: the day's list, cases and one case."""

from django.urls import path

from marac.office.views import desk, readers

app_name = "office"
urlpatterns = [
    path("", desk.today, name="today"),
    path("cases/", desk.cases, name="cases"),
    path("cases/<int:pk>/", desk.case, name="case"),
    path("cases/<int:pk>/readers/", readers.readers, name="readers"),
    path("cases/<int:pk>/readers/<int:user>/take-off/", readers.take_off, name="take-reader-off"),
    path("cases/<int:pk>/readers/lift/", readers.lift, name="lift-restriction"),
    path("meetings/<int:pk>/send/", desk.send_list, name="send-list"),
    path("who-may-do-what/", desk.who_may_do_what, name="who-may-do-what"),
]
