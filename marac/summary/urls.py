"""Addresses of case summaries."""

from django.urls import path

from marac.summary import views

app_name = "summary"
urlpatterns = [path("<int:pk>/summary/", views.case, name="case")]
