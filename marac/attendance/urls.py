"""Addresses of attendance. A meeting is named by its number."""

from django.urls import path

from marac.attendance import views

app_name = "attendance"
urlpatterns = [
    path("cases/<int:pk>/", views.case, name="case"),
    path("cases/<int:pk>/moves/", views.move, name="move"),
    path("<int:pk>/", views.meeting, name="meeting"),
    path("<int:pk>/own/", views.own, name="own"),
    path("<int:pk>/read-out/", views.read_out, name="read-out"),
    path("<int:pk>/take-off/", views.take_off, name="take-off"),
]
