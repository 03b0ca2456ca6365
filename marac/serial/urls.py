"""Addresses of serial perpetrators."""

from django.urls import path

from marac.serial import views

app_name = "serial"
urlpatterns = [
    path("", views.everybody, name="everybody"),
    path("<int:pk>/", views.person, name="person"),
]
