"""Addresses of ending one's own sessions."""

from django.urls import path

from marac.sessions import views

app_name = "sessions"
urlpatterns = [
    path("sign-out-there/", views.end_one, name="end-one"),
    path("sign-out-elsewhere/", views.end_others, name="end-others"),
]
