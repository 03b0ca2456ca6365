"""Addresses of the drawing of a case."""

from django.urls import path

from marac.households import views

app_name = "households"
urlpatterns = [path("<int:pk>/household/", views.case, name="case")]
