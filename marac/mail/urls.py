"""Addresses of what was sent to whom."""

from django.urls import path

from marac.mail import views

app_name = "mail"
urlpatterns = [
    path("", views.sent, name="sent"),
    path("<int:pk>/again/", views.again, name="again"),
    path("<int:pk>/set-aside/", views.set_aside, name="set-aside"),
]
