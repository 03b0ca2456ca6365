"""Addresses of emergency MARACs."""

from django.urls import path

from marac.convening import views

app_name = "convening"
urlpatterns = [path("<int:pk>/emergency-meeting/", views.case, name="case")]
