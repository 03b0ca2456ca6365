"""Addresses of the standard actions of an area."""

from django.urls import path

from marac.library import views

app_name = "library"
urlpatterns = [
    path("<int:pk>/", views.all_standards, name="all"),
    path("<int:pk>/add/", views.add, name="add"),
    path("<int:pk>/of/<slug:code>/", views.change, name="change"),
    path("<int:pk>/of/<slug:code>/switch/", views.switch, name="switch"),
]
