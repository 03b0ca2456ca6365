"""Addresses of papers for a meeting."""

from django.urls import path

from marac.packs import views

app_name = "packs"
urlpatterns = [
    path("meetings/<int:pk>/", views.meeting, name="meeting"),
    path("meetings/<int:pk>/make/", views.make, name="make"),
    path("<int:pk>/pdf/", views.pdf, name="pdf"),
    path("<int:pk>/locked/", views.locked, name="locked"),
]
