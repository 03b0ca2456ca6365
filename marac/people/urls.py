"""Addresses of people: the search, one person, and the pages that correct."""

from django.urls import path

from marac.people import views

app_name = "people"
urlpatterns = [
    path("", views.search, name="search"),
    path("<int:pk>/", views.person, name="person"),
    path("<int:pk>/correct/", views.correct, name="correct"),
    path("phones/<int:pk>/", views.phone, name="phone"),
]
