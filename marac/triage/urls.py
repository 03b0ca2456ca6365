"""Deciding on a referral, under its own address; and what was missing in those that went back."""

from django.urls import path

from marac.triage import views

app_name = "triage"
urlpatterns = [
    path("<int:pk>/decide/", views.decide, name="decide"),
    path("<int:pk>/verify/", views.verify, name="verify"),
    path("went-back/", views.poor, name="poor"),
]
