"""Addresses of days added to the bank holidays or taken off them."""

from django.urls import path

from marac.holidays import views

app_name = "holidays"
urlpatterns = [
    path("add/", views.add, name="add"),
    path("<int:pk>/take-off/", views.remove, name="remove"),
]
