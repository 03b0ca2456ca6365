"""Addresses of the printed year, of one's own calendar, and the private address that a calendar fetches."""

from django.urls import path

from marac.diary import views

app_name = "diary"
urlpatterns = [
    path("", views.year, name="year"),
    path("own/", views.own, name="own"),
    path("dates/<str:token>.ics", views.feed, name="feed"),
]
