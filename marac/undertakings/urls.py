"""Addresses of answers to actions."""

from django.urls import path

from marac.undertakings import views

app_name = "undertakings"
urlpatterns = [
    path("<int:pk>/answer/", views.answer, name="answer"),
    path("<int:pk>/decide/", views.decide, name="decide"),
]
