"""Addresses of labels that were taught: numbers only."""

from django.urls import path

from marac.lessons import views

app_name = "lessons"
urlpatterns = [
    path("", views.every, name="all"),
    path("<int:pk>/withdraw/", views.forget, name="forget"),
]
