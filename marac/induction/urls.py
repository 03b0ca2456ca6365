"""Addresses of signing, and of who has signed."""

from django.urls import path

from marac.induction import views

app_name = "induction"
urlpatterns = [
    path("induction/", views.sign, name="sign"),
    path("induction/signed/", views.signed, name="signed"),
]
