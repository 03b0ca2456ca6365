"""Addresses of the desk: the day's list, cases and one case."""

from django.urls import path

from marac.office import views

app_name = "office"
urlpatterns = [
    path("", views.today, name="today"),
    path("cases/", views.cases, name="cases"),
    path("cases/<int:pk>/", views.case, name="case"),
    path("meetings/<int:pk>/send/", views.send_list, name="send-list"),
    path("who-may-do-what/", views.who_may_do_what, name="who-may-do-what"),
]
