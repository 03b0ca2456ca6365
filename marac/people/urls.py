"""Addresses of people: the search, and what is revealed."""

from django.urls import path

from marac.people import views

app_name = "people"
urlpatterns = [
    path("", views.search, name="search"),
    path("addresses/<int:pk>/reveal/", views.reveal_address, name="reveal-address"),
    path("phones/<int:pk>/reveal/", views.reveal_phone, name="reveal-phone"),
]
